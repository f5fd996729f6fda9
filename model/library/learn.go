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

// Fold returns refs with one article of each group of copies, the first, and by article how many others of refs it stands for.
// It costs some 20 ns an article.
func (l *Library) Fold(refs []Ref) (out []Ref, others []int32) {
	out, others = make([]Ref, 0, len(refs)), make([]int32, len(l.rows))
	first := make([]Ref, len(l.rows)) // by group, plus 1; 0: none yet
	for _, r := range refs {
		g := l.copies.Group(r)
		if f := first[g]; f > 0 {
			others[f-1]++
			continue
		}
		first[g] = r + 1
		out = append(out, r)
	}
	return out, others
}
