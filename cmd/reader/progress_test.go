package main

import (
	"bytes"
	"testing"
	"testing/synctest"
	"time"
)

func TestProgressIsToldOnceItTakesLong(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var out bytes.Buffer
		done, all := 0, false
		p := newProgress(&out, "analysing", func() (int, int, bool) { return done, 100, all })
		if p.w != nil {
			t.Fatal("a pipe is told the progress")
		}
		p.w = &out // a terminal
		done = 1
		p.step()
		if p.clear(); out.Len() > 0 {
			t.Errorf("after no time: %q", &out)
		}
		time.Sleep(patience)
		done = 3
		p.step()
		done = 6
		p.step() // too soon after the last
		all = true
		time.Sleep(pace)
		done = 10
		p.step()
		p.clear()
		const line = "\r\x1b[K"
		if want := line + "analysing 3 of 100 and more" + line + "analysing 10 of 100" + line; out.String() != want {
			t.Errorf("got %q, want %q", &out, want)
		}
	})
}
