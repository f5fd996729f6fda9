package ui

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

// Whatever is open, while somebody drags the corner of the window to nothing and back each frame has the size of the screen and
// keys go on working; and at the end one can still leave.
func TestAStormOfSizes(t *testing.T) {
	for i, f := range frames() {
		t.Run(f.name, func(t *testing.T) {
			s := f.open(t, 300, 100)
			for k, to := range storm(i) {
				s.m.Update(keyOf([]string{"↓", "↑"}[k%2]))
				s.send(tea.WindowSizeMsg{Width: to[0], Height: to[1]})
			}
			if s.press("Esc Esc Esc Esc Esc Esc Esc Esc 1 q"); !s.quit {
				t.Errorf("one can't leave any more:\n%s", s.text())
			}
		})
	}
}

// storm returns sizes from 300x100 down to nothing and back, in steps that are others for each n, so that together they meet most
// widths and heights.
func storm(n int) []size {
	var down, up []size
	for w := 300 - n%47; w > 0; w -= 47 {
		down = append(down, size{w, w / 3})
	}
	for w := n % 53; w < 300; w += 53 {
		up = append(up, size{w, w * 2 / 7})
	}
	return append(append(down, size{0, 0}, size{1, 1}, size{21 + n%20, 5 + n%7}), up...)
}
