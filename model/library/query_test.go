package library_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"reader/model"
	"reader/model/library"
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

func TestSelect(t *testing.T) {
	t.Parallel()
	l := newsroom(t)
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
		{"text:\u0301", nil},
	} {
		q, err := library.ParseQuery(c.query)
		if err != nil {
			t.Errorf("%s: %v", c.query, err)
			continue
		}
		if got := l.Select(q); !slices.Equal(got, c.want) {
			t.Errorf("%s: articles %v, want %v", c.query, got, c.want)
		}
	}
}

func TestExactNameMeansNobodyElse(t *testing.T) {
	t.Parallel()
	l := libraryOf(t, written("").with(person("Tom Harl", ""), 1), written("").with(person("Tom Harl Jr.", ""), 1))
	if got := l.Select(library.BySpeakers("Tom Harl")); !slices.Equal(got, []library.Ref{0}) {
		t.Errorf("articles %v, want the father's alone", got)
	}
}

func TestChosen(t *testing.T) {
	t.Parallel()
	l := newsroom(t)
	q, err := library.ParseQuery("speaker:osk (speaker:harl OR person:osk) -speaker:orven speaker:tallmar")
	if err != nil {
		t.Fatal(err)
	}
	names := make([]string, 0, 2)
	for _, id := range l.Chosen(q) {
		names = append(names, l.Entity(id).Name)
	}
	if want := []string{"Ben Osk-Lindt", "Ada Härl"}; !slices.Equal(names, want) {
		t.Errorf("chosen %q, want %q", names, want)
	}
}

func TestQueryErrors(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		query string
		at    int
		says  string
	}{
		{"speeker:harl", 0, "speaker, person, org, place, text"},
		{"radar (harl", 6, "never closed"},
		{"radar harl)", 10, "no opening parenthesis"},
		{`text:"radar`, 5, "quotation mark"},
		{"radar ()", 7, "nothing between these parentheses"},
		{`radar ""`, 6, "nothing between these quotation marks"},
		{"OR radar", 0, "before and after OR"},
		{"radar OR", 8, "missing"},
		{"radar AND", 9, "missing"},
		{"radar OR OR harl", 9, "before and after OR"},
		{"radar -", 7, "missing"},
		{"speaker: harl", 8, "without a blank"},
		{strings.Repeat("(", 70) + "a" + strings.Repeat(")", 70), 65, "nested"},
		{strings.Repeat("-", 1000) + "a", 65, "nested"},
	} {
		_, err := library.ParseQuery(c.query)
		var qe *library.QueryError
		switch {
		case !errors.As(err, &qe):
			t.Errorf("%s: no error", c.query)
		case qe.At != c.at || !strings.Contains(qe.Message, c.says):
			t.Errorf("%s: %q at %d, want %q at %d", c.query, qe.Message, qe.At, c.says, c.at)
		}
	}
}

// randomQuery writes a random query of at most depth.
func randomQuery(r *rand.Rand, depth int) string {
	values := []string{"radar", "Åse", `"OR"`, `"-x"`, `"a b"`, `"\"q\" \\"`, "10:30", "it's", "-"[:0] + "x-y", "or", `"speaker:x"`}
	field := []string{"", "", "speaker:", "person:", "ORG:", "place:", "text:"}
	if depth == 0 || r.IntN(3) == 0 {
		return field[r.IntN(len(field))] + values[r.IntN(len(values))]
	}
	a, b := randomQuery(r, depth-1), randomQuery(r, depth-1)
	return fmt.Sprintf([]string{"%s %s", "%s AND %s", "%s OR %s", "(%s OR %s)", "-(%s %s)", "NOT %s -%s"}[r.IntN(6)], a, b)
}

func TestQueryStringRoundTrips(t *testing.T) {
	t.Parallel()
	l := newsroom(t)
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		text := randomQuery(r, 4)
		q, err := library.ParseQuery(text)
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		again, err := library.ParseQuery(q.String())
		if err != nil {
			t.Fatalf("%s, written as %s: %v", text, q, err)
		}
		if again.String() != q.String() || !slices.Equal(l.Select(again), l.Select(q)) {
			t.Fatalf("%s, written as %s, is read as %s", text, q, again)
		}
	}
}

func TestBySpeakersQuotesNames(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		names []string
		want  string
	}{
		{nil, ""},
		{[]string{" "}, ""},
		{[]string{"Ada Harl"}, `speaker:"Ada Harl"`},
		{[]string{`Tom "Rook" Harl`, "OR"}, `speaker:"Tom \"Rook\" Harl" OR speaker:"OR"`},
	} {
		q := library.BySpeakers(c.names...)
		if q.String() != c.want {
			t.Errorf("%q: %s, want %s", c.names, q, c.want)
		}
		if again, err := library.ParseQuery(q.String()); err != nil || again.String() != c.want {
			t.Errorf("%s is read as %s, %v", q, again, err)
		}
	}
}

func FuzzParseQuery(f *testing.F) {
	for _, s := range []string{"", "a OR b", `speaker:"x\"" -(text:y z)`, "((", "NOT NOT a", "é:1", "a:b", "\xff\""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		q, err := library.ParseQuery(text)
		if err != nil {
			if qe := new(library.QueryError); !errors.As(err, &qe) || qe.At < 0 || qe.At > len(text) || qe.Message == "" {
				t.Fatalf("error %#v", err)
			}
			return
		}
		again, err := library.ParseQuery(q.String())
		if err != nil || again.String() != q.String() {
			t.Fatalf("%q written as %q is read as %q, %v", text, q, again, err)
		}
		if q.Empty() != (q.String() == "") {
			t.Fatalf("%q: empty is %v", text, q.Empty())
		}
	})
}
