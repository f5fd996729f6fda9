package ui

import (
	"fmt"
	"strings"
	"time"

	"reader/model/library"
	"reader/ui/intent"
	"reader/ui/line"
	"reader/ui/popup"
	"reader/ui/terms"
)

// greet tells once, when all is read, how much is new since the last time.
func (m *Model) greet() {
	if m.greeted {
		return
	}
	m.greeted = true
	refs := m.lib.Fresh(m.options.State)
	if len(refs) == 0 {
		return
	}
	m.note = line.Join(" · ", fmt.Sprintf("%s new since %s", line.Thousands(len(refs)), m.lastTime()), m.keys.Hint(intent.SinceLast, "shows who speaks"))
	if heard := m.lib.Among(refs).Speakers(); len(heard) > 0 {
		m.note += ": " + shortName(m.lib.Entity(heard[0].ID)) + ", " + line.Count(heard[0].Quotes, "new quote")
		if n := len(heard) - 1; n > 0 {
			m.note += ", and " + line.Count(n, "other")
		}
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
		return line.Day(t)
	}
}

func sameDay(a, b time.Time) bool { return a.Format(time.DateOnly) == b.Format(time.DateOnly) }

// fewTitles is how many titles stand behind a speaker.
const fewTitles = 3

// showNew shows who speaks in what is new, to filter by one of them within that.
func (m *Model) showNew() {
	refs := m.lib.Fresh(m.options.State)
	switch {
	case m.options.State.Since().IsZero():
		m.note = line.Join(" with ", "From the next time on this tells what is new since you left", m.keys.Key(intent.Leave)) + "."
		return
	case len(refs) == 0:
		m.note = "Nothing is new since " + m.lastTime() + "."
		return
	}
	q := popup.Question{
		Title: "New since " + m.lastTime(),
		Options: []popup.Option{{
			Name: "all that is new", About: line.Count(len(refs), "article"), Do: func() { m.filterTo(terms.IsNew) },
		}},
	}
	among := m.lib.Among(refs)
	for _, h := range among.Speakers() {
		e := m.lib.Entity(h.ID)
		q.Options = append(q.Options, popup.Option{
			Name: e.Name, About: line.Count(h.Quotes, "new quote") + " · " + m.titles(among, e), Also: strings.Join(e.Aliases, " "),
			Do: func() { m.filterTo(terms.Join([]string{terms.Of("speaker", m.lib.Label(h.ID)), terms.IsNew})) },
		})
	}
	m.show(popup.NewChoice(q))
}

// titles returns the titles of the articles among which e speaks, or the first few of them.
func (m *Model) titles(among *library.Among, e *library.Entity) string {
	titles := make([]string, 0, fewTitles+1)
	for _, c := range e.Articles {
		if c.Quotes == 0 || !among.Has(c.Ref) {
			continue
		}
		if len(titles) == fewTitles {
			titles = append(titles, "…")
			break
		}
		titles = append(titles, m.lib.Head(c.Ref).Title)
	}
	return strings.Join(titles, "; ")
}
