package feeds_test

import (
	"fmt"
	"net/url"
	"path/filepath"
	"strconv"
	"testing"

	"reader/model/feeds"
	"reader/model/fetch"
	"reader/model/fetch/fetchtest"
)

// BenchmarkRefresh measures a refresh of 500 feeds of 50 items each on 50 hosts, at the pace at which hosts are asked
// for real: the first, which keeps everything; one for which nothing has changed; and one for which every third item has.
func BenchmarkRefresh(b *testing.B) {
	const count, hosts, items = 500, 50, 50
	n := newNewsroom(b, items)
	at, err := url.Parse(n.URL)
	if err != nil {
		b.Fatal(err)
	}
	urls := make([]string, count)
	for i := range urls {
		urls[i] = fmt.Sprintf("http://host-%d.test:%s/feed-%d.xml", i%hosts, at.Port(), i)
	}
	client := fetchtest.Client(b, fetch.Options{})
	all := func(b *testing.B, s *feeds.Subscriptions, fresh, changed int) {
		b.Helper()
		events, err := s.Refresh(b.Context(), client, feeds.Options{})
		if err != nil {
			b.Fatal(err)
		}
		for e := range events {
			if e.Err != nil || e.New != fresh || e.Changed != changed {
				b.Fatalf("%s: %s", e.Feed.Name, says(e))
			}
		}
	}
	folder := b.TempDir()
	var s *feeds.Subscriptions
	b.Run("first", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			b.StopTimer()
			s = subscribed(b, filepath.Join(folder, strconv.Itoa(i)), urls...)
			b.StartTimer()
			all(b, s, items, 0)
		}
	})
	if s == nil {
		s = subscribed(b, folder, urls...)
		all(b, s, items, 0)
	}
	b.Run("unchanged", func(b *testing.B) {
		for b.Loop() {
			all(b, s, 0, 0)
		}
	})
	b.Run("a-third-changed", func(b *testing.B) {
		for b.Loop() {
			n.generation.Add(1)
			all(b, s, 0, (items+2)/3)
		}
	})
}
