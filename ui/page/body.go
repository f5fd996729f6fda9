package page

import (
	"reader/model"
	"reader/model/markdown"

	"github.com/yuin/goldmark/ast"
)

// What glamour gets to see at most, so that a page takes well under 500 ms: it wraps the text once for every
// level of nesting, and measures every cell of a table several times.
const (
	longestBody   = 200 << 10 // bytes of Markdown
	deepestBody   = 24        // levels of blocks
	largestTables = 20 << 10  // bytes of text in tables
)

// body returns the lines of the body, and what to tell the reader about them, if anything.
func (s *setter) body() (lines *sheet, notice string) {
	a := s.article
	if len(a.Markdown) > longestBody {
		return s.plain(), "This article is shown as plain text, because it is very long."
	}
	doc := markdown.Parse(a.Markdown)
	if len(doc.Text) != len(s.page.body) {
		return s.plain(), "" // made by hand, without Markdown.
	}
	if !renderable(doc) {
		return s.plain(), "This article is shown as plain text, because its layout is too complex."
	}
	return s.glamour(doc)
}

// renderable reports whether doc is within the bounds above.
func renderable(doc *markdown.Document) bool {
	depth, ok := 0, true
	_ = ast.Walk(doc.Root, func(_ ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			depth--
			return ast.WalkContinue, nil
		}
		depth++
		ok = ok && depth <= deepestBody
		return ast.WalkContinue, nil
	})
	inTables := 0
	for _, b := range doc.Blocks {
		if b.Kind == model.Row {
			inTables += b.Span.Len()
		}
	}
	return ok && inTables <= largestTables
}
