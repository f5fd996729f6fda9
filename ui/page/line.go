package page

import (
	"strconv"
	"strings"

	"reader/model"
	"reader/ui/style"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// Line returns line i with marks painted on it, at most the page's width in columns. Later marks lie over
// earlier ones. It is empty for a line that the page does not have.
func (p *Page) Line(i int, marks []Mark) string {
	if i < 0 || i >= p.Len() {
		return ""
	}
	line := p.line(i)
	marks = onLine(line, marks)
	w := writer{page: p}
	w.WriteString(strings.Repeat(" ", p.gutter))
	for j := range line {
		w.piece(&line[j], p.inks[line[j].ink], marks)
	}
	w.move(ink{})
	return w.String()
}

// onLine returns those of marks that cover some of line.
func onLine(line []piece, marks []Mark) []Mark {
	var on []Mark
	for _, m := range marks {
		for j := range line {
			q := &line[j]
			if q.from == originOf(m.Field) && m.Span.Overlaps(model.Span{Start: q.at, End: q.end()}) {
				on = append(on, m)
				break
			}
		}
	}
	return on
}

// writer writes styled text with the fewest escape sequences.
type writer struct {
	strings.Builder
	page *Page
	pen  ink
}

// move changes the pen to k.
func (w *writer) move(k ink) {
	if !k.style.Equal(&w.pen.style) {
		w.WriteString(uv.StyleDiff(&w.pen.style, &k.style))
	}
	if k.link != w.pen.link && w.page.hyperlinks {
		if k.link == 0 {
			w.WriteString(ansi.ResetHyperlink())
		} else {
			w.WriteString(ansi.SetHyperlink(w.page.links[k.link-1].URL, "id="+strconv.Itoa(k.link)))
		}
	}
	w.pen = k
}

// piece writes q, cut wherever a mark begins or ends.
func (w *writer) piece(q *piece, k ink, marks []Mark) {
	for at := q.at; at < q.end(); {
		painted, next := k, q.end()
		for j := range marks {
			m := &marks[j]
			if q.from != originOf(m.Field) {
				continue
			}
			start, end := q.snap(m.Span.Start), q.snap(m.Span.End)
			switch {
			case end <= at || start == end:
			case start <= at:
				painted.style = style.Over(painted.style, m.Style)
				next = min(next, end)
			default:
				next = min(next, start)
			}
		}
		w.move(painted)
		w.WriteString(q.text[at-q.at : next-q.at])
		at = next
	}
}

// snap returns the boundary of a character of q at, or before, the place at of its source, and the nearer end
// of q for a place outside.
func (q *piece) snap(at uint32) uint32 {
	if at <= q.at {
		return q.at
	}
	if at >= q.end() {
		return q.end()
	}
	n := int(at - q.at)
	if q.text[n-1] < 0x80 && q.text[n] < 0x80 {
		return at
	}
	rest, done := q.text, 0
	for {
		g, _ := ansi.FirstGraphemeCluster(rest, ansi.GraphemeWidth)
		if done+len(g) > n {
			return q.at + uint32(done)
		}
		done, rest = done+len(g), rest[len(g):]
	}
}
