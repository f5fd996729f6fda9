package quote

import (
	"reader/model"
	"reader/model/nlp/doc"
)

// findObject fills in where what c speaks of begins, if c introduces no clause: criticised the plan, called for a
// vote, warned of a storm.
func (f *finder) findObject(c *cue, last int) {
	i := c.at + 1
	if c.purpose || c.that || c.colon || c.comma || c.late != 0 || c.shape > relative || i >= last || f.marks[i] != 0 {
		return
	}
	if c.form == gerund && !f.in(c.first, auxiliaries) && !f.is(c.first-1, ",") { // officials underlining strength and vowing revenge
		return
	}
	topic := f.topic(c, i)
	switch {
	case topic:
		i++
	case c.use&acts == 0, c.start != 0 && c.use&(says|tells) != 0:
		return
	}
	p := f.after(i, last)
	if !topic && (f.deed(c, p) || f.is(c.zone()-1, "what", "which", "whom") && !f.isCall(c.at)) { // what Lee described the plan as
		return
	}
	if f.in(c.at, naming) && f.is(c.subject.first, "a", "an") && f.d.Capital(i) { // a stream called Miracle Run
		return
	}
	if p.empty() && !f.doing(c, i) || f.dated(i) || !topic && f.in(i, closedClass) && !f.determines(i) && !f.complemented(p.last) && (!f.isCall(c.at) || f.tag(p.last) != doc.ADJ) {
		return
	}
	c.start, c.object = i, true
}

// doing reports whether a participle for what c speaks of stands at i: called for immediately closing the gates, proposed
// closing them.
func (f *finder) doing(c *cue, i int) bool {
	verb := i
	if f.tag(verb) == doc.ADV {
		verb++
	}
	_, proposes := proposals[f.d.Lower(c.at)]
	return f.ing(verb) && (proposes || f.is(i-1, "for", "to"))
}

// proposals are verbs of speaking that take a participle for what somebody wants done.
var proposals = inflected([]verb{{acts, `propose recommend advocate suggest`}})

// deed reports whether c, with the object p, is no speech: attacked the ship, and not attacked Lee for her plan; called
// Lee to congratulate her, and not called her a friend.
func (f *finder) deed(c *cue, p phrase) bool {
	switch {
	case f.is(c.at, "attack", "attacks", "attacked", "attacking"):
		return p.empty() || !f.is(p.last, "for", "as", "over")
	case f.isCall(c.at):
		ends := f.closes(p.last) || f.dated(p.last) || f.in(p.last, times) || f.is(p.last, "to", "after", "because", "when")
		return p.empty() || ends && !f.is(c.zone()-1, "what") && (f.tag(p.last-1) != doc.ADJ || p.last-p.first < 2)
	}
	return false
}

// telephones reports whether c is a call to somebody, and none on them: called Lee to congratulate her.
func (f *finder) telephones(c *cue) bool { return f.isCall(c.at) && !f.is(c.at+1, "on", "upon", "to") }

// isCall reports whether token i is a form of "call".
func (f *finder) isCall(i int) bool { return f.is(i, "call", "calls", "called", "calling") }

// topic reports whether token i is the preposition behind which c has what it speaks of.
func (f *finder) topic(c *cue, i int) bool {
	return c.use&forIt != 0 && f.is(i, "for") || c.use&aboutIt != 0 && f.is(i, "about", "of", "against") ||
		c.use&toIt != 0 && c.form != gerund && f.is(i, "to") // "…, referring to Lee" is the reporter's
}

// complemented reports whether token i, behind a pronoun, goes on with what is said of it: described him as a friend.
func (f *finder) complemented(i int) bool {
	return f.is(i, "as", "of", "for", "a", "an", "the")
}

// emitObject adds what cue c speaks of, up to end at most.
func (s *statement) emitObject(c *cue, end int, a attribution) {
	content := segment{c.start, s.objectEnd(c.start, end)}
	if c.purpose {
		content = segment{s.purposeFrom(c), end}
	}
	switch {
	case s.kind(content) == model.Indirect:
		if !c.purpose && !s.is(c.start-1, "for") && !s.outright(c) || s.country(a.speaker) {
			a.sure *= spokenOf
		}
		s.emit(content, model.RuleObject, a)
		if c.object {
			s.done = content.last // called him a liar and accused him of greed
		}
	case c.use&words != 0:
		s.emitWords(c, end, a)
	default:
		s.emit(content, model.RuleMixed, a)
	}
}

// outright reports whether the verb of c cannot be done but in words: criticised the plan, but not defended or rejected it.
// A relative clause, Lee, who has criticised the plan, is rather how the reporter presents somebody.
func (f *finder) outright(c *cue) bool {
	_, ok := wording[f.d.Lower(c.at)]
	return ok && c.shape != relative
}

// country reports whether id is a place, whose name stands for those who rule it: it calls for something by what it does.
func (f *finder) country(id model.EntityID) bool {
	return id != 0 && f.d.Entities[id-1].Type == model.Place
}

// purposeFrom returns where what c asks somebody to do begins: with who is asked, unless a pronoun says that.
func (s *statement) purposeFrom(c *cue) int {
	if p := c.to; !p.empty() && p.last == c.start-1 && !s.in(p.head, closedClass) && (c.use&(says|tells) == 0 || c.use&(asks|tells) == asks) {
		return p.first
	}
	return c.start - 1
}

// objectEnd returns where the object that begins at first ends: before another verb, or a clause of its own, and at end
// at the latest.
func (f *finder) objectEnd(first, end int) int {
	for i := first + 1; i < end; i = f.next(i) {
		switch {
		case f.coordinates(i) && f.finite(i+1, min(end, i+3)) && f.tag(i+1) != doc.PRON && f.tag(i+1) != doc.DET && f.tag(i+1) != doc.NOUN && f.tag(i+1) != doc.PROPN:
			return f.trimmed(first, i)
		case f.is(i, ",") && (f.ing(i+1) || f.tag(i+1) == doc.SCONJ || f.tag(i+1) == doc.ADV || f.in(i+1, relatives)):
			return f.trimmed(first, i)
		case f.is(i, "when", "while", "after", "before", "because", "although", "though", "since", "until", "during"):
			return f.trimmed(first, i)
		}
	}
	return end
}
