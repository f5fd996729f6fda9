// Package topics puts quotes on one subject together, with a heading over them.
package topics

import (
	"strings"
	"time"

	"reader/model"
	"reader/model/library"
	"reader/model/subject"
	"reader/ui/line"
)

// Topic is quotes on one subject, by their places among all, and what stands over them.
type Topic struct {
	Heading string
	Quotes  []int
}

// Of returns the topics of quotes, which are in the articles refs, and of which the statements were made that are grouped so: first what
// is on one subject, and last, as one, all that is on none of these. With several speakers the headings tell whose quotes they are.
func Of(lib *library.Library, refs []library.Ref, statements []subject.Statement, groups []subject.Group, several bool) []Topic {
	var out []Topic
	alone := make([]bool, len(refs))
	for i := range alone {
		alone[i] = true
	}
	for _, g := range groups {
		var quotes []int
		for _, i := range g.Statements {
			quotes = append(quotes, statements[i].Quotes...)
		}
		if len(quotes) < 2 {
			continue
		}
		for _, i := range quotes {
			alone[i] = false
		}
		who := ""
		if several {
			e := lib.Entity(statements[g.Statements[0]].Speaker)
			who = model.Short(e.Name, e.Type) + ": "
		}
		out = append(out, Topic{who + names(g.Terms) + " · " + many(lib, refs, quotes), quotes})
	}
	var rest []int
	for i, is := range alone {
		if is {
			rest = append(rest, i)
		}
	}
	if len(rest) > 0 {
		out = append(out, Topic{"On nothing else here · " + many(lib, refs, rest), rest})
	}
	return out
}

// few is how many terms a heading has.
const few = 4

// names returns what quotes on one subject share.
func names(terms []subject.Term) string {
	out := make([]string, 0, few)
	for _, t := range terms[:min(len(terms), few)] {
		out = append(out, t.Shown)
	}
	return strings.Join(out, ", ")
}

// many tells how many quotes these are, and from when to when.
func many(lib *library.Library, refs []library.Ref, quotes []int) string {
	return line.Count(len(quotes), "quote") + " · " + days(lib, refs, quotes)
}

// days tells from when to when quotes are.
func days(lib *library.Library, refs []library.Ref, quotes []int) string {
	var first, last time.Time
	for _, i := range quotes {
		day := lib.Head(refs[i]).Published.Time
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
	switch {
	case last.IsZero():
		return "no date"
	case first.Format(time.DateOnly) == last.Format(time.DateOnly):
		return line.Day(last)
	case first.Year() == last.Year():
		return first.Format("2 Jan") + " – " + line.Day(last)
	default:
		return line.Day(first) + " – " + line.Day(last)
	}
}
