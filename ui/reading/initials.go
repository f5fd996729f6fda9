package reading

import (
	"strings"
	"unicode"

	"reader/model"
)

// Initials returns the two letters that stand for e beside its quotes: of the first and the last name, of the
// first two words of an organization, or the beginning of a single word. Articles and possessives do not count, nor
// do words without a capital where there are others: "spokesman for the Ministry of Defence" is told by its capitals.
func Initials(e *model.Entity) string {
	var words, capitals [][]rune
	for _, w := range strings.FieldsFunc(e.Name, func(r rune) bool { return r == ' ' || r == '-' }) {
		r := []rune(strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
		if len(r) == 0 || e.Type != model.Person && isDeterminer(string(r)) {
			continue
		}
		words = append(words, r)
		if !unicode.IsLower(r[0]) {
			capitals = append(capitals, r)
		}
	}
	if len(capitals) > 0 && e.Type != model.Person {
		words = capitals
	}
	switch {
	case len(words) == 0:
		return short([]rune(e.Name))
	case len(words) == 1:
		return short(words[0])
	case e.Type == model.Person:
		return upper(words[0][0], words[len(words)-1][0])
	default:
		return upper(words[0][0], words[1][0])
	}
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

func upper(letters ...rune) string { return strings.ToUpper(string(letters)) }
