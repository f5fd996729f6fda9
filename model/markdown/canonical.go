package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"reader/model"
)

// The caps of canonical Markdown: a renderer's time grows steeply beyond them.
const (
	MaxDepth = 16   // of quotes and lists in each other
	MaxRows  = 2000 // of a table; the others become paragraphs
)

// Block is a block of the outermost level, in canonical Markdown.
type Block struct {
	Markdown string
	Text     string // its plain text, "" for a rule
	Kind     model.BlockKind
}

// Canonical brings any Markdown into canonical form: entities and escapes decoded, then cleaned by clean, then
// written so that every renderer shows what the plain text says; one notation for each construct; line ends
// inside paragraphs are blanks. Of HTML the text is kept, and of links that lead to http, https or mailto
// the target; of others with a scheme the target is shown behind the text. Pictures without an alternative text go.
// Its time is that of the parser.
func Canonical(source string, clean func(string) string) []Block {
	w := writer{source: []byte(source), clean: clean}
	root := parse(w.source)
	w.used = usedReferences(root)
	var out []Block
	add := func(kind model.BlockKind, fill func() bool) {
		w.out, w.text = w.out[:0], w.text[:0]
		if fill() {
			out = append(out, Block{Markdown: string(w.out), Text: string(w.text), Kind: kind})
		}
	}
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if html, ok := n.(*ast.HTMLBlock); ok {
			for _, p := range HTMLParagraphs(htmlSource(html, w.source)) {
				add(model.Paragraph, func() bool { return w.plain(p) })
			}
			continue
		}
		add(kindOf(n), func() bool { return w.block(n) })
	}
	return out
}

// Join parses the blocks as one document. A block which, for some oddity of the syntax, would not show its
// text becomes paragraphs of plain text.
func Join(blocks []Block) *Document {
	text := joined(blocks, func(b Block) string { return b.Text })
	doc := Parse(joined(blocks, func(b Block) string { return b.Markdown }))
	if doc.Text == text {
		return doc
	}
	doc = Parse(joined(blocks, func(b Block) string {
		if Parse(b.Markdown).Text == b.Text {
			return b.Markdown
		}
		return Escape(b.Text)
	}))
	if doc.Text == text {
		return doc
	}
	return Parse(Escape(text))
}

func joined(blocks []Block, part func(Block) string) string {
	var out strings.Builder
	for _, b := range blocks {
		s := part(b)
		if s != "" && out.Len() > 0 {
			out.WriteString("\n\n")
		}
		out.WriteString(s)
	}
	return out.String()
}

func kindOf(n ast.Node) model.BlockKind {
	switch n.(type) {
	case *ast.Heading:
		return model.Heading
	case *ast.List:
		return model.Item
	case *ast.Blockquote:
		return model.Quotation
	case *ast.FencedCodeBlock, *ast.CodeBlock:
		return model.Code
	case *east.Table:
		return model.Row
	default:
		return model.Paragraph
	}
}

// usedReferences returns the link reference definitions that a link in root uses, by label.
func usedReferences(root ast.Node) map[string]bool {
	used := map[string]bool{}
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		var ref *ast.ReferenceLink
		switch n := n.(type) {
		case *ast.Link:
			ref = n.Reference
		case *ast.Image:
			ref = n.Reference
		}
		if ref != nil && entering {
			used[referenceKey(ref.Value)] = true
		}
		return ast.WalkContinue, nil
	})
	return used
}
