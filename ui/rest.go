package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"reader/ui/intent"
	"reader/ui/pane"
)

// walk is how one goes through rows of which each could show another article, or what would be kept: a screenful, for each row
// that one passes. As long as walk is on, what is beside the rows stays as it was and is about one article, if not about the
// selected one. Whatever is done but the next step, a rest, and articles that come or change, end it.
type walk struct {
	on    bool
	steps int    // so far: the rest after any but the last is none
	ahead func() // what the last row previews; nil: no more than its article
	pause func(steps int) tea.Cmd
}

// restedMsg says that some time went by since a walk had so many steps.
type restedMsg struct{ steps int }

// rest is how long one stands on a row until its article is shown: longer than a key that is held takes for the next step, and
// shorter than one notices.
const rest = 50 * time.Millisecond

func newWalk() walk {
	return walk{pause: func(steps int) tea.Cmd {
		return tea.Tick(rest, func(time.Time) tea.Msg { return restedMsg{steps} })
	}}
}

// step goes on with the walk, and returns the command that tells when it rests.
func (w *walk) step() tea.Cmd {
	w.on = true
	w.steps++
	return w.pause(w.steps)
}

// rested ends the walk if no step came since.
func (m *Model) rested(msg restedMsg) {
	if msg.steps == m.walk.steps {
		m.stand()
	}
}

// stand ends a walk, so that what is done next is done with the article one stands on.
func (m *Model) stand() {
	if !m.walk.on {
		return
	}
	ahead := m.walk.ahead
	m.walk.on, m.walk.ahead = false, nil
	if ahead != nil {
		ahead()
	}
	m.sync()
}

// atRest does show, which previews what a row stands for: on a walk once that ends, unless another row comes before.
func (m *Model) atRest(show func()) {
	if m.walk.on {
		m.walk.ahead = show
		return
	}
	show()
}

// walks reports whether a key that means i does no more than to lead to another row, by itself, or by what is typed or picked.
func (m *Model) walks(i intent.Intent) bool {
	_, moves := pane.Step(i, 0, 0)
	top := m.popups.Top()
	_, previews := top.(interface{ Preview() })
	switch {
	case top != nil:
		return previews && (moves || i == intent.None)
	case m.prompt != nil:
		return moves || i == intent.None
	case m.article.Selecting(), m.hinting():
		return false
	default:
		return moves && (m.focus == ListPane || m.focus == ArticlePane && m.quotes)
	}
}
