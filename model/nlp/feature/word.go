// Package feature tells what there is to know of a word without its neighbours, for the taggers to make their
// features of.
package feature

import (
	"unicode"
	"unicode/utf8"

	"reader/model/nlp/cluster"
)

// Affix is the length in bytes of the longest prefix and suffix of a word that are looked at.
const Affix = 4

// Word is what is known of a token. All but the flags are hashes; digits count as one digit and curly
// quotation marks as straight ones.
type Word struct {
	Lower          uint32            // in lower case, see cluster.Hash
	Text           uint32            // as it stands
	Prefix, Suffix [Affix + 1]uint32 // in lower case, by length; of a shorter word the whole
	Shape          uint32            // classes of characters, in order, runs as one
	Form           uint32            // flags
	Fine, Coarse   uint16            // its word clusters; 0 is none
}

// The flags of a form.
const (
	HasUpper uint32 = 1 << iota
	HasLower
	HasDigit
	HasOther
	FirstUpper
	OneRune
	InTitle // of a sentence nearly all of whose words have a capital
	First   // in its sentence
)

// NewWord returns what is known of a token by its text and the same in lower case, byte for byte. It costs about
// 50 ns and allocates nothing.
func NewWord(text, lower string) Word {
	w := Word{Lower: cluster.Hash(lower), Text: hash(text)}
	w.Fine, w.Coarse = cluster.Of(w.Lower)
	for n := 1; n <= Affix; n++ {
		w.Prefix[n] = hash(lower[:min(n, len(lower))])
		w.Suffix[n] = hash(lower[max(0, len(lower)-n):])
	}
	w.look(text)
	return w
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

// look sets the shape and the form.
func (w *Word) look(text string) {
	var last, before byte
	w.Shape = 2166136261
	for i, r := range text {
		class, flag := classOf(r)
		if i == 0 && class == 'X' {
			w.Form |= FirstUpper
		}
		w.Form |= flag
		if class != last || class == 'X' && before != 'X' { // "USA" is not "A"
			w.Shape = (w.Shape ^ uint32(class)) * 16777619
			before, last = last, class
		}
	}
	if _, n := utf8.DecodeRuneInString(text); n == len(text) {
		w.Form |= OneRune
	}
}

// classOf returns the letter that stands for r in a shape, and the flag of its form.
func classOf(r rune) (class byte, flag uint32) {
	switch {
	case 'a' <= r && r <= 'z':
		return 'x', HasLower
	case 'A' <= r && r <= 'Z':
		return 'X', HasUpper
	case '0' <= r && r <= '9':
		return '0', HasDigit
	case r == '.', r == '&', r == '\'':
		return byte(r), HasOther
	case r >= utf8.RuneSelf && unicode.IsUpper(r):
		return 'X', HasUpper
	case r >= utf8.RuneSelf && unicode.IsLetter(r):
		return 'x', HasLower
	}
	return '-', HasOther
}

// MarkCase marks the words of a sentence as those of a title if nearly all of them begin with a capital, so that
// a capital tells less, and the first word of any sentence.
func MarkCase(sentence []Word) {
	var capitals, words int
	for i := range sentence {
		if f := sentence[i].Form; f&(HasUpper|HasLower) != 0 {
			words++
			if f&FirstUpper != 0 {
				capitals++
			}
		}
	}
	titled := words >= 4 && capitals*10 >= words*6
	for i := range sentence {
		if titled {
			sentence[i].Form |= InTitle
		}
		if i == 0 {
			sentence[i].Form |= First
		}
	}
}
