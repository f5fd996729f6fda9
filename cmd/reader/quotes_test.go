package main

import (
	"strings"
	"testing"

	"reader/model"
	"reader/model/library"
)

// said returns a library of one article, in which it is sure that Ada Brandt speaks, and not that Cem Or does; Ben Osk is silent.
func said() *library.Library {
	const text = "Ada Brandt said the lake was full. It may be that Cem Or said it was not. Ben Osk slept. “Look!”"
	a := &model.Article{ID: "1", Path: "lake.md", Title: "A lake", Language: "en", Markdown: text, Text: text}
	a.Blocks = []model.Block{{Span: model.Span{End: uint32(len(text))}}}
	a.Sentences = []model.Span{a.Blocks[0].Span}
	at := func(words string) model.Span {
		i := strings.Index(text, words)
		return model.Span{Start: uint32(i), End: uint32(i + len(words))}
	}
	for i, name := range []string{"Ada Brandt", "Cem Or", "Ben Osk"} {
		a.Entities = append(a.Entities, model.Entity{Name: name})
		a.Mentions = append(a.Mentions, model.Mention{Span: at(name), Entity: model.EntityID(i + 1)})
	}
	a.Quotes = []model.Quote{
		{Span: at("the lake was full"), Speaker: 1, Confidence: 0.99, Kind: model.Indirect, Rule: model.RuleClause},
		{Span: at("it was not"), Speaker: 2, Confidence: 0.5, Kind: model.Indirect, Rule: model.RuleClause},
		{Span: at("“Look!”")},
	}
	l := library.New(nil)
	l.Add(a)
	return l
}

func TestWhomANameMeans(t *testing.T) {
	for _, c := range []struct {
		name   string
		unsure bool
		finds  bool
		says   string // the error
	}{
		{"brandt", false, true, ""},
		{"brandt", true, true, ""},
		{"or", true, true, ""},
		{"or", false, false, `it is not sure that Cem Or says anything in these articles; --speaker "?or" asks for`},
		{"osk", false, false, "Ben Osk is mentioned, but says nothing in these articles"},
		{"osk", true, false, "Ben Osk is mentioned, but says nothing in these articles"},
		{"zebra", true, false, `nobody called "zebra" speaks in these articles`},
	} {
		who, err := find(said(), c.name, c.unsure)
		if (len(who) == 1) != c.finds || c.says == "" && err != nil || c.says != "" && (err == nil || !strings.Contains(err.Error(), c.says)) {
			t.Errorf("%s, unsure ones, too: %t: %v, %v", c.name, c.unsure, who, err)
		}
	}
}

func TestQuotesThatAreLikelyToBeSomebodys(t *testing.T) {
	newsstand(t)
	if got := runWith(t, "", "quotes", ".", "--speaker", "?härl"); got.code != 0 || !strings.Contains(got.stdout, "Härl") {
		t.Errorf("of somebody: %+v", got)
	}
	if got := runWith(t, "", "quotes", ".", "--speaker", "?"); got.code != 0 || strings.Contains(got.stdout, "Härl") {
		t.Errorf("of nobody: %+v", got)
	}
	if got := runWith(t, "", "quotes", ".", "--query", "speaker:?zebra"); got.code != 0 || got.stdout != "" {
		t.Errorf("of somebody there is not: %+v", got)
	}
}
