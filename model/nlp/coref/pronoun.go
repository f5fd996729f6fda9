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
	r.learnGenders(people)
	for i := range r.d.Tokens {
		gender, ok := pronouns[r.d.Lower(i)]
		if !ok || r.taken[i] || r.quoted[i] {
			continue
		}
		at := r.d.SentenceOf(i)
		m := r.antecedent(people[max(0, at-reach+1):at+1], i, gender)
		if m == nil {
			continue
		}
		if e := &r.entities[m.Entity-1]; e.Gender == model.UnknownGender && !r.owns(i) {
			e.Gender = gender
		}
		r.add(i, i+1, m.Entity, model.Pronoun, model.LinkPronoun)
		he := &r.added[len(r.added)-1]
		he.From = int32(m.First + 1)
		k, _ := slices.BinarySearchFunc(people[at], i, func(m doc.Mention, i int) int { return m.First - i })
		people[at] = slices.Insert(people[at], k, *he)
	}
}

// people returns the mentions of people outside quotation marks, by sentence and in each by place.
func (r *resolver) people() [][]doc.Mention {
	out := make([][]doc.Mention, len(r.d.Sentences))
	for _, all := range [][]doc.Mention{r.d.Mentions, r.added} {
		for _, m := range all {
			if m.Type == model.Person && !r.quoted[m.First] {
				at := r.d.SentenceOf(m.First)
				out[at] = append(out[at], m)
			}
		}
	}
	for _, sentence := range out {
		slices.SortFunc(sentence, func(a, b doc.Mention) int { return cmp.Compare(a.First, b.First) })
	}
	return out
}

// learnGenders sets the gender of people whose names do not tell it, by the pronouns that can mean nobody else: those in
// whose sentence, or else in the one before it, they alone are named. There must be two, and they must agree.
func (r *resolver) learnGenders(people [][]doc.Mention) {
	votes := make([][2]int, len(r.entities)) // of each entity, by male and not
	for i := range r.d.Tokens {
		gender, ok := pronouns[r.d.Lower(i)]
		if !ok || r.taken[i] || r.quoted[i] || r.ownClause(i) < i {
			continue
		}
		at := r.d.SentenceOf(i)
		n, _ := slices.BinarySearchFunc(people[at], i, func(m doc.Mention, i int) int { return m.First - i })
		id := onlyOne(people[at][:n])
		if n == 0 && at > 0 {
			id = onlyOne(people[at-1])
		}
		if id == 0 {
			continue
		}
		if gender == model.Male {
			votes[id-1][0]++
		} else {
			votes[id-1][1]++
		}
	}
	for i, v := range votes {
		switch e := &r.entities[i]; {
		case e.Gender != model.UnknownGender:
		case v[0] > 1+3*v[1]:
			e.Gender = model.Male
		case v[1] > 1+3*v[0]:
			e.Gender = model.Female
		}
	}
}

// onlyOne returns the one entity that all mentions are of, 0 if there are none, or several.
func onlyOne(mentions []doc.Mention) model.EntityID {
	var id model.EntityID
	for _, m := range mentions {
		if id != 0 && m.Entity != id {
			return 0
		}
		id = m.Entity
	}
	return id
}

// crowd is how many people of one sentence, the last ones, a pronoun may mean.
const crowd = 50

// antecedent returns the mention among people, by sentence, of the person whom the pronoun at token i of the last
// sentence means, or nil.
func (r *resolver) antecedent(people [][]doc.Mention, i int, gender model.Gender) *doc.Mention {
	clause := r.ownClause(i)
	var owner *doc.Mention // who is only told to have something: nobody else may be meant
	for _, sentence := range slices.Backward(people) {
		var unsure *doc.Mention
		for k := max(0, len(sentence)-crowd); k < len(sentence); k++ {
			m := &sentence[k]
			if m.First >= clause {
				break
			}
			if r.possessive(m) {
				if owner == nil && r.entities[m.Entity-1].Gender == gender {
					owner = m
				}
				continue
			}
			switch known := r.entities[m.Entity-1].Gender; {
			case known == gender:
				return m
			case known == model.UnknownGender && unsure == nil:
				unsure = m
			}
		}
		if unsure != nil {
			return unsure
		}
	}
	return owner
}

// maxClause is how many tokens before a pronoun its clause may begin.
const maxClause = 60

// ownClause returns where the clause of the pronoun at token i begins, if that is an object, whom the subject of its clause
// cannot be ("Lee spoke to her"; principle B of Chomsky, Lectures on Government and Binding, 1981); else i.
func (r *resolver) ownClause(i int) int {
	if !r.is(i, "him") && !r.is(i, "her") || r.owns(i) {
		return i
	}
	first := max(r.d.Sentences[r.d.SentenceOf(i)].First, i-maxClause)
	for k := i - 1; k >= first; k-- {
		if r.opensClause(k) {
			return k
		}
	}
	return first
}

// owns reports whether the pronoun at token i only says whose something is, which tells less of whom it means: "her house".
func (r *resolver) owns(i int) bool {
	return r.is(i, "his") || r.is(i, "hers") || r.is(i, "her") && i+1 < len(r.d.Tokens) && r.inPhrase(i+1)
}

// opensClause reports whether a clause may begin behind token k.
func (r *resolver) opensClause(k int) bool {
	if r.taken[k] || r.is(k, "-") {
		return false
	}
	switch r.d.Tokens[k].Tag {
	case doc.PUNCT, doc.SCONJ, doc.CCONJ:
		return true
	case doc.PRON:
		return r.is(k, "who") || r.is(k, "which") || r.is(k, "that") || r.is(k, "what") || r.is(k, "whom")
	default:
		return r.quoted[k]
	}
}

// inPhrase reports whether token i goes on with the noun phrase that a possessive opens: her new house.
func (r *resolver) inPhrase(i int) bool {
	switch r.d.Tokens[i].Tag {
	case doc.NOUN, doc.PROPN, doc.ADJ, doc.NUM, doc.ADV:
		return !r.taken[i] || r.d.Tokens[i].Tag != doc.PROPN
	default:
		return false
	}
}

// possessive reports whether m only says whose something is: "Lee's plan".
func (r *resolver) possessive(m *doc.Mention) bool {
	return m.Form != model.Pronoun && (r.is(m.Last, "'s") || r.is(m.Last, "’s"))
}
