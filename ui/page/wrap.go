package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// stretch is text to be wrapped, and where it comes from.
type stretch struct {
	text string
	at   uint32
	ink  uint16
	from origin
	// lead stands before the first line, follow before all others; both of one width.
	lead, follow string
	leadInk      uint16
	links        bool // whether addresses in text become links
}

// wrap appends t to the lines of sheet to: broken at blanks, inside a word only where it is wider than a line.
func (s *setter) wrap(to *sheet, t stretch) {
	indent := ansi.StringWidth(t.lead)
	if indent > s.width/2 {
		t.lead, t.follow, indent = "", "", 0
	}
	lead := t.lead
	for start, first := 0, true; first || start < len(t.text); first = false {
		end, next := breakLine(t.text[start:], s.width-indent)
		var line []piece
		if lead != "" {
			line = append(line, piece{text: lead, ink: t.leadInk})
		}
		if end > 0 {
			words := t.words(start, start+end, s)
			line = append(line, words...)
		}
		to.add(line...)
		start += next
		lead = t.follow
	}
}

// words returns the pieces of t.text[start:end]: one, or more where there are links in it.
func (t *stretch) words(start, end int, s *setter) []piece {
	cut := func(from, to int, ink uint16) piece {
		return piece{text: t.text[from:to], at: t.at + uint32(from), ink: ink, from: t.from}
	}
	if !t.links || !strings.Contains(t.text, ":") {
		return []piece{cut(start, end, t.ink)}
	}
	var out []piece
	done := start
	for at := start; at < end; {
		first, last := wordAt(t.text, at, end)
		if ink, ok := s.address(t.text, first, t.ink); ok {
			if first > done {
				out = append(out, cut(done, first, t.ink))
			}
			out = append(out, cut(first, last, ink))
			done = last
		}
		at = last
	}
	if done < end {
		out = append(out, cut(done, end, t.ink))
	}
	return out
}

// wordAt returns the first word of text[at:end]; an empty one at the end if there is none.
func wordAt(text string, at, end int) (first, last int) {
	first = at
	for first < end && text[first] == ' ' {
		first++
	}
	last = first
	for last < end && text[last] != ' ' {
		last++
	}
	return first, last
}

// breakLine returns how much of text the first line of room columns holds, without the blanks that end it, and
// where the next one begins. Where a character is wider than the room it is passed over: end is 0.
func breakLine(text string, room int) (end, next int) {
	col, i := 0, 0
	word := -1 // where the last blank that may break the line ends
	fit := 0   // the end of the last word that fits
	for i < len(text) {
		n, w := character(text[i:])
		switch {
		case text[i] == '\n':
			return trimmed(text, i), i + 1
		case blank(text[i:]) > 0:
			if word < i {
				fit = trimmed(text, i)
			}
			word = i + n
		case col+w > room:
			if word > 0 && fit > 0 {
				return fit, word
			}
			if i == 0 {
				return 0, n
			}
			return trimmed(text, i), i
		}
		col += w
		i += n
	}
	return trimmed(text, len(text)), len(text)
}

// character returns the length in bytes and the width in columns of the first character of text.
func character(text string) (n, width int) {
	if text[0] < 0x80 && (len(text) == 1 || text[1] < 0x80) {
		return 1, 1
	}
	g, w := ansi.FirstGraphemeCluster(text, ansi.GraphemeWidth)
	return len(g), w
}

func trimmed(text string, end int) int { return len(strings.TrimRightFunc(text[:end], isBlank)) }

// blank returns the length of the blank that text begins with; 0: none. A blank that an accent stands on is none.
func blank(text string) int {
	r, n := utf8.DecodeRuneInString(text)
	if !isBlank(r) {
		return 0
	}
	if whole, _ := character(text); whole > n {
		return 0
	}
	return n
}

// unbroken returns the start of text without blanks.
func unbroken(text string) string {
	for i := range text {
		if blank(text[i:]) > 0 {
			return text[:i]
		}
	}
	return text
}

// leading returns the length of the blanks at the start of text.
func leading(text string) uint32 {
	i := 0
	for i < len(text) {
		n := blank(text[i:])
		if n == 0 {
			break
		}
		i += n
	}
	return uint32(i)
}

// isBlank reports whether a line may be broken at r, and r left out there.
func isBlank(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' }

// tame returns s with every control character but the line end, and every byte that is not UTF-8, replaced by
// printable characters of the same length. Articles come without them; whatever else calls the page must not
// be able to reach the terminal.
func tame(s string) string {
	wild := func(r rune) bool { return r != '\n' && unicode.IsControl(r) }
	if utf8.ValidString(s) && strings.IndexFunc(s, wild) < 0 {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '\t':
			b.WriteByte(' ')
		case wild(r) && n == 2:
			b.WriteRune('¿')
		case wild(r), r == utf8.RuneError && n == 1:
			b.WriteByte('?')
		default:
			b.WriteString(s[i : i+n])
		}
		i += n
	}
	return b.String()
}
