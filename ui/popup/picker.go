package popup

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"reader/model"
	"reader/model/library"
	"reader/ui/intent"
	"reader/ui/line"
)

// Picker picks speakers by parts of their names, or the quotes of nobody known.
type Picker struct {
	picks
	lib      *library.Library
	among    *library.Among
	unsure   bool            // those are shown, too, who are only likely to speak, and such quotes count
	speakers []library.ID    // the rows: those who speak here before the others, and last nobody known, 0
	here     []library.Heard // how often, for the first of these
	away     map[int]library.Heard
}

// NewPicker returns a picker of the speakers of lib. Those who speak in the articles here come first, and how often they do
// is counted there. Those in picked are picked already. It calls on with what would be picked by Enter whenever that changes,
// and cancel if nothing is.
func NewPicker(lib *library.Library, here *library.Among, picked []library.Voice, on func([]library.Voice), cancel func()) *Picker {
	p := &Picker{lib: lib, among: here}
	p.picks = picks{
		cancel: cancel,
		name:   func(row int) string { return p.searched(p.speakers[row]) },
		on:     func(rows []int) { on(p.voices(chosen(p.speakers, rows))) },
	}
	ids := make([]library.ID, len(picked))
	for i, v := range picked {
		ids[i] = v.ID
		p.unsure = p.unsure || v.Unsure && v.ID != 0
	}
	p.fill()
	p.begin(places(p.speakers, ids))
	return p
}

// fill makes the rows.
func (p *Picker) fill() {
	p.away, p.names = map[int]library.Heard{}, nil
	if p.here = p.among.Speakers(); p.unsure {
		p.here = p.among.Likely()
	}
	p.speakers = append(p.everybody(), 0)
	p.all = len(p.speakers)
}

// everybody returns all who speak, those first who do here.
func (p *Picker) everybody() []library.ID {
	all := p.lib.Speakers()
	if p.unsure && !p.among.All() {
		all = all[:0:0]
		for _, h := range p.lib.Everything().Likely() {
			all = append(all, h.ID)
		}
	}
	out, met := make([]library.ID, 0, len(all)+1), make(map[library.ID]bool, len(p.here))
	for _, h := range p.here {
		out, met[h.ID] = append(out, h.ID), true
	}
	if len(out) >= len(all) {
		return out
	}
	for _, id := range all {
		if !met[id] {
			out = append(out, id)
		}
	}
	return out
}

// voices returns what of ids is picked.
func (p *Picker) voices(ids []library.ID) []library.Voice {
	out := make([]library.Voice, len(ids))
	for i, id := range ids {
		if out[i] = (library.Voice{ID: id, Unsure: p.unsure}); id == 0 {
			out[i] = library.Unknown()
		}
	}
	return out
}

// Handle moves and takes, and brings in those who are only likely to speak, or takes them out again.
func (p *Picker) Handle(i intent.Intent) (tea.Cmd, bool) {
	if i != intent.PickLikely {
		return p.picks.Handle(i)
	}
	p.Likely(!p.unsure)
	p.Preview()
	return nil, true
}

