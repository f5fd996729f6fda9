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
	agent    bool   // "described by Smith as": passive, with its agent
	start    int    // where what was said begins on the right; 0 if it does not stand there
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
	switch f.tag(i) {
	case doc.VERB, doc.AUX, doc.X:
		return true
	case doc.NOUN, doc.ADJ, doc.PROPN:
		// A tagger's slip: “…,” adds Smith.
		return plain && l.form != base && l.form != gerund && !f.in(i-1, possessives) && f.tag(i-1) != doc.DET && f.tag(i-1) != doc.ADJ
	default:
		return false
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
		case f.tag(i) == doc.ADV && !f.in(i, wh) && !f.in(i, openers) || f.in(i, times) && f.tag(i) != doc.NOUN && f.tag(i) != doc.PRON && f.tag(i) != doc.DET && f.tag(i) != doc.PROPN && !f.in(i, openers):
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
	if f.is(c.at+1, "by") && c.form == past && (passive || c.use&words != 0) {
		c.agent = c.use&words != 0
		return c.agent
	}
	return !passive || c.use&(says|words) == 0 && false
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
	i := c.first - 1
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
		if i-1 >= u.first {
			c.subject = f.before(i, u.first)
		}
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
	case f.in(i, relatives):
		c.subject = f.antecedent(i, u.first)
	default:
		c.subject = f.coordinated(f.before(i+1, u.first), u.first)
		if c.subject.empty() && !f.is(i, "and") && !f.is(i, "but") && !f.is(i, "or") && !later {
			c.subject = f.opening(u.first, c.first)
		}
	}
}

// invertedSubject fills in the subject after c, as in “…,” said Smith, if it stands there.
func (f *finder) invertedSubject(c *cue, u unit) bool {
	if c.use&inverts == 0 || c.form == base || c.form == gerund || c.first != c.at || c.at == u.first {
		return false
	}
	p := f.after(c.at+1, u.last)
	if p.empty() || f.in(p.first, objects) || f.dated(p.first) || f.in(p.first, times) && !f.named(p.first) {
		return false
	}
	w := f.whole(p, u.last)
	ends := w.last >= u.last || f.closes(w.last) || f.marks[w.last] != 0 || f.in(w.last, circumstantial) || f.dated(w.last) ||
		f.in(w.last, times) || f.in(w.last, relatives) || f.in(w.last, openers) || f.tag(w.last) == doc.ADV
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
