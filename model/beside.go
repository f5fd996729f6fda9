package model

import (
	"cmp"
	"iter"
	"slices"
)

// MentionsByBlock yields the mentions of a that stand in one block, block by block in the order of Mentions: those in the title
// are of one, too.
func (a *Article) MentionsByBlock() iter.Seq[[]Mention] {
	return func(yield func([]Mention) bool) {
		for rest := a.Mentions; len(rest) > 0; {
			block := a.BlockAt(rest[0].Field, rest[0].Span.Start)
			n := 1
			for n < len(rest) && a.BlockAt(rest[n].Field, rest[n].Span.Start) == block {
				n++
			}
			if !yield(rest[:n:n]) {
				return
			}
			rest = rest[n:]
		}
	}
}

// Beside is an entity that is mentioned beside another one, and in how many paragraphs.
type Beside struct {
	Entity     EntityID
	Paragraphs int
}

// Beside returns the entities that a mentions in the same paragraphs as the entity id, or with it in the title: those first that
// share most with it.
func (a *Article) Beside(id EntityID) []Beside {
	shared, latest := make([]int, len(a.Entities)+1), make([]int, len(a.Entities)+1)
	block := 0
	for mentions := range a.MentionsByBlock() {
		block++
		if !slices.ContainsFunc(mentions, func(m Mention) bool { return m.Entity == id }) {
			continue
		}
		for i := range mentions {
			if e := mentions[i].Entity; e != id && latest[e] != block {
				latest[e] = block
				shared[e]++
			}
		}
	}
	var out []Beside
	for e, n := range shared {
		if n > 0 {
			out = append(out, Beside{EntityID(e), n})
		}
	}
	slices.SortStableFunc(out, func(a, b Beside) int { return cmp.Compare(b.Paragraphs, a.Paragraphs) })
	return out
}
