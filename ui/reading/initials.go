package reading

import (
	"strings"
	"unicode"

	"reader/model"
)

// Initials returns the two letters that stand for e beside its quotes: of the first and the last name, of the
// first two words of an organization, or the beginning of a single word.
func Initials(e *model.Entity) string {
	var words [][]rune
	for _, w := range strings.FieldsFunc(e.Name, func(r rune) bool { return r == ' ' || r == '-' }) {
		r := []rune(strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
		if len(r) == 0 || e.Type != model.Person && unicode.IsLower(r[0]) {
			continue // "spokesman FOR THE ministry" is told by its capitals
		}
		words = append(words, r)
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
