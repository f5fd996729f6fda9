package coref

import (
	"slices"
	"strings"

	"reader/model"
	"reader/model/nlp/doc"
)

// linkNominals ties "the minister", "the ministry" and the like to the one entity they can mean.
func (r *resolver) linkNominals() {
	for i := 0; i+1 < len(r.d.Tokens); i++ {
		if w := r.d.Lower(i); w != "the" && w != "that" && w != "this" || r.taken[i] {
			continue
		}
		last := r.phraseEnd(i + 1)
		if last < 0 {
			continue
		}
		if id := r.meant(i+1, last); id != 0 {
			r.add(i, last, id, model.Nominal, model.LinkRole)
			i = last - 1
		}
	}
}

// phraseEnd returns the end of the noun phrase that begins at token first, if its last word is a noun for a
// person or body and it holds no name; else -1.
func (r *resolver) phraseEnd(first int) int {
	for i := first; i < len(r.d.Tokens) && i < first+4; i++ {
		if r.taken[i] || r.d.Tokens[i].Kind != doc.Word && !r.is(i, "-") {
			return -1
		}
		if w := r.d.Lower(i); (isRole(w) || bodies[w]) && !r.goesOn(i+1) {
			if r.is(i+1, "of") || r.is(i+1, "for") {
				return -1 // another minister than the one known: "the minister of a neighbour".
			}
			return i + 1
		}
	}
	return -1
}

// goesOn reports whether the noun phrase before token i has its head still to come: "the party leader".
func (r *resolver) goesOn(i int) bool {
	if i >= len(r.d.Tokens) {
		return false
	}
	tag := r.d.Tokens[i].Tag
	return r.is(i, "-") || isRole(r.d.Lower(i)) || bodies[r.d.Lower(i)] || tag == doc.NOUN || tag == doc.PROPN
}

// meant returns the one entity mentioned before the phrase that it fits, or 0.
func (r *resolver) meant(first, last int) model.EntityID {
	head := r.d.Lower(last - 1)
	var found model.EntityID
	for i := range r.entities {
		e := &r.entities[i]
		if e.first > first || !r.fits(e, head, first, last) {
			continue
		}
		if found != 0 {
			return 0
		}
		found = model.EntityID(i + 1)
	}
	return found
}

// fits reports whether the phrase [first, last) with that head can be e: all its words are in e's role, or, of
// a body, in e's name.
func (r *resolver) fits(e *entity, head string, first, last int) bool {
	switch e.Type {
	case model.Person:
		return isRole(head) && (last-first > 1 || !rivals[head]) && r.allIn(first, last, strings.ToLower(e.Role()))
	case model.Organization:
		name := strings.ToLower(e.Name)
		return bodies[head] && (r.allIn(first, last, name) || last-first == 1 && slices.Contains(known[head], undotted(e.words)))
	default:
		return false
	}
}

// allIn reports whether every word of [first, last) is a word of text, which is in lower case. That an office was held
// once is no part of what it is.
func (r *resolver) allIn(first, last int, text string) bool {
	words := strings.FieldsFunc(text, func(c rune) bool { return c == ' ' || c == '-' || c == ',' })
	for i := first; i < last; i++ {
		if w := r.d.Lower(i); w != "-" && w != "former" && !slices.Contains(words, w) {
			return false
		}
	}
	return len(words) > 0
}
