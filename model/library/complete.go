package library

import (
	"cmp"
	"slices"
	"strings"

	"reader/model/query"
)

// Vocabulary returns what queries can look for in l as it is now, to complete one that is being typed.
func (l *Library) Vocabulary(state query.State) query.Vocabulary { return vocabulary{l, state} }

type vocabulary struct {
	lib   *Library
	state query.State
}

// Values implements query.Vocabulary. It fetches no article, so it doesn't count what only these tell. Names cost time in
// proportion to the words known of names and to those that fit, other values a pass over what is kept of every article.
func (v vocabulary) Values(f query.Field, prefix string, n int) []query.Candidate {
	if f.Names() {
		return v.names(f, prefix, n)
	}
	t := tally{needle: newNeedle(prefix, false), counts: map[string]int{}}
	switch f {
	case query.To:
		return v.names(query.Org, prefix, n)
	case query.Role:
		for _, id := range v.lib.Speakers() {
			e := v.lib.Entity(id)
			t.add(e.Role, e.Quotes)
		}
	case query.Kind:
		for r := range v.lib.All() {
			for _, q := range v.lib.saidOf(r) {
				t.add(q.kind.String(), 1)
			}
		}
	case query.Is, query.Has:
		v.states(&t, f)
	default:
		for r := range v.lib.All() {
			t.ofHead(v.lib.Head(r), f, prefix)
		}
	}
	return t.most(n)
}

// states counts the articles that are, or have, each value of f, as far as that is known without fetching them.
func (v vocabulary) states(t *tally, f query.Field) {
	s := Search{lib: v.lib, state: v.state}
	for _, value := range f.Values() {
		test, cost := s.is(value)
		if cost > costRow {
			continue
		}
		for r := range v.lib.All() {
			if test(r) {
				t.add(value, 1)
			}
		}
	}
}

// Likely implements query.Vocabulary.
func (v vocabulary) Likely(prefix string, n int) []query.Candidate {
	meant := func(ID) bool { return true }
	if words(prefix) != "" {
		named := map[ID]bool{}
		for _, id := range v.lib.named(query.Term{Field: query.Speaker, Unsure: true, Value: query.Value{Text: prefix}}) {
			named[id] = true
		}
		meant = func(id ID) bool { return named[id] }
	}
	var out []query.Candidate
	for _, h := range v.lib.Everything().Likely() {
		if len(out) < n && meant(h.ID) {
			out = append(out, query.Candidate{Text: v.lib.Label(h.ID), Count: h.Quotes, Unsure: h.Unsure})
		}
	}
	return out
}

// names returns the entities of field f that prefix names, by label; those with most quotes or articles first.
func (v vocabulary) names(f query.Field, prefix string, n int) []query.Candidate {
	var ids []ID
	if words(prefix) != "" {
		ids = v.lib.named(query.Term{Field: f, Value: query.Value{Text: prefix}})
	} else {
		for id, e := range v.lib.Entities() {
			if isTyped(e, query.Term{Field: f}) {
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

// tally counts values that have a word which begins as the needle says; an empty one takes all.
type tally struct {
	needle *needle
	counts map[string]int
}

// add counts value so many times.
func (t *tally) add(value string, times int) {
	if n, known := t.counts[value]; known || value != "" && (t.needle.folded == "" || t.needle.in(value)) {
		t.counts[value] = n + times
	}
}

// ofHead counts what field f says of an article; of its date the year, or the month where prefix says the year.
func (t *tally) ofHead(h *Head, f query.Field, prefix string) {
	switch f {
	case query.Author:
		for _, s := range h.Authors {
			t.add(s, 1)
		}
	case query.Source:
		for _, s := range Sources(h.Publisher, h.URL) {
			t.add(s, 1)
		}
	case query.Lang:
		t.add(h.Language, 1)
	case query.Date:
		layout := "2006"
		if len(prefix) >= len(layout) {
			layout = "2006-01"
		}
		if !h.Published.IsZero() {
			t.add(h.Published.Format(layout), 1)
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
