package ui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"reader/model/library"
	"reader/ui/amend"
	"reader/ui/line"
)

// loading is how far the articles are read.
type loading struct {
	loader     *library.Loader
	generation int
	ended      bool    // there is nothing more to come
	problems   []error // one for each article that could not be read
}

// busy reports whether there are articles that are not read yet.
func (l *loading) busy() bool {
	if l.ended {
		return false
	}
	done, found, all := l.loader.Progress()
	return done < found || !all
}

// loadedMsg is the next results of a loader.
type loadedMsg struct {
	generation int
	readings   []library.Reading
	more       bool
}

// next returns the command that waits for the next results, nil if there are none.
func (l *loading) next() tea.Cmd {
	if l.ended {
		return nil
	}
	loader, generation := l.loader, l.generation
	return func() tea.Msg {
		readings, more := loader.Next()
		return loadedMsg{generation, readings, more}
	}
}

// loaded takes readings in. A message of a loader that was given up is dropped.
func (m *Model) loaded(msg loadedMsg) tea.Cmd {
	if msg.generation != m.load.generation {
		return nil
	}
	m.load.ended = !msg.more
	for i := range msg.readings {
		rd := &msg.readings[i]
		if rd.Problem != nil {
			m.load.problems = append(m.load.problems, rd.Problem)
		}
		for k := range rd.Results {
			m.unplaced(&rd.Results[k])
		}
	}
	m.lib.Take(msg.readings...)
	m.refresh()
	switch {
	case m.begun:
	case m.options.First != "":
		if r, ok := m.lib.At(m.options.First); ok {
			m.list.Select(r)
		}
	default:
		m.list.Step(-m.list.Cursor())
	}
	if !m.load.busy() {
		m.countUnread()
		m.greet()
		m.meet()
	}
	return m.load.next()
}

// unplaced tells the corrections that could not be placed in r.
func (m *Model) unplaced(r *library.Result) {
	for i := range r.Unplaced {
		m.fixes.problems = append(m.fixes.problems,
			fmt.Errorf("%s: a correction fits no place in the article any more: %s", r.Article.Path, amend.Sentence(&r.Unplaced[i])))
	}
}

// stopReading stops the reading of articles, or goes on with it. What is read stays, and is kept.
func (m *Model) stopReading() {
	if !m.load.busy() {
		m.note = "There is nothing left to read."
		return
	}
	l := m.load.loader
	l.Pause(!l.Paused())
	if l.Paused() {
		m.note = "Stopped. X reads on."
	}
}

// progress tells how far the reading is, "" when it is done.
func (l *loading) progress() string {
	if !l.busy() {
		return ""
	}
	done, found, _ := l.loader.Progress()
	doing := "analysing"
	if l.loader.Paused() {
		doing = "stopped (X) at"
	}
	return fmt.Sprintf("%s %s of %s", doing, line.Thousands(done), line.Thousands(found))
}
