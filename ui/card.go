package ui

import (
	tea "charm.land/bubbletea/v2"

	"reader/model/library"
	"reader/ui/popup"
)

// cards is the reading of articles for cards.
type cards struct {
	waiting bool // a cardMsg is on its way
}

// cardMsg asks to read more for a card.
type cardMsg struct{ card *popup.Card }

// cardStride is how many articles are read for a card before the screen is drawn again: some 5 ms where they must be fetched.
const cardStride = 32

// showCardAtHand shows the card of the entity under the cursor, or of who says the quote that one is at.
func (m *Model) showCardAtHand() {
	if id := m.entityOf(); id != 0 {
		m.showCard(id)
	}
}

// showCard shows the card of id, with what the newest articles tell.
func (m *Model) showCard(id library.ID) {
	var card *popup.Card
	card = popup.NewCard(m.lib, id, m.options.Log, popup.CardLinks{
		Article: func(r library.Ref, whom library.ID) { m.openFromCard(card, r, whom) },
		Card:    m.showCard,
	})
	card.Step(cardStride)
	m.show(card)
}

// pressCard shows the card of whoever the cursor of top is on; top that shows nobody is closed.
func (m *Model) pressCard(top popup.Popup) {
	switch of, ok := top.(interface{ Whom() library.ID }); {
	case !ok:
		m.closePopup()
	case of.Whom() != 0:
		m.showCard(of.Whom())
	}
}

// topCard returns the card that is on top of all, nil if there is none.
func (m *Model) topCard() *popup.Card {
	card, _ := m.popups.Top().(*popup.Card)
	return card
}

// readForCard returns the command that goes on with the reading for the card on top, nil if that is done or going on already.
func (m *Model) readForCard() tea.Cmd {
	card := m.topCard()
	if card == nil || card.Done() || m.cards.waiting {
		return nil
	}
	m.cards.waiting = true
	return func() tea.Msg { return cardMsg{card} }
}

// readOn reads more for a card, unless another is on top by now.
func (m *Model) readOn(msg cardMsg) {
	if m.cards.waiting = false; msg.card == m.topCard() {
		msg.card.Step(cardStride)
	}
}

// renewCards lets the cards be read anew, as the library has changed.
func (m *Model) renewCards() {
	for _, p := range m.popups {
		if card, ok := p.(*popup.Card); ok {
			card.Renew()
		}
	}
}

// openFromCard opens article r at what whom says in it, else where it is mentioned. The way back leads to the card.
func (m *Model) openFromCard(card *popup.Card, r library.Ref, whom library.ID) {
	for len(m.popups) > 0 {
		m.closePopup()
	}
	m.openArticle(r)
	jump := &m.jumps[len(m.jumps)-1]
	jump.card, jump.to = card, r
	if quotes := m.article.ByReading(m.lib.QuotesBy(r, whom)); len(quotes) > 0 {
		m.article.StandOn(quotes[0])
		return
	}
	m.article.Follow(whom, m.lib.Entity(whom).Name, 1)
}

// openedFromCard reports whether the article one reads was opened from a card.
func (m *Model) openedFromCard() bool {
	n := len(m.jumps)
	r, ok := m.list.Selected()
	searching := m.article.Searching() && !m.article.Following()
	return ok && n > 0 && m.focus == ArticlePane && !m.quotes && !searching && m.jumps[n-1].card != nil && m.jumps[n-1].to == r
}
