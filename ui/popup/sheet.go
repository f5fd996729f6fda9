package popup

import (
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"reader/ui/line"
	"reader/ui/style"
	"reader/ui/why"
)

// Evidence returns a popup that tells why something is as it is.
func Evidence(s why.Sheet) *Text {
	return NewText("Evidence", func(th style.Theme, width int) []string { return written(s, th, width) })
}

// labels is how many columns labels have, where there is room.
const labels = 14

// marked returns text wrapped in lines of width columns, with lead in style st before the first and blanks before the others.
func marked(st uv.Style, lead, text string, width int) []string {
	room := ansi.StringWidth(lead)
	lead = line.Paint(st, lead)
	lines := line.Wrap(line.One(text), width-room)
	out := make([]string, 0, len(lines))
	for _, l := range lines {
		out = append(out, lead+l)
		lead = line.Blank(room)
	}
	return out
}

// written returns the lines of s for a width.
func written(s why.Sheet, th style.Theme, width int) []string {
	indent := min(labels, width/3)
	var out []string
	for i, r := range s {
		switch r.Kind {
		case why.Title:
			for _, l := range line.Wrap(r.Text, width) {
				out = append(out, line.Paint(th.Title, l))
			}
			out = append(out, "")
		case why.Section:
			if i > 0 && s[i-1].Kind == why.Plain {
				out = append(out, "")
			}
			out = append(out, line.Paint(th.Heading, line.Fit(r.Text, width)))
		default:
			lead := line.Styled(th.Dim, r.Label, indent)
			if r.Label == "" {
				indent, lead = 2, "  "
			}
			for _, l := range line.Wrap(r.Text, width-indent) {
				out = append(out, lead+l)
				lead = line.Blank(indent)
			}
			indent = min(labels, width/3)
		}
	}
	return out
}
