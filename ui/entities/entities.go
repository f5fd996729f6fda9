// Package entities is the pane that shows who and what the article names: speakers, people, organizations,
// places and links, each under a heading with its count, one of them open.
package entities

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"reader/model"
	"reader/model/library"
	"reader/ui/intent"
	"reader/ui/line"
	"reader/ui/pane"
)

// Tab is a kind of thing that is listed.
type Tab uint8

// The tabs, in their order.
const (
	Speakers Tab = iota
	People
	Organizations
	Places
	Links
	tabCount
)

// String returns the heading of t.
func (t Tab) String() string {
	return [...]string{"Speakers", "People", "Organizations", "Places", "Links"}[t]
}

// Row is something that is listed.
type Row struct {
	Entity model.EntityID // 0: a link, or the quotes of nobody known
	Name   string
	Role   string // or, of a link, its address
	Count  int    // quotes of a speaker, else mentions
}

// Pane lists what one article names.
type Pane struct {
	pane.Place
	lib     *library.Library
	article *model.Article
	ref     library.Ref
	tabs    [tabCount][]Row
	tab     Tab
	window  pane.Window
	narrow  string // only rows with this in the name
	rows    []Row  // of the open tab, narrowed
}

// New returns a pane for articles of lib.
func New(lib *library.Library) *Pane { return &Pane{lib: lib} }

// Show lists what article r names, unless that is shown already.
func (p *Pane) Show(r library.Ref) {
	if a := p.lib.Article(r); a != p.article {
		p.article, p.ref = a, r
		p.tabs = collect(a)
		p.choose()
		p.window = pane.Window{}
	}
}

// Clear shows nothing.
func (p *Pane) Clear() {
	p.article = nil
	p.tabs = [tabCount][]Row{}
	p.choose()
}

// Narrow keeps only rows with words in their names; empty words keep all.
func (p *Pane) Narrow(words string) {
	p.narrow = words
	p.choose()
}

// Narrowed returns what the rows are narrowed to, or "".
func (p *Pane) Narrowed() string { return p.narrow }

// choose makes the rows of the open tab.
func (p *Pane) choose() {
	p.rows = p.tabs[p.tab]
	if p.narrow != "" {
		p.rows = matching(p.rows, p.narrow)
	}
	p.window.Keep(len(p.rows), p.fit())
}

// Tab returns the tab that is open.
func (p *Pane) Tab() Tab { return p.tab }

// Selected returns the row under the cursor; false if there is none.
func (p *Pane) Selected() (Row, bool) {
	if len(p.rows) == 0 {
		return Row{}, false
	}
	return p.rows[p.window.Cursor], true
}

// SetSize gives the pane w columns and h lines.
func (p *Pane) SetSize(w, h int) {
	p.Place.SetSize(w, h)
	p.window.Keep(len(p.rows), p.fit())
}

// Handle does i if it is a move, or goes to another tab.
func (p *Pane) Handle(i intent.Intent) (tea.Cmd, bool) {
	switch i {
	case intent.NextTab:
		p.open((p.tab + 1) % tabCount)
	case intent.PreviousTab:
		p.open((p.tab + tabCount - 1) % tabCount)
	default:
		return nil, p.window.Move(i, len(p.rows), p.fit())
	}
	return nil, true
}

func (p *Pane) open(t Tab) {
	p.tab = t
	p.window = pane.Window{}
	p.choose()
}

// Click opens the tab, or selects the row, at line y of the pane; it reports whether a row was hit.
func (p *Pane) Click(y int) bool {
	if p.headings() == 1 {
		return p.clickRow(y - 1)
	}
	t := int(p.tab)
	switch body := p.fit(); {
	case y <= t:
		p.open(Tab(y))
	case y <= t+body:
		return p.clickRow(y - t - 1)
	case y <= t+body+int(tabCount)-t-1:
		p.open(Tab(y - body))
	}
	return false
}

