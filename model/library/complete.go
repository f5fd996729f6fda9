package library

import (
	"cmp"
	"slices"
	"strings"

	"reader/model"
	"reader/model/query"
)

// Vocabulary returns what queries can look for in l as it is now, to complete one that is being typed.
func (l *Library) Vocabulary(state query.State) query.Vocabulary { return vocabulary{l, state} }

type vocabulary struct {
	lib   *Library
	state query.State
}

// Values implements query.Vocabulary. Names cost time in proportion to the words known of names and to those that fit;
// other values a pass over the articles, and over their quotes where they are of quotes.
func (v vocabulary) Values(f query.Field, prefix string, n int) []query.Candidate {
	if f.Names() {
		return v.names(f, prefix, n)
	}
	t := tally{needle: newNeedle(prefix, false), counts: map[string]int{}}
	switch f {
	case query.Role, query.Kind, query.To:
		v.ofQuotes(&t, f)
	case query.Is, query.Has:
		s := Search{lib: v.lib, state: v.state}
		for _, a := range v.lib.articles {
			for _, value := range f.Values() {
				if s.is(value, a) {
					t.add(value)
				}
			}
		}
	default:
		layout := "2006"
		if len(prefix) >= len(layout) {
			layout = "2006-01"
		}
		for _, a := range v.lib.articles {
			t.ofArticle(a, f, layout)
		}
	}
	return t.most(n)
}

// names returns the entities of field f that prefix names, by label; those with most quotes or articles first.
func (v vocabulary) names(f query.Field, prefix string, n int) []query.Candidate {
	var ids []ID
	if words(prefix) != "" {
		ids = v.lib.named(query.Term{Field: f, Value: query.Value{Text: prefix}})
	} else {
		for id, e := range v.lib.Entities() {
			if isTyped(e, f) {
				ids = append(ids, id)
			}
		}
	}
	count := func(id ID) int {
		if f == query.Speaker {
			return v.lib.Entity(id).Quotes
		}
		return len(v.lib.Entity(id).Articles)
	}
	slices.SortStableFunc(ids, func(a, b ID) int { return cmp.Compare(count(b), count(a)) })
	ids = ids[:min(n, len(ids))]
	out := make([]query.Candidate, len(ids))
	for i, id := range ids {
		out[i] = query.Candidate{Text: v.lib.Label(id), Count: count(id)}
	}
	return out
}

// ofQuotes counts what field f says of each quote.
func (v vocabulary) ofQuotes(t *tally, f query.Field) {
	for _, a := range v.lib.articles {
		for i := range a.Quotes {
			switch q := &a.Quotes[i]; {
			case f == query.Kind:
				t.add(q.Kind.String())
			case f == query.To:
				t.add(q.To.In(a.TextOf(q.Field)))
			case q.Speaker != 0 && counts(q):
				t.add(a.Speaker(q).Role)
			}
		}
	}
}

// tally counts values that have a word which begins as the needle says; an empty one takes all.
type tally struct {
	needle *needle
	counts map[string]int
}

func (t *tally) add(value string) {
	if n, known := t.counts[value]; known || value != "" && (t.needle.folded == "" || t.needle.in(value)) {
		t.counts[value] = n + 1
	}
}

// ofArticle counts what field f says of a; of its date in that layout.
func (t *tally) ofArticle(a *model.Article, f query.Field, layout string) {
	switch f {
	case query.Author:
		for _, s := range a.Authors {
			t.add(s)
		}
	case query.Source:
		for _, s := range Sources(a) {
			t.add(s)
		}
	case query.Lang:
		t.add(a.Language)
	case query.Date:
		if !a.Published.IsZero() {
			t.add(a.Published.Format(layout))
		}
	default: // no values: it looks at texts
	}
}

// most returns the n values that were counted most.
func (t *tally) most(n int) []query.Candidate {
	out := make([]query.Candidate, 0, len(t.counts))
	for text, count := range t.counts {
		out = append(out, query.Candidate{Text: text, Count: count})
	}
	slices.SortFunc(out, func(a, b query.Candidate) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Text, b.Text))
	})
	return out[:min(n, len(out))]
}
