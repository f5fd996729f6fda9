package library

import (
	"sync"
	"sync/atomic"
)

// hands are what works at the same time, as many as its capacity: it holds a token for each that is at work.
type hands chan struct{}

func newHands(n int) hands { return make(hands, n) }

// work waits for a free hand and does do with it.
func (h hands) work(do func()) {
	h <- struct{}{}
	defer func() { <-h }()
	do()
}

// each does do with 0 to n-1, with the caller's hand and all that are free then or become so. It waits for no hand, so that
// it always goes on. A panic of do is the caller's; what was begun before is finished then, and no more begun.
func (h hands) each(n int, do func(i int)) {
	var next atomic.Int64
	var helpers sync.WaitGroup
	var mu sync.Mutex
	var panicked any
	var work func()
	work = func() {
		defer func() {
			if p := recover(); p != nil {
				next.Store(int64(n))
				mu.Lock()
				panicked = p
				mu.Unlock()
			}
		}()
		for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
			if i+1 < n {
				h.help(&helpers, work)
			}
			do(i)
		}
	}
	work()
	helpers.Wait()
	if panicked != nil {
		panic(panicked)
	}
}

// help does work with a free hand, if there is one.
func (h hands) help(helpers *sync.WaitGroup, work func()) {
	select {
	case h <- struct{}{}:
		helpers.Go(func() {
			defer func() { <-h }()
			work()
		})
	default:
	}
}
