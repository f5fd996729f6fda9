package ui

import (
	tea "charm.land/bubbletea/v2"

	"reader/model/library"
	"reader/model/subject"
	"reader/ui/intent"
	"reader/ui/topics"
	"reader/ui/transcript"
)

// subjects is the grouping of the transcript by what is spoken of.
type subjects struct {
	on      bool
	maker   *subject.Maker // reads the quotes; nil: there are none to be read
	done    int            // how many were
	waiting bool           // a message about the maker is on its way
}

// subjectMsg asks to go on with reading.
type subjectMsg struct{ maker *subject.Maker }

// groupedMsg is how what the maker read is grouped.
type groupedMsg struct {
	maker  *subject.Maker
	groups []subject.Group
}

// fewQuotes is how many quotes are read before the screen is drawn again: some 5 ms.
const fewQuotes = 100

// toggleSubjects groups the quotes of the transcript by subject, or puts them in their order again.
func (m *Model) toggleSubjects() {
	switch {
	case !m.quotes:
		m.note = "That is for the quotes alone." + m.further(intent.Transcript, "shows them")
	case len(m.filter.chosen) == 0:
		m.note = "What chosen speakers say is put together by subject." + m.further(intent.PickSpeaker, "picks speakers")
	default:
		m.subjects.on = !m.subjects.on
		m.transcript.Arrange(nil)
		m.regroup()
	}
}

// regroup begins to group the quotes that the transcript lists now, if they are to be.
func (m *Model) regroup() {
	m.subjects.on = m.subjects.on && len(m.filter.chosen) > 0
	m.subjects.maker, m.subjects.done = nil, 0
	if m.subjects.on {
		m.subjects.maker = subject.NewMaker(m.lib)
	}
}

// next returns the command that goes on with the grouping of quotes, nil if there is nothing to do, they are not all listed yet, or it is
// going on already.
func (s *subjects) next(quotes *transcript.Pane) tea.Cmd {
	if s.maker == nil || s.waiting || quotes.Going() {
		return nil
	}
	s.waiting = true
	maker := s.maker
	if s.done < quotes.Len() {
		return func() tea.Msg { return subjectMsg{maker} }
	}
	statements := maker.Statements() // and the maker makes no more
	return func() tea.Msg { return groupedMsg{maker, subject.Groups(statements)} }
}

// readQuotes reads some more of the quotes, unless others are listed by now.
func (m *Model) readQuotes(msg subjectMsg) {
	s := &m.subjects
	s.waiting = false
	if msg.maker != s.maker {
		return
	}
	entries := m.transcript.Entries()
	for end := min(s.done+fewQuotes, len(entries)); s.done < end; s.done++ {
		q := entries[s.done]
		if v := m.lib.VoiceOf(q.Ref, q.Index, m.filter.chosen); v >= 0 && m.filter.chosen[v].ID != 0 {
			s.maker.Add(q.Ref, q.Index, s.done)
		}
	}
}

// grouped shows the groups, unless others are wanted by now.
func (m *Model) grouped(msg groupedMsg) {
	m.subjects.waiting = false
	if msg.maker != m.subjects.maker {
		return
	}
	m.subjects.maker = nil
	entries := m.transcript.Entries()
	refs := make([]library.Ref, len(entries))
	for i, e := range entries {
		refs[i] = e.Ref
	}
	var out []transcript.Group
	for _, t := range topics.Of(m.lib, refs, msg.maker.Statements(), msg.groups, len(m.filter.chosen) > 1) {
		out = append(out, transcript.Group{Heading: t.Heading, Entries: t.Quotes})
	}
	m.transcript.Arrange(out)
}
