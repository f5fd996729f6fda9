package popup

import (
	tea "charm.land/bubbletea/v2"

	"reader/ui/intent"
	"reader/ui/line"
	"reader/ui/pane"
	"reader/ui/style"
)

// Text is lines to be read.
type Text struct {
	pane.Place
	title string
	write func(th style.Theme, width int) []string
	top   int
}

// NewText returns a popup that shows what write writes for a width.
func NewText(title string, write func(th style.Theme, width int) []string) *Text {
	return &Text{title: title, write: write}
}

// Title implements Popup.
func (t *Text) Title() string {
	if t.more() {
		return t.title + forMore(t.Keys)
	}
	return t.title
}

// more reports whether there are lines below those that are shown.
func (t *Text) more() bool { return t.top+t.H < len(t.write(t.Theme, t.W)) }

// forMore tells which key shows more.
func forMore(k intent.KeyMap) string {
	if hint := k.Hint(intent.PageDown, "for more"); hint != "" {
		return " · " + hint
	}
	return ""
}

// Want implements Popup.
func (t *Text) Want() (w, h int) {
	const width = 76
	return width, len(t.write(t.Theme, width))
}

// Lines implements Popup.
func (t *Text) Lines() []string {
	lines := t.write(t.Theme, t.W)
	t.top = max(0, min(t.top, len(lines)-t.H))
	return line.Fill(lines[t.top:], t.W, t.H)
}

// Type implements Popup: there is nothing to type in.
func (t *Text) Type(tea.KeyPressMsg) bool { return false }

// Handle scrolls if i is a move.
func (t *Text) Handle(i intent.Intent) (tea.Cmd, bool) {
	n := len(t.write(t.Theme, t.W))
	step, ok := pane.Step(i, n, t.H)
	t.top = max(0, min(t.top+step, n-t.H))
	return nil, ok
}

// Click implements Popup.
func (t *Text) Click(int) {}

// Accept implements Popup.
func (t *Text) Accept() bool { return true }

// Cancel implements Popup.
func (t *Text) Cancel() {}

// Cursor implements Popup.
func (t *Text) Cursor() (x, y int, ok bool) { return 0, 0, false }
