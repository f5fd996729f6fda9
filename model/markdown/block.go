package markdown

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// writer writes the blocks of a syntax tree as canonical Markdown, and their plain text beside it.
type writer struct {
	source []byte
	clean  func(string) string
	used   map[string]bool // labels of the reference definitions that links use

	out    []byte
	text   []byte
	run    []byte // text that is to be written before the next mark
	prefix []byte // what every further line of the containers begins with
	depth  int    // containers around
	bullet byte   // the mark of the list that was written last on this level; 0: something else was
	line   line
}

// block writes n and reports whether there was anything to write.
func (w *writer) block(n ast.Node) bool {
	before := w.bullet
	w.bullet = 0
	wrote := w.write(n, before)
	if !wrote {
		w.bullet = before
	}
	return wrote
}

func (w *writer) write(n ast.Node, bullet byte) bool {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		return w.leaf("", func() { w.inlines(n) })
	case *ast.Heading:
		return w.heading(n)
	case *ast.FencedCodeBlock:
		return w.code(n, n.Language(w.source))
	case *ast.CodeBlock:
		if prose := lines(n, w.source); isProse(prose) {
			return w.plain(prose)
		}
		return w.code(n, nil)
	case *ast.ThematicBreak:
		w.out = append(w.out, "___"...)
		return true
	case *ast.HTMLBlock:
		return w.all(HTMLParagraphs(htmlSource(n, w.source)), w.plain)
	case *ast.LinkReferenceDefinition:
		return w.definition(n)
	case *ast.Blockquote:
		return w.quote(n)
	case *ast.List:
		return w.list(n, bullet)
	case *east.Table:
		return w.table(n)
	default:
		return w.children(n, false)
	}
}

// children writes the blocks in n, parted by blank lines, or by line ends alone.
func (w *writer) children(n ast.Node, tight bool) bool {
	wrote := false
	w.bullet = 0
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		mark := len(w.out)
		if wrote {
			w.newLine(!tight)
		}
		if w.block(child) {
			wrote = true
		} else {
			w.out = w.out[:mark]
		}
	}
	return wrote
}

// all writes blocks of plain text.
func (w *writer) all(texts []string, write func(string) bool) bool {
	wrote := false
	for _, text := range texts {
		mark := len(w.out)
		if wrote {
			w.newLine(true)
		}
		if write(text) {
			wrote = true
		} else {
			w.out = w.out[:mark]
		}
	}
	return wrote
}

func (w *writer) newLine(blank bool) {
	if blank {
		w.out = append(append(w.out, '\n'), bytes.TrimRight(w.prefix, " ")...)
	}
	w.out = append(append(w.out, '\n'), w.prefix...)
}

// nested writes what fill writes with marker in front and prefix before each further line.
func (w *writer) nested(marker, prefix string, fill func() bool) bool {
	mark, before := len(w.out), len(w.prefix)
	w.out = append(w.out, marker...)
	w.prefix = append(w.prefix, prefix...)
	w.depth++
	wrote := fill()
	w.depth--
	w.prefix = w.prefix[:before]
	if !wrote {
		w.out = w.out[:mark]
	}
	w.bullet = 0
	return wrote
}

func (w *writer) quote(n *ast.Blockquote) bool {
	if w.depth >= MaxDepth {
		return w.children(n, false)
	}
	return w.nested("> ", "> ", func() bool { return w.children(n, false) })
}

// list writes the items of n. before is the mark of the list that ends right before: another mark keeps them apart.
func (w *writer) list(n *ast.List, before byte) bool {
	if w.depth >= MaxDepth {
		return w.children(n, false)
	}
	mark := byte('-')
	if n.IsOrdered() {
		mark = '.'
	}
	if before == mark {
		mark = map[byte]byte{'-': '*', '.': ')'}[mark]
	}
	tight := n.IsTight && isSimple(n)
	number, wrote := n.Start, false
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		marker := string(mark) + " "
		if n.IsOrdered() {
			marker = strconv.Itoa(min(number, 999_999_999)) + marker
		}
		at := len(w.out)
		if wrote {
			w.newLine(!tight)
		}
		if w.nested(marker, strings.Repeat(" ", len(marker)), func() bool { return w.children(item, tight) }) {
			wrote = true
			number++
		} else {
			w.out = w.out[:at]
		}
	}
	w.bullet = mark
	return wrote
}

