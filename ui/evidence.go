package ui

import (
	"reader/model/library"
	"reader/ui/popup"
)

// evidence tells why the entity under the cursor is one, or why the quote that one is at has its speaker.
func (m *Model) evidence() {
	if m.focus == EntityPane {
		r, listed := m.list.Selected()
		row, ok := m.side.Selected()
		if !listed || !ok || row.Entity == 0 {
			m.note = "Only names have evidence."
			return
		}
		m.show(popup.Identity(m.lib, r, row.Entity))
		return
	}
	r, i := m.quoteAtHand()
	if i < 0 {
		m.note = "No quote is on the screen."
		return
	}
	if !m.quotes {
		m.article.StandOn(i)
	}
	m.show(popup.Evidence(m.lib, r, i))
}

// quoteAtHand returns the quote under the cursor of the transcript, or the one that one stands on in the article, else
// the first that can be seen there: its article, and its place in the article's Quotes, -1 if there is none.
func (m *Model) quoteAtHand() (library.Ref, int) {
	if m.quotes {
		if q, ok := m.transcript.Selected(); ok {
			return q.Ref, q.Index
		}
		return 0, -1
	}
	r, ok := m.list.Selected()
	if !ok || m.article.Article() == nil {
		return 0, -1
	}
	return r, m.article.AtHand()
}
