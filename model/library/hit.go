package library

import (
	"cmp"
	"slices"

	"reader/model"
	"reader/model/query"
)

// Hit is a place in an article for which a query matches it.
type Hit struct {
	Field model.Field
	Span  model.Span
}

// Hits returns where in article r, which the query matches, that stands which it asks for, by place: words of title and
// text, mentions of names, and the quotes it asks for, or in them the words they are asked for. Of two places one in the
// other the larger one counts. There are none for what has no place, as dates and sources.
func (s *Search) Hits(r Ref) []Hit {
	if s.finders == nil {
		for _, t := range s.terms {
			s.finders = append(s.finders, s.finder(t))
		}
		if len(s.quotes) > 0 {
			s.finders = append(s.finders, s.quoteFinder())
		}
	}
	a := s.lib.Article(r)
	out := make([]Hit, 0, len(s.finders))
	for _, find := range s.finders {
		out = append(out, find(r, a)...)
	}
	return largest(out)
}

// finder finds hits in article r, which is a.
type finder func(r Ref, a *model.Article) []Hit

// finder returns what finds the hits of a term, other than those in quotes.
func (s *Search) finder(t query.Term) finder {
	switch t.Field {
	case query.Anything, query.Text:
		m := newMatcher(t.Value)
		return func(_ Ref, a *model.Article) []Hit {
			return append(hitsIn(a, model.Title, m), hitsIn(a, model.Body, m)...)
		}
	case query.Title:
		m := newMatcher(t.Value)
		return func(_ Ref, a *model.Article) []Hit { return hitsIn(a, model.Title, m) }
	case query.Person, query.Org, query.Place, query.Mention:
		ids := s.lib.named(t)
		return func(r Ref, a *model.Article) []Hit {
			var out []Hit
			for _, m := range a.Mentions {
				if slices.Contains(ids, s.lib.IDOf(r, m.Entity)) {
					out = append(out, Hit{m.Field, m.Span})
				}
			}
			return out
		}
	default:
		return func(Ref, *model.Article) []Hit { return nil }
	}
}

func hitsIn(a *model.Article, f model.Field, m matcher) []Hit {
	var out []Hit
	for at := range m.all(a.TextOf(f)) {
		out = append(out, Hit{f, at})
	}
	return out
}

// quoteFinder returns what finds the words of quotes for which these are asked for, or the quotes.
func (s *Search) quoteFinder() finder {
	var said []matcher
	for _, t := range s.terms {
		if t.Field == query.Said {
			said = append(said, newMatcher(t.Value))
		}
	}
	return func(r Ref, a *model.Article) []Hit {
		var out []Hit
		for _, i := range s.Quotes(r) {
			q, before := &a.Quotes[i], len(out)
			for _, m := range said {
				for at := range m.all(a.Quoted(q)) {
					out = append(out, Hit{q.Field, at.Shift(int(q.Span.Start))})
				}
			}
			if len(out) == before {
				out = append(out, Hit{q.Field, q.Span})
			}
		}
		return out
	}
}

// largest sorts hits by place, the title first, and leaves those out that stand in others.
func largest(hits []Hit) []Hit {
	slices.SortFunc(hits, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(b.Field, a.Field), cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(b.Span.End, a.Span.End))
	})
	var out []Hit
	for _, h := range hits {
		if k := len(out); k > 0 && out[k-1].Field == h.Field && out[k-1].Span.Contains(h.Span) {
			continue
		}
		out = append(out, h)
	}
	return out
}
