package quote

import "reader/model/nlp/doc"

// findRight fills in where what c introduces begins, if it stands to the right of c: behind the listener and
// the circumstances ("told Reuters in Rome on Monday that …").
func (f *finder) findRight(c *cue, last int) {
	i := c.rest
	if c.agent {
		c.rest = c.subject.last
		c.start = c.rest
		return
	}
	if c.use&tells != 0 && !c.inverted || c.use&asks != 0 && c.use&says == 0 {
		i = f.listener(c, i, last)
	}
	i = f.circumstances(c, i, last)
	c.rest = i
	defer func() {
		if c.use&tells == 0 && !c.purpose {
			c.to = phrase{}
		}
	}()
	comma := false
	if f.is(i, ",") && (f.marks[min(i+1, last-1)] != 0 || f.is(i+1, "that")) && i+1 < last {
		i, comma = i+1, true
	}
	switch {
	case i >= last:
	case f.is(i, ":"):
		if i+1 < last {
			c.start, c.colon = i+1, true
		}
	case f.marks[i] != 0 && !f.named(i):
		if m := f.markAt(i); f.title(m) && (f.possessive(i-1) || f.tag(i-1) == doc.ADP) {
			return // on "Good Morning Arl"
		}
		c.start, c.comma = i, comma
	case f.is(i, "that") && i+1 < last && c.use&(says|that|tells) != 0 && f.finite(i+1, last):
		c.start, c.that, c.comma = i+1, true, comma
	case f.is(i, "as") && c.use&words != 0:
		c.start = i + 1
	case f.is(i, "to") && c.use&(to|asks) != 0 && i+1 < last && f.tag(i+1) != doc.DET:
		c.start, c.purpose = i+1, true
	case f.is(i, ",") && i > c.at+1 && c.use&says != 0 && i+1 < last && f.tag(i+1) != doc.VERB && f.opensClause(i+1, last):
		c.late = i + 1
	case f.closes(i) || f.dash(i):
	case f.in(i, wh) && c.use&(says|tells) != 0 && f.finite(i, last):
		c.start, c.that = i, true
	case c.use&(says|tells) != 0 && f.opensClause(i, last):
		c.start = i
	case c.use&words != 0 && c.use&(says|tells) == 0:
		c.start = i
	default:
		f.lateThat(c, i, last)
	}
}

// lateThat looks for the "that" of c a few words on: noted several times that.
func (f *finder) lateThat(c *cue, i, last int) {
	if c.use&(says|that|tells) == 0 {
		return
	}
	for t := i; t < min(i+5, last-1) && !f.closes(t) && f.marks[t] == 0 && f.tag(t) != doc.VERB && f.tag(t) != doc.NOUN; t++ {
		if f.is(t+1, "that") && f.tag(t+1) == doc.SCONJ {
			c.start, c.that = t+2, true
			return
		}
	}
}

// listener passes over whom c addresses.
func (f *finder) listener(c *cue, i, last int) int {
	p := f.after(i, last)
	if p.empty() || f.dated(p.first) {
		return i
	}
	next := p.last
	// told a rally in Arl (that): the place is the listener's; told her the head of the port: it is not.
	if w := f.whole(p, last); w.last >= last || f.closes(w.last) || f.is(w.last, "that") || f.is(w.last, "to") || f.marks[w.last] != 0 {
		p, next = w, w.last
	}
	if next < last && (f.tag(next) == doc.VERB || f.tag(next) == doc.AUX) && f.finite(next, next+1) {
		return i // assured victory is near: the noun is the clause's own subject.
	}
	c.to = p
	// told Lee, a nurse in Arl, that
	if f.is(next, ",") && next+1 < last && f.marks[next+1] == 0 {
		for t := next + 1; t < min(last, next+20); t = f.next(t) {
			if f.is(t, ",") {
				if f.is(t+1, "that") || f.is(t+1, "to") {
					return t + 1
				}
				break
			}
		}
	}
	return next
}

