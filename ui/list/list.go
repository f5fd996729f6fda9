// Package list is the pane that lists articles. It draws the rows that are on the screen and no others, so
// that a key costs the same in any library.
package list

import (
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"reader/model"
	"reader/model/library"
	"reader/model/state"
	"reader/ui/intent"
	"reader/ui/line"
	"reader/ui/pane"
	"reader/ui/style"
)

// Pane is the list of articles.
type Pane struct {
	pane.Place
	lib     *library.Library
	rows    Rows
	version int
	marks   *state.Log // nil: there are none
	trouble map[string]bool
	window  pane.Window
}

// Rows is what a list shows.
type Rows struct {
	Refs   []library.Ref           // an article a row, which stands for its copies
	Others []int32                 // by article: for how many others it stands
	Found  *library.Among          // all articles that are listed, those in the rows of their copies, too
	Asked  func(library.Ref) []int // the quotes that a row counts; nil: rows count none
}

// New returns a list of articles of lib with marks, which is empty until Show. Where there are no marks, no article is
// told to be unread.
func New(lib *library.Library, marks *state.Log) *Pane {
	return &Pane{lib: lib, marks: marks, rows: Rows{Found: lib.Among(nil)}}
}

// Show lists rows, which are the pane's from then on. The selected article stays selected if it is listed, at the same height;
// else the first one is.
func (p *Pane) Show(rows Rows) {
	selected, ok := p.Selected()
	p.rows = rows
	p.version++
	if !ok || !p.Select(selected) {
		p.window = pane.Window{}
	}
}

// Trouble says that something went wrong with the articles at these paths.
func (p *Pane) Trouble(paths map[string]bool) { p.trouble = paths }

// Version is another number whenever there are other articles in rows.
func (p *Pane) Version() int { return p.version }

// Select moves the cursor to ref, of which a row is made if it stands in that of a copy, and reports whether it is listed.
func (p *Pane) Select(ref library.Ref) bool {
	i := slices.Index(p.rows.Refs, ref)
	if i < 0 && p.rows.Found.Has(ref) {
		i = p.unfold(ref)
	}
	if i < 0 {
		return false
	}
	p.window.Top += i - p.window.Cursor
	p.window.Cursor = i
	p.keep()
	return true
}

// unfold lets the row of a copy of ref be that of ref, and returns which it is.
func (p *Pane) unfold(ref library.Ref) int {
	i := slices.IndexFunc(p.rows.Refs, func(r library.Ref) bool { return p.lib.Copied(r, ref) })
	if i >= 0 {
		others, before := p.rows.Others, p.rows.Refs[i]
		p.rows.Refs[i], others[ref], others[before] = ref, others[before], 0
		p.version++
	}
	return i
}

// Step moves the cursor by n rows and reports whether there is such a row.
func (p *Pane) Step(n int) bool {
	i := p.window.Cursor + n
	if i < 0 || i >= len(p.rows.Refs) {
		return false
	}
	p.window.Cursor = i
	p.keep()
	return true
}

// Selected returns the article under the cursor; false if there is none.
func (p *Pane) Selected() (library.Ref, bool) {
	if len(p.rows.Refs) == 0 {
		return 0, false
	}
	return p.rows.Refs[p.window.Cursor], true
}

// Cursor returns the place of the selected article in the list, from 0.
func (p *Pane) Cursor() int { return p.window.Cursor }

// Refs returns the articles of the rows. The slice must not be changed.
func (p *Pane) Refs() []library.Ref { return p.rows.Refs }

// SetSize gives the pane w columns and h lines.
func (p *Pane) SetSize(w, h int) {
	p.Place.SetSize(w, h)
	p.keep()
}

func (p *Pane) keep() { p.window.Keep(len(p.rows.Refs), p.fit()) }

// Handle does i if it is a move.
func (p *Pane) Handle(i intent.Intent) (tea.Cmd, bool) {
	return nil, p.window.Move(i, len(p.rows.Refs), p.fit())
}

