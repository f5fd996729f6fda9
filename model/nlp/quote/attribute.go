package quote

import (
	"strings"

	"reader/model"
	"reader/model/nlp/doc"
)

// attribution is what the quotes of one cue share.
type attribution struct {
	mention model.Span
	cue     model.Span
	to      model.Span
	speaker model.EntityID
	sure    float32
}

// attribute finds the quotes of u that a cue or "according to" introduces.
func (f *finder) attribute(u unit) {
	cs := f.cues(u)
	if f.promotes(u) {
		return
	}
	s := statement{f: f, u: u, cues: cs, done: u.first}
	at := u.first
	for n := range cs {
		s.sources(at, cs[n].at)
		at = cs[n].at
		if cs[n].at >= s.done {
			s.take(n)
		}
	}
	s.sources(at, u.last)
}

// promotes reports whether u is a line that leads to another article or a film: "READ MORE: …".
func (f *finder) promotes(u unit) bool {
	for i := u.first; i < min(u.first+4, u.last); i++ {
		if f.is(i, ":") {
			return i > u.first && f.in(u.first, leads) && strings.ToUpper(f.d.Word(u.first)) == f.d.Word(u.first)
		}
	}
	return false
}

// statement is a unit on the way to its quotes.
type statement struct {
	f       *finder
	u       unit
	cues    []cue
	done    int    // what stands before belongs to a quote or its attribution
	subject phrase // of the last cue
}

// take finds the quotes of cue n.
func (s *statement) take(n int) {
	f, c := s.f, &s.cues[n]
	if c.subject.empty() && !s.share(c) {
		return
	}
	left := s.left(c)
	if c.late != 0 && left.first >= left.last && !f.is(c.zone()-1, ",") {
		c.start = c.late
	}
	right := c.start != 0
	if left.first < left.last && right && !c.comma && !c.colon && f.marks[c.start] == 0 {
		if right = !s.mustBeLeft(c); right {
			left = segment{}
		}
	}
	inserted := left.first >= left.last && !right && f.is(c.zone()-1, ",") && f.is(c.rest, ",") && c.use&says != 0 && c.form != gerund && !c.relative
	if left.first >= left.last && !right && !inserted {
		s.reports(c)
		return
	}
	if right && left.first >= left.last && s.within(n) {
		return
	}
	if c.use&(says|tells|inverts) == 0 && left.first < left.last && f.marks[left.last-1] == 0 && !right {
		return
	}
	if s.hypothetical(c) {
		return
	}
	a, ok := f.who(c)
	if !ok || a.speaker == 0 && f.in(c.subject.head, narrators) && (left.first >= left.last || f.marks[left.first] == 0) && (!right || f.marks[c.start] == 0) {
		return
	}
	s.subject = c.subject
	if left.first < left.last {
		s.emitLeft(left, c, a)
		s.done = max(s.done, c.rest)
	}
	if right {
		s.emitRight(n, a)
	} else {
		s.resume(n, left, a)
	}
}

// reports notes whether c, which introduces nothing, names the channel of the quote before it: "…, Interfax
// reported."
func (s *statement) reports(c *cue) {
	f, z := s.f, c.zone()
	n := len(f.quotes)
	if n > 0 && c.use&(says|tells) != 0 && c.start == 0 && z > s.u.first && s.done > s.u.first && z-s.done < 2 && (f.is(z-1, ",") || f.marks[z-1] != 0) {
		if id, _, ok := f.speaker(c.subject); ok && id != 0 && id != f.quotes[n-1].Speaker {
			f.channel(&f.quotes[n-1], c.subject, id)
			return
		}
	}
	s.subject = c.subject
}

// within reports whether cue n is a part of what a later cue says of the whole sentence: "The story reminds us
// that …, Lee writes." An agency at the end is the channel of what cue n introduces.
func (s *statement) within(n int) bool {
	f := s.f
	for k := n + 1; k < len(s.cues); k++ {
		c := &s.cues[k]
		z := c.zone()
		if c.subject.empty() || c.start != 0 || c.relative || c.use&channel != 0 || c.use&says == 0 || !f.closes(c.rest) && c.rest < s.u.last || c.form == gerund {
			continue
		}
		if (f.is(z-1, ",") || f.markAt(z-1) != nil) && z > s.cues[n].start {
			m := f.mentionAt(c.subject.head)
			return s.cues[n].zone() > s.done && m != nil && (m.Type == model.Person || m.Form == model.Pronoun) && f.finite(s.done, s.cues[n].at)
		}
	}
	return false
}

// hypothetical reports whether c stands under "if" or "whether".
func (s *statement) hypothetical(c *cue) bool {
	z := c.zone()
	return s.f.is(z-1, "if") || s.f.is(z-1, "whether") || s.f.is(z-1, "unless") || s.f.in(c.subject.first, nobody)
}