// circumstances passes over adverbs, dates and prepositional phrases between the cue and its clause.
func (f *finder) circumstances(c *cue, i, last int) int {
	for i < last && f.marks[i] == 0 {
		switch {
		case f.dated(i):
			i = f.mentionAt(i).Last
		case f.is(i, ",") && i+1 < last && (f.is(i+1, "however") || f.is(i+1, "too")) && f.is(i+2, ","):
			i += 3
		case f.is(i, "(") && c.use&says != 0:
			t := i
			for t < last && !f.is(t, ")") {
				t = f.next(t)
			}
			if t >= last {
				return i
			}
			i = t + 1
		case f.in(i, circumstantial) && i > c.at:
			p := f.circumstance(i, last)
			if p.empty() {
				return i
			}
			i = p.last
		case f.in(i, times) && (f.tag(i) == doc.ADV || f.tag(i) == doc.PROPN || f.tag(i) == doc.NOUN || f.tag(i) == doc.ADP && (f.closes(i+1) || f.is(i+1, "that"))):
			i++
		case (f.is(i, "last") || f.is(i, "this") || f.is(i, "next") || f.is(i, "late") || f.is(i, "early") || f.is(i, "earlier")) && f.in(i+1, times):
			i += 2
		case f.tag(i) == doc.ADV && (f.closes(i+1) || f.is(i+1, "that") || f.marks[min(i+1, last-1)] != 0):
			i++
		default:
			return i
		}
	}
	return i
}

// circumstance returns the noun phrase of the prepositional phrase at i, or none if it rather opens the clause.
func (f *finder) circumstance(i, last int) phrase {
	if i+1 >= last || f.marks[i+1] != 0 {
		return phrase{}
	}
	if f.dated(i + 1) {
		m := f.mentionAt(i + 1)
		return phrase{i + 1, m.Last, i + 1}
	}
	p := f.after(i+1, last)
	if p.empty() {
		return p
	}
	for t := p.first; t < p.last-1; t++ { // in a statement police: the medium ends its phrase.
		if media[f.d.Lower(t)] && f.marks[t] == 0 && !f.named(t) && f.tag(t+1) != doc.NOUN || f.dated(t) && !f.dated(t+1) {
			p.last = t + 1
			break
		}
	}
	if p.last < last && (f.tag(p.last) == doc.VERB || f.tag(p.last) == doc.AUX) && f.finite(p.last, p.last+1) {
		return phrase{}
	}
	return p
}

// opensClause reports whether a clause without "that" begins at i: whether it has a finite verb that no
// relative pronoun or conjunction claims.
func (f *finder) opensClause(i, last int) bool {
	switch f.tag(i) {
	case doc.CCONJ, doc.PUNCT, doc.PART:
		return false
	case doc.VERB:
		if f.finite(i, i+1) || !f.in(i-1, plainly) {
			return false
		}
	default:
		if f.is(i, "of") || f.is(i, "about") || f.is(i, "for") {
			return false
		}
	}
	claims := 0
	for t := i; t < last && !f.is(t, ";") && !f.is(t, ":"); t++ {
		switch {
		case t > i && (f.tag(t) == doc.SCONJ || f.in(t, relatives) || f.in(t, wh)):
			claims++
		case f.tag(t) != doc.VERB && f.tag(t) != doc.AUX || !f.finite(t, t+1) || f.tag(t-1) == doc.CCONJ && t > i:
		case claims == 0:
			return true
		default:
			claims--
			for t+1 < last && (f.tag(t+1) == doc.VERB || f.tag(t+1) == doc.AUX || f.tag(t+1) == doc.ADV || f.is(t+1, "n't") || f.is(t+1, "not")) {
				t++
			}
		}
	}
	return false
}

// markVerb reports whether the clause's verb stands in a quotation: the plan "does not suit us".
func (f *finder) markVerb(first, last int) bool {
	for i := first; i < last; i++ {
		if f.marks[i] != 0 && f.tag(i) == doc.VERB {
			return true
		}
	}
	return false
}

