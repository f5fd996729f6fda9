package quote

import (
	"slices"
	"strings"

	"reader/model"
	"reader/model/nlp/cluster"
	"reader/model/nlp/doc"
	"reader/model/nlp/gazetteer"
)

// pronoun returns the speaker for the pronoun p that coreference left open, how surely, and whether p can
// speak at all.
func (f *finder) pronoun(p phrase) (model.EntityID, float32, bool) {
	var id model.EntityID
	var from int32
	sure := float32(alone)
	switch w := f.d.Lower(p.head); {
	case w == "he", w == "she":
		if q := f.lastSpoken(); q != nil && f.speaksAs(q.Speaker, w) {
			id, from, sure = q.Speaker, f.naming(q), talking
		}
	case w == "it", w == "they":
		id, from = f.institution(p.first, w == "they")
		if g := f.crowd(p.first); id == 0 && w == "they" && !g.empty() {
			id = f.unnamedSpeaker(g)
			from = int32(g.first + 1)
		}
		if id == 0 && w == "it" {
			return 0, 0, false
		}
	case w == "we", w == "i":
	case (w == "those" || w == "these") && f.specified(p.last):
		return f.unnamedSpeaker(p), unnamedBare, true
	case agentless[w], w == "you", nobody[w]:
		return 0, 0, false
	default:
		return f.unnamedSpeaker(p), unnamedBare, true
	}
	if id != 0 {
		f.refer(p, id, model.Pronoun, model.LinkPronoun, from)
	}
	return id, sure, true
}

// crowd returns the subject of the clause before token i in its sentence that is several people without a name, or an empty
// phrase: authorities believe …, although they note.
func (f *finder) crowd(i int) phrase {
	u := f.units[f.unitOf(i)]
	p := f.mainSubject(u.first, min(u.last, i))
	if p.empty() || p.head < 0 || f.tag(p.head) != doc.NOUN || f.mentionAt(p.head) != nil {
		return phrase{}
	}
	one, many := strings.CutSuffix(f.d.Lower(p.head), "s")
	if !crowds[f.d.Lower(p.head)] && (!many || gazetteer.Word(cluster.Hash(one))&gazetteer.Role == 0) {
		return phrase{}
	}
	return p
}

// crowds are nouns for several people that are no plurals of what one of them is.
var crowds = set("authorities", "police", "residents", "people", "families", "women", "men", "neighbors", "neighbours", "relatives")

// specified reports whether what begins at token i tells who "those" are: those surveyed, those who came, those in Arl.
func (f *finder) specified(i int) bool {
	return f.in(i, relatives) || f.tag(i) == doc.ADP || f.tag(i) == doc.VERB && !f.in(i, plainly) && f.finite(i+1, i+8)
}

// goesOnTalking returns the person that the pronoun at token i means, who is id by coreference, and how surely: in
// news "he said" goes on with whom the last two paragraphs quoted, unless somebody else has become the
// subject since.
func (f *finder) goesOnTalking(i int, id model.EntityID) (model.EntityID, float32) {
	q := f.lastSpoken()
	switch {
	case q == nil:
		return id, alone
	case q.Speaker == id:
		return id, agreed
	case !f.speaksAs(q.Speaker, f.d.Lower(i)):
		return id, alone
	}
	at := f.d.TokenAt(q.Span.End - 1)
	n := f.unitOf(i)
	for k := n; k >= 0 && f.units[k].last > at; k-- {
		u := f.units[k]
		u.first, u.last = max(u.first, at+1), min(u.last, i)
		if u.first < u.last && f.subjectOf(u) == id {
			return id, alone
		}
	}
	if f.units[f.unitOf(at)].paragraph+2 < f.units[n].paragraph || f.onlyHere(id, i, at) {
		return id, alone
	}
	return q.Speaker, talking
}

// onlyHere reports whether the person id is the only one named between where the paragraph of token i begins and i, and
// the quote that ends with token at stands in another: the paragraph is about that person.
func (f *finder) onlyHere(id model.EntityID, i, at int) bool {
	first := f.d.Paragraphs[f.units[f.unitOf(i)].paragraph].First
	if first <= at {
		return false
	}
	named := false
	for t := first; t < i; t++ {
		if m := f.mentionAt(t); m != nil && m.Type == model.Person && m.Form == model.Name {
			if m.Entity != id {
				return false
			}
			named = true
		}
	}
	return named
}

