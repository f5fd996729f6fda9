package quote

import (
	"reader/model"
	"reader/model/nlp/doc"
)

// relayed adds what stands beside "as Voss said", "as Voss put it", whose verb is token i: the clause before or, where that
// opens the sentence, behind it. It reports false if token i is no such verb, or another cue has found something there.
func (f *finder) relayed(i int, u unit) bool {
	end, put := i+1, f.is(i, "put", "puts")
	if put != f.is(end, "it") {
		return false
	}
	if put || f.is(end, "out") {
		end++
	}
	first := i
	for first > u.first && f.tag(first-1) == doc.ADV && !f.is(first-1, "as") {
		first--
	}
	by := f.before(first, max(u.first, first-maxSpeech))
	if by.empty() || !f.is(by.first-1, "as") || end < u.last && !f.closes(end) && f.marks[end] == 0 {
		return false
	}
	s, right := segment{u.first, f.trimmed(u.first, by.first-1)}, segment{end + 1, u.last}
	switch m := f.markAt(s.last - 1); {
	case f.is(end, ",", ":") && (s.empty() || put && f.quotesIn(right)):
		s = right
	case m != nil && put:
		s.first = max(s.first, m.first)
	}
	if s.empty() || f.takenIn(s) || put && f.kind(s) == model.Indirect || !put && !f.finite(s.first, s.last) {
		return false
	}
	return f.uttered(by, i, s)
}

// takenIn reports whether the last quote reaches into s.
func (f *finder) takenIn(s segment) bool {
	n := len(f.quotes)
	return n > 0 && f.quotes[n-1].Span.End > f.d.Tokens[s.first].Span.Start
}

// relays are the verbs behind "as" with which news relays what somebody said.
var relays = set("put", "puts", "said", "says", "noted", "notes", "pointed", "points", "observed", "observes", "explained", "explains", "warned",
	"warns", "argued", "argues", "wrote", "writes", "acknowledged", "admitted", "conceded", "described", "predicted", "recalled")
