package quote

import (
	"reader/model"
	"reader/model/nlp/doc"
)

// emit adds the quote of the tokens in s.
func (f *finder) emit(s segment, rule model.Rule, a attribution) {
	if s.empty() {
		return
	}
	f.quotes = append(f.quotes, f.quote(s, rule, a))
}

// quote returns the tokens in s as a quote.
func (f *finder) quote(s segment, rule model.Rule, a attribution) model.Quote {
	return model.Quote{
		Span: f.d.Cover(s.first, s.last), Kind: f.kind(s), Rule: rule, Confidence: confidence(rule, a),
		Mention: a.mention, Cue: a.cue, To: a.to, Speaker: a.speaker,
	}
}

// emitRight adds what cue n introduces on its right.
func (s *statement) emitRight(n int, a attribution) {
	c := &s.cues[n]
	rule := s.rightRule(c)
	end := s.clauseEnd(s.u, s.cues, n, c.start)
	s.done = max(s.done, end)
	content := segment{c.start, end}
	m := s.markAt(c.start)
	switch {
	case m != nil && m.first == c.start && s.alone(m, c, end):
		s.emit(segment{m.first, m.last}, rule, a)
		s.done = max(s.done, m.last)
	case c.purpose && c.form != gerund && s.kind(content) != model.Indirect:
		s.emit(content, rule, a)
	case c.object, c.purpose && !s.in(c.at, willing):
		s.emitObject(c, end, a)
	case c.purpose || c.shape == agent || !c.that && (c.use&(says|tells) == 0 || s.is(c.start-1, "as")):
		s.emitWords(c, end, a)
	case !c.colon || m != nil:
		s.emit(content, rule, a)
	}
}

// rightRule returns the construction by which c introduces what stands on its right.
func (s *statement) rightRule(c *cue) model.Rule {
	switch {
	case c.form == gerund:
		return model.RuleAdding
	case c.shape == plain && c.subject.last < c.first-4 && s.tag(c.first-1) == doc.CCONJ:
		return model.RuleCoordinated
	case c.colon:
		return model.RuleColon
	case c.comma || s.marks[c.start] != 0:
		return model.RuleLeading
	}
	return model.RuleClause
}

// alone reports whether the quotation m, where the content of c begins, is all of that.
func (f *finder) alone(m *marked, c *cue, end int) bool {
	if m.last >= end || f.startsUpper(m) && (c.comma || c.colon || f.stopped(m) != 0) {
		return true
	}
	// vowed to "keep the lamps lit" on Monday
	return f.in(m.last, circumstantial) && !f.finite(m.last, end) && f.kind(segment{m.last, end}) == model.Indirect
}

// emitWords adds the quotations that c, a verb that takes no clause, introduces: call it "Q".
func (s *statement) emitWords(c *cue, end int, a attribution) {
	for i := c.start; i < end; i = s.next(i) {
		m := s.markAt(i)
		if m == nil || m.first != i {
			continue
		}
		if c.use&words == 0 || i > c.start && s.finite(c.rest, i) {
			return
		}
		if i == c.rest && c.form == past && s.title(m) { // an app called "Harbour Watch"
			return
		}
		s.emit(segment{m.first, m.last}, model.RuleMixed, a)
	}
}
