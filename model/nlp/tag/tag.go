// Package tag finds the part of speech of every token.
package tag

import (
	_ "embed"

	"reader/model/nlp/crf"
	"reader/model/nlp/doc"
	"reader/model/nlp/feature"
)

// weights is made by the command train; SOURCES names what it was made from.
//
//go:embed weights.bin
var weights []byte

// load decodes the weights when the first document is tagged.
var load = crf.Lazy(weights)

// Tag fills the Tag of d.Tokens. It reads d.Tokens and d.Sentences, one sentence at a time, and may be
// called by several goroutines at once. The first call costs a few milliseconds more.
func Tag(d *doc.Document) {
	var t Tagger
	var words []feature.Word
	for _, s := range d.Sentences {
		words = words[:0]
		for i := s.First; i < s.Last; i++ {
			words = append(words, feature.NewWord(d.Word(i), d.Lower(i)))
		}
		for i, tag := range t.Tags(load(), words) {
			d.Tokens[s.First+i].Tag = doc.Tag(tag)
		}
		fix(d, s)
	}
}

// Tagger is the room that tagging needs; one goroutine may use it again and again.
type Tagger struct {
	path     crf.Path
	scores   []int32
	features []crf.Feature
}

// Tags returns the tags of a sentence as numbers of doc.Tag. The result is valid until the next call.
func (t *Tagger) Tags(m *crf.Model, sentence []feature.Word) []uint8 {
	feature.MarkCase(sentence)
	n := m.Labels()
	t.scores = append(t.scores[:0], make([]int32, n*len(sentence))...)
	for i := range sentence {
		t.features = Features(t.features[:0], sentence, i)
		m.Score(t.scores[i*n:(i+1)*n], t.features)
	}
	return m.Best(t.scores, &t.path)
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
