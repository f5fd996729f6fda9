// Package entities is the pane that shows who and what the article names: speakers, people, organizations,
// places and links, each under a heading with its count. The cursor is in one of them.
package entities

import (
	"fmt"
	"slices"
	"strings"

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
	Weak   bool   // a speaker none of whose quotes is sure enough to count
	Yours  bool   // a person said who it is, or that it is this
}

// Pane lists what one article names.
type Pane struct {
	pane.Place
	lib     *library.Library
	article *model.Article
	ref     library.Ref
	all     [tabCount][]Row
	narrow  string          // only rows with this in the name
	rows    [tabCount][]Row // of all, narrowed
	tab     Tab             // the one that the cursor is in
	window  pane.Window     // in the rows of that tab
	among   *library.Among  // the articles that are listed
	told    told
}

// told is what is told of an entity: how often it speaks and is mentioned.
type told struct {
	id    library.ID // 0: of none
	lines []string
}

// New returns a pane for articles of lib.
func New(lib *library.Library) *Pane { return &Pane{lib: lib, among: lib.Everything()} }

// Count lets how often somebody speaks be counted in the articles among.
func (p *Pane) Count(among *library.Among) { p.among, p.told = among, told{} }

// Show lists what article r names, unless that is shown already.
func (p *Pane) Show(r library.Ref) {
	if a := p.lib.Article(r); a != p.article {
		p.article, p.ref = a, r
		p.all = collect(a)
		p.window = pane.Window{}
		p.Narrow(p.narrow)
	}
}

// Replace lists what article r names after another analysis of it. The cursor stays on the row of the same name, or where
// it was.
func (p *Pane) Replace(r library.Ref) {
	was, ok := p.Selected()
	p.article, p.ref = p.lib.Article(r), r
	p.all = collect(p.article)
	p.Narrow(p.narrow)
	if ok {
		p.Select(was.Name)
	}
}

// Select moves the cursor to the row of that name in its tab, if there is one.
func (p *Pane) Select(name string) {
	if i := slices.IndexFunc(p.rows[p.tab], func(r Row) bool { return r.Name == name }); i >= 0 {
		p.window.Cursor = i
		p.keep()
	}
}

// Clear shows nothing.
func (p *Pane) Clear() {
	p.article = nil
	p.all = [tabCount][]Row{}
	p.Narrow(p.narrow)
}

// Narrow keeps only rows with words in their names; empty words keep all.
func (p *Pane) Narrow(words string) {
	p.narrow, p.rows = words, p.all
	if words != "" {
		for t := range p.rows {
			p.rows[t] = matching(p.all[t], words)
		}
	}
	p.keep()
}

// Narrowed returns what the rows are narrowed to, or "".
func (p *Pane) Narrowed() string { return p.narrow }

// Tab returns the tab that the cursor is in.
func (p *Pane) Tab() Tab { return p.tab }

// Selected returns the row under the cursor; false if there is none.
func (p *Pane) Selected() (Row, bool) {
	if len(p.rows[p.tab]) == 0 {
		return Row{}, false
	}
	return p.rows[p.tab][p.window.Cursor], true
}

// SetSize gives the pane w columns and h lines.
func (p *Pane) SetSize(w, h int) {
	p.Place.SetSize(w, h)
	p.keep()
}

func (p *Pane) keep() { p.window.Keep(len(p.rows[p.tab]), p.rooms()[p.tab]) }

// Handle does i if it is a move, or goes to another tab. A step beyond the rows of a tab goes on in the next one.
func (p *Pane) Handle(i intent.Intent) (tea.Cmd, bool) {
	n := len(p.rows[p.tab])
	switch {
	case i == intent.NextTab:
		p.open((p.tab + 1) % tabCount)
	case i == intent.PreviousTab:
		p.open((p.tab + tabCount - 1) % tabCount)
	case i == intent.Down && p.window.Cursor >= n-1:
		p.cross(1)
	case i == intent.Up && p.window.Cursor == 0:
		p.cross(-1)
	default:
		return nil, p.window.Move(i, n, p.rooms()[p.tab])
	}
	return nil, true
}

func (p *Pane) open(t Tab) {
	p.tab = t
	p.window = pane.Window{}
}

// cross goes to the nearest row of another tab by dir, 1 or -1, if there is one.
func (p *Pane) cross(dir int) {
	for t := int(p.tab) + dir; t >= 0 && t < int(tabCount); t += dir {
		if n := len(p.rows[t]); n > 0 {
			p.open(Tab(t))
			if dir < 0 {
				p.window.Cursor = n - 1
				p.keep()
			}
			return
		}
	}
}

// Click opens the tab, or selects the row, at line y of the pane; it reports whether a row was hit.
func (p *Pane) Click(y int) bool {
	rooms := p.rooms()
	for t := range tabCount {
		if !p.heads(t) {
			continue
		}
		if y == 0 {
			p.open(t)
			return false
		}
		if y--; y < rooms[t] {
			return p.clickRow(t, y)
		}
		y -= rooms[t]
	}
	return false
}

func (p *Pane) clickRow(t Tab, y int) bool {
	if t != p.tab {
		p.open(t)
	}
	i := p.window.Top + y
	if i >= len(p.rows[t]) {
		return false
	}
	p.window.Cursor = i
	return true
}

