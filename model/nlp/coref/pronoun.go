package coref

import (
	"cmp"
	"slices"

	"reader/model"
	"reader/model/nlp/doc"
)

// reach is how many sentences back a pronoun may refer.
const reach = 6

// linkPronouns ties he and she to the nearest person that fits, sentence by sentence backwards, subjects before
// objects (Hobbs, Resolving pronoun references, Lingua 44, 1978). A pronoun outside quotation marks means
// nobody who is only named inside them; one inside them is left open, as it is seldom the nearest.
func (r *resolver) linkPronouns() {
	people := r.people()
	for i := range r.d.Tokens {
		gender, ok := pronouns[r.d.Lower(i)]
		if !ok || r.taken[i] || r.quoted[i] {
			continue
		}
		id := r.antecedent(people, i, gender)
		if id == 0 {
			continue
		}
		e := &r.entities[id-1]
		if e.Gender == model.UnknownGender {
			e.Gender = gender
		}
		r.add(i, i+1, id, model.Pronoun, model.LinkPronoun)
		people = append(people, r.added[len(r.added)-1])
	}
}

// people returns the mentions of people outside quotation marks, by place.
func (r *resolver) people() []doc.Mention {
	var out []doc.Mention
	for _, all := range [][]doc.Mention{r.d.Mentions, r.added} {
		for _, m := range all {
			if m.Type == model.Person && !r.quoted[m.First] {
				out = append(out, m)
			}
		}
	}
	slices.SortFunc(out, func(a, b doc.Mention) int { return cmp.Compare(a.First, b.First) })
	return out
}

// antecedent returns the person whom the pronoun at token i means, or 0.
func (r *resolver) antecedent(people []doc.Mention, i int, gender model.Gender) model.EntityID {
	at := r.d.SentenceOf(i)
	for s := at; s >= 0 && s > at-reach; s-- {
		first, last := r.d.Sentences[s].First, min(r.d.Sentences[s].Last, i)
		var unsure model.EntityID
		for k := range people {
			m := &people[k]
			if m.First < first || m.First >= last || r.possessive(m) {
				continue
			}
			switch known := r.entities[m.Entity-1].Gender; {
			case known == gender:
				return m.Entity
			case known == model.UnknownGender && unsure == 0:
				unsure = m.Entity
			}
		}
		if unsure != 0 {
			return unsure
		}
	}
	return 0
}

// possessive reports whether m only says whose something is: "Lee's plan".
func (r *resolver) possessive(m *doc.Mention) bool {
	return m.Form != model.Pronoun && (r.is(m.Last, "'s") || r.is(m.Last, "’s"))
}
