package feeds

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// The items of a feed are found as they stand in it, whatever stands around them.
func TestOriginals(t *testing.T) {
	t.Parallel()
	for feed, want := range map[string][]string{
		`<rss><item a="1">one</item> <item>two <![CDATA[</item>]]> <!-- </item> --> end</item></rss>`: {`<item a="1">one</item>`, `<item>two <![CDATA[</item>]]> <!-- </item> --> end</item>`},
		`<a:feed><a:entry>x<items/></a:entry></a:feed>`:                                               {`<a:entry>x<items/></a:entry>`},
		`<rdf:RDF><items>no</items><item rdf:about="x"/><item>y</item>`:                               {`<item rdf:about="x"/><item>y</item>`},
		"\ufeff{\"items\": [{\"id\": 1}, {\"id\":2}]}":                                                {`{"id": 1}`, `{"id":2}`},
		`{"items": `: nil, `<item>`: nil, `<`: nil, ``: nil, `<!-- <item>x</item>`: nil,
	} {
		got := originalsOf([]byte(feed))
		if !slices.EqualFunc(got, want, func(a []byte, b string) bool { return string(a) == b }) {
			t.Errorf("%s: got %q", feed, got)
		}
	}
}

func FuzzOriginals(f *testing.F) {
	f.Add([]byte(`<rss><item>one</item><item><![CDATA[</item>]]></item></rss>`))
	f.Add([]byte(`{"items": [1, "x"]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, o := range originalsOf(data) {
			if !bytes.Contains(data, o) || len(o) == 0 {
				t.Errorf("%q is not in %q", o, data)
			}
		}
	})
}

// A host gets two requests at once and time between them; other hosts do not wait for it.
func TestGate(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		g := newGate(100 * time.Millisecond)
		start := time.Now()
		var mu sync.Mutex
		began := map[string][]time.Duration{}
		under := map[string]int{}
		var all sync.WaitGroup
		for i := range 12 {
			host := fmt.Sprintf("host-%d.example", i%2)
			all.Go(func() {
				leave, err := g.enter(t.Context(), "https://"+host+"/feed")
				if err != nil {
					t.Error(err)
					return
				}
				defer leave()
				mu.Lock()
				began[host] = append(began[host], time.Since(start))
				under[host]++
				if under[host] > perHost {
					t.Errorf("%s is asked %d times at once", host, under[host])
				}
				mu.Unlock()
				time.Sleep(time.Second)
				mu.Lock()
				under[host]--
				mu.Unlock()
			})
		}
		all.Wait()
		want := []time.Duration{0, 100, 1000, 1100, 2000, 2100}
		for i := range want {
			want[i] *= time.Millisecond
		}
		for host, got := range began {
			if !slices.Equal(got, want) {
				t.Errorf("%s was asked at %v", host, got)
			}
		}
	})
}

// The longer a feed fails, the less it is asked, but once a day it is.
func TestWaits(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 24, 8, 0, 0, 0, time.UTC)
	var st State
	for i, want := range strings.Fields("15m 30m 60m 2h 4h 8h 16h 24h 24h 24h") {
		st.failed(now, errors.New("no answer"), 0)
		if wait, err := time.ParseDuration(want); err != nil || st.Wait.Sub(now) != wait || st.Failures != i+1 {
			t.Errorf("failure %d: it waits for %s, want %s", i+1, st.Wait.Sub(now), want)
		}
	}
	for asked, want := range map[time.Duration]time.Duration{time.Second: 15 * time.Minute, time.Hour: time.Hour, 1000 * time.Hour: 24 * time.Hour} {
		st = State{}
		st.failed(now, errors.New("busy"), asked)
		if got := st.Wait.Sub(now); got != want || st.due(now.Add(want-time.Second)) || !st.due(now.Add(want)) {
			t.Errorf("asked to wait for %s: got %s", asked, got)
		}
	}
}
