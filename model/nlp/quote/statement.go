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
	sure    float32 // that the mention stands for the speaker
}

// statement is a unit on the way to its quotes.
type statement struct {
	*finder
	u       unit
	cues    []cue
	done    int    // what stands before belongs to a quote or its attribution
	subject phrase // of the last cue
}

// attribute finds the quotes of u that a cue or "according to" introduces.
func (f *finder) attribute(u unit) {
	if f.promotes(u) {
		return
	}
	s := statement{finder: f, u: u, cues: f.cues(u), done: u.first}
	at := u.first
	for n := range s.cues {
		s.sources(at, s.cues[n].at)
		at = s.cues[n].at
		if at >= s.done {
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

// take finds the quotes of cue n.
func (s *statement) take(n int) {
	c := &s.cues[n]
	if c.subject.empty() && !s.share(c) {
		return
	}
	if s.asTold(c) {
		return
	}
	left, right := s.sides(c)
	switch {
	case left.empty() && !right && !s.inserted(c):
		s.reports(c)
		return
	case right && left.empty() && s.within(n), s.hypothetical(c):
		return
	}
	a, ok := s.who(c)
	if !ok || a.speaker == 0 && s.in(c.subject.head, narrators) && s.unmarked(c, left, right) {
		return
	}
	s.subject = c.subject
	if !left.empty() {
		s.emitLeft(left, c, a)
		s.done = max(s.done, c.rest)
	}
	if right {
		s.emitRight(n, a)
	} else {
		s.resume(n, left, a)
	}
}

// sides returns what was said to the left of c, and whether something was on its right.
func (s *statement) sides(c *cue) (left segment, right bool) {
	left = s.left(c)
	if c.late != 0 && left.empty() && !s.is(c.zone()-1, ",") {
		c.start = c.late
	}
	right = c.start != 0
	if left.empty() || !right || c.comma || c.colon || s.marks[c.start] != 0 {
		return left, right
	}
	if s.circumstantial(c) {
		return left, false
	}
	return segment{}, true
}

// circumstantial reports whether what follows c only says when, where or how it was said.
func (s *statement) circumstantial(c *cue) bool {
	z := c.zone()
	if s.markAt(z-1) != nil || s.markAt(z-2) != nil {
		return true
	}
	switch s.tag(c.start) {
	case doc.SCONJ, doc.ADP, doc.ADV:
		return !c.that
	default:
		return !c.that && s.in(c.start, openers)
	}
}

// unmarked reports whether nothing that c introduces is a quotation.
func (s *statement) unmarked(c *cue, left segment, right bool) bool {
	return (left.empty() || s.marks[left.first] == 0) && (!right || s.marks[c.start] == 0)
}

// inserted reports whether c stands between commas in what was said: Too often, Lee says, they wait.
func (s *statement) inserted(c *cue) bool {
	return s.is(c.zone()-1, ",") && s.is(c.rest, ",") && c.use&says != 0 && c.form != gerund && c.shape != relative
}

// reports notes whether c, which introduces nothing, names the channel of the quote before it: "…, Interfax
// reported".
func (s *statement) reports(c *cue) {
	z, n := c.zone(), len(s.quotes)
	behind := s.done > s.u.first && z-s.done < 2 && (s.is(z-1, ",") || z > 0 && s.marks[z-1] != 0)
	if n > 0 && behind && c.use&(says|tells) != 0 && c.start == 0 {
		if id, _, ok := s.speaker(c.subject); ok && id != 0 && id != s.quotes[n-1].Speaker {
			s.channel(&s.quotes[n-1], c.subject, id)
			return
		}
	}
	s.subject = c.subject
}

// within reports whether cue n is a part of what a later cue says of the whole sentence: "The story reminds us
// that …, Lee writes". An agency at the end is the channel of what cue n introduces.
func (s *statement) within(n int) bool {
	inner := &s.cues[n]
	if m := s.mentionAt(inner.subject.head); m != nil || s.in(inner.at, plainly) {
		if inner.zone() <= s.done || !s.finite(s.done, inner.at) {
			return false
		}
	}
	for k := n + 1; k < len(s.cues); k++ {
		c := &s.cues[k]
		if z := c.zone(); z > inner.start && s.closing(c) && (s.is(z-1, ",") || s.markAt(z-1) != nil) {
			m := s.mentionAt(c.subject.head)
			return m != nil && (m.Type == model.Person || m.Form == model.Pronoun)
		}
	}
	return false
}

// closing reports whether c, of a person, can end the sentence whose content stands before it.
func (s *statement) closing(c *cue) bool {
	if c.subject.empty() || c.start != 0 || c.shape == relative || c.form == gerund {
		return false
	}
	return c.use&says != 0 && c.use&channel == 0 && (s.closes(c.rest) || c.rest >= s.u.last)
}

// hypothetical reports whether c stands under "if" or "whether", or its subject is nobody.
func (s *statement) hypothetical(c *cue) bool {
	return s.is(c.zone()-1, "if", "whether", "unless", "until") || s.in(c.subject.first, nobody)
}

// share gives c, which has no subject of its own, that of the cue before, or of the main clause.
func (s *statement) share(c *cue) bool {
	i := c.first - 1
	joined := s.coordinates(i) || s.is(i, ",") && i > s.u.first
	if c.form == gerund {
		joined = i >= s.u.first && (s.is(i, ",", "by", "after", "before", "while", "and") || s.marks[i] != 0 || s.dash(i))
	}
	if !joined || c.form == base {
		return false
	}
	c.subject = s.subject
	if c.subject.empty() {
		c.subject = s.mainSubject(s.u.first, c.first)
	}
	if i -= 1; c.subject.empty() && c.form == gerund && s.is(i, ",") && i > s.u.first { // Smith, after saying C, left
		c.subject = s.before(i, s.u.first)
	}
	return !c.subject.empty()
}
