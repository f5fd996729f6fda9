package perceptron

import (
	"unicode"
	"unicode/utf8"
)

// Word is what the features of a token are made of.
type Word struct {
	lower, suffix2, suffix3, suffix4, prefix3 uint32 // hashes
	shape                                     uint32
}

// templates is the number of features of a token.
const templates = 24

// features holds the rows of the weights that a token looks up.
type features [templates]uint32

// edge stands for the words before and after the sentence.
var edge = Word{lower: 1, suffix2: 1, suffix3: 1, suffix4: 1, prefix3: 1, shape: 1}

// NewWord returns what there is to know of a token by its text and its text in lower case.
func NewWord(text, lower string) Word {
	n := len(lower)
	return Word{
		lower:   hash(lower),
		suffix2: hash(lower[max(0, n-2):]),
		suffix3: hash(lower[max(0, n-3):]),
		suffix4: hash(lower[max(0, n-4):]),
		prefix3: hash(lower[:min(3, n)]),
		shape:   shape(text),
	}
}

// hash is FNV-1a over s with every digit as 0 and curly marks as straight ones.
func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case '0' <= c && c <= '9':
			c = '0'
		case c == 0xe2 && i+2 < len(s) && s[i+1] == 0x80:
			switch s[i+2] {
			case 0x98, 0x99:
				c, i = '\'', i+2
			case 0x9c, 0x9d:
				c, i = '"', i+2
			}
		}
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

// The bits of a shape.
const (
	hasUpper uint32 = 1 << (iota + 1)
	hasLower
	hasDigit
	hasOther
	firstUpper
	short // one character
	titled
	first
)

// shape returns which classes of characters text has.
func shape(text string) uint32 {
	var s uint32
	for i, r := range text {
		switch {
		case unicode.IsUpper(r):
			s |= hasUpper
			if i == 0 {
				s |= firstUpper
			}
		case unicode.IsLetter(r):
			s |= hasLower
		case unicode.IsDigit(r):
			s |= hasDigit
		default:
			s |= hasOther
		}
	}
	if _, n := utf8.DecodeRuneInString(text); n == len(text) {
		s |= short
	}
	return s
}

// markCase marks the words of a sentence as those of a headline if nearly all of them begin with a capital, so
// that a capital tells less, and the first word of any sentence.
func markCase(sentence []Word) {
	var capitals, words int
	for i := range sentence {
		if s := sentence[i].shape; s&(hasUpper|hasLower) != 0 {
			words++
			if s&firstUpper != 0 {
				capitals++
			}
		}
	}
	for i := range sentence {
		if words >= 4 && capitals*10 >= words*6 {
			sentence[i].shape |= titled
		}
		if i == 0 {
			sentence[i].shape |= first
		}
	}
}

// context returns the rows of token i, all but those that need the tags of the tokens before it.
func (f *features) context(s []Word, i int) {
	w, before, before2, after, after2 := s[i], at(s, i-1), at(s, i-2), at(s, i+1), at(s, i+2)
	*f = features{
		0, w.lower, w.suffix2, w.suffix3, w.suffix4, w.prefix3,
		w.shape, mix(w.shape, w.suffix2), before.lower, before2.lower, after.lower, after2.lower,
		before.suffix3, after.suffix3, mix(before.shape, w.shape), mix(w.shape, after.shape),
		mix(before.lower, w.lower), mix(w.lower, after.lower), after.suffix2,
	}
}

// history adds the rows that the tags before the token make: t1 of the token before it, t2 of the one before that.
func (f *features) history(w, after *Word, t1, t2 uint32) {
	f[19], f[20], f[21] = t1, mix(t1, t2), mix(t1, w.lower)
	f[22], f[23] = mix(t1, w.suffix3), mix(t1, after.suffix3)
	for i := range f {
		f[i] = mix(f[i], uint32(i)) % rows
	}
}

func at(s []Word, i int) Word {
	if i < 0 || i >= len(s) {
		return edge
	}
	return s[i]
}

// mix makes one hash of two.
func mix(a, b uint32) uint32 {
	h := (a ^ b*0x9e3779b9) * 0x85ebca6b
	h ^= h >> 15
	return h * 0xc2b2ae35 >> 3
}
