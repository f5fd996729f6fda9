package query

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
)

// Form says how a value is compared.
type Form uint8

// The forms of values.
const (
	Word   Form = iota // what begins so
	Phrase             // whole words side by side, or a whole name
	Regexp             // a regular expression
	Fuzzy              // what is spelt much like it
)

// Value is what a term looks for.
type Value struct {
	Form Form
	Text string // without quotation marks, slashes and "~"; of a Regexp as it was written; empty for Term.Unknown alone
}

// String returns v in the form that Parse reads.
func (v Value) String() string {
	switch v.Form {
	case Phrase:
		return quoted(v.Text)
	case Regexp:
		return "/" + v.Text + "/"
	case Fuzzy:
		if strings.ContainsFunc(v.Text, endsWord) {
			return "~" + quoted(v.Text)
		}
		return "~" + v.Text
	default:
		return v.Text
	}
}

// quoted returns s in quotation marks.
func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// Quoted returns s as a value: in quotation marks where it would be read as something else without.
func Quoted(s string) string {
	if s == "" || strings.ContainsFunc(s, endsWord) || strings.ContainsAny(s[:1], "-~/?") || strings.Contains(s, ":") || isKeyword(s) {
		return quoted(s)
	}
	return s
}

// endsWord reports whether r can't stand in a word that is not in quotation marks.
func endsWord(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(`()"`, r) }

func isKeyword(s string) bool { return s == "AND" || s == "OR" || s == "NOT" }

// flags are those of every regular expression.
const flags = "(?im)"

// Compile returns the regular expression v, which Parse has read.
func (v Value) Compile() *regexp.Regexp { return regexp.MustCompile(flags + v.pattern()) }

// pattern returns the expression v without the backslashes before slashes.
func (v Value) pattern() string {
	var out strings.Builder
	for i := 0; i < len(v.Text); i++ {
		if v.Text[i] == '\\' && i+1 < len(v.Text) {
			if i++; v.Text[i] != '/' {
				out.WriteByte('\\')
			}
		}
		out.WriteByte(v.Text[i])
	}
	return out.String()
}

// Slips reports whether word is spelt much like wanted, both folded: at most one letter in four was exchanged, left out or
// put in, but one in any word of three letters or more.
func Slips(wanted, word string) bool {
	limit := len(wanted) / 4
	if limit == 0 && len(wanted) >= 3 {
		limit = 1
	}
	if apart := len(wanted) - len(word); apart > limit || -apart > limit {
		return false
	}
	return slips(wanted, word) <= limit
}

// slips returns how many letters must be put in, taken out, exchanged, or swapped with the next one, to make b of a.
func slips(a, b string) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range len(a) {
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(last[j]+cost, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

// oneOf returns words as English offers a choice: "direct, mixed or indirect".
func oneOf(words []string) string {
	last := len(words) - 1
	return fmt.Sprintf("%s or %s", strings.Join(words[:last], ", "), words[last])
}
