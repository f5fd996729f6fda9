package library_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"reader/model"
	"reader/model/library"
	"reader/model/query"
)

// council is a library of two articles that its helpers tell more of: 0 is what Ada Harl and Ben Osk say of a price, 1 a
// notice.
func council(t *testing.T) *library.Library {
	t.Helper()
	a := written("2026-02-01")
	a.Title, a.Publisher, a.URL, a.Authors = "Prices rise", "Orven Post", "https://www.post.example/prices", []string{"Cem Roth"}
	a = a.with(person("Ada Härl", "energy minister"), 0).with(person("Ben Osk", "mayor"), 0).with(model.Entity{Name: "Interfax", Type: model.Organization}, 0)
	for i, words := range []string{"“The price is not sustainable.”", "“A price is a price.”", "that costs would fall"} {
		a.Quotes = append(a.Quotes, model.Quote{Span: a.append(words), Speaker: model.EntityID(1 + i%2), Confidence: 1})
	}
	a.Quotes[2].Kind = model.Indirect
	to := a.append("Interfax")
	a.Mentions = append(a.Mentions, model.Mention{Span: to, Entity: 3})
	a.Quotes[1].To = to
	b := written("2026-03-01")
	b.Title, b.Publisher = "Café notice", "Amber Times"
	b.append("The cafés close. “No\nprice”.")
	return libraryOf(t, a, b)
}

func TestWhichQuotesAreAskedFor(t *testing.T) {
	t.Parallel()
	l := council(t)
	for _, c := range []struct {
		query string
		want  []int // of article 0; nil: it is not found
	}{
		{"prices", []int{0, 1, 2}},
		{"speaker:harl", []int{0, 2}},
		{"speaker:harl said:price", []int{0}},
		{"speaker:harl -kind:indirect", []int{0}},
		{"speaker:harl kind:indirect", []int{2}},
		{"speaker:harl said:price speaker:osk", []int{0, 1}},
		{"speaker:osk said:sustainable", nil},
		{"said:price -speaker:osk", []int{0}},
		{"said:price", []int{0, 1}},
		{"to:interfax", []int{1}},
		{"to:interfax speaker:harl", nil},
		{"role:minister", []int{0, 2}},
		{"role:mayor said:price", []int{1}},
		{"speaker:harl said:sustainable OR speaker:osk", []int{0, 1}},
		{"-speaker:harl", nil},
		{"-(speaker:osk kind:indirect)", []int{0, 1, 2}},
	} {
		s := l.Search(parsed(t, c.query), query.State{})
		refs, err := s.Select(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var got []int
		if slices.Contains(refs, 0) {
			got = s.Quotes(0)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: quotes %v, want %v", c.query, got, c.want)
		}
	}
}

func TestHits(t *testing.T) {
	t.Parallel()
	l := council(t)
	for _, c := range []struct {
		query string
		ref   library.Ref
		want  []string
	}{
		{"price", 0, []string{"Price", "price", "price", "price"}},
		{"speaker:harl said:price", 0, []string{"price"}},
		{"speaker:osk", 0, []string{"“A price is a price.”"}},
		{"speaker:osk price", 0, []string{"Price", "price", "“A price is a price.”"}},
		{"title:prices -text:zebra", 0, []string{"Prices"}},
		{"org:interfax", 0, []string{"Interfax", "Interfax"}},
		{"date:2026", 0, nil},
		{"cafe", 1, []string{"Café", "café"}},
		{"/caf./", 1, []string{"Café", "café"}},
		{"/cafes?/", 1, []string{"Café", "cafés"}},
		{`"no price"`, 1, []string{"No\nprice"}},
		{"~pryce", 1, []string{"price"}},
		{`~"no pryce"`, 1, []string{"No\nprice"}},
	} {
		a := l.Article(c.ref)
		got := make([]string, 0, len(c.want))
		for _, h := range l.Search(parsed(t, c.query), query.State{}).Hits(c.ref) {
			got = append(got, h.Span.In(a.TextOf(h.Field)))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.query, got, c.want)
		}
	}
}

func TestOrder(t *testing.T) {
	t.Parallel()
	l := council(t)
	for _, c := range []struct {
		query string
		want  []library.Ref
	}{
		{"", []library.Ref{1, 0}},
		{"sort:date", []library.Ref{0, 1}},
		{"sort:-date", []library.Ref{1, 0}},
		{"sort:title", []library.Ref{1, 0}},
		{"sort:-title", []library.Ref{0, 1}},
		{"sort:source", []library.Ref{1, 0}},
		{"sort:quotes", []library.Ref{1, 0}},
		{"price sort:-quotes", []library.Ref{0, 1}},
		{"source:post.example OR source:amber sort:source", []library.Ref{1, 0}},
	} {
		if got := selected(t, l, c.query); !slices.Equal(got, c.want) {
			t.Errorf("%s: articles %v, want %v", c.query, got, c.want)
		}
	}
	if got := l.Newest(); !slices.Equal(got, []library.Ref{1, 0}) {
		t.Errorf("the order of all articles has become %v", got)
	}
}

