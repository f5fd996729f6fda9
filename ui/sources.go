package ui

import (
	"cmp"
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"reader/model/feeds"
	"reader/model/query"
	"reader/ui/popup"
	"reader/ui/terms"
)

// pickSource asks for sources. While one moves in the picker, the list shows what would be kept.
func (m *Model) pickSource() tea.Cmd {
	was, field := m.here(), query.Source.String()
	p := popup.NewSources(m.sources(), terms.Values(was.query, field),
		func(names []string) { m.atRest(func() { m.preview(was, terms.With(was.query, field, names...)) }) },
		func() { m.restore(was) })
	m.show(p)
	p.Preview()
	return m.lookUpFeeds()
}

// sources returns where the articles are from, and the feeds that brought none: those with most unread articles first.
func (m *Model) sources() []popup.Source {
	byName := map[string]*popup.Source{}
	source := func(name string) *popup.Source {
		s := byName[name]
		if s == nil {
			s = &popup.Source{Name: name}
			if byName[name] = s; m.options.State == nil {
				s.Unread = -1
			}
		}
		return s
	}
	brought := map[string]string{} // by folder, a source of articles in it
	for r := range m.lib.All() {
		h := m.lib.Head(r)
		name := h.Source()
		if name == "" {
			continue
		}
		s := source(name)
		s.All++
		if s.Unread >= 0 && !m.options.State.Read(h.ID) {
			s.Unread++
		}
		if len(m.fetch.standings) > 0 {
			brought[filepath.Dir(h.Path)] = name
		}
	}
	for i := range m.fetch.standings {
		f := &m.fetch.standings[i]
		s := source(cmp.Or(brought[f.Folder], f.Title, f.Name))
		s.Trouble = cmp.Or(s.Trouble, trouble(&f.State))
	}
	return ranked(byName)
}

// ranked returns sources, those with most unread articles first, then those with most.
func ranked(byName map[string]*popup.Source) []popup.Source {
	out := make([]popup.Source, 0, len(byName))
	for _, s := range byName {
		out = append(out, *s)
	}
	slices.SortFunc(out, func(a, b popup.Source) int {
		return cmp.Or(cmp.Compare(b.Unread, a.Unread), cmp.Compare(b.All, a.All), strings.Compare(a.Name, b.Name))
	})
	return out
}

// trouble tells what went wrong with a feed the last time that it was asked, "" if nothing did.
func trouble(st *feeds.State) string {
	switch {
	case !st.Gone.IsZero():
		return "not asked any more: " + st.Problem
	case st.Failures > 0:
		return st.Problem
	default:
		return ""
	}
}
