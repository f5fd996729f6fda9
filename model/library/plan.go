package library

import (
	"cmp"
	"slices"

	"reader/model"
	"reader/model/query"
)

// plan is how a part of a query is answered: first by the articles that may match, which what is known of names and dates
// tells, then by a test of each of them.
type plan struct {
	may  set       // no other article matches
	sure bool      // every article in may does
	test condition // of an article in may; nil if sure
	cost int       // of the test, beside that of others
}

// The costs of tests: of what is kept of every article, and of the article itself.
const (
	costNone = iota
	costRow
	costText
)

// matches reports whether article r matches.
func (p *plan) matches(r Ref) bool { return p.may.has(r) && (p.sure || p.test(r)) }

// planFor returns the plan for n, which was bound.
func (s *Search) planFor(n query.Node) *plan {
	switch n := n.(type) {
	case query.And:
		return s.planAll(n)
	case query.Or:
		return s.planSome(n)
	case query.Not:
		p := s.planFor(n.X)
		if p.sure {
			return &plan{may: s.lib.everything().without(p.may), sure: true}
		}
		return &plan{may: s.lib.everything(), test: func(r Ref) bool { return !p.matches(r) }, cost: p.cost}
	case query.Quote:
		return s.planQuote(n.Cond)
	case query.Term:
		return s.planTerm(n)
	}
	return &plan{may: s.lib.none(), sure: true}
}

// plans returns the plans for list, cheap ones first.
func (s *Search) plans(list []query.Node) []*plan {
	out := make([]*plan, len(list))
	for i, n := range list {
		out[i] = s.planFor(n)
	}
	slices.SortStableFunc(out, func(a, b *plan) int { return cmp.Compare(a.cost, b.cost) })
	return out
}

func (s *Search) planAll(list []query.Node) *plan {
	parts := s.plans(list)
	may := s.lib.everything()
	for _, p := range parts {
		may.and(p.may)
	}
	return joined(parts, may, func(r Ref) bool { return !slices.ContainsFunc(parts, func(p *plan) bool { return !p.matches(r) }) })
}

func (s *Search) planSome(list []query.Node) *plan {
	parts := s.plans(list)
	may := s.lib.none()
	for _, p := range parts {
		may.or(p.may)
	}
	return joined(parts, may, func(r Ref) bool { return slices.ContainsFunc(parts, func(p *plan) bool { return p.matches(r) }) })
}

// joined returns the plan of which parts are parts: it is sure if these are, and costs what the dearest does.
func joined(parts []*plan, may set, test condition) *plan {
	out := &plan{may: may, sure: true, test: test}
	for _, p := range parts {
		out.sure = out.sure && p.sure
		out.cost = max(out.cost, p.cost)
	}
	return out
}

// planTerm returns the plan for a term that is not about a quote.
func (s *Search) planTerm(t query.Term) *plan {
	switch t.Field {
	case query.Person, query.Org, query.Place, query.Mention:
		return &plan{may: s.lib.mentioning(s.lib.named(t)), sure: true}
	case query.Date:
		return &plan{may: s.lib.published(t.Days(s.state.Now)), sure: true}
	case query.Anything:
		speak, p := s.lib.speaking(s.lib.named(t)), s.planWords(t, &s.lib.texts, &s.lib.titles)
		may := slices.Clone(p.may)
		may.or(speak)
		return &plan{may: may, sure: p.sure, test: func(r Ref) bool { return speak.has(r) || p.matches(r) }, cost: p.cost}
	case query.Text:
		return s.planWords(t, &s.lib.texts, &s.lib.titles)
	case query.Title:
		return s.planWords(t, &s.lib.titles)
	default:
		test, cost := s.condition(t)
		return &plan{may: s.lib.everything(), test: test, cost: cost}
	}
}

// planWords returns the plan for a term whose value is looked for where the words in are from.
func (s *Search) planWords(t query.Term, in ...*postings) *plan {
	test, cost := s.condition(t)
	sure, may := s.lib.none(), s.lib.none()
	for _, p := range in {
		has, maybe, all := p.look(t.Value)
		if all {
			return &plan{may: s.lib.everything(), test: test, cost: cost}
		}
		sure.addAll(has)
		may.addAll(maybe)
	}
	if may.empty() {
		return &plan{may: sure, sure: true}
	}
	may.or(sure)
	return &plan{may: may, test: func(r Ref) bool { return sure.has(r) || test(r) }, cost: cost}
}

// planQuote returns the plan for what is asked of one quote.
func (s *Search) planQuote(cond query.Node) *plan {
	may, sure := s.quoting(cond)
	test := s.ofQuote(cond)
	return &plan{may: may, sure: sure, cost: test.cost, test: func(r Ref) bool {
		for i := range s.lib.Head(r).Quotes {
			if test.holds(r, i) {
				return true
			}
		}
		return false
	}}
}

// quoting returns the articles that may have a quote that meets cond, and whether all of them have.
func (s *Search) quoting(cond query.Node) (may set, sure bool) {
	switch cond := cond.(type) {
	case query.Term:
		switch cond.Field {
		case query.Speaker:
			switch {
			case cond.Unknown():
				return s.lib.everything(), false
			case cond.Unsure:
				return s.lib.mentioning(s.lib.named(cond)), false
			}
			return s.lib.speaking(s.lib.named(cond)), true
		case query.Said:
			return s.planWords(cond, &s.lib.texts, &s.lib.titles).may, false
		default: // told by nothing short of the quotes
		}
	case query.And:
		may = s.lib.everything()
		for _, part := range cond {
			m, _ := s.quoting(part)
			may.and(m)
		}
		return may, false
	case query.Or:
		may, sure = s.lib.none(), true
		for _, part := range cond {
			m, all := s.quoting(part)
			may.or(m)
			sure = sure && all
		}
		return may, sure
	}
	return s.lib.everything(), false
}

// mentioning returns the articles that mention one of ids.
func (l *Library) mentioning(ids []ID) set {
	return l.bearing(ids, func(Counts) bool { return true })
}

// speaking returns the articles in which one of ids speaks.
func (l *Library) speaking(ids []ID) set {
	return l.bearing(ids, func(c Counts) bool { return c.Quotes > 0 })
}

// bearing returns the articles in which one of ids is counted in a way that counts.
func (l *Library) bearing(ids []ID, counts func(Counts) bool) set {
	out := l.none()
	for _, id := range ids {
		for _, c := range l.Entity(id).Articles {
			if counts(c) {
				out.add(c.Ref)
			}
		}
	}
	return out
}

// published returns the articles of the days from first to last, yyyymmdd.
func (l *Library) published(first, last int32) set {
	out, unknown := l.none(), query.Day(model.Date{}.Time)
	for r := range l.rows {
		if day := l.rows[r].day; day != unknown && first <= day && day <= last {
			out.add(Ref(r))
		}
	}
	return out
}
