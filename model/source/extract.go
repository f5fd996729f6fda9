package source

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"

	"reader/model"
)

// What the extractor finds is not the article if a page that tells its text as data has so many times more.
const untold = 3

// fill finds the text of the article on the page and takes it apart into text and furniture. Unless it is to search, all text
// is that of the article. The error is ErrEmpty if the page tells neither the text nor what it is about.
func (w *webPage) fill(p *page, search bool) error {
	body := firstElement(w.root, "body") // which the parser makes where there is none.
	var content *html.Node
	if search {
		declutter(body)
		if content = w.mainContent(); content != nil {
			addLead(content, body)
		}
	}
	told := strings.TrimSpace(firstOf(w.article().first("articleBody"), w.article().first("text")))
	var text converted
	var err error
	switch {
	case content != nil && len(told) < untold*len(textOf(content)):
		text, err = convert(content, w.base, p.article.Title)
	case told != "":
		text.blocks = plainBlocks(unixLines(told))
	default:
		text, err = convert(body, w.base, p.article.Title)
	}
	if err != nil {
		return err
	}
	p.marked = text.marked
	if p.fill(text.blocks); len(p.body) > 0 {
		return nil
	}
	says := firstLineOf(w.article().texts("description"), w.metaOf("description", "og:description"))
	if says == "" {
		return fmt.Errorf("%w: the page holds no text of an article", ErrEmpty)
	}
	p.set(model.Notice, "The page holds no text of the article. It says of it: "+says)
	return nil
}

// mainContent returns a copy of the part of the page that is the article, or nil.
func (w *webPage) mainContent() *html.Node {
	parser := readability.NewParser()
	parser.DisableJSONLD = true
	parser.KeepClasses = true
	base := w.base
	if base == nil {
		base = new(url.URL)
	}
	found, err := parser.ParseDocument(w.root, base)
	if err != nil || found.Node == nil || strings.TrimSpace(textOf(found.Node)) == "" {
		return nil
	}
	return found.Node
}

// addLead puts in front of content the paragraphs that stand in body between the headline and the beginning of content: the
// extractor is apt to leave out a lead that stands in a box of its own.
func addLead(content, body *html.Node) {
	const most, shortest = 3, 60 // paragraphs; bytes of one
	first := firstElement(content, "p")
	if first == nil {
		return
	}
	beginning := textOf(first)
	lead := make([]*html.Node, 0, most)
	below := false
	for d := range body.Descendants() {
		switch {
		case d.Type != html.ElementNode:
		case d.Data == "h1":
			below, lead = true, lead[:0]
		case d.Data == "p" && textOf(d) == beginning:
			for _, p := range slices.Backward(lead) {
				remove(p)
				content.InsertBefore(p, content.FirstChild)
			}
			return
		case d.Data == "p" && below && sizeOf(d) >= shortest && !isMarkedFurniture(d) && !hasAncestor(d, isBeside):
			if len(lead) == most {
				return
			}
			lead = append(lead, d)
		}
	}
}
