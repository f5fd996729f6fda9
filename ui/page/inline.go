package page

import (
	"cmp"
	"slices"
	"strings"

	"reader/model"
	"reader/model/address"
	"reader/ui/style"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/yuin/goldmark/ast"
	astext "github.com/yuin/goldmark/extension/ast"
)

// run is a stretch of the plain text in one ink.
type run struct {
	span model.Span
	ink  uint16
	host string // where a link leads that reads as if it led elsewhere; of its last run
}

// take returns the pieces of the node n as runs.
func (o *outline) take(n ast.Node, number uint16) []run {
	var runs []run
	for o.met < len(o.pieces) && o.pieces[o.met].Node == n {
		runs = append(runs, run{span: o.pieces[o.met].Text, ink: number})
		o.met++
	}
	return runs
}

// inline returns the text that stands in n as runs.
func (o *outline) inline(n ast.Node, base uint16) []run {
	var runs []run
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		runs = append(runs, o.span(child, base)...)
	}
	return runs
}

// span returns the text of the inline node n as runs.
func (o *outline) span(n ast.Node, base uint16) []run {
	switch n := n.(type) {
	case *ast.Text, *ast.String:
		return o.take(n, base)
	case *ast.CodeSpan:
		return o.inline(n, o.over(base, o.theme.Code))
	case *astext.Strikethrough:
		return o.inline(n, o.over(base, uv.Style{Attrs: uv.AttrStrikethrough}))
	case *ast.Emphasis:
		if n.Level > 1 {
			return o.inline(n, o.over(base, uv.Style{Attrs: uv.AttrBold}))
		}
		return o.inline(n, o.over(base, uv.Style{Attrs: uv.AttrItalic}))
	case *ast.AutoLink:
		address := string(n.URL(o.markdown))
		if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(address), "mailto:") {
			address = "mailto:" + address
		}
		return o.link(n, base, address)
	case *ast.Link:
		return o.link(n, base, string(n.Destination))
	case *ast.Image:
		return o.link(n, o.over(base, o.theme.Caption), string(n.Destination))
	default:
		return o.inline(n, base)
	}
}

// over returns the ink of base with st laid over its style.
func (o *outline) over(base uint16, st uv.Style) uint16 {
	k := o.inks.all[base]
	k.style = style.Over(k.style, st)
	return o.inks.number(k)
}

// link returns the text of n, which is a link, as runs. What may not be opened is no link.
func (o *outline) link(n ast.Node, base uint16, link string) []run {
	t, ok := address.Parse(link)
	if ok {
		base = o.linkInk(t, o.inks.all[base].style, false)
	}
	runs := o.inline(n, base)
	if n.Kind() == ast.KindAutoLink {
		runs = o.take(n, base)
	}
	if last := len(runs) - 1; ok && last >= 0 {
		label := model.Span{Start: runs[0].span.Start, End: runs[last].span.End}
		if hides(label.In(o.page.body), t) {
			runs[last].host = t.Host
		}
	}
	return runs
}

// text writes runs, with the blanks that stand between their words: as they are in code, else one at a time.
func (o *outline) text(c *composer, runs []run, code bool) {
	if len(runs) == 0 {
		return
	}
	text, done := o.page.body, runs[0].span.Start
	stop := runs[len(runs)-1].span.End
	c.measure(glued(text[done:stop], code))
	for i, r := range runs {
		start, end := max(r.span.Start, done), r.span.End
		if i+1 < len(runs) && r.host == "" {
			end = wholeCharacters(text, r.span.Start, end)
		}
		for start < end {
			word := start + leading(text[start:end])
			after := word + uint32(len(unbroken(text[word:end])))
			if word == after {
				break
			}
			if word > done {
				c.blanks(text[done:word], code)
				if !code || strings.Contains(text[done:word], "\n") {
					c.measure(glued(text[word:stop], code))
				}
			}
			o.word(c, word, after, r.ink)
			start, done = after, after
		}
		if r.host != "" {
			host := "(" + r.host + ")"
			c.WriteByte(' ')
			c.measure(host + glued(text[done:stop], code))
			c.word(host, 0, o.inks.style(o.theme.Warning), ornament)
		}
	}
}

// word writes text[at:end] of the body, which has no blanks, with the glosses behind it or in it.
func (o *outline) word(c *composer, at, end uint32, ink uint16) {
	text := o.page.body
	i, _ := slices.BinarySearchFunc(o.glosses, at+1, func(g Gloss, at uint32) int { return cmp.Compare(g.At, at) })
	for ; i < len(o.glosses) && o.glosses[i].At <= end; i++ {
		g := &o.glosses[i]
		to := wholeCharacters(text, at, g.At)
		if to > end {
			break
		}
		c.word(text[at:to], at, ink, fromBody)
		at = to
		words := strings.Fields(tame(g.Text))
		c.WriteByte(' ')
		c.measure(strings.Join(words, " ") + text[at:end])
		for k, word := range words {
			if k > 0 {
				c.WriteString(noBreak) // the arrow stays with the name
			}
			c.word(word, 0, o.inks.style(o.theme.Caption), ornament)
		}
	}
	c.word(text[at:end], at, ink, fromBody)
}

// glued returns the start of text that glamour keeps on one line if it can: up to a blank, or in code, where
// blanks do not break a line, up to the line's end.
func glued(text string, code bool) string {
	if code {
		line, _, _ := strings.Cut(text, "\n")
		return line
	}
	return unbroken(text)
}

// blanks writes what stands between two words. Blanks that must not be lost are written as no-break spaces.
func (c *composer) blanks(gap string, code bool) {
	lines := strings.Count(gap, "\n")
	switch {
	case gap == "":
	case code:
		c.WriteString(strings.Repeat("\n", lines))
		c.WriteString(strings.Repeat(noBreak, len(gap)-1-strings.LastIndexByte(gap, '\n')))
	case lines > 0:
		c.WriteByte('\n')
	default:
		c.WriteByte(' ')
	}
}

const noBreak = "\u00a0"

// wholeCharacters returns end, or where the character ends that it cuts in two.
func wholeCharacters(text string, start, end uint32) uint32 {
	if int(end) >= len(text) || text[end] < 0x80 {
		return end
	}
	for start < end {
		n, _ := character(text[start:])
		start += uint32(n)
	}
	return start
}
