package ui

import (
	tea "charm.land/bubbletea/v2"

	"reader/model/library"
)

// unread is how many articles are not read. They are counted bit by bit, as there may be many; until all are, the last number stands.
type unread struct {
	count   int // as of the last time; 0, too, where nothing is kept
	left    []library.Ref
	so      int  // how many of those that are not left are unread
	waiting bool // an unreadMsg is on its way
}

// unreadMsg asks to go on with the counting.
type unreadMsg struct{}

// unreadStride is how many articles are counted before the screen is drawn again: some 0.4 ms.
const unreadStride = 1 << 12

// countUnread begins to count the articles that are not read.
func (m *Model) countUnread() {
	if m.options.State != nil {
		m.unread.left, m.unread.so = m.lib.Newest(), 0
		m.countOn()
	}
}

// countOn counts some more.
func (m *Model) countOn() {
	u := &m.unread
	some := u.left[:min(unreadStride, len(u.left))]
	for _, r := range some {
		if !m.options.State.Read(m.lib.Head(r).ID) {
			u.so++
		}
	}
	if u.left = u.left[len(some):]; len(u.left) == 0 {
		u.left, u.count = nil, u.so
	}
}

// next returns the command that goes on with the counting, nil if that is done or going on already.
func (u *unread) next() tea.Cmd {
	if len(u.left) == 0 || u.waiting {
		return nil
	}
	u.waiting = true
	return func() tea.Msg { return unreadMsg{} }
}
