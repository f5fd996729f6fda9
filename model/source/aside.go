package source

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"reader/model"
	"reader/model/markdown"
)

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

// standsAlone reports whether n is a line of its own in a paragraph or a box.
func standsAlone(n *html.Node) bool {
	return hasOwnLine(n) && n.Parent != nil && (isContainer(n.Parent) || n.Parent.Data == "p")
}

// hasOwnLine reports whether there is no text on either side of n in its line.
func hasOwnLine(n *html.Node) bool {
	for ; n.Parent != nil; n = n.Parent {
		before, after := n.PrevSibling, n.NextSibling
		for before != nil && isBlank(before) {
			before = before.PrevSibling
		}
		for after != nil && isBlank(after) {
			after = after.NextSibling
		}
		if before != nil && !endsLine(before) || after != nil && !endsLine(after) {
			return false
		}
		if before != nil && after != nil || isBlock(n.Parent.Data) {
			return true
		}
	}
	return true
}

func isBlank(n *html.Node) bool { return n.Type == html.TextNode && strings.TrimSpace(n.Data) == "" }

func endsLine(n *html.Node) bool { return isBlock(n.Data) || n.Data == "br" }

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

// takeFurniture takes the furniture out of the tree.
func (c *conversion) takeFurniture() {
	for _, n := range elements(c.content, isAside) {
		if hasAncestor(n, func(up *html.Node) bool { return up == c.content }) { // else it stood in what was taken out already
			c.takeOut(n)
		}
	}
}

// takeOut takes furniture out of the tree, and leaves a mark in its place if it says something.
func (c *conversion) takeOut(n *html.Node) {
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
	c.marked = append(c.marked, model.Furniture{Kind: kind, Text: text})
	paragraph := &html.Node{Type: html.ElementNode, Data: "p", DataAtom: atom.P}
	paragraph.AppendChild(&html.Node{Type: html.TextNode, Data: mark + strconv.Itoa(len(c.marked)-1) + mark})
	place := n
	for up := n.Parent; up != c.content; up = up.Parent {
		if !isContainer(up) {
			place = up
		}
	}
	place.Parent.InsertBefore(paragraph, place)
	remove(n)
}

// isMark reports whether b marks where furniture stood.
func isMark(b markdown.Block) bool { return strings.HasPrefix(b.Text, mark) }

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
	case f.Kind == model.Caption && p.says(f.Text):
	default:
		p.set(f.Kind, f.Text)
	}
	return true
}

// says reports whether the title or a caption is text already.
func (p *page) says(text string) bool {
	return sameTitle(text, p.article.Title) || slices.ContainsFunc(p.aside, func(f placed) bool { return f.Kind == model.Caption && f.Text == text })
}

// isContainer reports whether n means nothing by itself.
func isContainer(n *html.Node) bool {
	switch n.Data {
	case "div", "section", "article", "main", "center", "header", "figure":
		return true
	}
	return false
}
