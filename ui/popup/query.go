package popup

import (
	"errors"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"reader/model/library"
	"reader/ui/input"
	"reader/ui/intent"
	"reader/ui/line"
	"reader/ui/pane"
	"reader/ui/terms"
)

// Query edits a query. A query that can be read is shown at once, unless it ends in the middle of a word; a
// mistake has a caret under it.
type Query struct {
	pane.Place
	text   input.Line
	on     func(text string)
	cancel func()
	err    error
}

// NewQuery returns an editor of the query text. It calls on with every text that can be read, and cancel if
// the editor is left without Enter.
func NewQuery(text string, on func(string), cancel func()) *Query {
	return &Query{text: input.New(text), on: on, cancel: cancel}
}

// Title implements Popup.
func (q *Query) Title() string { return "Query" }

// Want implements Popup.
func (q *Query) Want() (w, h int) { return 96, 5 }

// Type changes the query.
func (q *Query) Type(key tea.KeyPressMsg) bool {
	before := q.text.Text()
	if !q.text.Type(key) {
		return false
	}
	if text := q.text.Text(); text != before {
		if _, q.err = library.ParseQuery(text); q.err == nil && !terms.Unfinished(text) {
			q.on(text)
		}
	}
	return true
}

// Handle implements Popup: there are no moves.
func (q *Query) Handle(intent.Intent) (tea.Cmd, bool) { return nil, false }

// Click implements Popup.
func (q *Query) Click(int) {}

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
	typed, _ := q.text.View(q.W - 2)
	out := []string{line.Paint(q.Theme.Accent, "> ") + typed}
	if q.err == nil {
		out = append(out, "")
		for _, l := range line.Wrap(`speaker: person: org: place: text: "a phrase" OR - ( )`, q.W-2) {
			out = append(out, "  "+line.Paint(q.Theme.Dim, l))
		}
		return line.Fill(out, q.W, q.H)
	}
	out = append(out, line.Blank(2+q.column())+line.Paint(q.Theme.Error, "^"))
	for _, l := range line.Wrap(q.err.Error(), q.W-2) {
		out = append(out, "  "+line.Paint(q.Theme.Error, l))
	}
	return line.Fill(out, q.W, q.H)
}

// column returns the column, among those shown, that the mistake stands in.
func (q *Query) column() int {
	var mistake *library.QueryError
	if !errors.As(q.err, &mistake) {
		return 0
	}
	_, cursor := q.text.View(q.W - 2)
	before := ansi.StringWidth(q.text.Before())
	at := ansi.StringWidth(q.text.Text()[:mistake.At])
	return max(0, min(at-before+cursor, q.W-3))
}
