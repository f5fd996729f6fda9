package subject

import (
	"cmp"
	"math"
	"slices"

	"reader/model/library"
)

// norm returns the length of the vector of weights.
func norm(terms []Term) float64 {
	sum := 0.0
	for _, t := range terms {
		sum += t.Weight * t.Weight
	}
	return math.Sqrt(sum)
}

// forest is statements joined to groups: each leads to another of its group, or to itself.
type forest struct {
	parent []int
	size   []int // of the group, by the one that leads to itself
}

func newForest(n int) *forest {
	f := &forest{make([]int, n), make([]int, n)}
	for i := range n {
		f.parent[i], f.size[i] = i, 1
	}
	return f
}

func (f *forest) root(i int) int {
	for f.parent[i] != i {
		f.parent[i] = f.parent[f.parent[i]]
		i = f.parent[i]
	}
	return i
}

// join makes one group of those of a and b, unless that would be too large.
func (f *forest) join(a, b int) {
	a, b = f.root(a), f.root(b)
	if a == b || f.size[a]+f.size[b] > most {
		return
	}
	a, b = min(a, b), max(a, b)
	f.parent[b] = a
	f.size[a] += f.size[b]
}

// groups returns the groups, in the order that Groups says.
func (f *forest) groups(statements []Statement) []Group {
	var out []Group
	at := make([]int, len(statements)) // of a root: its group, plus 1
	first := map[library.ID]int{}      // of a speaker: the first statement
	for i := range statements {
		r := f.root(i)
		if at[r] == 0 {
			out = append(out, Group{})
			at[r] = len(out)
		}
		g := &out[at[r]-1]
		g.Statements = append(g.Statements, i)
		if _, met := first[statements[i].Speaker]; !met {
			first[statements[i].Speaker] = i
		}
	}
	for i := range out {
		out[i].Terms = sharedTerms(statements, out[i].Statements)
	}
	slices.SortStableFunc(out, func(g, h Group) int {
		return cmp.Or(cmp.Compare(first[statements[g.Statements[0]].Speaker], first[statements[h.Statements[0]].Speaker]),
			cmp.Compare(len(h.Statements), len(g.Statements)))
	})
	return out
}

// sharedTerms returns the terms that at least two of the statements have, of one alone all of its terms, by their weight in all of these.
func sharedTerms(statements []Statement, in []int) []Term {
	type tally struct {
		Term
		number int
	}
	met, order := map[string]*tally{}, []*tally{}
	for _, i := range in {
		for _, t := range statements[i].Terms {
			if met[t.Key] == nil {
				met[t.Key] = &tally{Term: t}
				order = append(order, met[t.Key])
			}
			met[t.Key].number++
		}
	}
	order = slices.DeleteFunc(order, func(t *tally) bool { return t.number < min(len(in), 2) })
	slices.SortStableFunc(order, func(a, b *tally) int {
		return cmp.Compare(float64(b.number)*b.Weight, float64(a.number)*a.Weight)
	})
	out := make([]Term, len(order))
	for i, t := range order {
		out[i] = t.Term
	}
	return out
}
