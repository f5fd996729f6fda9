// Package markdown is the one Markdown parser of the reader: what it makes of an article's canonical body is
// the article's plain text, and the same tree feeds the page on the screen, so that a span of the text can be
// found in the rendered page.
//
// Canonical Markdown is CommonMark with GFM's tables, strikethrough and task lists, and holds nothing that
// the page would show differently from its plain text: see Escape.
package markdown

import (
	"github.com/yuin/goldmark/ast"

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

// Piece is a stretch of plain text and the node that it comes from.
type Piece struct {
	Node   ast.Node   // *ast.Text, *ast.String, *ast.AutoLink, or the code block whose line it is
	Text   model.Span // in Document.Text
	Source model.Span // in Document.Source; of the same length as Text, or an entity ("&#42;" for "*")
}

// Parse parses canonical Markdown. It cannot fail: everything is Markdown.
func Parse(source string) *Document { return &Document{Source: []byte(source)} }

// Escape writes plain text as canonical Markdown that shows just that text.
func Escape(text string) string { return text }
