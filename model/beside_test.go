package model_test

import (
	"slices"
	"testing"

	"reader/model"
)

func TestWhoIsMentionedBesideSomebody(t *testing.T) {
	t.Parallel()
	a := &model.Article{Title: "Ada and Ben", Text: "Ada Ada Ben\n\nAda Cem\n\nBen\n\nAda Ben Cem"}
	for _, s := range []model.Span{{Start: 0, End: 11}, {Start: 13, End: 20}, {Start: 22, End: 25}, {Start: 27, End: 38}} {
		a.Blocks = append(a.Blocks, model.Block{Span: s})
	}
	a.Entities = []model.Entity{{Name: "Ada"}, {Name: "Ben"}, {Name: "Cem"}, {Name: "Dor"}}
	at := func(f model.Field, start uint32, e model.EntityID) {
		a.Mentions = append(a.Mentions, model.Mention{Field: f, Span: model.Span{Start: start, End: start + 3}, Entity: e})
	}
	at(model.Body, 0, 1)
	at(model.Body, 4, 1)
	at(model.Body, 8, 2)
	at(model.Body, 13, 1)
	at(model.Body, 17, 3)
	at(model.Body, 22, 2)
	at(model.Body, 27, 1)
	at(model.Body, 31, 2)
	at(model.Body, 35, 3)
	at(model.Title, 0, 1)
	at(model.Title, 8, 2)
	for id, want := range map[model.EntityID][]model.Beside{
		1: {{Entity: 2, Paragraphs: 3}, {Entity: 3, Paragraphs: 2}}, // Ben in the first, the last and the title
		2: {{Entity: 1, Paragraphs: 3}, {Entity: 3, Paragraphs: 1}},
		3: {{Entity: 1, Paragraphs: 2}, {Entity: 2, Paragraphs: 1}},
		4: nil,
	} {
		if got := a.Beside(id); !slices.Equal(got, want) {
			t.Errorf("beside %d: %v, want %v", id, got, want)
		}
	}
}
