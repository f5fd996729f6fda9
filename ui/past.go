package ui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"reader/model"
	"reader/model/library"
	"reader/model/revision"
	"reader/ui/amend"
	"reader/ui/intent"
	"reader/ui/line"
	"reader/ui/popup"
)

// past is what the article that is shown was before.
type past struct {
	of      *model.Article   // whose history was asked for last
	history *library.History // of it; nil: it has none, or it is not known yet
	busy    bool             // one is on its way
}

// pastMsg is the history of an article.
type pastMsg struct {
	of      *model.Article
	history *library.History
	err     error
}

// recall returns the command that finds the history of the article that is shown; nil if that is known, or another is on its
// way.
func (m *Model) recall() tea.Cmd {
	a, history := m.article.Article(), m.options.History
	if m.past.busy || a == nil || a == m.past.of || history == nil {
		return nil
	}
	m.past = past{of: a, busy: true}
	return func() tea.Msg {
		h, err := history(a)
		return pastMsg{a, h, err}
	}
}

// recalled takes in a history.
func (m *Model) recalled(msg pastMsg) {
	m.past.busy = false
	if msg.err != nil {
		m.trouble(msg.err)
	}
	if msg.of == m.article.Article() {
		m.past.history = msg.history
		m.article.SetHistory(msg.history)
	}
}

// edited tells how quote i of a was changed; "" if it was not, as far as is known.
func (m *Model) edited(a *model.Article, i int) string {
	h := m.past.history
	if h == nil || h.Now != a {
		return ""
	}
	e, ok := h.Edit(i)
	if !ok {
		return ""
	}
	on := line.Moment(e.At)
	if e.Kind == revision.Added {
		return "put in on " + on
	}
	was := &e.Old.Quotes[e.QuoteChange.Old]
	switch {
	case e.Words && e.Speaker:
		return fmt.Sprintf("edited on %s: was “%s” by %s", on, line.Bare(e.Old.Quoted(was)), speakerOr(e.Old, was))
	case e.Words:
		return fmt.Sprintf("edited on %s: was “%s”", on, line.Bare(e.Old.Quoted(was)))
	default:
		return fmt.Sprintf("given to another speaker on %s: before it was that of %s", on, speakerOr(e.Old, was))
	}
}

// showVersions shows how the article one is at was changed.
func (m *Model) showVersions() {
	switch h := m.past.history; {
	case m.article.Article() == nil:
		m.note = "There is no article here."
	case m.past.busy:
		m.note = "Its older versions are being read …"
	case h == nil || h.Now != m.article.Article():
		m.note = "No older version of this article is kept."
	case len(h.Old) == 0:
		m.note = fmt.Sprintf("It was changed %s, but no older version could be read.", line.Count(h.Times, "time")) +
			m.further(intent.Problems, "tells why")
	default:
		m.show(popup.Versions(h))
	}
}

// speakerOr returns who says q, or "nobody known".
func speakerOr(a *model.Article, q *model.Quote) string {
	if name := amend.SpeakerOf(a, q); name != "" {
		return name
	}
	return "nobody known"
}
