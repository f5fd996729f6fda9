package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reader/model"
	"reader/model/markdown"
)

// The lengths in characters of the shortest paragraph that is taken for torn, and of one in which another
// sentence has ended before: verse and the entries of lists are shorter. No paragraph grows beyond maxTorn bytes.
const (
	minTorn     = 60
	minSentence = 30
	maxTorn     = 8 << 10
)

// repair makes paragraphs whole that a blank line or the number of a page tore in mid-sentence. It returns the
// blocks, and the page numbers that it left out.
func repair(blocks []markdown.Block) (whole []markdown.Block, numbers []string) {
	for i := range blocks {
		b := blocks[i]
		last := len(whole) - 1
		switch {
		case isPageNumber(b.Text, last >= 0 && i+1 < len(blocks) && torn(whole[last], blocks[i+1])):
			numbers = append(numbers, b.Text)
		case last >= 0 && torn(whole[last], b):
			whole[last] = joinTorn(whole[last], b)
		default:
			whole = append(whole, b)
		}
	}
	return whole, numbers
}

// torn reports whether the sentence at the end of a goes on in b.
func torn(a, b markdown.Block) bool {
	if a.Kind != model.Paragraph || b.Kind != model.Paragraph || !startsLower(b.Text) || len(a.Text) > maxTorn {
		return false
	}
	length := utf8.RuneCountInString(a.Text)
	if length < minSentence || strings.Contains(a.Text, "\n") {
		return false
	}
	if length < minTorn && !strings.Contains(a.Text, ". ") && !endsOpen(a.Text) {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(a.Text)
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == ','
}

// endsOpen reports whether the last word of s is one that nothing can end with.
func endsOpen(s string) bool {
	switch s[strings.LastIndexByte(s, ' ')+1:] {
	case "a", "an", "the", "of", "to", "and", "or", "with", "for", "from", "by", "at", "as", "that", "which", "who", "than", "into", "its", "their", "his":
		return true
	}
	return false
}

func joinTorn(a, b markdown.Block) markdown.Block {
	return markdown.Block{Markdown: a.Markdown + " " + b.Markdown, Text: a.Text + " " + b.Text}
}

// isPageNumber reports whether a paragraph is the number of a page: "Page 3 of 10", or a mere number that tears a
// sentence apart. Other numbers may be the headings of a list.
func isPageNumber(s string, tears bool) bool {
	if len(s) > 20 {
		return false
	}
	words := strings.Fields(strings.Trim(s, "-–—|[] "))
	switch {
	case len(words) == 1:
		return tears && isNumber(words[0])
	case len(words) < 2 || !strings.EqualFold(words[0], "page") || !isNumber(words[1]):
		return false
	}
	return len(words) == 2 || len(words) == 4 && words[2] == "of" && isNumber(words[3])
}

func isNumber(s string) bool { return s != "" && len(s) <= 4 && strings.Trim(s, "0123456789") == "" }
