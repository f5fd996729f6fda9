package quote

import (
	"reader/model"
	"reader/model/nlp/doc"
)

// sources finds "according to X" between first and last and adds what it is the source of.
func (s *statement) sources(first, last int) {
	f := s.f
	for i := first; i+2 < last; i = f.next(i) {
		if !f.is(i, "according") || !f.is(i+1, "to") || i < s.done {
			continue
		}
		p := f.after(i+2, s.u.last)
		if p.empty() || f.in(p.head, plans) {
			continue
		}
		p = f.whole(p, s.u.last)
		// according to their spokesman, Ann Lee
		if !f.person(p.head) && f.is(p.last, ",") && f.person(p.last+1) {
			if m := f.mentionAt(p.last + 1); m.First == p.last+1 && (m.Last >= s.u.last || f.closes(m.Last)) {
				p = phrase{p.first, m.Last, m.Last - 1}
			}
		}
		s.source(i, p)
	}
}

// source adds what the "according to" at i, whose source is p, is about: what follows it when it opens the
// sentence, else what it follows, and what goes on after it.
func (s *statement) source(i int, p phrase) {
	f := s.f
	id, sure, ok := f.speaker(p)
	if !ok {
		return
	}
	a := attribution{speaker: id, sure: sure, mention: f.d.Cover(p.first, p.last), cue: f.d.Cover(i, i+2)}
	c := []cue{{subject: p, at: i, first: i, rest: p.last}}
	first := s.done
	for first < i && f.marks[first] == 0 && (f.closes(first) || f.dash(first)) {
		first++
	}
	left := f.trimmed(first, i)
	if n := len(f.quotes); left <= first && n > 0 && first > s.u.first && f.quotes[n-1].Span.End > f.d.Tokens[s.u.first].Span.Start {
		f.channel(&f.quotes[n-1], p, id) // X said C, according to the agency
		s.done = p.last
		return
	}
	if left == first+1 && f.is(i-1, "'s") || f.tag(i-1) == doc.AUX {
		return // that is according to the count
	}
	opens := left-first < 2 || f.subordinate(first) && !f.finite(first, left)
	if opens {
		j := p.last
		for j < s.u.last && !f.is(j, ",") && j < p.last+12 {
			j = f.next(j)
		}
		if f.is(j, ",") && j+1 < s.u.last {
			end := f.clauseEnd(s.u, append(c, s.after(j)...), 0, j+1)
			f.emit(segment{j + 1, end}, model.RuleAccording, a)
			s.done = end
		}
		return
	}
	f.emit(segment{first, left}, model.RuleAccording, a)
	s.done = p.last
	s.subject = p
	if f.is(p.last, ",") && p.last+3 < s.u.last && !f.in(p.last+1, relatives) && !f.in(p.last+1, asides) {
		end := f.clauseEnd(s.u, append(c, s.after(p.last)...), 0, p.last+1)
		if f.finite(p.last+1, p.last+2) || f.tag(p.last+1) == doc.SCONJ {
			f.emit(segment{p.last + 1, end}, model.RuleAccording, a)
			s.done = end
		}
	}
}

// after returns the cues of the unit that stand behind token i.
func (s *statement) after(i int) []cue {
	for n := range s.cues {
		if s.cues[n].at > i {
			return s.cues[n:]
		}
	}
	return nil
}

// channel notes that q was reported through p, unless somebody is known to whom it was said.
func (f *finder) channel(q *model.Quote, p phrase, id model.EntityID) {
	if q.To.Empty() && id != q.Speaker {
		q.To = f.named1(p)
	}
}

// plans are what something goes according to without anybody saying it.
var plans = set("plan", "plans", "schedule", "rule", "rules", "custom", "tradition", "need", "needs", "taste", "size", "age")
