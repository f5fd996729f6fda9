package quote

import (
	"cmp"
	"slices"

	"reader/model"
	"reader/model/nlp/doc"
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
	if f.announces(m) {
		if n, ok := f.introduced(q, m); ok {
			return n, true
		}
	}
	signer := f.signed(m)
	whole := m.first == u.first && (f.trimmed(m.last-1, u.last) <= m.last || signer != nil)
	switch {
	case !whole && (m.last-m.first < 8 || f.title(m) || f.stopped(m) == 0 && !f.startsUpper(m)):
		return q, false
	case m.aside, f.heading(m), f.work(m):
		return q, false
	case m.last-m.first < 5 && (f.stopped(m) == 0 || f.title(m)):
		return q, false
	}
	last, actor := f.lastIn(m.paragraph), f.beat(m, u)
	switch {
	case signer != nil:
		return f.signedBy(q, signer), true
	case f.is(m.first-1, ":") && m.first > 1:
		q, _ = f.introduced(q, m)
		return q, true
	case actor != nil:
		return f.from(q, actor, model.RuleScored), true
	case last == nil:
		return f.from(q, f.reportedOn(m.paragraph), model.RuleScored), true
	case m.continued:
		q.Rule = model.RuleContinued
	case last.paragraph == m.paragraph:
		q.Rule = model.RuleFloating
	case whole:
		q.Rule = model.RuleParagraph
	default:
		q.Rule = model.RuleScored
	}
	if q.Speaker = last.quote.Speaker; q.Speaker == 0 {
		q.Rule = model.RuleUnattributed
	}
	if q.Speaker != 0 {
		q.Confidence = min(last.quote.Confidence, reliability[q.Rule])
	}
	if q.Rule == model.RuleFloating {
		q.Mention = last.quote.Mention // it is named for both
	}
	return q, true
}

// from returns q as said by the person whom m names, by rule, or as nobody's if m is nil.
func (f *finder) from(q model.Quote, m *doc.Mention, rule model.Rule) model.Quote {
	if m == nil {
		return q
	}
	q.Speaker, q.Mention, q.Rule = m.Entity, m.Span, rule
	q.Confidence = confidence(rule, attribution{speaker: m.Entity, sure: 0.9})
	return q
}

// subjectOf returns the person who is the subject of u, or 0.
func (f *finder) subjectOf(u unit) model.EntityID {
	if m := f.personIn(u); m != nil {
		return m.Entity
	}
	return 0
}

// personIn returns the mention of a person that is the subject of u, or nil.
func (f *finder) personIn(u unit) *doc.Mention {
	p := f.mainSubject(u.first, u.last)
	if p.empty() || p.head < 0 {
		return nil
	}
	if m := f.mentionAt(p.head); m != nil && m.Type == model.Person && f.headed(m, p.head) {
		return m
	}
	return nil
}

// reportedOn returns the mention of the person whom the paragraph before a paragraph is about: the subject of its
// last sentence that has a person for one, or nil.
func (f *finder) reportedOn(paragraph int) *doc.Mention {
	n := f.unitOf(f.d.Paragraphs[paragraph].First)
	for _, u := range slices.Backward(f.units[max(0, n-maxBack):n]) {
		if u.paragraph+1 < paragraph {
			return nil
		}
		if m := f.personIn(u); m != nil {
			return m
		}
	}
	return nil
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
