package name

import (
	"reader/model/nlp/crf"
	"reader/model/nlp/doc"
	"reader/model/nlp/feature"
	"reader/model/nlp/hash"
)

// Sequence makes the features of the tokens of a document, which the field labels.
type Sequence struct {
	d      *doc.Document
	words  []feature.Word
	hashes []uint32 // of the words in lower case, for the gazetteer
	listed []listed
	seen   []sightings
	number map[uint32]int32 // of a word in lower case: its place in seen
	runs   []run
	runOf  []int32 // of each token: the number of its run, from 1; 0 if it is in none
}

// sightings are what a document has of a word.
type sightings struct {
	lower   bool             // it is there in lower case
	inside  bool             // with a capital that its place does not explain
	alone   [kinds + 1]uint8 // how often it is labelled as which kind with a capital; 0 is no name
	partOf  [kinds + 1]uint8 // the same of longer names that it is part of
	spelled [kinds + 1]uint8 // the same of longer names whose initials it is
	lastOf  bool             // of a longer name of a person it is the last word
	firstOf bool
	runs    [maxOthers + 1]int32 // the first runs that it is in, from 1
}

// NewSequence returns the sequence of d, whose tokens, sentences and tags are known.
func NewSequence(d *doc.Document) *Sequence {
	s := &Sequence{
		d: d, words: make([]feature.Word, len(d.Tokens)), listed: make([]listed, len(d.Tokens)),
		number: make(map[uint32]int32, len(d.Tokens)/2),
	}
	s.hashes = make([]uint32, len(d.Tokens))
	s.runOf = make([]int32, len(d.Tokens))
	for i := range d.Tokens {
		s.words[i] = feature.NewWord(d.Word(i), d.Lower(i))
		s.hashes[i] = s.words[i].Lower
	}
	for _, sentence := range d.Sentences {
		words := s.words[sentence.First:sentence.Last]
		feature.MarkCase(words)
		s.list(sentence)
		s.findRuns(sentence)
		for i := range words {
			s.see(&words[i])
		}
	}
	for k := range s.runs {
		s.seeRun(int32(k + 1))
	}
	return s
}

func (s *Sequence) see(w *feature.Word) {
	if w.Form&(feature.HasUpper|feature.HasLower) == 0 {
		return
	}
	at := s.sighted(w.Lower)
	if at == nil {
		s.number[w.Lower] = int32(len(s.seen))
		s.seen = append(s.seen, sightings{})
		at = &s.seen[len(s.seen)-1]
	}
	switch {
	case w.Form&feature.HasUpper == 0:
		at.lower = true
	case w.Form&(feature.First|feature.InTitle) == 0:
		at.inside = true
	}
}

// sighted returns what the document has of a word by its lower case, nil if it is not there.
func (s *Sequence) sighted(lower uint32) *sightings {
	if k, ok := s.number[lower]; ok {
		return &s.seen[k]
	}
	return nil
}

// Listed is how many of the first features of a token tell what the lists of names have of it.
const Listed = 10

// Features appends the features of token i of a sentence that its words and the document's give.
func (s *Sequence) Features(out []crf.Feature, sentence doc.Sentence, i int) []crf.Feature {
	w, before, before2 := s.at(sentence, i), s.at(sentence, i-1), s.at(sentence, i-2)
	after, after2 := s.at(sentence, i+1), s.at(sentence, i+2)
	tag, tagBefore, tagAfter := s.tag(sentence, i), s.tag(sentence, i-1), s.tag(sentence, i+1)
	state := s.state(w)
	lists := s.lists(sentence, i)
	out = of(out, listTemplates, lists[:]...)
	out = s.runFeatures(out, i)
	return of(
		out, 0,
		0, w.Lower, w.Text, w.Shape, w.Form,
		w.Suffix[1], w.Suffix[2], w.Suffix[3], w.Suffix[4],
		w.Prefix[1], w.Prefix[2], w.Prefix[3], w.Prefix[4],
		before.Lower, before2.Lower, after.Lower, after2.Lower,
		before.Shape, after.Shape, before2.Shape, after2.Shape,
		before.Suffix[3], after.Suffix[3],
		hash.Mix(before.Lower, w.Lower), hash.Mix(w.Lower, after.Lower),
		hash.Mix(before.Shape, w.Shape), hash.Mix(w.Shape, after.Shape), hash.Mix(hash.Mix(before.Shape, w.Shape), after.Shape),
		hash.Mix(w.Shape, before.Lower), hash.Mix(w.Shape, after.Lower), hash.Mix(w.Shape, w.Suffix[3]),
		hash.Mix(before2.Lower, before.Lower), hash.Mix(after.Lower, after2.Lower),
		uint32(w.Fine), uint32(w.Coarse), uint32(before.Fine), uint32(before.Coarse), uint32(after.Fine), uint32(after.Coarse),
		uint32(before2.Coarse), uint32(after2.Coarse), uint32(before2.Fine), uint32(after2.Fine),
		hash.Mix(uint32(before.Coarse), uint32(w.Coarse)), hash.Mix(uint32(w.Coarse), uint32(after.Coarse)),
		hash.Mix(uint32(before.Fine), w.Shape), hash.Mix(uint32(after.Fine), w.Shape), hash.Mix(uint32(w.Fine), w.Shape),
		tag, hash.Mix(tagBefore, tag), hash.Mix(tag, tagAfter), hash.Mix(tag, w.Form), hash.Mix(tagBefore, tagAfter),
		state, hash.Mix(state, w.Shape), hash.Mix(state, w.Form), hash.Mix(state, tag),
	)
}

// state tells how the document has the word elsewhere.
func (s *Sequence) state(w *feature.Word) uint32 {
	at := s.sighted(w.Lower)
	if at == nil {
		return 0
	}
	out := uint32(1)
	if at.lower {
		out |= 2
	}
	if at.inside {
		out |= 4
	}
	return out
}

func (s *Sequence) at(sentence doc.Sentence, i int) *feature.Word {
	if i < sentence.First || i >= sentence.Last {
		return &edge
	}
	return &s.words[i]
}

func (s *Sequence) tag(sentence doc.Sentence, i int) uint32 {
	if i < sentence.First || i >= sentence.Last {
		return 99
	}
	return uint32(s.d.Tokens[i].Tag)
}

// edge stands for the words around a sentence.
var edge = feature.Word{Lower: 1, Text: 1, Shape: 1, Form: 1 << 31}
