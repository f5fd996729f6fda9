package quote

import (
	"strings"

	"reader/model"
	"reader/model/nlp/doc"
)

// announces reports whether the colon before the quotation m announces it, so that it is one however short: Voss shook
// her head: “No.” The title of a work is none.
func (f *finder) announces(m *marked) bool {
	return f.is(m.first-1, ":") && f.startsUpper(m) && f.stopped(m) != 0 && (!f.title(m) || m.last-m.first >= 8 || f.states(m))
}

// introduced returns q, the quotation m, as said by whom the words before the colon in front of it name: "The Herald
// reports:", "Lee was blunt:", in the same paragraph or as the one before. It reports false, and q as it is, if they name nobody.
func (f *finder) introduced(q model.Quote, m *marked) (model.Quote, bool) {
	u := f.units[f.unitOf(m.first-1)]
	if u.paragraph+1 < m.paragraph {
		return q, false
	}
	u.last = min(u.last, m.first-1)
	p := f.introducer(u)
	if p.empty() || !f.speaks(p) {
		return q, false
	}
	id, sure, ok := f.speaker(p)
	if !ok || id == 0 {
		return q, false
	}
	a := attribution{speaker: id, sure: sure, mention: f.d.Cover(p.first, p.last)}
	q.Speaker, q.Mention, q.Rule, q.Confidence = id, a.mention, model.RuleColon, confidence(model.RuleColon, a)
	return q, true
}

// introducer returns who the words u, before a colon, say will speak: the subject of their last cue, else of their first verb,
// the bearer of "Lee's answer:", or the noun phrase with which they open.
func (f *finder) introducer(u unit) phrase {
	p := f.mainSubject(u.first, u.last)
	for _, c := range f.cues(u) {
		if !c.subject.empty() && c.shape != relative && f.speaks(c.subject) {
			p = c.subject
		}
	}
	if !p.empty() && p.head >= 0 && f.in(p.head, speeches) {
		p = f.utterer(f.whole(p, u.last))
	}
	if p.empty() && strings.HasSuffix(f.d.Lower(u.last-1), "ed") { // Voss shrugged
		p = f.before(u.last-1, u.first)
	}
	if p.empty() { // The Herald reports: the tagger may take the verb for a noun
		p = f.whole(f.after(u.first, u.last), u.last)
	}
	return p
}

// speaks reports whether p names a person, a body or somebody by a pronoun, rather than a thing.
func (f *finder) speaks(p phrase) bool {
	if p.head < 0 || f.is(p.head, "he", "she", "they") {
		return true
	}
	id, _ := f.someone(p)
	return id != 0
}

// beat returns the mention of the person of whom the sentence before m, of u, in the same paragraph tells what that person
// did, if no quote stands there: Voss pointed to the gates. “They are old.” It returns nil if there is none.
func (f *finder) beat(m *marked, u unit) *doc.Mention {
	n := f.unitOf(m.first)
	if m.first != u.first || n == 0 || f.units[n-1].paragraph != u.paragraph {
		return nil
	}
	before := f.units[n-1]
	if k := len(f.quotes); k > 0 && f.quotes[k-1].Span.End > f.d.Tokens[before.first].Span.Start {
		return nil
	}
	return f.personIn(before)
}
