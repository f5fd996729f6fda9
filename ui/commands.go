package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"reader/ui/intent"
	"reader/ui/popup"
)

// commands is what was done by its name.
type commands struct {
	last   []intent.Intent // the newest first
	chosen intent.Intent   // to be done now
}

// mostLast is how many of the actions done last are offered first.
const mostLast = 5

// askCommand asks what to do.
func (m *Model) askCommand() {
	m.show(popup.NewCommands(m.keys.Groups, m.actions.last, func(i intent.Intent) {
		c := &m.actions
		c.chosen = i
		c.last = slices.DeleteFunc(c.last, func(other intent.Intent) bool { return other == i })
		c.last = slices.Insert(c.last, 0, i)
		c.last = c.last[:min(len(c.last), mostLast)]
	}))
}

// command does what was chosen by its name, if anything was, as its key would.
func (m *Model) command() tea.Cmd {
	i := m.actions.chosen
	m.actions.chosen = intent.None
	if i == intent.None {
		return nil
	}
	return m.do(i)
}
