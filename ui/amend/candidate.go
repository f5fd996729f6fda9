package amend

import (
	"cmp"
	"fmt"
	"slices"

	"reader/model"
	"reader/ui/line"
)

// Candidate is an entity of an article that may be meant, and how often it is found there.
type Candidate struct {
	ID               model.EntityID
	Quotes, Mentions int
}

// About tells what e is, whom n is of, and how often it speaks, or is named.
func (n Candidate) About(e *model.Entity) string {
	s := line.Count(n.Quotes, "quote")
	if n.Quotes == 0 {
		s = fmt.Sprintf("named %s", line.Count(n.Mentions, "time"))
	}
	if e.Role() != "" {
		s = e.Role() + " · " + s
	}
	return s
}

// Candidates returns the entities of a of the types wanted: first, if it is one, then those that speak most, then people,
// and those that are named most.
func Candidates(a *model.Article, wanted func(model.EntityType) bool, first model.EntityID) []Candidate {
	all := make([]Candidate, len(a.Entities)+1)
	for i := range all {
		all[i].ID = model.EntityID(i)
	}
	for i := range a.Quotes {
		all[a.Quotes[i].Speaker].Quotes++
	}
	for i := range a.Mentions {
		all[a.Mentions[i].Entity].Mentions++
	}
	all = slices.DeleteFunc(all[1:], func(n Candidate) bool { return !wanted(a.Entity(n.ID).Type) })
	slices.SortStableFunc(all, func(x, y Candidate) int {
		person := func(n Candidate) bool { return a.Entity(n.ID).Type == model.Person }
		return cmp.Or(before(x.ID == first, y.ID == first), cmp.Compare(y.Quotes, x.Quotes), before(person(x), person(y)),
			cmp.Compare(y.Mentions, x.Mentions))
	})
	return all
}

// before compares two things of which those for which something holds come first.
func before(x, y bool) int {
	switch {
	case x == y:
		return 0
	case x:
		return -1
	default:
		return 1
	}
}
