package library_test

import (
	"slices"
	"testing"

	"reader/model/library"
	"reader/model/query"
)

// guesses returns an article in which Harl surely says one thing and is likely to say another, and two are of nobody known.
func guesses(t *testing.T) *library.Library {
	t.Helper()
	a := written("2026-03-01").with(person("Ada Härl", ""), 0).with(person("Ben Osk", ""), 0).
		says(1, "“The lake is full.”").says(1, "“It was never empty.”").says(2, "“It will be.”").says(0, "“Look!”")
	a.Quotes[1].Confidence, a.Quotes[2].Confidence = 0.5, 0.7
	return libraryOf(t, a, written("2026-03-02").with(person("Ada Härl", ""), 0))
}

func TestWhatIsNotSureCountsWhenAskedFor(t *testing.T) {
	t.Parallel()
	l := guesses(t)
	for _, c := range []struct {
		query  string
		refs   []library.Ref
		quotes []int // of the first article
	}{
		{"speaker:harl", []library.Ref{0}, []int{0}},
		{"speaker:?harl", []library.Ref{0}, []int{0, 1}},
		{"speaker:osk", nil, nil},
		{`speaker:?"Ben Osk"`, []library.Ref{0}, []int{2}},
		{"speaker:?", []library.Ref{0}, []int{3}},
		{"-speaker:?", []library.Ref{1}, nil},
		{"-speaker:?osk", []library.Ref{1}, nil},
		{"speaker:? OR speaker:harl", []library.Ref{0}, []int{0, 3}},
		{"speaker:?harl kind:direct -said:full", []library.Ref{0}, []int{1}},
	} {
		q := parsed(t, c.query)
		if got := selected(t, l, c.query); !slices.Equal(got, c.refs) {
			t.Errorf("%s: articles %v, want %v", c.query, got, c.refs)
		}
		if c.quotes == nil {
			continue
		}
		if got := l.Search(q, query.State{}).Quotes(0); !slices.Equal(got, c.quotes) {
			t.Errorf("%s: quotes %v, want %v", c.query, got, c.quotes)
		}
		if got := l.QuotesOf(0, l.Chosen(q)...); c.query != "speaker:?harl kind:direct -said:full" && !slices.Equal(got, c.quotes) {
			t.Errorf("%s: quotes %v of those chosen, want %v", c.query, got, c.quotes)
		}
	}
}

func TestOneVoiceIsChosenOnce(t *testing.T) {
	t.Parallel()
	l := guesses(t)
	harl := l.Find("Harl")[0]
	for text, want := range map[string][]library.Voice{
		"speaker:harl":                          {{ID: harl}},
		"speaker:harl OR speaker:?harl":         {{ID: harl, Unsure: true}},
		"speaker:? OR speaker:harl -speaker:?b": {library.Unknown(), {ID: harl}},
	} {
		if got := l.Chosen(parsed(t, text)); !slices.Equal(got, want) {
			t.Errorf("%s chooses %v, want %v", text, got, want)
		}
	}
	voices := []library.Voice{{ID: harl}, library.Unknown()}
	for i, want := range []int{0, -1, -1, 1} {
		if got := l.VoiceOf(0, i, voices); got != want {
			t.Errorf("quote %d is of voice %d, want %d", i, got, want)
		}
	}
}
