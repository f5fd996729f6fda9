package quote

import "reader/model/nlp/doc"

// cue is a verb that says somebody speaks, with its subject and where to look for what was said.
type cue struct {
	lexeme
	at      int    // the token of the verb
	first   int    // where its verb group begins: "has", "also"
	rest    int    // where the words that belong to it end: "said in a statement on Monday"
	subject phrase // empty if it shares the subject of what came before
	shape   shape
	to      phrase // the listener: told Reuters

	start   int  // where what was said begins on the right; 0 if it does not stand there
	late    int  // where it begins behind a comma, if nothing stands on the left: said that in May, …
	that    bool // it begins after "that" or a word that asks: "whether"
	colon   bool // it begins after a colon
	comma   bool // it begins after a comma
	purpose bool // it begins after "to": urged him to leave
	object  bool // it is what is spoken of, not a clause: criticised the plan
}

// shape says where the subject of a cue stands.
type shape uint8

const (
	plain    shape = iota // Smith said
	inverted              // said Smith
	relative              // Smith, who said
	agent                 // described by Smith as
	spoken                // quoted Smith as saying
)

// zone returns where the words of c begin, with the subject if that stands before.
func (c *cue) zone() int {
	if c.shape == inverted || c.shape == agent || c.subject.empty() || c.subject.first > c.first {
		return c.first
	}
	return c.subject.first
}

// begins is zone, but for a cue whose subject stands before token start, as in "Lee, who thinks that C, said", where its
// verb group begins.
func (c *cue) begins(start int) int {
	if z := c.zone(); z >= start {
		return z
	}
	return c.first
}

// cues returns the cues in u that stand outside quotations.
func (f *finder) cues(u unit) []cue {
	var out []cue
	for i := u.first; i < u.last; i = f.next(i) {
		if f.marks[i] != 0 {
			continue
		}
		l, ok := f.lexeme(i)
		if !ok || !f.verb(i, l) {
			continue
		}
		c := cue{lexeme: l, at: i, first: i, rest: f.wordsFrom(i)}
		if !f.asserted(&c, u.first) {
			continue
		}
		f.findSubject(&c, u, len(out) > 0)
		f.agree(&c, u)
		if !f.documented(&c, u, len(out) > 0) {
			continue
		}
		f.findRight(&c, u.last)
		f.question(&c, u.last)
		if f.performs(&c) || f.thought(&c, u.last) {
			continue
		}
		out = append(out, c)
	}
	return out
}

// verb reports whether token i, which looks like the cue verb l, is one.
func (f *finder) verb(i int, l lexeme) bool {
	if m := f.mentionAt(i); i == 0 || m != nil && f.named(i) && m.Last-m.First > 1 {
		return false
	}
	if f.in(i, plainly) && f.in(i+1, greetings) || f.is(i+1, "by") && (f.reportedBy(i-1) == i+2 || f.reportedBy(i-2) == i+2) {
		return false
	}
	speech := l.use&(says|inverts) == says|inverts
	determined := f.tag(i-1) == doc.DET && !f.in(i-1, subjects)
	attributive := determined || f.in(i-1, possessives) || f.possessor(i-1) || f.tag(i-1) == doc.ADJ && !f.aged(i-1) || f.hyphen(i-1)
	switch f.tag(i) {
	case doc.VERB, doc.AUX, doc.X, doc.INTJ:
		return !attributive || l.form != past || f.marks[i-1] != 0 || speech && determined
	case doc.NOUN, doc.ADJ, doc.PROPN:
		behind := f.marks[i-1] != 0 && !f.named(i-1) && l.form == third // “…,” echoes Smith
		return !attributive && (speech && (l.form == past || behind || f.in(i, sure)) || f.mistagged(i, l) || f.wordsFrom(i) != i+1)
	default:
		return false
	}
}

// aged reports whether token i ends "the 52-year-old".
func (f *finder) aged(i int) bool {
	return f.is(i, "old") && f.is(i-1, "-") && f.is(i-2, "year", "month")
}

// mistagged reports whether token i, which the tagger takes for a noun, is the verb between a subject and a
// clause: the residents report they …
func (f *finder) mistagged(i int, l lexeme) bool {
	if l.use&says == 0 || l.form == gerund || l.form == base && !f.plural(i-1, 0) {
		return false
	}
	if f.is(i+1, "that") && l.form == third && (f.dash(i-1) || f.is(i-1, ",")) { // The suit — filed in May — claims that
		return true
	}
	if l.use&channel != 0 && l.form == third && f.named(i-1) && f.closes(i+1) { // C, the Arl Gazette reports
		first := f.mentionAt(i - 1).First
		return f.is(first-1, ",") || f.is(first-1, "the") && f.is(first-2, ",")
	}
	if f.tag(i-1) != doc.NOUN && f.tag(i-1) != doc.PROPN && f.tag(i-1) != doc.PRON {
		return false
	}
	switch f.tag(i + 1) {
	case doc.PRON, doc.DET, doc.PROPN:
		return f.marks[i+1] == 0
	default:
		return f.is(i+1, "that") || l.form == base && f.closes(i+1) && f.is(i-2, ",")
	}
}
