package source

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/JohannesKaufmann/html-to-markdown/v2/converter"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/base"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/commonmark"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/strikethrough"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/table"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"reader/model"
	"reader/model/markdown"
)

// mark stands on both sides of the number of a piece of furniture in the Markdown of a page, to tell where it stood. It
// is a character for private use, which no page may bring along.
const mark = "\U0010FFFD"

// blocks returns the blocks of the article in content. Where furniture stood, a block refers to
// p.marked. The error is errPage.
func (w *webPage) blocks(p *page, content *html.Node) ([]markdown.Block, error) {
	w.tidy(content, p.article)
	for _, n := range elements(content, isAside) {
		if n.Parent == nil || !hasAncestor(n, func(up *html.Node) bool { return up == content }) {
			continue // in what was taken out already
		}
		p.takeOut(n, content)
	}
	c := converter.NewConverter(converter.WithPlugins(
		base.NewBasePlugin(),
		commonmark.NewCommonmarkPlugin(commonmark.WithListEndComment(false)),
		table.NewTablePlugin(table.WithNewlineBehavior(table.NewlineBehaviorPreserve), table.WithHeaderPromotion(true)),
		strikethrough.NewStrikethroughPlugin(),
	))
	text, err := c.ConvertNode(content)
	if err != nil {
		return nil, fmt.Errorf("%w (%w)", errPage, err)
	}
	short, _ := splitLines(string(text))
	return markdown.Canonical(tame(short), new(sanitizer).clean), nil
}

// isAside reports whether n is furniture: a picture, a caption, a byline or a date.
func isAside(n *html.Node) bool {
	switch n.Data {
	case "figure":
		return !holds(n, named("table", "pre", "blockquote", "ul", "ol"))
	case "img", "amp-img", "figcaption":
		return true
	case "time":
		return standsAlone(n)
	}
	return isMarkedFurniture(n) && utf8.RuneCountInString(textOf(n)) <= lead
}

// standsAlone reports whether there is no text on either side of n in its line.
func standsAlone(n *html.Node) bool {
	parts := func(beside *html.Node) bool {
		return beside == nil || isBlock(beside.Data) || beside.Data == "br"
	}
	before, after := n.PrevSibling, n.NextSibling
	for before != nil && before.Type == html.TextNode && strings.TrimSpace(before.Data) == "" {
		before = before.PrevSibling
	}
	for after != nil && after.Type == html.TextNode && strings.TrimSpace(after.Data) == "" {
		after = after.NextSibling
	}
	return parts(before) && parts(after) && n.Parent != nil && (isContainer(n.Parent) || n.Parent.Data == "p")
}

// isMarkedFurniture reports whether n is marked as caption, byline or date.
func isMarkedFurniture(n *html.Node) bool {
	return isBlock(n.Data) && hasToken(n, func(token string) bool { return kindOfToken(token) >= 0 }) && !holds(n, isBody)
}

func isBody(n *html.Node) bool {
	switch n.Data {
	case "h1", "h2", "h3", "blockquote", "table", "pre", "ul", "ol":
		return true
	}
	return false
}

// kindOfToken returns the kind of furniture that a word in a class names, or -1.
func kindOfToken(token string) int {
	switch token {
	case "caption", "imagecaption", "figcaption":
		return int(model.Caption)
	case "byline", "authors", "posted", "submitted":
		return int(model.Byline)
	case "date", "datum", "pubdate", "timestamp":
		return int(model.DateLine)
	}
	if strings.HasPrefix(token, "aut") && strings.HasSuffix(token, "r") && len(token) <= len("auteur") {
		return int(model.Byline) // author, in whatever language
	}
	return -1
}

// takeOut takes furniture out of content, and leaves a mark in its place if it says something.
func (p *page) takeOut(n, content *html.Node) {
	kind, text := model.Caption, textOf(n)
	switch n.Data {
	case "figure":
		if caption := firstElement(n, "figcaption"); caption != nil && textOf(caption) != "" {
			text = textOf(caption)
		}
		for _, img := range elements(n, named("img", "amp-img")) {
			text = firstOf(text, attribute(img, "alt"))
		}
	case "img", "amp-img":
		text = attribute(n, "alt")
	case "time":
		kind = model.DateLine
	default:
		hasToken(n, func(token string) bool {
			kind = model.FurnitureKind(max(kindOfToken(token), 0))
			return kindOfToken(token) >= 0
		})
	}
	text = SanitizeLine(text)
	if !strings.ContainsFunc(text, unicode.IsLetter) {
		if text != "" { // a picture of a character
			n.Parent.InsertBefore(&html.Node{Type: html.TextNode, Data: text}, n)
		}
		remove(n)
		return
	}
	p.marked = append(p.marked, model.Furniture{Kind: kind, Text: text})
	paragraph := &html.Node{Type: html.ElementNode, Data: "p", DataAtom: atom.P}
	paragraph.AppendChild(&html.Node{Type: html.TextNode, Data: mark + strconv.Itoa(len(p.marked)-1) + mark})
	place := n
	for up := n.Parent; up != content; up = up.Parent {
		if !isContainer(up) {
			place = up
		}
	}
	place.Parent.InsertBefore(paragraph, place)
	remove(n)
}

