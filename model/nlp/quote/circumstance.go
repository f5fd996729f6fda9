package quote

import (
	"reader/model"
	"reader/model/nlp/doc"
)

// pastTopic returns where what a statement is about ends, if "that" follows: in a statement about the strike that. Else it
// returns i.
func (f *finder) pastTopic(i, last int) int {
	if !f.in(i, postnominal) && !f.is(i, "about") {
		return i
	}
	p := f.whole(f.after(i+1, last), last)
	if !p.empty() && p.last < last && f.is(p.last, "that") {
		return p.last
	}
	return i
}

// listener fills in whom c addresses, who may be named at token i, and returns where what follows begins.
func (f *finder) listener(c *cue, i, last int) int {
	p := f.after(i, last)
	if p.empty() || f.dated(p.first) {
		return i
	}
	// told a rally in Arl that: the place is the listener's; told her the head of the port: it is not.
	if w := f.whole(p, last); w.last >= last || !f.finite(w.last, w.last+1) {
		p = w
	}
	if p.last < last && f.finite(p.last, p.last+1) {
		return i // assured victory is near: the noun is the clause's own subject.
	}
	c.to = p
	if !f.is(p.last, ",") || p.last+1 >= last || f.marks[p.last+1] != 0 {
		return p.last
	}
	for t := p.last + 1; t < min(last, p.last+20); t = f.next(t) { // told Lee, a nurse in Arl, that
		if f.is(t, ",") {
			if f.is(t+1, "that", "to") {
				return t + 1
			}
			break
		}
	}
	return p.last
}

// circumstances passes over adverbs, dates and prepositional phrases between the cue and its clause.
func (f *finder) circumstances(c *cue, i, last int) int {
	for i < last && f.marks[i] == 0 {
		next := f.circumstance(c, i, last)
		if next <= i {
			return i
		}
		i = min(next, last)
	}
	return i
}

// circumstance returns where the adverb, date or phrase at i ends, or i if there is none.
func (f *finder) circumstance(c *cue, i, last int) int {
	parts := f.closes(i+1) || f.is(i+1, "that")
	switch {
	case f.possessive(i + 1): // said Monday's decision was: the day is the clause's own.
		return i
	case f.dated(i):
		return f.mentionAt(i).Last
	case f.is(i, ",") && f.is(i+1, "however", "too") && f.is(i+2, ","):
		return i + 3
	case f.is(i, ",") && f.placed(i-1) && f.placed(i+1): // in Madison, Wisconsin, that
		if end := f.mentionAt(i + 1).Last; f.is(end, ",") {
			return end + 1
		}
	case f.is(i, ",") && c.use&says != 0:
		return f.pastAside(i, last)
	case f.is(i, "(") && c.use&says != 0:
		return f.pastParenthesis(i, last)
	case f.in(i, circumstantial) && i > c.at:
		end := f.prepositional(i, last)
		if end == i && parts && f.in(i, times) && f.tag(i) == doc.ADP { // said after that
			end = i + 1
		}
		return max(end, i)
	case f.is(i, "last", "this", "next", "late", "early", "earlier") && f.in(i+1, times):
		return i + 2
	case f.in(i, times) && (f.tag(i) == doc.PROPN || f.tag(i) == doc.NOUN || f.tag(i) == doc.ADV), f.in(i, times) && f.tag(i) == doc.ADP && parts:
		return i + 1
	case f.tag(i) == doc.ADV && (parts || i+1 < last && f.marks[i+1] != 0):
		return i + 1
	}
	return i
}

// placed reports whether token i belongs to the name of a place.
func (f *finder) placed(i int) bool {
	m := f.mentionAt(i)
	return m != nil && m.Type == model.Place && m.Form == model.Name
}

// pastAside returns where the aside between commas that opens at i ends, if what was said goes on behind it: said, for
// example, that …; said, and I quote, “…”. Else it returns i.
func (f *finder) pastAside(i, last int) int {
	for t := i + 1; t < min(i+7, last-1) && f.marks[t] == 0; t++ {
		if !f.is(t, ",") {
			continue
		}
		if f.is(t+1, "that") && !f.finite(i+1, t) || f.marks[t+1] != 0 && f.is(i+1, "and") {
			return t + 1
		}
		return i
	}
	return i
}

// pastParenthesis returns where the parenthesis that opens at i ends, or i if it does not.
func (f *finder) pastParenthesis(i, last int) int {
	for t := i; t < last; t = f.next(t) {
		if f.is(t, ")") {
			return t + 1
		}
	}
	return i
}

// prepositional returns where the phrase of the preposition at i ends, or i if it rather opens the clause.
func (f *finder) prepositional(i, last int) int {
	if i+1 >= last || f.marks[i+1] != 0 {
		return i
	}
	if f.dated(i + 1) {
		return f.mentionAt(i + 1).Last
	}
	p := f.after(i+1, last)
	if p.empty() {
		return i
	}
	for t := p.first; t < p.last-1; t++ { // in a statement police: the medium ends its phrase.
		if f.in(t, media) && !f.named(t) && f.tag(t+1) != doc.NOUN || f.dated(t) && !f.dated(t+1) {
			p.last = t + 1
			break
		}
	}
	if f.in(p.last-1, media) {
		p.last = f.pastTopic(p.last, last) // in a statement about the strike that
	}
	if p.last < last && f.finite(p.last, p.last+1) {
		return i
	}
	return p.last
}
