package token

import (
	"strings"
	"unicode"

	"reader/model/nlp/doc"
)

// word adds the word that begins at i, and its clitic as a token of its own.
func (s *scanner) word(i, end int) int {
	j := letters(s.text, i, end)
	for j < end {
		k := s.join(i, j, end)
		if k == j {
			break
		}
		j = letters(s.text, k, end)
	}
	if j < end && s.text[j] == '$' && currency(s.text[i:j]) {
		return s.add(i, j+1, doc.Symbol)
	}
	if k := s.money(i, j); k > i {
		return s.add(i, k, doc.Symbol)
	}
	if n := clitic(s.text, j, end); n > 0 {
		if c := s.text[j-1]; cliticT(s.text[j:j+n]) && j-1 > i && (c == 'n' || c == 'N') {
			s.add(i, j-1, doc.Word)
			return s.add(j-1, j+n, doc.Word)
		}
		s.add(i, j, doc.Word)
		return s.add(j, j+n, doc.Word)
	}
	if s.dotted(i, j, end) {
		j++
	}
	return s.add(i, j, doc.Word)
}

// letters returns where the letters, digits and marks that begin at i end.
func letters(s string, i, end int) int {
	for i < end {
		c := s[i]
		if isLetter(c) || isDigit(c) || c == '_' {
			i++
			continue
		}
		if c < 0x80 {
			break
		}
		r, n := decode(s, i)
		if !wordRune(r) && r != '\u00ad' && r != '\u200d' && r != '\u200c' && r != '\u2011' {
			break
		}
		i += n
	}
	return i
}

// join returns where the word from i to j goes on after the sign at j, or j if it ends there.
func (s *scanner) join(i, j, end int) int {
	c := s.text[j]
	if a := apostropheAt(s.text, j); a > 0 {
		if k := j + a; k < end && letters(s.text, k, end) > k && clitic(s.text, j, end) == 0 {
			return k // O'Brien, o'clock
		}
		return j
	}
	if j+1 >= end || c >= 0x80 {
		return j
	}
	next := s.text[j+1]
	switch {
	case c == '.' && (isLetter(next) || isDigit(next)):
		// "ended.The" lacks its blank; "U.S.", "e.g.", "site.com" are words.
		if isUpper(next) && j-i > 1 && !isUpper(s.text[j-1]) {
			return j
		}
		return j + 1
	case c == '&' && isUpper(next) && isUpper(s.text[j-1]): // AT&T
		return j + 1
	case c == '-' && isLetter(next) && !isUpper(next) && prefix(s.text[i:j]): // e-mail, re-election
		return j + 1
	}
	return j
}

// dotted reports whether the dot at j is part of the word from i to j, as that of an abbreviation is.
func (s *scanner) dotted(i, j, end int) bool {
	if j >= end || s.text[j] != '.' || j+1 < end && s.text[j+1] == '.' {
		return false
	}
	w := s.text[i:j]
	if dot := strings.LastIndexByte(w, '.'); dot >= 0 { // U.S., a.m., Ph.D.
		return dot <= 2 || len(w)-dot <= 2
	}
	if len(w) == 1 {
		return isUpper(w[0]) && (w != "I" || s.initial(j)) || (w == "v" || w == "p" || w == "c") && nextIs(s.text, j+1, unicode.IsUpper, unicode.IsDigit)
	}
	switch abbreviations[w] {
	case always:
		return true
	case beforeNumber:
		return nextIs(s.text, j+1, unicode.IsDigit)
	case afterComma:
		return s.before() == ","
	default:
		return false
	}
}

// initial reports whether an "I" before the dot at j is of a name, not the pronoun at the end of a sentence:
// a name stands on either side.
func (s *scanner) initial(j int) bool {
	if !nextIs(s.text, j+1, unicode.IsUpper) {
		return false
	}
	before := s.before()
	return before == "" || isUpper(before[0])
}

// nextIs reports whether the first character after i that is not a space is of one of the classes.
func nextIs(s string, i int, classes ...func(rune) bool) bool {
	for i < len(s) && s[i] == ' ' {
		i++
	}
	if i == len(s) {
		return false
	}
	r, _ := decode(s, i)
	for _, is := range classes {
		if is(r) {
			return true
		}
	}
	return false
}

// apostropheAt returns the number of bytes of the apostrophe at i, or 0.
func apostropheAt(s string, i int) int {
	switch {
	case s[i] == '\'':
		return 1
	case strings.HasPrefix(s[i:], "’"):
		return len("’")
	}
	return 0
}

// clitic returns the number of bytes of the clitic at i, apostrophe included, or 0. For "n't" it is that of "'t".
func clitic(s string, i, end int) int {
	if i >= end {
		return 0
	}
	a := apostropheAt(s, i)
	if a == 0 {
		return 0
	}
	from := i + a
	to := from
	for to < end && to < from+3 && isLetter(s[to]) {
		to++
	}
	switch s[from:to] {
	case "s", "S", "m", "M", "d", "D", "ll", "LL", "re", "RE", "ve", "VE":
	case "t", "T":
		if c := s[max(i-1, 0)]; c != 'n' && c != 'N' {
			return 0
		}
	default:
		return 0
	}
	if letters(s, to, end) > to {
		return 0
	}
	return to - i
}

func cliticT(c string) bool { return c[len(c)-1]|0x20 == 't' }

// apostrophe adds what begins with the apostrophe from i to j: a clitic after another token ("'s"), a word
// or number without its beginning ("'em", "'90s"), else the mark alone.
func (s *scanner) apostrophe(i, j, end int) int {
	if s.glued(i) {
		if n := clitic(s.text, i, end); n > 0 && !cliticT(s.text[i:i+n]) {
			return s.add(i, i+n, doc.Word)
		}
	}
	if !s.glued(i) && j < end {
		k := letters(s.text, j, end)
		switch w := s.text[j:k]; {
		case shortened(w):
			return s.add(i, k, doc.Word)
		case decade(w):
			return s.add(i, k, doc.Number)
		}
	}
	return s.add(i, extend(s.text, s.twice(i, j, end), end), doc.Punct)
}

// twice returns the end of the apostrophe from i to j or, where two make one double mark, of both. Of three in
// a row the single one stands on the inner side.
func (s *scanner) twice(i, j, end int) int {
	mark := s.text[i:j]
	if !strings.HasPrefix(s.text[j:end], mark) {
		return j
	}
	if strings.HasPrefix(s.text[j+len(mark):end], mark) && s.glued(i) {
		return j
	}
	return j + len(mark)
}

// decade reports whether w is what follows the apostrophe of '90s.
func decade(w string) bool {
	return (len(w) == 2 || len(w) == 3 && w[2] == 's') && isDigit(w[0]) && isDigit(w[1])
}