// share gives c, which has no subject of its own, that of the cue before, or of the main clause.
func (s *statement) share(c *cue) bool {
	f := s.f
	i := c.first - 1
	joined := f.is(i, "and") || f.is(i, "but") || f.is(i, "or") || f.is(i, "then")
	if c.form == gerund {
		joined = f.is(i, ",") || f.is(i, "by") || f.is(i, "after") || f.is(i, "before") || f.is(i, "while") || f.is(i, "and") || f.marks[max(i, 0)] != 0 || f.dash(i)
		if i < s.u.first {
			return false
		}
	} else if f.is(i, ",") && (s.u.first < i) {
		joined = true
	}
	if !joined || c.form == base {
		return false
	}
	c.subject = s.subject
	if c.subject.empty() {
		c.subject = f.mainSubject(s.u.first, c.first)
	}
	return !c.subject.empty()
}

// left returns what stands to the left of c as what was said, or an empty segment.
func (s *statement) left(c *cue) segment {
	f, z := s.f, c.zone()
	none := segment{}
	if c.agent || c.spoken || c.relative || c.form == gerund || z <= s.done || c.subject.first > c.first && !c.inverted {
		return none
	}
	end := z
	mark := f.markAt(z-1) != nil && !f.named(z-1)
	switch {
	case mark:
	case f.is(z-1, ",") || f.dash(z-1):
		end = z - 1
		mark = end > s.u.first && f.markAt(end-1) != nil
	default:
		return none
	}
	first := s.done
	first = f.insideParenthesis(first, end)
	for first < end && f.marks[first] == 0 && (f.closes(first) || f.dash(first)) {
		first++
	}
	if first >= end || f.tag(end-1) == doc.CCONJ || f.in(end-1, relatives) {
		return none
	}
	if mark {
		return s.leftMark(c, first, end)
	}
	if f.subordinate(first) && c.start != 0 || c.use&(says|tells) == 0 || end-first < 3 || !f.closes(c.rest) && !f.dash(c.rest) {
		return none
	}
	// A tagger may miss the verb of a clause that ends with "Lee said".
	if !f.finite(first, end) && !f.markVerb(first, end) && (end-first < 5 || f.subordinate(first) || !f.in(c.at, sure)) {
		return none
	}
	return segment{first, end}
}

// insideParenthesis returns where the parenthesis that is open at end begins, or first.
func (f *finder) insideParenthesis(first, end int) int {
	depth := 0
	for i := end - 1; i >= first; i-- {
		switch {
		case f.is(i, ")"):
			depth++
		case f.is(i, "("):
			if depth--; depth < 0 {
				return i + 1
			}
		}
	}
	return first
}

// leftMark returns what was said to the left of c, where that ends in a quotation: the quotation, or the
// clause that it is a part of.
func (s *statement) leftMark(c *cue, first, end int) segment {
	f := s.f
	m := f.markAt(end - 1)
	stopped := f.stopped(m) != 0 || f.is(m.last, ",") || f.dash(m.last)
	if f.in(c.at, adjectival) || m.first < first || !stopped && (c.use&says == 0 || m.first > first || c.start != 0) {
		return segment{}
	}
	if f.title(m) && f.is(m.first-1, ",") {
		return segment{}
	}
	if m.first == first || f.is(m.first-1, ":") {
		return segment{m.first, m.last}
	}
	if c.use&(says|tells|inverts) == 0 {
		return segment{m.first, m.last}
	}
	if f.startsUpper(m) && (f.is(m.first-1, ",") || m.last-m.first > 8) && f.stopped(m) != 0 {
		return segment{m.first, m.last}
	}
	if c.start != 0 && f.subordinate(first) {
		return segment{}
	}
	return segment{first, end}
}

// subordinate reports whether what begins at i is not a main clause.
func (f *finder) subordinate(i int) bool {
	if f.tag(i) == doc.CCONJ {
		i++
	}
	return f.tag(i) == doc.ADP || f.tag(i) == doc.SCONJ || f.tag(i) == doc.VERB || f.in(i, openers) || f.dated(i)
}

// mustBeLeft reports whether what follows c only says when, where or how it was said.
func (s *statement) mustBeLeft(c *cue) bool {
	f := s.f
	if f.markAt(c.zone()-1) != nil || f.markAt(c.zone()-2) != nil {
		return true
	}
	return !c.that && (f.in(c.start, openers) || f.tag(c.start) == doc.SCONJ || f.tag(c.start) == doc.ADP || f.tag(c.start) == doc.ADV)
}

// emitLeft adds what stands to the left of c.
func (s *statement) emitLeft(left segment, c *cue, a attribution) {
	rule := model.RuleTrailing
	if m := s.f.markAt(left.first); m != nil && m.last == left.last {
		rule = model.RuleSubjectCue
		if c.inverted {
			rule = model.RuleCueSubject
		}
	} else {
		left.last = s.f.trimmed(left.first, left.last)
	}
	s.f.emit(left, rule, a)
}

