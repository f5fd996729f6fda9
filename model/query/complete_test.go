package query_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"reader/model/query"
)

// vocabulary is what a small library knows.
type vocabulary struct{}

func (vocabulary) Values(f query.Field, prefix string, n int) []query.Candidate {
	all := map[query.Field][]query.Candidate{
		query.Speaker: {{"Araz Azimov", 4, 0}, {"Ada Harl", 3, 0}, {"Azra Ilić", 1, 0}},
		query.Kind:    {{"direct", 7, 0}, {"indirect", 2, 0}},
		query.Source:  {{"Orven Post", 5, 0}, {"post.example", 2, 0}},
		query.Lang:    {{"en", 6, 0}, {"fr", 1, 0}},
		query.Date:    {{"2026", 6, 0}},
	}[f]
	var out []query.Candidate
	for _, c := range all {
		words := strings.Fields(strings.ToLower(c.Text))
		if len(out) < n && slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, strings.ToLower(prefix)) }) {
			out = append(out, c)
		}
	}
	return out
}

func (v vocabulary) Likely(prefix string, n int) []query.Candidate {
	likely := []query.Candidate{{"Araz Azimov", 4, 1}, {"Azra Ilić", 1, 0}, {"Azur Bank", 0, 2}}
	if prefix == "" {
		return append(v.Values(query.Speaker, "", n)[:2], likely[2])
	}
	return likely
}

// The cursor stands at the bar; what is offered is shown in place of what it replaces.
func TestComplete(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		typed string
		want  []string // with the count, where there is one
	}{
		{"sp|", []string{"speaker:"}},
		{"SO|", []string{"source:", "sort:"}},
		{"radar -pl|", []string{"radar -place:"}},
		{"(pe|", []string{"(person:"}},
		{"OR|", []string{"org:"}},
		{"speaker:az|", []string{`speaker:"Araz Azimov" 4`, `speaker:"Azra Ilić" 1`}},
		{"speaker:?az|", []string{`speaker:?"Araz Azimov" 4+1`, `speaker:?"Azra Ilić" 1`, `speaker:?"Azur Bank" 0+2`}},
		{`radar -speaker:?"Az|`, []string{`radar -speaker:?"Araz Azimov" 4+1`, `radar -speaker:?"Azra Ilić" 1`, `radar -speaker:?"Azur Bank" 0+2`}},
		{"speaker:?| radar", []string{`speaker:?"Araz Azimov" 4 radar`, `speaker:?"Ada Harl" 3 radar`, `speaker:?"Azur Bank" 0+2 radar`}},
		{`speaker:"Ad|`, []string{`speaker:"Ada Harl" 3`}},
		{`speaker:ad| radar`, []string{`speaker:"Ada Harl" 3 radar`}},
		{`speaker:a|da radar`, []string{`speaker:"Araz Azimov" 4 radar`, `speaker:"Ada Harl" 3 radar`, `speaker:"Azra Ilić" 1 radar`}},
		{"speaker:~ad|", []string{`speaker:"Ada Harl" 3`}},
		{"harl|", []string{`speaker:"Ada Harl" 3`}},
		{"radar harl|", []string{`radar speaker:"Ada Harl" 3`}},
		{"kind:|", []string{"kind:direct 7", "kind:mixed", "kind:indirect 2"}},
		{"kind:in|", []string{"kind:indirect 2"}},
		{"sort:-d|", []string{"sort:-date"}},
		{"has:t|", []string{"has:table"}},
		{"source:or|", []string{`source:"Orven Post" 5`}},
		{"source:po|", []string{`source:"Orven Post" 5`, "source:post.example 2"}},
		{"lang:e|", []string{"lang:en 6"}},
		{"date:2|", []string{"date:2026 6"}},
		{"date:y|", []string{"date:yesterday"}},
		{"text:ra|", nil},
		{"text:/ra|", nil},
		{"speeker:ad|", nil},
		{"(radar)|", nil},
	} {
		cursor := strings.Index(c.typed, "|")
		text := strings.Replace(c.typed, "|", "", 1)
		got := make([]string, 0, len(c.want))
		for _, o := range query.Complete(text, cursor, vocabulary{}) {
			count := ""
			if o.Count >= 0 {
				count = fmt.Sprintf(" %d", o.Count)
			}
			if o.Unsure > 0 {
				count += fmt.Sprintf("+%d", o.Unsure)
			}
			got = append(got, text[:o.From]+o.Text+count+text[o.To:])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.typed, got, c.want)
		}
	}
	for _, text := range []string{"", "radar ", "("} {
		if got := query.Complete(text, len(text), vocabulary{}); len(got) != int(query.Sort) {
			t.Errorf("%q: %d fields are offered, want all", text, len(got))
		}
	}
}

func TestCompletionsOfQuotesAreCountedInQuotes(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{"speaker:a": true, "kind:d": true, "source:o": false} {
		if got := query.Complete(text, len(text), vocabulary{}); len(got) == 0 || got[0].Quotes != want {
			t.Errorf("%s: %+v", text, got)
		}
	}
}

func TestUnfinished(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"": false, "rad": true, "radar ": false, "speaker:x": false, "speaker:x pla": true, "-or": true, `"a b"`: false, "(a OR b)": false,
		"a OR": true, "/a/": false,
	} {
		if query.Unfinished(text) != want {
			t.Errorf("%q: got %v", text, !want)
		}
	}
}

func BenchmarkComplete(b *testing.B) {
	const text = `(place:kyiv OR place:lviv) date:2026-01..2026-02 -is:read speaker:az`
	for b.Loop() {
		query.Complete(text, len(text), vocabulary{})
	}
}
