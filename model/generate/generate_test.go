package generate_test

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"testing"

	"reader/model"
	"reader/model/generate"
	"reader/model/library"
	"reader/model/nlp"
	"reader/model/query"
	"reader/model/source"
)

// read returns the article in a, analysed.
func read(t *testing.T, a generate.Article) *model.Article {
	t.Helper()
	articles, err := source.Read(a.Name, a.Markdown)
	if err != nil || len(articles) != 1 {
		t.Fatalf("%s: %d articles, %v", a.Name, len(articles), err)
	}
	nlp.Analyze(articles[0])
	return articles[0]
}

// sample is what the library makes of some articles, and what is true: in which of them each person speaks, none for
// somebody who is only mentioned.
type sample struct {
	*library.Library
	speaks map[string][]library.Ref
}

func sampled(t *testing.T, seed uint64, articles library.Ref) sample {
	t.Helper()
	g, s := generate.New(seed), sample{library.New(nil), map[string][]library.Ref{}}
	for r := range articles {
		a := g.Next()
		s.Add(read(t, a))
		for _, p := range a.Truth.Speakers {
			if p.Person() {
				s.speaks[p.Name] = append(s.speaks[p.Name], r)
			}
		}
		for _, p := range a.Truth.Mentioned {
			s.speaks[p.Name] = append(s.speaks[p.Name], nil...)
		}
	}
	return s
}

func TestSpeakers(t *testing.T) {
	t.Parallel()
	s := sampled(t, 14, 500)
	t.Run("the filter finds every article in which somebody speaks, and none that only mentions them", func(t *testing.T) {
		t.Parallel()
		for name, want := range s.speaks {
			got, err := s.Select(t.Context(), query.BySpeakers(name), query.State{})
			if err != nil {
				t.Fatal(err)
			}
			slices.Sort(got)
			if !slices.Equal(got, want) {
				t.Errorf("%s speaks in the articles %v, and is found in %v", name, want, got)
			}
		}
	})
	t.Run("everybody is one, and nobody is two", func(t *testing.T) {
		t.Parallel()
		bearer := map[library.ID]string{}
		for name := range s.speaks {
			ids := s.Find(name)
			if len(ids) != 1 {
				t.Errorf("%s is %d people", name, len(ids))
				continue
			}
			if other := bearer[ids[0]]; other != "" {
				t.Errorf("%s and %s are one", name, other)
			}
			bearer[ids[0]] = name
		}
	})
}

func TestTheSameSeedGivesTheSameBytes(t *testing.T) {
	t.Parallel()
	digest := func(seed uint64) string {
		g, h := generate.New(seed), sha256.New()
		for range 300 {
			h.Write(g.Next().Markdown)
		}
		return hex.EncodeToString(h.Sum(nil)[:8])
	}
	if got, want := digest(1), "c52efa8d288b28d1"; got != want {
		t.Errorf("seed 1: got %s, want %s", got, want)
	}
	if digest(2) == digest(1) {
		t.Error("seeds 1 and 2 give the same")
	}
}

// TestTruth holds the truth of articles against their text.
func TestTruth(t *testing.T) {
	t.Parallel()
	g := generate.New(5)
	names := map[string]bool{}
	said := map[uint64]string{}
	storyOf := map[int]int{} // by number of copies
	var shared, copied int
	for range 2000 {
		a := g.Next()
		text := string(a.Markdown)
		_, body, _ := strings.Cut(text[4:], "---\n")
		if names[a.Name] || len(body) < 1000 || len(body) > 9000 {
			t.Errorf("%s: %d bytes of text, or another article has its name", a.Name, len(body))
		}
		names[a.Name] = true
		for _, q := range a.Truth.Quotes {
			if !strings.Contains(text, q.Words) {
				t.Errorf("%s: nobody says %q", a.Name, q.Words)
			}
			if q.Kind == "direct" {
				key := q.Speaker + ": " + q.Words
				if before := said[q.Said]; before != "" && before != key {
					t.Errorf("%s: %q has the number of %q", a.Name, key, before)
				} else if before != "" {
					shared++
				}
				said[q.Said] = key
			}
		}
		for _, p := range append(a.Truth.Speakers, a.Truth.Mentioned...) {
			if !strings.Contains(text, p.Name) {
				t.Errorf("%s: %s is not in it", a.Name, p.Name)
			}
		}
		if c := a.Truth.Copy; c != 0 {
			copied++
			if s, ok := storyOf[c]; ok && s != a.Truth.Story {
				t.Errorf("%s: copies of one article tell two stories", a.Name)
			}
			storyOf[c] = a.Truth.Story
		}
	}
	if shared < 1000 || copied < 500 || copied < 2*len(storyOf) {
		t.Errorf("%d quotes come again, %d articles are %d with copies", shared, copied, len(storyOf))
	}
}

// TestPeopleComeBack holds how many people there are: most who are named were named before, and the more so the more
// articles there are.
func TestPeopleComeBack(t *testing.T) {
	t.Parallel()
	g := generate.New(6)
	articles := map[string]int{}
	surnames := map[string]string{}
	strangers, thousand := 0, 0
	for i := range 8000 {
		a := g.Next()
		for _, p := range append(a.Truth.Speakers, a.Truth.Mentioned...) {
			if !p.Person() {
				continue
			}
			surname := p.Name[strings.LastIndexByte(p.Name, ' ')+1:]
			if articles[p.Name]++; surnames[surname] != "" && surnames[surname] != p.Name {
				strangers++
			}
			surnames[surname] = p.Name
		}
		if i == 999 {
			thousand = len(articles)
		}
	}
	once, most := 0, 0
	for _, n := range articles {
		if most = max(most, n); n == 1 {
			once++
		}
	}
	if len(articles) > 6*thousand || once < len(articles)/10 || most < 30 || strangers < 1000 {
		t.Errorf("%d people in 1,000 articles, %d in 8,000, %d of them in one, one in %d; %d times a surname was a stranger's",
			thousand, len(articles), once, most, strangers)
	}
}

func BenchmarkNext(b *testing.B) {
	g := generate.New(1)
	size := 0
	for b.Loop() {
		size += len(g.Next().Markdown)
	}
	b.ReportMetric(float64(size)/b.Elapsed().Seconds()/1e6, "MB/s")
	b.ReportMetric(float64(size)/float64(b.N), "B/article")
}
