// Package input is a line of text that a person types.
package input

import (
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// Line is text and a cursor in it. The zero Line is empty.
type Line struct {
	text []rune
	at   int // the cursor stands before text[at]
}

// New returns a line that holds text, with the cursor at its end.
func New(text string) Line {
	r := []rune(printable(text))
	return Line{r, len(r)}
}

// Text returns what was typed.
func (l *Line) Text() string { return string(l.text) }

// Before returns what stands before the cursor.
func (l *Line) Before() string { return string(l.text[:l.at]) }

// Most is how many characters fit into a line by typing and pasting. With each of them what they ask for is done anew, and who
// pastes a book by mistake would wait for that.
const Most = 16 << 10

// Insert puts text before the cursor; what cannot be printed, and what does not fit, is left out.
func (l *Line) Insert(text string) {
	in := []rune(printable(text))
	in = in[:max(0, min(len(in), Most-len(l.text)))]
	l.text = append(l.text[:l.at:l.at], append(in, l.text[l.at:]...)...)
	l.at += len(in)
}

// Replace puts text in place of the bytes from start to end of Text, and the cursor behind it.
func (l *Line) Replace(start, end int, text string) {
	all := l.Text()
	l.text = []rune(all[end:])
	l.at = 0
	l.Insert(all[:start] + text)
}

// Type does what key does in a line of text, and reports whether it does anything there.
func (l *Line) Type(key tea.KeyPressMsg) bool {
	switch key.String() {
	case "left", "ctrl+b":
		l.at = max(l.at-1, 0)
	case "right", "ctrl+f":
		l.at = min(l.at+1, len(l.text))
	case "home", "ctrl+a":
		l.at = 0
	case "end", "ctrl+e":
		l.at = len(l.text)
	case "backspace", "ctrl+h":
		l.cut(max(l.at-1, 0), l.at)
	case "delete":
		l.cut(l.at, min(l.at+1, len(l.text)))
	case "ctrl+w":
		l.cut(l.wordBefore(), l.at)
	case "ctrl+u":
		l.cut(0, l.at)
	case "ctrl+k":
		l.cut(l.at, len(l.text))
	default:
		if printable(key.Text) == "" {
			return false
		}
		l.Insert(key.Text)
	}
	return true
}

func (l *Line) cut(from, to int) {
	l.text = append(l.text[:from:from], l.text[to:]...)
	l.at = from
}

// wordBefore returns where the word before the cursor begins.
func (l *Line) wordBefore() int {
	i := l.at
	for i > 0 && l.text[i-1] == ' ' {
		i--
	}
	for i > 0 && l.text[i-1] != ' ' {
		i--
	}
	return i
}

// View returns the part of the line around the cursor that fits into width columns, and the column of the
// cursor in it.
func (l *Line) View(width int) (s string, cursor int) {
	if width <= 0 {
		return "", 0
	}
	before := string(l.text[:l.at])
	if w := ansi.StringWidth(before); w >= width {
		before = ansi.TruncateLeft(before, w-width+1, "")
	}
	return ansi.Truncate(before+string(l.text[l.at:]), width, ""), ansi.StringWidth(before)
}

// printable returns text without line ends, control and format characters.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return ' '
		case unicode.IsGraphic(r) && r != unicode.ReplacementChar:
			return r
		default:
			return -1
		}
	}, text)
}
