package transcript

import (
	tea "charm.land/bubbletea/v2"

	"reader/ui/intent"
	"reader/ui/line"
	"reader/ui/pane"
)

// window is which lines are shown: those from the quote at place top on, without the first skip, which are more than none only where
// the quote alone is higher than the pane.
type window struct {
	cursor int
	top    int
	skip   int
}

// SetSize gives the pane w columns and h lines.
func (p *Pane) SetSize(w, h int) {
	p.Place.SetSize(w, h)
	p.keep()
}

// Handle moves the cursor if i is a move or a step to another quote. In a quote that is higher than the pane it moves by lines.
func (p *Pane) Handle(i intent.Intent) (tea.Cmd, bool) {
	switch i {
	case intent.NextQuote:
		p.moveTo(p.cursor + 1)
		return nil, true
	case intent.PreviousQuote:
		p.moveTo(p.cursor - 1)
		return nil, true
	default:
	}
	if lines, ok := pane.Step(i, len(p.quotes), p.H); ok && p.scroll(lines, i) {
		return nil, true
	}
	step, ok := pane.Step(i, len(p.quotes), max(p.H/4, 1))
	if ok {
		p.moveTo(p.cursor + step)
		if i == intent.Up && len(p.quotes) > 0 { // from below one gets to the end
			p.skip = max(0, p.height(p.cursor)-p.H)
			p.keep()
		}
	}
	return nil, ok
}

// scroll moves by lines in the quote under the cursor, if it is higher than the pane and there are more of it that way.
func (p *Pane) scroll(lines int, i intent.Intent) bool {
	if len(p.quotes) == 0 || i == intent.Top || i == intent.Bottom {
		return false
	}
	skip := max(0, min(p.skip+lines, p.height(p.cursor)-p.H))
	if p.top != p.cursor || skip == p.skip {
		return false
	}
	p.skip = skip
	return true
}

// moveTo moves the cursor to a place, or the nearest there is.
func (p *Pane) moveTo(place int) {
	p.cursor, p.skip = place, 0
	p.keep()
}

// keep moves the cursor into the quotes, and the window to the cursor.
func (p *Pane) keep() {
	p.cursor = max(0, min(p.cursor, len(p.quotes)-1))
	if len(p.quotes) == 0 || p.H <= 0 {
		p.top, p.skip = p.cursor, 0
		return
	}
	p.skip = max(0, min(p.skip, p.height(p.cursor)-p.H))
	if p.cursor < p.top {
		p.top = p.cursor
		return
	}
	// The topmost quote from which on all down to the cursor fit.
	room := p.H - p.height(p.cursor)
	top := p.cursor
	for top > p.top {
		room -= p.height(top - 1)
		if room < 0 {
			break
		}
		top--
	}
	p.top = top
}

// height returns how many lines the quote at a place takes.
func (p *Pane) height(place int) int { return len(p.entry(place)) }

// Click selects the quote at line y and reports whether there is one.
func (p *Pane) Click(y int) bool {
	y += p.skip
	for i := p.top; i < len(p.quotes); i++ {
		h := p.height(i)
		if y < h {
			p.cursor = i
			p.keep()
			return true
		}
		y -= h
	}
	return false
}

// Lines returns the pane as it is shown, H lines of W columns.
func (p *Pane) Lines() []string {
	if len(p.quotes) == 0 {
		return line.Fill([]string{"", "  " + line.Paint(p.Theme.Dim, "Nobody is quoted in the articles listed.")}, p.W, p.H)
	}
	out := make([]string, 0, p.H)
	for i := p.top; i < len(p.quotes) && len(out) < p.skip+p.H; i++ {
		out = append(out, p.entry(i)...)
	}
	return line.Fill(out[min(p.skip, len(out)):], p.W, p.H)
}
