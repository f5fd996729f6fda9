package quote

import "reader/model/nlp/doc"

// cue is a verb that says somebody speaks, with its subject.
type cue struct {
	lexeme
	at       int    // the token of the verb
	first    int    // where its verb group begins: "has", "also"
	subject  phrase // empty if it shares the subject of what came before
	inverted bool   // the subject follows: said Smith
	spoken   bool   // "quoted as saying", where the subject is whom the sentence quotes
	relative bool   // the subject stands before a relative pronoun: Smith, who said
	agent    bool   // "described by Smith as": passive, with its agent
	start    int    // where what was said begins on the right; 0 if it does not stand there
	late     int    // where it begins behind a comma, if nothing stands on the left: said that in May, …
	that     bool   // it begins after "that" or a word that asks: "whether"
	colon    bool   // it begins after a colon
	comma    bool   // it begins after a comma
	purpose  bool   // it begins after "to": urged him to leave
	to       phrase // the listener: told Reuters
	rest     int    // where the words that belong to the cue end: "said in a statement on Monday"
}

// zone returns where the words of c begin, with the subject if that stands before.
func (c *cue) zone() int {
	if c.inverted || c.agent || c.subject.empty() || c.subject.first > c.first {
		return c.first
	}
	return c.subject.first
}

// cues returns the cues in u that stand outside quotations.
func (f *finder) cues(u unit) []cue {
	var out []cue
	for i := u.first; i < u.last; i = f.next(i) {
		if f.marks[i] != 0 {
			continue
		}
		l, ok := lexicon[f.d.Lower(i)]
		if !ok || !f.verb(i, l) {
			continue
		}
		c := cue{lexeme: l, at: i, first: i, rest: i + 1}
		if !f.asserted(&c, u.first) {
			continue
		}
		f.findSubject(&c, u, len(out) > 0)
		f.findRight(&c, u.last)
		out = append(out, c)
	}
	return out
}

// verb reports whether token i, which looks like the cue verb l, is one.
func (f *finder) verb(i int, l lexeme) bool {
	if m := f.mentionAt(i); m != nil && f.named(i) && m.Last-m.First > 1 {
		return false
	}
	plain := l.use&(says|inverts) == says|inverts
	if i == 0 {
		return false
	}
	attributive := f.in(i-1, possessives) || f.possessor(i-1) || f.tag(i-1) == doc.DET && !f.in(i-1, subjects) ||
		f.tag(i-1) == doc.ADJ || f.hyphen(i-1)
	switch f.tag(i) {
	case doc.VERB, doc.AUX, doc.X:
		return !attributive || l.form != past || f.marks[i-1] != 0 || plain && f.tag(i-1) == doc.DET
	case doc.NOUN, doc.ADJ, doc.PROPN: // The tagger slips where a cue ends a sentence: “…,” adds Lee.
		return !attributive && (plain && (l.form == past || f.in(i, sure)) || f.mistagged(i, l))
	default:
		return false
	}
}

// mistagged reports whether token i, which the tagger takes for a noun, is the verb between a subject and a
// clause: the residents report they …
func (f *finder) mistagged(i int, l lexeme) bool {
	if l.use&says == 0 || l.form == gerund || l.form == base && !f.plural(i-1, 0) {
		return false
	}
	switch f.tag(i - 1) {
	case doc.NOUN, doc.PROPN, doc.PRON:
	default:
		return false
	}
	switch f.tag(i + 1) {
	case doc.PRON, doc.DET, doc.PROPN:
		return f.marks[min(i+1, len(f.marks)-1)] == 0
	default:
		return f.is(i+1, "that") || l.form == base && f.closes(i+1) && f.is(i-2, ",")
	}
}

