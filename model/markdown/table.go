package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

func (w *writer) table(n *east.Table) bool {
	rows, wrote := 0, false
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		if rows > MaxRows {
			mark := len(w.out)
			w.newLine(true)
			if !w.looseRow(row) {
				w.out = w.out[:mark]
			}
			continue
		}
		if rows > 0 {
			w.newLine(false)
		}
		if w.row(row) {
			wrote = true
		}
		if rows == 0 {
			w.newLine(false)
			w.delimiters(n)
		}
		rows++
	}
	return wrote
}

func (w *writer) delimiters(n *east.Table) {
	for _, align := range n.Alignments {
		w.out = append(w.out, map[east.Alignment]string{
			east.AlignLeft: "| :-- ", east.AlignRight: "| --: ", east.AlignCenter: "| :-: ",
		}[align]...)
		if align == east.AlignNone {
			w.out = append(w.out, "| --- "...)
		}
	}
	w.out = append(w.out, '|')
}

// row writes the cells of a row, and what stands behind the last column into that.
func (w *writer) row(n ast.Node) bool {
	start := len(w.text)
	if start > 0 {
		w.text = append(w.text, "\n\n"...)
	}
	at := len(w.text)
	for cell := n.FirstChild(); cell != nil; cell = cell.NextSibling() {
		w.out = append(w.out, "| "...)
		before := len(w.text)
		if before > at {
			w.text = append(w.text, '\n')
		}
		w.line = line{flat: true, at: inCell}
		w.cell(n, cell)
		w.settle()
		if !w.line.words {
			w.text = w.text[:before]
		}
		w.out = append(w.out, ' ')
	}
	w.out = append(w.out, '|')
	if len(w.text) == at {
		w.text = w.text[:start]
		return false
	}
	return true
}

// looseRow writes a row as a paragraph with a line for each cell.
func (w *writer) looseRow(n ast.Node) bool {
	return w.leaf("", func() {
		for cell := n.FirstChild(); cell != nil; cell = cell.NextSibling() {
			w.cell(n, cell)
			w.hardBreak()
		}
	})
}

func (w *writer) cell(row, cell ast.Node) {
	w.inlines(cell)
	if cell.NextSibling() == nil {
		w.line.blank = true
		w.put(w.clean(excess(row, cell, w.source)))
	}
}

// excess returns the source of the cells of a row for which the table has no column.
func excess(row, last ast.Node, source []byte) string {
	if last.Lines().Len() == 0 || row.Pos() < 0 {
		return ""
	}
	rest := source[last.Lines().At(0).Stop:]
	if end := bytes.IndexByte(rest, '\n'); end >= 0 {
		rest = rest[:end]
	}
	return strings.Trim(string(rest), " \t\r|")
}