// Likely shows those, too, who are only likely to speak, or does not. Who is under the cursor, and who is taken, stays so.
func (p *Picker) Likely(show bool) {
	taken := chosen(p.speakers, p.taken)
	row, ok := p.at()
	id := p.speakers[row]
	p.unsure = show
	p.fill()
	p.taken = places(p.speakers, taken)
	p.match()
	if at := slices.Index(p.rows, slices.Index(p.speakers, id)); ok && at >= 0 {
		p.window.Cursor = at
		p.keep()
	}
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

// unknown is what nobody known is called.
const unknown = "Unknown"

// searched returns what is looked through for id: the name both ways round, other names, and the role.
func (p *Picker) searched(id library.ID) string {
	if id == 0 {
		return unknown
	}
	e := p.lib.Entity(id)
	return inverted(e) + " " + e.Name + " " + strings.Join(e.Aliases, " ") + " " + e.Role
}

// Lines implements Popup.
func (p *Picker) Lines() []string {
	return p.lines(nil, p.hint(), func(row int, cursor bool) string {
		sign, st := "  ", p.Theme.Text
		if row >= len(p.here) {
			st = p.Theme.Dim
		}
		if at := slices.Index(p.taken, row); at >= 0 {
			sign = "✓ "
			if colour, ok := p.Theme.Voice(at); ok {
				st = colour
			}
		}
		return p.row(st, sign+p.called(row), p.describe(row), cursor)
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

// called returns the name of whoever is in a row, with a question mark if it is not sure that they speak.
func (p *Picker) called(row int) string {
	id := p.speakers[row]
	if id == 0 {
		return unknown
	}
	name := inverted(p.lib.Entity(id))
	if p.unsure && p.heard(row).Quotes == 0 {
		name += " ?"
	}
	return name
}

// hint returns the line under what is typed.
func (p *Picker) hint() string {
	switch {
	case p.all == 1 && p.lib.Len() == 0:
		return line.Paint(p.Theme.Dim, "Nobody speaks in these articles.")
	case len(p.rows) == 0 && p.unsure:
		return line.Paint(p.Theme.Warning, "Nobody who speaks is called that.")
	case len(p.rows) == 0:
		return line.Paint(p.Theme.Warning, line.Join(" ", "Nobody who speaks is called that.", p.Keys.HintTyping(intent.PickLikely, "brings in likely ones.")))
	}
	likely := "likely ones, too"
	if p.unsure {
		likely = "sure ones only"
	}
	return line.Paint(p.Theme.Dim, line.Join(" · ", "Enter picks", p.Keys.HintTyping(intent.PickLikely, likely), "Tab takes several",
		p.Keys.HintTyping(intent.Card, "tells all")))
}

// heard returns how often whoever is in a row speaks: in the articles here, or where they do not in all.
func (p *Picker) heard(row int) library.Heard {
	if row < len(p.here) {
		return p.here[row]
	}
	h, known := p.away[row]
	if !known {
		if id := p.speakers[row]; id == 0 {
			h = p.among.Unknown()
		} else {
			h, _ = p.lib.Everything().OfVoice(library.Voice{ID: id, Unsure: p.unsure})
		}
		p.away[row] = h
	}
	return h
}

// inverted returns the name of e as it stands in an index. Only people have surnames.
func inverted(e *library.Entity) string {
	if e.Type != model.Person {
		return e.Name
	}
	return surnameFirst(e.Name)
}

// surnameFirst returns name with the surname first: "Azimov, Araz", "van der Roest, Tamsin".
func surnameFirst(name string) string {
	surname := model.Short(name, model.Person)
	first := strings.TrimSuffix(strings.TrimSuffix(name, surname), " ")
	if first == "" {
		return name
	}
	return surname + ", " + first
}

// describe returns how often whoever is in a row speaks, and what they are.
func (p *Picker) describe(row int) string {
	id, h := p.speakers[row], p.heard(row)
	if id == 0 {
		return " · " + line.Count(h.Unsure, "quote") + " · " + line.Count(h.Articles, "article") + " · nobody can be told to have said them"
	}
	s := " · 0 here · " + line.Thousands(h.Quotes+h.Unsure) + " in all"
	if row < len(p.here) {
		s = " · " + amount(h) + " · " + line.Count(h.Articles, "article")
	}
	if role := p.lib.Entity(id).Role; role != "" {
		s += " · " + role
	}
	return s
}

// amount returns how many quotes h is of, and how many of them are not sure.
func amount(h library.Heard) string {
	switch {
	case h.Unsure == 0:
		return line.Count(h.Quotes, "quote")
	case h.Quotes == 0:
		return line.Count(h.Unsure, "quote") + " ?"
	default:
		return line.Count(h.Quotes, "quote") + " and " + line.Thousands(h.Unsure) + " ?"
	}
}