// asserted widens c to its verb group and reports whether the group says that something was said: not
// "did not say", "would say", "declined to say", "if asked".
func (f *finder) asserted(c *cue, low int) bool {
	passive := false
	for i := c.at - 1; i >= low && f.marks[i] == 0; i-- {
		w := f.d.Lower(i)
		switch {
		case negations[w], modals[w]:
			return false
		case w == "to" && i > low:
			if !f.in(i-1, goOn) || c.form != base {
				return false
			}
			for i > low && f.in(i-1, goOn) {
				i--
			}
			c.form = past
		case auxiliaries[w] && !f.possessor(i):
			passive = passive || c.form == past && passives[w] && i == c.first-1
			if c.form == base && !(w == "do" || w == "does" || w == "did") {
				return false
			}
		case f.tag(i) == doc.ADV && !f.in(i, wh):
		default:
			return f.active(c, passive, low)
		}
		c.first = i
	}
	return f.active(c, passive, low)
}

// possessor reports whether token i is the 's of a genitive.
func (f *finder) possessor(i int) bool { return f.possessive(i) && f.tag(i) == doc.PART }

// active reports whether c is in the active voice, quoted as saying, or passive with an agent.
func (f *finder) active(c *cue, passive bool, low int) bool {
	if c.form == gerund && f.is(c.first-1, "as") {
		for i := c.first - 2; i > max(low, c.first-8); i-- {
			if f.is(i, "quoted") {
				c.spoken = true
				return true
			}
		}
		return false
	}
	if f.is(c.at+1, "by") && c.form == past && (passive || c.use&(says|tells) == 0) {
		c.agent = c.use&words != 0
		return c.agent
	}
	if c.form == base && c.first == c.at {
		return f.plural(c.at-1, low)
	}
	return !passive
}

// plural reports whether token i can be the end of a subject whose verb has no ending: officials say.
func (f *finder) plural(i, low int) bool {
	if i < low || f.marks[i] != 0 {
		return i >= low // a quotation, before an inverted or an unusual subject
	}
	w := f.d.Lower(i)
	switch {
	case f.tag(i) == doc.PRON:
		return !objects[w] && w != "he" && w != "she" && w != "it"
	case f.tag(i) == doc.NOUN, f.tag(i) == doc.PROPN, f.tag(i) == doc.ADV, f.tag(i) == doc.ADJ:
		return w[len(w)-1] == 's' || f.tag(i) != doc.NOUN || w == "people" || w == "police" || f.in(i-1, postnominal)
	}
	return f.closes(i) || f.tag(i) == doc.CCONJ || f.tag(i) == doc.NUM || f.tag(i) == doc.DET
}

// findSubject fills in who c says speaks.
func (f *finder) findSubject(c *cue, u unit, later bool) {
	switch {
	case c.agent:
		c.subject = f.whole(f.after(c.at+2, u.last), u.last)
		return
	case c.spoken:
		f.quotedAs(c, u)
		return
	}
	i := f.beforeTimes(c.first-1, u.first)
	if i >= u.first && f.is(i, ",") && f.in(i-1, times) && !f.dated(i-1) { // ", however,"
		if f.is(i-2, ",") {
			i -= 2
		} else {
			i--
		}
		for i >= u.first && f.is(i, ",") {
			i--
		}
		i++
		c.subject = f.before(max(i, u.first), u.first)
		if !c.subject.empty() {
			return
		}
		i = c.first - 1
	}
	if f.invertedSubject(c, u) {
		return
	}
	switch {
	case i < u.first, f.marks[i] != 0 && !f.named(i):
		return
	case c.form == gerund && c.first == c.at:
		return // shares its subject: …, adding that
	case f.is(i, ","), f.dash(i):
		c.subject = f.apposed(i, u.first)
	case f.is(i, ")"):
		for i > u.first && !f.is(i, "(") {
			i--
		}
		c.subject = f.before(i, u.first)
	default:
		c.subject = f.coordinated(f.ahead(&i, u.first), u.first)
		if !c.subject.empty() && f.in(c.subject.head, relatives) && !f.is(c.subject.head, "that") {
			c.relative = true
			c.subject = f.antecedent(c.subject.first, u.first)
			return
		}
		if c.subject.empty() && i < c.first-1 && f.tag(max(i, 0)) == doc.CCONJ {
			c.first = i + 1 // and in a letter said: it shares its subject.
			return
		}
		if c.subject.empty() && !f.is(i, "and") && !f.is(i, "but") && !f.is(i, "or") && !later {
			c.subject = f.opening(u.first, c.first)
		}
	}
}

