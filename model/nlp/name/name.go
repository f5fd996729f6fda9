// Package name finds the names of people, organizations and places, with the titles before them.
//
// A conditional random field labels every token by the words around it, their parts of speech, word clusters, lists of
// names and what stands around the same word elsewhere in the document; then once more by what the first labels
// say of it there (Krishnan and Manning, ACL 2006). Rules settle what the document tells of a name: of what an acronym is one,
// that a country has an adjective. Names of other things, such as events and laws, are told apart by their own words.
package name

import (
	"cmp"
	_ "embed"
	"slices"

	"reader/model"
	"reader/model/nlp/crf"
	"reader/model/nlp/doc"
	"reader/model/nlp/feature"
	"reader/model/nlp/gazetteer"
)

// weights is made by the command train; SOURCES names what it was made from.
//
//go:embed weights.bin
var weights []byte

// load decodes the weights when the first document is looked at.
var load = crf.Lazy(weights)

// Find adds name mentions to d.Mentions, by place and without overlap. It reads d.Tokens with their tags and
// d.Sentences, takes linear time and may be called by several goroutines at once.
func Find(d *doc.Document) {
	t := Tagger{Model: load()}
	f := &finder{d: d, names: NewSequence(d), named: make([]bool, len(d.Tokens))}
	Each(d, t.Labels(f.names), f.add)
	f.takeFirstNames()
	f.findListed()
	f.settleHeadline()
	f.settle()
	f.settleByMajority()
	f.settlePlaces()
	slices.SortFunc(f.found, func(a, b doc.Mention) int { return cmp.Compare(a.First, b.First) })
	f.settleBeforeRoles()
	f.settleAcronyms()
	for i := range f.found {
		if m := &f.found[i]; m.Type == model.Person {
			f.findTitle(m)
		}
	}
	d.Mentions = append(d.Mentions, f.found...)
	slices.SortStableFunc(d.Mentions, func(a, b doc.Mention) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
}

// finder is the state of one search.
type finder struct {
	d     *doc.Document
	names *Sequence
	found []doc.Mention
	named []bool // tokens that are part of a name
}

// hyphenated reports whether token i is a word that a hyphen joins to a name that begins at token first.
func (f *finder) hyphenated(first, i int) bool {
	return i-first >= 3 && f.d.Tokens[i].Kind == doc.Word && f.d.Lower(i-1) == "-" && f.names.words[i-2].Form&feature.HasUpper != 0
}

// genderOf returns the gender that the first name of the person [first, last) tells. A name of one word that is a
// surname, too, or a double one, "Sandor-Vey", tells none, and neither does one whose family name stands first: "Lin Chia-wei".
func (f *finder) genderOf(first, last int) model.Gender {
	c := gazetteer.Word(f.names.words[first].Lower)
	switch {
	case last-first == 1 && c&gazetteer.Surname != 0, f.double(first, last), f.hyphenated(first, last-1) && f.names.words[last-1].Form&feature.HasUpper == 0:
		return model.UnknownGender
	case c&gazetteer.Male != 0 && c&gazetteer.Female == 0:
		return model.Male
	case c&gazetteer.Female != 0 && c&gazetteer.Male == 0:
		return model.Female
	}
	return model.UnknownGender
}

// double reports whether the tokens [first, last) are one word with hyphens.
func (f *finder) double(first, last int) bool {
	for i := first + 1; i < last; i++ {
		if !f.d.Glued(i) {
			return false
		}
	}
	return last-first > 1
}

// add adds the name of the tokens [first, last), unless it is of a thing that is not told apart. Two places with a hyphen
// between them are two names: "the China-Pakistan corridor".
func (f *finder) add(first, last, kind int) {
	first, last = f.trim(first, last, kind)
	if first == last || f.ordinary(last-1) {
		return
	}
	if at := f.between(first, last); kind != person && at > 0 {
		f.add(first, at, place)
		f.add(at+1, last, place)
		return
	}
	t, ok := f.typeOf(first, last, kind)
	if !ok {
		return
	}
	m := doc.Mention{Span: f.d.Cover(first, last), First: first, Last: last, Type: t}
	if t == model.Person {
		m.Gender = f.genderOf(first, last)
	}
	f.found = append(f.found, m)
	for i := first; i < last; i++ {
		f.named[i] = true
	}
}

// between returns the hyphen between two places that the tokens [first, last) are, 0 if they are one name.
func (f *finder) between(first, last int) int {
	for i := first + 1; i < last-1; i++ {
		if f.d.Lower(i) == "-" {
			if f.names.entry(first, i)&f.names.entry(i+1, last)&gazetteer.Place != 0 && f.names.entry(first, last) == 0 {
				return i
			}
			return 0
		}
	}
	return 0
}

// ordinary reports whether token i, the last of a name, has its capital from the title that it stands in, and is a
// word that no name ends with: "Russia Part Without".
func (f *finder) ordinary(i int) bool {
	if f.names.words[i].Form&feature.InTitle == 0 {
		return false
	}
	switch f.d.Tokens[i].Tag {
	case doc.ADP, doc.AUX, doc.CCONJ, doc.DET, doc.PRON, doc.SCONJ:
		return true
	default:
		return false
	}
}

// trim takes words without a capital or a digit off the ends of the name [first, last): "Hausa chiefs". A
// person's name may end in a small letter behind a hyphen, "Lin Chia-wei", and begin with a particle, but not with
// a title.
func (f *finder) trim(first, last, kind int) (int, int) {
	const marked = feature.HasUpper | feature.HasDigit
	for first < last && f.names.words[last-1].Form&marked == 0 && (kind != person || !f.hyphenated(first, last-1)) {
		last--
	}
	for first < last && f.names.words[first].Form&feature.HasUpper == 0 {
		if kind == person && particles[f.d.Lower(first)] || f.names.words[first].Form&feature.HasDigit != 0 && kind != place {
			break
		}
		first++
	}
	if kind != person && first > 1 && first < last && f.d.Lower(first-1) == "-" && f.d.Lower(first-2) == "sub" {
		first -= 2 // "sub-Saharan Africa"
	}
	for kind == person && last-first > 1 && f.titleAt(first) {
		first++
	}
	return first, last
}
