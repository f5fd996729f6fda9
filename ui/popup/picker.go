package popup

import (
	"slices"
	"strings"

	"reader/model"
	"reader/model/library"
	"reader/ui/intent"
	"reader/ui/line"
	"reader/ui/style"
)

// Picker picks speakers by parts of their names.
type Picker struct {
	picks
	lib      *library.Library
	speakers []library.ID    // the rows: those who speak here before the others
	here     []library.Heard // how often, for the first of these
	away     map[int]int     // how many quotes of the others there are in the library, by row, as far as it was asked for
}

// NewPicker returns a picker of the speakers of lib. Those who speak in the articles here come first, and how often they do
// is counted there. Those in picked are picked already. It calls on with what would be picked by Enter whenever that changes,
// and cancel if nothing is.
func NewPicker(lib *library.Library, here *library.Among, picked []library.ID, on func([]library.ID), cancel func()) *Picker {
	p := &Picker{lib: lib, here: here.Speakers(), away: map[int]int{}}
	p.speakers = everybody(lib, p.here)
	p.picks = picks{
		all: len(p.speakers), most: style.Speakers, cancel: cancel,
		name: func(row int) string { return searched(lib.Entity(p.speakers[row])) },
		on:   func(rows []int) { on(chosen(p.speakers, rows)) },
	}
	p.begin(places(p.speakers, picked))
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

// chosen returns those of list at rows.
func chosen[T any](list []T, rows []int) []T {
	out := make([]T, len(rows))
	for i, row := range rows {
		out[i] = list[row]
	}
	return out
}

// places returns where in list the values are, those that are.
func places[T comparable](list, values []T) []int {
	rows := make([]int, 0, len(values))
	for _, v := range values {
		if i := slices.Index(list, v); i >= 0 {
			rows = append(rows, i)
		}
	}
	return rows
}

// Title implements Popup.
func (p *Picker) Title() string { return p.titled("Speakers") }

// Want implements Popup.
func (p *Picker) Want() (w, h int) { return 84, min(p.all, 16) + head }

// searched returns what is looked through for e: the name both ways round, and other names.
func searched(e *library.Entity) string {
	return inverted(e) + " " + e.Name + " " + strings.Join(e.Aliases, " ")
}

// Lines implements Popup.
func (p *Picker) Lines() []string {
	return p.lines(nil, p.hint(), func(row int, cursor bool) string {
		e := p.lib.Entity(p.speakers[row])
		sign, name := "  ", p.Theme.Text
		if row >= len(p.here) {
			name = p.Theme.Dim
		}
		if at := slices.Index(p.taken, row); at >= 0 {
			sign, name = "✓ ", p.Theme.Speaker[at]
		}
		return p.row(name, sign+inverted(e), p.describe(row, e), cursor)
	})
}

// Whom returns who is under the cursor; 0 if nobody is.
func (p *Picker) Whom() library.ID {
	row, ok := p.at()
	if !ok {
		return 0
	}
	return p.speakers[row]
}

// hint returns the line under what is typed.
func (p *Picker) hint() string {
	switch {
	case p.all == 0:
		return line.Paint(p.Theme.Dim, "Nobody speaks in these articles.")
	case len(p.rows) == 0:
		return line.Paint(p.Theme.Warning, "Nobody who speaks is called that.")
	default:
		all := ""
		if hint := p.Keys.HintTyping(intent.Card, "tells all"); hint != "" {
			all = hint + " · "
		}
		return line.Paint(p.Theme.Dim, "Enter picks · Tab takes several · "+all+"Esc goes back")
	}
}

// elsewhere returns how many quotes there are in the library of whoever is in a row, but speaks not here.
func (p *Picker) elsewhere(row int) int {
	n, known := p.away[row]
	if !known {
		h, _ := p.lib.Everything().Of(p.speakers[row])
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
