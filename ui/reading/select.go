package reading

import (
	"reader/model"
	"reader/ui/intent"
	"reader/ui/page"
)

// selection is words of the article that are being selected: from one word to another, both included, whichever
// stands first.
type selection struct {
	field model.Field
	held  model.Span // the word at the end that stays
	moved model.Span // the word at the end that moves
	col   int        // of the page: where a step up or down leads; -1: where moved stands
}

// span returns the stretch of text that is selected.
func (s *selection) span() model.Span {
	return model.Span{Start: min(s.held.Start, s.moved.Start), End: max(s.held.End, s.moved.End)}
}

// Select begins to select words: at the spot one stands on, if it is in view, else at the first word in view. It reports false if
// there is none.
func (p *Pane) Select() bool {
	pg := p.page()
	if pg == nil {
		return false
	}
	if p.spotInView(pg) {
		return p.selectAt(*p.spot)
	}
	for y := range p.H {
		if f, at, ok := pg.Near(p.top+y, 0); ok {
			return p.selectAt(Place{f, at})
		}
	}
	return false
}

// SelectQuote begins a selection with the words of the quote that one stands on.
func (p *Pane) SelectQuote() {
	q := &p.article.Quotes[p.quote]
	text := p.article.TextOf(q.Field)
	if last, ok := wordBefore(text, q.Span.End); ok {
		p.selection = &selection{field: q.Field, held: wordAt(text, q.Span.Start), moved: last, col: -1}
	}
}

// selectAt begins a selection with the word at a place, and reports whether there is one.
func (p *Pane) selectAt(at Place) bool {
	w := wordAt(p.article.TextOf(at.Field), at.At)
	if w.Empty() {
		return false
	}
	p.selection = &selection{field: at.Field, held: w, moved: w, col: -1}
	return true
}

// Selecting reports whether words are being selected.
func (p *Pane) Selecting() bool { return p.selection != nil }

// Selection returns what is selected, if words are being selected.
func (p *Pane) Selection() (f model.Field, s model.Span) {
	return p.selection.field, p.selection.span()
}

// Unselect ends the selection.
func (p *Pane) Unselect() { p.selection = nil }

// Extend does i if it moves the end of the selection, or goes to its other end, and reports whether it does.
func (p *Pane) Extend(i intent.Intent) bool {
	pg, s := p.page(), p.selection
	if pg == nil || s == nil {
		return false
	}
	text := p.article.TextOf(s.field)
	switch i {
	case intent.Right:
		p.moveTo(wordAfter(text, s.moved))
	case intent.Left:
		p.moveTo(wordBefore(text, s.moved.Start))
	case intent.Down:
		p.moveLine(pg, 1)
	case intent.Up:
		p.moveLine(pg, -1)
	case intent.OtherEnd:
		s.held, s.moved, s.col = s.moved, s.held, -1
	default:
		return false
	}
	p.followEnd(pg)
	return true
}

// moveTo moves the end of the selection to the word w, if there is one.
func (p *Pane) moveTo(w model.Span, ok bool) {
	if ok {
		p.selection.moved, p.selection.col = w, -1
	}
}

// moveLine moves the end of the selection to the next line by dir, 1 or -1, that shows text. A selection lies in the
// title or in the body: beyond the edge of one it begins anew in the other.
func (p *Pane) moveLine(pg *page.Page, dir int) {
	s := p.selection
	from := pg.LineOf(s.field, s.moved.Start)
	if s.col < 0 {
		s.col = pg.Column(from, s.field, s.moved.Start)
	}
	for l := from + dir; l >= 0 && l < pg.Len(); l += dir {
		f, at, ok := pg.Near(l, s.col)
		if !ok {
			continue
		}
		w := wordAt(p.article.TextOf(f), at)
		if s.moved = w; f != s.field {
			s.field, s.held = f, w
		}
		return
	}
}

// followEnd scrolls as little as shows the end of the selection that moves.
func (p *Pane) followEnd(pg *page.Page) {
	l := pg.LineOf(p.selection.field, p.selection.moved.Start)
	p.top = min(max(p.top, l-p.H+1), l)
}

// SetSize gives the pane w columns and h lines. The end of a selection stays in view.
func (p *Pane) SetSize(w, h int) {
	if w == p.W && h == p.H {
		return
	}
	p.Place.SetSize(w, h)
	if p.selection != nil {
		p.goal = &Place{p.selection.field, p.selection.moved.Start}
	}
}

// Drag moves the end of the selection to the word nearest to column x and line y of the pane, above or below of which
// it scrolls. Without a selection one begins at the spot that was clicked. It reports whether there is one.
func (p *Pane) Drag(x, y int) bool {
	pg := p.page()
	if pg == nil {
		return false
	}
	f, at, ok := pg.Near(p.top+max(-1, min(y, p.H)), x-p.margin())
	if !ok {
		return p.Selecting()
	}
	w := wordAt(p.article.TextOf(f), at)
	if p.selection == nil && (p.spot == nil || f != p.spot.Field || w == wordAt(p.article.TextOf(f), p.spot.At) || !p.selectAt(*p.spot)) {
		return false
	}
	if f == p.selection.field {
		p.moveTo(w, true)
		p.followEnd(pg)
	}
	return true
}

// selected returns the marks of the selection.
func (p *Pane) selected() []page.Mark {
	s := p.selection
	if s == nil {
		return nil
	}
	return []page.Mark{
		{Span: s.span(), Field: s.field, Style: p.Theme.Selection},
		{Span: s.moved, Field: s.field, Style: p.Theme.SelectionEnd},
	}
}

// spotInView reports whether one stands on a spot that is on the screen.
func (p *Pane) spotInView(pg *page.Page) bool {
	return p.spot != nil && p.inView(pg, p.spot.Field, model.Span{Start: p.spot.At, End: p.spot.At + 1})
}

// inView reports whether some of the stretch s of a field is on the screen.
func (p *Pane) inView(pg *page.Page, f model.Field, s model.Span) bool {
	return pg.LineOf(f, s.Start) < p.top+p.H && pg.LineOf(f, s.End-1) >= p.top
}
