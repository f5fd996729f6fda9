package reading

import (
	"strings"

	uv "github.com/charmbracelet/ultraviolet"

	"reader/model"
	"reader/ui/line"
	"reader/ui/page"
	"reader/ui/style"
)

// label is what stands beside a line with a quote: "AA▌" of a chosen speaker, "AA?" where the speaker is not
// sure, "AA" else, and "??▌" where nobody known is chosen.
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
		if !within(q.Field, q.Span, from, to) {
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

// label returns the label of quote i; none if nobody known says it, and nobody known is not chosen.
func (p *Pane) label(i int) label {
	q := &p.article.Quotes[i]
	colour, chosen := p.colour(i)
	if q.Speaker == 0 && !chosen {
		return label{}
	}
	l := label{text: p.letters.Of(p.ref, p.article, q.Speaker), style: p.Theme.Dim, rank: 2}
	if chosen {
		l = label{l.text + "▌", colour, 4}
	}
	if q.Speaker != 0 && q.Confidence < model.Fact {
		l.text = strings.TrimSuffix(l.text, "▌") + "?"
		l.rank--
	}
	if i == p.quote {
		l.style, l.rank = style.Over(l.style, uv.Style{Attrs: uv.AttrBold}), 5
	}
	return l
}

// colour returns the style of the speaker of quote i; false if they are not chosen, or there is no colour left for them.
func (p *Pane) colour(i int) (uv.Style, bool) {
	return p.Theme.Voice(p.lib.VoiceOf(p.ref, i, p.chosen))
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
	if sign == pencil || sign == tick {
		st = p.Theme.Accent
	}
	return line.Styled(l.style, l.text, free-1) + line.Paint(st, sign) + text[free:]
}

// within reports whether the stretch s of a field is on the screen, where the body is shown from from to to.
func within(f model.Field, s model.Span, from, to uint32) bool {
	return f == model.Title || s.Start <= to && s.End >= from
}
