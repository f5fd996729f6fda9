// Package coref finds which mentions are of the same person or thing.
//
// It works in sieves, the most precise first, as Lee et al. (Deterministic coreference resolution based on
// entity-centric, precision-ranked rules, Computational Linguistics 39, 2013): the same string, aliases and
// acronyms, parts of a person's name, apposition and role, the role alone ("the minister"), pronouns. A merge of
// two people is a false accusation, so that a mention which fits more than one of them stays apart.
package coref

import (
	"cmp"
	"slices"

	"reader/model"
	"reader/model/nlp/doc"
)

// Resolve fills d.Entities, adds nominal and pronoun mentions to d.Mentions, by place, and gives every mention
// its Entity. It takes time in proportion to the mentions times the entities.
func Resolve(d *doc.Document) {
	r := newResolver(d)
	r.linkNames()
	r.findRoles()
	r.linkNominals()
	r.linkPronouns()
	r.finish()
}

// resolver is the state of one run.
type resolver struct {
	d        *doc.Document
	entities []entity
	quoted   []bool        // of each token: it stands between quotation marks
	taken    []bool        // of each token: it belongs to a name or value
	added    []doc.Mention // nominals and pronouns
}

// entity is an entity on its way: what is known of it so far.
type entity struct {
	model.Entity
	words   []string // of the fullest name, in lower case
	first   int      // the token at which it is introduced
	short   string   // the surname by which alone it was called
	guessed bool     // its gender is that of a first name alone, which may be a surname
	last    int      // the token at which it was named last
}

func newResolver(d *doc.Document) *resolver {
	r := &resolver{d: d, quoted: make([]bool, len(d.Tokens)), taken: make([]bool, len(d.Tokens))}
	for _, m := range d.Marks {
		for i := d.TokenAt(m.Span.Start); i < len(d.Tokens) && d.Tokens[i].Span.Start < m.Span.End; i++ {
			r.quoted[i] = true
		}
	}
	for _, m := range d.Mentions {
		for i := m.First; i < m.Last; i++ {
			r.taken[i] = true
		}
	}
	return r
}

// words returns the tokens of m in lower case, without the marks between them.
func (r *resolver) words(m *doc.Mention) []string {
	var out []string
	for i := m.First; i < m.Last; i++ {
		if r.d.Tokens[i].Kind != doc.Punct {
			out = append(out, r.d.Lower(i))
		}
	}
	return out
}

// add adds a mention of an entity that coreference found itself.
func (r *resolver) add(first, last int, id model.EntityID, form model.Form, link model.Link) {
	r.added = append(r.added, doc.Mention{
		Span: r.d.Cover(first, last), First: first, Last: last, Type: r.entities[id-1].Type,
		Form: form, Link: link, Entity: id,
	})
	for i := first; i < last; i++ {
		r.taken[i] = true
	}
}

// finish writes what was found into the document.
func (r *resolver) finish() {
	d := r.d
	d.Entities = make([]model.Entity, len(r.entities))
	for i := range r.entities {
		d.Entities[i] = r.entities[i].Entity
	}
	d.Mentions = append(d.Mentions, r.added...)
	slices.SortStableFunc(d.Mentions, func(a, b doc.Mention) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
}
