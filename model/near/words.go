package near

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// appendWords appends the words of text to dst, in lower case and without accents, each behind a blank: runs of letters
// and digits. Apostrophes inside them are left out, as papers write them in many ways. Names and queries are compared
// otherwise, with letters spelt out (ß, æ) and possessives told apart: here every word of every article is hashed, a letter
// stays a letter, and whoever copies an article copies its ß.
func appendWords(dst []byte, text string) []byte {
	inside := false
	for at := 0; at < len(text); {
		r, size := rune(text[at]), 1
		if r >= utf8.RuneSelf {
			r, size = plain(text[at:])
		}
		at += size
		switch {
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9', r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)):
		case 'A' <= r && r <= 'Z':
			r += 'a' - 'A'
		case inside && (r == '\'' || r == '’' || unicode.Is(unicode.Mn, r)):
			continue
		default:
			inside = false
			continue
		}
		if !inside {
			dst = append(dst, ' ')
			inside = true
		}
		dst = utf8.AppendRune(dst, r)
	}
	return dst
}

// plain returns the first letter of text in lower case without its accents, and how many bytes it takes.
func plain(text string) (rune, int) {
	p := norm.NFD.PropertiesString(text)
	r, size := utf8.DecodeRuneInString(text)
	if d := p.Decomposition(); len(d) > 0 {
		r, _ = utf8.DecodeRune(d)
	}
	return unicode.ToLower(r), size
}
