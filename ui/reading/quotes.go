package reading

import (
	"slices"

	uv "github.com/charmbracelet/ultraviolet"

	"reader/ui/page"
	"reader/ui/style"
)

// Quote returns the quote one stands on: its place in the article's Quotes, or -1.
func (p *Pane) Quote() int { return p.quote }

// QuoteInView returns the quote one stands on, if some of it is in view, else -1.
func (p *Pane) QuoteInView() int {
	pg := p.page()
	if pg == nil || p.quote < 0 {
		return -1
	}
	if q := &p.article.Quotes[p.quote]; !p.inView(pg, q.Field, q.Span) {
		return -1
	}
	return p.quote
}

// StandOn makes quote i the one that one stands on and brings it into view.
func (p *Pane) StandOn(i int) {
	p.quote = i
	if i >= 0 {
		p.spot = nil
		q := &p.article.Quotes[i]
		p.goal = &Place{q.Field, q.Span.Start}
	}
}

// StepQuote goes on to the next of quotes by dir, 1 or -1, from the one that one stands on, else from the spot or the top
// of the pane. quotes are places in the article's Quotes. It reports false if there is none that way.
func (p *Pane) StepQuote(quotes []int, dir int) bool {
	ordered := p.ByReading(quotes)
	if dir < 0 {
		slices.Reverse(ordered)
	}
	from := p.standing()
	for _, i := range ordered {
		if p.beyond(i, from, dir) {
			p.StandOn(i)
			return true
		}
	}
	return false
}

// InView returns which of quotes, places in the article's Quotes, one is at: the one that one stands on, else the next
// from there, else the last. It is -1 if there are none.
func (p *Pane) InView(quotes []int) int {
	ordered, from := p.ByReading(quotes), p.standing()
	for _, i := range ordered {
		if i == p.quote || p.beyond(i, from, 1) {
			return i
		}
	}
	if len(ordered) == 0 {
		return -1
	}
	return ordered[len(ordered)-1]
}

// AtHand returns the quote that one stands on, else the first that can be seen, or -1.
func (p *Pane) AtHand() int {
	pg := p.page()
	if p.quote >= 0 || pg == nil {
		return p.quote
	}
	found := -1
	for i := range p.article.Quotes {
		if q := &p.article.Quotes[i]; p.inView(pg, q.Field, q.Span) && (found < 0 || p.byReading(i, found) < 0) {
			found = i
		}
	}
	return found
}

// ByReading returns quotes, places in the article's Quotes, in the order in which they stand on the page.
func (p *Pane) ByReading(quotes []int) []int {
	ordered := slices.Clone(quotes)
	slices.SortFunc(ordered, p.byReading)
	return ordered
}

// byReading compares quotes i and j by where they stand on the page, the title's first.
func (p *Pane) byReading(i, j int) int {
	a, b := &p.article.Quotes[i], &p.article.Quotes[j]
	if a.Field != b.Field {
		return int(b.Field) - int(a.Field)
	}
	return int(a.Span.Start) - int(b.Span.Start)
}

// standing returns where one stands, if that is on no quote: on a spot in view, else at the top of the pane.
func (p *Pane) standing() Place {
	if pg := p.page(); pg != nil && p.spotInView(pg) {
		return *p.spot
	}
	return p.Top()
}

// beyond reports whether quote i lies in direction dir from the quote that one stands on, else from the place from.
func (p *Pane) beyond(i int, from Place, dir int) bool {
	if p.quote >= 0 {
		return p.byReading(i, p.quote)*dir > 0
	}
	q := &p.article.Quotes[i]
	after := q.Field == from.Field && q.Span.End > from.At || q.Field < from.Field
	return after == (dir > 0)
}

// marks returns what is to be painted on the body from from to to, and on the title: the quotes of
// the chosen speakers in their colours, what a search found, and the quote that one stands on above all.
func (p *Pane) marks(from, to uint32) []page.Mark {
	var out []page.Mark
	for i := range p.article.Quotes {
		q := &p.article.Quotes[i]
		if !within(q.Field, q.Span, from, to) {
			continue
		}
		m := page.Mark{Span: q.Span, Field: q.Field}
		m.Style, _ = p.colour(i)
		if i == p.quote {
			m.Style = style.Over(m.Style, p.Theme.QuoteFocus)
		}
		out = append(out, m)
	}
	for i := range p.article.Mentions {
		m := &p.article.Mentions[i]
		if m.Entity == p.named && p.named != 0 && within(m.Field, m.Span, from, to) {
			out = append(out, page.Mark{Span: m.Span, Field: m.Field, Style: uv.Style{Underline: uv.UnderlineSingle}})
		}
	}
	for i, h := range p.search.hits {
		if within(h.field, h.span, from, to) {
			st := p.Theme.Hit
			if i == p.search.at {
				st = p.Theme.HitFocus
			}
			out = append(out, page.Mark{Span: h.span, Field: h.field, Style: st})
		}
	}
	return append(out, p.selected()...)
}