// clauseEnd returns where what the cue at cs[n] introduces ends: with the unit, or before another
// attribution, a contrast with a subject of its own, or an aside of the speaker's.
func (f *finder) clauseEnd(u unit, cs []cue, n, start int) int {
	end := u.last
	for k := n + 1; k < len(cs); k++ {
		if cs[k].at >= start && f.parts(&cs[k], start) {
			end = f.cut(cs[k].zone(), start)
			break
		}
	}
	depth := 0
	for i := start; i < end; i = f.next(i) {
		switch {
		case f.is(i, "("), f.is(i, "["):
			depth++
		case f.is(i, ")"), f.is(i, "]"):
			if depth--; depth < 0 {
				return i
			}
		case i > start && f.breaks(i, end):
			return f.trimmed(start, i)
		}
	}
	return f.trimmed(start, end)
}

// parts reports whether c is an attribution of its own and not a part of the clause that began at start.
func (f *finder) parts(c *cue, start int) bool {
	z := c.zone()
	if z <= start || c.spoken {
		return false
	}
	comma := f.is(z-1, ",") || f.dash(z-1) || f.is(z-1, ";") || f.marks[z-1] != 0 && !f.named(z-1)
	switch {
	case c.inverted:
		return comma
	case c.form == gerund:
		return comma && c.subject.empty()
	case c.subject.empty():
		return (f.is(z-1, "and") || f.is(z-1, "but")) && c.use&(says|tells|inverts) != 0
	case f.in(c.subject.head, relatives):
		return false
	case comma && (c.start == 0 || f.closes(c.at+1)):
		return true
	}
	if f.is(z-1, "but") || f.is(z-1, "and") && c.subject.last-c.subject.first == 1 && f.in(c.subject.head, subjects) && c.use&says != 0 {
		return true
	}
	joined := f.is(z-1, "and") || f.is(z-1, "while") || f.is(z-1, "though") || f.is(z-1, "although") || f.is(z-1, "as")
	return joined && z-2 >= start && (f.is(z-2, ",") || f.is(z-2, ";") || f.dash(z-2) || f.marks[z-2] != 0) ||
		f.is(z-1, ";") || f.dash(z-1)
}

// cut moves z, where another attribution begins, back over what joins it to the clause.
func (f *finder) cut(z, start int) int {
	for z > start && f.marks[z-1] == 0 && (f.tag(z-1) == doc.CCONJ || f.tag(z-1) == doc.SCONJ || f.closes(z-1) || f.dash(z-1)) {
		z--
	}
	return z
}

// breaks reports whether the clause ends before token i, without another cue.
func (f *finder) breaks(i, end int) bool {
	joint := f.is(i, ",") || f.dash(i)
	if !joint && f.markAt(i-1) != nil && f.is(i, "but") {
		return f.turns(i, end)
	}
	if !joint || i+1 >= end {
		return false
	}
	if f.in(i+1, asides) || f.is(i+1, "according") && f.is(i+2, "to") {
		return true
	}
	if m := f.markAt(i + 1); m != nil && f.is(i, ",") && m.last-m.first > 5 && f.startsUpper(m) && f.stopped(m) != 0 {
		return true
	}
	return f.is(i+1, "but") && f.turns(i+1, end)
}

// turns reports whether the "but" at i opens a clause with a subject of its own.
func (f *finder) turns(i, end int) bool {
	p := f.whole(f.after(i+1, end), end)
	if p.empty() || f.in(p.head, subjects) {
		return false
	}
	return p.last < end && f.finite(p.last, min(p.last+3, end))
}

// trimmed moves end back over closing punctuation.
func (f *finder) trimmed(start, end int) int {
	for end > start && f.marks[end-1] == 0 && (f.closes(end-1) && !f.is(end-1, ")") || f.dash(end-1)) {
		end--
	}
	return end
}

var media = set("statement", "interview", "email", "e-mail", "tweet", "letter", "report", "post", "release", "speech", "conference",
	"briefing", "message", "article", "column", "note", "memo", "testimony", "address", "briefing", "call", "video")
