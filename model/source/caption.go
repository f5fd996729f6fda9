package source

import (
	"strings"
	"unicode/utf8"

	"reader/model/markdown"
)

// maxCaption is the length of the longest caption, in characters.
const maxCaption = 400

// isCaption reports whether b is the caption of a picture: it says so at its beginning, or ends in a credit.
func isCaption(b markdown.Block) bool {
	text := b.Text
	if utf8.RuneCountInString(text) > maxCaption {
		return false
	}
	if label, rest, ok := strings.Cut(text, ":"); ok && isPictureLabel(label) && rest != "" {
		return true
	}
	if strings.ContainsAny(text, "“”‘\"") || strings.Contains(text, " '") {
		return false // a caption without a label is not worth a lost quote.
	}
	return hasCredit(text) || endsInMarkedCredit(b)
}

func isPictureLabel(s string) bool {
	switch strings.ToLower(strings.Trim(s, " *_")) {
	case "photo", "photos", "photo credit", "photo by", "picture", "image", "image credit", "image source", "image caption", "caption", "credit",
		"file photo", "file picture", "photograph", "photography":
		return true
	}
	return false
}

// hasCredit reports whether text ends in the credit of a picture: "(Photo by X/Agency)", "Photograph: X/Agency",
// "Credit: X", "(X/AFP)", "X / Agency".
func hasCredit(text string) bool {
	if inner, ok := lastParenthesis(text); ok {
		return isCredit(inner)
	}
	for _, label := range []string{"Photo: ", "Photograph: ", "Credit: ", "Photo by ", "Picture: ", "Image: ", "Photo credit: "} {
		before, credit, ok := strings.Cut(text, label)
		if ok && endsSentence(before) && isCreditName(credit) {
			return true
		}
	}
	at := strings.LastIndexAny(text, ".!?")
	name, agency, ok := strings.Cut(strings.TrimSpace(text[at+1:]), "/")
	return ok && isAgency(strings.TrimSpace(agency)) && isCreditName(name)
}

// lastParenthesis returns what stands in the parentheses at the end of text.
func lastParenthesis(text string) (inner string, ok bool) {
	s, ok := strings.CutSuffix(strings.TrimRight(text, "."), ")")
	at := strings.LastIndexByte(s, '(')
	if !ok || at < 0 {
		return "", false
	}
	return s[at+1:], true
}

func isCredit(s string) bool {
	s = strings.TrimSpace(s)
	lower := strings.ToLower(s)
	if strings.HasSuffix(lower, " file photo") || strings.HasSuffix(lower, " handout photo") || strings.HasPrefix(lower, "submitted by ") {
		return true
	}
	for _, label := range []string{"Photo by ", "Photo: ", "Photograph: ", "Picture: ", "Credit: ", "Image: ", "AP Photo"} {
		if strings.HasPrefix(s, label) {
			return true
		}
	}
	name, agency, ok := strings.Cut(s, "/")
	agency = strings.TrimSpace(agency)
	outlet := isCreditName(agency) && len(strings.Fields(name)) >= 2
	return ok && (outlet || isAgency(agency)) && isCreditName(name)
}

// isCreditName reports whether s is a photographer or an agency, or both: at most six words, all with capitals.
func isCreditName(s string) bool {
	words := strings.FieldsFunc(strings.TrimRight(s, ". "), func(r rune) bool { return r == ' ' || r == '/' || r == ',' })
	for i, word := range words {
		if !isNameWord(word) && (i == 0 || !isParticle(word) && word != "via" && word != "for" && word != "and") {
			return false
		}
	}
	return 0 < len(words) && len(words) <= 6
}

// endsInMarkedCredit reports whether b is a sentence, or a phrase, and then a photographer or agency in bold or
// italics: "The minister in Riga. **Ann Lee**".
func endsInMarkedCredit(b markdown.Block) bool {
	stars := "**"
	s, ok := strings.CutSuffix(b.Markdown, stars)
	if !ok {
		stars = "*"
		s, ok = strings.CutSuffix(b.Markdown, stars)
	}
	at := strings.LastIndex(s, stars)
	if !ok || at < 2 || strings.Contains(s[:at], "*") {
		return false
	}
	before, credit := strings.TrimSpace(s[:at]), s[at+len(stars):]
	words := len(strings.Fields(credit))
	return s[at-1] == ' ' && endsSentence(before) && !strings.HasSuffix(before, ":") && isCreditName(credit) && (words >= 2 || isAgency(credit))
}
