package page

import (
	"reader/model"

	"github.com/charmbracelet/x/ansi"
)

// LineOf returns the first line that shows the place at of a field; where no line does, the first that shows
// what comes after it, or the last line.
func (p *Page) LineOf(f model.Field, at uint32) int {
	from, after := originOf(f), -1
	for i := range p.ends {
		line := p.line(i)
		for j := range line {
			q := &line[j]
			if q.from != from || q.end() <= at {
				continue
			}
			if q.at <= at {
				return i
			}
			if after < 0 {
				after = i
			}
		}
	}
	if after < 0 {
		after = max(0, p.Len()-1)
	}
	return after
}

// At returns the place of the article's text that a cell shows, if it shows any.
func (p *Page) At(line, col int) (f model.Field, at uint32, ok bool) {
	if line < 0 || line >= p.Len() || col < p.gutter {
		return 0, 0, false
	}
	col -= p.gutter
	for _, q := range p.line(line) {
		w := ansi.StringWidth(q.text)
		if col >= w {
			col -= w
			continue
		}
		f, ok = q.from.field()
		if !ok {
			return 0, 0, false
		}
		return f, q.at + uint32(offsetAt(q.text, col)), true
	}
	return 0, 0, false
}

// Near returns the place of the article's text that line shows nearest to column col; false where it shows none.
func (p *Page) Near(line, col int) (f model.Field, at uint32, ok bool) {
	if line < 0 || line >= p.Len() {
		return 0, 0, false
	}
	nearest, left := 0, p.gutter
	for _, q := range p.line(line) {
		w := ansi.StringWidth(q.text)
		field, shows := q.from.field()
		if away := max(left-col, col-left-w+1, 0); shows && w > 0 && (!ok || away < nearest) {
			f, at, ok, nearest = field, q.at+uint32(offsetAt(q.text, max(0, min(col-left, w-1)))), true, away
		}
		left += w
	}
	return f, at, ok
}

// Column returns the column in which line shows the place at of a field, or the end of what it shows before.
func (p *Page) Column(line int, f model.Field, at uint32) int {
	col := p.gutter
	if line < 0 || line >= p.Len() {
		return col
	}
	for _, q := range p.line(line) {
		if q.from == originOf(f) && q.end() > at {
			return col + ansi.StringWidth(q.text[:max(at, q.at)-q.at])
		}
		col += ansi.StringWidth(q.text)
	}
	return col
}

// offsetAt returns where the character of s begins that stands in column col.
func offsetAt(s string, col int) int {
	n := 0
	for n < len(s) {
		g, w := ansi.FirstGraphemeCluster(s[n:], ansi.GraphemeWidth)
		if col < w {
			break
		}
		col -= w
		n += len(g)
	}
	return n
}

// Top returns the place of the text at which line i begins, or the next line that shows text: what to keep in
// view when the width changes. After the last text it is the end of the body.
func (p *Page) Top(i int) (f model.Field, at uint32) {
	for ; i < p.Len(); i++ {
		for _, q := range p.line(max(i, 0)) {
			if f, ok := q.from.field(); ok {
				return f, q.at
			}
		}
	}
	return model.Body, uint32(len(p.body))
}