// Click selects the row at line y of the pane and reports whether there is one.
func (p *Pane) Click(y int) bool {
	i := p.window.Top + y/p.rowHeight()
	if i >= len(p.rows.Refs) {
		return false
	}
	p.window.Cursor = i
	p.keep()
	return true
}

// rowHeight returns how many lines a row takes: two of title and one of publisher and date where there is room.
func (p *Pane) rowHeight() int {
	switch {
	case p.H >= 18:
		return 3
	case p.H >= 8:
		return 2
	default:
		return 1
	}
}

func (p *Pane) fit() int { return p.H / p.rowHeight() }

// Lines returns the pane as it is shown, H lines of W columns.
func (p *Pane) Lines() []string {
	out := make([]string, 0, p.H)
	for i := p.window.Top; i < min(p.window.Top+p.fit(), len(p.rows.Refs)); i++ {
		out = append(out, p.row(i)...)
	}
	for len(out) < p.H {
		out = append(out, line.Blank(p.W))
	}
	return out
}

// row returns the lines of row i.
func (p *Pane) row(i int) []string {
	a := p.lib.Head(p.rows.Refs[i])
	title, dim, bar := p.Theme.Text, p.Theme.Dim, " "
	name := a.Name()
	if p.marks != nil && !p.marks.Read(a.ID) {
		title, name = p.Theme.Title, unread+name
	}
	if i == p.window.Cursor {
		title, dim, bar = p.cursorStyles()
	}
	room := p.W - 2
	meta, badge := about(a), p.badge(p.rows.Refs[i])
	h := p.rowHeight()
	if h == 1 {
		return []string{bar + line.Paint(title, line.Spread(name, badge, room)+" ")}
	}
	out := make([]string, 0, h)
	for _, l := range titleLines(name, room, h-1) {
		out = append(out, bar+line.Styled(title, l, p.W-1))
	}
	left := line.Fit(meta, room-ansi.StringWidth(badge))
	out = append(out, bar+line.Paint(dim, left)+line.Paint(style.Over(dim, p.Theme.Badge), badge)+line.Paint(dim, " "))
	for len(out) < h {
		out = append(out, line.Blank(p.W))
	}
	return out
}

// cursorStyles returns the styles of the row under the cursor: of its title, the rest, and the bar before it.
func (p *Pane) cursorStyles() (title, dim uv.Style, bar string) {
	th := p.Theme
	if p.Focused {
		return style.Over(th.Status, th.Title), style.Over(th.Status, th.Text), line.Paint(th.Accent, "▌")
	}
	return th.Title, th.Dim, line.Paint(th.Dim, "▌")
}

// titleLines returns title in at most n lines of width columns.
func titleLines(title string, width, n int) []string {
	lines := line.Wrap(title, width)
	if len(lines) <= n {
		return lines
	}
	rest := title
	for _, l := range lines[:n-1] {
		rest = rest[min(len(l), len(rest)):]
		for len(rest) > 0 && rest[0] == ' ' {
			rest = rest[1:]
		}
	}
	return append(lines[:n-1:n-1], ansi.Truncate(rest, width, "…"))
}

// about returns when and where a appeared.
func about(a *library.Head) string { return line.Join(" · ", line.Day(a.Published.Time), a.Publisher) }

// The signs of articles that are not read, of those with a star, and of those with which something went wrong.
const (
	unread  = "• "
	star    = " ★"
	trouble = " !"
)

// badge returns the marks at the right of a row: that something went wrong when it was read, its star, its language if that is not read here,
// how many of its quotes are asked for, and how many copies there are besides.
func (p *Pane) badge(r library.Ref) string {
	s := ""
	a := p.lib.Head(r)
	if a.Notice != "" || p.trouble[a.Path] {
		s = trouble
	}
	if p.marks.Starred(a.ID) {
		s += star
	}
	if !model.IsEnglish(a.Language) {
		s += " " + a.Language
	}
	if p.rows.Asked != nil {
		if n := len(p.rows.Asked(r)); n > 0 {
			s += " “" + strconv.Itoa(n)
		}
	}
	if n := p.rows.Others[r]; n > 0 {
		s += " +" + strconv.Itoa(int(n))
	}
	return s
}
