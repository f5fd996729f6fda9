package ui

import (
	"github.com/charmbracelet/x/ansi"

	"reader/model"
	"reader/model/correct"
	"reader/model/library"
	"reader/model/state"
	"reader/ui/intent"
	"reader/ui/line"
	"reader/ui/popup"
)

// toComment returns what one stands on: a quote of article r, or for -1 all of it, as in the list. It returns false where there is no
// article.
func (m *Model) toComment() (r library.Ref, i int, ok bool) {
	if r, i = m.quoteAtHand(m.article.QuoteInView); i >= 0 && m.focus != ListPane {
		return r, i, true
	}
	r, ok = m.articleAtHand()
	return r, -1, ok
}

// comment asks for a note on what one stands on. One that is there is edited.
func (m *Model) comment() {
	r, i, ok := m.toComment()
	if !ok {
		m.note = "There is no article here."
		return
	}
	if m.options.State == nil {
		m.note = line.One("Not kept: " + state.ErrNotKept.Error() + ".")
		return
	}
	a := m.lib.Article(r)
	n := m.noteAt(a, i)
	title := "Note on the article"
	about := a.Title
	if words := n.Anchor.Words; words != "" {
		title, about = "Note on the quote", words
	}
	m.show(popup.NewAsk(popup.Asking{
		Title: title, Text: n.Text, Hint: hintOf(n),
		About: func(string) string { return ansi.Truncate(line.One(about), 150, "…") },
		Take: func(text string) string {
			m.write(n, line.One(text))
			return ""
		},
	}))
}

// hintOf says what the keys do while n is typed.
func hintOf(n state.Note) string {
	if n.Text == "" {
		return "Enter keeps it · Esc gives it up"
	}
	return "Enter keeps it · an empty one is taken away (^u) · Esc changes nothing"
}

// noteAt returns the note to be edited on quote i of a, or on all of it for -1: the latest, else a new one.
func (m *Model) noteAt(a *model.Article, i int) state.Note {
	n, ok := m.options.State.NotesOn(a).Latest(i)
	if !ok {
		n.Article = a.ID
	}
	if i >= 0 {
		q := &a.Quotes[i]
		n.Anchor = correct.At(a, q.Field, q.Span) // where its words stand now
	}
	return n
}

// write keeps text as what n says; "" takes it away.
func (m *Model) write(n state.Note, text string) {
	if text == n.Text {
		return
	}
	n.Text = text
	undo := m.further(intent.Undo, "undoes it")
	m.keep(func(log *state.Log) (string, error) {
		_, err := log.Write(n)
		return told(log, err, undo)
	})
}

// noteSaid returns the note on quote i of a for the status line, cut, as there is more to say there; "" if there is none. All of it is
// in the evidence, and in the quotes alone.
func (m *Model) noteSaid(a *model.Article, i int) string {
	note := line.One(m.options.State.NotesOn(a).On(i))
	if note == "" {
		return ""
	}
	return "✎ " + ansi.Truncate(note, max(m.layout.Status.W/3, 8), "…")
}
