package feeds_test

import (
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"reader/model/disk"
	"reader/model/feeds"
	"reader/model/fetch"
	"reader/model/fetch/fetchtest"
	"reader/model/shelf"
	"reader/model/source"
)

// What is new is kept, what is known is not asked for again, and what changed is kept beside what it was.
func TestRefresh(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, 9)
	s := subscribed(t, t.TempDir(), n.URL+"/gazette.xml", n.URL+"/courier.xml")
	for _, step := range []struct {
		name       string
		generation int64
		want       string
		articles   int
		versions   int
	}{
		{"the first time", 0, "9 new, 0 changed", 18, 0},
		{"nothing happened", 0, "0 new, 0 changed", 18, 0},
		{"every third is another", 1, "0 new, 3 changed", 18, 6},
		{"and again", 2, "0 new, 3 changed", 18, 12},
	} {
		n.generation.Store(step.generation)
		for name, e := range refresh(t, s, feeds.Options{}) {
			if says(e) != step.want || e.Total != 2 {
				t.Errorf("%s, %s: %s, %+v", step.name, name, says(e), e)
			}
		}
		all := filesIn(t, s.Articles(), ".md")
		now := current(all)
		wholeArticles(t, now)
		if len(now) != step.articles || len(all)-len(now) != step.versions {
			t.Errorf("%s: %d articles, %d old versions", step.name, len(now), len(all)-len(now))
		}
	}
	for path, original := range current(filesIn(t, s.Articles(), ".original")) {
		if !strings.HasPrefix(original, "<item><title>Bridge ") || !strings.HasSuffix(original, "</item>") {
			t.Errorf("%s: the original is %q", path, original)
		}
	}
	if st := s.State("gazette"); st.ETag != `"2"` || st.Success.IsZero() || n.asked("/gazette.xml") != 4 {
		t.Errorf("its state is %+v after %d requests", st, n.asked("/gazette.xml"))
	}
}

// A feed that fails stops none of the others, and it is said in plain words what is wrong.
func TestOneBadFeedStopsNoOther(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, 3)
	status := func(code int) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(code) }
	}
	body := func(text string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) { _, _ = fmt.Fprint(w, text) }
	}
	nested := strings.Repeat("<a>", 20_000) + strings.Repeat("</a>", 20_000)
	laughs := `<!DOCTYPE l [<!ENTITY a0 "lol">`
	for i := range 9 {
		laughs += fmt.Sprintf(`<!ENTITY a%d "%s">`, i+1, strings.Repeat(fmt.Sprintf("&a%d;", i), 10))
	}
	bad := map[string]struct {
		answer http.HandlerFunc
		want   string
	}{
		"missing": {status(404), "has no such page"},
		"broken":  {status(500), "has a fault of its own"},
		"gone":    {status(410), "has taken it away for good"},
		"loop":    {func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop.xml", http.StatusFound) }, "redirects more than 5 times"},
		"page":    {body("<html><body>Sign in</body></html>"), "this is no"},
		"empty":   {body(""), "this is no"},
		"binary":  {body(strings.Repeat("\x7fELF\x00\xff", 99)), "this is no"},
		"deep":    {body(`<rss><channel><item><title>x</title><description>` + nested + `</description></item></channel></rss>`), ""},
		"laughs":  {body(laughs + `]><rss><channel><item><title>x</title><description>&a9;</description></item></channel></rss>`), ""},
		"outside": {body(`<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>t &x;</title><guid>1</guid><description>d &x;</description></item></channel></rss>`), ""},
	}
	folder := t.TempDir()
	s := subscribed(t, folder, n.URL+"/gazette.xml", n.URL+"/courier.xml")
	for name, b := range bad {
		n.on("/"+name+".xml", b.answer)
		subscribed(t, folder, n.URL+"/"+name+".xml")
	}
	got := refresh(t, s, feeds.Options{})
	for _, name := range []string{"gazette", "courier"} {
		if says(got[name]) != "3 new, 0 changed" {
			t.Errorf("%s: %s", name, says(got[name]))
		}
	}
	for name, b := range bad {
		if b.want == "" {
			if says(got[name]) != "1 new, 0 changed" {
				t.Errorf("%s: %s", name, says(got[name]))
			}
			continue
		}
		if err := got[name].Err; err == nil || !strings.Contains(err.Error(), b.want) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	for path, text := range filesIn(t, s.Articles(), ".md") {
		if strings.Contains(text, "root:") || len(text) > 1<<20 {
			t.Errorf("%s has %d bytes: %.200q", path, len(text), text)
		}
	}

	again := refresh(t, s, feeds.Options{})
	for name, b := range bad {
		if b.want != "" && says(again[name]) != "0 new, 0 changed, passed" {
			t.Errorf("%s a second later: %s", name, says(again[name]))
		}
	}
	n.on("/missing.xml", nil)
	n.on("/gone.xml", nil)
	for _, name := range []string{"missing", "gone"} {
		named := refresh(t, s, feeds.Options{Names: []string{name}})
		if len(named) != 1 || says(named[name]) != "3 new, 0 changed" || s.State(name).Failures > 0 || !s.State(name).Gone.IsZero() {
			t.Errorf("%s, named: %+v, %+v", name, named, s.State(name))
		}
	}
}

// A feed that moved for good is asked at its new address, unless there is no feed.
func TestMoved(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, 2)
	move := func(code int, to string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, to, code) }
	}
	n.on("/old.xml", move(301, "/new.xml"))
	n.on("/away.xml", move(302, "/there.xml"))
	n.on("/lost.xml", move(301, "/sign-in"))
	n.on("/sign-in", func(w http.ResponseWriter, _ *http.Request) { _, _ = fmt.Fprint(w, "<html>Sign in</html>") })
	n.on("/twin.xml", move(308, "/known.xml"))
	s := subscribed(t, t.TempDir(), n.URL+"/old.xml", n.URL+"/away.xml", n.URL+"/lost.xml", n.URL+"/twin.xml", n.URL+"/known.xml")
	got := refresh(t, s, feeds.Options{})
	list, err := s.All()
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"old": "/new.xml", "away": "/away.xml", "lost": "/lost.xml", "twin": "/twin.xml", "known": "/known.xml"}
	for _, f := range list {
		if path := strings.TrimPrefix(f.URL, n.URL); path != want[f.Name] || got[f.Name].Moved != (f.Name == "old") {
			t.Errorf("%s is at %s, %s", f.Name, path, says(got[f.Name]))
		}
	}
	before := n.asked("/old.xml")
	if e := refresh(t, s, feeds.Options{})["old"]; says(e) != "0 new, 0 changed" || n.asked("/old.xml") != before {
		t.Errorf("after the move: %s", says(e))
	}
}

