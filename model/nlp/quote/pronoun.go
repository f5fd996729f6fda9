package quote

import (
	"slices"

	"reader/model"
	"reader/model/nlp/doc"
)

// pronoun returns the speaker for the pronoun p that coreference left open, how surely, and whether p can
// speak at all.
func (f *finder) pronoun(p phrase) (model.EntityID, float32, bool) {
	var id model.EntityID
	sure := float32(0.8)
	switch w := f.d.Lower(p.head); {
	case w == "he", w == "she":
		id = f.talker(genders[w])
	case w == "it", w == "they":
		id = f.institution(p.first, w == "they")
		if id == 0 && w == "it" {
			return 0, 0, false
		}
	case w == "we", w == "i":
	case agentless[w], w == "you", nobody[w]:
		return 0, 0, false
	default:
		return f.unnamedSpeaker(p), 0.9, true
	}
	if id != 0 {
		f.refer(p, id, model.Pronoun, model.LinkPronoun)
	}
	return id, sure, true
}

// talker returns the person who spoke last and can be of gender g, or 0.
func (f *finder) talker(g model.Gender) model.EntityID {
	for _, q := range slices.Backward(f.quotes) {
		if q.Speaker == 0 {
			continue
		}
		e := &f.d.Entities[q.Speaker-1]
		if e.Type == model.Person && (e.Gender == g || e.Gender == model.UnknownGender) {
			return q.Speaker
		}
	}
	return 0
}

// goesOnTalking returns the person that the pronoun at token i means, who is id by coreference, and how surely: in
// news "he said" goes on with whom the paragraph or the one before quoted last, unless somebody else
// has become the subject since.
func (f *finder) goesOnTalking(i int, id model.EntityID) (model.EntityID, float32) {
	if len(f.quotes) == 0 {
		return id, linked[model.LinkPronoun]
	}
	q := &f.quotes[len(f.quotes)-1]
	if q.Speaker == 0 || q.Speaker == id {
		return id, 0.97
	}
	e := &f.d.Entities[q.Speaker-1]
	g := genders[f.d.Lower(i)]
	if e.Type != model.Person || e.Gender != g && e.Gender != model.UnknownGender {
		return id, linked[model.LinkPronoun]
	}
	n, _ := slices.BinarySearchFunc(f.units, i, func(u unit, i int) int { return u.last - 1 - i })
	at := f.d.TokenAt(q.Span.End - 1)
	for k := n; k >= 0 && f.units[k].last > at; k-- {
		u := f.units[k]
		if first := max(u.first, at+1); first < min(u.last, i) {
			if f.subjectOf(unit{first, min(u.last, i), u.paragraph}) == id {
				return id, 0.9
			}
		}
	}
	n0, _ := slices.BinarySearchFunc(f.units, at, func(u unit, i int) int { return u.last - 1 - i })
	if n < len(f.units) && n0 < len(f.units) && f.units[n0].paragraph+2 >= f.units[n].paragraph {
		return q.Speaker, 0.85
	}
	return id, linked[model.LinkPronoun]
}

// institution returns what is the subject of the nearest sentence before token i, in its paragraph or the one
// before, and can be called "it", or "they" if many; 0 if there is none.
func (f *finder) institution(i int, many bool) model.EntityID {
	n, _ := slices.BinarySearchFunc(f.units, i, func(u unit, i int) int { return u.last - 1 - i })
	if n == len(f.units) {
		return 0
	}
	for k := n; k >= 0 && f.units[k].paragraph+1 >= f.units[n].paragraph; k-- {
		u := f.units[k]
		p := f.mainSubject(u.first, min(u.last, i))
		if p.empty() || p.head < 0 {
			continue
		}
		if id := f.impersonal(p, many); id != 0 {
			return id
		}
	}
	return 0
}

// impersonal returns the organization, place or, if many, group that p names, or 0.
func (f *finder) impersonal(p phrase, many bool) model.EntityID {
	m := f.mentionAt(p.head)
	if m == nil || m.Entity == 0 || !f.headed(m, p.head) {
		for _, u := range f.added {
			if many && u.First == p.first && u.Type == model.Unnamed {
				return u.Entity
			}
		}
		return 0
	}
	switch t := f.d.Entities[m.Entity-1].Type; t {
	case model.Organization, model.Place:
		return m.Entity
	case model.Unnamed:
		if many {
			return m.Entity
		}
		return 0
	default:
		return 0
	}
}

// refer adds the mention p of the entity id.
func (f *finder) refer(p phrase, id model.EntityID, form model.Form, link model.Link) {
	f.added = append(f.added, doc.Mention{
		Span: f.d.Cover(p.first, p.last), First: p.first, Last: p.last,
		Type: f.d.Entities[id-1].Type, Form: form, Link: link, Entity: id,
	})
}

var genders = map[string]model.Gender{"he": model.Male, "she": model.Female}
