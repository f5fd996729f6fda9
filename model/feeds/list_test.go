package feeds_test

import (
	"errors"
	"fmt"
	"net/http"
	"os"
	"reflect"
	"strings"
	"sync"
	"testing"

	"reader/model/feeds"
	"reader/model/fetch"
	"reader/model/fetch/fetchtest"
)

// The list is a file that people write themselves.
func TestListByHand(t *testing.T) {
	t.Parallel()
	s := feeds.In(t.TempDir())
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(s.Path(), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if list, err := s.All(); list != nil || err != nil {
		t.Errorf("without a file: %v, %v", list, err)
	}
	write(`[{"url": "gazette.example/feed"}, {"url": "https://www.gazette.example/other"}, {"name": "mine", "url": "feed://courier.example/", "title": "The\u001b[31m Courier"}]`)
	list, err := s.All()
	want := []feeds.Feed{
		{Name: "gazette-example", URL: "https://gazette.example/feed"},
		{Name: "gazette-example-2", URL: "https://www.gazette.example/other"},
		{Name: "mine", URL: "http://courier.example/", Title: "The␛[31m Courier"},
	}
	if err != nil || !reflect.DeepEqual(list, want) {
		t.Errorf("got %+v, %v", list, err)
	}
	for text, says := range map[string]string{
		`[{"url": "https://gazette.example/feed"`:                         "unexpected EOF",
		`[{"url": "https://gazette.example/feed", "tilte": "x"}]`:         "tilte",
		`[{"url": "file:///etc/passwd"}]`:                                 "the url of feed 1 is no address",
		`[{"name": "../x", "url": "https://gazette.example"}]`:            "the name of feed 1",
		`[{"name": ".x", "url": "https://gazette.example"}]`:              "the name of feed 1",
		`[{"name": "pages", "url": "https://gazette.example"}]`:           "the name of feed 1",
		`[{"name":"a","url":"a.example"},{"name":"A","url":"b.example"}]`: "the name of feed 2",
		"\x1b]0;PWNED\a": "invalid character",
	} {
		write(text)
		_, err := s.All()
		if err == nil || !strings.Contains(err.Error(), says) || strings.ContainsAny(err.Error(), "\x1b\a") {
			t.Errorf("%s: got %v", text, err)
		}
		if _, err := s.Add(feeds.Feed{URL: "https://new.example"}); err == nil {
			t.Errorf("%s: a feed is added", text)
		}
		if data, err := os.ReadFile(s.Path()); err != nil || string(data) != text {
			t.Errorf("%s was overwritten: %s", text, data)
		}
	}
}

// Feeds are added once each, also by several programs at once, and named so that they have a folder each.
func TestAddAndRemove(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	var all sync.WaitGroup
	for i := range 20 {
		all.Go(func() {
			if _, err := feeds.In(folder).Add(feeds.Feed{URL: fmt.Sprintf("https://host-%d.example/", i/2), Title: "Pages"}); err != nil && !errors.Is(err, feeds.ErrKnown) {
				t.Error(err)
			}
		})
	}
	all.Wait()
	s := feeds.In(folder)
	list, err := s.All()
	if err != nil || len(list) != 10 {
		t.Fatalf("got %v, %v", list, err)
	}
	for _, which := range []string{list[0].Name, list[1].URL, strings.TrimPrefix(list[2].URL, "https://")} {
		if _, err = s.Remove(which); err != nil {
			t.Error(err)
		}
	}
	if _, err = s.Remove("nothing\x1b"); err == nil || !strings.Contains(err.Error(), "reader feeds list") || strings.Contains(err.Error(), "\x1b") {
		t.Errorf("got %v", err)
	}
	if list, err = s.All(); err != nil || len(list) != 7 {
		t.Errorf("got %v, %v", list, err)
	}
}

// Whoever gives the address of a page means its feed.
func TestSubscribe(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, page string
		at         string // where the feed is
		want       string // the error
	}{
		{name: "the feed itself", at: "/"},
		{name: "a page that names it", page: `<head><link rel="alternate" type="application/rss+xml" title="News" href="/n?a=1&amp;b=2">`, at: "/n"},
		{name: "one that names it after the comments", page: `<link rel=alternate type="application/atom+xml" title="Comments" href="/c"><link rel="ALTERNATE home" type="application/atom+xml; charset=utf-8" href="deep/n">`, at: "/deep/n"},
		{name: "one with a base", page: `<base href="/deep/"><link rel=alternate type=application/feed+json href=n>`, at: "/deep/n"},
		{name: "a feed in a usual place", page: `<p>Welcome`, at: "/rss.xml"},
		{name: "no feed", page: `<p>Welcome <link rel=alternate type=text/html href=/n>`, at: "/n", want: "names no feed"},
		{name: "a link in the text", page: `<body><link rel=alternate type=application/rss+xml href=/n>`, at: "/n", want: "names no feed"},
		{name: "what is no feed", page: `<link rel=alternate type=application/rss+xml href=/>`, at: "/n", want: "is named as a feed, but is none"},
		{name: "a feed in a file", page: `<link rel=alternate type=application/rss+xml href=file:///etc/passwd>`, at: "/n", want: "names no feed"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			n := newNewsroom(t, 2)
			n.on("/", func(w http.ResponseWriter, _ *http.Request) { _, _ = fmt.Fprint(w, c.page) })
			n.on("/rss.xml", http.NotFound)
			n.on("/feed.xml", http.NotFound)
			n.on("/atom.xml", http.NotFound)
			n.on("/index.xml", http.NotFound)
			n.on(c.at, func(w http.ResponseWriter, _ *http.Request) { _, _ = fmt.Fprint(w, rss("Gazette", n.URL, 2, 0)) })
			s := feeds.In(t.TempDir())
			client := fetchtest.Client(t, fetch.Options{})
			f, err := s.Subscribe(t.Context(), client, n.URL, true)
			if c.want != "" {
				if list, _ := s.All(); err == nil || !strings.Contains(err.Error(), c.want) || len(list) > 0 {
					t.Errorf("got %+v, %v", f, err)
				}
				return
			}
			path, _, _ := strings.Cut(strings.TrimPrefix(f.URL, n.URL), "?")
			if err != nil || path != strings.TrimSuffix(c.at, "/") && path != c.at || f.Name != "the-gazette" || f.Title != "The Gazette" || f.Page != n.URL+"/" || !f.Full {
				t.Errorf("got %+v, %v", f, err)
			}
			if again, err := s.Subscribe(t.Context(), client, n.URL, false); !errors.Is(err, feeds.ErrKnown) || !reflect.DeepEqual(again, f) {
				t.Errorf("again: got %+v, %v", again, err)
			}
		})
	}
}

