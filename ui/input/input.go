// Package input is a line of text that a person types.
package input

import (
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// Line is text and a cursor in it, which moves by what a terminal draws as one: a letter with its accents, a flag. The zero Line is empty.
type Line struct {
	text []rune
	at   int // the cursor stands before text[at]
	left int // how many characters there was no room for at last
}

// New returns a line that holds text, with the cursor at its end.
func New(text string) Line {
	r := []rune(printable(text))
	return Line{text: r, at: len(r)}
}

// Text returns what was typed.
func (l *Line) Text() string { return string(l.text) }

// Before returns what stands before the cursor.
func (l *Line) Before() string { return string(l.text[:l.at]) }

// Most is how many characters fit into a line by typing and pasting. With each of them what they ask for is done anew, and who
// pastes a book by mistake would wait for that.
const Most = 16 << 10

// LeftOut returns how many characters there was no room for when something was typed or pasted the last time.
func (l *Line) LeftOut() int { return l.left }

// Insert puts text before the cursor; what cannot be printed, and what does not fit, is left out.
func (l *Line) Insert(text string) {
	in := []rune(printable(text))
	fits := max(0, min(len(in), Most-len(l.text)))
	in, l.left = in[:fits], len(in)-fits
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
	l.left = 0
	switch key.String() {
	case "left", "ctrl+b":
		l.at = l.previous()
	case "right", "ctrl+f":
		l.at = l.next()
	case "home", "ctrl+a":
		l.at = 0
	case "end", "ctrl+e":
		l.at = len(l.text)
	case "backspace", "ctrl+h":
		l.cut(l.previous(), l.at)
	case "delete":
		l.cut(l.at, l.next())
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

// next returns where the cursor stands after a step to the right.
func (l *Line) next() int {
	first, _ := ansi.FirstGraphemeCluster(string(l.text[l.at:]), ansi.GraphemeWidth)
	return l.at + utf8.RuneCountInString(first)
}

// previous returns where it stands after a step to the left.
func (l *Line) previous() int {
	last := ""
	for rest := l.Before(); rest != ""; rest = rest[len(last):] {
		last, _ = ansi.FirstGraphemeCluster(rest, ansi.GraphemeWidth)
	}
	return l.at - utf8.RuneCountInString(last)
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
	for room := ansi.StringWidth(before); room >= width; { // the cursor has a column, too
		first, w := ansi.FirstGraphemeCluster(before, ansi.GraphemeWidth)
		before, room = before[len(first):], room-w
	}
	return ansi.Truncate(before+string(l.text[l.at:]), width, ""), ansi.StringWidth(before)
}

// printable returns text without line ends, control characters, and format characters but joiners.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return ' '
		case unicode.IsGraphic(r) && r != unicode.ReplacementChar, joiner(r):
			return r
		default:
			return -1
		}
	}, text)
}

// joiner reports whether r joins characters or parts them, and shows nothing: words of some languages are not to be found without.
func joiner(r rune) bool { return r == '\u200c' || r == '\u200d' }
