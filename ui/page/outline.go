package page

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"reader/model/markdown"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/yuin/goldmark/ast"
	astext "github.com/yuin/goldmark/extension/ast"
)

// outline copies the tree of an article's Markdown into one for glamour to render: the same blocks, but the
// text of each is one node that glamour prints as it stands. Styles and links are left out: the atoms know them.
type outline struct {
	*setter
	markdown []byte
	pieces   []markdown.Piece // by place; those before met are in the copy
	met      int
	atoms    []atom
	next     lead // of the next block with text
	flat     bool // tables are lines
}

// frame is where a block stands.
type frame struct {
	parent ast.Node // in the new tree
	col    int      // columns left of it
	room   int      // columns for it
	tight  bool     // in a list without empty lines
}

// leastRoom is how narrow a block may become by nesting; below, it is not indented any more.
const leastRoom = 8

// inside returns the frame for blocks in node, which takes cols columns.
func (f frame) inside(node ast.Node, cols int) frame {
	f.parent.AppendChild(f.parent, node)
	return frame{node, f.col + cols, f.room - cols, f.tight}
}

// blocks copies the children of n.
func (o *outline) blocks(n ast.Node, f frame) {
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		o.block(child, f)
	}
}

func (o *outline) block(n ast.Node, f frame) {
	switch n := n.(type) {
	case *ast.Heading:
		o.leaf(n, ast.NewHeading(n.Level), f, o.inks.style(o.theme.Heading))
	case *ast.Paragraph, *ast.TextBlock:
		o.leaf(n, ast.NewParagraph(), f, plain)
	case *ast.Blockquote:
		if f.room-barWidth >= leastRoom {
			f = f.inside(ast.NewBlockquote(), barWidth)
		}
		f.tight = false
		o.blocks(n, f)
	case *ast.List:
		o.list(n, f)
	case *ast.FencedCodeBlock, *ast.CodeBlock:
		if f.room-itemWidth >= leastRoom {
			f = f.inside(ast.NewList('-'), itemWidth)
		}
		o.leaf(n, ast.NewParagraph(), f, o.inks.style(o.theme.Code))
	case *ast.ThematicBreak:
		c := o.begin(f)
		c.WriteString(strings.Repeat("─", min(f.room, ruleWidth)))
		o.end(c, ast.NewParagraph(), f.parent)
	case *astext.Table:
		o.table(n, f)
	default:
		if n.Type() == ast.TypeBlock {
			o.blocks(n, f)
		}
	}
}

// list copies the items of n, each as a block of its own that hangs beside its bullet.
func (o *outline) list(n *ast.List, f frame) {
	nested, i := f.tight, 0
	cols := listWidth(n)
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		in := f
		if f.room-cols >= leastRoom {
			o.next.labels = append(o.next.labels, label{f.col, itemLabel(n, item, i), cols})
			for range cols / itemWidth {
				in = in.inside(ast.NewList('-'), itemWidth)
			}
		}
		o.next.tight = i == 0 && nested || i > 0 && n.IsTight
		in.tight = n.IsTight
		if item.FirstChild() == nil {
			o.end(o.begin(in), ast.NewParagraph(), in.parent)
		}
		o.blocks(item, in)
		o.next = lead{}
		i++
	}
}

// itemLabel returns what stands before item, which is number i of list, from 0.
func itemLabel(list *ast.List, item ast.Node, i int) string {
	box := checkBox(item)
	switch {
	case box != nil && box.IsChecked:
		return "[x]"
	case box != nil:
		return "[ ]"
	case list.IsOrdered():
		return strconv.Itoa(list.Start+i) + "."
	default:
		return "•"
	}
}

// listWidth returns the columns for the labels of list and a blank.
func listWidth(list *ast.List) int {
	longest, i := 0, 0
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		longest = max(longest, utf8.RuneCountInString(itemLabel(list, item, i)))
		i++
	}
	return (longest + itemWidth) / itemWidth * itemWidth
}

// checkBox returns the check box of a task, or nil.
func checkBox(item ast.Node) *astext.TaskCheckBox {
	if first := item.FirstChild(); first != nil {
		box, _ := first.FirstChild().(*astext.TaskCheckBox)
		return box
	}
	return nil
}

// leaf copies the block n, which has text, as node.
func (o *outline) leaf(n, node ast.Node, f frame, base uint16) {
	code := n.Kind() == ast.KindCodeBlock || n.Kind() == ast.KindFencedCodeBlock
	var runs []run
	if code {
		runs = o.take(n, base)
	} else {
		runs = o.inline(n, base)
	}
	if len(runs) == 0 && len(o.next.labels) == 0 {
		return
	}
	c := o.begin(f)
	o.text(c, runs, code)
	o.end(c, node, f.parent)
}

// begin returns a composer for a block, with its lead written.
func (o *outline) begin(f frame) *composer {
	c := &composer{atoms: &o.atoms, room: f.room}
	l := o.next
	c.put(atom{lead: &l})
	o.next = lead{}
	return c
}

// end puts what c has written into node, and node under parent.
func (o *outline) end(c *composer, node, parent ast.Node) {
	node.AppendChild(node, c.node())
	parent.AppendChild(parent, node)
}

// leastCell is how many columns of the page a column of a table wants; with less, the table is shown as lines.
const leastCell = 8

// table copies n. Its first row is a row like the others with a rule below: glamour would cut a header short.
func (o *outline) table(n *astext.Table, f frame) {
	if o.flat || f.room < leastCell*len(n.Alignments) {
		for row := n.FirstChild(); row != nil; row = row.NextSibling() {
			o.leaf(row, ast.NewParagraph(), f, plain)
			o.next.tight = true
		}
		o.next = lead{}
		return
	}
	table := astext.NewTable()
	table.Alignments = n.Alignments
	f.parent.AppendChild(f.parent, table)
	base := o.inks.style(uv.Style{Attrs: uv.AttrBold})
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		to := astext.NewTableRow(n.Alignments)
		table.AppendChild(table, to)
		if above := row.PreviousSibling(); above != nil {
			o.next.tight = true
			base = plain
			if above.PreviousSibling() == nil {
				o.next.rule = &rule{f.col, f.room}
			}
		}
		c := o.begin(f)
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			c.cell = true
			o.text(c, o.inline(cell, base), false)
			o.end(c, astext.NewTableCell(), to)
			c = &composer{atoms: &o.atoms, room: f.room}
		}
	}
}
