package markdown

import (
	"html"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// hardBreak ends a line where the text has a line end. A backslash would be taken for an escaped one after
// another backslash.
const hardBreak = "  \n"

// where says what is special about the place at which text is written.
type where uint8

const (
	inProse where = 0
	inLink  where = 1 << iota // a bracket would end the label
	inCell                    // a bar would end the cell
)

// Escape writes plain text as canonical Markdown that shows just that text: blocks parted by blank lines, "\n"
// for a hard break, no blanks at the ends of lines nor two in a row. Text that needs nothing is returned as
// it is, without allocating.
func Escape(text string) string {
	if !needsEscape(text) {
		return text
	}
	out := make([]byte, 0, len(text)+len(text)/32+16)
	for i, block := range strings.Split(text, "\n\n") {
		if i > 0 {
			out = append(out, "\n\n"...)
		}
		for j, line := range strings.Split(block, "\n") {
			if j > 0 {
				out = append(out, hardBreak...)
			}
			out = appendEscaped(out, line, true, inProse)
		}
	}
	return string(out)
}

// needsEscape reports whether a character of text, or a line end, is written differently in Markdown.
func needsEscape(text string) bool {
	for i := range len(text) {
		c := text[i]
		lineStart := i == 0 || text[i-1] == '\n'
		switch {
		case c == '\n':
			if !lineStart && i+1 < len(text) && text[i+1] != '\n' {
				return true
			}
		case lineStart && (opensBlock(text[i:]) || numberEnd(text[i:]) > 0), substitute(text, i, inProse) != "":
			return true
		}
	}
	return false
}

// appendEscaped appends s, which has no line end, to out. At the start of a line the marks of blocks are
// written as entities too.
func appendEscaped(out []byte, s string, lineStart bool, at where) []byte {
	if lineStart {
		n := numberEnd(s)
		switch {
		case n > 0:
			out = append(out, s[:n]...)
			out = appendEntity(out, s[n])
			s = s[n+1:]
		case opensBlock(s):
			out = appendEntity(out, s[0])
			s = s[1:]
		}
	}
	done := 0
	for i := range len(s) {
		if sub := substitute(s, i, at); sub != "" {
			out = append(append(out, s[done:i]...), sub...)
			done = i + 1
		}
	}
	return append(out, s[done:]...)
}

// opensBlock reports whether the first character of line would begin a block: a heading or its underline, a
// quotation, an item, a rule, a row or delimiter of a table, a definition.
func opensBlock(line string) bool {
	if line == "" {
		return false
	}
	blankNext := len(line) == 1 || line[1] == ' ' || line[1] == '\n'
	switch line[0] {
	case '#':
		return blankNext || line[1] == '#'
	case '+':
		return blankNext
	case '-', ':':
		return blankNext || util.IsPunct(line[1])
	case '>', '=', '|':
		return true
	}
	return false
}

// numberEnd returns the place of the mark that would make line an item of an ordered list, or 0.
func numberEnd(line string) int {
	n := 0
	for n < len(line) && n < 10 && '0' <= line[n] && line[n] <= '9' {
		n++
	}
	if n == 0 || n == 10 || n == len(line) || line[n] != '.' && line[n] != ')' {
		return 0
	}
	if n+1 < len(line) && line[n+1] != ' ' && line[n+1] != '\n' {
		return 0
	}
	return n
}

// substitute returns what is written for s[i] in the middle of a line, or "" if s[i] itself is.
func substitute(s string, i int, at where) string {
	next := byte(0)
	if i+1 < len(s) {
		next = s[i+1]
	}
	literal := false
	switch s[i] {
	case '*', '`', '~', '[':
		literal = true
	case ']':
		literal = at&inLink != 0
	case '|':
		literal = at&inCell != 0
	case '_':
		literal = !isWordBefore(s, i) || !isWordAfter(s, i+1)
	case '<':
		literal = next == 0 || util.IsAlphaNumeric(next) || next == '/' || next == '!' || next == '?'
	case '&':
		literal = startsEntity(s[i:])
	case '\\':
		if next == 0 || next == '\n' || util.IsPunct(next) {
			return `\\`
		}
	case ':':
		literal = at&inLink == 0 && next == '/' && endsInScheme(s[:i])
	case '.':
		literal = at&inLink == 0 && strings.HasSuffix(s[:i], "www")
	case '@':
		literal = at&inLink == 0 && i > 0 && s[i-1] != ' ' && next != ' ' && next != 0
	}
	if literal {
		return entityOf(s[i])
	}
	return ""
}

func isWordBefore(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return i > 0 && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

func isWordAfter(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return i < len(s) && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// startsEntity reports whether a lenient decoder, as HTML's is, would take the beginning of s for an entity.
// The next piece of text may go on where s ends.
func startsEntity(s string) bool {
	end := 1
	for end < len(s) && end < maxEntity && (util.IsAlphaNumeric(s[end]) || s[end] == '#') {
		end++
	}
	if end == len(s) {
		return true
	}
	if s[end] == ';' {
		end++
	}
	return html.UnescapeString(s[:end]) != s[:end]
}

// endsInScheme reports whether s ends in the scheme of an address that is a link wherever it stands.
func endsInScheme(s string) bool {
	return strings.HasSuffix(s, "http") || strings.HasSuffix(s, "https") || strings.HasSuffix(s, "ftp")
}

func appendEntity(out []byte, c byte) []byte { return append(out, entityOf(c)...) }

// entityOf returns the entity for a punctuation mark.
func entityOf(c byte) string {
	switch c {
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	case '&':
		return "&amp;"
	}
	return "&#" + strconv.Itoa(int(c)) + ";"
}
