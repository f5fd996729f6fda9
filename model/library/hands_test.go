package library

import (
	"slices"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

func TestFreeHandsHelp(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHands(3)
		var now, most atomic.Int64
		done := make([]int, 100)
		step := func(i int) {
			if n := now.Add(1); n > most.Load() {
				most.Store(n)
			}
			time.Sleep(time.Millisecond)
			done[i]++
			now.Add(-1)
		}
		h.work(func() { h.each(len(done), step) })
		if slices.Contains(done, 0) || slices.Max(done) != 1 || most.Load() != 3 || len(h) != 0 {
			t.Errorf("done %v, %d at once, %d hands not free", done, most.Load(), len(h))
		}
		h.work(func() { h.work(func() { h.work(func() { h.each(len(done), step) }) }) }) // no hand is free
		if slices.Min(done) != 2 || now.Load() != 0 {
			t.Errorf("done %v", done)
		}
	})
}

func TestHandsThatBecomeFreeHelp(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHands(2)
		go h.work(func() { time.Sleep(9500 * time.Microsecond) })
		synctest.Wait()
		begun := time.Now()
		h.work(func() { h.each(30, func(int) { time.Sleep(time.Millisecond) }) })
		if took := time.Since(begun); took != 20*time.Millisecond { // the time of a bubble
			t.Errorf("10 alone and 20 by two took %v", took)
		}
	})
}

func TestAPanicOfAHelperIsTheCallers(t *testing.T) {
	t.Parallel()
	h := newHands(4)
	for range 100 {
		func() {
			defer func() {
				if p := recover(); p != "one article" {
					t.Errorf("recovered %v", p)
				}
			}()
			h.work(func() {
				h.each(50, func(i int) {
					if i == 7 {
						panic("one article")
					}
				})
			})
			t.Error("nobody is told")
		}()
	}
	if len(h) != 0 {
		t.Errorf("%d hands are not free", len(h))
	}
}