// leastForAll is how high the pane must be to show the headings of all tabs, and leastForDetails, to tell more
// about the row under the cursor in as many lines as details.
const (
	leastForAll     = 12
	leastForDetails = 18
	details         = 6
)

// heads reports whether the heading of t is shown.
func (p *Pane) heads(t Tab) bool { return p.H >= leastForAll || t == p.tab && p.H > 0 }

// rooms returns how many lines each tab has for its rows. The one with the cursor is served first, the others get
// what is left, in their order.
func (p *Pane) rooms() (rooms [tabCount]int) {
	left := p.H - 1
	if p.H >= leastForAll {
		left = p.H - int(tabCount)
	}
	if p.H >= leastForDetails {
		left -= details
	}
	give := func(t Tab, n int) {
		rooms[t] = max(min(n, left), 0)
		left -= rooms[t]
	}
	give(p.tab, max(len(p.rows[p.tab]), 1))
	for t := range tabCount {
		if t != p.tab && p.heads(t) {
			give(t, len(p.rows[t]))
		}
	}
	return rooms
}

// Lines returns the pane as it is shown, H lines of W columns.
func (p *Pane) Lines() []string {
	out := make([]string, 0, p.H)
	rooms := p.rooms()
	for t := range tabCount {
		if p.heads(t) {
			out = append(out, p.heading(t, rooms[t]))
			out = append(out, p.body(t, rooms[t])...)
		}
	}
	if p.H >= leastForDetails {
		for len(out) < p.H-details {
			out = append(out, line.Blank(p.W))
		}
		out = append(out, p.more()...)
	}
	return line.Fill(out, p.W, p.H)
}

// heading returns the heading of t, of whose rows room are shown.
func (p *Pane) heading(t Tab, room int) string {
	sign, st := "▸ ", p.Theme.Dim
	if room >= len(p.rows[t]) {
		sign = "▾ "
	}
	if t == p.tab {
		st = p.Theme.Heading
	}
	return line.Paint(st, line.Spread(sign+t.String(), fmt.Sprintf("%d ", len(p.all[t])), p.W))
}

// body returns the rows of t that are shown in room lines.
func (p *Pane) body(t Tab, room int) []string {
	if len(p.rows[t]) == 0 && room > 0 {
		return []string{line.Styled(p.Theme.Dim, "  "+p.none(), p.W)}
	}
	top := 0
	if t == p.tab {
		top = p.window.Top
	}
	out := make([]string, 0, room)
	for i := top; i < top+room; i++ {
		out = append(out, p.row(t, i))
	}
	return out
}

func (p *Pane) none() string {
	if p.narrow != "" {
		return "none with “" + p.narrow + "”"
	}
	return "none"
}

func (p *Pane) row(t Tab, i int) string {
	r := p.rows[t][i]
	count := ""
	switch t {
	case Speakers:
		count = fmt.Sprintf(" “%d ", r.Count)
	case People, Organizations, Places:
		count = fmt.Sprintf(" %d ", r.Count)
	default:
	}
	switch {
	case r.Weak:
		count = " ?" + count
	case r.Yours:
		count = " ✓" + count
	}
	bar, st := "  ", p.Theme.Text
	if r.Entity == 0 && t != Links || r.Weak {
		st = p.Theme.Dim
	}
	if t == p.tab && i == p.window.Cursor && p.Focused {
		bar, st = line.Paint(p.Theme.Accent, "▌")+line.Paint(p.Theme.Status, " "), p.Theme.Status
	}
	return bar + line.Paint(st, line.Spread(r.Name, count, p.W-2))
}

// more returns the lines about the row under the cursor: its role, its other names, and what the library knows.
func (p *Pane) more() []string {
	r, ok := p.Selected()
	if !ok {
		return nil
	}
	out := []string{line.Paint(p.Theme.Border, " "+strings.Repeat("─", max(p.W-2, 0)))}
	add := func(s string) {
		for _, l := range line.Wrap(s, p.W-2) {
			out = append(out, " "+line.Paint(p.Theme.Dim, l))
		}
	}
	if r.Role != "" {
		add(r.Role)
	}
	if r.Yours {
		add("✓ corrected by you")
	}
	if id := p.lib.IDOf(p.ref, r.Entity); id != 0 {
		for _, s := range p.counts(id) {
			add(s)
		}
		if e := p.lib.Entity(id); len(e.Aliases) > 0 {
			add("also " + strings.Join(e.Aliases, ", "))
		}
	}
	return out
}

// counts tells how many of the articles that are listed mention id, and how many quotes of theirs are in them; where they are
// more, those in the library, too.
func (p *Pane) counts(id library.ID) []string {
	if p.told.id != id {
		here, all := often(p.among, id), often(p.lib.Everything(), id)
		p.told = told{id, []string{all}}
		if here != all {
			p.told.lines = []string{"here " + here, "in all " + all}
		}
	}
	return p.told.lines
}

func often(among *library.Among, id library.ID) string {
	h, mentioning := among.Of(id)
	return line.Count(mentioning, "article") + ", " + line.Count(h.Quotes, "quote")
}
