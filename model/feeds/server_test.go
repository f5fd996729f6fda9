package feeds_test

import (
	"errors"
	"fmt"
	"html"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"reader/model/feeds"
	"reader/model/fetch"
	"reader/model/fetch/fetchtest"
	"reader/model/source"
)

// newsroom is a server of feeds: /NAME.xml has items of which each has a page. Its generation numbers what changes.
type newsroom struct {
	*httptest.Server
	items      int
	generation atomic.Int64

	mu       sync.Mutex
	requests map[string]int // by path
	answers  map[string]http.HandlerFunc
}

func newNewsroom(tb testing.TB, items int) *newsroom {
	tb.Helper()
	n := &newsroom{items: items, requests: map[string]int{}, answers: map[string]http.HandlerFunc{}}
	n.Server = httptest.NewServer(n)
	tb.Cleanup(n.Close)
	return n
}

// on makes answer what is at path.
func (n *newsroom) on(path string, answer http.HandlerFunc) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.answers[path] = answer
}

// asked returns how often path was asked for.
func (n *newsroom) asked(path string) int {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.requests[path]
}

func (n *newsroom) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	n.mu.Lock()
	n.requests[r.URL.Path]++
	answer := n.answers[r.URL.Path]
	n.mu.Unlock()
	name, isFeed := strings.CutSuffix(strings.TrimPrefix(r.URL.Path, "/"), ".xml")
	switch {
	case answer != nil:
		answer(w, r)
	case isFeed:
		g := n.generation.Load()
		w.Header().Set("ETag", fmt.Sprintf(`"%d"`, g))
		http.ServeContent(w, r, name, time.Time{}, strings.NewReader(rss(name, "http://"+r.Host, n.items, g)))
	default:
		http.NotFound(w, r)
	}
}

// rss is a feed in which every third item says which generation it is of.
func rss(name, at string, items int, generation int64) string {
	var out strings.Builder
	fmt.Fprintf(&out, `<?xml version="1.0"?><rss version="2.0"><channel><title>The %s</title><link>%s/</link>`, name, at)
	for i := range items {
		says := "nobody was asked"
		if i%3 == 0 {
			says = fmt.Sprintf("report %d", generation)
		}
		text := fmt.Sprintf("<p>TALLMAR — The bridge number %d stays shut, %s.</p>%s", i, says,
			strings.Repeat("<p>“We looked at the gates and they will not hold,” Ada Härl said of it. “Nobody wants another flood.”</p>", 12))
		fmt.Fprintf(&out, `<item><title>Bridge %d of %s</title><link>%s/%s/%d</link><guid isPermaLink="false">%s-%d</guid><pubDate>Tue, 24 Nov 2026 08:%02d:00 GMT</pubDate><description>%s</description></item>`,
			i, name, at, name, i, name, i, i%60, html.EscapeString(text))
	}
	return out.String() + `</channel></rss>`
}

// subscribed returns the subscriptions to feeds at urls in a folder.
func subscribed(tb testing.TB, folder string, urls ...string) *feeds.Subscriptions {
	tb.Helper()
	s := feeds.In(folder)
	for _, u := range urls {
		name := strings.TrimSuffix(filepath.Base(u), ".xml")
		if _, err := s.Add(feeds.Feed{URL: u, Title: name}); err != nil {
			tb.Fatal(err)
		}
	}
	return s
}

// refresh refreshes s and returns what became of each feed, by name.
func refresh(tb testing.TB, s *feeds.Subscriptions, o feeds.Options) map[string]feeds.Event {
	tb.Helper()
	if o.Gap == 0 {
		o.Gap = time.Microsecond
	}
	events, err := s.Refresh(tb.Context(), fetchtest.Client(tb, fetch.Options{}), o)
	if err != nil {
		tb.Fatal(err)
	}
	out := map[string]feeds.Event{}
	for e := range events {
		out[e.Feed.Name] = e
	}
	return out
}

// says is what an event tells, in short.
func says(e feeds.Event) string {
	out := fmt.Sprintf("%d new, %d changed", e.New, e.Changed)
	if e.Moved {
		out += ", moved"
	}
	if e.Passed {
		out += ", passed"
	}
	if e.Err != nil {
		out += ": " + e.Err.Error()
	}
	return out
}

// filesIn returns the content of the files in folder whose names end in ending, by path.
func filesIn(tb testing.TB, folder, ending string) map[string]string {
	tb.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ending) {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(folder, path)
		out[name] = string(data)
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) { // nothing is kept yet
		tb.Fatal(err)
	}
	return out
}

// current returns those of files that are no old versions.
func current(files map[string]string) map[string]string {
	out := map[string]string{}
	for path, text := range files {
		if !strings.Contains(path, ".versions") {
			out[path] = text
		}
	}
	return out
}

// wholeArticles fails if one of files is not an article of the newsroom from the beginning to the end, or two are the same.
func wholeArticles(tb testing.TB, files map[string]string) {
	tb.Helper()
	seen := map[string]string{}
	for path, text := range files {
		articles, err := source.Read(path, []byte(text))
		if err != nil || len(articles) != 1 {
			tb.Fatalf("%s: %d articles, %v", path, len(articles), err)
		}
		a := articles[0]
		if !strings.HasPrefix(a.Text, "TALLMAR") || !strings.HasSuffix(a.Text, "flood.”") || a.Published.IsZero() || a.URL == "" {
			tb.Fatalf("%s is not whole: %q", path, text)
		}
		if seen[a.ID] != "" {
			tb.Fatalf("%s and %s are the same", path, seen[a.ID])
		}
		seen[a.ID] = path
	}
}