// A page that is opened is kept as an article that says where it is from, once.
func TestOpen(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, 1)
	page := "# Bridge shut\n\n“We looked at the gates,” Ada Härl said.\n"
	n.on("/bridge", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/markdown; charset=utf-8")
		_, _ = fmt.Fprint(w, page)
	})
	n.on("/liar", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/markdown")
		_, _ = fmt.Fprint(w, "---\nurl: https://gazette.example/other\nid: another\n---\n\n"+page)
	})
	s := feeds.In(t.TempDir())
	client := fetchtest.Client(t, fetch.Options{})
	for range 2 {
		path, err := s.Open(t.Context(), client, n.URL+"/bridge#top")
		if err != nil {
			t.Fatal(err)
		}
		if data, err := os.ReadFile(path); err != nil || !strings.Contains(string(data), "url: \""+n.URL+"/bridge\"\n") || !strings.Contains(string(data), "Bridge shut") {
			t.Errorf("got %s, %v", data, err)
		}
	}
	if path, err := s.Open(t.Context(), client, n.URL+"/liar"); err != nil {
		t.Error(err)
	} else if data, err := os.ReadFile(path); err != nil || !strings.Contains(string(data), "id: \""+n.URL+"/liar\"") {
		t.Errorf("got %s, %v", data, err)
	}
	if got := filesIn(t, s.Articles(), ""); len(got) != 5 { // two articles, their originals, and the lock
		t.Errorf("there is %v", got)
	}
	if !s.Any() {
		t.Error("nothing is kept")
	}
	if _, err := s.Open(t.Context(), client, n.URL+"/gazette.xml"); !errors.Is(err, feeds.ErrFeed) {
		t.Errorf("a feed: got %v", err)
	}
}

// What one program gives away as OPML another takes in, but what can't be read.
func TestOPML(t *testing.T) {
	t.Parallel()
	s := feeds.In(t.TempDir())
	added, known, err := s.Import([]byte(`<opml version="1.1"><body>
<outline text="News"><outline text="Harbours/Sea"><outline type="rss" text="Tallmar" xmlUrl="https://tallmar.example/feed" htmlUrl="https://tallmar.example/"/></outline>
<outline title="Courier" text="c" xmlUrl="https://courier.example/feed"/></outline>
<outline text="Courier again" xmlUrl="https://courier.example/feed"/><outline text="file" xmlUrl="file:///etc/passwd"/>
</body></opml>`))
	if err == nil || !strings.Contains(err.Error(), "file:///etc/passwd") || added != 2 || known != 1 {
		t.Fatalf("%d, %d, %v", added, known, err)
	}
	want := []feeds.Feed{
		{Name: "tallmar", URL: "https://tallmar.example/feed", Title: "Tallmar", Page: "https://tallmar.example/", Category: []string{"News", "Harbours/Sea"}},
		{Name: "courier", URL: "https://courier.example/feed", Title: "Courier", Category: []string{"News"}},
	}
	list, err := s.All()
	if err != nil || !reflect.DeepEqual(list, want) {
		t.Fatalf("got %+v, %v", list, err)
	}
	data, err := s.Export()
	if err != nil {
		t.Fatal(err)
	}
	other := feeds.In(t.TempDir())
	if added, _, err = other.Import(data); err != nil || added != 2 {
		t.Fatalf("%d, %v from\n%s", added, err, data)
	}
	if list, err = other.All(); err != nil || !reflect.DeepEqual(list, want) {
		t.Errorf("got %+v, %v", list, err)
	}
	for _, bad := range []string{"", "<opml>", "<html></html>", "<opml><body/></opml>", "\x1b"} {
		if _, _, err := other.Import([]byte(bad)); err == nil || strings.Contains(err.Error(), "\x1b") {
			t.Errorf("%q: got %v", bad, err)
		}
	}
}
