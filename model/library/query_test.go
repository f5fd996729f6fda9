package library_test

import (
	"slices"
	"testing"

	"reader/model"
	"reader/model/library"
	"reader/model/query"
	"reader/model/query/naive"
)

// newsroom is a library with these articles: 0 Ada Harl speaks of a radar, 1 she is mentioned by Ben Osk, 2
// the Orven Radio Union speaks in Tallmar, 3 somebody
// speaks for her.
func newsroom(t *testing.T) *library.Library {
	t.Helper()
	harl := person("Ada Härl", "energy minister")
	union := model.Entity{Name: "Orven Radio Union", Type: model.Organization}
	tallmar := model.Entity{Name: "Tallmar", Type: model.Place}
	articles := []article{
		written("2026-01-01").with(harl, 1, "Minister Härl"),
		written("2026-01-02").with(harl, 0).with(person("Ben Osk-Lindt", ""), 2),
		written("2026-01-03").with(union, 1).with(tallmar, 0),
		written("2026-01-04").with(model.Entity{Name: "a spokesman for Ada Härl", Type: model.Unnamed}, 1),
	}
	articles[0].Title = "Radar station closes"
	articles[0].append("The Café by the “old mill” is in doubt.")
	articles[3].append("Nothing happened on the harbour.")
	return libraryOf(t, articles...)
}

// parsed parses a query that has no mistake.
func parsed(tb testing.TB, text string) query.Query {
	tb.Helper()
	q, err := query.Parse(text)
	if err != nil {
		tb.Fatalf("%s: %v", text, err)
	}
	return q
}

// selected returns the articles that the query text matches where nothing was read, starred or noted.
func selected(t *testing.T, l *library.Library, text string) []library.Ref {
	t.Helper()
	refs, err := l.Select(t.Context(), parsed(t, text), query.State{})
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return refs
}

func TestSelect(t *testing.T) {
	t.Parallel()
	l := newsroom(t)
	n := naive.Reader{Names: l}
	for r := range library.Ref(l.Len()) {
		n.Articles = append(n.Articles, l.Article(r))
	}
	for _, c := range []struct {
		query string
		want  []library.Ref
	}{
		{"", []library.Ref{3, 2, 1, 0}},
		{"speaker:harl", []library.Ref{0}},
		{"speaker:HÄR", []library.Ref{0}},
		{"speaker:ar", nil},
		{"speaker:spokes", []library.Ref{3}},
		{`speaker:"a spokesman for Ada Harl"`, []library.Ref{3}},
		{`speaker:"Ada Harl"`, []library.Ref{0}},
		{`speaker:"ada"`, []library.Ref{0}},
		{`speaker:"ad"`, nil},
		{"person:harl", []library.Ref{1, 0}},
		{"speaker:harl OR speaker:osk", []library.Ref{1, 0}},
		{"speaker:lindt", []library.Ref{1}},
		{"speaker:orven", []library.Ref{2}},
		{"speaker:tallmar", nil},
		{"org:radio", []library.Ref{2}},
		{"org:harl", nil},
		{"place:tallmar speaker:union", []library.Ref{2}},
		{"person:harl -speaker:harl", []library.Ref{1}},
		{"person:harl NOT speaker:harl", []library.Ref{1}},
		{"person:harl AND (speaker:osk OR speaker:nobody)", []library.Ref{1}},
		{"-(speaker:osk OR speaker:harl)", []library.Ref{3, 2}},
		{"harl", []library.Ref{3, 1, 0}},
		{"text:cafe", []library.Ref{0}},
		{"text:radar", []library.Ref{0}},
		{`text:"old mill"`, []library.Ref{0}},
		{`"the café by"`, []library.Ref{0}},
		{"harbour", []library.Ref{3}},
		{"osk", []library.Ref{1}},
		{"minister", []library.Ref{0}},
		{"radar OR harbour", []library.Ref{3, 0}},
		{"speaker:harl harbour", nil},
		{"speaker:…", nil},
		{"adar", nil},
		{"radars", nil},
		{`text:"old mil"`, nil},
		{"text:/m[iy]lls?/", []library.Ref{0}},
		{"text:/^nothing/", []library.Ref{3}},
		{"~rader", []library.Ref{0}},
		{`text:~"olt mill"`, []library.Ref{0}},
		{"speaker:~hral", []library.Ref{0}},
		{"speaker:/harl$/", []library.Ref{0}},
		{"speaker:harl speaker:osk", nil},
		{"speaker:~lintd", []library.Ref{1}},
		{"mention:tallmar", []library.Ref{2}},
		{"role:energy", []library.Ref{0}},
		{"speaker:union role:minister", nil},
		{"title:radar", []library.Ref{0}},
		{"title:mill", nil},
		{"date:2026-01-02..2026-01-03", []library.Ref{2, 1}},
		{"lang:en -has:quotes", nil},
		{"is:unread is:read", nil},
		{"text:\u0301", nil},
	} {
		if got := selected(t, l, c.query); !slices.Equal(got, c.want) {
			t.Errorf("%s: articles %v, want %v", c.query, got, c.want)
		}
		q := parsed(t, c.query)
		if got := slices.DeleteFunc(slices.Clone(l.Newest()), func(r library.Ref) bool { return !n.Matches(q, r) }); !slices.Equal(got, c.want) {
			t.Errorf("%s: read naively articles %v, want %v", c.query, got, c.want)
		}
	}
}

func TestExactNameMeansNobodyElse(t *testing.T) {
	t.Parallel()
	l := libraryOf(t, written("").with(person("Tom Harl", ""), 1), written("").with(person("Tom Harl Jr.", ""), 1))
	if got := selected(t, l, `speaker:"Tom Harl"`); !slices.Equal(got, []library.Ref{0}) {
		t.Errorf("articles %v, want the father's alone", got)
	}
}

func TestAnArticleBeforeANameDoesNotMatter(t *testing.T) {
	t.Parallel()
	union := model.Entity{Name: "Orven Radio Union", Type: model.Organization}
	l := libraryOf(t, written("").with(union, 1).says(1, "“The lake is full.”"), written("").with(person("Tom Harl", ""), 1))
	if got := selected(t, l, `speaker:"The Orven Radio Union"`); !slices.Equal(got, []library.Ref{0}) {
		t.Errorf("articles %v, want the union's", got)
	}
	if got := l.Find("the orven radio union"); len(got) != 1 || l.Entity(got[0]).Name != union.Name {
		t.Errorf("found %v, want the union", got)
	}
	if got := l.Find("The"); len(got) > 0 {
		t.Errorf("found %v, want nobody", got)
	}
}

func TestChosen(t *testing.T) {
	t.Parallel()
	l := newsroom(t)
	names := make([]string, 0, 2)
	for _, v := range l.Chosen(parsed(t, "speaker:osk (speaker:harl OR person:osk) -speaker:orven speaker:tallmar")) {
		names = append(names, l.Entity(v.ID).Name)
	}
	if want := []string{"Ben Osk-Lindt", "Ada Härl"}; !slices.Equal(names, want) {
		t.Errorf("chosen %q, want %q", names, want)
	}
}
