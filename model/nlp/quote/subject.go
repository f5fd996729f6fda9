package quote

import "reader/model/nlp/doc"

// findSubject fills in who c says speaks. It is left empty when c shares the subject of what came before.
// A later cue of a unit is not given the subject at the unit's begin.
func (f *finder) findSubject(c *cue, u unit, later bool) {
	switch {
	case c.shape == agent:
		c.subject = f.whole(f.after(c.at+2, u.last), u.last)
		return
	case c.shape == spoken:
		f.quotedAs(c, u)
		return
	case f.pastHowever(c, u), f.invertedSubject(c, u), f.absolute(c, u, later):
		return
	}
	i := f.beforeTimes(c.first-1, u.first)
	switch {
	case i < u.first, f.marks[i] != 0 && !f.named(i), c.form == gerund && c.first == c.at:
	case f.is(i, ","), f.dash(i):
		c.subject = f.apposed(i, u.first)
	case f.is(i, ")"):
		for i > u.first && !f.is(i, "(") {
			i--
		}
		c.subject = f.before(i, u.first)
	default:
		f.directSubject(c, i, u, later)
		if q := f.beforeRole(c.subject, u.first); !q.empty() {
			c.subject = q
		}
	}
}

// directSubject fills in the subject of c that ends with token i, right before the verb.
func (f *finder) directSubject(c *cue, i int, u unit, later bool) {
	p, i := f.ahead(i, u.first)
	switch {
	case !p.empty() && f.in(p.head, relatives) && !f.is(p.head, "that"):
		c.shape, c.subject = relative, f.antecedent(p.first, u.first)
	case !p.empty():
		c.subject = f.coordinated(p, u.first)
	case i < c.first-1 && i >= u.first && f.tag(i) == doc.CCONJ:
		c.first = i + 1 // and in a letter said: it shares its subject.
	case !f.is(i, "and", "but", "or") && !later:
		c.subject = f.opening(u.first, c.first)
	}
}

// beforeRole returns the name whose apposition is the role p, which no comma closes: Ann Lee, the head of the port said.
func (f *finder) beforeRole(p phrase, low int) phrase {
	if p.empty() || p.first-2 < low || !f.is(p.first-1, ",") || f.tag(p.first) != doc.DET || f.person(p.last-1) && f.named(p.last-1) {
		return phrase{}
	}
	segments := f.segments(p.first-1, low)
	if len(segments) == 0 || !f.bareName(segments[0]) {
		return phrase{}
	}
	s := segments[0]
	return phrase{s.first, s.last, s.last - 1}
}

// agree gives c, whose verb is that of several, the noun for them that opens the sentence rather than the one person named
// last: some leaders, including Ann Lee, have called for a vote.
func (f *finder) agree(c *cue, u unit) {
	if c.subject.empty() || !f.is(c.first, "have", "were", "are") || c.shape != plain || !f.person(c.subject.head) {
		return
	}
	first := f.pastConjunctions(u.first, c.first)
	if p := f.whole(f.after(first, c.first), c.first); !p.empty() && p.last < c.subject.first && f.tag(p.head) == doc.NOUN {
		c.subject = p
	}
}

// absolute fills in the person whose name stands right before a participle of their own: with Lee saying the gates were
// old; Lee saying no and Moss calling it a mistake. A letter to Lee saying so is somebody else's.
func (f *finder) absolute(c *cue, u unit, later bool) bool {
	if c.form != gerund || c.first != c.at || !f.person(c.at-1) || !f.named(c.at-1) {
		return false
	}
	p := f.before(c.at, u.first)
	i := p.first - 1
	if p.empty() || i <= u.first {
		return false
	}
	opens := f.closes(i) || f.dash(i) || f.is(i, "with") && (f.closes(i-1) || f.dash(i-1)) || f.is(i, "and") && later && !f.named(i-1)
	if opens {
		c.subject = p
	}
	return opens
}

// pastHowever fills in the subject before an adverb between commas: Smith, however, said.
func (f *finder) pastHowever(c *cue, u unit) bool {
	i := c.first - 1
	if !f.is(i, ",") || i <= u.first || !f.in(i-1, times) || f.dated(i-1) {
		return false
	}
	end := i - 1
	for end > u.first && f.is(end-1, ",") {
		end--
	}
	c.subject = f.before(end, u.first)
	return !c.subject.empty()
}

// beforeTimes moves i back over when it was said: Smith earlier this week called.
func (f *finder) beforeTimes(i, low int) int {
	for i > low && f.marks[i] == 0 && !f.named(i) && f.tag(i) != doc.PRON && (f.dated(i) || f.in(i, times) || f.is(i, "past")) {
		i--
		if f.in(i, inside) && f.tag(i) == doc.ADP {
			i--
		}
	}
	return i
}

// ahead returns the noun phrase that ends with token i, or, if that is a circumstance ("in a letter"), the one
// before it, and the last token of what it returns.
func (f *finder) ahead(i, low int) (phrase, int) {
	p := f.shareOf(f.before(i+1, low), low)
	if f.alternative(p, low) {
		return phrase{}, i // leaders who worked for Lee or Moss say
	}
	if !p.empty() && p.first > low && f.is(p.first-1, "into", "of", "against", "about", "toward", "towards") {
		return phrase{}, i // opponents of letting refugees into the country say: who speaks stands further off
	}
	if !p.empty() && p.first-2 > low && f.is(p.first-2, "to") && f.tag(p.first-1) == doc.VERB {
		return phrase{}, i // activists fighting to keep the yard say
	}
	for !p.empty() && p.first > low && f.in(p.first-1, inside) && f.tag(p.first-1) == doc.ADP {
		i = p.first - 2
		if i < low || f.marks[i] != 0 || f.closes(i) {
			return phrase{}, i
		}
		p = f.before(i+1, low)
	}
	return p, i
}