// beforeTimes moves i back over when it was said: Smith earlier this week called.
func (f *finder) beforeTimes(i, low int) int {
	for i > low && f.marks[i] == 0 && !f.named(i) && f.tag(i) != doc.PRON && (f.dated(i) || f.in(i, times)) {
		i--
		if f.in(i, inside) && f.tag(i) == doc.ADP {
			i--
		}
	}
	return max(i, low)
}

// ahead returns the noun phrase that ends at *i, or, if that is a circumstance ("in a letter"), the one before it.
// It leaves in *i where what it returns ends.
func (f *finder) ahead(i *int, low int) phrase {
	p := f.before(*i+1, low)
	for !p.empty() && p.first > low && f.in(p.first-1, inside) && f.tag(p.first-1) == doc.ADP {
		*i = p.first - 2
		if *i < low || f.marks[*i] != 0 || f.closes(*i) {
			return phrase{}
		}
		p = f.before(*i+1, low)
	}
	return p
}

// invertedSubject fills in the subject after c, as in “…,” said Smith, if it stands there.
func (f *finder) invertedSubject(c *cue, u unit) bool {
	if c.use&inverts == 0 || c.form == base || c.form == gerund || c.first != c.at || c.at == u.first {
		return false
	}
	p := f.after(c.at+1, u.last)
	if p.empty() || f.in(p.first, objects) || f.dated(p.first) || f.tag(p.first) == doc.NUM || f.tag(p.first) == doc.SYM || f.in(p.first, times) && !f.named(p.first) {
		return false
	}
	w := f.whole(p, u.last)
	ends := f.endsClause(w.last, u.last)
	if m := f.markAt(c.at - 1); m != nil && !f.named(c.at-1) {
		if !ends && f.stopped(m) == 0 {
			return false
		}
	} else if !(f.is(c.at-1, ",") || f.dash(c.at-1)) || !ends || !f.finite(u.first, c.at) && f.marks[c.at-2] == 0 {
		return false
	} else if f.marks[c.at-2] == 0 && c.use&tells != 0 {
		return false
	} else if s := f.apposed(c.at-1, u.first); !s.empty() && f.marks[c.at-2] == 0 && !f.person(p.head) && f.person(s.head) && s.first == u.first {
		return false
	}
	c.inverted, c.subject = true, w
	c.rest = w.last
	// says his partner, Ann Lee
	if !f.person(p.head) && f.is(w.last, ",") && f.person(w.last+1) && f.mentionAt(w.last+1).First == w.last+1 {
		if m := f.mentionAt(w.last + 1); m.Last >= u.last || f.closes(m.Last) {
			c.subject = phrase{w.first, m.Last, m.Last - 1}
			c.rest = m.Last
		}
	}
	return true
}

// endsClause reports whether no verb follows token i in its clause.
func (f *finder) endsClause(i, last int) bool {
	if i >= last || f.closes(i) || f.marks[i] != 0 || f.in(i, relatives) || f.tag(i) == doc.SCONJ {
		return true
	}
	end := i
	for end < last && !f.closes(end) && f.tag(end) != doc.SCONJ && !f.in(end, relatives) {
		end = f.next(end)
	}
	return (f.in(i, circumstantial) || f.dated(i) || f.in(i, times) || f.tag(i) == doc.ADP || f.tag(i) == doc.ADV) && !f.finite(i, end)
}

// quotedAs fills in the subject of "was quoted as saying" or of "quoted her as saying".
func (f *finder) quotedAs(c *cue, u unit) {
	i := c.first - 2
	for i > u.first && !f.is(i, "quoted") {
		i--
	}
	if i == c.first-2 {
		q := cue{at: i, first: i, lexeme: lexeme{words, past}}
		for q.first > u.first && f.in(q.first-1, auxiliaries) {
			q.first--
		}
		f.findSubject(&q, u, true)
		c.subject, c.first = q.subject, q.first
		return
	}
	c.subject = f.after(i+1, u.last)
	c.to = f.before(i, u.first)
	c.first = i
}
