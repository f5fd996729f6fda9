package library

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns s as names and queries are compared: in lower case, without accents, letters with strokes and
// ligatures spelt out, curly apostrophes straight. "Åse Łukasz" becomes "ase lukasz".
func Fold(s string) string {
	at := 0
	for at < len(s) && folded(s[at]) {
		at++
	}
	if at == len(s) {
		return s
	}
	out := append(make([]byte, 0, len(s)), s[:at]...)
	for _, r := range s[at:] {
		out = appendFold(out, r)
	}
	return string(out)
}

// folded reports whether Fold leaves the byte c as it is, wherever it stands.
func folded(c byte) bool { return c < utf8.RuneSelf && (c < 'A' || c > 'Z') }

// appendFold appends r, folded, to dst: nothing for a combining mark.
func appendFold(dst []byte, r rune) []byte {
	if r < utf8.RuneSelf {
		return append(dst, byte(unicode.ToLower(r)))
	}
	var buf [utf8.UTFMax]byte
	n := utf8.EncodeRune(buf[:], r)
	parts := norm.NFKD.Properties(buf[:n]).Decomposition()
	if parts == nil {
		parts = buf[:n]
	}
	for len(parts) > 0 {
		p, size := utf8.DecodeRune(parts)
		parts = parts[size:]
		p = unicode.ToLower(p)
		if s := spelling(p); s != "" {
			dst = append(dst, s...)
		} else if !unicode.Is(unicode.Mn, p) {
			dst = utf8.AppendRune(dst, p)
		}
	}
	return dst
}

// spelling returns how the lower-case letter r is written in plain letters where Unicode does not take it
// apart, or "".
func spelling(r rune) string {
	switch r {
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'ø':
		return "o"
	case 'ł':
		return "l"
	case 'đ', 'ð':
		return "d"
	case 'ħ':
		return "h"
	case 'ı':
		return "i"
	case 'þ':
		return "th"
	case '‘', '’', 'ʼ', 'ʻ':
		return "'"
	case '‐', '‑':
		return "-"
	}
	return ""
}
