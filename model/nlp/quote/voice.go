package quote

import "reader/model/nlp/doc"

// asserted widens c to its verb group and reports whether the group says that something was said: not
// "did not say", "would say", "declined to say", "was told".
func (f *finder) asserted(c *cue, low int) bool {
	passive := false
	if c.form == gerund && c.at-1 > low && f.in(c.at-1, phases) { // kept saying
		c.first, c.form = c.at-1, past
	}
	for i := c.first - 1; i >= low && f.marks[i] == 0; i-- {
		w := f.d.Lower(i)
		switch {
		case negations[w], modals[w]:
			return false
		case w == "to" && i > low: // went on to say
			from := f.implied(f.pastGoOn(i, low), low)
			if from == i || c.form != base {
				return false
			}
			i, c.form = from, past
		case auxiliaries[w] && !f.possessor(i):
			passive = passive || c.form == past && passives[w] && i == c.first-1
			if c.form == base && w != "do" && w != "does" && w != "did" {
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

// pastGoOn moves i back over "went on".
func (f *finder) pastGoOn(i, low int) int {
	for i > low && f.in(i-1, goOn) {
		i--
	}
	return i
}

// active reports whether c has a subject that speaks, whom it quotes "as saying", or as a passive an agent.
func (f *finder) active(c *cue, passive bool, low int) bool {
	switch {
	case c.form == gerund && f.is(c.first-1, "as"):
		if f.quoted(c, low) >= 0 {
			c.shape = spoken
		}
		return c.shape == spoken
	case c.form == past && f.is(c.at+1, "by") && (passive || c.use&(says|tells) == 0):
		c.shape = agent
		return c.use&words != 0
	case c.form == base && c.first == c.at:
		t, ok := testimony[f.d.Lower(c.at)]
		return ok && t.form == base || f.plural(c.at-1, low) || f.is(c.at, "say") && f.saying(c.at-1, low)
	}
	return !passive
}

// quoted returns the "quoted" of "quoted her as saying", or -1.
func (f *finder) quoted(c *cue, low int) int {
	for i := c.first - 2; i > max(low, c.first-8); i-- {
		if f.is(i, "quoted") {
			return i
		}
	}
	return -1
}

// plural reports whether token i can be the end of a subject whose verb has no ending: officials say.
func (f *finder) plural(i, low int) bool {
	if i < low {
		return false
	}
	if f.marks[i] != 0 || f.closes(i) {
		return true
	}
	if f.onePerson(i) {
		return false // Lee advise
	}
	w := f.d.Lower(i)
	switch f.tag(i) {
	case doc.PRON:
		return !objects[w] && w != "he" && w != "she" && w != "it"
	case doc.NOUN:
		return w[len(w)-1] == 's' || f.is(i, "people", "police") || f.in(i-1, postnominal)
	case doc.PROPN, doc.ADV, doc.ADJ, doc.CCONJ, doc.NUM, doc.DET:
		return true
	default:
		return false
	}
}

// onePerson reports whether token i ends the name of somebody who is the whole subject: neither Lee and Moss, nor the Lees,
// nor an aide to Lee.
func (f *finder) onePerson(i int) bool {
	if !f.person(i) || !f.named(i) {
		return false
	}
	first := f.mentionAt(i).First
	for first > 0 && f.nominal(first-1) { // Mayor Ann Lee
		first--
	}
	return f.closes(first-1) || f.is(first-1, "a", "an", "that", "as", "when")
}

// saying reports whether token i, right before "say", can end its subject: one in two say, those surveyed say.
func (f *finder) saying(i, low int) bool {
	if i <= low || f.is(i, "let", "help", "dare", "please") {
		return false
	}
	switch f.tag(i) {
	case doc.NOUN, doc.SYM:
		return true
	default:
		return f.tag(i) == doc.VERB && !f.ing(i)
	}
}

// possessor reports whether token i is the 's of a genitive.
func (f *finder) possessor(i int) bool { return f.possessive(i) && f.tag(i) == doc.PART }
