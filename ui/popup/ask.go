package popup

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"reader/ui/input"
	"reader/ui/intent"
	"reader/ui/line"
	"reader/ui/pane"
)

// Asking is what an Ask asks.
type Asking struct {
	Title string
	About func(text string) string // what to say of what is typed
	Text  string                   // what stands there at first
	Wrong string                   // what is wrong with it; "": nothing
	Hint  string                   // what the keys do
	Tab   func(text string) string // what Tab makes of what is typed; nil: Tab does nothing
	// Take is called by Enter with what is typed. It returns what is wrong with that, "" if it is taken.
	Take func(text string) (wrong string)
}

// Ask lets one type a text of any length, which is wrapped.
type Ask struct {
	pane.Place
	asking Asking
	text   input.Line
}

// NewAsk returns a popup that asks q.
func NewAsk(q Asking) *Ask { return &Ask{asking: q, text: input.New(q.Text)} }

// Title implements Popup.
func (a *Ask) Title() string { return a.asking.Title }

// Want implements Popup.
func (a *Ask) Want() (w, h int) {
	const width, least = 76, 2 // lines of text, so that the box seldom grows under one's hands
	return width, max(len(unfold(a.text.Text(), width-lead)), least) + len(a.below(width))
}

// lead is the columns before the text, and one behind it for the cursor.
const lead = 3

// Type changes the text.
func (a *Ask) Type(key tea.KeyPressMsg) bool {
	if !a.text.Type(key) {
		return false
	}
	a.asking.Wrong = ""
	return true
}

// LeftOut returns how many characters the line had no room for.
func (a *Ask) LeftOut() int { return a.text.LeftOut() }

// Handle does what Tab does.
func (a *Ask) Handle(i intent.Intent) (tea.Cmd, bool) {
	if i != intent.NextPane || a.asking.Tab == nil {
		return nil, false
	}
	a.text, a.asking.Wrong = input.New(a.asking.Tab(a.text.Text())), ""
	return nil, true
}

// Click implements Popup.
func (a *Ask) Click(int) {}

// Accept takes what is typed; with a mistake in it the popup stays open.
func (a *Ask) Accept() bool {
	a.asking.Wrong = a.asking.Take(a.text.Text())
	return a.asking.Wrong == ""
}

// Cancel implements Popup.
func (a *Ask) Cancel() {}

// place returns the lines of the text, the first that is shown, and where the cursor stands in them.
func (a *Ask) place() (lines []string, top, x, y int) {
	lines = unfold(a.text.Text(), a.W-lead)
	before := a.text.Before()
	for y < len(lines)-1 && len(before) >= len(lines[y]) {
		before = before[len(lines[y]):]
		y++
	}
	room := max(a.H-len(a.below(a.W)), 1)
	return lines, max(0, y-room+1), ansi.StringWidth(before), y
}

// Cursor implements Popup.
func (a *Ask) Cursor() (x, y int, ok bool) {
	_, top, x, y := a.place()
	return x + lead - 1, y - top, true
}

// below returns what stands below the text.
func (a *Ask) below(width int) []string {
	st, lines := a.Theme.Dim, []string{a.asking.Hint}
	if a.asking.Wrong != "" {
		st, lines = a.Theme.Error, line.Wrap(a.asking.Wrong, width)
	}
	about := line.Wrap(a.asking.About(a.text.Text()), width)
	out := make([]string, 0, len(lines)+len(about))
	for _, s := range lines {
		out = append(out, line.Paint(st, s))
	}
	for _, s := range about {
		out = append(out, line.Paint(a.Theme.Dim, s))
	}
	return out
}

// Lines implements Popup.
func (a *Ask) Lines() []string {
	lines, top, _, _ := a.place()
	below := a.below(a.W)
	room := max(a.H-len(below), 1)
	mark := line.Paint(a.Theme.Accent, "> ")
	out := make([]string, 0, a.H)
	for i := top; i < top+room; i++ {
		if i > 0 {
			mark = "  "
		}
		if i < len(lines) {
			out = append(out, mark+lines[i])
		} else if i < a.H-len(below) {
			out = append(out, "")
		}
	}
	return line.Fill(append(out, below...), a.W, a.H)
}

// unfold returns text in lines of at most width columns, broken behind blanks where that is possible. Together they are the text, so
// that each place in it has its line. There is at least one.
func unfold(text string, width int) []string {
	var out []string
	for len(text) > 0 {
		n := fitting(text, width)
		out = append(out, text[:n])
		text = text[n:]
	}
	if len(out) == 0 {
		return []string{""}
	}
	return out
}

// fitting returns how many bytes of text, one character at least, go on a line of width columns.
func fitting(text string, width int) int {
	at, columns, blank := 0, 0, 0
	for at < len(text) {
		c, w := ansi.FirstGraphemeCluster(text[at:], ansi.GraphemeWidth)
		if columns+w > width && at > 0 {
			if blank > 0 {
				return blank
			}
			return at
		}
		at, columns = at+len(c), columns+w
		if c == " " {
			blank = at
		}
	}
	return at
}
