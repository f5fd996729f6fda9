package source

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// attribute returns the value of an attribute of n, or "".
func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasAttribute(n *html.Node, key string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
}

// textOf returns the text in n on one line, as it stands, with a blank between blocks.
func textOf(n *html.Node) string {
	var out strings.Builder
	appendText(&out, n)
	return strings.Join(strings.Fields(out.String()), " ")
}

func appendText(out *strings.Builder, n *html.Node) {
	if n.Type == html.TextNode {
		out.WriteString(n.Data)
		return
	}
	block := n.Type == html.ElementNode && (isBlock(n.Data) || n.Data == "br")
	if block {
		out.WriteByte(' ')
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		appendText(out, c)
	}
	if block {
		out.WriteByte(' ')
	}
}

// elements returns the elements in n that are chosen, in their order.
func elements(n *html.Node, chosen func(*html.Node) bool) []*html.Node {
	var out []*html.Node
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && chosen(d) {
			out = append(out, d)
		}
	}
	return out
}

// named returns a choice of elements by their names.
func named(names ...string) func(*html.Node) bool {
	return func(n *html.Node) bool { return slices.Contains(names, n.Data) }
}

// remove takes n out of its page.
func remove(n *html.Node) {
	if n.Parent != nil {
		n.Parent.RemoveChild(n)
	}
}

// firstElement returns the first element in n of this name, or nil.
func firstElement(n *html.Node, name string) *html.Node {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.Data == name {
			return d
		}
	}
	return nil
}

// sizeOf returns how much text is in n, in bytes.
func sizeOf(n *html.Node) int {
	size := 0
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			size += len(strings.TrimSpace(d.Data))
		}
	}
	return size
}

// holds reports whether a chosen element stands in n.
func holds(n *html.Node, chosen func(*html.Node) bool) bool {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && chosen(d) {
			return true
		}
	}
	return false
}

// hasAncestor reports whether n stands in a chosen element.
func hasAncestor(n *html.Node, chosen func(*html.Node) bool) bool {
	for up := range n.Ancestors() {
		if up.Type == html.ElementNode && chosen(up) {
			return true
		}
	}
	return false
}
