package quote

import "reader/model/nlp/doc"

// segment is a stretch of tokens between commas.
type segment struct{ first, last int }

// apposed returns the subject before the comma or dash at i, behind what stands between: the subject "Lee" of
// "Lee, a nurse who lives in Arl, said".
func (f *finder) apposed(i, low int) phrase {
	segments := f.segments(i, low)
	for n, s := range segments {
		if n == 0 && f.bareName(s) {
			return phrase{s.first, s.last, s.last - 1}
		}
		if n+1 < len(segments) && f.apposition(s) && !f.introduces(segments[n+1]) {
			continue
		}
		return f.leads(s)
	}
	return phrase{}
}

// segments returns what the commas before i part, nearest first, up to where the clause must begin.
func (f *finder) segments(i, low int) []segment {
	var out []segment
	last := i
	for t := i - 1; t >= low-1 && len(out) < 8; t-- {
		if t >= low && f.marks[t] != 0 && !f.named(t) {
			if last > t+1 {
				out = append(out, segment{t + 1, last})
			}
			return out
		}
		if t >= low && f.is(t, ")") {
			for t > low && !f.is(t, "(") {
				t--
			}
			continue
		}
		if t < low || f.is(t, ",") || f.dash(t) || f.is(t, ";") || f.is(t, ":") {
			if last > t+1 {
				out = append(out, segment{t + 1, last})
			}
			last = t
		}
	}
	return out
}

// bareName reports whether s is a person's name, with a title perhaps, and nothing else.
func (f *finder) bareName(s segment) bool {
	if !f.person(s.last - 1) {
		return false
	}
	p := f.before(s.last, s.first)
	return p.first == s.first && p.head == s.last-1
}

// apposition reports whether s adds to the noun before it: "who runs the port", "the mayor", "54", "of Arl".
func (f *finder) apposition(s segment) bool {
	if f.in(s.first, relatives) {
		return true
	}
	if f.finiteMain(s) {
		return false
	}
	switch f.tag(s.first) {
	case doc.DET, doc.NUM, doc.NOUN, doc.ADJ, doc.VERB, doc.CCONJ:
		return true
	case doc.PROPN:
		return !f.person(s.first)
	case doc.ADP:
		return f.is(s.first, "of") || f.is(s.first, "from") || f.is(s.first, "in") || f.is(s.first, "with")
	case doc.PRON:
		return f.in(s.first, possessives)
	default:
		return f.in(s.first, times)
	}
}

// finiteMain reports whether s has a finite verb outside relative clauses.
func (f *finder) finiteMain(s segment) bool {
	for i := s.first; i < s.last; i++ {
		if f.in(i, relatives) {
			return false
		}
		if f.tag(i) == doc.AUX || f.tag(i) == doc.VERB && i > s.first && !f.is(i-1, "to") && f.finite(i, i+1) && f.tag(i-1) != doc.NOUN {
			return true
		}
	}
	return false
}

// introduces reports whether s comes before the subject of its clause: "In Rome", "While they met".
func (f *finder) introduces(s segment) bool {
	if f.is(s.first, "of") || f.is(s.first, "from") {
		return false
	}
	return f.in(s.first, openers) && f.tag(s.first) != doc.CCONJ || f.tag(s.first) == doc.SCONJ || f.tag(s.first) == doc.ADV ||
		f.finiteMain(s) || s.last-s.first == 1 && f.dated(s.first)
}

// leads returns the noun phrase that opens s, or the one that ends it.
func (f *finder) leads(s segment) phrase {
	first := s.first
	for first < s.last && (f.tag(first) == doc.CCONJ || f.tag(first) == doc.SCONJ || f.tag(first) == doc.ADV) {
		first++
	}
	if p := f.whole(f.after(first, s.last), s.last); !p.empty() && p.last == s.last {
		return p
	}
	if p := f.before(s.last, first); !p.empty() && (f.person(p.head) || p.first == first) {
		return p
	}
	if f.in(first, openers) || f.tag(first) == doc.ADP {
		return f.before(s.last, first)
	}
	return f.whole(f.after(first, s.last), s.last)
}

// antecedent returns what the relative pronoun at i stands for: "Lee" of "Lee, who said".
func (f *finder) antecedent(i, low int) phrase {
	if f.is(i-1, ",") {
		for _, s := range f.segments(i-1, low) {
			if !f.apposition(s) || s.first == low {
				if p := f.before(s.last, s.first); !p.empty() {
					return p
				}
			}
		}
		return f.before(i-1, low)
	}
	return f.before(i, low)
}

// coordinated returns p, or, if p is the second of two subjects, both: "Lee and Moss said".
func (f *finder) coordinated(p phrase, low int) phrase {
	if p.empty() || !f.is(p.first-1, "and") || p.first-1 <= low {
		return p
	}
	q := f.before(p.first-1, low)
	if q.empty() || f.in(q.first-1, postnominal) || q.first > low && f.tag(q.first-1) == doc.VERB || f.in(p.head, subjects) {
		return p
	}
	if q.first > low && !f.closes(q.first-1) && f.tag(q.first-1) != doc.CCONJ && f.tag(q.first-1) != doc.SCONJ {
		return p
	}
	return phrase{q.first, p.last, -1}
}

// opening returns the noun phrase that opens the clause of [first, last): the subject behind an adverb, a
// relative clause or a participle that could not be read.
func (f *finder) opening(first, last int) phrase {
	for i := last - 1; i >= first; i-- {
		if f.closes(i) || f.marks[i] != 0 {
			first = i + 1
			break
		}
	}
	for first < last && (f.tag(first) == doc.CCONJ || f.tag(first) == doc.SCONJ || f.tag(first) == doc.ADV) {
		first++
	}
	if first >= last || f.tag(first) == doc.ADP || f.tag(first) == doc.VERB {
		return phrase{}
	}
	p := f.whole(f.after(first, last), last)
	if p.empty() || f.finiteMain(segment{p.last, last}) {
		return phrase{}
	}
	return p
}

// mainSubject returns the subject of the first verb between first and last: who a cue without a subject
// of its own shares.
func (f *finder) mainSubject(first, last int) phrase {
	for i := first; i < last; i = f.next(i) {
		if f.marks[i] != 0 || f.tag(i) != doc.VERB && f.tag(i) != doc.AUX || f.named(i) || !f.finite(i, i+1) || i == first {
			continue
		}
		c := cue{at: i, first: i, lexeme: lexeme{words, past}}
		for c.first > first && (f.in(c.first-1, auxiliaries) && !f.possessor(c.first-1) || f.tag(c.first-1) == doc.ADV) {
			c.first--
		}
		f.findSubject(&c, unit{first: first, last: last}, true)
		if !c.subject.empty() && !f.in(c.subject.head, relatives) {
			return c.subject
		}
	}
	return phrase{}
}
