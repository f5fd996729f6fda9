package reading

import (
	"strings"

	"reader/ui/line"
	"reader/ui/page"
)

// hints is that the links on the screen have letters, and which letters of one are typed.
type hints struct{ typed string }

// HomeRow is the letters that links have: those under the fingers.
const HomeRow = "asdfghjkl"

// labels returns n labels of letters of the home row, as few as possible, the shortest first. None begins like another.
func labels(n int) []string {
	out, first := []string{""}, 0 // those before first have others that begin like them
	for first == 0 || len(out)-first < n {
		for _, letter := range HomeRow {
			out = append(out, out[first]+string(letter))
		}
		first++
	}
	return out[first : first+n]
}

// hint is a link on the screen, and its letters.
type hint struct {
	page.Link
	letters string
}

// hinted returns the links on the screen whose letters begin as typed.
func (p *Pane) hinted(typed string) []hint {
	pg := p.page()
	if pg == nil {
		return nil
	}
	links := pg.Links(p.top, p.top+p.H)
	var out []hint
	for i, letters := range labels(len(links)) {
		if strings.HasPrefix(letters, typed) {
			out = append(out, hint{links[i], letters})
		}
	}
	return out
}

// Hint gives letters to the links on the screen, and reports whether there are any.
func (p *Pane) Hint() bool {
	if len(p.hinted("")) == 0 {
		return false
	}
	p.hints = &hints{}
	return true
}

// Hinting reports whether links have letters.
func (p *Pane) Hinting() bool { return p.hints != nil }

// Unhint takes the letters away.
func (p *Pane) Unhint() { p.hints = nil }

// Typed returns which letters of a link are typed.
func (p *Pane) Typed() string { return p.hints.typed }

// Untype takes the last letter that was typed back.
func (p *Pane) Untype() {
	if n := len(p.hints.typed); n > 0 {
		p.hints.typed = p.hints.typed[:n-1]
	}
}

// Letter types a letter of a link, if any has it there. Once no other link has these letters it returns where that one leads, and
// takes the letters away.
func (p *Pane) Letter(letter string) (address string, chosen bool) {
	typed := p.hints.typed + letter
	fit := p.hinted(typed)
	switch len(fit) {
	case 0:
		return "", false
	case 1:
		p.hints = nil
		return fit[0].Address, true
	}
	p.hints.typed = typed
	return "", false
}

// drawHints puts the letters of links that are still to be typed over where these begin in lines.
func (p *Pane) drawHints(lines []string) {
	if p.hints == nil {
		return
	}
	parts := make([][]line.Part, len(lines))
	free := make([]int, len(lines)) // up to where letters stand
	for _, h := range p.hinted(p.hints.typed) {
		rest, y := h.letters[len(p.hints.typed):], h.Line-p.top
		x := min(max(p.margin()+h.Col, free[y]), p.W-len(rest))
		if x < free[y] {
			continue // no room on this line
		}
		parts[y] = append(parts[y], line.Part{Text: line.Paint(p.Theme.HitFocus, rest), X: x})
		free[y] = x + len(rest)
	}
	for y := range lines {
		if parts[y] != nil {
			lines[y] = line.Overlays(lines[y], parts[y]...)
		}
	}
}
