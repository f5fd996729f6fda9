package ui

import (
	"fmt"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"reader/model"
	"reader/model/correct"
	"reader/model/library"
	"reader/ui/amend"
	"reader/ui/intent"
	"reader/ui/transcript"
)

// fixedMsg is what came of a correction, or of undoing one.
type fixedMsg struct {
	amend.Change
	generation int // of the loader whose articles these are
}

// concerning returns a message about c with the articles that c is of.
func (m *Model) concerning(c correct.Correction) fixedMsg {
	return fixedMsg{amend.Of(m.lib, c), m.load.generation}
}

// fix corrects article r as c says.
func (m *Model) fix(r library.Ref, c correct.Correction) {
	c.Article, c.Time = m.lib.Article(r).ID, time.Now().Round(0).UTC()
	log := m.options.Log
	m.queue.add(func() tea.Cmd {
		msg := m.concerning(c)
		return func() tea.Msg {
			msg.Make(log)
			return msg
		}
	})
}

// undo returns the command that undoes what was corrected, marked, noted or saved last, whichever of the two logs it is in; nil, and
// a note, if there is nothing, or only a correction of no article here.
func (m *Model) undo() tea.Cmd {
	log := m.options.Log
	ch, marked, ok := amend.Latest(m.lib, log, m.options.State)
	switch {
	case marked:
		return m.unmark()
	case !ok:
		m.note = "There is nothing to undo."
		return nil
	case len(ch.Refs) == 0:
		m.note = "The last correction is of an article that is not open here, and stays: " + amend.Sentence(&ch.Correction)
		return nil
	}
	msg := fixedMsg{ch, m.load.generation}
	return func() tea.Msg {
		msg.Undo(log)
		return msg
	}
}

// undoneToo returns the command that analyses the articles of c anew, which is undone; nil if there are none.
func (m *Model) undoneToo(c correct.Correction) tea.Cmd {
	msg, log := m.concerning(c), m.options.Log
	if len(msg.Refs) == 0 {
		return nil
	}
	msg.Undone = true
	return func() tea.Msg {
		msg.Reread(log)
		return msg
	}
}

// fixed shows what came of a correction.
func (m *Model) fixed(msg fixedMsg) {
	m.queue.busy = false
	if msg.Err != nil {
		m.queue.leaving = false
		failed := "corrected"
		if msg.Undone {
			failed = "undone"
		}
		m.failed("Not "+failed, msg.Err, fmt.Errorf("not %s: %s %w", failed, amend.Sentence(&msg.Correction), msg.Err))
		return
	}
	if msg.generation != m.load.generation {
		return
	}
	m.replace(msg.Refs, msg.Articles)
	m.standOnChange(&msg.Correction, msg.Undone)
	m.note = msg.Told()
	if !msg.Undone {
		m.note += m.further(intent.Undo, "undoes it")
	}
	if msg.Undone && msg.Correction.Article != msg.Articles[0].ID {
		m.queue.add(func() tea.Cmd { return m.undoneToo(msg.Correction) })
	}
}

// replace puts articles in place of refs. One stays at the same place everywhere.
func (m *Model) replace(refs []library.Ref, articles []*model.Article) {
	was, row := m.here(), m.list.Cursor()
	cursor, top := m.transcript.Cursor(), m.transcript.Top()
	shown := m.article.Article()
	for i, r := range refs {
		m.lib.Replace(r, articles[i])
	}
	m.refresh()
	if r, ok := m.list.Selected(); ok && r != was.ref {
		m.list.Step(min(row, len(m.list.Refs())-1) - m.list.Cursor()) // it is not listed any more
	}
	if m.quotes {
		if i, ok := m.transcript.Find(transcript.Quote{Ref: was.cursor.ref, Index: m.quoteAt(was.cursor)}); ok {
			cursor, top = i, top+i-cursor
		}
		m.transcript.Put(cursor, top)
	}
	if shown != nil && shown != m.lib.Article(was.ref) {
		m.article.Replace(m.lib.Article(was.ref), m.quoteAt(was.quote))
		m.side.Replace(was.ref)
	}
}

// standOnChange stands on the quote or the entity that c, made or undone, is about, if that is in the article shown.
func (m *Model) standOnChange(c *correct.Correction, undone bool) {
	a := m.article.Article()
	if a == nil || a.ID != c.Article {
		return
	}
	switch {
	case c.Op == correct.Same && !undone:
		if !m.side.Select(c.Is.Name) { // it may be narrowed to the name that it had
			m.side.Narrow("")
			m.side.Select(c.Is.Name)
		}
	case c.Op > correct.Quote:
		m.side.Select(c.Entity.Name)
	}
	is := func(q model.Quote) bool { return q.Field == c.Anchor.Field && q.Span.Contains(c.Anchor.Span) }
	if i := slices.IndexFunc(a.Quotes, is); i >= 0 && c.Op <= correct.Quote {
		m.article.StandOn(i)
	}
}