func (p *Pane) clickRow(y int) bool {
	i := p.window.Top + y
	if y < 0 || i >= len(p.rows) {
		return false
	}
	p.window.Cursor = i
	return true
}

// headings returns how many headings are shown: all where there is room, else that of the open tab.
func (p *Pane) headings() int {
	if p.H >= 12 {
		return int(tabCount)
	}
	return min(p.H, 1)
}

// details returns how many lines tell more about the row under the cursor.
func (p *Pane) details() int {
	if p.H >= 18 {
		return 6
	}
	return 0
}

func (p *Pane) fit() int { return max(p.H-p.headings()-p.details(), 0) }

// Lines returns the pane as it is shown, H lines of W columns.
func (p *Pane) Lines() []string {
	out := make([]string, 0, p.H)
	for t := range tabCount {
		if p.headings() == 1 && t != p.tab {
			continue
		}
		out = append(out, p.heading(t))
		if t == p.tab {
			out = append(out, p.body()...)
		}
	}
	out = append(out, p.more()...)
	return line.Fill(out, p.W, p.H)
}

func (p *Pane) heading(t Tab) string {
	sign, st := "▸ ", p.Theme.Dim
	if t == p.tab {
		sign, st = "▾ ", p.Theme.Heading
	}
	return line.Paint(st, line.Spread(sign+t.String(), fmt.Sprintf("%d ", len(p.tabs[t])), p.W))
}

// body returns the rows of the open tab that fit.
func (p *Pane) body() []string {
	out := make([]string, 0, p.fit())
	for i := p.window.Top; i < min(p.window.Top+p.fit(), len(p.rows)); i++ {
		out = append(out, p.row(i))
	}
	if len(p.rows) == 0 && p.fit() > 0 {
		out = append(out, line.Styled(p.Theme.Dim, "  "+p.none(), p.W))
	}
	for len(out) < p.fit() {
		out = append(out, line.Blank(p.W))
	}
	return out
}

func (p *Pane) none() string {
	if p.narrow != "" {
		return "none with “" + p.narrow + "”"
	}
	return "none"
}

func (p *Pane) row(i int) string {
	r := p.rows[i]
	count := ""
	switch {
	case p.tab == Speakers:
		count = fmt.Sprintf(" “%d ", r.Count)
	case p.tab != Links:
		count = fmt.Sprintf(" %d ", r.Count)
	}
	bar, st := "  ", p.Theme.Text
	if r.Entity == 0 && p.tab != Links {
		st = p.Theme.Dim
	}
	if i == p.window.Cursor && p.Focused {
		bar, st = line.Paint(p.Theme.Accent, "▌")+line.Paint(p.Theme.Status, " "), p.Theme.Status
	}
	return bar + line.Paint(st, line.Spread(r.Name, count, p.W-2))
}

// more returns the lines about the row under the cursor: its role, its other names, and what the library knows.
func (p *Pane) more() []string {
	r, ok := p.Selected()
	if p.details() == 0 || !ok {
		return nil
	}
	out := []string{line.Paint(p.Theme.Border, line.Fit("", 1)+repeat("─", p.W-2))}
	add := func(s string) {
		for _, l := range line.Wrap(s, p.W-2) {
			out = append(out, " "+line.Paint(p.Theme.Dim, l))
		}
	}
	if r.Role != "" {
		add(r.Role)
	}
	if e := p.known(r); e != nil {
		add(count(len(e.Articles), "article") + ", " + count(e.Quotes, "quote"))
		if len(e.Aliases) > 0 {
			add("also " + list(e.Aliases))
		}
	}
	return out
}

// known returns what the library knows of r, or nil.
func (p *Pane) known(r Row) *library.Entity {
	if r.Entity == 0 {
		return nil
	}
	id := p.lib.IDOf(p.ref, r.Entity)
	if id == 0 {
		return nil
	}
	return p.lib.Entity(id)
}
