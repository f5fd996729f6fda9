package model_test

import (
	"strings"
	"testing"
	"unsafe"

	"reader/model"
)

// Articles stay in memory by thousands, and mentions are most of what is known of one.
func TestAMentionIsSmall(t *testing.T) {
	if n := unsafe.Sizeof(model.Mention{}); n != 16 {
		t.Errorf("a mention takes %d bytes, not 16", n)
	}
}

// Every link says what it is, in words of its own.
func TestLinksAreTold(t *testing.T) {
	seen := map[string]bool{}
	for l := model.LinkFirst; l <= model.LinkUser; l++ {
		for _, s := range []string{l.String(), l.Name()} {
			if s == "" || seen[s] && s != "acronym" { // whose name says it all
				t.Errorf("link %d is told as %q", l, s)
			}
			seen[s] = true
		}
	}
}

// A mention points back to one of its entity, before it, in the same text.
func TestCheckOfWhatIsPointedBackTo(t *testing.T) {
	span := func(at uint32) model.Span { return model.Span{Start: at, End: at + 1} }
	for _, c := range []struct {
		name   string
		change func(*model.Article)
		want   string
	}{
		{"as it should be", func(*model.Article) {}, ""},
		{"before the first", func(a *model.Article) { a.Mentions[1].Back = 2 }, "points 2 back"},
		{"from a name", func(a *model.Article) { a.Mentions[1].Form = model.Name }, "a name, points 1 back"},
		{"to somebody else", func(a *model.Article) { a.Mentions[1].Entity = 2 }, "another entity"},
		{"into the body", func(a *model.Article) { a.Mentions[1].Field = model.Title }, "another entity or place"},
		{"to what begins in the same place", func(a *model.Article) { a.Mentions[1].Span = span(0) }, "another entity or place"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := &model.Article{Text: "abc", Title: "abc", Blocks: []model.Block{{Span: model.Span{End: 3}}}}
			a.Entities = make([]model.Entity, 2)
			a.Mentions = []model.Mention{{Span: span(0), Entity: 1}, {Span: span(1), Entity: 1, Form: model.Pronoun, Back: 1}}
			c.change(a)
			got := ""
			if err := a.Check(); err != nil {
				got = err.Error()
			}
			if (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestShortNames(t *testing.T) {
	for name, want := range map[string]string{
		"Araz Azimov": "Azimov", "Tamsin van der Roest": "van der Roest", "Caoimhe Ní Fhaoláin": "Ní Fhaoláin", "Idris al-Zuhayr": "al-Zuhayr",
		"Anders Fogh Rasmussen": "Rasmussen", "Sutarno": "Sutarno", "De Gaulle": "Gaulle", "": "", " ": "", "Van": "Van",
	} {
		if got := model.Short(name, model.Person); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
	if got := (&model.Entity{Name: "Bank of England", Type: model.Organization}).Short(); got != "Bank of England" {
		t.Errorf("got %q", got)
	}
}
