package popup

import (
	"slices"
	"strings"

	"reader/ui/line"
)

// Source is where articles are from: a publisher, or a feed that brought nothing yet.
type Source struct {
	Name    string
	Unread  int // articles; -1: it is not known which are read
	All     int
	Trouble string // what went wrong with its feed the last time; "": nothing
}

// Sources picks sources by parts of their names.
type Sources struct {
	picks
	sources []Source // the rows
}

// NewSources returns a picker of sources. Those of the names picked are picked already. It calls on with the names of what
// would be picked by Enter whenever that changes, and cancel if nothing is.
func NewSources(sources []Source, picked []string, on func(names []string), cancel func()) *Sources {
	p := &Sources{sources: sources}
	p.picks = picks{
		all: len(sources), cancel: cancel,
		name: func(row int) string { return p.sources[row].Name },
		on:   func(rows []int) { on(chosen(p.called(), rows)) },
	}
	p.begin(places(p.called(), picked))
	return p
}

// called returns the names of all sources.
func (p *Sources) called() []string {
	names := make([]string, len(p.sources))
	for i := range p.sources {
		names[i] = p.sources[i].Name
	}
	return names
}

// Offer replaces the sources by what is known of them now. What is typed and taken stays, and where one is.
func (p *Sources) Offer(sources []Source) {
	before := p.called()
	taken := chosen(before, p.taken)
	here, ok := p.at()
	p.sources, p.all, p.names = sources, len(sources), nil
	now := p.called()
	p.taken = places(now, taken)
	if p.match(); ok {
		p.window.Cursor = max(0, slices.Index(p.rows, slices.Index(now, before[here])))
		p.keep()
	}
}

// Title implements Popup.
func (p *Sources) Title() string { return p.titled("Sources") }

// Want implements Popup.
func (p *Sources) Want() (w, h int) { return 84, min(p.all, 16) + head }

// Lines implements Popup.
func (p *Sources) Lines() []string {
	return p.lines(nil, p.hint(), func(row int, cursor bool) string {
		s := &p.sources[row]
		sign, name := "  ", p.Theme.Text
		switch {
		case slices.Contains(p.taken, row):
			sign, name = "✓ ", p.Theme.Accent
		case s.Trouble != "":
			sign, name = "! ", p.Theme.Warning
		}
		return p.row(name, sign+s.Name, s.about(), cursor)
	})
}

// about returns how many articles are from s, and whether something went wrong there.
func (s *Source) about() string {
	var parts []string
	if s.Trouble != "" {
		parts = append(parts, "failed")
	}
	switch {
	case s.All == 0:
		parts = append(parts, "nothing yet")
	case s.Unread < 0:
		parts = append(parts, line.Count(s.All, "article"))
	default:
		parts = append(parts, line.Thousands(s.Unread)+" unread", line.Thousands(s.All))
	}
	return " " + strings.Join(parts, " · ")
}

// hint returns the line under what is typed: on a source with trouble, what that is.
func (p *Sources) hint() string {
	switch {
	case p.all == 0:
		return line.Paint(p.Theme.Dim, "Of no article here it is known where it is from.")
	case len(p.rows) == 0:
		return line.Paint(p.Theme.Warning, "No source is called that.")
	}
	if row, ok := p.at(); ok && p.sources[row].Trouble != "" {
		return line.Paint(p.Theme.Warning, p.sources[row].Trouble)
	}
	return line.Paint(p.Theme.Dim, "Enter picks · Tab takes several · Esc goes back")
}
