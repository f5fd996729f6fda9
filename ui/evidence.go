package ui

import (
	"reader/model"
	"reader/model/library"
	"reader/ui/intent"
	"reader/ui/line"
	"reader/ui/popup"
	"reader/ui/why"
)

// evidence tells why the entity under the cursor is one, or why the quote that one is at has its speaker.
func (m *Model) evidence() {
	if m.focus == EntityPane {
		r, id := m.entityAtHand()
		if id == 0 {
			m.note = "Only names have evidence."
			return
		}
		m.show(popup.Evidence(why.Entity(m.lib, r, id)))
		return
	}
	r, i, ok := m.standOnQuote()
	if !ok {
		return
	}
	a := m.lib.Article(r)
	m.show(popup.Evidence(why.Quote(m.lib, r, i, m.edited(a, i), m.options.State.NotesOn(a).On(i))))
}

// standOnQuote stands on the quote that one is at, so that it can be seen which it is; false, and a note, if there is none.
func (m *Model) standOnQuote() (r library.Ref, i int, ok bool) {
	r, i = m.quoteAtHand(m.article.AtHand)
	if i < 0 {
		m.note = "No quote is on the screen."
		return r, i, false
	}
	if !m.quotes {
		m.article.StandOn(i)
	}
	return r, i, true
}

// tellMeant tells in the text of articles who is meant, or leaves it untold again.
func (m *Model) tellMeant() {
	if m.quotes {
		m.note = "That is for an article: in the quotes alone everybody stands by name." + m.further(intent.Transcript, "goes back to the article")
		return
	}
	n, told := m.article.Mean()
	switch {
	case told && m.article.Article() != nil && n == 0:
		m.note = "Everybody who is quoted here stands by name." + m.further(intent.Meant, "ends this")
	case told:
		m.note = "Told in the text, in " + line.Count(n, "place") + "." + m.further(intent.Meant, "ends this") + m.further(intent.Evidence, "on a quote tells why")
	}
}

// entityAtHand returns the entity under the cursor of the entities, 0 if there is none, and its article.
func (m *Model) entityAtHand() (library.Ref, model.EntityID) {
	r, listed := m.list.Selected()
	row, ok := m.side.Selected()
	if !listed || !ok {
		return 0, 0
	}
	return r, row.Entity
}

// quoteAtHand returns the quote under the cursor of the transcript, or where that is not shown the one that of says of
// the article: its article, and its place in the article's Quotes, -1 if there is none.
func (m *Model) quoteAtHand(of func() int) (library.Ref, int) {
	if m.quotes {
		if q, ok := m.transcript.Selected(); ok {
			return q.Ref, q.Index
		}
		return 0, -1
	}
	r, ok := m.list.Selected()
	if !ok {
		return 0, -1
	}
	return r, of()
}
