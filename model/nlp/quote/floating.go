package quote

import (
	"cmp"
	"slices"

	"reader/model"
)

// byPlace puts the quotes in order and drops those that lie in another.
func (f *finder) byPlace() {
	slices.SortStableFunc(f.quotes, func(a, b model.Quote) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(b.Span.End, a.Span.End))
	})
	out := f.quotes[:0]
	for _, q := range f.quotes {
		if n := len(out); n > 0 && out[n-1].Span.Overlaps(q.Span) {
			continue
		}
		out = append(out, q)
	}
	f.quotes = out
}

// float adds the quotations that have no cue of their own, in the order of the text.
func (f *finder) float() {
	found := f.quotes
	f.quotes = make([]model.Quote, 0, len(found)+len(f.ranges))
	u, q := 0, 0
	for i := range f.ranges {
		m := &f.ranges[i]
		for q < len(found) && found[q].Span.Start < m.span.End {
			f.quotes = append(f.quotes, found[q])
			q++
		}
		for f.units[u].last <= m.first {
			u++
		}
		if n := len(f.quotes); n > 0 && f.quotes[n-1].Span.Overlaps(m.span) {
			continue
		}
		if n, ok := f.loose(m, f.units[u]); ok {
			f.quotes = append(f.quotes, n)
		}
	}
	f.quotes = append(f.quotes, found[q:]...)
}

// loose returns the quote of m, which no cue introduces, and whether m is a quote.
func (f *finder) loose(m *marked, u unit) (model.Quote, bool) {
	q := model.Quote{Span: m.span, Kind: model.Direct}
	whole := m.first == u.first && f.trimmed(m.last-1, u.last) <= m.last
	switch {
	case !whole && (m.last-m.first < 8 || f.title(m) || f.stopped(m) == 0 && !f.startsUpper(m)):
		return q, false
	case f.heading(m):
		return q, false
	case m.last-m.first < 5 && (f.stopped(m) == 0 || f.title(m)):
		return q, false
	}
	last := f.lastIn(m.paragraph)
	switch {
	case m.continued && last != nil:
		q.Rule = model.RuleContinued
	case last != nil && last.paragraph == m.paragraph:
		q.Rule = model.RuleFloating
	case last != nil && whole:
		q.Rule = model.RuleParagraph
	case last != nil:
		q.Rule = model.RuleScored
	}
	if last != nil {
		q.Speaker = last.quote.Speaker
		q.Confidence = confidence(q.Rule, attribution{speaker: q.Speaker, sure: last.quote.Confidence})
	}
	if q.Speaker == 0 {
		q.Rule, q.Confidence = model.RuleUnattributed, 0
	}
	return q, true
}

// said is a quote and the paragraph that it stands in.
type said struct {
	quote     *model.Quote
	paragraph int
}

// lastIn returns the last quote so far, if it stands in the paragraph or in the one before it.
func (f *finder) lastIn(paragraph int) *said {
	n := len(f.quotes)
	if n == 0 {
		return nil
	}
	q := &f.quotes[n-1]
	for p := paragraph; p >= max(0, paragraph-1); p-- {
		if f.d.Paragraphs[p].Span.Contains(q.Span) {
			return &said{q, p}
		}
	}
	return nil
}
