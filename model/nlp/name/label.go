package name

import (
	"reader/model/nlp/crf"
	"reader/model/nlp/doc"
)

// A label says of a token which kind of name it is in and where: outside, or the begin, inside, end or whole
// (single) of a name (BIOES).
const (
	outside = 0
	begin   = iota // here and below: + 4·kind
	inside
	end
	single
)

// The kinds of names that the field tells apart. What is none of the first three is told apart by its words.
const (
	person = iota
	organization
	place
	other
	kinds
)

// Labels is the number of labels.
const Labels = 1 + 4*kinds

// Label returns the label of token i of a name of n tokens of a kind: 0 person, 1 organization, 2 place, 3 other.
func Label(kind, i, n int) uint8 {
	switch {
	case n == 1:
		return uint8(single + 4*kind)
	case i == 0:
		return uint8(begin + 4*kind)
	case i == n-1:
		return uint8(end + 4*kind)
	}
	return uint8(inside + 4*kind)
}

// Follows reports whether label to can follow from, which is Labels at the start of a sentence.
func Follows(from, to int) bool {
	starts := to == outside || (to-1)%4 == begin-1 || (to-1)%4 == single-1
	if from == Labels || from == outside || (from-1)%4 == end-1 || (from-1)%4 == single-1 {
		return starts
	}
	return !starts && (from-1)/4 == (to-1)/4
}

// name is a labelled stretch of tokens.
type span struct{ first, last, kind int }

// spans appends the names that labels mark, which begin at token first.
func spans(out []span, labels []uint8, first int) []span {
	for i := 0; i < len(labels); {
		if labels[i] == outside {
			i++
			continue
		}
		n := i + 1
		for n < len(labels) && labels[n] != outside && (labels[n]-1)/4 == (labels[i]-1)/4 && !starts(labels[n]) {
			n++
		}
		out = append(out, span{first + i, first + n, int(labels[i]-1) / 4})
		i = n
	}
	return out
}

func starts(label uint8) bool { return Follows(outside, int(label)) }

// Where the template numbers begin of the features that lists of names and the document's votes make.
const (
	listTemplates = 96
	voteTemplates = 128
)

// of makes the features of values, whose templates count from first.
func of(out []crf.Feature, first uint32, values ...uint32) []crf.Feature {
	for i, v := range values {
		out = append(out, crf.Of(first+uint32(i), v))
	}
	return out
}

// OtherLabels are the labels of names that are neither people, organizations nor places, as bits.
const OtherLabels = 0xf << (1 + 4*other)

// Each calls do with the tokens [first, last) and the kind of each name that labels mark in d.
func Each(d *doc.Document, labels []uint8, do func(first, last, kind int)) {
	for _, s := range d.Sentences {
		for _, n := range spans(nil, labels[s.First:s.Last], s.First) {
			do(n.first, n.last, n.kind)
		}
	}
}
