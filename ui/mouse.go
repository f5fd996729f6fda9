package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"reader/ui/intent"
	"reader/ui/settings"
)

// mouse is what the mouse does.
type mouse struct {
	off  bool // it is the terminal's
	held held
	last click // on a row
	now  func() time.Time
}

// held is what the button was pressed on, as long as it is held. The zero held is nothing.
type held struct {
	text   bool // of the article
	border bool // between pane and the article
	pane   Pane
	x, w   int // where the button was pressed, and how wide the pane was then
}

// click is where and when a row was clicked.
type click struct {
	x, y int
	at   time.Time
}

// double is how long after a click another one on the same row makes it a double click.
const double = 500 * time.Millisecond

// again reports whether msg is the second half of a double click, and forgets the first.
func (m *mouse) again(msg tea.MouseClickMsg) bool {
	l := m.last
	m.last = click{}
	near := msg.Y == l.y && max(msg.X-l.x, l.x-msg.X) <= 1
	return near && msg.Button == tea.MouseLeft && m.now().Sub(l.at) <= double
}

// point does what the mouse does.
func (m *Model) point(msg tea.MouseMsg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.MouseClickMsg:
		m.stand()
		m.begun, m.note = true, ""
		m.click(msg)
	case tea.MouseMotionMsg:
		m.pull(msg)
	case tea.MouseReleaseMsg:
		m.mouse.held = held{}
	case tea.MouseWheelMsg:
		return m.wheel(msg)
	}
	return nil
}

// click gives the keys to the pane under the mouse and selects what is there; a double click opens it. A click beside a popup closes it.
func (m *Model) click(msg tea.MouseClickMsg) {
	again := m.mouse.again(msg)
	m.mouse.held = held{}
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
	if p, ok := m.layout.Border(msg.X, msg.Y); ok {
		m.mouse.held = held{border: true, pane: p, x: msg.X, w: m.layout.Panes[p].W}
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
	if p == ArticlePane && !m.quotes {
		m.article.Click(x, y)
		m.mouse.held.text = true
		return
	}
	if again {
		m.open()
	} else if m.clickRow(p, y) {
		m.mouse.last = click{msg.X, msg.Y, m.mouse.now()}
	}
}

// clickRow selects what is at line y of pane p, and reports whether there is anything.
func (m *Model) clickRow(p Pane, y int) bool {
	switch p {
	case ListPane:
		return m.list.Click(y)
	case EntityPane:
		return m.side.Click(y)
	default:
		return m.transcript.Click(y)
	}
}

// pull moves the border that is held, or selects words of the article from where the button was pressed to where the mouse is.
func (m *Model) pull(msg tea.MouseMotionMsg) {
	if msg.Button != tea.MouseLeft || len(m.popups) > 0 {
		return
	}
	switch h := m.mouse.held; {
	case h.text:
		room := m.layout.Inside(ArticlePane)
		m.article.Drag(msg.X-room.X, msg.Y-room.Y)
	case h.border && h.pane == ListPane:
		m.widths.List = m.wide(ListPane, h.w+msg.X-h.x)
	case h.border:
		m.widths.Entities = m.wide(EntityPane, h.w-msg.X+h.x)
	}
}

// wide returns w, or how many columns pane p can have at least or at most at the cost of the article.
func (m *Model) wide(p Pane, w int) int {
	spare := m.layout.Panes[ArticlePane].W - settings.LeastArticle
	return max(settings.LeastSide, min(w, m.layout.Panes[p].W+max(spare, 0)))
}

// wheelLines is how many lines of an article one notch of the wheel moves.
const wheelLines = 3

// wheel moves what is under the mouse.
func (m *Model) wheel(msg tea.MouseWheelMsg) tea.Cmd {
	dir, i := 1, intent.Down
	switch msg.Button {
	case tea.MouseWheelDown:
	case tea.MouseWheelUp:
		dir, i = -1, intent.Up
	default:
		return nil
	}
	if top := m.popups.Top(); top != nil {
		rest := m.walk.step()
		_, _ = top.Handle(i)
		return rest
	}
	p, ok := m.layout.At(msg.X, msg.Y)
	switch {
	case !ok:
	case p == ArticlePane && !m.quotes:
		m.stand()
		m.article.Scroll(dir * wheelLines)
	case p == EntityPane:
		m.stand()
		m.begun = true
		_, _ = m.side.Handle(i)
	default:
		m.begun = true
		rest := m.walk.step()
		_, _ = m.pane(p).Handle(i)
		return rest
	}
	return nil
}
