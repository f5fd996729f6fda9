// Package initials tells speakers apart by two letters each, or by one that is as wide as two.
package initials

import (
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"reader/model"
)

// of returns the two letters that stand for somebody of that name and type beside their quotes: of the first and the last name,
// of the first two words of an organization, or the beginning of a single word. Articles and possessives do not count, nor
// do words without a capital where there are others: "spokesman for the Ministry of Defence" is told by its capitals.
func of(name string, kind model.EntityType) string {
	words := wordsOf(name, kind)
	switch {
	case len(words) == 0:
		return short([]rune(name))
	case len(words) == 1:
		return short(words[0])
	case kind == model.Person:
		return upper(words[0][0], words[len(words)-1][0])
	default:
		return upper(words[0][0], words[1][0])
	}
}

// wordsOf returns the words of a name that its letters are taken from.
func wordsOf(name string, kind model.EntityType) [][]rune {
	var words, capitals [][]rune
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' }) {
		r := []rune(strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
		if len(r) == 0 || kind != model.Person && isDeterminer(string(r)) {
			continue
		}
		words = append(words, r)
		if !unicode.IsLower(r[0]) {
			capitals = append(capitals, r)
		}
	}
	if len(capitals) > 0 && kind != model.Person {
		words = capitals
	}
	return words
}

// isDeterminer reports whether word only leads up to a noun.
func isDeterminer(word string) bool {
	switch strings.ToLower(word) {
	case "the", "a", "an", "its", "his", "her", "their", "one":
		return true
	}
	return false
}

// short returns the first two letters of word as capitals.
func short(word []rune) string {
	var letters []rune
	for _, r := range word {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			letters = append(letters, r)
		}
	}
	return upper(letters[:min(len(letters), 2)]...)
}

// columns is how many there are for letters: what stands behind them, a bar or a question mark, has one of its own.
const columns = 2

func upper(letters ...rune) string {
	return ansi.Truncate(strings.ToUpper(string(letters)), columns, "")
}

// pair returns the letter first with another, small one, or that alone where both are too wide.
func pair(first, other rune) string {
	if s := upper(first) + strings.ToLower(string(other)); ansi.StringWidth(s) <= columns {
		return s
	}
	return string(other)
}

// table gives everybody letters of their own. The zero table has none yet.
type table struct{ taken map[string]bool }

// next returns letters for somebody of that name and type whom nobody before had: their initials where these are free, else the first
// letter with another, small one, of the last name ("Ha" for Ada Harl) or of the first, else with a number.
func (t *table) next(name string, kind model.EntityType) string {
	if t.taken == nil {
		t.taken = map[string]bool{}
	}
	for _, s := range candidates(name, kind) {
		if !t.taken[s] {
			t.taken[s] = true
			return s
		}
	}
	return of(name, kind)
}

// candidates returns the letters that may stand for somebody, the best first.
func candidates(name string, kind model.EntityType) []string {
	plain := of(name, kind)
	out := []string{plain}
	words := wordsOf(name, kind)
	if len(words) == 0 {
		return out
	}
	first, last := words[0], words[len(words)-1]
	for _, w := range [][]rune{last, first} {
		for _, r := range w[1:] {
			if unicode.IsLetter(r) {
				out = append(out, pair(w[0], r))
			}
		}
	}
	for _, r := range last {
		if unicode.IsLetter(r) {
			out = append(out, pair(first[0], r))
		}
	}
	for digit := '2'; digit <= '9'; digit++ {
		out = append(out, pair(first[0], digit))
	}
	return out
}
