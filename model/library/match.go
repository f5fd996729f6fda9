package library

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"reader/model/query"
)

// Search is a query that is asked of a library as it is now; when articles were added or replaced it must be made anew. It is
// for one goroutine.
type Search struct {
	lib    *Library
	state  query.State
	order  query.Order
	quotes []quoteCondition // a quote is asked for if it meets one of these; none: every quote is
	asked  map[Ref][]int    // which quotes of the articles found are, where articles must be read to know; else nil
	terms  []query.Term     // that are not negated
	plan   *plan            // nil: every article
	at     int              // how many of the newest were looked at
	found  []Ref            // of these

	finders []finder // made by Hits
}

// Search prepares to answer q. What must be known beside articles is in state. It costs time in proportion to how many
// words are names in the library, and to the articles of those that q names.
func (l *Library) Search(q query.Query, state query.State) *Search {
	s := &Search{lib: l, state: state, order: q.Order}
	bound := q.Bound()
	if bound == nil {
		return s
	}
	s.plan = s.planFor(bound)
	for quote := range query.Quotes(bound) {
		s.quotes = append(s.quotes, s.ofQuote(quote.Cond))
	}
	if slices.ContainsFunc(s.quotes, func(c quoteCondition) bool { return c.cost == costText }) {
		s.asked = map[Ref][]int{}
	}
	s.terms = slices.Collect(query.Terms(bound))
	return s
}

// Select returns the articles that q matches, in its order. See Search.Select.
func (l *Library) Select(ctx context.Context, q query.Query, state query.State) ([]Ref, error) {
	return l.Search(q, state).Select(ctx)
}

// Select returns the articles that the query matches, in its order: newest first if it says none. It goes through those
// which names and dates leave, and tests in them what must be read. When ctx ends it gives up with the error of ctx.
func (s *Search) Select(ctx context.Context) ([]Ref, error) {
	for done := false; !done; done = s.Step(64) {
		if ctx.Err() != nil {
			return nil, fmt.Errorf("the search was given up: %w", context.Cause(ctx))
		}
	}
	return s.Found(), nil
}

// Step goes on with the search until it has tested limit articles that had to be read, and reports whether it is done.
func (s *Search) Step(limit int) (done bool) {
	newest := s.lib.Newest()
	if s.plan == nil {
		s.found, s.at = newest, len(newest)
	}
	for ; s.at < len(newest) && limit > 0; s.at++ {
		r := newest[s.at]
		read := s.plan.cost == costText && !s.plan.sure && s.plan.may.has(r)
		if s.plan.matches(r) {
			s.found = append(s.found, r)
			if s.asked != nil { // now, as it was read just now, or is at the cost of this step
				s.asked[r], read = s.meeting(r), true
			}
		}
		if read {
			limit--
		}
	}
	return s.at == len(newest)
}

// Asks reports whether the query has conditions on quotes.
func (s *Search) Asks() bool { return len(s.quotes) > 0 }

// Found returns the articles found so far, in the order of the query. They must not be changed.
func (s *Search) Found() []Ref {
	if s.order.By == "" {
		return s.found
	}
	return s.sorted(slices.Clone(s.found))
}

// sorted puts refs, which are newest first, into the order of the query.
func (s *Search) sorted(refs []Ref) []Ref {
	var less func(a, b Ref) int
	switch s.order.By {
	case "title":
		less = s.byText(refs, func(h *Head) string { return h.Title })
	case "source":
		less = s.byText(refs, func(h *Head) string {
			if sources := Sources(h.Publisher, h.URL); len(sources) > 0 {
				return sources[0]
			}
			return ""
		})
	case "quotes":
		count := make(map[Ref]int, len(refs))
		for _, r := range refs {
			count[r] = len(s.Quotes(r))
		}
		less = func(a, b Ref) int { return cmp.Compare(count[a], count[b]) }
	default:
		less = func(a, b Ref) int { return cmp.Compare(s.lib.rows[a].day, s.lib.rows[b].day) }
	}
	slices.SortStableFunc(refs, func(a, b Ref) int {
		if s.order.Reverse {
			a, b = b, a
		}
		return less(a, b)
	})
	return refs
}

// byText returns the order of refs by a text of theirs, folded.
func (s *Search) byText(refs []Ref, text func(*Head) string) func(a, b Ref) int {
	keys := make(map[Ref]string, len(refs))
	for _, r := range refs {
		keys[r] = Fold(text(s.lib.Head(r)))
	}
	return func(a, b Ref) int { return cmp.Compare(keys[a], keys[b]) }
}

// Quotes returns which quotes of article r the query asks for, if it matches the article: those that meet one of its
// conditions on quotes, or all if it has none. They are indices into its Quotes, by place, and must not be changed.
func (s *Search) Quotes(r Ref) []int {
	if known, ok := s.asked[r]; ok {
		return known
	}
	return s.meeting(r)
}

// meeting is Quotes, found out anew.
func (s *Search) meeting(r Ref) []int {
	n := s.lib.Head(r).Quotes
	out := make([]int, 0, n)
	for i := range n {
		wanted := func(c quoteCondition) bool { return c.holds(r, i) }
		if len(s.quotes) == 0 || slices.ContainsFunc(s.quotes, wanted) {
			out = append(out, i)
		}
	}
	return out
}
