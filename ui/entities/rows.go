package entities

import (
	"cmp"
	"slices"
	"strings"

	"reader/model"
	"reader/model/library"
	"reader/ui/links"
)

// Row is something that is listed.
type Row struct {
	Entity   model.EntityID // 0: a link, or the quotes of nobody known
	Name     string
	Role     string
	Quotes   int        // of a speaker: those that count as theirs or, of one who is only guessed, all
	Mentions int        // or, of a link, how often it stands there
	Weak     bool       // a speaker none of whose quotes is sure enough to count
	Yours    bool       // a person said who it is, or that it is this
	Link     links.Link // zero: it is none
}

// collect returns the rows of all tabs for a: those with the highest count first, else in the order of the text.
// Speakers who are only guessed come after the others, and quotes of nobody known last.
func collect(a *model.Article) [tabCount][]Row {
	var tabs [tabCount][]Row
	sure, weak, mentions := counts(a)
	for i := range a.Entities {
		e, id := &a.Entities[i], model.EntityID(i+1)
		row := Row{Entity: id, Name: e.Name, Role: e.Role(), Quotes: sure[id], Mentions: mentions[id], Yours: e.Ruling != model.Unruled}
		if t, ok := tabOf(e.Type); ok {
			tabs[t] = append(tabs[t], row)
		}
		if row.Quotes == 0 {
			row.Quotes, row.Weak = weak[id], true
		}
		if row.Quotes > 0 {
			tabs[Speakers] = append(tabs[Speakers], row)
		}
	}
	slices.SortStableFunc(tabs[Speakers], func(a, b Row) int {
		switch {
		case a.Weak == b.Weak:
			return cmp.Compare(b.Quotes, a.Quotes)
		case a.Weak:
			return 1
		default:
			return -1
		}
	})
	for _, t := range []Tab{People, Organizations, Places} {
		slices.SortStableFunc(tabs[t], func(a, b Row) int { return cmp.Compare(b.Mentions, a.Mentions) })
	}
	if n := sure[0] + weak[0]; n > 0 {
		tabs[Speakers] = append(tabs[Speakers], Row{Name: "Unknown", Quotes: n, Role: "Quotes whose speaker cannot be told"})
	}
	for _, l := range links.Of(a) {
		tabs[Links] = append(tabs[Links], Row{Name: cmp.Or(l.Label, l.To), Mentions: l.Times, Link: l})
	}
	return tabs
}

// tabOf returns the tab that lists what is of type t; false if none does.
func tabOf(t model.EntityType) (Tab, bool) {
	switch t {
	case model.Person:
		return People, true
	case model.Organization:
		return Organizations, true
	case model.Place:
		return Places, true
	default:
		return 0, false
	}
}

// counts returns how many quotes that count as theirs, other quotes, and mentions each entity has, by its id.
func counts(a *model.Article) (sure, weak, mentions []int) {
	n := len(a.Entities) + 1
	sure, weak, mentions = make([]int, n), make([]int, n), make([]int, n)
	for i := range a.Quotes {
		q := &a.Quotes[i]
		if q.Confidence < library.Least {
			weak[q.Speaker]++
		} else {
			sure[q.Speaker]++
		}
	}
	for i := range a.Mentions {
		mentions[a.Mentions[i].Entity]++
	}
	return sure, weak, mentions
}

// matching returns the rows with words in their names.
func matching(rows []Row, words string) []Row {
	words = library.Fold(words)
	var out []Row
	for _, r := range rows {
		if strings.Contains(library.Fold(r.Name), words) {
			out = append(out, r)
		}
	}
	return out
}
