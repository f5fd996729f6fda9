// Package tag finds the part of speech of every token.
package tag

import (
	_ "embed"
	"sync"

	"reader/model/nlp/doc"
	"reader/model/nlp/tag/internal/perceptron"
)

// weights is made by the command train; SOURCES names what it was made from.
//
//go:embed weights.bin
var weights []byte

// load decodes the weights when the first document is tagged.
var load = sync.OnceValue(func() *perceptron.Model {
	m, err := perceptron.Read(weights)
	if err != nil {
		panic(err) // the file is part of the program
	}
	return m
})

// Tag fills the Tag of d.Tokens. It reads d.Tokens and d.Sentences, one sentence at a time, and may be
// called by several goroutines at once. The first call costs a few milliseconds more.
func Tag(d *doc.Document) {
	m := load()
	var words []perceptron.Word
	for _, s := range d.Sentences {
		words = words[:0]
		for i := s.First; i < s.Last; i++ {
			words = append(words, perceptron.NewWord(d.Word(i), d.Lower(i)))
		}
		m.Tag(words, func(i int, t uint8) { d.Tokens[s.First+i].Tag = doc.Tag(t) })
		fix(d, s)
	}
}

// fix sets the tags that the kind of a token leaves no doubt about.
func fix(d *doc.Document, s doc.Sentence) {
	for i := s.First; i < s.Last; i++ {
		switch t := &d.Tokens[i]; t.Kind {
		case doc.Number:
			t.Tag = number(d.Word(i))
		case doc.Punct:
			if w := d.Word(i); t.Tag != doc.SYM && (w != "'" || t.Tag != doc.PART) {
				t.Tag = doc.PUNCT
			}
		case doc.Symbol:
			if t.Tag != doc.CCONJ { // &
				t.Tag = doc.SYM
			}
		case doc.Word, doc.Other:
			if t.Tag == doc.PUNCT {
				t.Tag = doc.X
			}
		}
	}
}

// number returns the tag of a number: the 10th, the 1990s, 10.
func number(w string) doc.Tag {
	switch c := w[len(w)-1]; {
	case c|0x20 == 's' && w[len(w)-2]-'0' <= 9:
		return doc.NOUN
	case '0' <= c && c <= '9':
		return doc.NUM
	default:
		return doc.ADJ
	}
}
