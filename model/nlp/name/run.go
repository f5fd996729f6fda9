package name

import (
	"reader/model/nlp/crf"
	"reader/model/nlp/doc"
	"reader/model/nlp/feature"
	"reader/model/nlp/gazetteer"
	"reader/model/nlp/hash"
)

// run is a stretch of words with capitals, which may be a name or two, by what stands around it: words by their
// hashes, 0 where there is none.
type run struct {
	first, last   int    // tokens
	before, after uint32 // the words next to it
	behind        uint32 // the word behind a comma that follows: "who"
	noun          *feature.Word
	left, right   uint32 // the names next to it, see neighbours
}

// maxApposition is how many tokens behind a comma the noun may stand that says what a name is.
const maxApposition = 8

// findRuns finds the runs of a sentence. Where all words have capitals they tell nothing.
func (s *Sequence) findRuns(sentence doc.Sentence) {
	for i := sentence.First; i < sentence.Last; {
		if !s.canBegin(i) {
			i++
			continue
		}
		last := i + 1
		for n := s.goesOn(last, sentence.Last); n > 0; n = s.goesOn(last, sentence.Last) {
			last += n
		}
		s.runs = append(s.runs, s.newRun(sentence, i, last))
		for ; i < last; i++ {
			s.runOf[i] = int32(len(s.runs))
		}
	}
}

// canBegin reports whether a run can begin at token i: not with a word of grammar that begins a sentence.
func (s *Sequence) canBegin(i int) bool {
	f := s.words[i].Form
	if f&feature.HasUpper == 0 || f&feature.InTitle != 0 {
		return false
	}
	switch s.d.Tokens[i].Tag {
	case doc.ADP, doc.AUX, doc.CCONJ, doc.DET, doc.PRON, doc.SCONJ:
		return f&feature.First == 0
	default:
		return true
	}
}

// goesOn returns how many tokens at i a run has that stands before them: a word with a capital, or one that joins
// names and such a word.
func (s *Sequence) goesOn(i, end int) int {
	switch {
	case i >= end:
		return 0
	case s.words[i].Form&feature.HasUpper != 0:
		return 1
	case i+1 < end && s.words[i+1].Form&feature.HasUpper != 0 && joins[s.d.Lower(i)]:
		return 2
	}
	return 0
}

// joins are the words that stand within names.
var joins = set("- & of de da do dos del della di la le van von der al el bin")

func (s *Sequence) newRun(sentence doc.Sentence, first, last int) run {
	r := run{
		first: first, last: last, noun: &edge,
		before: s.at(sentence, first-1).Lower, after: s.at(sentence, last).Lower, behind: s.at(sentence, last+1).Lower,
	}
	if last >= sentence.Last || s.d.Lower(last) != "," {
		r.behind = 0
		return r
	}
	for i := last + 1; i < min(sentence.Last, last+maxApposition); i++ {
		switch s.d.Tokens[i].Tag {
		case doc.NOUN:
			r.noun = &s.words[i]
			if i+1 < sentence.Last && s.d.Tokens[i+1].Tag != doc.NOUN {
				return r
			}
		case doc.ADJ, doc.DET, doc.NUM, doc.PROPN, doc.PART, doc.PRON:
		default:
			return r
		}
	}
	return r
}

// Where the template numbers begin of the features of the run of a token, and of the other runs that its word is in.
const (
	runTemplates       = 160
	otherTemplates     = 176
	neighbourTemplates = 192
)

// maxOthers is how many other runs are looked at.
const maxOthers = 2

// runFeatures appends the features of token i that its run makes and those that have the same word elsewhere in the
// document.
func (s *Sequence) runFeatures(out []crf.Feature, i int) []crf.Feature {
	if s.runOf[i] == 0 {
		return out
	}
	r := &s.runs[s.runOf[i]-1]
	place := uint32(0)
	if i == r.first {
		place = 1
	}
	if i == r.last-1 {
		place |= 2
	}
	noun := uint32(gazetteer.Word(r.noun.Lower))
	out = of(
		out, runTemplates,
		hash.Mix(r.before, place), hash.Mix(r.after, place), hash.Mix(r.before, r.after), hash.Mix(r.behind, place),
		r.noun.Lower, uint32(r.noun.Fine), noun, hash.Mix(uint32(min(r.last-r.first, 5)), place),
	)
	at := s.sighted(s.words[i].Lower)
	if at == nil {
		return out
	}
	n := 0
	for _, k := range at.runs {
		if k == 0 || k == s.runOf[i] || n == maxOthers {
			continue
		}
		n++
		o := &s.runs[k-1]
		out = of(out, otherTemplates, o.before, o.after, hash.Mix(o.before, o.after), o.behind, o.noun.Lower, uint32(o.noun.Fine))
	}
	return out
}

// seeRun notes that the words of run k, from 1, are in it.
func (s *Sequence) seeRun(k int32) {
	r := &s.runs[k-1]
	for i := r.first; i < r.last; i++ {
		at := s.sighted(s.words[i].Lower)
		if at == nil {
			continue
		}
		for n := range at.runs {
			if at.runs[n] == k {
				break
			}
			if at.runs[n] == 0 {
				at.runs[n] = k
				break
			}
		}
	}
}
