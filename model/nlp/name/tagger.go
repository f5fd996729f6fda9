package name

import (
	"reader/model/nlp/crf"
	"reader/model/nlp/doc"
)

// Tagger labels documents. It is the room that this needs; one goroutine may use it again and again.
type Tagger struct {
	Model    *crf.Model
	scores   []int32
	features []crf.Feature
	path     crf.Path
	labels   []uint8
}

// Labels returns the labels of all tokens of s: a first time by the words alone and a second time by what the
// document's own labels make of them, too. The result is valid until the next call.
func (t *Tagger) Labels(s *Sequence) []uint8 {
	t.scores = append(t.scores[:0], make([]int32, Labels*len(s.d.Tokens))...)
	t.labels = append(t.labels[:0], make([]uint8, len(s.d.Tokens))...)
	s.eachToken(func(sentence doc.Sentence, i int) {
		t.features = s.Features(t.features[:0], sentence, i)
		t.Model.Score(t.scores[i*Labels:(i+1)*Labels], t.features)
	})
	t.decode(s)
	s.Vote(t.labels)
	s.eachToken(func(sentence doc.Sentence, i int) {
		t.features = s.VoteFeatures(t.features[:0], sentence, i)
		t.Model.Score(t.scores[i*Labels:(i+1)*Labels], t.features)
	})
	t.decode(s)
	return t.labels
}

// decode finds the best labels of each sentence.
func (t *Tagger) decode(s *Sequence) {
	for _, sentence := range s.d.Sentences {
		scores := t.scores[sentence.First*Labels : sentence.Last*Labels]
		copy(t.labels[sentence.First:], t.Model.Best(scores, &t.path))
	}
}

func (s *Sequence) eachToken(do func(sentence doc.Sentence, i int)) {
	for _, sentence := range s.d.Sentences {
		for i := sentence.First; i < sentence.Last; i++ {
			do(sentence, i)
		}
	}
}
