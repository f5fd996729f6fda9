package library

import (
	"fmt"
	"testing"
)

func TestInHowManyArticlesAWordStands(t *testing.T) {
	t.Parallel()
	p := newPostings()
	for r := range Ref(20) {
		words := []string{"lake", fmt.Sprintf("gauge%d", r)}
		if r%2 == 0 {
			words = append(words, "full")
		}
		if p.add(r, words); r == 9 {
			p.compact()
		}
	}
	for word, want := range map[string]int{"lake": 20, "full": 10, "gauge3": 1, "gauge19": 1, "gauge": 0, "zebra": 0, "": 0} {
		if got := p.number(word); got != want {
			t.Errorf("%q stands in %d articles, want %d", word, got, want)
		}
	}
}
