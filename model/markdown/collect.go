package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"reader/model"
)

// collector walks a syntax tree and gathers its plain text, blocks and pieces.
type collector struct {
	doc  Document
	text []byte
}

// container is what a leaf block stands in.
type container struct {
	kind  model.BlockKind
	level uint8
}

func (in container) nest(kind model.BlockKind) container {
	return container{kind, min(in.level+1, 255-1)}
}

func (c *collector) block(n ast.Node, in container) {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		c.leaf(in.kind, in.level, func() { c.inline(n) })
	case *ast.Heading:
		c.leaf(model.Heading, uint8(n.Level), func() { c.inline(n) })
	case *ast.FencedCodeBlock, *ast.CodeBlock:
		c.leaf(model.Code, 0, func() { c.code(n) })
	case *east.TableHeader, *east.TableRow:
		c.leaf(model.Row, 0, func() { c.cells(n) })
	case *ast.Blockquote:
		c.blocks(n, in.nest(model.Quotation))
	case *ast.ListItem:
		c.blocks(n, in.nest(model.Item))
	default:
		c.blocks(n, in)
	}
}

func (c *collector) blocks(n ast.Node, in container) {
	if n.Type() == ast.TypeInline {
		return
	}
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		c.block(child, in)
	}
}

// leaf adds the block that fill writes, unless fill writes nothing.
func (c *collector) leaf(kind model.BlockKind, level uint8, fill func()) {
	before := len(c.text)
	if before > 0 {
		c.text = append(c.text, "\n\n"...)
	}
	start := len(c.text)
	fill()
	if len(c.text) == start {
		c.text = c.text[:before]
		return
	}
	c.doc.Blocks = append(c.doc.Blocks, model.Block{Span: span(start, len(c.text)), Kind: kind, Level: level})
}

// cells adds the cells of a row that are not empty, parted by line ends.
func (c *collector) cells(row ast.Node) {
	start := len(c.text)
	for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
		before := len(c.text)
		if before > start {
			c.text = append(c.text, '\n')
		}
		at := len(c.text)
		c.inline(cell)
		if len(c.text) == at {
			c.text = c.text[:before]
		}
	}
}

func (c *collector) code(n ast.Node) {
	for i, lines := 0, n.Lines(); i < lines.Len(); i++ {
		if i > 0 {
			c.text = append(c.text, '\n')
		}
		line := lines.At(i)
		c.text = append(c.text, bytes.Repeat([]byte{' '}, line.Padding)...)
		c.piece(n, line.Start, line.Start+len(bytes.TrimRight(c.doc.Source[line.Start:line.Stop], "\n")))
	}
}

func (c *collector) inline(n ast.Node) {
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		switch child := child.(type) {
		case *ast.Text:
			c.textNode(child)
		case *ast.AutoLink:
			start, label := label(child, c.doc.Source)
			c.piece(child, start, start+len(label))
		default:
			c.inline(child)
		}
	}
}

func (c *collector) textNode(n *ast.Text) {
	start, stop := n.Segment.Start, n.Segment.Stop
	if n.Parent().Kind() == ast.KindCodeSpan {
		stop -= len(c.doc.Source[start:stop]) - len(bytes.TrimRight(c.doc.Source[start:stop], "\n"))
		c.piece(n, start, stop)
		if stop < n.Segment.Stop {
			c.text = append(c.text, ' ')
		}
		return
	}
	for start < stop {
		next, decoded := nextEscape(c.doc.Source[:stop], start)
		c.piece(n, start, next)
		start = next
		if decoded.size > 0 {
			at := len(c.text)
			c.text = append(c.text, decoded.text...)
			c.addPiece(n, span(at, len(c.text)), span(next, next+decoded.size))
			start += decoded.size
		}
	}
	switch {
	case n.HardLineBreak():
		c.text = append(c.text, '\n')
	case n.SoftLineBreak():
		c.text = append(c.text, ' ')
	}
}

// piece adds the source from start to stop as it stands.
func (c *collector) piece(n ast.Node, start, stop int) {
	at := len(c.text)
	c.text = append(c.text, c.doc.Source[start:stop]...)
	c.addPiece(n, span(at, len(c.text)), span(start, stop))
}

func (c *collector) addPiece(n ast.Node, text, source model.Span) {
	if !text.Empty() {
		c.doc.Pieces = append(c.doc.Pieces, Piece{Node: n, Text: text, Source: source})
	}
}

// label returns what an address in the text reads, and where it stands in source.
func label(n *ast.AutoLink, source []byte) (start int, label []byte) {
	label = n.Label(source)
	// The node starts at its first character, or at the blank or bracket before it.
	start = max(n.Pos(), 0)
	return start + max(bytes.Index(source[start:], label), 0), label
}

func span(start, end int) model.Span { return model.Span{Start: uint32(start), End: uint32(end)} }
