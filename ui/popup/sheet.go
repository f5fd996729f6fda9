package popup

import (
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"reader/ui/line"
	"reader/ui/style"
)

// sheet is rows of text to be read, some with a label at the left.
type sheet []row

// row is one entry of a sheet. Without label it goes on under the one before.
type row struct {
	kind        rowKind
	label, text string
}

// rowKind says how a row looks.
type rowKind uint8

// The kinds of rows.
const (
	plainRow rowKind = iota
	titleRow
	sectionRow
)

// title adds what the sheet is about.
func (s *sheet) title(text string) { *s = append(*s, row{titleRow, "", text}) }

// section adds a heading.
func (s *sheet) section(text string) { *s = append(*s, row{sectionRow, "", text}) }

// add adds text under a label.
func (s *sheet) add(label, text string) { *s = append(*s, row{plainRow, label, text}) }

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

// write returns the lines of s for a width.
func (s sheet) write(th style.Theme, width int) []string {
	indent := min(labels, width/3)
	var out []string
	for i, r := range s {
		switch r.kind {
		case titleRow:
			for _, l := range line.Wrap(r.text, width) {
				out = append(out, line.Paint(th.Title, l))
			}
			out = append(out, "")
		case sectionRow:
			if i > 0 && s[i-1].kind == plainRow {
				out = append(out, "")
			}
			out = append(out, line.Paint(th.Heading, line.Fit(r.text, width)))
		default:
			lead := line.Styled(th.Dim, r.label, indent)
			if r.label == "" {
				indent, lead = 2, "  "
			}
			for _, l := range line.Wrap(r.text, width-indent) {
				out = append(out, lead+l)
				lead = line.Blank(indent)
			}
			indent = min(labels, width/3)
		}
	}
	return out
}
