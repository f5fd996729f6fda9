package query

import "slices"

// Bound returns q with its conditions on quotes gathered into Quotes, each about one quote, as the package's doc says; nil
// for what matches every article.
func (q Query) Bound() Node {
	if q.Root == nil {
		return nil
	}
	return bind(q.Root)
}

func bind(n Node) Node {
	switch n := n.(type) {
	case And:
		return bindGroup(n)
	case Or:
		out := make(Or, len(n))
		for i, part := range n {
			out[i] = bind(part)
		}
		return out
	case Not:
		return Not{bind(n.X)}
	case Term:
		if n.Field.OfQuote() {
			return Quote{n}
		}
	}
	return n
}

// bindGroup binds what stands side by side.
func bindGroup(parts And) Node {
	var out And
	var about conditions
	for _, part := range parts {
		if !binds(part, false) {
			out = append(out, bind(part))
			continue
		}
		if about.spoken && asserts(part) && speaks(part) {
			out = append(out, about.bound()...)
			about = conditions{}
		}
		about.add(part)
	}
	out = append(out, about.bound()...)
	if len(out) == 1 {
		return out[0]
	}
	return out
}

// conditions is what is asked of one quote.
type conditions struct {
	parts    []Node
	asserted bool // something else than negations is
	spoken   bool // its speaker is
}

func (c *conditions) add(part Node) {
	c.parts = append(c.parts, part)
	c.asserted = c.asserted || asserts(part)
	c.spoken = c.spoken || asserts(part) && speaks(part)
}

// bound returns the conditions as they are asked of an article.
func (c *conditions) bound() []Node {
	var out []Node
	var cond And
	for _, part := range c.parts {
		not, negated := part.(Not)
		if !c.asserted || negated && c.spoken && speaks(not.X) {
			out = append(out, bind(part))
			continue
		}
		cond = append(cond, part)
	}
	switch len(cond) {
	case 0:
		return out
	case 1:
		return append(out, Quote{cond[0]})
	}
	return append(out, Quote{cond})
}

// binds reports whether n, which is one of several alternatives or not, is about the quote of the conditions around it.
func binds(n Node, alternative bool) bool {
	switch n := n.(type) {
	case Term:
		return n.Field.OfQuote()
	case Not:
		return binds(n.X, false)
	case Or:
		return !slices.ContainsFunc(n, func(part Node) bool { return !binds(part, true) })
	case And:
		speakers := 0
		for _, part := range n {
			if not, negated := part.(Not); speaks(part) || negated && speaks(not.X) {
				speakers++
			}
			if !binds(part, false) {
				return false
			}
		}
		return alternative && speakers < 2
	}
	return false
}

// asserts reports whether n asks for something, and does not merely rule it out.
func asserts(n Node) bool {
	switch n := n.(type) {
	case Not:
		return false
	case Or:
		return !slices.ContainsFunc(n, func(part Node) bool { return !asserts(part) })
	case And:
		return slices.ContainsFunc(n, asserts)
	}
	return true
}

// speaks reports whether n asks who the speaker is, whatever else it does.
func speaks(n Node) bool {
	switch n := n.(type) {
	case Term:
		return n.Field == Speaker
	case Or:
		return !slices.ContainsFunc(n, func(part Node) bool { return !speaks(part) })
	case And:
		return slices.ContainsFunc(n, speaks)
	}
	return false
}

// Quotes yields what is asked of quotes by the parts of n, which Bound returned, that are not negated.
func Quotes(n Node) func(yield func(Quote) bool) {
	return func(yield func(Quote) bool) { eachQuote(n, yield) }
}

func eachQuote(n Node, yield func(Quote) bool) bool {
	var parts []Node
	switch n := n.(type) {
	case Quote:
		return yield(n)
	case And:
		parts = n
	case Or:
		parts = n
	}
	for _, part := range parts {
		if !eachQuote(part, yield) {
			return false
		}
	}
	return true
}

// Terms yields the terms of n that are not negated.
func Terms(n Node) func(yield func(Term) bool) {
	return func(yield func(Term) bool) { eachTerm(n, yield) }
}

func eachTerm(n Node, yield func(Term) bool) bool {
	var parts []Node
	switch n := n.(type) {
	case Term:
		return yield(n)
	case Quote:
		return eachTerm(n.Cond, yield)
	case And:
		parts = n
	case Or:
		parts = n
	}
	for _, part := range parts {
		if !eachTerm(part, yield) {
			return false
		}
	}
	return true
}
