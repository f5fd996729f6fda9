package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reader/model"
)

// maxDateline is how far into a paragraph the dash after a dateline may stand, in bytes.
const maxDateline = 90

// maxAbove is how many paragraphs may stand above the one with the dateline: a headline, a summary.
const maxAbove = 3

// datelineOf returns the dateline of a body with the place in its text, or an empty span.
func datelineOf(blocks []model.Block, text string) model.Span {
	for i, b := range blocks[:min(len(blocks), maxAbove+1)] {
		place, sure := findDateline(b.Span.In(text))
		if place > 0 && b.Kind == model.Paragraph && (sure || i == 0) {
			return model.Span{Start: b.Span.Start, End: b.Span.Start + uint32(place)}
		}
	}
	return model.Span{}
}

// findDateline returns the length of the place named at the head of a paragraph: "BRUSSELS" of "BRUSSELS — …",
// "KYIV, Ukraine" of "KYIV, Ukraine (AP) — …", or 0. It is sure if the place is in capitals, or a day or agency
// stands behind it.
func findDateline(text string) (place int, sure bool) {
	head, rest, ok := cutDash(text)
	if !ok || rest == "" {
		return 0, false
	}
	name, agency := cutAgency(head)
	name, dated := cutDay(name)
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, "“‘\"'("))
	capitals := isCapitals(firstPart(name))
	if next := strings.Fields(rest); capitals && !agency && !dated && isCapitals(strings.Join(next[:min(len(next), 2)], " ")) {
		return 0, false // the heading of a column: "CRICKET - ENGLAND WIN".
	}
	sure = agency || dated || capitals
	if !isPlace(name) || !sure && !unicode.IsUpper(r) || !agency && !dated && unicode.IsLower(r) {
		return 0, false // "NATO — the alliance …" is no place with its news.
	}
	return len(name), sure
}

// cutDash parts text at the first dash that stands for a pause.
func cutDash(text string) (head, rest string, ok bool) {
	at, size := -1, 0
	for _, dash := range []string{"—", "―", " – ", " -- ", " - ", "--"} {
		if i := strings.Index(text[:min(len(text), maxDateline)], dash); i > 0 && (at < 0 || i < at) {
			at, size = i, len(dash)
		}
	}
	if at < 0 {
		return "", "", false
	}
	return strings.TrimSpace(text[:at]), strings.TrimSpace(text[at+size:]), true
}

// cutAgency takes the agency in parentheses off the end of a dateline.
func cutAgency(head string) (place string, ok bool) {
	at := strings.LastIndex(head, "(")
	if at < 1 || !strings.HasSuffix(head, ")") {
		return head, false
	}
	return strings.TrimRight(head[:at], ", "), true
}

// cutDay takes a day off the end of a dateline: "LONDON, June 9", "BRASK, 6 September".
func cutDay(head string) (place string, ok bool) {
	parts := strings.Split(head, ",")
	for n := 1; n <= 2 && n < len(parts); n++ {
		day := strings.Join(parts[len(parts)-n:], " ")
		if _, full := parseDate(day); full || isDay(day) {
			return strings.TrimRight(strings.Join(parts[:len(parts)-n], ","), " "), true
		}
	}
	return head, false
}

// isDay reports whether s is a day of a month or of the week.
func isDay(s string) bool {
	words := strings.Fields(strings.ToLower(s))
	switch len(words) {
	case 1:
		return isWeekday(strings.Trim(words[0], "."))
	case 2:
		a, b := strings.Trim(words[0], "."), strings.Trim(words[1], ".")
		return monthOf(a) != 0 && isNumber(b) || isNumber(a) && monthOf(b) != 0
	}
	return false
}

// isPlace reports whether s can be the place of a dateline: a name of at most four words, perhaps with the country or
// state behind a comma, and no word that stands before a dash for another reason.
func isPlace(s string) bool {
	parts := strings.Split(s, ", ")
	if len(parts) > 3 {
		return false
	}
	for _, part := range parts {
		words := strings.Fields(part)
		if len(words) == 0 || len(words) > 4 {
			return false
		}
		for i, word := range words {
			if !isNameWord(word) && (i == 0 || !isParticle(word)) || isRubric(word) {
				return false
			}
		}
	}
	return utf8.RuneCountInString(s) >= 3
}

// isNameWord reports whether word begins with a capital and holds nothing but letters and what joins them.
func isNameWord(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	for _, r := range word {
		if !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) && !strings.ContainsRune(".'’-/", r) {
			return false
		}
	}
	return unicode.IsUpper(first)
}

func isParticle(word string) bool {
	switch strings.ToLower(word) {
	case "al", "and", "bin", "da", "de", "del", "den", "der", "di", "do", "dos", "du", "el", "la", "las", "le", "les", "los", "of", "on",
		"san", "the", "upon", "van", "von", "y", "zu":
		return true
	}
	return false
}

// isRubric reports whether a word at the head of a paragraph names what the piece is rather than where it is from.
func isRubric(word string) bool {
	switch strings.ToUpper(word) {
	case "ADVISORY", "ANALYSIS", "ATHLETICS", "BASEBALL", "BASKETBALL", "BOXING", "BREAKING", "BRIEF", "COMMENT", "CORRECTED", "CORRECTION", "CRICKET", "CYCLING", "DEATHS", "DIGEST", "EDITORIAL", "EXCLUSIVE", "EXPLAINER", "FACTBOX",
		"FEATURE", "FILING", "FOCUS", "FOOTBALL", "GOLF", "HOCKEY", "INTERVIEW", "LIVE", "NEWS", "OPINION", "PHOTOS", "PREVIEW", "PROFILE",
		"RESULTS", "REVIEW", "RUGBY", "SOCCER", "SUMMARY", "TENNIS", "TIMELINE", "TODAY", "UPDATE", "URGENT", "VIDEO", "WATCH", "WRAPUP", "I", "IT", "HE", "SHE", "THEY", "WE", "YOU", "YES", "NO", "BUT", "SO":
		return true
	}
	return false
}

// isCapitals reports whether s is written in capitals.
func isCapitals(s string) bool {
	return utf8.RuneCountInString(s) > 1 && strings.ToUpper(s) == s && strings.ContainsFunc(s, unicode.IsUpper)
}

func firstPart(place string) string {
	part, _, _ := strings.Cut(place, ",")
	return part
}
