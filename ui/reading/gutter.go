package reading

import (
	"slices"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"

	"reader/model"
	"reader/ui/line"
	"reader/ui/page"
	"reader/ui/style"
)

// label is what stands beside a line with a quote: "AA▌" of a chosen speaker, "AA?" where the speaker is not
// sure, "AA" else.
type label struct {
	text  string
	style uv.Style
	rank  int // of two quotes on one line the higher is named
}

// gutter returns the labels of the lines that are shown. Quotes outside of the body from from to to are passed
// over.
func (p *Pane) gutter(pg *page.Page, from, to uint32) []label {
	labels := make([]label, p.H)
	for i := range p.article.Quotes {
		q := &p.article.Quotes[i]
		if q.Speaker == 0 || !within(q.Field, q.Span, from, to) {
			continue
		}
		l := p.label(i)
		last := min(pg.LineOf(q.Field, q.Span.End-1)-p.top, p.H-1)
		for y := max(pg.LineOf(q.Field, q.Span.Start)-p.top, 0); y <= last; y++ {
			if l.rank > labels[y].rank {
				labels[y] = l
			}
		}
	}
	return labels
}

// label returns the label of quote i, whose speaker is known.
func (p *Pane) label(i int) label {
	q := &p.article.Quotes[i]
	l := label{text: Initials(p.article.Speaker(q)), style: p.Theme.Dim, rank: 2}
	if at := p.slot(q); at >= 0 {
		l = label{l.text + "▌", p.Theme.Speaker[at], 4}
	}
	if q.Confidence < model.Fact {
		l.text = strings.TrimSuffix(l.text, "▌") + "?"
		l.rank--
	}
	if i == p.quote {
		l.style, l.rank = style.Over(l.style, uv.Style{Attrs: uv.AttrBold}), 5
	}
	return l
}

// slot returns the place of q's speaker among the chosen, or -1.
func (p *Pane) slot(q *model.Quote) int {
	if q.Speaker == 0 {
		return -1
	}
	at := slices.Index(p.chosen, p.lib.IDOf(p.ref, q.Speaker))
	if at < 0 {
		return -1
	}
	return at % style.Speakers
}

// beside puts l, and sign in the last of them, into the free columns at the left of text.
func (p *Pane) beside(l label, sign, text string, free int) string {
	if l.text == "" && sign == "" || len(text) < free {
		return text
	}
	if sign == "" {
		return line.Styled(l.style, l.text, free) + text[free:]
	}
	st := p.Theme.Warning
	if sign == pencil {
		st = p.Theme.Accent
	}
	return line.Styled(l.style, l.text, free-1) + line.Paint(st, sign) + text[free:]
}

// within reports whether the stretch s of a field is on the screen, where the body is shown from from to to.
func within(f model.Field, s model.Span, from, to uint32) bool {
	return f == model.Title || s.Start <= to && s.End >= from
}
