package quote

import (
	"reader/model"
	"reader/model/nlp/doc"
)

// left returns what stands to the left of c as what was said, or an empty segment.
func (s *statement) left(c *cue) segment {
	z := c.zone()
	if c.shape > inverted || c.form == gerund || z <= s.done || c.subject.first > c.first && c.shape != inverted {
		return segment{}
	}
	end := z
	if s.is(z-1, ",") || s.dash(z-1) {
		end = z - 1
	} else if s.marks[z-1] == 0 || s.named(z-1) {
		return segment{}
	}
	first := s.contentFrom(s.done, end)
	switch {
	case first >= end || s.tag(end-1) == doc.CCONJ || s.in(end-1, relatives):
		return segment{}
	case s.markAt(end-1) != nil && (end < z || !s.named(end-1)):
		return s.leftMark(c, first, end)
	case !s.leftClause(c, first, end):
		return segment{}
	}
	return segment{first, end}
}

// contentFrom moves first over what stands before a parenthesis that is open at end, and over punctuation.
func (s *statement) contentFrom(first, end int) int {
	depth := 0
	for i := end - 1; i >= first; i-- {
		if s.is(i, ")") {
			depth++
		} else if s.is(i, "(") {
			if depth--; depth < 0 {
				first = i + 1
				break
			}
		}
	}
	for first < end && s.marks[first] == 0 && (s.closes(first) || s.dash(first)) {
		first++
	}
	return first
}

// leftClause reports whether the tokens without quotation marks to the left of c are a clause that c reports.
func (s *statement) leftClause(c *cue, first, end int) bool {
	ends := s.closes(c.rest) || s.dash(c.rest) || c.start == 0 && s.is(c.rest, "that", "which") // said in a speech that drew thousands
	if c.use&(says|tells) == 0 || !ends || c.start != 0 && s.subordinate(first) {
		return false
	}
	if s.finite(first, end) || s.markVerb(first, end) {
		return true
	}
	if s.is(c.rest, ",") && c.rest+1 < s.u.last && s.finite(c.rest+1, c.rest+2) { // the gates, Lee said, were old
		return !s.subordinate(first)
	}
	// The tagger may miss the verb of a clause that ends with "Lee said".
	return end-first >= 5 && !s.subordinate(first) && (s.in(c.at, sure) || c.use&channel != 0 && s.named(c.subject.head))
}

// leftMark returns what was said to the left of c, where that ends in a quotation: the quotation, or the
// clause that it is a part of.
func (s *statement) leftMark(c *cue, first, end int) segment {
	m := s.markAt(end - 1)
	alone := segment{m.first, m.last}
	parted := s.stopped(m) != 0 || s.is(m.last, ",") || s.dash(m.last)
	switch {
	case m.first < first, s.in(c.at, naming), s.title(m) && s.is(m.first-1, ","), s.work(m):
		return segment{}
	case !parted && (c.use&says == 0 || m.first > first || c.start != 0):
		return segment{}
	case m.first == first, s.is(m.first-1, ":"), c.use&(says|tells|inverts) == 0:
		return alone
	case s.startsUpper(m) && s.stopped(m) != 0 && (s.is(m.first-1, ",") || m.last-m.first > 8):
		return alone
	case c.start != 0 && s.subordinate(first):
		return segment{}
	}
	return segment{first, end}
}

// subordinate reports whether what begins at i is not a main clause.
func (f *finder) subordinate(i int) bool {
	if f.tag(i) == doc.CCONJ {
		i++
	}
	switch f.tag(i) {
	case doc.ADP, doc.SCONJ, doc.VERB:
		return true
	default:
		return f.in(i, openers) || f.dated(i)
	}
}

// emitLeft adds what stands to the left of c.
func (s *statement) emitLeft(left segment, c *cue, a attribution) {
	rule := model.RuleTrailing
	switch m := s.markAt(left.first); {
	case m == nil || m.last != left.last:
		left.last = s.trimmed(left.first, left.last)
	case c.shape == inverted:
		rule = model.RuleCueSubject
	default:
		rule = model.RuleSubjectCue
	}
	s.emit(left, rule, a)
}

// resume adds what goes on behind an attribution in the middle: C, X said, C.
func (s *statement) resume(n int, left segment, a attribution) {
	c := &s.cues[n]
	i := c.rest + 1
	if !s.is(c.rest, ",") || i >= s.u.last || s.parted(n, left, i) {
		return
	}
	end := s.clauseEnd(s.u, s.cues, n, i)
	rule, next := model.RuleTrailing, segment{i, end}
	if m := s.markAt(i); m != nil && m.first == i {
		rule, next = model.RuleLeading, segment{m.first, m.last}
	} else if end-i < 3 || s.is(i, "when", "after") || s.is(i, "but") && s.turns(i, end) || s.ing(i) {
		return
	}
	s.emit(next, rule, a)
	s.done = next.last
}

// parted reports whether what begins at i, behind cue n and a comma, is not what was said to its left.
func (s *statement) parted(n int, left segment, i int) bool {
	c := &s.cues[n]
	if s.in(i, asides) || s.is(i, "according", "adding", "though", "although") || s.in(i, relatives) && !s.is(i, "that") {
		return true
	}
	for k := n + 1; k < len(s.cues); k++ {
		if z := s.cues[k].zone(); z == i || z == i+1 {
			return true
		}
	}
	if s.marks[i] != 0 {
		return false
	}
	if m := s.markAt(left.first); m != nil && m.last == left.last {
		return true // what stands behind a quotation and its speaker is the reporter's.
	}
	goesOn := s.tag(i) == doc.SCONJ || s.finite(i, i+1) || s.is(i, "in") && s.ing(i+1)
	return c.shape == inverted && !goesOn
}
