// Package line cuts and pads styled lines of text to a number of columns. All widths are in cells of the
// terminal.
package line

import (
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// Fit returns s in exactly width columns: cut with an ellipsis where it is wider, padded with blanks where it
// is narrower. s may hold styles and links.
func Fit(s string, width int) string {
	if width <= 0 {
		return ""
	}
	w := ansi.StringWidth(s)
	if w > width {
		s = ansi.Truncate(s, width, "…")
		w = ansi.StringWidth(s)
	}
	return s + Blank(width-w)
}

// Blank returns n blanks, none if n is negative.
func Blank(n int) string { return strings.Repeat(" ", max(n, 0)) }

// Styled returns s in style st, in exactly width columns.
func Styled(st uv.Style, s string, width int) string { return Paint(st, Fit(s, width)) }

// Paint returns s in style st.
func Paint(st uv.Style, s string) string {
	if s == "" {
		return ""
	}
	return st.Styled(s)
}

// Spread returns left and right at the two ends of width columns; where there is no room for both, left is
// cut. They may be styled.
func Spread(left, right string, width int) string {
	r := ansi.StringWidth(right)
	if r >= width {
		return Fit(right, width)
	}
	return Fit(left, width-r) + right
}

// Fill returns lines with exactly height lines of exactly width columns.
func Fill(lines []string, width, height int) []string {
	out := make([]string, max(height, 0))
	for i := range out {
		if i < len(lines) {
			out[i] = Fit(lines[i], width)
		} else {
			out[i] = Blank(width)
		}
	}
	return out
}

// End returns plain text in at most width columns: where it is wider its end, behind an ellipsis.
func End(s string, width int) string {
	over := ansi.StringWidth(s) - width
	if over <= 0 {
		return s
	}
	return "…" + rest(s, over+1)
}

// Wrap returns plain text in lines of at most width columns, broken between words where that is possible.
func Wrap(s string, width int) []string {
	if width <= 0 {
		return nil
	}
	return strings.Split(ansi.Wrap(s, width, ""), "\n")
}

// Overlay returns under with the columns from x on replaced by over. Both may be styled; under is at least
// as wide as x and over together.
func Overlay(under, over string, x int) string { return Overlays(under, Part{over, x}) }

// Part is a stretch of a line, which may be styled, and the column at which it begins.
type Part struct {
	Text string
	X    int
}

// Overlays is Overlay for several parts, from left to right, none over another.
func Overlays(under string, over ...Part) string {
	var b strings.Builder
	end := 0
	for _, p := range over {
		b.WriteString(Fit(ansi.Truncate(rest(under, end), p.X-end, ""), p.X-end))
		b.WriteString(p.Text)
		end = p.X + ansi.StringWidth(p.Text)
	}
	b.WriteString(rest(under, end))
	return b.String()
}

// rest returns what stands in under from column x on. A wide character that x cuts in two becomes a blank.
func rest(under string, x int) string {
	if x == 0 {
		return under
	}
	width := ansi.StringWidth(under)
	tail := ansi.Cut(under, x, width)
	if ansi.StringWidth(tail) > width-x {
		tail = ansi.Cut(under, x+1, width)
	}
	return Blank(width-x-ansi.StringWidth(tail)) + tail
}
