package popup

import (
	"errors"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"reader/model/library"
	"reader/model/query"
	"reader/ui/input"
	"reader/ui/intent"
	"reader/ui/line"
	"reader/ui/pane"
	"reader/ui/style"
)

// Query edits a query. A query that can be read is shown at once, unless it ends in the middle of a word; a mistake has a
// caret under it, and what was shown last stays. Below it stands what may be typed next.
type Query struct {
	pane.Place
	text       input.Line
	vocabulary query.Vocabulary
	on         func(text string)
	cancel     func()
	err        error
	offered    []query.Completion
	window     pane.Window // in offered
}

// NewQuery returns an editor of the query text, which completes from vocabulary. It calls on with every text that can be
// read, and cancel if the editor is left without Enter.
func NewQuery(text string, vocabulary query.Vocabulary, on func(string), cancel func()) *Query {
	q := &Query{text: input.New(text), vocabulary: vocabulary, on: on, cancel: cancel}
	q.offer()
	return q
}

// Title implements Popup.
func (q *Query) Title() string { return "Query" }

// maxOffered is how many completions are to be seen at once.
const maxOffered = 8

// Want implements Popup.
func (q *Query) Want() (w, h int) { return 96, len(q.above()) + maxOffered }

// Type changes the query.
func (q *Query) Type(key tea.KeyPressMsg) bool {
	before := q.text.Text()
	if !q.text.Type(key) {
		return false
	}
	q.changed(before)
	return true
}

// LeftOut returns how many characters the line had no room for.
func (q *Query) LeftOut() int { return q.text.LeftOut() }

// changed shows what the text, which was before, finds now.
func (q *Query) changed(before string) {
	if text := q.text.Text(); text != before {
		if _, q.err = query.Parse(text); q.err == nil && !query.Unfinished(text) {
			q.on(text)
		}
	}
	q.offer()
}

// offer finds out what may be typed next.
func (q *Query) offer() {
	q.offered, q.window = query.Complete(q.text.Text(), len(q.text.Before()), q.vocabulary), pane.Window{}
}

// Handle moves in what is offered, and takes it (Tab).
func (q *Query) Handle(i intent.Intent) (tea.Cmd, bool) {
	if i != intent.NextPane {
		return nil, q.window.Move(i, len(q.offered), q.fit())
	}
	if len(q.offered) > 0 {
		q.take(q.offered[q.window.Cursor])
	}
	return nil, true
}

// take types c. Behind a value goes a blank: it is finished.
func (q *Query) take(c query.Completion) {
	before := q.text.Text()
	if c.Help == "" && c.To == len(before) {
		c.Text += " "
	}
	q.text.Replace(c.From, c.To, c.Text)
	q.changed(before)
}

// Click takes what is offered at line y.
func (q *Query) Click(y int) {
	if i := q.window.Top + y - len(q.above()); y >= len(q.above()) && i < len(q.offered) {
		q.take(q.offered[i])
	}
}

// Accept shows what the query finds; with a mistake in it the editor stays open.
func (q *Query) Accept() bool {
	if q.err == nil {
		q.on(q.text.Text())
	}
	return q.err == nil
}

// Cancel implements Popup.
func (q *Query) Cancel() { q.cancel() }

// Cursor implements Popup.
func (q *Query) Cursor() (x, y int, ok bool) {
	_, x = q.text.View(q.W - 2)
	return x + 2, 0, true
}

// Lines implements Popup.
func (q *Query) Lines() []string {
	out := q.above()
	for i := q.window.Top; i < min(q.window.Top+q.fit(), len(q.offered)); i++ {
		out = append(out, q.row(q.offered[i], i == q.window.Cursor))
	}
	return line.Fill(out, q.W, q.H)
}

// fit returns how many completions there is room for.
func (q *Query) fit() int { return max(q.H-len(q.above()), 0) }

// above returns the query and what is wrong with it, or how it is completed.
func (q *Query) above() []string {
	typed, _ := q.text.View(q.W - 2)
	out := []string{line.Paint(q.Theme.Accent, "> ") + typed}
	if q.err == nil {
		return append(out, line.Paint(q.Theme.Dim, "Enter keeps it · Tab completes · Esc goes back"))
	}
	out = append(out, line.Blank(2+q.column())+line.Paint(q.Theme.Error, "^"))
	for _, l := range line.Wrap(q.err.Error(), q.W-2) {
		out = append(out, "  "+line.Paint(q.Theme.Error, l))
	}
	return out
}

// row returns a row of what is offered.
func (q *Query) row(c query.Completion, cursor bool) string {
	about := c.Help
	switch {
	case c.Count >= 0 && c.Quotes:
		about = amount(library.Heard{Quotes: c.Count, Unsure: c.Unsure})
	case c.Count >= 0:
		about = line.Count(c.Count, "article")
	}
	bar, name, rest := "  ", q.Theme.Text, q.Theme.Dim
	if cursor {
		bar = line.Paint(q.Theme.Accent, "▌ ")
		name, rest = style.Over(q.Theme.Status, q.Theme.Title), q.Theme.Status
	}
	width := max(q.W-2, 0)
	left := min(max(width/2, 12), width)
	return bar + line.Styled(name, c.Text, left) + line.Styled(rest, about, width-left)
}

// column returns the column, among those shown, that the mistake stands in.
func (q *Query) column() int {
	var mistake *query.Error
	if !errors.As(q.err, &mistake) {
		return 0
	}
	_, cursor := q.text.View(q.W - 2)
	before := ansi.StringWidth(q.text.Before())
	at := ansi.StringWidth(q.text.Text()[:mistake.At])
	return max(0, min(at-before+cursor, q.W-3))
}
