package library

import (
	"cmp"
	"slices"
)

// Nearest returns at most n speakers whose names are written most like name, the likeliest first: a
// misspelt surname, or a first name alone. It looks at every speaker.
func (l *Library) Nearest(name string, n int) []ID {
	wanted := untitled(words(name))
	if wanted == "" {
		return nil
	}
	type candidate struct {
		id   ID
		cost int
	}
	var found []candidate
	for _, id := range l.Speakers() {
		if cost, near := distance(wanted, words(l.Entity(id).Name)); near {
			found = append(found, candidate{id, cost})
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return cmp.Compare(a.cost, b.cost) })
	out := make([]ID, min(n, len(found)))
	for i := range out {
		out[i] = found[i].id
	}
	return out
}

// distance returns how many letters have to change for the words wanted to be among name, and whether that
// is few enough for one of them to be meant: one in three.
func distance(wanted, name string) (cost int, near bool) {
	for w := range each(wanted) {
		best := len(w)
		for v := range each(name) {
			best = min(best, edits(w, v))
		}
		cost += best
		near = near || best*3 <= len(w)
	}
	return cost, near
}

// edits returns how many letters must be put in, taken out or exchanged to make b of a.
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
