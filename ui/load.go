package ui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"reader/model"
	"reader/model/library"
)

// loading is how far the articles are read.
type loading struct {
	loader     *library.Loader
	generation int
	done       bool
	problems   []error // one for each article that could not be read
}

// loadedMsg is the next results of a loader.
type loadedMsg struct {
	generation int
	results    []library.Result
	more       bool
}

// next returns the command that waits for the next results, nil if there are none.
func (l *loading) next() tea.Cmd {
	if l.done {
		return nil
	}
	loader, generation := l.loader, l.generation
	return func() tea.Msg {
		results, more := loader.Next()
		return loadedMsg{generation, results, more}
	}
}

// loaded takes results in. A message of a loader that was given up is dropped.
func (m *Model) loaded(msg loadedMsg) tea.Cmd {
	if msg.generation != m.load.generation {
		return nil
	}
	m.load.done = !msg.more
	var articles []*model.Article
	first := library.Ref(-1)
	for _, r := range msg.results {
		if r.Problem != nil {
			m.load.problems = append(m.load.problems, r.Problem)
			continue
		}
		if r.Article.Path == m.options.First {
			first = library.Ref(m.lib.Len() + len(articles))
		}
		articles = append(articles, r.Article)
		for i := range r.Unplaced {
			m.fixes.problems = append(m.fixes.problems,
				fmt.Errorf("%s: a correction fits no place in the article any more: %s", r.Article.Path, sentence(&r.Unplaced[i])))
		}
	}
	m.lib.Add(articles...)
	m.refresh()
	switch {
	case m.begun:
	case first >= 0:
		m.list.Select(first)
	case m.options.First == "":
		m.list.Step(-m.list.Cursor())
	}
	if m.load.done {
		m.meet()
	}
	return m.load.next()
}
