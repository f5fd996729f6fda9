package ui

import (
	"reader/model/library"
	"reader/ui/intent"
	"reader/ui/popup"
)

// articleAtHand returns the article one is at: in the transcript that of the quote under the cursor.
func (m *Model) articleAtHand() (library.Ref, bool) {
	r, ok := m.list.Selected()
	if q, quoted := m.transcript.Selected(); quoted && m.quotes && m.focus == ArticlePane && !m.transcript.Carries(r) {
		return q.Ref, true
	}
	return r, ok
}

// showCopies shows who else carries the article one is at.
func (m *Model) showCopies() {
	r, ok := m.articleAtHand()
	if !ok {
		m.note = "There is no article here."
		return
	}
	p := popup.Copies(m.lib, r, m.openArticle)
	if p == nil {
		m.note = "Nobody else carries this article."
		return
	}
	m.show(p)
}

// openArticle opens article r, in the row of its copies. If it is not listed, all are.
func (m *Model) openArticle(r library.Ref) {
	m.remember()
	if !m.list.Select(r) {
		m.apply("")
		m.list.Select(r)
		m.note = "The filter, which left this one out, is cleared." + m.further(intent.JumpBack, "goes back")
	}
	m.quotes, m.focus = false, ArticlePane
	m.sync()
}
