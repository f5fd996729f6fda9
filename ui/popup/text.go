package popup

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

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

// Help returns a popup that lists the keys of groups.
func Help(groups []intent.Group) *Text {
	return NewText("Keys", func(th style.Theme, width int) []string {
		labels := 0
		for _, g := range groups {
			for _, b := range g.Bindings {
				labels = max(labels, ansi.StringWidth(b.Label()))
			}
		}
		labels = min(labels, width/3)
		var out []string
		for i, g := range groups {
			if i > 0 {
				out = append(out, "")
			}
			out = append(out, line.Paint(th.Heading, g.Name))
			for _, b := range g.Bindings {
				lead := line.Styled(th.Accent, b.Label(), labels) + "  "
				for _, l := range line.Wrap(b.Help, width-labels-2) {
					out = append(out, lead+l)
					lead = line.Blank(labels + 2)
				}
			}
		}
		return out
	})
}

// Problems returns a popup that lists what went wrong.
func Problems(problems []error) *Text {
	return NewText("Problems", func(th style.Theme, width int) []string {
		if len(problems) == 0 {
			return []string{line.Paint(th.Dim, "Everything could be read.")}
		}
		var out []string
		for _, p := range problems {
			out = append(out, marked(th.Error, "! ", p.Error(), width)...)
		}
		return out
	})
}

// Title implements Popup.
func (t *Text) Title() string {
	if t.top+t.H < len(t.write(t.Theme, t.W)) {
		return t.title + more(t.Keys)
	}
	return t.title
}

// more tells which key shows more.
func more(k intent.KeyMap) string {
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
