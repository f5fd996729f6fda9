// Package profile tells what a library knows of somebody or something, line by line.
package profile

import (
	"cmp"
	"slices"
	"strings"

	"reader/model"
	"reader/model/library"
	"reader/ui/line"
)

// Told tells words for an entity, how often they are there, in what unit, and when.
func Told(lib *library.Library, w *library.Told, unit string) string {
	s := w.Words + " · " + line.Count(w.Times, unit)
	if w.Times > w.Articles {
		s += " in " + line.Count(w.Articles, "article")
	}
	from, to := Day(lib.Head(w.Earliest)), Day(lib.Head(w.Latest))
	if from == to {
		return s + " · " + to
	}
	return s + " · " + from + " to " + to
}

// Day tells when the article of h is from.
func Day(h *library.Head) string { return cmp.Or(line.Day(h.Published.Time), "undated") }

// fewPeriods is of how many periods each is told in numbers.
const fewPeriods = 12

// Numbers tells in numbers how often the entity of p is mentioned in periods: by unit, or where there are many of these by a longer one.
func Numbers(p *library.Profile, unit library.Unit, periods []library.Period) string {
	none := func(s library.Period) bool { return s.Mentions == 0 }
	if periods = slices.DeleteFunc(slices.Clone(periods), none); len(periods) > fewPeriods && unit < library.ByYear {
		unit++
		periods = p.By(unit)
	}
	parts := make([]string, len(periods))
	for i, s := range periods {
		parts[i] = unit.Label(s.Start) + ": " + line.Thousands(s.Mentions)
	}
	return strings.Join(parts, " · ")
}

// Kinds tells what kinds of quotes are the entity's of p; "" if it has none.
func Kinds(p *library.Profile) string {
	var parts []string
	for k, n := range p.Quotes() {
		if n > 0 {
			parts = append(parts, line.Thousands(n)+" "+model.QuoteKind(k).String())
		}
	}
	return strings.Join(parts, " · ")
}

// With tells how often somebody is mentioned in the same articles and paragraphs.
func With(lib *library.Library, w *library.Companion) string {
	s := lib.Label(w.ID) + " · " + line.Count(w.Articles, "article")
	if w.Paragraphs > 0 {
		s += " · " + line.Count(w.Paragraphs, "paragraph")
	}
	return s
}
