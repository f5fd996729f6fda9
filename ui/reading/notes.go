package reading

import (
	"reader/model/state"
	"reader/ui/line"
	"reader/ui/page"
)

// pencil is the sign beside a quote with a note. In words it is told in the status line.
const pencil = "✎"

// SetNotes tells the notes on the article that is shown.
func (p *Pane) SetNotes(n state.Notes) { p.notes = n }

// note returns the line that tells the note on all of the article, "" if there is none.
func (p *Pane) note() string {
	if note := p.notes.Whole(); note != "" {
		return pencil + " " + line.One(note)
	}
	return ""
}

// pencils puts the sign of a note beside the first line of each quote that has one, before all other signs.
func (p *Pane) pencils(pg *page.Page, from, to uint32, signs []string) {
	for i := range p.article.Quotes {
		q := &p.article.Quotes[i]
		if !within(q.Field, q.Span, from, to) || p.notes.On(i) == "" {
			continue
		}
		if y := pg.LineOf(q.Field, q.Span.Start) - p.top; y >= 0 && y < p.H {
			signs[y] = pencil
		}
	}
}
