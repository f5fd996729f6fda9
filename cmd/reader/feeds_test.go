package main

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/adrg/xdg"
)

// freshData gives the test a folder of its own for what programs keep, and returns it.
func freshData(t *testing.T) string {
	t.Helper()
	home := t.TempDir()
	t.Cleanup(xdg.Reload) // after Setenv has set it back
	t.Setenv("XDG_DATA_HOME", home)
	xdg.Reload()
	return home
}

// newspaper is a server with a page that names a feed of two articles, one of them a part of its page.
func newspaper(t *testing.T) string {
	t.Helper()
	mux := http.NewServeMux()
	page := func(path, kind, text string) {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", kind)
			_, _ = fmt.Fprint(w, strings.ReplaceAll(text, "HOST", "http://"+r.Host))
		})
	}
	page("/{$}", "text/html", `<html><head><link rel="alternate" type="application/rss+xml" href="/news-feed"></head></html>`)
	page("/news-feed", "application/rss+xml", `<rss version="2.0"><channel><title>Tallmar Gazette</title>
<item><title>Harbour stays shut</title><link>HOST/harbour</link><description>&lt;p&gt;TALLMAR — “The gates will not hold,” Ada Härl said on Monday.&lt;/p&gt;&lt;p&gt;She spoke at the harbour.&lt;/p&gt;</description></item>
<item><title>Radar station to close</title><link>HOST/radar.md</link><description>The station closes …</description></item>
</channel></rss>`)
	page("/radar.md", "text/markdown", radar)
	page("/broken", "text/html", "nothing")
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s.URL
}

// A reader subscribes to a newspaper, reads what it says, and leaves it again.
func TestSubscribeReadAndLeave(t *testing.T) {
	home := freshData(t)
	at := newspaper(t)
	for _, step := range []struct {
		args           string
		code           int
		stdout, stderr string // a part of what is printed; "": nothing is
	}{
		{"feeds list", 0, "", "subscribed to nothing yet"},
		{"refresh", 0, "", "subscribed to nothing yet"},
		{"export", 0, "nato-russia-missile-defense.md", ""},
		{"subscribe " + at, 1, "", "is not an address of the public internet; such are asked only with --allow-private"},
		{"subscribe --allow-private " + at + "/broken", 1, "", "names no feed"},
		{"subscribe --allow-private " + at, 0, "subscribed to Tallmar Gazette, as tallmar-gazette\ntallmar-gazette: 2 new, 0 changed\n2 new, 0 changed\n", ""},
		{"subscribe --allow-private " + at, 0, "", "tallmar-gazette is on the list already"},
		{"refresh --allow-private", 0, "0 new, 0 changed\n", ""},
		{"quotes", 0, "“The gates will not hold,”\n  — Ada Härl", ""},
		{"quotes --speaker osk", 1, "", "nobody called"},
		{"refresh --allow-private --fetch-full", 0, "0 new, 1 changed\n", ""},
		{"quotes --speaker osk", 0, "“The station is old,”\n  — Ben Osk", ""},
		{"refresh nothing", 1, "", `there is no feed called "nothing"`},
		{"feeds list", 0, "tallmar-gazette  Tallmar Gazette\n  " + at + "/news-feed\n  fetched 20", ""},
		{"feeds export", 0, `<outline text="Tallmar Gazette" title="Tallmar Gazette" type="rss" xmlUrl="` + at + `/news-feed"`, ""},
		{"unsubscribe nothing", 1, "", `there is no feed called "nothing"`},
		{"unsubscribe tallmar-gazette", 0, "its articles stay in " + filepath.Join(home, "reader", "articles", "tallmar-gazette"), ""},
		{"feeds list", 0, "", "subscribed to nothing yet"},
		{"quotes --speaker osk", 0, "Ben Osk", ""},
	} {
		got := runWith(t, "", strings.Fields(step.args)...)
		if got.code != step.code || !strings.Contains(got.stdout, step.stdout) || !strings.Contains(got.stderr, step.stderr) {
			t.Errorf("reader %s: exit %d\n%s\n%s", step.args, got.code, got.stdout, got.stderr)
		}
		if step.stdout == "" && got.stdout != "" || step.stderr == "" && got.stderr != "" {
			t.Errorf("reader %s prints more:\n%s\n%s", step.args, got.stdout, got.stderr)
		}
	}
}

