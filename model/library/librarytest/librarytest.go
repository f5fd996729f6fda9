// Package librarytest tells what a library says, to compare it with another one.
package librarytest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"reader/model"
	"reader/model/library"
	"reader/model/query"
)

// Telling returns all that l tells, in words that do not depend on its IDs.
func Telling(tb testing.TB, l *library.Library) []string {
	tb.Helper()
	var out []string
	first := map[library.ID]string{} // where an entity is met first
	for r := range l.All() {
		a := l.Article(r)
		for i := range a.Entities {
			e := model.EntityID(i + 1)
			id := l.IDOf(r, e)
			if id == 0 {
				out = append(out, fmt.Sprintf("%d/%d is linked with nothing", r, e))
				continue
			}
			if first[id] == "" {
				first[id] = fmt.Sprintf("%d/%d", r, e)
			}
			out = append(out, fmt.Sprintf("%d/%d is %s: %s", r, e, first[id], known(l.Entity(id))))
		}
		out = append(out, fmt.Sprintf("%d is published %s, quotes %v", r, a.Published, l.QuotesBy(r)))
	}
	for id, e := range l.Entities() {
		out = append(out, first[id]+" is known: "+known(e))
	}
	speakers := make([]string, 0, len(l.Speakers()))
	for _, id := range l.Speakers() {
		e := l.Entity(id)
		h, mentioning := l.Everything().Of(id)
		speakers = append(speakers, fmt.Sprintf("%s speaks: %s, %d sayings in %d of %d", first[id], known(e), h.Quotes, h.Articles, mentioning))
		for _, field := range []string{"speaker", "person", "org", ""} {
			q := strings.TrimPrefix(field+`:"`+e.Name+`"`, ":")
			found := names(l, l.Find(e.Name))
			out = append(out, fmt.Sprintf("%s selects %v, find %q", q, selected(tb, l, q), found))
		}
	}
	slices.Sort(speakers)
	slices.Sort(out)
	return append(out, speakers...)
}

// names returns the names of ids, sorted.
func names(l *library.Library, ids []library.ID) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = l.Entity(id).Name
	}
	slices.Sort(out)
	return out
}

func known(e *library.Entity) string {
	aliases := slices.Sorted(slices.Values(e.Aliases))
	return fmt.Sprintf("%s, %s, %q, %s %s, %d quotes, %v", e.Name, e.Role, aliases, e.Gender, e.Type, e.Quotes, e.Articles)
}

// Same fails if a and b do not tell the same.
func Same(tb testing.TB, when string, a, b *library.Library) {
	tb.Helper()
	got, want := Telling(tb, a), Telling(tb, b)
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			tb.Fatalf("%s\n got  %s\n want %s", when, got[i], want[i])
		}
	}
	if len(got) != len(want) {
		tb.Fatalf("%s: %d lines told, want %d", when, len(got), len(want))
	}
}

// selected returns the articles that the query text matches where nothing was read, starred or noted.
func selected(tb testing.TB, l *library.Library, text string) []library.Ref {
	tb.Helper()
	q, err := query.Parse(text)
	if err != nil {
		tb.Fatalf("%s: %v", text, err)
	}
	refs, err := l.Select(tb.Context(), q, query.State{})
	if err != nil {
		tb.Fatalf("%s: %v", text, err)
	}
	return refs
}