// takeMarked takes a block that marks where furniture stood.
func (p *page) takeMarked(b markdown.Block) bool {
	number, ok := strings.CutPrefix(b.Text, mark)
	if !ok {
		return false
	}
	i, err := strconv.Atoi(strings.TrimSuffix(number, mark))
	if err != nil || i >= len(p.marked) {
		return false
	}
	f := p.marked[i]
	switch {
	case f.Kind == model.Byline && parseByline(f.Text) != nil:
		p.byline(f.Text)
	case f.Kind == model.DateLine && p.dateLine(f.Text):
	default:
		p.set(f.Kind, f.Text)
	}
	return true
}

// isContainer reports whether n means nothing by itself.
func isContainer(n *html.Node) bool {
	switch n.Data {
	case "div", "section", "article", "main", "center", "header", "figure":
		return true
	}
	return false
}

// tidy makes of content what Markdown can say: no title, no tables for layout, no links that lead nowhere.
func (w *webPage) tidy(content *html.Node, a *model.Article) {
	titled := false
	for _, n := range elements(content, func(n *html.Node) bool { return isNoText(n) || isTitleOf(n, a) }) {
		again := isTitleOf(n, a)
		if !again || !titled {
			remove(n)
		}
		titled = titled || again
	}
	for _, n := range elements(content, named("table")) {
		if !isData(n) {
			unwrapTable(n)
		}
	}
	for _, n := range elements(content, named("a")) {
		w.tidyLink(n)
	}
	clean := strings.NewReplacer(mark, "\uFFFD", "\a", "␇", "\uF002", "\uFFFD") // the last two mean something to the converter.
	for d := range content.Descendants() {
		if d.Type != html.TextNode {
			continue
		}
		d.Data = clean.Replace(d.Data)
		if !hasAncestor(d, named("pre", "code")) { // elsewhere the converter leaves entities to be decoded once more.
			d.Data = strings.ReplaceAll(d.Data, "&", "&amp;")
		}
	}
}

// isNoText reports whether n is not to be read in the text: what only other programs are to see, numbers of references.
func isNoText(n *html.Node) bool {
	if n.Data == "hr" || isBlock(n.Data) && sizeOf(n) == len("by") && strings.EqualFold(textOf(n), "by") {
		return true // what the extractor left of a byline
	}
	return hasAttribute(n, "hidden") || attribute(n, "aria-hidden") == "true" || n.Data == "sup" && hasToken(n, func(token string) bool { return token == "reference" }) ||
		anyToken(strings.ReplaceAll(attribute(n, "class"), "-", ""), func(token string) bool {
			return token == "visuallyhidden" || token == "sronly" || token == "screenreadertext"
		})
}

// isTitleOf reports whether n is the title of a once more.
func isTitleOf(n *html.Node, a *model.Article) bool {
	switch n.Data {
	case "h1", "h2", "h3", "b", "strong", "big":
		return a.Title != "" && sameTitle(SanitizeLine(textOf(n)), a.Title)
	}
	return false
}

// tidyLink makes the target of a link absolute, or takes the link off its text.
func (w *webPage) tidyLink(n *html.Node) {
	to, ok := w.resolve(attribute(n, "href"))
	if ok && textOf(n) != "" && !strings.HasPrefix(attribute(n, "href"), "#") {
		n.Attr = []html.Attribute{{Key: "href", Val: to}}
		return
	}
	rename(n, "span", atom.Span)
}

func rename(n *html.Node, name string, a atom.Atom) { n.Data, n.DataAtom, n.Attr = name, a, nil }

// isData reports whether a table holds data, in rows of short cells, rather than a layout.
func isData(n *html.Node) bool {
	if holds(n, named("table")) {
		return false
	}
	rows, cells, size := len(elements(n, named("tr"))), 0, 0
	for _, cell := range elements(n, named("td", "th")) {
		cells++
		size += len(textOf(cell))
		if len(elements(cell, named("p", "div", "h1", "h2", "ul"))) > 1 {
			return false
		}
	}
	const short = 200 // bytes of a cell
	return rows > 0 && cells >= 2*rows-1 && cells > 1 && size < short*cells
}

// unwrapTable makes mere blocks of the parts of a table.
func unwrapTable(n *html.Node) {
	for _, part := range elements(n, func(n *html.Node) bool { return isTablePart(n.Data) }) {
		rename(part, "div", atom.Div)
	}
	rename(n, "div", atom.Div)
}
