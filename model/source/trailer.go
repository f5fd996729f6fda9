package source

import (
	"strings"
	"unicode/utf8"

	"reader/model"
	"reader/model/markdown"
)

// maxTrailer is the length of the longest trailer, in characters.
const maxTrailer = 300

// trailer takes what points away from the article at the beginning of blocks, and returns how many blocks that is.
func (p *page) trailer(blocks []markdown.Block) int {
	text := blocks[0].Text
	if text == "" || utf8.RuneCountInString(text) > maxTrailer {
		return 0
	}
	label, rest, hasColon := strings.Cut(text, ":")
	rest = strings.TrimSpace(rest)
	switch {
	case hasColon && rest == "" && isOriginLabel(label):
		return p.originBelow(blocks)
	case hasColon && rest == "" && isMoreLabel(label):
		return p.moreBelow(blocks)
	case hasColon && isOriginLabel(label) && p.origin(rest, len(blocks) <= 3):
	case hasColon && isMoreLabel(label) && isRubricLine(label, text):
	case isCopyright(text), isProvenance(text):
	default:
		return 0
	}
	p.set(model.Trailer, text)
	return 1
}

// originBelow takes a label such as "Original url:" and the address in the block below it.
func (p *page) originBelow(blocks []markdown.Block) int {
	if len(blocks) < 2 {
		return 0
	}
	address, ok := webAddress(blocks[1].Text)
	if !ok {
		return 0
	}
	if p.article.URL == "" {
		p.article.URL = address
	}
	p.set(model.Trailer, blocks[0].Text+"\n"+blocks[1].Text)
	return 2
}

// origin reads what stands behind a label such as "Source:" on its line: an address, or near the end a name.
func (p *page) origin(rest string, atEnd bool) bool {
	address, ok := webAddress(rest)
	if ok && p.article.URL == "" {
		p.article.URL = address
	}
	const long = 100 // characters; who says this much is a source of another kind
	return ok || atEnd && !strings.ContainsAny(rest, "“\"") && utf8.RuneCountInString(rest) <= long
}

// moreBelow takes a label such as "Read more:" and the list of links below it.
func (p *page) moreBelow(blocks []markdown.Block) int {
	n := 1
	for n < len(blocks) && (blocks[n].Kind == model.Item && n == 1 || isLink(blocks[n])) {
		n++
	}
	if n == 1 && areHeadlines(blocks[1:]) {
		n = len(blocks)
	}
	if n == 1 && len(blocks) > 1 {
		return 0
	}
	texts := make([]string, 0, n)
	for _, b := range blocks[:n] {
		texts = append(texts, b.Text)
	}
	p.set(model.Trailer, strings.Join(texts, "\n"))
	return n
}

// areHeadlines reports whether blocks, to the end of the article, are a few short lines none of which is a sentence.
func areHeadlines(blocks []markdown.Block) bool {
	const most, long = 8, 120
	for _, b := range blocks {
		if endsSentence(b.Text) || utf8.RuneCountInString(b.Text) > long || strings.Contains(b.Text, "\n") {
			return false
		}
	}
	return len(blocks) <= most
}

// isLink reports whether b is nothing but a link.
func isLink(b markdown.Block) bool {
	_, ok := webAddress(b.Text)
	one := strings.HasPrefix(b.Markdown, "[") && strings.HasSuffix(b.Markdown, ")") && strings.Count(b.Markdown, "](") == 1
	return ok || one
}

func isOriginLabel(s string) bool {
	switch strings.ToLower(s) {
	case "original url", "original link", "original article", "original source", "original", "source", "sources", "source url", "url", "link", "permalink",
		"read the original article":
		return true
	}
	return false
}

func isMoreLabel(s string) bool {
	switch strings.ToLower(s) {
	case "read more", "read also", "also read", "read next", "related", "related stories", "related articles", "related coverage", "related links",
		"see also", "more on this story", "more on this", "further reading", "watch", "watch also", "listen", "watch more", "don't miss":
		return true
	}
	return false
}

// isRubricLine reports whether text is a pointer of one line: its label in capitals, or a label that nothing else
// begins with.
func isRubricLine(label, text string) bool {
	if strings.Contains(text, "\n") {
		return false
	}
	switch strings.ToLower(label) {
	case "read more", "read also", "also read", "read next", "see also", "related stories", "related articles":
		return true
	}
	return isCapitals(label)
}

func isCopyright(text string) bool {
	lower := strings.ToLower(text)
	if strings.HasPrefix(lower, "©") || strings.HasPrefix(lower, "copyright ©") || strings.HasPrefix(lower, "copyright (c)") ||
		strings.HasPrefix(lower, "(c) 1") || strings.HasPrefix(lower, "(c) 2") || strings.HasPrefix(lower, "copyright 1") || strings.HasPrefix(lower, "copyright 2") {
		return true
	}
	return strings.HasSuffix(strings.TrimRight(lower, "."), "all rights reserved") && !strings.ContainsAny(text, "“\"")
}

// isProvenance reports whether text says where the article was printed first, or who worked on it.
func isProvenance(text string) bool {
	for _, start := range []string{"This story ", "This article ", "This piece ", "This report ", "A version of this article "} {
		if rest, ok := strings.CutPrefix(text, start); ok {
			for _, verb := range []string{"was originally published", "was first published", "originally appeared", "first appeared", "was originally posted"} {
				if strings.HasPrefix(rest, verb) {
					return true
				}
			}
		}
	}
	for _, start := range []string{"(Reporting by ", "(Additional reporting by ", "(Writing by ", "(Editing by "} {
		if strings.HasPrefix(text, start) && strings.HasSuffix(text, ")") {
			return true
		}
	}
	return false
}
