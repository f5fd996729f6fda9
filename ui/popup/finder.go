package popup

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/sahilm/fuzzy"

	"reader/model/library"
	"reader/ui/input"
	"reader/ui/intent"
	"reader/ui/line"
	"reader/ui/pane"
	"reader/ui/style"
)

// finder is a line of text, a hint under it, and rows, of which those are shown that fit what is typed. A cursor is
// in them.
type finder struct {
	pane.Place
	text   input.Line
	above  int   // lines above the line of text
	rows   []int // those that fit, by what whoever has them numbers them
	window pane.Window
}

// head is how many lines the text and the hint take.
const head = 2

func (f *finder) fit() int { return max(f.H-f.above-head, 0) }

// SetSize implements Popup.
func (f *finder) SetSize(w, h int) {
	f.Place.SetSize(w, h)
	f.keep()
}

func (f *finder) keep() { f.window.Keep(len(f.rows), f.fit()) }

// edit does what key does in the line of text, if it does anything there, and reports whether the text is another
// now. Home and End move in the rows.
func (f *finder) edit(key tea.KeyPressMsg) (done, changed bool) {
	switch key.String() {
	case "home", "end":
		return false, false
	}
	before := f.text.Text()
	done = f.text.Type(key)
	return done, f.text.Text() != before
}

// LeftOut returns how many characters the line had no room for.
func (f *finder) LeftOut() int { return f.text.LeftOut() }

// typed returns what is looked for, folded; "" is everything.
func (f *finder) typed() string { return library.Fold(strings.TrimSpace(f.text.Text())) }

// show makes rows the ones to be seen, with the cursor in the first.
func (f *finder) show(rows []int) {
	f.rows, f.window = rows, pane.Window{}
	f.keep()
}

// plenty is how many names that have what is typed side by side are enough, so that nobody looks for its letters in others and
// weighs one against another: that takes time.
const plenty = 1000

// holding returns which of names have typed side by side, those first in which a word begins so.
func holding(names []string, typed string) []int {
	var first, rest []int
	word := " " + typed
	for i, name := range names {
		switch {
		case strings.HasPrefix(name, typed), strings.Contains(name, word):
			first = append(first, i)
		case strings.Contains(name, typed):
			rest = append(rest, i)
		}
	}
	return append(first, rest...)
}

// find returns which of names, which are folded, hold the letters typed in their order, the best first: those in which
// a word begins with what is typed, those that have it side by side, and the others.
func (f *finder) find(names []string) []int {
	typed := f.typed()
	var rows [3][]int
	if rows := holding(names, typed); len(rows) > plenty {
		return rows
	}
	for _, m := range fuzzy.Find(typed, names) {
		at := strings.Index(m.Str, typed)
		rank := 2
		switch {
		case at == 0, strings.Contains(m.Str, " "+typed):
			rank = 0
		case at > 0:
			rank = 1
		}
		rows[rank] = append(rows[rank], m.Index)
	}
	return slices.Concat(rows[:]...)
}

// upTo returns the numbers from 0 up to n.
func upTo(n int) []int {
	rows := make([]int, n)
	for i := range rows {
		rows[i] = i
	}
	return rows
}

// move does i if it is a move, and reports whether it is one.
func (f *finder) move(i intent.Intent) bool { return f.window.Move(i, len(f.rows), f.fit()) }

// click puts the cursor on the row at line y, and reports whether there is one.
func (f *finder) click(y int) bool {
	i := f.window.Top + y - f.above - head
	if y < f.above+head || i >= len(f.rows) {
		return false
	}
	f.window.Cursor = i
	return true
}

// at returns the row under the cursor; false if there is none.
func (f *finder) at() (row int, ok bool) {
	if len(f.rows) == 0 {
		return 0, false
	}
	return f.rows[f.window.Cursor], true
}

// Cursor implements Popup.
func (f *finder) Cursor() (x, y int, ok bool) {
	_, x = f.text.View(f.W - 2)
	return x + 2, f.above, true
}

// lines returns the finder as it is shown below the lines above, each row by draw.
func (f *finder) lines(above []string, hint string, draw func(row int, cursor bool) string) []string {
	typed, _ := f.text.View(f.W - 2)
	out := append([]string(nil), above[:f.above]...)
	out = append(out, line.Paint(f.Theme.Accent, "> ")+typed, hint)
	for i := f.window.Top; i < min(f.window.Top+f.fit(), len(f.rows)); i++ {
		out = append(out, draw(f.rows[i], i == f.window.Cursor))
	}
	return line.Fill(out, f.W, f.H)
}

// row returns a row of the name in style st and what there is to say about it.
func (f *finder) row(st uv.Style, name, about string, cursor bool) string {
	return listRow(&f.Place, st, name, about, cursor)
}

// listRow returns a row of a list in p: see finder.row.
func listRow(p *pane.Place, st uv.Style, name, about string, cursor bool) string {
	bar, rest := " ", p.Theme.Dim
	if cursor {
		bar = line.Paint(p.Theme.Accent, "▌")
		st, rest = style.Over(p.Theme.Status, style.Over(st, p.Theme.Title)), p.Theme.Status
	}
	width := max(p.W-1, 0)
	left := min(max(width*2/5, 12), width)
	if about == "" {
		left = width
	}
	return bar + line.Styled(st, name, left) + line.Styled(rest, about, width-left)
}
