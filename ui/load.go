package ui

import (
	"errors"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"reader/model/library"
	"reader/ui/amend"
	"reader/ui/intent"
	"reader/ui/line"
)

// loading is how far the articles are read.
type loading struct {
	loader     *library.Loader
	generation int
	ended      bool                        // there is nothing more to come
	problems   []error                     // with what could not be read, or not as a whole
	failed     map[string]*library.Problem // those of files, by the path by which the loader knows the file
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
		m.load.tell(rd)
		for k := range rd.Results {
			m.unplaced(&rd.Results[k])
		}
	}
	m.lib.Take(msg.readings...)
	m.list.Trouble(m.troubled())
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
		m.count()
		m.greet()
		m.meet()
	}
	return m.load.next()
}

// tell takes in what went wrong with a file that was read, in place of what went wrong with it before.
func (l *loading) tell(rd *library.Reading) {
	if old := l.failed[rd.Path]; old != nil {
		l.problems = slices.DeleteFunc(l.problems, func(err error) bool { return errors.Is(err, old) })
		delete(l.failed, rd.Path)
	}
	if rd.Problem == nil {
		return
	}
	l.problems = append(l.problems, rd.Problem)
	if rd.Path != "" {
		l.failed[rd.Path] = rd.Problem
	}
}

// unplaced tells the corrections that could not be placed in r.
func (m *Model) unplaced(r *library.Result) {
	for i := range r.Unplaced {
		says := fmt.Errorf("a correction fits no place in the article any more: %s", amend.Sentence(&r.Unplaced[i]))
		m.trouble(&library.Problem{Path: r.Article.Path, Err: says})
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
		m.note = "Stopped." + m.further(intent.StopReading, "reads on")
	}
}

// progress tells how far the reading is, "" when it is done; where it was stopped, key goes on.
func (l *loading) progress(key string) string {
	if !l.busy() {
		return ""
	}
	done, found, _ := l.loader.Progress()
	doing := "analysing"
	if l.loader.Paused() {
		doing = "stopped" + key + " at"
	}
	return fmt.Sprintf("%s %s of %s", doing, line.Thousands(done), line.Thousands(found))
}
