package library

import (
	"reader/model"
	"reader/model/near"
)

// learnt is what the library needs of an article beside itself, and takes time to find.
type learnt struct {
	words, title []string // of text and title
	sketch       near.Sketch
	said         []said
}

func learn(a *model.Article) *learnt {
	return &learnt{wordsOf(a.Text), wordsOf(a.Title), near.SketchOf(a.Text), saidIn(a)}
}

// Copies returns the articles that are copies of article r, as what an agency writes is carried by many: itself among
// them, in the order of loading.
func (l *Library) Copies(r Ref) []Ref { return l.copies.Members(r) }

// Copied reports whether articles a and b are copies of one another, or the same.
func (l *Library) Copied(a, b Ref) bool { return a == b || l.copies.Group(a) == l.copies.Group(b) }

// Fold returns refs with one article of each group of copies, the first, and how many others of refs it stands for.
func (l *Library) Fold(refs []Ref) (out []Ref, others map[Ref]int) {
	out, others = make([]Ref, 0, len(refs)), map[Ref]int{}
	first := map[int32]Ref{} // by group
	for _, r := range refs {
		if !l.copies.Alone(r) {
			g := l.copies.Group(r)
			if f, there := first[g]; there {
				others[f]++
				continue
			}
			first[g] = r
		}
		out = append(out, r)
	}
	return out, others
}