// How surely "he" is whom coreference says: that person has also been talking, somebody else has been
// talking and is taken instead, or nobody has.
const (
	agreed  = 0.97
	talking = 0.6
	alone   = 0.7
)

// lastSpoken returns the last quote that has a speaker, or nil. What is only told of somebody by the way is passed over:
// Voss, who had called the plan a mistake.
func (f *finder) lastSpoken() *model.Quote {
	for i := range slices.Backward(f.quotes) {
		if f.quotes[i].Speaker != 0 && !f.byTheWay(&f.quotes[i]) {
			return &f.quotes[i]
		}
	}
	return nil
}

// byTheWay reports whether the cue of q stands in a relative clause.
func (f *finder) byTheWay(q *model.Quote) bool {
	if q.Cue.Empty() {
		return false
	}
	i := f.d.TokenAt(q.Cue.Start) - 1
	for i > 0 && (f.in(i, auxiliaries) || f.tag(i) == doc.ADV) {
		i--
	}
	return f.is(i, "who")
}

// naming returns the first token, plus 1, of the mention that names the speaker of q.
func (f *finder) naming(q *model.Quote) int32 {
	first := f.d.TokenAt(q.Mention.Start)
	for i := first; i < len(f.d.Tokens) && f.d.Tokens[i].Span.Start < q.Mention.End; i++ {
		if m := f.mentionAt(i); m != nil && m.Entity == q.Speaker {
			return int32(m.First + 1)
		}
	}
	return int32(first + 1)
}

// speaksAs reports whether the speaker id can be called by pronoun, "he" or "she".
func (f *finder) speaksAs(id model.EntityID, pronoun string) bool {
	e := &f.d.Entities[id-1]
	switch e.Type {
	case model.Person:
		return e.Gender == genders[pronoun] || e.Gender == model.UnknownGender
	case model.Unnamed:
		article := strings.HasPrefix(e.Name, "a ") || strings.HasPrefix(e.Name, "A ")
		return article || strings.HasPrefix(e.Name, "an ") || strings.HasPrefix(e.Name, "An ")
	case model.Organization:
		return f.voices(id)
	default:
		return false
	}
}

// unitOf returns the index of the unit that holds token i, or of the last.
func (f *finder) unitOf(i int) int {
	n, _ := slices.BinarySearchFunc(f.units, i, func(u unit, i int) int { return u.last - 1 - i })
	return min(n, len(f.units)-1)
}

// institution returns what is the subject of the nearest sentence before token i, in its paragraph or the one
// before, and can be called "it", or "they" if many, and the first token, plus 1, of its mention there; 0 if there is none.
func (f *finder) institution(i int, many bool) (id model.EntityID, from int32) {
	n := f.unitOf(i)
	for k := n; k >= max(0, n-maxBack) && f.units[k].paragraph+1 >= f.units[n].paragraph; k-- {
		u := f.units[k]
		p := f.mainSubject(u.first, min(u.last, i))
		if p.empty() || p.head < 0 {
			continue
		}
		if id, from = f.impersonal(p, many); id != 0 {
			return id, from
		}
	}
	return 0, 0
}

// impersonal returns the organization, place or, if many, group that p names, and the first token, plus 1, of its
// mention, or 0.
func (f *finder) impersonal(p phrase, many bool) (id model.EntityID, from int32) {
	m := f.mentionAt(p.head)
	if m == nil || m.Entity == 0 || !f.headed(m, p.head) {
		for _, u := range f.added {
			if many && u.First == p.first && u.Type == model.Unnamed {
				return u.Entity, int32(u.First + 1)
			}
		}
		return 0, 0
	}
	switch t := f.d.Entities[m.Entity-1].Type; {
	case t == model.Organization, t == model.Place, t == model.Unnamed && many:
		return m.Entity, int32(m.First + 1)
	default:
		return 0, 0
	}
}

// refer adds the mention p of the entity id, whose antecedent begins with the token before from; 0: it follows from
// the rest. The subject of two cues is one mention.
func (f *finder) refer(p phrase, id model.EntityID, form model.Form, link model.Link, from int32) {
	for _, m := range f.added[max(0, len(f.added)-4):] {
		if m.First == p.first && m.Last == p.last && m.Entity == id {
			return
		}
	}
	f.added = append(f.added, doc.Mention{
		Span: f.d.Cover(p.first, p.last), First: p.first, Last: p.last,
		Type: f.d.Entities[id-1].Type, Form: form, Link: link, Entity: id, From: from,
	})
}

var genders = map[string]model.Gender{"he": model.Male, "she": model.Female}
