package ui

import (
	tea "charm.land/bubbletea/v2"

	"reader/ui/intent"
)

// click gives the keys to the pane under the mouse and selects what is there. A click beside a popup closes it.
func (m *Model) click(msg tea.MouseClickMsg) {
	m.drag = false
	if msg.Button != tea.MouseLeft {
		return
	}
	if top := m.popups.Top(); top != nil {
		if m.popupRoom(top).Has(msg.X, msg.Y) {
			top.Click(msg.Y - m.popupInside(top).Y)
		} else {
			m.closePopup()
		}
		return
	}
	p, ok := m.layout.At(msg.X, msg.Y)
	if !ok {
		return
	}
	m.prompt, m.focus = nil, p
	m.article.Unhint()
	if p != ArticlePane {
		m.article.Unselect()
	}
	room := m.layout.Inside(p)
	if !room.Has(msg.X, msg.Y) {
		return
	}
	x, y := msg.X-room.X, msg.Y-room.Y
	switch {
	case p == ListPane:
		m.list.Click(y)
	case p == EntityPane:
		m.side.Click(y)
	case m.quotes:
		m.transcript.Click(y)
	default:
		m.article.Click(x, y)
		m.drag = true
	}
}

// pull selects words of the article from where the button was pressed to where the mouse is.
func (m *Model) pull(msg tea.MouseMotionMsg) {
	if m.drag && msg.Button == tea.MouseLeft && len(m.popups) == 0 {
		room := m.layout.Inside(ArticlePane)
		m.article.Drag(msg.X-room.X, msg.Y-room.Y)
	}
}

// wheelLines is how many lines of an article one notch of the wheel moves.
const wheelLines = 3

// wheel moves what is under the mouse.
func (m *Model) wheel(msg tea.MouseWheelMsg) {
	dir, i := 1, intent.Down
	switch msg.Button {
	case tea.MouseWheelDown:
	case tea.MouseWheelUp:
		dir, i = -1, intent.Up
	default:
		return
	}
	if top := m.popups.Top(); top != nil {
		_, _ = top.Handle(i)
		return
	}
	p, ok := m.layout.At(msg.X, msg.Y)
	switch {
	case !ok:
	case p == ArticlePane && !m.quotes:
		m.article.Scroll(dir * wheelLines)
	default:
		m.begun = true
		_, _ = m.pane(p).Handle(i)
	}
}
