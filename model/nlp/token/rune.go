package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func isUpper(c byte) bool  { return 'A' <= c && c <= 'Z' }
func isDigit(c byte) bool  { return '0' <= c && c <= '9' }

// isSymbol reports whether c is a Symbol rather than punctuation.
func isSymbol(c byte) bool {
	switch c {
	case '$', '%', '#', '@', '&', '+', '=', '<', '>', '|', '~', '^', '*':
		return true
	default:
		return c < 0x20 || c == 0x7f
	}
}

// symbolRune reports whether r, outside ASCII, is a Symbol: a currency, a sign, an emoji.
func symbolRune(r rune) bool {
	return r == '‰' || !unicode.IsPunct(r) && r != '´'
}

// wordRune reports whether r, outside ASCII, is part of words.
func wordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r)
}

func decode(s string, i int) (rune, int) { return utf8.DecodeRuneInString(s[i:]) }

// blank returns the number of bytes of the blank at i, or 0. Characters of no width that part words are blanks.
func blank(s string, i int) int {
	c := s[i]
	if c < 0x80 {
		if c == ' ' || '\t' <= c && c <= '\r' {
			return 1
		}
		return 0
	}
	if c != 0xc2 && c < 0xe1 { // no blank begins so
		return 0
	}
	r, n := decode(s, i)
	if unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' {
		return n
	}
	return 0
}

// chunkEnd returns where the next blank after i is, and whether an address may stand before it.
func chunkEnd(s string, i int) (end int, mayAddress bool) {
	for end = i; end < len(s); end++ {
		switch c := s[end]; {
		case c == '@' || c == '#' || c == ':' && end+2 < len(s) && s[end+1] == '/' || c == 'w' && end+3 < len(s) && s[end:end+4] == "www.":
			mayAddress = true
		case c <= ' ' || c >= 0xc2:
			if blank(s, end) > 0 {
				return end, mayAddress
			}
		}
	}
	return end, mayAddress
}

// extend returns where the combining characters and joiners that begin at i end.
func extend(s string, i, end int) int {
	for i < end && s[i] >= 0x80 {
		r, n := decode(s, i)
		if !unicode.IsMark(r) && r != '\u200d' && r != '\u200c' {
			break
		}
		i += n
	}
	return i
}

// emoji returns where the symbol that begins at i ends: one character with its modifiers, those that
// joiners tie to it, or the two letters of a flag.
func emoji(s string, i, end int) int {
	r, n := decode(s, i)
	j := i + n
	flag := regional(r)
	for j < end && s[j] >= 0x80 {
		r, n := decode(s, j)
		joined := strings.HasSuffix(s[i:j], "\u200d")
		modifies := unicode.IsMark(r) || r == '\u200d' || 0x1f3fb <= r && r <= 0x1f3ff || 0xe0020 <= r && r <= 0xe007f
		if !joined && !modifies && (!flag || !regional(r)) {
			break
		}
		flag = false
		j += n
	}
	return j
}

func regional(r rune) bool { return 0x1f1e6 <= r && r <= 0x1f1ff }
