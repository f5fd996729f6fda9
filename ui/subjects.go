package ui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"reader/model/library"
	"reader/model/subject"
	"reader/ui/intent"
	"reader/ui/line"
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
		m.note = "The quotes alone can be put together by subject." + m.further(intent.Transcript, "shows them")
	case len(m.filter.chosen) == 0:
		m.note = "What one speaker says on a subject is put together." + m.further(intent.PickSpeaker, "picks speakers")
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
	m.transcript.Arrange(m.groups(msg.maker.Statements(), msg.groups))
}

// groups returns what stands together in the transcript: quotes on one subject, and last those that are on none of these.
func (m *Model) groups(statements []subject.Statement, groups []subject.Group) []transcript.Group {
	var out []transcript.Group
	alone := make([]bool, m.transcript.Len())
	for i := range alone {
		alone[i] = true
	}
	for _, g := range groups {
		var entries []int
		for _, i := range g.Statements {
			entries = append(entries, statements[i].Quotes...)
		}
		if len(entries) < 2 {
			continue
		}
		for _, i := range entries {
			alone[i] = false
		}
		heading := m.heading(statements[g.Statements[0]].Speaker, g.Terms, entries)
		out = append(out, transcript.Group{Heading: heading, Entries: entries})
	}
	var rest []int
	for i, is := range alone {
		if is {
			rest = append(rest, i)
		}
	}
	if len(rest) > 0 {
		heading := "On nothing else here · " + line.Count(len(rest), "quote") + " · " + m.days(rest)
		out = append(out, transcript.Group{Heading: heading, Entries: rest})
	}
	return out
}

// fewTerms is how many terms a heading has.
const fewTerms = 4

// heading returns what stands over entries, which share terms: these, how many they are, and of which days.
func (m *Model) heading(speaker library.ID, terms []subject.Term, entries []int) string {
	names := make([]string, 0, fewTerms)
	for _, t := range terms[:min(len(terms), fewTerms)] {
		names = append(names, t.Shown)
	}
	s := strings.Join(names, ", ") + " · " + line.Count(len(entries), "quote") + " · " + m.days(entries)
	if len(m.filter.chosen) > 1 {
		s = shortName(m.lib.Entity(speaker)) + ": " + s
	}
	return s
}

// days tells from when to when entries of the transcript are.
func (m *Model) days(entries []int) string {
	var first, last time.Time
	for _, i := range entries {
		day := m.lib.Head(m.transcript.Entries()[i].Ref).Published.Time
		if day.IsZero() {
			continue
		}
		if first.IsZero() || day.Before(first) {
			first = day
		}
		if day.After(last) {
			last = day
		}
	}
	const day = "2 Jan 2006"
	switch {
	case last.IsZero():
		return "no date"
	case sameDay(first, last):
		return last.Format(day)
	case first.Year() == last.Year():
		return first.Format("2 Jan") + " – " + last.Format(day)
	default:
		return first.Format(day) + " – " + last.Format(day)
	}
}
