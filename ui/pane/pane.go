// Package pane is what the panes and popups of the screen have in common: their place, and a cursor that
// moves over rows of which only some fit.
package pane

import (
	"reader/ui/intent"
	"reader/ui/style"
)

// Place is the room that a pane has and how it looks there. Panes embed it.
type Place struct {
	W, H    int // inside of the border
	Theme   style.Theme
	Keys    intent.KeyMap // for what it says of them
	Focused bool
}

// SetSize gives the pane w columns and h lines.
func (p *Place) SetSize(w, h int) { p.W, p.H = max(w, 0), max(h, 0) }

// SetTheme sets the styles.
func (p *Place) SetTheme(th style.Theme) { p.Theme = th }

// SetKeys sets the keys that are bound.
func (p *Place) SetKeys(k intent.KeyMap) { p.Keys = k }

// SetFocused says whether the pane has the keys.
func (p *Place) SetFocused(on bool) { p.Focused = on }

// Window is a cursor in rows of which only some are shown.
type Window struct {
	Cursor int // the row that keys act on
	Top    int // the first row that is shown
}

// Keep moves the cursor into the n rows that there are, and the window, fit rows high, to the cursor.
func (w *Window) Keep(n, fit int) {
	w.Cursor = max(0, min(w.Cursor, n-1))
	w.Top = min(w.Top, w.Cursor)
	w.Top = max(w.Top, w.Cursor-max(fit, 1)+1)
	w.Top = max(0, min(w.Top, n-fit))
}

// Move does i if it is a move, in n rows of which fit are shown, and reports whether it was one.
func (w *Window) Move(i intent.Intent, n, fit int) bool {
	step, ok := Step(i, n, fit)
	if ok {
		w.Cursor += step
		w.Keep(n, fit)
	}
	return ok
}

// Step returns by how many rows i moves among n of which fit are shown; ok is false if it is no move.
func Step(i intent.Intent, n, fit int) (step int, ok bool) {
	page := max(fit-1, 1)
	switch i {
	case intent.Down:
		return 1, true
	case intent.Up:
		return -1, true
	case intent.PageDown:
		return page, true
	case intent.PageUp:
		return -page, true
	case intent.HalfDown:
		return max(fit/2, 1), true
	case intent.HalfUp:
		return -max(fit/2, 1), true
	case intent.Top:
		return -n, true
	case intent.Bottom:
		return n, true
	default:
		return 0, false
	}
}
