package page

import (
	"bytes"

	"reader/model/markdown"

	"charm.land/glamour/v2/ansi"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// Columns that the bar of a quotation and the bullet of an item take, and those of a rule.
const (
	barWidth  = 2
	itemWidth = 2
	ruleWidth = 20
)

// layout is the style that glamour gets: what stands where. Colours are laid over afterwards, with the spans,
// which takes half the time. Glamour writes an indent token for each column of margin, and subtracts twice the
// margin from the width: two columns a token, then.
func layout() ansi.StyleConfig {
	one, bar, blanks := uint(1), "│ ", "  "
	return ansi.StyleConfig{
		BlockQuote: ansi.StyleBlock{Margin: &one, IndentToken: &bar},
		List:       ansi.StyleList{StyleBlock: ansi.StyleBlock{Margin: &one, IndentToken: &blanks}},
	}
}

// glamour returns the lines of doc as glamour lays them out. Where columns of a table get so narrow that
// words are cut off, all is done again with the tables as lines.
func (s *setter) glamour(doc *markdown.Document) (lines *sheet, notice string) {
	for _, flat := range []bool{false, true} {
		o := &outline{setter: s, markdown: doc.Source, pieces: doc.Pieces, flat: flat}
		root := ast.NewDocument()
		o.blocks(doc.Root, frame{parent: root, room: s.width})
		options := ansi.Options{WordWrap: s.width, PreserveNewLines: true, Styles: layout()}
		r := renderer.NewRenderer(renderer.WithNodeRenderers(util.Prioritized(ansi.NewRenderer(options), 1)))
		var out bytes.Buffer
		if err := r.Render(&out, doc.Source, root); err != nil || o.met < len(o.pieces) {
			break
		}
		if lines, complete := s.scan(out.String(), o.atoms); complete {
			return lines, ""
		}
	}
	return s.plain(), "This article is shown as plain text, because its layout is not understood."
}
