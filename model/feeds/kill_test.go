package feeds_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"reader/model/feeds"
	"reader/model/fetch"
	"reader/model/fetch/fetchtest"
)

// The environment of a child that refreshes the subscriptions in a folder until it is killed.
const childFolder = "READER_TEST_REFRESH"

// refreshToBeKilled is what a child does: it says when it begins.
func refreshToBeKilled(t *testing.T, folder string) {
	t.Helper()
	client := fetch.New(fetch.Options{Permit: fetchtest.Loopback})
	events, err := feeds.In(folder).Refresh(t.Context(), client, feeds.Options{Gap: time.Microsecond})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stdout.WriteString("begun"); err != nil {
		t.Fatal(err)
	}
	for e := range events {
		if e.Err != nil {
			t.Error(e.Err)
		}
	}
}

// Whenever the program is killed, nothing is lost, torn or there twice, and the next refresh goes on.
func TestKilled(t *testing.T) {
	if folder := os.Getenv(childFolder); folder != "" {
		refreshToBeKilled(t, folder)
		return
	}
	t.Parallel()
	const items, names = 30, 4
	n := newNewsroom(t, items)
	folder := t.TempDir()
	urls := make([]string, names)
	for i := range urls {
		urls[i] = fmt.Sprintf("%s/feed-%d.xml", n.URL, i)
	}
	s := subscribed(t, folder, urls...)
	whole := 0
	for generation := range int64(3) {
		n.generation.Store(generation)
		for range 8 {
			if killedAtRandom(t, folder) {
				whole++
			}
			wholeArticles(t, current(filesIn(t, s.Articles(), ".md")))
		}
		for name, e := range refresh(t, s, feeds.Options{}) {
			if e.Err != nil || e.New > items || e.Changed > items/3 {
				t.Errorf("%s goes on with %s", name, says(e))
			}
		}
		for name, e := range refresh(t, s, feeds.Options{}) {
			if says(e) != "0 new, 0 changed" {
				t.Errorf("%s, asked once more: %s", name, says(e))
			}
		}
		all := filesIn(t, s.Articles(), ".md")
		now := current(all)
		wholeArticles(t, now)
		if want := names * items / 3 * int(generation); len(now) != names*items || len(all)-len(now) != want {
			t.Errorf("generation %d: %d articles, %d old versions, want %d and %d", generation, len(now), len(all)-len(now), names*items, want)
		}
		for path, text := range now {
			if strings.Contains(text, "report ") && !strings.Contains(text, fmt.Sprintf("report %d", generation)) {
				t.Errorf("%s is of another generation than %d:\n%s", path, generation, text)
			}
		}
	}
	t.Logf("of 24 refreshes %d came to their end before they were killed", whole)
}

// killedAtRandom starts a refresh and kills it at some moment; it reports whether that came to its end before.
func killedAtRandom(t *testing.T, folder string) bool {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestKilled$")
	cmd.Env = append(os.Environ(), childFolder+"="+folder)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := out.Read(make([]byte, 16)); err != nil {
		t.Fatalf("it did not begin: %v", err)
	}
	kill := time.AfterFunc(rand.N(150*time.Millisecond), func() { _ = cmd.Process.Kill() })
	defer kill.Stop()
	return cmd.Wait() == nil
}
