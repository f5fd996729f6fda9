package source

import (
	"fmt"
	"net/url"
	"strings"
	"unicode"

	"github.com/JohannesKaufmann/html-to-markdown/v2/converter"
	plugin "github.com/JohannesKaufmann/html-to-markdown/v2/plugin/base"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/commonmark"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/table"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"reader/model/markdown"
)

// maxFragment is the size in bytes up to which HTML keeps its marks; of more than that the text is read.
const maxFragment = 512 << 10

// fragment returns the text of a fragment of HTML in canonical blocks, links resolved against base (which may be nil),
// and apart from it what pictures show: their captions, or else their alternative texts. HTML that is too large or too
// deep for its parser becomes paragraphs of its words.
func fragment(source string, base *url.URL) (blocks []markdown.Block, captions []string) {
	if len(source) > maxFragment {
		return bareBlocks(source), nil
	}
	nodes, err := html.ParseFragment(strings.NewReader(source), &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body})
	if err != nil {
		return bareBlocks(source), nil
	}
	root := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
	for _, n := range nodes {
		root.AppendChild(n)
	}
	c := cleaner{base: base, hide: strings.NewReplacer(hidden()...)}
	c.children(root)
	text, err := converter.NewConverter(converter.WithPlugins(plugin.NewBasePlugin(), commonmark.NewCommonmarkPlugin(), table.NewTablePlugin())).ConvertNode(root)
	if err != nil {
		return bareBlocks(source), nil
	}
	return markdownBlocks(strings.NewReplacer(shown()...).Replace(string(text))), c.captions
}

// marks are characters that mean something in Markdown, and that the converter does not escape wherever they do.
const marks = "\\&~*_`[]<|"

// hidden returns what hides the marks of a text from the converter and from Markdown, in pairs for a replacer: behind
// characters that no text has.
func hidden() []string {
	pairs := make([]string, 0, 4*len(marks))
	for i := range len(marks) {
		pairs = append(pairs, string(rune(0xfdd0+i)), "\uFFFD", marks[i:i+1], string(rune(0xfdd0+i)))
	}
	return pairs
}

// shown returns what makes entities of hidden marks.
func shown() []string {
	pairs := make([]string, 0, 2*len(marks))
	for i := range len(marks) {
		pairs = append(pairs, string(rune(0xfdd0+i)), fmt.Sprintf("&#%d;", marks[i]))
	}
	return pairs
}

// bareBlocks returns the paragraphs of a fragment of HTML without their marks. It costs a small part of what fragment does.
func bareBlocks(source string) []markdown.Block {
	text, _ := splitLines(strings.Join(markdown.HTMLParagraphs(source), "\n\n"))
	return plainBlocks(text)
}

// markdownBlocks returns the canonical blocks of Markdown.
func markdownBlocks(text string) []markdown.Block {
	text, _ = splitLines(unixLines(text))
	return markdown.Canonical(tame(text), new(sanitizer).clean)
}

// cleaner takes out of a tree what is no text of an article, and completes its links.
type cleaner struct {
	base     *url.URL
	hide     *strings.Replacer
	captions []string
}

func (c *cleaner) children(n *html.Node) {
	for child := n.FirstChild; child != nil; {
		next := child.NextSibling
		if !c.keep(child) {
			n.RemoveChild(child)
		}
		child = next
	}
}

// keep reports whether n stays in the tree, and cleans what is in it.
func (c *cleaner) keep(n *html.Node) bool {
	if n.Type == html.TextNode {
		n.Data = c.hide.Replace(n.Data)
		return true
	}
	if n.Type != html.ElementNode {
		return false
	}
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Iframe, atom.Noscript, atom.Object, atom.Embed, atom.Audio, atom.Video, atom.Svg, atom.Form, atom.Button, atom.Input, atom.Template, atom.Head:
		return false
	case atom.Img:
		return c.picture(n)
	case atom.Figure:
		c.figure(n)
	case atom.A:
		c.link(n)
		c.children(n)
	case atom.Code, atom.Pre, atom.Kbd, atom.Samp, atom.Tt: // where marks mean nothing
	case atom.Summary, atom.Legend, atom.Option: // which the converter would put into the words beside them
		n.DataAtom, n.Data = atom.Div, "div"
		c.children(n)
	default:
		c.children(n)
	}
	return true
}

// picture takes the alternative text of a picture for its caption. One that is a mere sign, an emoji, stands in the
// text instead.
func (c *cleaner) picture(n *html.Node) bool {
	alt := strings.Join(strings.Fields(Sanitize(attributeOf(n, "alt"))), " ")
	switch {
	case alt == "":
		return false
	case strings.ContainsFunc(alt, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }):
		c.captions = append(c.captions, alt)
		return false
	}
	*n = html.Node{Type: html.TextNode, Data: alt, Parent: n.Parent, PrevSibling: n.PrevSibling, NextSibling: n.NextSibling}
	return true
}

// figure takes the captions out of a figure, and leaves the alternative texts of the pictures that they are for.
func (c *cleaner) figure(n *html.Node) {
	before := len(c.captions)
	c.children(n)
	var said []string
	for d := range n.Descendants() {
		if d.DataAtom == atom.Figcaption {
			if s := textOf(d); s != "" {
				said = append(said, s)
			}
		}
	}
	if len(said) == 0 {
		return
	}
	c.captions = append(c.captions[:before], said...)
	c.removeCaptions(n)
}

func (c *cleaner) removeCaptions(n *html.Node) {
	for child := n.FirstChild; child != nil; {
		next := child.NextSibling
		if child.DataAtom == atom.Figcaption {
			n.RemoveChild(child)
		} else {
			c.removeCaptions(child)
		}
		child = next
	}
}

// link completes the target of a link.
func (c *cleaner) link(n *html.Node) {
	for i := range n.Attr {
		a := &n.Attr[i]
		if a.Key != "href" {
			continue
		}
		if u, err := url.Parse(strings.TrimSpace(a.Val)); err == nil && c.base != nil {
			a.Val = c.base.ResolveReference(u).String()
		}
	}
}

func attributeOf(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// textOf returns the text in n, sanitised, on one line.
func textOf(n *html.Node) string {
	var out strings.Builder
	for d := range n.Descendants() {
		switch {
		case d.Type == html.TextNode:
			out.WriteString(d.Data)
		case d.DataAtom == atom.Br, d.DataAtom == atom.P, d.DataAtom == atom.Div:
			out.WriteByte(' ')
		}
	}
	return SanitizeLine(out.String())
}
