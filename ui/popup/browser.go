package popup

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"reader/ui/intent"
	"reader/ui/line"
	"reader/ui/pane"
	"reader/ui/style"
)

// Entry is one of the things that a Browser lists.
type Entry struct {
	Name  string
	About string                                   // one line more
	Write func(th style.Theme, width int) []string // all that there is to say about it
	Do    func()                                   // called by Enter; nil: nothing is
}

// Browser lists entries, and below them tells about the one under the cursor.
type Browser struct {
	pane.Place
	title   string
	entries []Entry
	window  pane.Window
	told    []string // about the entry under the cursor, for the width and theme there is; nil: not written yet
	top     int      // the first line of these that is shown
}

// NewBrowser returns a popup that lists entries, of which there is at least one.
func NewBrowser(title string, entries []Entry) *Browser {
	return &Browser{title: title, entries: entries}
}

// Title implements Popup.
func (b *Browser) Title() string {
	if b.top+b.room() < len(b.text()) {
		return b.title + forMore(b.Keys)
	}
	return b.title
}

// Want implements Popup.
func (b *Browser) Want() (w, h int) {
	const width, lines = 84, 24
	return width, min(len(b.entries), lines/3) + 1 + lines
}

// SetSize gives the popup w columns and h lines.
func (b *Browser) SetSize(w, h int) {
	if w != b.W {
		b.told = nil
	}
	b.Place.SetSize(w, h)
	b.window.Keep(len(b.entries), b.fit())
}

// SetTheme sets the styles.
func (b *Browser) SetTheme(th style.Theme) {
	b.Place.SetTheme(th)
	b.told = nil
}

// fit returns how many entries are shown, and room how many lines are left for the text.
func (b *Browser) fit() int  { return min(len(b.entries), max(b.H/3, 1)) }
func (b *Browser) room() int { return max(b.H-b.fit()-1, 0) }

// text returns the lines about the entry under the cursor.
func (b *Browser) text() []string {
	if b.told == nil {
		b.told = b.entries[b.window.Cursor].Write(b.Theme, b.W)
	}
	return b.told
}

// Lines implements Popup.
func (b *Browser) Lines() []string {
	out := make([]string, 0, b.H)
	for i := b.window.Top; i < b.window.Top+b.fit(); i++ {
		e := &b.entries[i]
		out = append(out, listRow(&b.Place, b.Theme.Text, e.Name, " "+e.About, i == b.window.Cursor))
	}
	out = append(out, line.Paint(b.Theme.Border, strings.Repeat("─", b.W)))
	b.scroll(0)
	return line.Fill(append(out, b.text()[b.top:]...), b.W, b.H)
}

// scroll moves the text by n lines.
func (b *Browser) scroll(n int) { b.top = max(0, min(b.top+n, len(b.text())-b.room())) }

// Handle goes to the entry before or behind, or scrolls the text; of a single entry every move does.
func (b *Browser) Handle(i intent.Intent) (tea.Cmd, bool) {
	if (i == intent.Down || i == intent.Up) && len(b.entries) > 1 {
		b.window.Move(i, len(b.entries), b.fit())
		b.told, b.top = nil, 0
		return nil, true
	}
	step, ok := pane.Step(i, len(b.text()), b.room())
	b.scroll(step)
	return nil, ok
}

// Click puts the cursor on the entry at line y.
func (b *Browser) Click(y int) {
	if y >= 0 && y < b.fit() {
		b.window.Cursor = b.window.Top + y
		b.told, b.top = nil, 0
	}
}

// Type implements Popup: there is nothing to type in.
func (b *Browser) Type(tea.KeyPressMsg) bool { return false }

// Accept does what Enter does on the entry under the cursor.
func (b *Browser) Accept() bool {
	if do := b.entries[b.window.Cursor].Do; do != nil {
		do()
	}
	return true
}

// Cancel implements Popup.
func (b *Browser) Cancel() {}

// Cursor implements Popup.
func (b *Browser) Cursor() (x, y int, ok bool) { return 0, 0, false }
