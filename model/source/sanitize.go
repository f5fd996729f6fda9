package source

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxMarks is how many combining marks one base may carry.
const maxMarks = 8

// Sanitize makes an outside string harmless to a terminal and honest to its reader: what controls the screen or
// turns the direction of writing is made visible (␛, ⟨U+202E⟩), what can't be seen is dropped, unusual line ends,
// tabs and blanks become plain blanks, invalid UTF-8 becomes U+FFFD. "\r\n" becomes "\n"; "\n" is the only control character
// left. A string with nothing of this kind is returned as it is, without allocating. It is to be applied after
// entities are decoded, and applying it twice changes nothing more.
func Sanitize(s string) string { return new(sanitizer).clean(s) }

// SanitizeLine is Sanitize for what has to stand on one line: titles, names, addresses. Runs of white space
// become one blank.
func SanitizeLine(s string) string { return strings.Join(strings.Fields(Sanitize(s)), " ") }

// sanitizer cleans one string after the other as if they were one, so that marks can't be piled up over the
// ends of strings.
type sanitizer struct {
	prev  rune // the last character kept
	marks int  // the combining marks since the last base
}

func (z *sanitizer) clean(s string) string {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !z.harmless(r, size) {
			return z.rewrite(s, i)
		}
		i += size
	}
	return s
}

// harmless reports whether r stays as it is, whatever follows, and remembers it if so.
func (z *sanitizer) harmless(r rune, size int) bool {
	switch {
	case r == '\n' || ' ' <= r && r < 0x7f, 0xa0 < r && r < 0x300 && r != 0xad, 0x2010 <= r && r < 0x2028:
		z.prev, z.marks = r, 0
		return true
	case r <= 0xa0, r == 0xad, unicode.Is(unicode.Zs, r), r == utf8.RuneError && size == 1, isFormat(r), isNonCharacter(r):
		return false
	case unicode.Is(unicode.M, r):
		if z.marks == maxMarks {
			return false
		}
		z.marks++
	default:
		z.marks = 0
	}
	z.prev = r
	return true
}

// rewrite cleans s from the place at on, from where harmless failed.
func (z *sanitizer) rewrite(s string, at int) string {
	var out strings.Builder
	out.Grow(len(s) + 16)
	out.WriteString(s[:at])
	for i := at; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if z.harmless(r, size) {
			out.WriteString(s[i : i+size])
		} else if sub := z.substitute(r, s[i+size:]); sub != "" {
			out.WriteString(sub)
			z.prev, _ = utf8.DecodeLastRuneInString(sub)
			z.marks = 0
		}
		i += size
	}
	return out.String()
}

// substitute returns what is shown for r, which is not harmless, in front of rest.
func (z *sanitizer) substitute(r rune, rest string) string {
	switch {
	case r == '\r' && strings.HasPrefix(rest, "\n"):
		return ""
	case r == '\t', r == 0x85, r == 0x2028, r == 0x2029, unicode.Is(unicode.Zs, r):
		return " "
	case r < ' ':
		return string(0x2400 + r)
	case r == 0x7f:
		return "␡"
	case r == utf8.RuneError || isNonCharacter(r):
		return "\uFFFD"
	case r == 0x200c || r == 0x200d:
		next, _ := utf8.DecodeRuneInString(rest)
		if joins(z.prev, next) {
			return string(r)
		}
		return ""
	case isInvisible(r), unicode.Is(unicode.M, r):
		return ""
	}
	return fmt.Sprintf("⟨U+%04X⟩", r)
}

// isFormat reports whether r steers the layout of others instead of being seen. Arabic number signs count as such:
// they are seen, but nobody agrees how wide they and the characters behind them are.
func isFormat(r rune) bool {
	switch {
	case r == 0x34f, r == 0x2028, r == 0x2029, 0xe0000 <= r && r <= 0xe0fff, r == 0x115f, r == 0x1160, r == 0x3164, r == 0xffa0:
		return true
	}
	return unicode.Is(unicode.Cf, r)
}

// isInvisible reports whether r can be dropped without anything to be seen: a soft hyphen, blanks and joiners of
// no width, fillers, a byte order mark.
func isInvisible(r rune) bool {
	switch r {
	case 0xad, 0x34f, 0x115f, 0x1160, 0x180e, 0x200b, 0x3164, 0xfeff, 0xffa0:
		return true
	}
	return 0x2060 <= r && r <= 0x2064
}

func isNonCharacter(r rune) bool { return r&0xfffe == 0xfffe || 0xfdd0 <= r && r <= 0xfdef }

// joins reports whether a joiner or non-joiner between a and b means something: in an emoji, and in the
// scripts whose letters join.
func joins(a, b rune) bool {
	if isEmoji(b) {
		return isEmoji(a) || a == 0xfe0f || 0x1f3fb <= a && a <= 0x1f3ff
	}
	return isJoining(a) && (isJoining(b) || !unicode.IsLetter(b))
}

func isEmoji(r rune) bool {
	return 0x1f000 <= r && r <= 0x1faff || 0x2190 <= r && r <= 0x2bff || r == 0xa9 || r == 0xae || r == 0x3030
}

// isJoining reports whether r belongs to a script that needs joiners: from Arabic to Myanmar, Khmer, Mongolian.
func isJoining(r rune) bool {
	if !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) {
		return false
	}
	return 0x600 <= r && r <= 0x109f || 0x1780 <= r && r <= 0x18af || 0xa800 <= r && r <= 0xabff || 0xfb50 <= r && r <= 0xfdff ||
		0xfe70 <= r && r <= 0xfeff || 0x11000 <= r && r <= 0x11fff
}
