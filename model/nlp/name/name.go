// Package name finds the names of people, organizations and places, with the titles before them.
//
// It works by rules: a name is a run of capitalised words, parted from the titles in front, and its type is what
// its own words, the lists of known names, the words around it, and its other occurrences in the document say.
package name

import (
	"cmp"
	"slices"

	"reader/model"
	"reader/model/nlp/doc"
)

// Find adds name mentions to d.Mentions, by place and without overlap. It takes linear time.
func Find(d *doc.Document) {
	f := &finder{d: d, votes: map[string]*[4]int{}}
	f.findLowered()
	for _, s := range d.Sentences {
		f.findIn(s)
	}
	f.settle()
	for _, c := range f.found {
		if c.kind < 0 {
			continue
		}
		d.Mentions = append(d.Mentions, doc.Mention{
			Span: d.Cover(c.first, c.last), Title: c.title, First: c.first, Last: c.last,
			Type: model.EntityType(c.kind), Gender: c.gender,
		})
	}
	slices.SortStableFunc(d.Mentions, func(a, b doc.Mention) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
}

// finder is the state of one search.
type finder struct {
	d       *doc.Document
	lowered map[string]bool // words that the document has in lower case, too
	found   []candidate
	votes   map[string]*[4]int // of a name in lower case: how often it was seen as which type
}

// candidate is a name whose type may still be open.
type candidate struct {
	first, last int
	title       model.Span
	gender      model.Gender
	kind        int // a model.EntityType up to Nationality, or one of the below
	weak        bool
}

// open is the kind of a candidate of unknown type, none that of one that turned out to be no name.
const (
	open = -1
	none = -2
)

// findLowered notes which words are no names: those seen in lower case.
func (f *finder) findLowered() {
	f.lowered = map[string]bool{}
	for i := range f.d.Tokens {
		if f.d.Tokens[i].Kind == doc.Word && !f.d.Capital(i) {
			f.lowered[f.d.Lower(i)] = true
		}
	}
}

// findIn finds the candidates of a sentence.
func (f *finder) findIn(s doc.Sentence) {
	for i := s.First; i < s.Last; {
		if !f.starts(i, s) {
			i++
			continue
		}
		last := f.runEnd(i, s.Last)
		f.split(i, last, s)
		i = last
	}
}

// starts reports whether a name can begin at token i.
func (f *finder) starts(i int, s doc.Sentence) bool {
	if f.d.Tokens[i].Kind != doc.Word || !f.d.Capital(i) {
		return false
	}
	w := f.d.Lower(i)
	if calendar[w] || common[w] && !titles[w] {
		return false
	}
	if f.heading(s) || f.opensSentence(i, s) {
		return f.known(i) || titles[w] || f.nameAhead(i, s) || !f.lowered[w] && f.d.Tokens[i].Tag == doc.PROPN
	}
	return true
}

// heading reports whether s stands in a title, where every word may have a capital.
func (f *finder) heading(s doc.Sentence) bool {
	return f.d.Paragraphs[s.Paragraph].Kind == model.Heading
}

// opensSentence reports whether token i has its capital from the place it stands in.
func (f *finder) opensSentence(i int, s doc.Sentence) bool {
	if i == s.First {
		return true
	}
	switch f.d.Word(i - 1) {
	case `"`, "“", "‘", "'", ":", "—", "(", "-":
		return !f.d.Glued(i) || i-1 == s.First || f.d.Word(i-1) != "-"
	}
	return false
}

// known reports whether token i alone is in a list.
func (f *finder) known(i int) bool {
	w := f.d.Lower(i)
	return countries[w] || places[w] || nationalities[w] || bodies[w] || firstNames[w] != 0 || acronymLike(f.d.Word(i))
}

// nameAhead reports whether the token behind i continues a name that i begins.
func (f *finder) nameAhead(i int, s doc.Sentence) bool {
	return i+1 < s.Last && f.d.Tokens[i+1].Kind == doc.Word && f.d.Capital(i+1) && !f.lowered[f.d.Lower(i)]
}

// runEnd returns where the run of words of a name that begins at token i ends.
func (f *finder) runEnd(i, end int) int {
	last := i + 1
	for last < end {
		next := last
		switch w := f.d.Lower(next); {
		case w == "-" && f.d.Glued(next) && next+1 < end && f.d.Glued(next+1):
			next++
		case particles[w] && !f.d.Capital(next):
			next++
		case (w == "of" || w == "for") && headed(f, i, last):
			next++
			if next < end && f.d.Lower(next) == "the" {
				next++
			}
		case w == "&":
			next++
		}
		if next >= end || f.d.Tokens[next].Kind != doc.Word || !f.d.Capital(next) || calendar[f.d.Lower(next)] {
			return last
		}
		if next == last && f.d.Glued(next) {
			return last
		}
		last = next + 1
	}
	return last
}

// headed reports whether the run so far ends in a noun that takes "of": "Ministry of", "Bank of".
func headed(f *finder, first, last int) bool {
	w := f.d.Lower(last - 1)
	return bodyHeads[w] && last-first <= 4
}
