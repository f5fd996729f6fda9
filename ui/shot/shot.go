// Package shot draws a screen of cells as an SVG picture, for pages that show what the reader looks like.
package shot

import (
	"fmt"
	"html"
	"image/color"
	"io"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// The measures of the picture, in its units. A cell is as wide as a character of a common monospace font at
// this size, and a row as high as box drawing needs to meet.
const (
	fontSize = 14
	cellW    = 8.4
	cellH    = 17.0
	baseline = 13.0 // below the top of a row
	margin   = 12.0
)

// Cells returns the cells of frame, which is what a View holds: lines with SGR and OSC 8. What does not fit into
// width by height is cut off, and what frame leaves open is blank.
func Cells(frame string, width, height int) [][]uv.Cell {
	buf := uv.NewScreenBuffer(width, height)
	buf.Method = ansi.GraphemeWidth
	uv.NewStyledString(frame).Draw(buf, buf.Bounds())
	rows := make([][]uv.Cell, height)
	for y := range rows {
		rows[y] = make([]uv.Cell, width)
		for x := range rows[y] {
			if c := buf.CellAt(x, y); c != nil {
				rows[y][x] = *c
			}
		}
	}
	return rows
}

// SVG writes rows as a picture. Cells without a colour have fg or bg. Each run of cells that look alike is one
// text element of a fixed length, so that columns stay columns in whatever font it is shown. The error is w's.
func SVG(w io.Writer, rows [][]uv.Cell, fg, bg color.Color) error {
	out := &strings.Builder{}
	begin(out, columns(rows), float64(len(rows))*cellH, bg)
	for y, row := range rows {
		drawRow(out, row, margin+float64(y)*cellH, fg, bg)
	}
	return end(w, out)
}

func columns(rows [][]uv.Cell) int {
	cols := 0
	for _, row := range rows {
		cols = max(cols, len(row))
	}
	return cols
}

// begin writes the beginning of a picture of cols columns, height units high within its margins.
func begin(out *strings.Builder, cols int, height float64, bg color.Color) {
	fmt.Fprintf(out, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.1f %.1f"`, float64(cols)*cellW+2*margin, height+2*margin)
	fmt.Fprintf(out, ` font-family="ui-monospace, Menlo, 'DejaVu Sans Mono', monospace" font-size="%d">`+"\n", fontSize)
	fmt.Fprintf(out, `<rect width="100%%" height="100%%" rx="6" fill="%s"/>`+"\n", hex(bg))
}

// end writes out, and the end of the picture, to w.
func end(w io.Writer, out *strings.Builder) error {
	out.WriteString("</svg>\n")
	if _, err := io.WriteString(w, out.String()); err != nil {
		return fmt.Errorf("write picture: %w", err)
	}
	return nil
}

// drawRow writes row with its upper edge at y.
func drawRow(out *strings.Builder, row []uv.Cell, y float64, fg, bg color.Color) {
	for x := 0; x < len(row); {
		r := runAt(row, x)
		r.draw(out, margin+float64(x)*cellW, y, fg, bg)
		x += r.cols
	}
}

// run is cells of a row that follow each other and look alike.
type run struct {
	text  string
	style uv.Style
	cols  int
}

// runAt returns the run that begins in column x of row. A wide character is a run of its own, as no two fonts
// agree about its width.
func runAt(row []uv.Cell, x int) run {
	r := run{style: row[x].Style}
	var text strings.Builder
	for x < len(row) && row[x].Style.Equal(&r.style) {
		wide := row[x].Width > 1
		if wide && r.cols > 0 {
			break
		}
		if row[x].Content == "" {
			text.WriteByte(' ')
		} else {
			text.WriteString(row[x].Content)
		}
		n := max(1, row[x].Width)
		r.cols += n
		x += n
		if wide {
			break
		}
	}
	r.text = text.String()
	return r
}

// draw writes r with its upper left corner at x, y: its background if it has one, then its text.
func (r *run) draw(out *strings.Builder, x, y float64, fg, bg color.Color) {
	front, back := r.style.Fg, r.style.Bg
	if front == nil {
		front = fg
	}
	if r.style.Attrs&uv.AttrReverse != 0 {
		if back == nil {
			back = bg
		}
		front, back = back, front
	}
	width := float64(r.cols) * cellW
	if back != nil {
		fmt.Fprintf(out, `<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" fill="%s"/>`+"\n", x, y, width, cellH, hex(back))
	}
	text := r.text
	if r.style.Underline == uv.UnderlineNone && r.style.Attrs&uv.AttrStrikethrough == 0 {
		text = strings.TrimRight(text, " ")
		width -= float64(len(r.text)-len(text)) * cellW
	}
	if text == "" {
		return
	}
	fmt.Fprintf(out, `<text x="%.1f" y="%.1f" textLength="%.1f" lengthAdjust="spacingAndGlyphs" xml:space="preserve" fill="%s"%s>%s</text>`+"\n",
		x, y+baseline, width, hex(front), attributes(&r.style), html.EscapeString(text))
}

// attributes returns what makes text look like s, but for its colours.
func attributes(s *uv.Style) string {
	var b strings.Builder
	if s.Attrs&uv.AttrBold != 0 {
		b.WriteString(` font-weight="bold"`)
	}
	if s.Attrs&uv.AttrItalic != 0 {
		b.WriteString(` font-style="italic"`)
	}
	if s.Attrs&uv.AttrFaint != 0 {
		b.WriteString(` opacity="0.6"`)
	}
	var lines []string
	if s.Underline != uv.UnderlineNone {
		lines = append(lines, "underline")
	}
	if s.Attrs&uv.AttrStrikethrough != 0 {
		lines = append(lines, "line-through")
	}
	if len(lines) > 0 {
		fmt.Fprintf(&b, ` text-decoration="%s"`, strings.Join(lines, " "))
	}
	return b.String()
}

func hex(c color.Color) string {
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}