// Feeds go from one reader to another, and one that fails is told of.
func TestFeedsFromAnotherReader(t *testing.T) {
	freshData(t)
	at := newspaper(t)
	opml := `<opml version="2.0"><body><outline text="Gazette" xmlUrl="` + at + `/news-feed"/><outline text="Lost" xmlUrl="` + at + `/lost"/></body></opml>`
	if got := runWith(t, opml, "feeds", "import", "-"); got.code != 0 || got.stdout != "-: 2 new feeds, 0 known; reader refresh fetches their articles\n" {
		t.Errorf("got %+v", got)
	}
	got := runWith(t, "", "refresh", "--allow-private")
	if got.code != 1 || !strings.HasSuffix(got.stdout, "2 new, 0 changed, 1 feed failed\n") || !strings.Contains(got.stderr, "reader: lost: 127.0.0.1:") ||
		!strings.Contains(got.stderr, "has no such page (404)") {
		t.Errorf("got %+v", got)
	}
	if got = runWith(t, "", "refresh", "--allow-private"); got.code != 0 || got.stdout != "0 new, 0 changed\n" || got.stderr != "" {
		t.Errorf("a moment later: %+v", got)
	}
	if got = runWith(t, "", "feeds", "list"); !strings.Contains(got.stdout, "never fetched; failed 1 time since, and is not asked before ") {
		t.Errorf("got %+v", got)
	}
	for _, args := range []string{"feeds import nothing.opml", "feeds import -"} {
		if got = runWith(t, "nonsense", strings.Fields(args)...); got.code != 1 || got.stdout != "" {
			t.Errorf("%s: got %+v", args, got)
		}
	}
}

// Without being asked, or where it is forbidden, nothing uses the network; and mistakes in the command line are told.
func TestNetworkUsage(t *testing.T) {
	freshData(t)
	at := newspaper(t)
	for args, want := range map[string]string{
		"--offline subscribe " + at: "which --offline forbids", "refresh --offline": "which --offline forbids", "open --offline " + at: "which --offline forbids",
		at: "reader open URL", "open " + at: "the screen needs a terminal", "open": "which page to open", "open a b": "which page to open", "subscribe": "what to subscribe to",
		"unsubscribe": "which feed", "feeds": "say what to do", "feeds burn": "there is no command feeds burn", "feeds list x": "takes nothing more", "feeds import": "which file",
	} {
		if got := runWith(t, "", strings.Fields(args)...); got.code != exitUsage || !strings.Contains(got.stderr, want) || got.stdout != "" {
			t.Errorf("reader %s: got %+v", args, got)
		}
	}
	if got := runWith(t, "", "subscribe", "https://gazette.invalid/feed"); got.code != exitFailed || !strings.Contains(got.stderr, "reader: gazette.invalid can't be asked: the proxy 127.0.0.1:1") {
		t.Errorf("tests reach the network: %+v", got)
	}
	if got := runWith(t, "", "--offline", "export"); got.code != 0 || !strings.Contains(got.stdout, "nato-russia") {
		t.Errorf("offline nothing is read: %+v", got)
	}
}

// Whoever opens an address sees the article, and finds it again where what was fetched is.
func TestOpenInATerminal(t *testing.T) {
	home := t.TempDir()
	at := newspaper(t)
	term := startTerminalIn(t, home, 120, 30, "open", "--allow-private", at+"/radar.md")
	term.press("", "Radar station to close")
	term.press("", "station is old")
	term.quit("\x03")
	term = startTerminalIn(t, home, 120, 30)
	term.press("", "station is old")
	if out := term.quit("\x03"); bytes.Contains(out, []byte("Two Shields")) || bytes.Contains(out, []byte("built-in library")) {
		t.Error("the built-in library is shown, too")
	}
}

// Whoever has subscribed refreshes on the screen, sees articles come in, where from, and what went wrong; offline it is refused.
func TestRefreshOnTheScreen(t *testing.T) {
	home := t.TempDir()
	at := newspaper(t)
	list := `[{"url": "` + at + `/news-feed"}, {"url": "` + at + `/lost", "name": "lost"}]`
	if err := os.Mkdir(filepath.Join(home, "reader"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(home, "reader", "feeds.json"), []byte(list), 0o600); err != nil {
		t.Fatal(err)
	}
	term := startTerminalIn(t, home, 120, 30, "--offline")
	term.press("", "R fetches those of your feeds.")
	term.press("R", "Not refreshed: --offline forbids to use the network.")
	term.quit("\x03")
	term = startTerminalIn(t, home, 120, 30, "--allow-private")
	term.press("", "R fetches those of your feeds.")
	term.press("R", "2 new, 0 changed, 1 feed failed (! tells).")
	term.press("", "Harbour stays shut")
	term.press("", "Radar station to close")
	term.press("w", "2 unread · 2")
	term.press("", "failed · nothing yet")
	term.press("\r", "1 problem (!)")
	term.press("!", "lost: 127.0.0.1:")
	term.quit("\x03")
}
