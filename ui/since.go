package ui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"reader/model/library"
	"reader/ui/intent"
	"reader/ui/line"
	"reader/ui/popup"
	"reader/ui/terms"
)

// isNew is the term for articles that were not there the last time.
const isNew = "is:new"

// fresh returns the articles that were not there when the reader was closed the last time, newest first.
func (m *Model) fresh() []library.Ref {
	if m.options.State.Since().IsZero() {
		return nil
	}
	var out []library.Ref
	for _, r := range m.lib.Newest() {
		if m.options.State.New(m.lib.Head(r).ID) {
			out = append(out, r)
		}
	}
	return out
}

// greet tells once, when all is read, how much is new since the last time.
func (m *Model) greet() {
	if m.greeted {
		return
	}
	m.greeted = true
	if n := len(m.fresh()); n > 0 {
		m.note = hints(" · ", fmt.Sprintf("%s new since %s", line.Thousands(n), m.lastTime()), m.keys.Hint(intent.SinceLast, "shows who speaks"))
	}
}

// lastTime tells when the reader was closed the last time.
func (m *Model) lastTime() string { return since(m.options.State.Since().Local(), time.Now()) }

// since tells when t was as one would say it now: "18:02", "yesterday 18:02", "2 Nov 18:02", "2 Nov 2025".
func since(t, now time.Time) string {
	switch clock := t.Format("15:04"); {
	case sameDay(t, now):
		return clock
	case sameDay(t, now.AddDate(0, 0, -1)):
		return "yesterday " + clock
	case t.Year() == now.Year():
		return t.Format("2 Jan ") + clock
	default:
		return t.Format("2 Jan 2006")
	}
}

func sameDay(a, b time.Time) bool { return a.Format(time.DateOnly) == b.Format(time.DateOnly) }

// speaks is how often somebody speaks in articles, and in which.
type speaks struct {
	id     library.ID
	quotes int
	refs   []library.Ref
}

// speakersOf returns who speaks in refs, those with most quotes first. It looks at all speakers of the library.
func (m *Model) speakersOf(refs []library.Ref) []speaks {
	wanted := make(map[library.Ref]bool, len(refs))
	for _, r := range refs {
		wanted[r] = true
	}
	var out []speaks
	for _, id := range m.lib.Speakers() {
		s := speaks{id: id}
		for _, c := range m.lib.Entity(id).Articles {
			if c.Quotes > 0 && wanted[c.Ref] {
				s.quotes += int(c.Quotes)
				s.refs = append(s.refs, c.Ref)
			}
		}
		if s.quotes > 0 {
			out = append(out, s)
		}
	}
	slices.SortStableFunc(out, func(a, b speaks) int { return cmp.Compare(b.quotes, a.quotes) })
	return out
}

// fewTitles is how many titles stand behind a speaker.
const fewTitles = 3

// showNew shows who speaks in what is new, to filter by one of them within that.
func (m *Model) showNew() {
	refs := m.fresh()
	switch {
	case m.options.State.Since().IsZero():
		m.note = "From the next time on this tells what is new since you left with q."
		return
	case len(refs) == 0:
		m.note = "Nothing is new since " + m.lastTime() + "."
		return
	}
	q := popup.Question{
		Title: "New since " + m.lastTime(),
		Options: []popup.Option{{
			Name: "all that is new", About: line.Count(len(refs), "article"), Do: func() { m.filterTo(isNew) },
		}},
	}
	for _, s := range m.speakersOf(refs) {
		e := m.lib.Entity(s.id)
		q.Options = append(q.Options, popup.Option{
			Name: e.Name, About: line.Count(s.quotes, "new quote") + " · " + m.titles(s.refs), Also: strings.Join(e.Aliases, " "),
			Do: func() { m.filterTo(terms.Join([]string{terms.Of("speaker", m.lib.Label(s.id)), isNew})) },
		})
	}
	m.show(popup.NewChoice(q))
}

// titles returns the titles of refs, or the first few of them.
func (m *Model) titles(refs []library.Ref) string {
	titles := make([]string, 0, fewTitles+1)
	for _, r := range refs[:min(len(refs), fewTitles)] {
		titles = append(titles, m.lib.Head(r).Title)
	}
	if len(refs) > fewTitles {
		titles = append(titles, "…")
	}
	return strings.Join(titles, "; ")
}
