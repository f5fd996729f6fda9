package quote

import (
	"strings"

	"reader/model"
	"reader/model/nlp/cluster"
	"reader/model/nlp/doc"
	"reader/model/nlp/gazetteer"
)

// maxBack is how many sentences back somebody may be whom a description means.
const maxBack = 12

// epithet returns the person whom p describes rather than names, "the lanky professor", "the 32-year-old", or 0:
// whoever has been talking or is the subject of the sentences before, if nothing known of that person speaks
// against it. With the person comes the first token, plus 1, of the mention that p goes back to.
func (f *finder) epithet(p phrase) (id model.EntityID, from int32) {
	if !f.is(p.first, "the") || p.last-p.first < 2 || !f.describes(p) || f.knownUnnamed(p) != 0 {
		return 0, 0
	}
	if q := f.lastSpoken(); q != nil && f.fits(q.Speaker, p) {
		at := f.units[f.unitOf(f.d.TokenAt(q.Span.Start))].paragraph
		if f.units[f.unitOf(p.first)].paragraph <= at+1 {
			return q.Speaker, f.naming(q)
		}
	}
	n := f.unitOf(p.first)
	for k := n - 1; k >= max(0, n-maxBack) && f.units[k].paragraph+1 >= f.units[n].paragraph; k-- {
		if m := f.personIn(f.units[k]); m != nil {
			if !f.fits(m.Entity, p) {
				return 0, 0
			}
			return m.Entity, int32(m.First + 1)
		}
	}
	return 0, 0
}

// describes reports whether the head of p is a noun for one person, and no other person is named in p.
func (f *finder) describes(p phrase) bool {
	for i := p.first; i < p.last; i++ {
		if f.person(i) && f.named(i) {
			return false
		}
	}
	w := f.d.Lower(p.head)
	return f.aged(p.head) || (f.tag(p.head) == doc.NOUN || f.tag(p.head) == doc.PROPN) && (gazetteer.Word(cluster.Hash(w))&gazetteer.Role != 0 || epithets[w])
}

// fits reports whether p can describe the person id: an office that p tells must be one that the person has.
func (f *finder) fits(id model.EntityID, p phrase) bool {
	e := &f.d.Entities[id-1]
	head := f.d.Lower(p.head)
	if e.Type != model.Person || e.Gender != model.UnknownGender && sexes[head] != model.UnknownGender && sexes[head] != e.Gender {
		return false
	}
	return !offices[head] || strings.Contains(strings.ToLower(e.Role()), head)
}

var (
	// epithets are nouns for people that tell no office.
	epithets = set("proprietor", "star", "maverick", "labourer", "laborer", "newcomer", "rookie", "mogul", "tycoon", "billionaire", "frontman",
		"native", "crooner", "hitmaker", "pensioner", "grandmother", "grandfather", "widow", "widower", "teen", "youngster", "defenceman", "defenseman",
		"goalie", "goaltender", "netminder", "winger", "midfielder", "quarterback", "pitcher", "centre-back", "all-rounder", "sophomore")

	// offices are nouns for what one person is at a time, so that somebody else may be meant.
	offices = set("minister", "president", "premier", "mayor", "governor", "chancellor", "king", "queen", "pope", "judge", "spokesman",
		"spokeswoman", "spokesperson", "lawyer", "attorney", "prosecutor", "secretary", "ambassador", "commissioner", "chairman",
		"chairwoman", "chair", "chief", "director", "senator", "officer", "official", "analyst", "coach", "captain", "manager", "editor",
		"witness", "defendant", "victim", "suspect", "source", "leader", "justice", "sheriff", "speaker")

	sexes = map[string]model.Gender{
		"man": model.Male, "father": model.Male, "actor": model.Male, "boy": model.Male, "widower": model.Male, "grandfather": model.Male,
		"woman": model.Female, "mother": model.Female, "actress": model.Female, "girl": model.Female, "widow": model.Female,
		"grandmother": model.Female,
	}
)
