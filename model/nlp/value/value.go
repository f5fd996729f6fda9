// Package value finds dates, money, percentages and quantities and resolves their values.
//
// A date is an ISO 8601 date as far as it is known, "2011", "2011-06", "2011-06-08", a week "2011-W23", or a
// stretch from the first to the last month or year, "2010-09/2010-11"; with a time of day it is
// "2011-06-08T10:30", and a time alone "T10:30". Money is a currency of ISO 4217 and an amount, "USD 10000000", a
// percentage its number, a quantity a number and a unit, "6000 MW". What can't be told is "".
package value

import (
	"cmp"
	"slices"

	"reader/model"
	"reader/model/nlp/doc"
)

// Find adds mentions with values to d.Mentions, none of which overlaps a name, and keeps the order by place.
// Dates that need one are resolved against d.Published. It reads d.Tokens, d.Sentences and the names in d.Mentions.
func Find(d *doc.Document) {
	f := finder{Document: d}
	var found []doc.Mention
	names := d.Mentions
	for _, s := range d.Sentences {
		f.first = s.First
		for i := s.First; i < s.Last; {
			for len(names) > 0 && names[0].Last <= i {
				names = names[1:]
			}
			f.last = s.Last
			if len(names) > 0 {
				if names[0].First <= i {
					i = names[0].Last
					continue
				}
				f.last = min(s.Last, names[0].First)
			}
			e, ok := f.expression(i)
			if !ok {
				i++
				continue
			}
			found = append(found, doc.Mention{
				Span: d.Cover(i, e.last), First: i, Last: e.last, Type: e.kind, Form: model.Name, Value: e.value,
			})
			i = e.last
		}
	}
	if len(found) > 0 {
		d.Mentions = append(d.Mentions, found...)
		slices.SortStableFunc(d.Mentions, func(a, b doc.Mention) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	}
}

// finder looks for expressions in the tokens from first, where the sentence begins, to last, where it ends
// or a name begins.
type finder struct {
	*doc.Document
	first, last int
}

// expression is one that begins at a token known to the caller.
type expression struct {
	last  int // the token after it
	kind  model.EntityType
	value string
}

// expression returns the expression that begins at token i.
func (f *finder) expression(i int) (expression, bool) {
	if t := f.Tokens[i]; t.Kind == doc.Punct || t.Kind == doc.Other {
		return expression{}, false
	}
	if e, ok := f.amount(i); ok {
		return e, true
	}
	if t, ok := f.dateTime(i); ok {
		return expression{t.last, model.DateTime, t.String()}, true
	}
	return expression{}, false
}

// is reports whether token i is one of the words, in lower case.
func (f *finder) is(i int, words ...string) bool {
	return i >= f.first && i < f.last && slices.Contains(words, f.Lower(i))
}

// lookup returns what table says of token i, or the zero value if the token is not in reach.
func lookup[T any](f *finder, table map[string]T, i int) (T, bool) {
	var zero T
	if i < f.first || i >= f.last {
		return zero, false
	}
	v, ok := table[f.Lower(i)]
	return v, ok
}

// hyphen returns the token after i if i is a hyphen glued on both sides, else i.
func (f *finder) hyphen(i int) int {
	if i+1 < f.last && (f.Word(i) == "-" || f.Word(i) == "–") && f.Glued(i) && f.Glued(i+1) {
		return i + 1
	}
	return i
}
