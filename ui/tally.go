package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"reader/model/library"
	"reader/ui/intent"
	"reader/ui/line"
)

// tally is how many articles are not read by the user, and not read as a whole by the reader. They are counted bit by bit, as there may
// be many; until all are, the last numbers stand.
type tally struct {
	counts
	left    []library.Ref
	so      counts // of those that are not left
	waiting bool   // a tallyMsg is on its way
}

type counts struct {
	unread int // 0, too, where nothing is kept
	partly int
}

// tallyMsg asks to go on with the counting.
type tallyMsg struct{}

// tallyStride is how many articles are counted before the screen is drawn again: some 0.4 ms.
const tallyStride = 1 << 12

// count begins to count the articles.
func (m *Model) count() {
	m.tally.left, m.tally.so = m.lib.Newest(), counts{}
	m.countOn()
}

// countOn counts some more.
func (m *Model) countOn() {
	t := &m.tally
	some := t.left[:min(tallyStride, len(t.left))]
	for _, r := range some {
		h := m.lib.Head(r)
		if m.options.State != nil && !m.options.State.Read(h.ID) {
			t.so.unread++
		}
		if h.Notice != "" {
			t.so.partly++
		}
	}
	if t.left = t.left[len(some):]; len(t.left) == 0 {
		t.left, t.counts = nil, t.so
	}
}

// next returns the command that goes on with the counting, nil if that is done or going on already.
func (t *tally) next() tea.Cmd {
	if len(t.left) == 0 || t.waiting {
		return nil
	}
	t.waiting = true
	return func() tea.Msg { return tallyMsg{} }
}

// wrong tells how much went wrong, and of how many articles not all is there, with the key that tells more; "" if nothing.
func (m *Model) wrong() string {
	var says []string
	if n := len(m.problems()); n > 0 {
		says = append(says, line.Count(n, "problem"))
	}
	if n := m.tally.partly; n > 0 {
		says = append(says, line.Thousands(n)+" read in part")
	}
	if len(says) == 0 {
		return ""
	}
	return strings.Join(says, ", ") + m.aside(intent.Problems, "")
}
