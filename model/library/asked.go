package library

import (
	"cmp"
	"slices"
	"strings"

	"reader/model"
	"reader/model/query"
)

// quoteCondition tests quote i of article r.
type quoteCondition struct {
	holds func(r Ref, i int) bool
	cost  int
}

// ofQuote returns the test of a quote for n, in which every term is about one.
func (s *Search) ofQuote(n query.Node) quoteCondition {
	switch n := n.(type) {
	case query.And:
		parts, cost := s.ofQuotes(n)
		return quoteCondition{func(r Ref, i int) bool {
			return !slices.ContainsFunc(parts, func(c quoteCondition) bool { return !c.holds(r, i) })
		}, cost}
	case query.Or:
		parts, cost := s.ofQuotes(n)
		return quoteCondition{func(r Ref, i int) bool {
			return slices.ContainsFunc(parts, func(c quoteCondition) bool { return c.holds(r, i) })
		}, cost}
	case query.Not:
		part := s.ofQuote(n.X)
		return quoteCondition{func(r Ref, i int) bool { return !part.holds(r, i) }, part.cost}
	case query.Term:
		return s.quoteTerm(n)
	}
	return quoteCondition{holds: func(Ref, int) bool { return false }}
}

// ofQuotes returns the tests for list, cheap ones first, and what the dearest costs.
func (s *Search) ofQuotes(list []query.Node) (parts []quoteCondition, cost int) {
	for _, n := range list {
		parts = append(parts, s.ofQuote(n))
	}
	slices.SortStableFunc(parts, func(a, b quoteCondition) int { return cmp.Compare(a.cost, b.cost) })
	return parts, parts[len(parts)-1].cost
}

// quoteTerm returns the test of a quote for one term.
func (s *Search) quoteTerm(t query.Term) quoteCondition {
	switch t.Field {
	case query.Speaker:
		voices := s.lib.wholes(s.lib.voices(t))
		return quoteCondition{func(r Ref, i int) bool { return s.lib.voiceOf(r, &s.lib.saidOf(r)[i], voices) >= 0 }, costRow}
	case query.Kind:
		value := strings.ToLower(t.Value.Text)
		return quoteCondition{func(r Ref, i int) bool { return s.lib.saidOf(r)[i].kind.String() == value }, costRow}
	default:
		return s.quoteWords(t, newMatcher(t.Value))
	}
}

// quoteWords returns the test of a quote for a term that m finds in words of the quote, or in what is told of it.
func (s *Search) quoteWords(t query.Term, m matcher) quoteCondition {
	switch t.Field {
	case query.Role:
		return s.ofWords(func(r Ref, a *model.Article, q *model.Quote) bool {
			if q.Speaker == 0 || !counts(q) {
				return false
			}
			id := s.lib.IDOf(r, q.Speaker)
			return m.in(a.Speaker(q).Role()) || id != 0 && m.in(s.lib.Entity(id).Role)
		})
	case query.To:
		ids := s.lib.named(t)
		return s.ofWords(func(r Ref, a *model.Article, q *model.Quote) bool {
			return m.in(q.To.In(a.TextOf(q.Field))) || s.mentions(r, a, q, ids)
		})
	default:
		return s.ofWords(func(_ Ref, a *model.Article, q *model.Quote) bool { return m.in(a.Quoted(q)) })
	}
}

// ofWords returns a test of the quote itself.
func (s *Search) ofWords(test func(r Ref, a *model.Article, q *model.Quote) bool) quoteCondition {
	return quoteCondition{func(r Ref, i int) bool {
		a := s.lib.Article(r)
		return i < len(a.Quotes) && test(r, a, &a.Quotes[i]) // the article may not be to be had any more
	}, costText}
}

// mentions reports whether q of a, the article r, was told to one of ids.
func (s *Search) mentions(r Ref, a *model.Article, q *model.Quote, ids []ID) bool {
	if q.To.Empty() || len(ids) == 0 {
		return false
	}
	for _, m := range a.MentionsIn(q.Field, q.To) {
		if slices.Contains(ids, s.lib.IDOf(r, m.Entity)) {
			return true
		}
	}
	return false
}
