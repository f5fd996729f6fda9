package ui

import (
	"fmt"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"reader/model/library"
	"reader/model/query"
	"reader/ui/intent"
	"reader/ui/line"
	"reader/ui/list"
	"reader/ui/terms"
)

// filter is the query, and what follows from it.
type filter struct {
	text   string // as it was written: it can be parsed
	query  query.Query
	chosen []library.Voice // the speakers that it names
	note   []string        // why nothing is listed, and the nearest way out; nil if something is

	found   *library.Among // all that is listed, copies that stand in one row included
	before  []int          // see numbered
	counted int            // the version of the list that before is of

	followed []query.Term // what was asked of quotes when the article went to the first of them

	search  *library.Search // what is listed is found by
	going   bool            // it has not gone through all articles yet
	waiting bool            // a searchMsg is on its way
}

// searchMsg asks to go on with a search.
type searchMsg struct{ search *library.Search }

// stride is how many articles are read before the screen is drawn again: some 5 ms.
const stride = 256

// apply filters by text, which can be parsed.
func (m *Model) apply(text string) {
	q, err := query.Parse(text)
	if err != nil {
		m.note = err.Error()
		return
	}
	m.filter.text, m.filter.query = text, q
	m.refresh()
}

// preview filters by query while something is picked, as if nothing had been picked before: one stays at the article where one was, or is at
// the first.
func (m *Model) preview(was place, query string) {
	m.apply(query)
	if !m.list.Select(was.ref) {
		m.list.Step(-m.list.Cursor())
	}
}

// asking returns what the query asks of quotes.
func (f *filter) asking() []query.Term {
	return slices.DeleteFunc(slices.Collect(query.Terms(f.query.Root)), func(t query.Term) bool { return !t.Field.OfQuote() })
}

// asked returns which quotes of article r the query asks for; all if it asks for none.
func (m *Model) asked(r library.Ref) []int { return m.filter.search.Quotes(r) }

// refresh lists what the query matches now.
func (m *Model) refresh() {
	m.filter.search = m.lib.Search(m.filter.query, m.state())
	m.filter.chosen = m.lib.Chosen(m.filter.query)
	m.renewCards()
	m.look()
}

// next returns the command that goes on with the search, nil if it is at its end or going on already.
func (f *filter) next() tea.Cmd {
	if !f.going || f.waiting {
		return nil
	}
	f.waiting = true
	search := f.search
	return func() tea.Msg { return searchMsg{search} }
}

// goOn goes on with what is done bit by bit: a search, the counting of articles, the reading for a card, and the listing and grouping of quotes.
func (m *Model) goOn(msg tea.Msg) {
	switch msg := msg.(type) {
	case searchMsg:
		m.searchOn(msg)
	case tallyMsg:
		m.tally.waiting = false
		m.countOn()
	case cardMsg:
		m.readOn(msg)
	case subjectMsg:
		m.readQuotes(msg)
	case groupedMsg:
		m.grouped(msg)
	case quotesMsg:
		m.listing = false
		m.transcript.More()
	}
}

// searchOn goes on with a search, unless there is a newer one.
func (m *Model) searchOn(msg searchMsg) {
	m.filter.waiting = false
	if msg.search == m.filter.search {
		m.look()
	}
}

// look goes on with the search for a while and lists what is found so far.
func (m *Model) look() {
	f := &m.filter
	f.going = !f.search.Step(stride)
	refs := f.search.Found()
	f.found = m.lib.Among(refs)
	f.note = m.emptyNote(len(refs))
	rows, others := m.lib.Fold(refs)
	listed := list.Rows{Refs: rows, Others: others, Found: f.found}
	if f.search.Asks() {
		listed.Asked = f.search.Quotes
	}
	m.list.Show(listed)
	m.article.Choose(f.chosen)
	m.side.Count(f.found)
	if m.quotes {
		m.showQuotes()
	}
}

// showQuotes lists in the transcript the quotes in what is found, at least as far as the article one is at.
func (m *Model) showQuotes() {
	r, ok := m.list.Selected()
	if !ok {
		r = -1
	}
	if m.transcript.Show(m.filter.found, m.asked, m.filter.chosen, r) {
		m.regroup()
	}
}

// quotesMsg asks to list more quotes in the transcript.
type quotesMsg struct{}

// moreQuotes returns the command that lists more quotes, nil if all are listed or it is on its way already.
func (m *Model) moreQuotes() tea.Cmd {
	if m.listing || !m.transcript.Going() {
		return nil
	}
	m.listing = true
	return func() tea.Msg { return quotesMsg{} }
}

// numbered returns how many quotes that are asked for stand in the rows of the list before each of them, and
// at its end in all of them. It is counted anew when the rows are others.
func (m *Model) numbered() []int {
	f := &m.filter
	if f.counted == m.list.Version() {
		return f.before
	}
	refs := m.list.Refs()
	f.before, f.counted = make([]int, len(refs)+1), m.list.Version()
	for i, r := range refs {
		n := m.lib.Head(r).Quotes
		if f.search.Asks() {
			n = len(m.asked(r))
		}
		f.before[i+1] = f.before[i] + n
	}
	return f.before
}

// state returns what the answer to a query depends on beside the articles.
func (m *Model) state() query.State { return query.State{Now: time.Now(), Marks: m.options.State} }

// emptyNote says why the list is empty, and the nearest way out. It is nil for a list of n > 0 articles.
func (m *Model) emptyNote(n int) []string {
	switch {
	case n > 0:
		return nil
	case m.filter.going:
		return []string{"", "Searching …"}
	case m.filter.query.Empty() && m.load.busy():
		return []string{"", "Reading …"}
	case m.filter.query.Empty() && len(m.load.problems) > 0:
		return []string{"", "No article could be read.", "", m.load.problems[0].Error(), "", m.keys.Hint(intent.Problems, "lists all that went wrong.")}
	case m.filter.query.Empty():
		if m.fetch.feeds != nil {
			return []string{"", "There are no articles here yet.", "", m.keys.Hint(intent.Refresh, "fetches those of your feeds.")}
		}
		return []string{"", "There are no articles here.", "", "Name files or folders to open them:", "reader PATH…"}
	}
	note := []string{"", "Nothing matches", m.filter.text, ""}
	parts := query.Split(m.filter.text)
	if len(parts) == 1 || len(parts) > terms.MostWays {
		parts = nil
	}
	for i, t := range parts {
		q, err := query.Parse(terms.Without(m.filter.text, i))
		if err != nil {
			continue
		}
		s := m.lib.Search(q, m.state())
		if s.Step(stride); len(s.Found()) > 0 {
			note = append(note, fmt.Sprintf("%s without %s", line.Count(len(s.Found()), "article"), t))
		}
	}
	if len(note) > 4 {
		note = append(note, "")
	}
	return append(note, line.Join(", ", m.keys.Hint(intent.Back, "clears the filter"), m.keys.Hint(intent.EditQuery, "edits it"))+".")
}

// toFirstQuote goes to the first quote in article r, which is shown, that the query asks for, if it asks for quotes.
func (m *Model) toFirstQuote(r library.Ref) {
	if !m.filter.search.Asks() {
		return
	}
	if quotes := m.article.ByReading(m.asked(r)); len(quotes) > 0 {
		m.article.StandOn(quotes[0])
	}
}
