package reading

import (
	"reader/model/state"
	"reader/ui/line"
	"reader/ui/page"
)

// The signs beside a quote with a note, which is told in the status line, and beside one that is taken.
const (
	pencil = "✎"
	tick   = "✓"
)

// SetNotes tells the notes on the article that is shown.
func (p *Pane) SetNotes(n state.Notes) { p.notes = n }

// SetTaken tells which quotes of the article that is shown are taken together.
func (p *Pane) SetTaken(taken func(i int) bool) { p.taken = taken }

// note returns the line that tells the note on all of the article, "" if there is none.
func (p *Pane) note() string {
	if note := p.notes.Whole(); note != "" {
		return pencil + " " + line.One(note)
	}
	return ""
}

// beginnings puts sign beside the first line of each quote i that has it, before the signs that are there.
func (p *Pane) beginnings(pg *page.Page, from, to uint32, signs []string, sign string, has func(i int) bool) {
	for i := range p.article.Quotes {
		q := &p.article.Quotes[i]
		if !within(q.Field, q.Span, from, to) || !has(i) {
			continue
		}
		if y := pg.LineOf(q.Field, q.Span.Start) - p.top; y >= 0 && y < p.H {
			signs[y] = sign
		}
	}
}
