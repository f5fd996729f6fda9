package quote

import (
	"reader/model"
	"reader/model/nlp/doc"
)

// who resolves the speaker and the listener of c. It reports false when c has no speaker: "it was said".
func (f *finder) who(c *cue) (attribution, bool) {
	a := attribution{cue: f.d.Tokens[c.at].Span}
	id, sure, ok := f.speaker(c.subject)
	if !ok {
		return a, false
	}
	a.speaker, a.sure = id, sure
	a.mention = f.d.Cover(c.subject.first, c.subject.last)
	if !c.to.empty() {
		a.to = f.bareSpan(c.to)
	}
	return a, true
}

// bareSpan returns the span of p without the article.
func (f *finder) bareSpan(p phrase) model.Span {
	if f.is(p.first, "the") && p.last-p.first > 1 {
		p.first++
	}
	return f.d.Cover(p.first, p.last)
}

// speaker returns the entity that p names, how surely, and whether p can speak at all.
func (f *finder) speaker(p phrase) (model.EntityID, float32, bool) {
	if p.head < 0 { // two speakers at once
		return f.unnamedSpeaker(p), unnamedBare, true
	}
	if id, sure := f.issuer(p); id != 0 {
		return id, sure, true
	}
	if m := f.mentionAt(p.head); m != nil && m.Last > p.head && f.headed(m, p.head) {
		switch {
		case m.Type == model.DateTime:
			return 0, 0, false
		case m.Entity == 0 && m.Form == model.Pronoun:
			return f.pronoun(p)
		case m.Form == model.Pronoun && f.d.Entities[m.Entity-1].Type == model.Person:
			id, sure := f.goesOnTalking(p.first, m.Entity)
			if id != m.Entity {
				m.Entity, m.From = id, f.naming(f.lastSpoken())
			}
			return id, sure, true
		case m.Entity != 0 && f.d.Entities[m.Entity-1].Type.Speaks():
			return m.Entity, f.understood(m), true
		}
	}
	if f.in(p.head, subjects) || f.tag(p.head) == doc.PRON {
		return f.pronoun(p)
	}
	if id := f.leader(p); id != 0 {
		f.refer(p, id, model.Nominal, model.LinkRole, 0)
		return id, linked[model.LinkRole], true
	}
	if id, from := f.epithet(p); id != 0 {
		f.refer(p, id, model.Nominal, model.LinkRole, from)
		return id, described, true
	}
	if id, from := f.body(p); id != 0 {
		f.refer(p, id, model.Nominal, model.LinkRole, from)
		return id, described, true
	}
	id := f.unnamedSpeaker(p)
	switch {
	case f.is(p.first, "the", "this", "that") || f.in(p.first, possessives), f.d.Tokens[p.first].Span.Start < f.d.BodyAt:
		return id, unnamedDefinite, true // headlines do without the article
	case f.d.Entities[id-1].Type == model.Organization && mouthpieces[f.headWord(p)]:
		return id, authorised, true
	case f.tag(p.first) == doc.DET, f.d.Entities[id-1].Type == model.Organization:
		return id, unnamedIndefinite, true
	}
	return id, unnamedBare, true
}

// headed reports whether the word at head is the head of m: not the "Kyiv" of "Kyiv officials".
func (f *finder) headed(m *doc.Mention, head int) bool {
	return m.Form != model.Name || m.Last == head+1
}
