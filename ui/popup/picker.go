package popup

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"reader/model"
	"reader/model/library"
	"reader/ui/intent"
	"reader/ui/line"
	"reader/ui/style"
)

// Picker picks speakers by parts of their names.
type Picker struct {
	finder
	lib    *library.Library
	on     func(picked []library.ID) // called whenever what is picked changes
	cancel func()
	all    []library.ID    // the rows: those who speak here before the others
	here   []library.Heard // how often, for the first of all
	away   map[int]int     // how many quotes of the others there are in the library, by row, as far as it was asked for
	names  []string        // folded, of all; made when something is typed
	marked []library.ID    // in the order in which they were taken
}

// NewPicker returns a picker of the speakers of lib. Those who speak in the articles here come first, and how often they do
// is counted there. Those in marked are taken already. It calls on with what would be picked by Enter whenever that changes,
// and cancel if nothing is.
func NewPicker(lib *library.Library, here *library.Among, marked []library.ID, on func([]library.ID), cancel func()) *Picker {
	p := &Picker{lib: lib, on: on, cancel: cancel, here: here.Speakers(), away: map[int]int{}}
	p.all = everybody(lib, p.here)
	p.show(upTo(len(p.all)))
	switch len(marked) {
	case 0:
	case 1:
		p.window.Cursor = max(slices.Index(p.all, marked[0]), 0)
	default:
		p.marked = slices.Clone(marked)
	}
	return p
}

// everybody returns all speakers of lib, those first who are heard.
func everybody(lib *library.Library, heard []library.Heard) []library.ID {
	all := lib.Speakers()
	out, met := make([]library.ID, 0, len(all)), make(map[library.ID]bool, len(heard))
	for _, h := range heard {
		out, met[h.ID] = append(out, h.ID), true
	}
	if len(heard) == len(all) {
		return out
	}
	for _, id := range all {
		if !met[id] {
			out = append(out, id)
		}
	}
	return out
}

// Title implements Popup.
func (p *Picker) Title() string {
	if len(p.marked) > 0 {
		return "Speakers · " + strconv.Itoa(len(p.marked)) + " taken"
	}
	return "Speakers"
}

// Want implements Popup.
func (p *Picker) Want() (w, h int) { return 84, min(len(p.all), 16) + head }

// Type changes what is looked for.
func (p *Picker) Type(key tea.KeyPressMsg) bool {
	done, changed := p.edit(key)
	if changed {
		p.match()
	}
	return done
}

// match shows the speakers that fit what is typed.
func (p *Picker) match() {
	defer p.preview()
	if p.typed() == "" {
		p.show(upTo(len(p.all)))
		return
	}
	if p.names == nil {
		p.names = make([]string, len(p.all))
		for i, id := range p.all {
			p.names[i] = searched(p.lib.Entity(id))
		}
	}
	p.show(p.find(p.names))
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
	ok := p.move(i)
	if p.window.Cursor != before {
		p.preview()
	}
	return nil, ok
}

// take takes the speaker under the cursor, or gives them back, and goes on to the next. There may be as many
// as there are colours.
func (p *Picker) take() {
	row, ok := p.at()
	if !ok {
		return
	}
	id := p.all[row]
	switch i := slices.Index(p.marked, id); {
	case i >= 0:
		p.marked = slices.Delete(p.marked, i, i+1)
	case len(p.marked) < style.Speakers:
		p.marked = append(p.marked, id)
	}
	p.move(intent.Down)
	p.preview()
}

// Click puts the cursor on the row at line y.
func (p *Picker) Click(y int) {
	if p.click(y) {
		p.preview()
	}
}

// picked returns what Enter picks: those taken, else the one under the cursor.
func (p *Picker) picked() []library.ID {
	row, ok := p.at()
	if len(p.marked) > 0 || !ok {
		return p.marked
	}
	return p.all[row : row+1]
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

// Lines implements Popup.
func (p *Picker) Lines() []string {
	return p.lines(nil, p.hint(), func(row int, cursor bool) string {
		id := p.all[row]
		e := p.lib.Entity(id)
		sign, name := "  ", p.Theme.Text
		if row >= len(p.here) {
			name = p.Theme.Dim
		}
		if at := slices.Index(p.marked, id); at >= 0 {
			sign, name = "✓ ", p.Theme.Speaker[at]
		}
		return p.row(name, sign+inverted(e), p.describe(row, e), cursor)
	})
}

// hint returns the line under what is typed.
func (p *Picker) hint() string {
	switch {
	case len(p.all) == 0:
		return line.Paint(p.Theme.Dim, "Nobody speaks in these articles.")
	case len(p.rows) == 0:
		return line.Paint(p.Theme.Warning, "Nobody who speaks is called that.")
	default:
		return line.Paint(p.Theme.Dim, "Enter picks · Tab takes several · Esc goes back")
	}
}

// elsewhere returns how many quotes there are in the library of whoever is in a row, but speaks not here.
func (p *Picker) elsewhere(row int) int {
	n, known := p.away[row]
	if !known {
		h, _ := p.lib.Everything().Of(p.all[row])
		n = h.Quotes
		p.away[row] = n
	}
	return n
}

// inverted returns the name of e as it stands in an index. Only people have surnames.
func inverted(e *library.Entity) string {
	if e.Type != model.Person {
		return e.Name
	}
	return surnameFirst(e.Name)
}

// surnameFirst returns name with its last word first: "Azimov, Araz".
func surnameFirst(name string) string {
	i := strings.LastIndexByte(name, ' ')
	if i < 0 {
		return name
	}
	return name[i+1:] + ", " + name[:i]
}

// describe returns how often e, who is in a row, speaks, and what they are.
func (p *Picker) describe(row int, e *library.Entity) string {
	var s string
	if row < len(p.here) {
		h := &p.here[row]
		s = " · " + line.Count(h.Quotes, "quote") + " · " + line.Count(h.Articles, "article")
	} else {
		s = " · 0 here · " + line.Thousands(p.elsewhere(row)) + " in all"
	}
	if e.Role != "" {
		s += " · " + e.Role
	}
	return s
}