// Who types on has no use for what was typed before.
func TestASearchCanBeGivenUp(t *testing.T) {
	t.Parallel()
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if refs, err := council(t).Select(ctx, parsed(t, "text:price"), query.State{}); !errors.Is(err, context.Canceled) || refs != nil {
		t.Errorf("articles %v, error %v", refs, err)
	}
}

func TestVocabulary(t *testing.T) {
	t.Parallel()
	l := council(t)
	for _, c := range []struct {
		field  query.Field
		prefix string
		want   []query.Candidate
	}{
		{query.Speaker, "", []query.Candidate{{Text: "Ada Härl", Count: 2}, {Text: "Ben Osk", Count: 1}}},
		{query.Speaker, "HAR", []query.Candidate{{Text: "Ada Härl", Count: 2}}},
		{query.Org, "", []query.Candidate{{Text: "Interfax", Count: 1}}},
		{query.Place, "", nil},
		{query.Role, "min", []query.Candidate{{Text: "energy minister", Count: 2}}},
		{query.To, "inter", []query.Candidate{{Text: "Interfax", Count: 1}}},
		{query.Kind, "", []query.Candidate{{Text: "direct", Count: 2}, {Text: "indirect", Count: 1}}},
		{query.Source, "post", []query.Candidate{{Text: "Orven Post", Count: 1}, {Text: "post.example", Count: 1}}},
		{query.Author, "r", []query.Candidate{{Text: "Cem Roth", Count: 1}}},
		{query.Lang, "", []query.Candidate{{Text: "en", Count: 2}}},
		{query.Date, "20", []query.Candidate{{Text: "2026", Count: 2}}},
		{query.Date, "2026-", []query.Candidate{{Text: "2026-02", Count: 1}, {Text: "2026-03", Count: 1}}},
		{query.Is, "", []query.Candidate{{Text: "unread", Count: 2}}},
		{query.Has, "", []query.Candidate{{Text: "quotes", Count: 1}, {Text: "speaker", Count: 1}}},
		{query.Text, "pri", nil},
	} {
		if got := l.Vocabulary(query.State{}).Values(c.field, c.prefix, 9); !slices.Equal(got, c.want) {
			t.Errorf("%s: with %q: %v, want %v", c.field, c.prefix, got, c.want)
		}
	}
	if got := l.Vocabulary(query.State{}).Values(query.Speaker, "", 1); len(got) != 1 {
		t.Errorf("%d values, want no more than one", len(got))
	}
}

// Behind speaker:? those are offered, too, who are only likely to speak, with how many of their quotes are sure and how many are not.
func TestLikelySpeakersAreOffered(t *testing.T) {
	t.Parallel()
	a := written("2026-03-01").with(person("Ada Härl", ""), 0).with(person("Cem Or", ""), 0).with(person("Ben Osk", ""), 0).
		says(1, "“It rains.”").says(1, "“It snows.”").says(2, "it hails")
	a.Quotes[1].Confidence, a.Quotes[2].Confidence = 0.5, 0.5
	l := libraryOf(t, a)
	harl, or := query.Candidate{Text: "Ada Härl", Count: 1, Unsure: 1}, query.Candidate{Text: "Cem Or", Unsure: 1}
	for prefix, want := range map[string][]query.Candidate{"": {harl, or}, "har": {harl}, "O": {or}, "x": nil} {
		if got := l.Vocabulary(query.State{}).Likely(prefix, 9); !slices.Equal(got, want) {
			t.Errorf("with %q: %v, want %v", prefix, got, want)
		}
	}
	if got := l.Vocabulary(query.State{}).Likely("", 1); len(got) != 1 {
		t.Errorf("%d values, want no more than one", len(got))
	}
}

func BenchmarkComplete10000(b *testing.B) {
	l := library.New(nil)
	l.Add(synthetic(10000)...)
	for _, text := range []string{"speaker:s", "speaker:surname12", "person:", "source:a", "role:m", "is:"} {
		b.Run(text, func(b *testing.B) {
			for b.Loop() {
				query.Complete(text, len(text), l.Vocabulary(query.State{}))
			}
		})
	}
}
