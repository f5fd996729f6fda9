package coref

import (
	"strings"

	"reader/model"
	"reader/model/nlp/cluster"
	"reader/model/nlp/doc"
	"reader/model/nlp/gazetteer"
)

// maxRole is the number of tokens that a role may have: "minister of water and the environment".
const maxRole = 14

// findRoles gives people the roles that stand before their names or in apposition to them.
func (r *resolver) findRoles() {
	for i := range r.d.Mentions {
		m := &r.d.Mentions[i]
		if m.Type != model.Person || m.Form != model.Name {
			continue
		}
		e := &r.entities[m.Entity-1]
		if !m.Title.Empty() {
			r.takeRole(e, r.d.TokenAt(m.Title.Start), r.d.TokenAt(m.Title.End))
		}
		if first, last, ok := r.appositionAfter(m); ok && r.takeRole(e, first, last) {
			r.nominal(first, last, m.Entity)
		}
		if i > 0 && r.d.Mentions[i-1].Type == model.Person && r.d.Mentions[i-1].Last == m.First-1 {
			continue // the role before the comma is another one's: "Mayor Karl Lund, Ann Lee and others"
		}
		if first, last, ok := r.appositionBefore(m); ok && r.takeRole(e, first, last) {
			r.nominal(first, last, m.Entity)
		}
	}
}

// takeRole makes the tokens [first, last) the role of e, unless e has a role already or they are a mere form
// of address. It reports whether e has a role now that these words can be.
func (r *resolver) takeRole(e *entity, first, last int) bool {
	for first < last && (honorifics[r.d.Lower(first)] || r.d.Tokens[first].Tag == doc.DET || r.d.Tokens[first].Tag == doc.PRON) {
		if g := genderOf[r.d.Lower(first)]; e.Gender == model.UnknownGender {
			e.Gender = g
		}
		first++
	}
	if first >= last || r.roleHead(first, last) < 0 {
		return false
	}
	if g := genderOf[r.d.Lower(r.roleHead(first, last))]; e.Gender == model.UnknownGender {
		e.Gender = g
	}
	role := r.role(first, last)
	if e.Role() == "" || strings.HasSuffix(role, e.Role()) {
		e.Detail = role
	}
	return true
}

// role returns the words [first, last) with what is cut short in them in full: "Florida Gov." is "Florida Governor".
func (r *resolver) role(first, last int) string {
	role := r.d.Cover(first, last).In(r.d.Text)
	for i := first; i < last; i++ {
		if full := unabbreviated[r.d.Lower(i)]; full != "" {
			role = strings.Replace(role, r.d.Word(i), full, 1)
		}
	}
	return role
}

// roleHead returns the token in [first, last) that is the head of a role: the last noun for a person before
// "of", "for", "at" or a comma; -1 if there is none.
func (r *resolver) roleHead(first, last int) int {
	head := -1
	for i := first; i < last; i++ {
		w := r.d.Lower(i)
		switch {
		case r.isRole(i):
			head = i
		case head >= 0 && (w == "of" || w == "for" || w == "at" || w == "in" || w == "to" || w == ","):
			return head
		}
	}
	return head
}

// isRole reports whether token i is a noun for what a person is: a known one that is not used as a verb.
func (r *resolver) isRole(i int) bool { return r.d.Tokens[i].Tag != doc.VERB && isRole(r.d.Lower(i)) }

// isRole reports whether word, in lower case, is a noun for what a person is or does, cut short or not.
func isRole(word string) bool {
	return roles[word] || unabbreviated[word] != "" ||
		gazetteer.Word(cluster.Hash(word))&gazetteer.Role != 0 && !relations[word]
}

// appositionAfter returns the tokens of a role behind m: "Azimov, the deputy foreign minister,".
func (r *resolver) appositionAfter(m *doc.Mention) (first, last int, ok bool) {
	i := m.Last
	if !r.is(i, ",") {
		return 0, 0, false
	}
	first = i + 1
	for last = first; last < len(r.d.Tokens) && last < first+maxRole; last++ {
		w := r.d.Lower(last)
		if w == "," || w == "." || w == "—" || w == ";" || w == "who" || w == "whose" || w == ")" {
			break
		}
		if tag := r.d.Tokens[last].Tag; tag == doc.VERB || tag == doc.AUX || tag == doc.PRON && last > first {
			return 0, 0, false
		}
	}
	return first, last, r.startsRole(first, last)
}

// appositionBefore returns the tokens of a role in front of m: "the country's defense minister, Ann Lee,".
func (r *resolver) appositionBefore(m *doc.Mention) (first, last int, ok bool) {
	last = m.First - 1
	if last < 1 || !r.is(last, ",") || m.Last < len(r.d.Tokens) && !r.closes(m.Last) {
		return 0, 0, false
	}
	for first = last; first > 0 && last-first < maxRole; first-- {
		switch r.d.Tokens[first-1].Tag {
		case doc.DET:
			return first - 1, last, r.startsRole(first-1, last)
		case doc.VERB, doc.AUX, doc.SCONJ, doc.PUNCT:
			return first, last, r.startsRole(first, last)
		default: // still in the noun phrase
		}
	}
	return 0, 0, false
}

// startsRole reports whether [first, last) is a noun phrase for a person: it has a head, and nothing in front of
// it that would begin another phrase.
func (r *resolver) startsRole(first, last int) bool {
	if first >= last || r.d.Glued(first) {
		return false
	}
	head := r.roleHead(first, last)
	if head < 0 {
		return false
	}
	for i := first; i < head; i++ {
		if tag := r.d.Tokens[i].Tag; tag == doc.ADP || tag == doc.SCONJ || tag == doc.CCONJ {
			return false
		}
	}
	return true
}

func (r *resolver) is(i int, w string) bool { return i < len(r.d.Tokens) && r.d.Lower(i) == w }

// closes reports whether token i ends an apposition.
func (r *resolver) closes(i int) bool {
	return r.is(i, ",") || r.is(i, ".") || r.is(i, "—") || r.is(i, ";")
}

// nominal adds a mention of id by its role, if no name stands in it.
func (r *resolver) nominal(first, last int, id model.EntityID) {
	for i := first; i < last; i++ {
		if r.taken[i] {
			return
		}
	}
	r.add(first, last, id, model.Nominal, model.LinkAppositive)
}
