package quote

import (
	"strings"

	"reader/model/nlp/doc"
)

// segment is a stretch of tokens.
type segment struct{ first, last int }

func (s segment) empty() bool { return s.first >= s.last }

// apposed returns the subject before the comma or dash at i, behind what stands between: the subject "Lee" of
// "Lee, a nurse who lives in Arl, said".
func (f *finder) apposed(i, low int) phrase {
	segments := f.segments(i, low)
	for n, s := range segments {
		if n == 0 && f.bareName(s) {
			return phrase{s.first, s.last, s.last - 1}
		}
		if n+1 < len(segments) && (f.apposition(s) || f.clauseGoesOn(segments[n:])) {
			next := segments[n+1]
			if !f.introduces(next) {
				continue
			}
			if p := f.before(next.last, next.first); f.person(p.head) && f.tag(p.first-1) == doc.SCONJ || f.is(p.first-1, "after", "as", "that") || f.person(p.head) && f.dated(p.first-1) {
				return p // after Lee, the mayor, said; on Friday Lee, in Arl, said
			}
		}
		return f.leads(s)
	}
	return phrase{}
}

// segments returns what the commas before i part, nearest first, up to a quotation or to low.
func (f *finder) segments(i, low int) []segment {
	var out []segment
	last := i
	add := func(first int) {
		if first < last {
			out = append(out, segment{first, last})
		}
	}
	for t := i - 1; t >= low && len(out) < 8; t-- {
		switch {
		case f.marks[t] != 0 && !f.named(t):
			add(t + 1)
			return out
		case f.is(t, ")"):
			for t > low && !f.is(t, "(") {
				t--
			}
		case f.is(t, ",", ";", ":"), f.dash(t):
			add(t + 1)
			last = t
		}
	}
	add(low)
	return out
}

// bareName reports whether s is a person's name, with a title perhaps, and nothing else.
func (f *finder) bareName(s segment) bool {
	if !f.person(s.last-1) || !f.named(s.last-1) {
		return false
	}
	p := f.before(s.last, s.first)
	return p.first == s.first && p.head == s.last-1
}

// apposition reports whether s adds to the noun before it: "who runs the port", "the mayor", "54", "in a letter".
func (f *finder) apposition(s segment) bool {
	if f.in(s.first, relatives) || f.tag(s.first) == doc.SCONJ || f.hyphen(s.first+1) && len(f.d.Word(s.first)) == 1 { // R-Arl
		return true
	}
	if f.finiteMain(s) {
		return false
	}
	switch f.tag(s.first) {
	case doc.DET, doc.NUM, doc.NOUN, doc.ADJ, doc.VERB, doc.CCONJ, doc.ADP, doc.ADV:
		return true
	case doc.PROPN:
		return !f.person(s.first)
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
		if f.tag(i) == doc.AUX || i > s.first && f.tag(i-1) != doc.NOUN && f.tag(i-1) != doc.DET && !f.named(i) && f.finite(i, i+1) && !f.follower(s.first, i) {
			return true
		}
	}
	return false
}

// follower reports whether token i, which the tagger takes for a verb, is the noun behind an article and a name: a Brandt
// delegate. As a verb it would not agree with one.
func (f *finder) follower(first, i int) bool {
	w := f.d.Lower(i)
	return f.is(first, "a", "an") && f.named(i-1) && f.mentionAt(i-1).First == first+1 && !strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ed")
}

// clauseGoesOn reports whether the first of segments, nearest first, is the second verb of a relative clause that one
// behind it opens: Lee, who ran the port, and opposed the mayor, said.
func (f *finder) clauseGoesOn(segments []segment) bool {
	s := segments[0]
	if f.tag(s.first) != doc.CCONJ {
		return false
	}
	verb := s.first + 1
	for verb < s.last && f.tag(verb) == doc.ADV {
		verb++
	}
	if verb >= s.last || !f.finite(verb, verb+1) {
		return false
	}
	for _, s := range segments[1:] {
		if f.in(s.first, relatives) {
			return true
		}
		if f.finiteMain(s) {
			return false
		}
	}
	return false
}

// introduces reports whether s comes before the subject of its clause: "In Arl", "While they met".
func (f *finder) introduces(s segment) bool {
	if f.is(s.first, "of", "from") {
		return false
	}
	opens := f.in(s.first, openers) && f.tag(s.first) != doc.CCONJ || f.tag(s.first) == doc.SCONJ || f.tag(s.first) == doc.ADV
	return opens || f.finiteMain(s) || s.last-s.first == 1 && f.dated(s.first)
}

// leads returns the noun phrase that opens s, or the one that ends it.
func (f *finder) leads(s segment) phrase {
	first := f.pastConjunctions(s.first, s.last)
	p := f.whole(f.after(first, s.last), s.last)
	if !p.empty() && p.last == s.last {
		return p
	}
	q := f.before(s.last, first)
	if !q.empty() && (f.person(q.head) || q.first == first) || f.in(first, openers) || f.tag(first) == doc.ADP {
		return q
	}
	return p
}
