package transcript

import (
	"fmt"
	"testing"

	"reader/model"
	"reader/model/library"
)

// much returns a library of articles with a quote each, more than are listed at once.
func much(n int) *library.Library {
	const text = "Ada Harl said the lake was full."
	articles := make([]*model.Article, n)
	for i := range articles {
		words := fmt.Sprintf("%s It stood at mark %d.", text, i)
		articles[i] = &model.Article{
			ID: fmt.Sprint(i), Title: "A lake", Language: "en", Markdown: words, Text: words,
			Annotations: model.Annotations{
				Entities: []model.Entity{{Name: "Ada Harl"}},
				Mentions: []model.Mention{{Span: model.Span{End: 8}, Entity: 1}},
				Quotes:   []model.Quote{{Span: model.Span{Start: 14, End: uint32(len(words))}, Speaker: 1, Confidence: 1, Kind: model.Indirect}},
			},
		}
	}
	l := library.New(nil)
	l.Add(articles...)
	return l
}

// Of many quotes some are listed at once, with those one is at, and the rest bit by bit.
func TestManyQuotesAreListedBitByBit(t *testing.T) {
	const n = stride
	l := much(n)
	found, all := l.Everything(), func(r library.Ref) []int { return l.QuotesOf(r) }
	refs := found.Refs()
	p := New(l, nil, 84)
	p.SetSize(80, 24)
	if !p.Show(found, all, nil, -1) || !p.Going() || p.Len() == 0 || p.Len() > stride {
		t.Fatalf("%d quotes are listed at once", p.Len())
	}
	if p.Show(found, all, nil, -1) {
		t.Error("what is listed is listed again")
	}
	p.SelectArticle(refs[n-1])
	if q, _ := p.Selected(); q.Ref != refs[n-1] || p.Going() {
		t.Errorf("the cursor is in article %d, want %d", q.Ref, refs[n-1])
	}
	p = New(l, nil, 84)
	p.SetSize(80, 24)
	if p.Show(found, all, nil, refs[3*n/4]); p.Len() <= 3*n/4 {
		t.Errorf("%d quotes are listed, and not the one that is wanted", p.Len())
	}
	for p.More() {
	}
	if p.Len() != n || p.quotes[n-1].Ref != refs[n-1] {
		t.Errorf("%d quotes are listed, want %d", p.Len(), n)
	}
}
