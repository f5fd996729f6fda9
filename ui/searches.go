package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"reader/model/query"
	"reader/model/state"
	"reader/ui/intent"
	"reader/ui/popup"
	"reader/ui/terms"
)

// doNarrow returns the command for i, if it asks which articles are to be listed, and how, and reports whether it does.
func (m *Model) doNarrow(i intent.Intent) (tea.Cmd, bool) {
	switch i {
	case intent.Sources:
		return m.pickSource(), true
	case intent.SinceLast:
		m.showNew()
	case intent.Searches:
		m.askSearch()
	case intent.Order:
		m.askOrder()
	default:
		return nil, false
	}
	return nil, true
}

// askOrder asks in which order articles are to be listed.
func (m *Model) askOrder() {
	q := popup.Question{Title: "Order"}
	for i, o := range []struct{ by, name, about string }{
		{"", "newest first", "as without an order"},
		{"date", "oldest first", ""},
		{"title", "by title", "A to Z"},
		{"-title", "by title, backwards", "Z to A"},
		{"source", "by source", "A to Z"},
		{"-source", "by source, backwards", "Z to A"},
		{"-quotes", "most quotes first", ""},
		{"quotes", "fewest quotes first", ""},
	} {
		if o.by == m.order() {
			q.At = i
		}
		if o.by != "" {
			o.about = "sort:" + o.by + "  " + o.about
		}
		q.Options = append(q.Options, popup.Option{Name: o.name, About: o.about, Do: func() { m.filterTo(terms.Sorted(m.filter.text, o.by)) }})
	}
	m.show(popup.NewChoice(q))
}

// order returns the order in which articles are listed, as a value of sort:; "" is the newest first.
func (m *Model) order() string {
	o := m.filter.query.Order
	if o == (query.Order{By: "date", Reverse: true}) {
		return ""
	}
	if o.Reverse {
		return "-" + o.By
	}
	return o.By
}

// askSearch asks which of the saved searches to open, or under which name to keep the query.
func (m *Model) askSearch() {
	text := m.filter.text
	saved := m.options.State.Searches()
	if len(saved) == 0 && text == "" {
		m.note = "No search is saved yet. Filter first." + m.further(intent.Searches, "then keeps the query under a name")
		return
	}
	q := popup.Question{Title: "Saved searches", Hint: "Enter opens · Tab changes one · Esc goes back"}
	for _, s := range saved {
		q.Options = append(q.Options, popup.Option{
			Name: s.Name, About: s.Query, Also: s.Query,
			Do:  func() { m.filterTo(s.Query) },
			Tab: func() { m.popups.Pop(); m.askChange(s) },
		})
	}
	if text != "" {
		q.About = []string{text}
		q.Hint = "Type a name to keep this query under · Enter opens · Tab changes"
		q.Other = func(name string) []popup.Option {
			return []popup.Option{{Name: "“" + name + "”: keep this query under the name", Do: func() { m.save(name, text) }}}
		}
	}
	m.show(popup.NewChoice(q))
}

// askChange asks what to do with a saved search.
func (m *Model) askChange(s state.Search) {
	q := popup.Question{Title: s.Name, About: []string{s.Query}, Options: []popup.Option{
		{Name: "open it", Do: func() { m.filterTo(s.Query) }},
	}}
	if text := m.filter.text; text != "" && text != s.Query {
		q.Options = append(q.Options, popup.Option{Name: "keep the query of now instead", Do: func() { m.save(s.Name, text) }})
	}
	q.Options = append(q.Options, popup.Option{Name: "take it away", Do: func() { m.save(s.Name, "") }})
	m.show(popup.NewChoice(q))
}

// save keeps text under name, in place of what was kept there; without text it takes the name away.
func (m *Model) save(name, text string) {
	undo := m.further(intent.Undo, "undoes it")
	m.keep(func(log *state.Log) (string, error) {
		if slices.ContainsFunc(log.Searches(), func(s state.Search) bool { return s.Name == name && s.Query == text }) {
			return "It is kept under that name already.", nil
		}
		return told(log, log.Save(name, text), undo)
	})
}