// alternative reports whether p is the last of some between which a preposition leaves the choice: for Lee or Moss.
func (f *finder) alternative(p phrase, low int) bool {
	or := false
	for !p.empty() && p.first-1 > low && f.is(p.first-1, "or") {
		p, or = f.before(p.first-1, low), true
	}
	return or && f.tag(p.first-1) == doc.ADP
}

// shareOf returns p with the number that it is a part of: four out of ten voters, one in five.
func (f *finder) shareOf(p phrase, low int) phrase {
	if p.empty() || f.tag(p.first) != doc.NUM {
		return p
	}
	switch i := p.first; {
	case i-3 >= low && f.is(i-1, "of") && f.is(i-2, "out") && f.tag(i-3) == doc.NUM:
		p.first = i - 3
	case i-2 >= low && f.is(i-1, "in") && f.tag(i-2) == doc.NUM:
		p.first = i - 2
	}
	return p
}

// quotedAs fills in the subject of "was quoted as saying" or of "quoted her as saying".
func (f *finder) quotedAs(c *cue, u unit) {
	i := f.quoted(c, u.first)
	if i < c.first-2 {
		c.subject, c.to = f.after(i+1, u.last), f.before(i, u.first)
		c.first = i
		return
	}
	q := cue{at: i, first: i, lexeme: lexeme{words, past}}
	for q.first > u.first && f.in(q.first-1, auxiliaries) {
		q.first--
	}
	f.findSubject(&q, u, true)
	c.subject, c.first = q.subject, q.first
}

// antecedent returns what the relative pronoun at i stands for: "Lee" of "Lee, who said".
func (f *finder) antecedent(i, low int) phrase {
	if !f.is(i-1, ",") {
		return f.before(i, low)
	}
	for _, s := range f.segments(i-1, low) {
		if f.apposition(s) && s.first != low {
			continue
		}
		if p := f.before(s.last, s.first); !p.empty() {
			return p
		}
	}
	return f.before(i-1, low)
}

// coordinated returns p, or, if p is the second of two subjects, both, without a head: "Lee and Moss said".
func (f *finder) coordinated(p phrase, low int) phrase {
	if p.empty() || p.first-1 <= low || !f.is(p.first-1, "and") || f.in(p.head, subjects) {
		return p
	}
	q := f.before(p.first-1, low)
	begins := q.first == low || f.closes(q.first-1) || f.tag(q.first-1) == doc.CCONJ || f.tag(q.first-1) == doc.SCONJ
	if !q.empty() && f.is(q.first-1, "between") {
		return phrase{} // a deal between Lee and Moss fell through
	}
	for !q.empty() && f.is(q.first-1, ",") && q.first-2 >= low && !f.person(q.head) { // parents, pupils and teachers said
		r := f.before(q.first-1, low)
		if r.empty() || r.first > low && !f.is(r.first-1, ",") || f.dated(r.head) || f.tag(r.first) == doc.DET || f.named(r.head) {
			break
		}
		q, begins = r, true
	}
	if q.empty() || !begins {
		return p
	}
	return phrase{q.first, p.last, -1}
}

// opening returns the noun phrase that opens the clause that ends before last: the subject behind an adverb,
// a relative clause or a participle that could not be read.
func (f *finder) opening(first, last int) phrase {
	for i := last - 1; i >= first; i-- {
		if f.closes(i) || f.marks[i] != 0 {
			first = i + 1
			break
		}
	}
	first = f.pastConjunctions(first, last)
	if first >= last || f.tag(first) == doc.ADP || f.tag(first) == doc.VERB {
		return phrase{}
	}
	p := f.whole(f.after(first, last), last)
	if p.empty() || f.finiteMain(segment{p.last, last}) {
		return phrase{}
	}
	return p
}

// pastConjunctions moves first over the words that may stand before a subject: But now.
func (f *finder) pastConjunctions(first, last int) int {
	for first < last && (f.tag(first) == doc.CCONJ || f.tag(first) == doc.SCONJ || f.tag(first) == doc.ADV) {
		first++
	}
	return first
}

// mainSubject returns the subject of the first verb between first and last: who a cue without a subject
// of its own shares.
func (f *finder) mainSubject(first, last int) phrase {
	var other phrase // of a clause before it: when Lee resigned, Moss
	for i := first + 1; i < last; i = f.next(i) {
		if f.marks[i] != 0 || f.named(i) || !f.finite(i, i+1) {
			continue
		}
		c := cue{at: i, first: i, lexeme: lexeme{words, past}}
		for c.first > first && (f.in(c.first-1, auxiliaries) && !f.possessor(c.first-1) || f.tag(c.first-1) == doc.ADV) {
			c.first--
		}
		f.findSubject(&c, unit{first: first, last: last}, true)
		switch {
		case c.subject.empty() || f.in(c.subject.head, relatives) || f.is(c.subject.first, "whose"):
		case !f.opensEarlier(c.subject.first, first):
			return c.subject
		case other.empty():
			other = c.subject
		}
	}
	return other
}

// opensEarlier reports whether the subject at i is that of a clause that opens the sentence at first and comes before the
// main one: when Lee resigned.
func (f *finder) opensEarlier(i, first int) bool {
	return i == first+1 && f.is(first, "when", "while", "after", "before", "although", "though", "because", "since", "as", "if", "until", "once")
}
