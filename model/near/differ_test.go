package near_test

import (
	"slices"
	"testing"

	"reader/model"
	"reader/model/near"
	"reader/model/source"
)

func article(t *testing.T, text string) *model.Article {
	t.Helper()
	articles, err := source.Read("a.md", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return articles[0]
}

func TestDiffering(t *testing.T) {
	t.Parallel()
	const (
		lead   = "Twelve swans were counted on the lake on Monday, two more than in spring."
		quote  = "“They come for the bread,” said the keeper. “They stay for the quiet.”"
		ending = "The next count will be in the autumn."
	)
	agency := lead + "\n\n" + quote + "\n\n" + ending
	for _, c := range []struct {
		name, a, b   string
		onlyA, onlyB []int
	}{
		{"the same", agency, agency, nil, nil},
		{"cut at the end", agency, lead + "\n\n" + quote, []int{2}, nil},
		{"a paragraph of their own", agency, lead + "\n\nIn our town there is one swan.\n\n" + quote + "\n\n" + ending, nil, []int{1}},
		{"other marks and links", agency, lead + "\n\n\"They come for the bread,\" said [the keeper](https://lake.example). \"They stay for the quiet.\"\n\n" + ending, nil, nil},
		{"another order", agency, quote + "\n\n" + lead + "\n\n" + ending, nil, nil},
		{"paragraphs made one", agency, lead + " " + quote + "\n\n" + ending, nil, nil},
		{"another number", agency, "Eleven" + lead[6:] + "\n\n" + quote + "\n\n" + ending, []int{0}, []int{0}},
		{"with and without a dateline", agency, "LAKEHEAD (Norrvik) — " + agency, nil, nil},
		{"two datelines", "LAKEHEAD (Norrvik) — " + agency, "Lakehead, June 3 - " + agency, nil, nil},
		{"a picture between", agency, lead + "\n\n---\n\n" + quote + "\n\n" + ending, nil, nil},
	} {
		onlyA, onlyB := near.Differing(article(t, c.a), article(t, c.b))
		if !slices.Equal(onlyA, c.onlyA) || !slices.Equal(onlyB, c.onlyB) {
			t.Errorf("%s: got %v and %v, want %v and %v", c.name, onlyA, onlyB, c.onlyA, c.onlyB)
		}
	}
}

func BenchmarkDiffering(b *testing.B) {
	texts, copies := sample(1, 1000)
	at := 1
	for copies[at] == 0 || copies[at] != copies[at-1] {
		at++
	}
	var pair [2]*model.Article
	for i := range pair {
		articles, err := source.Read("a.md", []byte(texts[at-i]))
		if err != nil {
			b.Fatal(err)
		}
		pair[i] = articles[0]
	}
	for b.Loop() {
		near.Differing(pair[0], pair[1])
	}
}
