package quote

import "reader/model/nlp/doc"

// findRight fills in where what c introduces begins, if it stands to the right of c: behind the listener and
// the circumstances ("told Reuters in Arl on Monday that …").
func (f *finder) findRight(c *cue, last int) {
	if c.shape == agent {
		c.rest, c.start = c.subject.last, c.subject.last
		return
	}
	if c.use&tells != 0 && c.shape != inverted || c.use&(asks|says) == asks {
		c.rest = f.listener(c, c.rest, last)
	}
	c.rest = f.circumstances(c, c.rest, last)
	f.findStart(c, last)
	f.findObject(c, last)
	if c.use&tells == 0 && !c.purpose && c.shape != spoken {
		c.to = phrase{}
	}
}

// findStart fills in where what c introduces begins, behind the words that belong to c.
func (f *finder) findStart(c *cue, last int) {
	i := c.rest
	if i+1 < last && f.is(i, ",") && (f.marks[i+1] != 0 || f.is(i+1, "that")) {
		i, c.comma = i+1, true
	}
	clausal := c.use&(says|tells) != 0
	if clausal && f.is(i, "this") && f.is(i+1, ":") { // tweeted this: "Q"
		i++
	}
	switch {
	case i >= last, f.relates(c, i):
	case f.marks[i] != 0 && !f.named(i):
		if m := f.markAt(i); !f.title(m) || !f.possessive(i-1) && f.tag(i-1) != doc.ADP { // on "Good Morning Arl"
			c.start = i
		}
	case f.is(i, "as") && c.use&words != 0, clausal && f.is(i, ":") && i+1 < last:
		c.start, c.colon = i+1, f.is(i, ":")
	case f.is(i, "that") && c.use&(says|that|tells) != 0 && f.finite(i+1, last):
		c.start, c.that = i+1, true
	case f.is(i, "to") && c.use&(to|asks) != 0 && i+1 < last && f.tag(i+1) != doc.DET && !f.telephones(c):
		c.start, c.purpose = i+1, true
	case f.closes(i) || f.dash(i):
		f.lateClause(c, i, last)
	case clausal && f.in(i, wh) && f.finite(i, last):
		c.start, c.that = i, true
	case clausal && !f.amount(c.at, i, last) && f.opensClause(i, last), !clausal && c.use&words != 0, f.in(c.at, plainly) && f.likelyClause(i, last):
		c.start, c.that = i, f.hints(c, i, last)
	case c.use&(says|that|tells) != 0:
		f.lateThat(c, i, last)
	}
}

// relates reports whether the "that" at i opens a relative clause of what stands between it and c: said in a speech that
// drew thousands.
func (f *finder) relates(c *cue, i int) bool {
	return f.is(i, "that") && i > f.wordsFrom(c.at) && !f.closes(i-1) && !f.dated(i-1) && f.finite(i+1, i+2)
}

// hints reports whether a clause of c without "that" begins with the pronoun at i, though c wants one: indicated he would.
func (f *finder) hints(c *cue, i, last int) bool {
	return c.use&that != 0 && f.in(i, personal) && f.finite(i+1, min(last, i+3))
}

// amount reports whether the verb at token at adds, not in words, what stands at i: the yard added around 200 jobs.
func (f *finder) amount(at, i, last int) bool {
	if !f.is(at, "add", "adds", "added", "adding") {
		return false
	}
	for f.is(i, "about", "around", "nearly", "almost", "over", "more", "than", "some", "another") {
		i++
	}
	if f.tag(i) != doc.NUM {
		return false
	}
	p := f.whole(f.after(i, last), last)
	return !p.empty() && !f.finite(p.last, min(last, p.last+3))
}

// lateClause takes the clause of c behind the comma at token i: said on Monday, the gates would open.
func (f *finder) lateClause(c *cue, i, last int) {
	if !f.is(i, ",") || c.use&says == 0 || i+1 >= last || f.amount(c.at, c.at+1, i) {
		return
	}
	if i > c.at+1 && f.tag(i+1) != doc.VERB && f.opensClause(i+1, last) || c.shape == plain && f.is(i+1, "if", "unless") && f.conditional(i+1, last) {
		c.late = i + 1
	}
}

// conditional reports whether the conjunction at i opens a condition between commas that a main clause follows: said,
// if elected, she would.
func (f *finder) conditional(i, last int) bool {
	for t := i + 1; t < last-1; t = f.next(t) {
		if f.is(t, ",") {
			return f.opensClause(t+1, last)
		}
	}
	return false
}

// lateThat looks for the "that" of c a few words on: noted several times that.
func (f *finder) lateThat(c *cue, i, last int) {
	for t := i; t < min(i+16, last-1) && !f.closes(t) && f.marks[t] == 0; t++ {
		if c.use&tells == 0 && (t > i+4 || f.tag(t) == doc.VERB || f.tag(t) == doc.NOUN && !f.in(t, times)) {
			return
		}
		if f.is(t+1, "that") && t+2 < last && (f.tag(t+1) == doc.SCONJ || f.in(t, times)) {
			c.start, c.that = t+2, true
			return
		}
	}
}

// opensClause reports whether a clause without "that" begins at i: whether it has a finite verb that no
// relative pronoun or conjunction claims.
func (f *finder) opensClause(i, last int) bool {
	switch f.tag(i) {
	case doc.CCONJ:
		if !f.is(i, "both", "either", "neither") {
			return false
		}
	case doc.PUNCT, doc.PART:
		return false
	case doc.VERB:
		if f.finite(i, i+1) || !f.in(i-1, plainly) {
			return false
		}
	default:
		if f.is(i, "of", "about", "for") {
			return false
		}
	}
	claims, comma := 0, i
	for t := i; t < last && !f.is(t, ";", ":"); t++ {
		switch {
		case t > i && (f.tag(t) == doc.SCONJ || f.in(t, relatives) || f.in(t, wh)):
			claims++
		case f.is(t, ","):
			comma = t
		case !f.finite(t, t+1) || t > i && f.tag(t-1) == doc.CCONJ:
		case f.in(t, plainly) && comma > i && f.closes(t+1) && !f.finite(comma+1, t):
			return false // the impacts, Lee said.
		case claims == 0:
			return true
		default:
			claims--
			t = f.pastVerbs(t, last)
		}
	}
	return false
}

// likelyClause reports whether what stands at i, behind a form of say, is a clause though the tagger saw no verb in it.
func (f *finder) likelyClause(i, last int) bool {
	if f.is(i, "goodbye", "hello", "farewell", "thanks", "yes", "no", "grace", "sorry") {
		return false
	}
	switch f.tag(i) {
	case doc.DET, doc.PRON, doc.PROPN, doc.NOUN:
		return last-i > 4
	case doc.VERB:
		return f.tag(i+1) == doc.AUX
	default:
		return false
	}
}

// pastVerbs returns the last token of the verb group that begins at i.
func (f *finder) pastVerbs(i, last int) int {
	for i+1 < last {
		switch f.tag(i + 1) {
		case doc.VERB, doc.AUX, doc.ADV:
		default:
			if !f.is(i+1, "not", "n't", "n’t") {
				return i
			}
		}
		i++
	}
	return i
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