// isSimple reports whether the items of n can stand without blank lines: each is one paragraph, perhaps with
// a list that may follow a paragraph directly.
func isSimple(n *ast.List) bool {
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		for child := item.FirstChild(); child != nil; child = child.NextSibling() {
			sub, isList := child.(*ast.List)
			switch {
			case child == item.FirstChild():
				if _, ok := child.(*ast.TextBlock); !ok {
					return false
				}
			case !isList || sub.IsOrdered() && sub.Start != 1 || child.NextSibling() != nil || !sub.IsTight || !isSimple(sub):
				return false
			}
		}
	}
	return true
}

func (w *writer) heading(n *ast.Heading) bool {
	return w.leaf(strings.Repeat("#", n.Level)+" ", func() {
		w.line.flat = true
		w.inlines(n)
		w.settle()
		if last := len(w.out) - 1; last >= 0 && w.out[last] == '#' && w.line.words {
			w.out = appendEntity(w.out[:last], '#')
		}
	})
}

// plain writes a paragraph of text that is not Markdown. A "\n" in it is a hard break.
func (w *writer) plain(text string) bool {
	return w.leaf("", func() {
		for line := range strings.SplitSeq(text, "\n") {
			w.put(w.clean(line))
			w.hardBreak()
		}
	})
}

// definition writes a link reference definition that no link uses as the text that it may have been meant for.
func (w *writer) definition(n *ast.LinkReferenceDefinition) bool {
	if w.used[referenceKey(n.Label)] {
		return false
	}
	return w.plain("[" + string(n.Label) + "]: " + string(n.Destination) + " " + string(n.Title))
}

func referenceKey(label []byte) string { return util.ToLinkReference(label) }

// code writes a fenced block. What stands behind the fence and is no language becomes its first line.
func (w *writer) code(n ast.Node, info []byte) bool {
	text := lines(n, w.source)
	language := string(info)
	if f, ok := n.(*ast.FencedCodeBlock); ok && f.Info != nil {
		all := strings.TrimSpace(string(f.Info.Value(w.source)))
		if all != language || !isLanguage(language) {
			text, language = all+"\n"+text, ""
		}
	}
	text = w.clean(strings.ReplaceAll(text, "\t", "    "))
	var kept []string
	for line := range strings.SplitSeq(text, "\n") {
		kept = append(kept, strings.TrimRight(line, " "))
	}
	text = strings.Trim(strings.Join(kept, "\n"), "\n")
	if strings.TrimSpace(text) == "" {
		return false
	}
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	if len(w.text) > 0 {
		w.text = append(w.text, "\n\n"...)
	}
	w.text = append(w.text, text...)
	w.out = append(append(w.out, fence...), language...)
	for line := range strings.SplitSeq(text, "\n") {
		w.newLine(false)
		w.out = append(w.out, line...)
	}
	w.newLine(false)
	w.out = append(w.out, fence...)
	return true
}

// lines returns the lines of a block as they stand in source, tabs and all.
func lines(n ast.Node, source []byte) string {
	var out strings.Builder
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		out.Write(line.Value(source))
	}
	return out.String()
}

func isLanguage(s string) bool {
	return strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-") == ""
}

// isProse reports whether an indented block is a paragraph that somebody indented rather than a program.
func isProse(s string) bool {
	return len(strings.Fields(s)) >= 8 && strings.ContainsAny(s, ".,?!”\"") && !strings.ContainsAny(s, "{};=")
}
