package page

import (
	"reader/model"
	"reader/model/markdown"

	"github.com/yuin/goldmark/ast"
)

// What glamour gets to see at most, so that a page takes well under 500 ms.
const (
	longestBody   = 200 << 10 // bytes of Markdown
	deepestBody   = 40        // blocks in blocks: 16 lists, with their items, and some more
	mostWork      = 1_500_000 // see work; about 200 ms
	largestTables = 20 << 10  // bytes of text in tables: every cell is measured several times
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
	inTables := 0
	for _, b := range doc.Blocks {
		if b.Kind == model.Row {
			inTables += b.Span.Len()
		}
	}
	sum, ok := work(doc.Root, 1)
	return ok && sum <= mostWork && inTables <= largestTables
}

// work estimates what it takes to lay out n, which is depth blocks deep: glamour handles every byte, and some that
// it adds to every block, once for each block around it. It fails for what is nested too deep to look into.
func work(n ast.Node, depth int) (sum int, ok bool) {
	const added = 60
	if depth > deepestBody {
		return 0, false
	}
	child := n.FirstChild()
	if child == nil || child.Type() == ast.TypeInline {
		size := added
		if lines := n.Lines(); lines != nil {
			for i := range lines.Len() {
				line := lines.At(i)
				size += line.Len()
			}
		}
		return size * depth, true
	}
	for ; child != nil; child = child.NextSibling() {
		more, ok := work(child, depth+1)
		if sum += more; !ok || sum > mostWork {
			return sum, ok
		}
	}
	return sum, true
}