// emitRight adds what cue n introduces on its right.
func (s *statement) emitRight(n int, a attribution) {
	f, c := s.f, &s.cues[n]
	rule := model.RuleClause
	switch {
	case c.colon:
		rule = model.RuleColon
	case c.comma || f.marks[c.start] != 0:
		rule = model.RuleLeading
	}
	switch {
	case c.form == gerund:
		rule = model.RuleAdding
	case c.subject.last < c.first-4 && !c.inverted && f.tag(c.first-1) == doc.CCONJ:
		rule = model.RuleCoordinated
	}
	end := f.clauseEnd(s.u, s.cues, n, c.start)
	s.done = max(s.done, end)
	if m := f.markAt(c.start); m != nil && m.first == c.start && f.alone(m, c, end) {
		f.emit(segment{m.first, m.last}, rule, a)
		s.done = max(s.done, m.last)
		return
	}
	if c.purpose && c.form != gerund && f.kind(segment{c.start, end}) != model.Indirect {
		f.emit(segment{c.start, end}, rule, a)
		return
	}
	if c.use&(says|tells) == 0 && !c.that || f.is(c.start-1, "as") && !c.that || c.agent || c.purpose {
		s.emitWords(c, end, a)
		return
	}
	if c.colon && f.marks[c.start] == 0 {
		return
	}
	f.emit(segment{c.start, end}, rule, a)
}

// alone reports whether the quotation m, where the content of c begins, is all of that.
func (f *finder) alone(m *marked, c *cue, end int) bool {
	if m.last >= end {
		return true
	}
	if (c.comma || c.colon || f.stopped(m) != 0) && f.startsUpper(m) {
		return true
	}
	// vowed to "keep the lamps lit" on Monday
	return f.in(m.last, circumstantial) && !f.finite(m.last, end) && f.kind(segment{m.last, end}) == model.Indirect
}

// emitWords adds the quotations that c, a verb that takes no clause, introduces: call it "Q".
func (s *statement) emitWords(c *cue, end int, a attribution) {
	f := s.f
	for i := c.start; i < end; i = f.next(i) {
		m := f.markAt(i)
		if m == nil || m.first != i {
			continue
		}
		if c.use&words == 0 || f.finite(c.rest, i) && i > c.start {
			return
		}
		if i == c.rest && f.title(m) && c.form == past { // an app called "Harbour Watch"
			return
		}
		f.emit(segment{m.first, m.last}, model.RuleMixed, a)
	}
}

// resume adds what goes on after an attribution in the middle: C, X said, C.
func (s *statement) resume(n int, left segment, a attribution) {
	f, c := s.f, &s.cues[n]
	i := c.rest
	if !f.is(i, ",") || i+1 >= s.u.last {
		return
	}
	i++
	if m := f.markAt(left.first); m != nil && m.last == left.last && f.marks[i] == 0 {
		return // what stands behind a quotation and its speaker is the reporter's.
	}
	if c.inverted && f.tag(i) != doc.SCONJ && f.marks[i] == 0 && !f.finite(i, i+1) && !(f.is(i, "in") && f.ing(i+1)) || f.in(i, relatives) && !f.is(i, "that") {
		return
	}
	if f.in(i, asides) || f.is(i, "according") || f.is(i, "adding") || f.is(i, "though") || f.is(i, "although") {
		return
	}
	for k := n + 1; k < len(s.cues); k++ {
		if z := s.cues[k].zone(); z >= i && z <= i+1 {
			return
		}
	}
	end := f.clauseEnd(s.u, s.cues, n, i)
	if m := f.markAt(i); m != nil && m.first == i {
		f.emit(segment{m.first, m.last}, model.RuleLeading, a)
		s.done = m.last
		return
	}
	if end-i < 3 || f.is(i, "when") || f.is(i, "after") || f.is(i, "but") && f.turns(i, end) || f.ing(i) {
		return
	}
	f.emit(segment{i, end}, model.RuleTrailing, a)
	s.done = end
}

// ing reports whether token i is a present participle.
func (f *finder) ing(i int) bool {
	w := f.d.Lower(i)
	return f.tag(i) == doc.VERB && len(w) > 4 && w[len(w)-3:] == "ing"
}

// emit adds the quote of the tokens in s.
func (f *finder) emit(s segment, rule model.Rule, a attribution) {
	if s.first >= s.last {
		return
	}
	q := model.Quote{Span: f.d.Cover(s.first, s.last), Mention: a.mention, Cue: a.cue, To: a.to, Speaker: a.speaker, Rule: rule}
	q.Kind = f.kind(s)
	q.Confidence = confidence(rule, a)
	f.quotes = append(f.quotes, q)
}

// kind returns how much of s stands between quotation marks.
func (f *finder) kind(s segment) model.QuoteKind {
	if m := f.markAt(s.first); m != nil && m.first == s.first && m.last >= s.last {
		return model.Direct
	}
	for i := s.first; i < s.last; i++ {
		if f.marks[i] != 0 {
			return model.Mixed
		}
	}
	return model.Indirect
}

var adjectival = set("called", "titled", "entitled", "dubbed", "labeled", "labelled")
