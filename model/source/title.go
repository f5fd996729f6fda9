package source

import (
	"strings"
	"unicode/utf8"

	"reader/model"
	"reader/model/markdown"
)

// maxTitle is the length of the longest line that is taken for a title without being marked as one, in characters.
const maxTitle = 140

// takeTitle takes the title off the beginning of blocks: a heading, or a line that can only be one. A title
// that is known already is taken where it stands again.
func (p *page) takeTitle(blocks []markdown.Block) []markdown.Block {
	if len(blocks) == 0 {
		return blocks
	}
	first := blocks[0]
	text := strings.ReplaceAll(first.Text, "\n", " ")
	switch {
	case p.article.Title != "":
		if !sameTitle(text, p.article.Title) {
			return blocks
		}
		return blocks[1:]
	case first.Kind == model.Heading, isTitle(blocks):
		p.article.Title = text
		return blocks[1:]
	}
	return blocks
}

// sameTitle reports whether two titles have the same words.
func sameTitle(a, b string) bool {
	return strings.EqualFold(strings.Trim(a, " .*_"), strings.Trim(b, " .*_"))
}

// isTitle reports whether the first of blocks, plain text, is a title: one short line without a full stop, and
// behind it a byline, a date, a dateline or a paragraph that reads as a lead.
func isTitle(blocks []markdown.Block) bool {
	first := blocks[0]
	length := utf8.RuneCountInString(first.Text)
	if first.Kind != model.Paragraph || len(blocks) < 2 || length > maxTitle || strings.Contains(first.Text, "\n") {
		return false
	}
	words := strings.Fields(first.Text)
	if len(words) < 2 || isStatement(first.Text) || strings.HasSuffix(first.Text, ",") {
		return false
	}
	if _, isDate := parseDate(first.Text); isDate || parseByline(first.Text) != nil || isAddress(words[0]) || isItem(first.Text) || isCaption(first) {
		return false
	}
	next := blocks[1].Text
	place, _ := findDateline(next)
	if _, isDate := parseDate(next); isDate || parseByline(next) != nil || place > 0 || isCaption(blocks[1]) {
		return true
	}
	// A quotation without a full stop may be a paragraph that says something.
	return !isQuotation(first.Text) && blocks[1].Kind == model.Paragraph && endsSentence(next) && !startsLower(next) &&
		(utf8.RuneCountInString(next) > length || len(blocks) > 2 && utf8.RuneCountInString(blocks[2].Text) > length && endsSentence(blocks[2].Text))
}

// isStatement reports whether s ends as a sentence does. Titles may ask and exclaim.
func isStatement(s string) bool {
	end := strings.TrimRight(s, "\"'”’»)]")
	return endsSentence(s) && !strings.HasSuffix(end, "?") && !strings.HasSuffix(end, "!")
}

func isQuotation(s string) bool { return strings.HasPrefix(s, "“") || strings.HasPrefix(s, "\"") }

func isAddress(s string) bool {
	_, ok := webAddress(s)
	return ok
}
