package shot

import (
	"fmt"
	"html"
	"image/color"
	"io"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
)

// Scene is a screen that a film shows for a while.
type Scene struct {
	Rows    [][]uv.Cell
	Key     string // what was pressed to get there; "": nothing
	Says    string // what that does
	Seconds float64
}

// captionH is how high the line below the screen is, in which the keys are told.
const captionH = 2 * cellH

// Film writes scenes as a picture that shows one after the other, again and again; where nothing may move, or can, it shows the last.
// Rows that are the same in several scenes are there once. Cells without a colour have fg or bg. The error is w's.
func Film(w io.Writer, scenes []Scene, fg, bg color.Color) error {
	cols, lines, total := 0, 0, 0.0
	for _, s := range scenes {
		cols, lines, total = max(cols, columns(s.Rows)), max(lines, len(s.Rows)), total+s.Seconds
	}
	out := &strings.Builder{}
	begin(out, cols, float64(lines)*cellH+captionH, bg)
	direct(out, scenes, total)
	rows := define(out, scenes, fg, bg)
	for i, s := range scenes {
		fmt.Fprintf(out, `<g id="s%d">`+"\n", i)
		for y, id := range rows[i] {
			fmt.Fprintf(out, `<use href="#r%d" y="%.0f"/>`+"\n", id, margin+float64(y)*cellH)
		}
		s.caption(out, margin+float64(lines)*cellH+captionH-cellH, fg, bg)
		out.WriteString("</g>\n")
	}
	return end(w, out)
}

// direct writes when each of the scenes is seen, of total seconds.
func direct(out *strings.Builder, scenes []Scene, total float64) {
	out.WriteString("<style>\n@media (prefers-reduced-motion: no-preference) {\n")
	at := 0.0
	for i, s := range scenes {
		from, to := 100*at/total, 100*(at+s.Seconds)/total
		at += s.Seconds
		fmt.Fprintf(out, "#s%d { animation: s%d %.1fs step-end infinite }\n", i, i, total)
		fmt.Fprintf(out, "@keyframes s%d { 0%% { visibility: hidden } %.3f%% { visibility: visible } %.3f%% { visibility: hidden } }\n", i, from, to)
	}
	out.WriteString("}\n")
	for i := range len(scenes) - 1 {
		fmt.Fprintf(out, "#s%d { visibility: hidden }\n", i)
	}
	out.WriteString("</style>\n")
}

// define writes each row that there is in scenes once, and returns which rows each of them has.
func define(out *strings.Builder, scenes []Scene, fg, bg color.Color) [][]int {
	known := map[string]int{}
	rows := make([][]int, len(scenes))
	out.WriteString("<defs>\n")
	for i, s := range scenes {
		for _, row := range s.Rows {
			var drawn strings.Builder
			drawRow(&drawn, row, 0, fg, bg)
			id, ok := known[drawn.String()]
			if !ok {
				id = len(known)
				known[drawn.String()] = id
				fmt.Fprintf(out, `<g id="r%d">`+"\n%s</g>\n", id, drawn.String())
			}
			rows[i] = append(rows[i], id)
		}
	}
	out.WriteString("</defs>\n")
	return rows
}

// caption writes the key of s as it is on a keyboard, and what it does, in a line whose upper edge is at y.
func (s *Scene) caption(out *strings.Builder, y float64, fg, bg color.Color) {
	x := margin + cellW
	if s.Key != "" {
		width := float64(len([]rune(s.Key))+2) * cellW
		fmt.Fprintf(out, `<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" rx="4" fill="%s"/>`+"\n", x, y-1, width, cellH+2, hex(fg))
		fmt.Fprintf(out, `<text x="%.1f" y="%.1f" fill="%s" font-weight="bold" text-anchor="middle">%s</text>`+"\n", x+width/2, y+baseline, hex(bg), html.EscapeString(s.Key))
		x += width + cellW
	}
	fmt.Fprintf(out, `<text x="%.1f" y="%.1f" fill="%s">%s</text>`+"\n", x, y+baseline, hex(fg), html.EscapeString(s.Says))
}
