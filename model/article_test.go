package model_test

import (
	"testing"

	"reader/model"
)

// A quote is corrected if a person said who said it, or who it is that the text names for it.
func TestCorrected(t *testing.T) {
	t.Parallel()
	const text = "Lee said no. Lee Ono said yes."
	lee, ono := model.Span{Start: 0, End: 3}, model.Span{Start: 13, End: 20}
	build := func(change func(a *model.Article)) *model.Article {
		a := &model.Article{Text: text, Annotations: model.Annotations{
			Entities: []model.Entity{{Name: "Lee Ono"}},
			Mentions: []model.Mention{{Span: lee, Entity: 1}, {Span: ono, Entity: 1}},
			Quotes: []model.Quote{
				{Span: model.Span{Start: 9, End: 11}, Mention: lee, Speaker: 1},
				{Span: model.Span{Start: 26, End: 29}, Mention: ono, Speaker: 1},
			},
		}}
		change(a)
		return a
	}
	for _, c := range []struct {
		name   string
		change func(a *model.Article)
		want   [2]bool
	}{
		{"as it was analysed", func(*model.Article) {}, [2]bool{}},
		{"who said it", func(a *model.Article) { a.Quotes[1].Rule = model.RuleUser }, [2]bool{false, true}},
		{"that nobody can be told", func(a *model.Article) { a.Quotes[0].Rule, a.Quotes[0].Speaker = model.RuleUser, 0 }, [2]bool{true, false}},
		{"Lee is Lee Ono", func(a *model.Article) { a.Mentions[0].Link = model.LinkUser; a.Entities[0].Ruling = model.Edited }, [2]bool{true, false}},
		{"who somebody else is in the words that name the speaker", func(a *model.Article) {
			a.Entities = append(a.Entities, model.Entity{Name: "Ono"})
			a.Mentions = append(a.Mentions, model.Mention{Span: model.Span{Start: 17, End: 20}, Entity: 2, Link: model.LinkUser})
		}, [2]bool{}},
		{"the name", func(a *model.Article) { a.Entities[0].Ruling = model.Named }, [2]bool{true, true}},
		{"that it is nobody else", func(a *model.Article) { a.Entities[0].Ruling = model.Apart }, [2]bool{true, true}},
		{"nobody is told", func(a *model.Article) { a.Quotes[0].Speaker, a.Entities[0].Ruling = 0, model.Named }, [2]bool{false, true}},
	} {
		a := build(c.change)
		if got := [2]bool{a.Corrected(&a.Quotes[0]), a.Corrected(&a.Quotes[1])}; got != c.want {
			t.Errorf("%s: corrected are %v, want %v", c.name, got, c.want)
		}
	}
}

func TestEnglishIsThatOfEveryCountry(t *testing.T) {
	t.Parallel()
	for language, want := range map[string]bool{
		"en": true, "en-GB": true, "EN-us": true, "en-Latn-IE": true,
		"": false, "de": false, "enm": false, "eng": false, "fr-en": false,
	} {
		if a := (&model.Article{Language: language}); a.English() != want {
			t.Errorf("%q is English: %v", language, !want)
		}
	}
}
