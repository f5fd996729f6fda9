package terms

import (
	"testing"

	"reader/model/query"
)

func TestPickingSpeakersReplacesThoseBefore(t *testing.T) {
	for _, c := range []struct {
		query string
		names []string
		want  string
	}{
		{"", []string{"Ada Harl"}, `speaker:"Ada Harl"`},
		{"", []string{"Ada Harl", "Ben"}, `speaker:"Ada Harl" OR speaker:"Ben"`},
		{`speaker:"Ada Harl"`, []string{"Ben"}, `speaker:"Ben"`},
		{`speaker:"A" OR speaker:"B"`, []string{"Ben"}, `speaker:"Ben"`},
		{`(speaker:"A" OR speaker:"B") radar`, []string{"Ben"}, `speaker:"Ben" radar`},
		{`radar -speaker:x`, []string{"Ben", "Al"}, `(speaker:"Ben" OR speaker:"Al") radar -speaker:x`},
		{`radar speaker:x`, nil, "radar"},
		{`speaker:x OR radar`, []string{"Ben"}, `speaker:"Ben" (speaker:x OR radar)`},
		{"", []string{`The "Ox"`}, `speaker:"The \"Ox\""`},
	} {
		if got := With(c.query, "speaker", c.names...); got != c.want {
			t.Errorf("%s with %q: got %s, want %s", c.query, c.names, got, c.want)
		}
	}
}

func TestTypingWordsReplacesThoseBefore(t *testing.T) {
	for _, c := range []struct{ query, words, want string }{
		{"", "radar", "radar"},
		{"radar org:nato", "missile base", "org:nato missile base"},
		{"radar", "", ""},
		{"", `a:b "c OR (`, `"a:b" c "OR" "("`},
		{"-radar", "base", "-radar base"},
		{"", "-radar", `"-radar"`},
		{"/a b/ ~rader radar", "/x ~y", `/a b/ ~rader "/x" "~y"`},
		{"a OR b sort:date", "c", "(a OR b) sort:date c"},
	} {
		got := WithWords(c.query, c.words)
		if got != c.want {
			t.Errorf("%s with words %s: got %s, want %s", c.query, c.words, got, c.want)
		}
		if _, err := query.Parse(got); err != nil {
			t.Errorf("%s: %v", got, err)
		}
	}
	if got := Words(`radar -x org:nato "old mill"`); got != "radar old mill" {
		t.Errorf("words are %q", got)
	}
}

func TestAlsoAndWithoutAnEntity(t *testing.T) {
	nato := Of("org", "NATO")
	if got, want := And("radar", nato), `radar org:"NATO"`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := And(`radar org:"NATO"`, "-"+nato), `radar -org:"NATO"`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := And(`-org:"NATO"`, nato), nato; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := Without("a OR b", 0), ""; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := Without("a (b OR c) d", 1), "a d"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Whatever is done to a query that can be read leaves one that can be read.
func FuzzEdit(f *testing.F) {
	f.Add(`speaker:"x" OR (a b) -c`, "radar", "Ada Harl")
	f.Fuzz(func(t *testing.T, text, words, name string) {
		for _, given := range []string{text, Of("org", name)} {
			if _, err := query.Parse(given); err != nil {
				return // what can't be read is not edited, and such names do not come from articles
			}
		}
		for _, edited := range []string{WithWords(text, words), With(text, "speaker", name, "Ben"), With(text, "source", name), Sorted(text, "-date"), And(text, Of("org", name))} {
			if _, err := query.Parse(edited); err != nil {
				t.Fatalf("%q became %q: %v", text, edited, err)
			}
		}
	})
}

func TestAnotherFieldIsNotReplaced(t *testing.T) {
	text := `(source:"The Post" OR source:"The \"Ox\"") radar speaker:"A" (source:x OR radar) -source:y`
	if got, want := With(text, "source", "Herald"), `source:"Herald" radar speaker:"A" (source:x OR radar) -source:y`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := Values(text, "source"); len(got) != 2 || got[0] != "The Post" || got[1] != `The "Ox"` {
		t.Errorf("got %q", got)
	}
}

func TestAnotherOrderReplacesTheOneBefore(t *testing.T) {
	for _, c := range []struct{ query, by, want string }{
		{"", "date", "sort:date"},
		{"radar sort:-quotes -x", "title", "radar -x sort:title"},
		{"radar sort:title", "", "radar"},
		{"a OR b", "-quotes", "(a OR b) sort:-quotes"},
		{"a OR b sort:date", "", "a OR b"},
		{`"sort:date"`, "title", `"sort:date" sort:title`},
	} {
		got := Sorted(c.query, c.by)
		if got != c.want {
			t.Errorf("%s by %s: got %s, want %s", c.query, c.by, got, c.want)
		}
		if _, err := query.Parse(got); err != nil {
			t.Errorf("%s: %v", got, err)
		}
	}
}