// Of articles of which the feed gives a part the page is fetched, once, and the page is the original.
func TestFetchFull(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, 0)
	const feed = `<rss version="2.0"><channel><title>Gazette</title>
<item><title>Bridge shut</title><link>%[1]s/bridge</link><guid>1</guid><description>The bridge stays shut …</description></item>
<item><title>Gates hold</title><link>%[1]s/nothing</link><guid>2</guid><description>The gates hold …</description></item>
</channel></rss>`
	n.on("/gazette.xml", func(w http.ResponseWriter, _ *http.Request) { _, _ = fmt.Fprintf(w, feed, n.URL) })
	page := "<html><body><p>The bridge stays shut.</p>" + strings.Repeat("<p>“We looked at the gates and they will not hold,” Ada Härl said.</p>", 20) + "</body></html>"
	n.on("/bridge", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		_, _ = fmt.Fprint(w, page)
	})
	s := subscribed(t, t.TempDir(), n.URL+"/gazette.xml")
	for _, step := range []struct {
		full  bool
		want  string
		pages int
	}{{false, "2 new, 0 changed", 0}, {true, "0 new, 1 changed", 1}, {true, "0 new, 0 changed", 1}, {false, "0 new, 0 changed", 1}} {
		e := refresh(t, s, feeds.Options{Full: step.full})["gazette"]
		if says(e) != step.want || n.asked("/bridge") != step.pages {
			t.Errorf("%+v: %s, the page was asked for %d times", step, says(e), n.asked("/bridge"))
		}
	}
	found := false
	for path, text := range current(filesIn(t, s.Articles(), ".md")) {
		a, err := source.Read(path, []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if a[0].Title == "Bridge shut" {
			original, err := os.ReadFile(filepath.Join(s.Articles(), strings.TrimSuffix(path, ".md")+".original"))
			found = err == nil && string(original) == page && strings.Contains(a[0].Text, "gates") && strings.HasSuffix(a[0].URL, "/bridge")
		}
	}
	if !found {
		t.Errorf("there is %v", filesIn(t, s.Articles(), ""))
	}
}

// Where nothing can be written, that is said once, and ends it; what was there stays.
func TestNowhereToWrite(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, 3)
	folder := t.TempDir()
	s := subscribed(t, folder, n.URL+"/a.xml", n.URL+"/b.xml", n.URL+"/c.xml")
	if err := os.WriteFile(s.Articles(), []byte("a file where the folder should be"), 0o600); err != nil {
		t.Fatal(err)
	}
	got := refresh(t, s, feeds.Options{})
	if len(got) != 1 {
		t.Errorf("it went on: %v", got)
	}
	for _, e := range got {
		if full := new(disk.Error); !errors.As(e.Err, &full) || !strings.Contains(e.Err.Error(), "could not be written") {
			t.Errorf("got %v", e.Err)
		}
	}
	if list, err := s.All(); err != nil || len(list) != 3 {
		t.Errorf("the list is %v, %v", list, err)
	}
}

// What another program is fetching is left to it.
func TestTwoProgramsAtOnce(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, 3)
	s := subscribed(t, t.TempDir(), n.URL+"/a.xml", n.URL+"/b.xml")
	unlock, err := shelf.Lock(s.Shelf("a"), 0)
	if err != nil {
		t.Fatal(err)
	}
	got := refresh(t, s, feeds.Options{})
	if e := got["a"]; e.Err == nil || !strings.Contains(e.Err.Error(), "another program") || n.asked("/a.xml") != 0 {
		t.Errorf("got %s", says(e))
	}
	if e := got["b"]; says(e) != "3 new, 0 changed" {
		t.Errorf("got %s", says(e))
	}
	unlock()
	if e := refresh(t, s, feeds.Options{})["a"]; says(e) != "3 new, 0 changed" {
		t.Errorf("got %s", says(e))
	}
}

// Who has enough stops, and what came until then is kept.
func TestStopHalfway(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, 3)
	s := subscribed(t, t.TempDir(), n.URL+"/a.xml", n.URL+"/b.xml", n.URL+"/c.xml")
	events, err := s.Refresh(t.Context(), fetchtest.Client(t, fetch.Options{}), feeds.Options{Gap: time.Microsecond})
	if err != nil {
		t.Fatal(err)
	}
	for e := range events {
		if says(e) != "3 new, 0 changed" {
			t.Errorf("got %s", says(e))
		}
		break
	}
	refresh(t, s, feeds.Options{})
	now := current(filesIn(t, s.Articles(), ".md"))
	wholeArticles(t, now)
	if len(now) != 9 {
		t.Errorf("there are %d articles", len(now))
	}
}
