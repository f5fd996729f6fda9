// Package markdown is the one Markdown parser of the reader: what it makes of an article's canonical body is
// the article's plain text, and the same tree feeds the page on the screen, so that a span of the text can be
// found in the rendered page.
//
// Canonical Markdown is CommonMark with GFM's tables, strikethrough and task lists, and holds nothing that
// the page would show differently from its plain text: see Canonical and Escape.
package markdown

import (
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"reader/model"
)

// Document is canonical Markdown, parsed.
type Document struct {
	Source []byte
	Root   ast.Node
	Text   string        // the plain text
	Blocks []model.Block // the leaf blocks of Text
	Pieces []Piece       // the inline text of Root, by place; what lies between is line ends and blanks
}

// Piece is a stretch of plain text and the node that it comes from. A node has more than one piece where an
// entity or an escape stands in it.
type Piece struct {
	// Node is an *ast.Text (in a code span, a child of it; in an image, a child of its alternative text), an
	// *ast.AutoLink, or the code block whose line it is. Its parents tell what it stands in.
	Node   ast.Node
	Text   model.Span // in Document.Text
	Source model.Span // in Document.Source; of the same length as Text, or an entity ("&#42;" for "*") or "\\"
}

// Parse parses canonical Markdown. It cannot fail: everything is Markdown. Raw HTML has no plain text;
// a soft line break is a space, a hard one "\n".
func Parse(source string) *Document {
	c := collector{doc: Document{Source: []byte(source)}}
	c.doc.Root = parse(c.doc.Source)
	c.text = make([]byte, 0, len(source))
	c.block(c.doc.Root, container{})
	c.doc.Text = string(c.text)
	if c.doc.Text == source {
		c.doc.Text = source // one string in memory, not two.
	}
	return &c.doc
}

// parse returns the syntax tree of source.
func parse(source []byte) ast.Node {
	return goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser().Parse(text.NewReader(source))
}
