package popup

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/sahilm/fuzzy"

	"reader/model"
	"reader/model/library"
	"reader/ui/input"
	"reader/ui/intent"
	"reader/ui/line"
	"reader/ui/pane"
	"reader/ui/style"
)

// Picker picks speakers by parts of their names.
type Picker struct {
	pane.Place
	lib    *library.Library
	on     func(picked []library.ID) // called whenever what is picked changes
	cancel func()
	text   input.Line
	names  []string     // folded, of all speakers; made when something is typed
	rows   []library.ID // those that match
	marked []library.ID // in the order in which they were taken
	window pane.Window
}

// NewPicker returns a picker of the speakers of lib. Those in marked are taken already. It calls on with what
// would be picked by Enter whenever that changes, and cancel if nothing is.
func NewPicker(lib *library.Library, marked []library.ID, on func([]library.ID), cancel func()) *Picker {
	p := &Picker{lib: lib, on: on, cancel: cancel, rows: lib.Speakers()}
	switch len(marked) {
	case 0:
	case 1:
		p.window.Cursor = max(slices.Index(p.rows, marked[0]), 0)
	default:
		p.marked = slices.Clone(marked)
	}
	return p
}

// Title implements Popup.
func (p *Picker) Title() string {
	if len(p.marked) > 0 {
		return "Speakers · " + strconv.Itoa(len(p.marked)) + " taken"
	}
	return "Speakers"
}

// Want implements Popup.
func (p *Picker) Want() (w, h int) { return 84, min(len(p.lib.Speakers()), 16) + 2 }

// SetSize implements Popup.
func (p *Picker) SetSize(w, h int) {
	p.Place.SetSize(w, h)
	p.window.Keep(len(p.rows), p.fit())
}

func (p *Picker) fit() int { return max(p.H-2, 0) }

// Type changes what is looked for.
func (p *Picker) Type(key tea.KeyPressMsg) bool {
	switch key.String() {
	case "home", "end":
		return false // they move in the rows
	}
	before := p.text.Text()
	if !p.text.Type(key) {
		return false
	}
	if p.text.Text() != before {
		p.match()
	}
	return true
}

// match finds the speakers whose names hold the letters typed, in their order, the best first.
func (p *Picker) match() {
	p.window = pane.Window{}
	all, want := p.lib.Speakers(), library.Fold(strings.TrimSpace(p.text.Text()))
	if want == "" {
		p.rows = all
		p.preview()
		return
	}
	if p.names == nil {
		p.names = make([]string, len(all))
		for i, id := range all {
			p.names[i] = searched(p.lib.Entity(id))
		}
	}
	p.rows = nil
	for _, m := range fuzzy.Find(want, p.names) {
		p.rows = append(p.rows, all[m.Index])
	}
	p.preview()
}

// searched returns what is looked through for e: the name both ways round, and other names.
func searched(e *library.Entity) string {
	return library.Fold(inverted(e) + " " + e.Name + " " + strings.Join(e.Aliases, " "))
}

// Handle moves, and takes the speaker under the cursor (Tab).
func (p *Picker) Handle(i intent.Intent) (tea.Cmd, bool) {
	if i == intent.NextPane {
		p.take()
		return nil, true
	}
	before := p.window.Cursor
	ok := p.window.Move(i, len(p.rows), p.fit())
	if p.window.Cursor != before {
		p.preview()
	}
	return nil, ok
}

// take takes the speaker under the cursor, or gives them back, and goes on to the next. There may be as many
// as there are colours.
func (p *Picker) take() {
	if len(p.rows) == 0 {
		return
	}
	id := p.rows[p.window.Cursor]
	switch i := slices.Index(p.marked, id); {
	case i >= 0:
		p.marked = slices.Delete(p.marked, i, i+1)
	case len(p.marked) < style.Speakers:
		p.marked = append(p.marked, id)
	}
	p.window.Move(intent.Down, len(p.rows), p.fit())
	p.preview()
}

// Click puts the cursor on the row at line y.
func (p *Picker) Click(y int) {
	if i := p.window.Top + y - 2; y >= 2 && i < len(p.rows) {
		p.window.Cursor = i
		p.preview()
	}
}

// picked returns what Enter picks: those taken, else the one under the cursor.
func (p *Picker) picked() []library.ID {
	if len(p.marked) > 0 || len(p.rows) == 0 {
		return p.marked
	}
	return p.rows[p.window.Cursor : p.window.Cursor+1]
}

func (p *Picker) preview() {
	if picked := p.picked(); len(picked) > 0 {
		p.on(picked)
	}
}

// Preview shows what Enter would pick now.
func (p *Picker) Preview() { p.preview() }

// Accept implements Popup; with nothing to pick the picker stays open.
func (p *Picker) Accept() bool { return len(p.picked()) > 0 }

// Cancel implements Popup.
func (p *Picker) Cancel() { p.cancel() }

// Cursor implements Popup.
func (p *Picker) Cursor() (x, y int, ok bool) {
	_, x = p.text.View(p.W - 2)
	return x + 2, 0, true
}

// Lines implements Popup.
func (p *Picker) Lines() []string {
	typed, _ := p.text.View(p.W - 2)
	out := []string{line.Paint(p.Theme.Accent, "> ") + typed, p.hint()}
	for i := p.window.Top; i < min(p.window.Top+p.fit(), len(p.rows)); i++ {
		out = append(out, p.row(i))
	}
	return line.Fill(out, p.W, p.H)
}

// hint returns the line under what is typed.
func (p *Picker) hint() string {
	switch {
	case len(p.lib.Speakers()) == 0:
		return line.Paint(p.Theme.Dim, "Nobody speaks in these articles.")
	case len(p.rows) == 0:
		return line.Paint(p.Theme.Warning, "Nobody who speaks is called that.")
	default:
		return line.Paint(p.Theme.Dim, "Enter picks · Tab takes several · Esc goes back")
	}
}

func (p *Picker) row(i int) string {
	id := p.rows[i]
	e := p.lib.Entity(id)
	bar, sign, name, rest := " ", "  ", p.Theme.Text, p.Theme.Dim
	if at := slices.Index(p.marked, id); at >= 0 {
		sign, name = "✓ ", p.Theme.Speaker[at]
	}
	if i == p.window.Cursor {
		bar = line.Paint(p.Theme.Accent, "▌")
		name, rest = style.Over(p.Theme.Status, style.Over(name, p.Theme.Title)), p.Theme.Status
	}
	width := max(p.W-1, 0)
	left := min(max(width*2/5, 12), width)
	return bar + line.Styled(name, sign+inverted(e), left) + line.Styled(rest, describe(e), width-left)
}

// inverted returns the name of e as it stands in an index: "Azimov, Araz". Only people have surnames.
func inverted(e *library.Entity) string {
	i := strings.LastIndexByte(e.Name, ' ')
	if e.Type != model.Person || i < 0 {
		return e.Name
	}
	return e.Name[i+1:] + ", " + e.Name[:i]
}

// describe returns how often e speaks, and what they are.
func describe(e *library.Entity) string {
	n := 0
	for _, c := range e.Articles {
		if c.Quotes > 0 {
			n++
		}
	}
	s := " · " + line.Count(e.Quotes, "quote") + " · " + line.Count(n, "article")
	if e.Role != "" {
		s += " · " + e.Role
	}
	return s
}
