package quote

import (
	"reader/model"
	"reader/model/nlp/doc"
)

// answer finds what a noun introduces that is somebody's speech, without a verb that says: Her answer: “On Monday.”
// The message of Voss was clear: the gates stay shut. Voss’s promise that the gates would open.
func (f *finder) answer(u unit) {
	for i := u.first; i < u.last; i = f.next(i) {
		switch {
		case f.marks[i] != 0:
		case f.in(i, speeches) && (f.tag(i) == doc.NOUN || f.tag(i) == doc.PROPN):
			p := f.before(i+1, max(u.first, i-maxSpeech))
			p, start := f.afterSpeech(p, i, u)
			if start > 0 && f.uttered(f.utterer(p), i, segment{start, min(u.last, start+maxClaim)}) {
				return
			}
		case f.in(i, relays) && f.relayed(i, u):
			return
		}
	}
}

// maxSpeech and maxClaim are how many tokens the words before a noun for speech have at most, and what it introduces.
const (
	maxSpeech = 16
	maxClaim  = 80
)

// uttered adds what begins s as said by by, in the words at token cue. It reports false if by is nobody who is known.
func (f *finder) uttered(by phrase, cue int, s segment) bool {
	if by.empty() || by.head < 0 || s.empty() {
		return false
	}
	if f.in(by.head, possessives) && (f.mentionAt(by.head) == nil || f.mentionAt(by.head).Entity == 0) {
		return false // who she is is told later
	}
	id, sure, ok := f.speaker(by)
	if !ok || id == 0 {
		return false
	}
	f.emitAnswer(s, attribution{speaker: id, sure: sure, mention: f.d.Cover(by.first, by.last), cue: f.d.Tokens[cue].Span})
	return true
}

// quotesIn reports whether a quotation stands in s.
func (f *finder) quotesIn(s segment) bool { return !s.empty() && f.kind(s) != model.Indirect }

// emitAnswer adds what stands in s up to where the clause or the quotation with which it begins ends.
func (f *finder) emitAnswer(s segment, a attribution) {
	rule := model.RuleColon
	switch m := f.markAt(s.first); {
	case m != nil && m.first == s.first:
		if f.title(m) && f.stopped(m) == 0 {
			return
		}
		s.last = m.last
	case f.is(s.first-1, ",") && f.quotesIn(s): // in the words of Voss, it was a “gift”
		q := f.quotationIn(s)
		if f.is(q.first-1, ",") && !f.finite(s.first, q.first) {
			s.first = q.first // in the words of the mayor, Ann Lee, “Q”
		}
		s.last = q.last
	default:
		if f.is(s.first-1, "that") {
			rule = model.RuleObject
		}
		s.last = f.clauseEnd(unit{first: s.first, last: s.last}, nil, -1, s.first)
	}
	f.emit(s, rule, a)
}

// quotationIn returns the first quotation in s, or what is empty.
func (f *finder) quotationIn(s segment) segment {
	for i := s.first; i < s.last; i++ {
		if m := f.markAt(i); m != nil {
			return segment{m.first, m.last}
		}
	}
	return segment{}
}

// afterSpeech returns where begins what the noun at i, the head of p, introduces, or 0: behind a colon that follows it or what is
// said of it, or behind "that". With that comes p with what prepositions add to it: "the verdict of Voss".
func (f *finder) afterSpeech(p phrase, i int, u unit) (phrase, int) {
	p = f.whole(phrase{p.first, i + 1, i}, u.last)
	k := p.last
	if f.tag(k) == doc.AUX {
		for k < min(p.last+maxSaidOf, u.last) && !f.closes(k) && f.marks[k] == 0 && !f.is(k, "that") {
			k++
		}
	}
	switch {
	case k+1 >= u.last:
		return p, 0
	case f.is(i, "words") && f.is(p.first-1, "in") && f.is(k, ",") && f.quotesIn(segment{k + 1, min(k+maxSaidOf, u.last)}):
		return p, k + 1
	case f.is(k, ":") && p.first == f.pastConjunctions(u.first, u.last):
		return p, k + 1
	case f.is(k, "that") && f.finite(k+1, u.last) && (k > p.last || f.in(i, claims) && f.claimed(p.first, segment{k + 1, min(u.last, k+maxClaim)})):
		return p, k + 1
	}
	return p, 0
}

// claimed reports whether the clause s, which a noun that begins at first introduces, is what was said: the noun is the
// object of a verb, so that the sentence ends with the clause, or words in it are quoted.
func (f *finder) claimed(first int, s segment) bool {
	return f.tag(first-1) == doc.VERB || f.quotesIn(segment{s.first, f.clauseEnd(unit{first: s.first, last: s.last}, nil, -1, s.first)})
}

// maxSaidOf is how many tokens may stand between what somebody said and the colon: was short and to the point.
const maxSaidOf = 8

// utterer returns who the speech p is of: Voss’s answer, her answer, the answer of Voss. It is empty if p does not tell.
func (f *finder) utterer(p phrase) phrase {
	for i := p.head - 1; i > p.first; i-- {
		if f.possessive(i) {
			return f.core(f.before(i, p.first))
		}
	}
	if f.in(p.first, possessives) && p.first < p.head && !f.is(p.first, "its", "whose") {
		return phrase{p.first, p.first + 1, p.first}
	}
	if f.is(p.head+1, "of", "from") && p.last > p.head+2 {
		return f.after(p.head+2, p.last)
	}
	return phrase{}
}

// core returns p behind its last preposition: his father of "evidence of his father".
func (f *finder) core(p phrase) phrase {
	for i := p.last - 1; i > p.first; i-- {
		if f.in(i, postnominal) && !f.named(i) {
			p.first = i + 1
			break
		}
	}
	return p
}

// states reports whether a verb stands in m, as in few titles.
func (f *finder) states(m *marked) bool {
	for i := m.first; i < m.last; i++ {
		if t := f.tag(i); t == doc.AUX || t == doc.VERB {
			return true
		}
	}
	return false
}

var (
	// speeches are nouns for what somebody says.
	speeches = with(claims, "answer", "answers", "reply", "response", "message", "verdict", "advice", "explanation", "conclusion", "words",
		"question", "plea", "motto", "slogan", "tweet", "post", "reasoning", "retort", "prognosis")

	// claims are those that a clause with "that" follows.
	claims = set("claim", "claims", "assertion", "assertions", "allegation", "allegations", "accusation", "accusations", "contention",
		"promise", "pledge", "vow", "suggestion", "statement", "statements", "denial", "insistence", "admission", "complaint", "complaints",
		"remark", "remarks", "comment", "comments", "declaration", "prediction", "announcement", "acknowledgment", "acknowledgement",
		"argument", "warning", "assurance", "assurances")
)
