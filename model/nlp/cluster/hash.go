package cluster

import "unicode/utf8"

// Hash returns the FNV-1a hash of a word in lower case as Of wants it: digits count as 0, curly quotation marks
// as straight ones, Latin letters as they are without accents ("são" is "sao"). It costs about a nanosecond a byte
// and allocates nothing.
func Hash[T string | []byte](word T) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(word); {
		c := word[i]
		if c < utf8.RuneSelf {
			if '0' <= c && c <= '9' {
				c = '0'
			}
			h = (h ^ uint32(c)) * 16777619
			i++
			continue
		}
		plain, n := fold(word[i:])
		for j := range len(plain) {
			h = (h ^ uint32(plain[j])) * 16777619
		}
		i += n
	}
	return h
}

// Plain returns a word as Hash reads it, but for digits: without accents and curly quotation marks.
func Plain(word string) string {
	out := make([]byte, 0, len(word))
	for word != "" {
		plain, n := fold(word)
		out = append(out, plain...)
		word = word[n:]
	}
	return string(out)
}

// fold returns the plain form of the character that s begins with, and its length in s.
func fold[T string | []byte](s T) (plain string, n int) {
	r, n := utf8.DecodeRuneInString(string(s[:min(len(s), utf8.UTFMax)]))
	switch {
	case r >= 'À' && int(r-'À') < len(latin):
		return unpack(latin[r-'À':][:1]), n
	case r >= 'Ạ' && int(r-'Ạ') < len(vietnamese):
		return vietnamese[r-'Ạ':][:1], n
	case r >= 0x300 && r <= 0x36f: // accents that follow their letter
		return "", n
	}
	switch r {
	case '‘', '’':
		return "'", n
	case '“', '”':
		return `"`, n
	case 'ơ', 'Ơ':
		return "o", n
	case 'ư', 'Ư':
		return "u", n
	case 'ș', 'Ș':
		return "s", n
	case 'ț', 'Ț':
		return "t", n
	}
	return string(s[:n]), n
}

// unpack spells out the letters that stand for two.
func unpack(letter string) string {
	switch letter {
	case "A":
		return "ae"
	case "O":
		return "oe"
	case "S":
		return "ss"
	case "T":
		return "th"
	case "I":
		return "ij"
	}
	return letter
}

// The plain letters of U+00C0 to U+017F and of U+1EA0 to U+1EF9; A, O, S, T and I stand for two.
const (
	latin = "aaaaaaAceeeeiiiidnooooo*ouuuuyTS" + "aaaaaaAceeeeiiiidnooooo/ouuuuyTy" +
		"aaaaaaccccccccddddeeeeeeeeeegggg" + "gggghhhhiiiiiiiiiiIIjjkkklllllll" +
		"lllnnnnnnnnnooooooOOrrrrrrssssss" + "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
	vietnamese = "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee" + "iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy"
)
