package quote

import (
	"reader/model"
	"reader/model/nlp/doc"
)

// sources finds "according to X" between first and last and adds what it is the source of.
func (s *statement) sources(first, last int) {
	for i := first; i+2 < last; i = s.next(i) {
		by := s.reportedBy(i)
		if i < s.done || by == i {
			continue
		}
		p := s.whole(s.after(by, s.u.last), s.u.last)
		if p.empty() || s.in(p.head, plans) {
			continue
		}
		if m := s.nameBehind(p, p.last, s.u.last); m != nil { // according to their spokesman, Ann Lee
			p = phrase{p.first, m.Last, m.Last - 1}
		}
		s.source(segment{i, by}, p, s.d.Cover(i, by))
	}
}

// reportedBy returns where the source stands that the words at i introduce, "according to", "as first reported by"; i if
// they introduce none.
func (f *finder) reportedBy(i int) int {
	if f.is(i, "according") && f.is(i+1, "to") {
		return i + 2
	}
	t := i + 1
	if f.is(t, "first", "previously", "originally", "earlier") {
		t++
	}
	if f.is(i, "as") && f.in(t, tellings) && f.is(t+1, "by") {
		return t + 2
	}
	return i
}

// asTold adds what c, whose subject stands behind "as", tells of the rest of its sentence: as Lee noted, the gates are old.
func (s *statement) asTold(c *cue) bool {
	i := c.zone() - 1
	if !s.is(i, "as") || c.shape != plain || c.use&says == 0 || !s.in(c.at, tellings) || c.start != 0 || c.late != 0 || !s.closes(c.rest) || i < s.done {
		return false
	}
	if m := s.mentionAt(c.subject.head); m == nil || m.Form != model.Name || i > s.done && !s.finite(s.done, i) {
		return false
	}
	s.source(segment{i, c.subject.last}, c.subject, s.d.Tokens[c.at].Span)
	s.done = max(s.done, c.rest)
	return true
}

// tellings are the participles of what is passed on.
var tellings = set("reported", "noted", "observed", "explained", "reports", "notes")

// source adds what the words by, "according to", whose source is p, are about: what follows it when it opens the
// sentence, else what it follows, and what goes on after it.
func (s *statement) source(by segment, p phrase, cue model.Span) {
	i := by.first
	first := s.contentFrom(s.done, i)
	left := segment{first, s.trimmed(first, i)}
	if s.tag(i-1) == doc.AUX {
		return // that is according to the count
	}
	id, sure, ok := s.speaker(p)
	if !ok {
		return
	}
	if left.empty() && s.done > s.u.first && s.dropTopic() { // the group has called for attacks, according to the agency
		left = segment{s.u.first, s.trimmed(s.u.first, i)}
		first = left.first
	}
	if left.empty() && s.done > s.u.first { // Lee said C, according to the agency
		if n := len(s.quotes); n > 0 {
			s.channel(&s.quotes[n-1], p, id)
		}
		s.done = p.last
		return
	}
	a := attribution{speaker: id, sure: sure, mention: s.d.Cover(p.first, p.last), cue: cue}
	begin, end := p.last, p.last+1
	if left.last-left.first < 2 || s.subordinate(first) && !s.finite(first, left.last) { // it opens the sentence
		end = min(s.u.last, p.last+12)
	} else {
		s.emit(left, model.RuleAccording, a)
		s.done, s.subject = p.last, p
		if s.in(begin+1, relatives) || s.in(begin+1, asides) || !s.finite(begin+1, begin+2) && s.tag(begin+1) != doc.SCONJ {
			return
		}
	}
	for begin < end && !s.is(begin, ",") {
		begin = s.next(begin)
	}
	if begin+1 < s.u.last && s.is(begin, ",") {
		content := segment{begin + 1, s.clauseEnd(s.u, s.cues, s.behind(begin)-1, begin+1)}
		s.emit(content, model.RuleAccording, a)
		s.done = content.last
	}
}

// dropTopic takes back the last quote if it is one of the unit's, and no more than what somebody spoke of.
func (s *statement) dropTopic() bool {
	n := len(s.quotes) - 1
	if n < 0 || s.quotes[n].Rule != model.RuleObject || s.quotes[n].Span.Start < s.d.Tokens[s.u.first].Span.Start {
		return false
	}
	if n > 0 && s.quotes[n-1].Span.Start >= s.d.Tokens[s.u.first].Span.Start {
		return false
	}
	s.quotes = s.quotes[:n]
	return true
}

// behind returns the index of the first cue of the unit behind token i.
func (s *statement) behind(i int) int {
	n := 0
	for n < len(s.cues) && s.cues[n].at <= i {
		n++
	}
	return n
}

// channel notes that q was reported through p, unless somebody is known to whom it was said.
func (f *finder) channel(q *model.Quote, p phrase, id model.EntityID) {
	if q.To.Empty() && id != q.Speaker {
		q.To = f.bareSpan(p)
	}
}
