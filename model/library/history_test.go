package library_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"reader/model"
	"reader/model/correct"
	"reader/model/library"
	"reader/model/nlp"
	"reader/model/revision"
	files "reader/model/shelf"
	"reader/model/source"
)

var versions = []string{
	`# Dam opens

Minister Ada Harl opened the dam on Monday.

“This is the safest dam in the country,” Harl said.

“Our children will swim in the lake behind it,” Harl said.
`, `# Dam opens

Minister Ada Harl opened the dam on Monday.

“This is one of the safest dams in the country,” Harl said.

“Our children will swim in the lake behind it,” Harl said.
`, `# Dam opens late

Minister Ada Harl opened the dam on Monday.

“This is one of the safest dams in the country,” Harl said.

Engineer Ben Osk stayed away.
`,
}

// at is when version i was fetched.
func at(i int) time.Time { return time.Date(2026, 3, 2+i, 14, 2, 0, 0, time.UTC) }

// kept keeps versions of one article on a shelf, one after the other, and returns the last as it is read from there.
func kept(t *testing.T, versions ...string) *model.Article {
	t.Helper()
	folder := t.TempDir()
	for i, text := range versions {
		s, err := files.Open(folder)
		if err != nil {
			t.Fatal(err)
		}
		articles, err := source.Read("x.md", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		a := articles[0]
		a.ID = "tag:dam"
		if _, err = s.Keep(files.Item{Article: a, Mark: files.Mark{Fetched: at(i), Hash: files.Hash(a)}}); err != nil {
			t.Fatal(err)
		}
		if err := s.Flush(); err != nil {
			t.Fatal(err)
		}
	}
	paths, err := filepath.Glob(filepath.Join(folder, "*.md"))
	if err != nil || len(paths) != 1 {
		t.Fatalf("%v, %v", paths, err)
	}
	data, err := os.ReadFile(paths[0])
	if err != nil {
		t.Fatal(err)
	}
	articles, err := source.Read(paths[0], data)
	if err != nil {
		t.Fatal(err)
	}
	nlp.Analyze(articles[0])
	return articles[0]
}

func TestHowAnArticleWasChanged(t *testing.T) {
	t.Parallel()
	a := kept(t, versions...)
	h, err := (&library.Options{}).History(a)
	if err != nil || h == nil {
		t.Fatal(h, err)
	}
	if h.Times != 2 || !h.Last.Equal(at(2)) || len(h.Old) != 2 || !h.Old[0].Changed.Equal(at(1)) || !h.Old[1].Changed.Equal(at(2)) {
		t.Errorf("changed %d times, last at %v: %+v", h.Times, h.Last, h.Old)
	}
	e, ok := h.Edit(0)
	if !ok || e.Kind != revision.Edited || !e.At.Equal(at(1)) || !e.Words {
		t.Fatalf("the quote was edited: %+v, %t", e, ok)
	}
	if was := e.Old.Quoted(&e.Old.Quotes[e.QuoteChange.Old]); was != "“This is the safest dam in the country,”" {
		t.Errorf("it was %s", was)
	}
	if next := h.Old[0].Next; next.Title || len(next.Quotes) != 1 {
		t.Errorf("first changed was %+v", next)
	}
	gone := func(q revision.QuoteChange) bool { return q.Kind == revision.Removed }
	if since := h.Since(); !since.Title || !slices.ContainsFunc(since.Quotes, gone) || len(h.Old[1].Next.Blocks) == 0 {
		t.Errorf("changed since the beginning is %+v", since)
	}
}

func TestWhatWasCorrectedWasNotChanged(t *testing.T) {
	t.Parallel()
	a := kept(t, versions[0], versions[0]+"\n\nThe lake is full.")
	log, err := correct.Open(filepath.Join(t.TempDir(), "log.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	q := &a.Quotes[0]
	if err = log.Add(correct.Correction{
		Op: correct.Speaker, Article: a.ID, Time: at(5), Anchor: correct.At(a, q.Field, q.Span), Is: correct.Who{Type: model.Person, Name: "Ben Osk"},
	}); err != nil {
		t.Fatal(err)
	}
	if left := correct.Apply(a, log.Of(a.ID)); len(left) > 0 {
		t.Fatalf("%v could not be placed", left)
	}
	h, err := (&library.Options{Log: log}).History(a)
	if err != nil {
		t.Fatal(err)
	}
	if e, ok := h.Edit(0); ok {
		t.Errorf("it was changed: %+v", e)
	}
}

func TestAVersionThatCanNotBeReadIsTold(t *testing.T) {
	t.Parallel()
	a := kept(t, versions...)
	paths, err := filepath.Glob(filepath.Join(filepath.Dir(a.Path), ".versions", "*", "*.md"))
	if err != nil || len(paths) != 2 {
		t.Fatal(paths, err)
	}
	if err = os.WriteFile(paths[0], nil, 0o600); err != nil {
		t.Fatal(err)
	}
	h, err := (&library.Options{}).History(a)
	if err == nil || !strings.Contains(err.Error(), "the file is empty") || h.Times != 2 || len(h.Old) != 1 {
		t.Errorf("got %+v, %v", h, err)
	}
	if h, err := (&library.Options{}).History(kept(t, versions[0])); h != nil || err != nil {
		t.Errorf("what never changed has the history %+v, %v", h, err)
	}
}
