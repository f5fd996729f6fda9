// Package name finds the names of people, organizations and places, with the titles before them.
//
// A conditional random field labels every token by the words around it, their parts of speech, word clusters
// and lists of names; then once more by what the first labels say of the same words elsewhere in
// the document. Names of other things, such as events and laws, are told apart by their own words.
package name

import (
	"cmp"
	_ "embed"
	"slices"
	"sync"

	"reader/model"
	"reader/model/nlp/crf"
	"reader/model/nlp/doc"
)

// weights is made by the command train; SOURCES names what it was made from.
//
//go:embed weights.bin
var weights []byte

// load decodes the weights when the first document is looked at.
var load = sync.OnceValue(func() *crf.Model {
	m, err := crf.Unpack(weights)
	if err != nil {
		panic(err) // the file is part of the program
	}
	return m
})

// Find adds name mentions to d.Mentions, by place and without overlap. It reads d.Tokens with their tags and
// d.Sentences, takes linear time and may be called by several goroutines at once.
func Find(d *doc.Document) {
	t := Tagger{Model: load()}
	f := &finder{d: d, named: make([]bool, len(d.Tokens))}
	Each(d, t.Labels(NewSequence(d)), f.add)
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
	found []doc.Mention
	named []bool // tokens that are part of a name
}

// add adds the name of the tokens [first, last), unless it is of a thing that is not told apart.
func (f *finder) add(first, last, kind int) {
	t, ok := f.typeOf(first, last, kind)
	if !ok {
		return
	}
	m := doc.Mention{Span: f.d.Cover(first, last), First: first, Last: last, Type: t}
	if t == model.Person {
		m.Gender = firstNames[f.d.Lower(first)]
	}
	f.found = append(f.found, m)
	for i := first; i < last; i++ {
		f.named[i] = true
	}
}
