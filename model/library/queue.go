package library

import (
	"context"
	"sync"
)

// queue is the inputs that were found and are not read yet. It has no bound: inputs are small, and how many
// there are is of interest before they are read. One goroutine pushes, one pops, any may count.
type queue struct {
	mu     sync.Mutex
	inputs []Input
	pushed int  // of inputs to be read
	swept  bool // at least once
	closed bool
	news   chan struct{} // holds a token when something was pushed or the queue closed
}

func newQueue() *queue { return &queue{news: make(chan struct{}, 1)} }

func (q *queue) push(in Input) {
	q.mu.Lock()
	q.inputs = append(q.inputs, in)
	if in.swept {
		q.swept = true
	} else {
		q.pushed++
	}
	q.mu.Unlock()
	q.signal()
}

// close says that no more will be pushed.
func (q *queue) close() {
	q.mu.Lock()
	q.closed, q.swept = true, true
	q.mu.Unlock()
	q.signal()
}

func (q *queue) signal() {
	select {
	case q.news <- struct{}{}:
	default:
	}
}

// pop waits for the first input and takes it; false when the queue is closed and empty, or ctx ended.
func (q *queue) pop(ctx context.Context) (Input, bool) {
	for {
		in, ok, closed := q.take()
		if ok || closed {
			return in, ok
		}
		select {
		case <-q.news:
		case <-ctx.Done():
			return Input{}, false
		}
	}
}

// take takes the first input if there is one.
func (q *queue) take() (in Input, ok, closed bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.inputs) == 0 {
		return Input{}, false, q.closed
	}
	in = q.inputs[0]
	q.inputs[0] = Input{}
	q.inputs = q.inputs[1:]
	return in, true, false
}

// count returns how many inputs to be read were pushed, and whether that is all that there is.
func (q *queue) count() (n int, all bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.pushed, q.swept
}
