package name_test

import (
	"testing"

	"reader/model"
	"reader/model/nlp/doc"
	"reader/model/nlp/doc/doctest"
	"reader/model/nlp/gold"
	"reader/model/nlp/name"
	"reader/model/nlp/sentence"
	"reader/model/nlp/tag"
	"reader/model/nlp/token"
)

// Of the people, organizations and places in news that nothing was learned from, most are found, with no word too many
// or too few and as what they are.
func TestNamesOfTheKeptTenth(t *testing.T) {
	const least = 0.84 // F1, strict span and type
	articles, err := gold.ReadDir("../testdata/news")
	if err != nil {
		t.Fatal(err)
	}
	type found struct {
		span model.Span
		kind model.EntityType
	}
	wanted, got, right := 0, 0, 0
	for _, a := range articles {
		if !a.Held() {
			continue
		}
		want := map[found]bool{}
		for _, n := range a.Names {
			if n.Type <= model.Place {
				want[found{n.Span, n.Type}] = true
			}
		}
		wanted += len(want)
		d := doc.New(doctest.Article(a.Title(), a.Body()))
		token.Split(d)
		sentence.Split(d)
		tag.Tag(d)
		name.Find(d)
		for _, m := range d.Mentions {
			if m.Type > model.Place {
				continue
			}
			got++
			if want[found{m.Span, m.Type}] {
				right++
			}
		}
	}
	f1 := 2 * float64(right) / float64(wanted+got)
	t.Logf("%d names, %d found, %d right: F1 %.3f", wanted, got, right, f1)
	if f1 < least {
		t.Errorf("F1 %.3f, want at least %.2f", f1, least)
	}
}
