package source

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// tidy makes of the tree what Markdown can say: no title, no tables for layout, no links that lead nowhere.
func (c *conversion) tidy() {
	titled := false
	for _, n := range elements(c.content, func(n *html.Node) bool { return isNoText(n) || isTitleOf(n, c.title) }) {
		again := isTitleOf(n, c.title)
		if !again || !titled {
			remove(n)
		}
		titled = titled || again
	}
	for _, n := range elements(c.content, named("table")) {
		if !isData(n) {
			unwrapTable(n)
		}
	}
	for _, n := range elements(c.content, named("summary", "legend")) {
		rename(n, "div", atom.Div) // the converter would put it into the words beside it
	}
	for _, n := range elements(c.content, named("a")) {
		c.tidyLink(n)
	}
}

// isNoText reports whether n is not to be read in the text: what only other programs are to see, numbers of references.
func isNoText(n *html.Node) bool {
	if n.Data == "hr" || n.Data == "button" || isBlock(n.Data) && sizeOf(n) == len("by") && strings.EqualFold(textOf(n), "by") {
		return true // what the extractor left of a byline
	}
	return hasAttribute(n, "hidden") || attribute(n, "aria-hidden") == "true" || n.Data == "sup" && hasToken(n, func(token string) bool { return token == "reference" }) ||
		anyToken(strings.ReplaceAll(attribute(n, "class"), "-", ""), func(token string) bool {
			return token == "visuallyhidden" || token == "sronly" || token == "screenreadertext"
		})
}

// isTitleOf reports whether n is the title once more.
func isTitleOf(n *html.Node, title string) bool {
	switch n.Data {
	case "h1", "h2", "h3":
	case "b", "strong", "big":
		if !hasOwnLine(n) {
			return false // words of a sentence
		}
	default:
		return false
	}
	return title != "" && sameTitle(SanitizeLine(textOf(n)), title)
}

// tidyLink makes the target of a link absolute, or takes the link off its text.
func (c *conversion) tidyLink(n *html.Node) {
	ref := attribute(n, "href")
	to, ok := linkTarget(c.from, ref)
	if ok && textOf(n) != "" && ref != "" && !strings.HasPrefix(ref, "#") {
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
	columns := cells >= 2*rows-1 || holds(n, named("th"))
	return rows > 0 && columns && cells > 1 && size < short*cells
}

// unwrapTable makes mere blocks of the parts of a table.
func unwrapTable(n *html.Node) {
	for _, part := range elements(n, func(n *html.Node) bool { return isTablePart(n.Data) }) {
		rename(part, "div", atom.Div)
	}
	rename(n, "div", atom.Div)
}

// linkTarget returns the address that ref stands for, seen from the address from, which may be nil, if it leads anywhere.
func linkTarget(from *url.URL, ref string) (string, bool) {
	to, err := url.Parse(strings.TrimSpace(ref))
	if err != nil {
		return "", false
	}
	if from != nil {
		to = from.ResolveReference(to)
	}
	if to.Scheme == "mailto" && to.Opaque != "" {
		return to.String(), true
	}
	return webAddress(to.String())
}
