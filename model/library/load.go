package library

import (
	"context"
	"io"
	"io/fs"
	"runtime"
	"sync/atomic"
	"time"

	"reader/model"
	"reader/model/correct"

	"golang.org/x/sync/semaphore"
)

// Input is something that can be read: a file with one article or several.
type Input struct {
	Path string // as shown and exported, not sanitised yet
	Open func() (io.ReadCloser, error)

	size    int64 // in bytes, as far as known
	problem error // found on the way: there is nothing to open
}

// Problem is an input that could not be read. Its text is safe to show.
type Problem struct {
	Path string
	Err  error
}

// Error implements error: what failed, where, and what to do.
func (p *Problem) Error() string { return p.Path + ": " + p.Err.Error() }

// Unwrap returns what failed.
func (p *Problem) Unwrap() error { return p.Err }

// Result is an article of an input, or the problem with it.
type Result struct {
	Article  *model.Article
	Unplaced []correct.Correction // corrections of Article that could not be placed in it
	Problem  *Problem
}

const (
	window   = 256                    // inputs that may be under way or wait for Next
	inFlight = 4 * maxFile            // bytes of files that may
	batch    = window / 2             // the inputs that Next returns the results of, at most
	linger   = 100 * time.Millisecond // how long Next waits for more than one
)

// Loader reads and analyses inputs on all processors and hands the results over in the order of the inputs.
//
// One goroutine finds inputs, one gives them to the workers, in order, as long as window and inFlight allow,
// and Next collects from the promises in that order.
type Loader struct {
	ctx      context.Context
	found    *queue
	jobs     chan job
	promises chan promise
	bytes    *semaphore.Weighted
	want     int          // of how many inputs Next tries to return the results
	pending  promise      // of the results that Next waits for
	done     atomic.Int64 // how many inputs Next has returned the results of
}

// promise is the results to come of one input, and what is to be given back to Loader.bytes for it.
type promise struct {
	results <-chan []Result
	weight  int64
}

type job struct {
	input   Input
	results chan<- []Result
}

// Load starts to read paths, files and folders (recursively, in name order, hidden ones passed over); "-" is
// stdin. Articles are corrected as log says, which may be nil. It does not block, and stops when ctx ends.
func Load(ctx context.Context, paths []string, stdin io.Reader, log *correct.Log) *Loader {
	return start(ctx, log, func(yield func(Input) bool) { walkPaths(paths, stdin, yield) })
}

// LoadFS is Load for all files of fsys.
func LoadFS(ctx context.Context, fsys fs.FS, log *correct.Log) *Loader {
	return start(ctx, log, func(yield func(Input) bool) { walkFS(fsys, yield) })
}

// start reads the inputs that find yields until it is told to stop.
func start(ctx context.Context, log *correct.Log, find func(yield func(Input) bool)) *Loader {
	l := &Loader{
		ctx:      ctx,
		found:    newQueue(),
		jobs:     make(chan job),
		promises: make(chan promise, window),
		bytes:    semaphore.NewWeighted(inFlight),
		want:     1,
	}
	go func() {
		defer l.found.close()
		find(func(in Input) bool {
			l.found.push(in)
			return ctx.Err() == nil
		})
	}()
	go l.dispatch()
	for range runtime.GOMAXPROCS(0) {
		go func() {
			for j := range l.jobs {
				j.results <- read(j.input, log)
			}
		}()
	}
	return l
}

// dispatch gives the inputs to the workers in order.
func (l *Loader) dispatch() {
	defer close(l.jobs)
	defer close(l.promises)
	for {
		in, ok := l.found.pop(l.ctx)
		if !ok {
			return
		}
		weight := min(max(in.size, 1), inFlight)
		if l.bytes.Acquire(l.ctx, weight) != nil {
			return
		}
		results := make(chan []Result, 1)
		select {
		case l.promises <- promise{results, weight}:
		case <-l.ctx.Done():
			return
		}
		select {
		case l.jobs <- job{in, results}:
		case <-l.ctx.Done():
			return
		}
	}
}

// Next waits for the results of inputs and returns them, of at least one input; false when all inputs were read or the context
// ended. The first are returned at once, later ones in growing batches. Only one goroutine may call it at a
// time.
func (l *Loader) Next() ([]Result, bool) {
	out, ok := l.await(nil)
	if !ok {
		return nil, false
	}
	timer := time.NewTimer(linger)
	defer timer.Stop()
	for n := 1; n < l.want && len(out) < batch; n++ {
		results, more := l.await(timer.C)
		if !more {
			break
		}
		out = append(out, results...)
	}
	l.want = min(2*l.want, batch)
	return out, true
}

// await returns the results of the next input; false when there are none to come, the context ended or time is up.
func (l *Loader) await(time <-chan time.Time) ([]Result, bool) {
	if l.pending.results == nil {
		select {
		case p, ok := <-l.promises:
			if !ok {
				return nil, false
			}
			l.pending = p
		case <-time:
			return nil, false
		case <-l.ctx.Done():
			return nil, false
		}
	}
	select {
	case r := <-l.pending.results:
		l.bytes.Release(l.pending.weight)
		l.pending = promise{}
		l.done.Add(1)
		return r, l.ctx.Err() == nil
	case <-time:
		return nil, false
	case <-l.ctx.Done():
		return nil, false
	}
}

// Progress returns of how many inputs Next has returned the results, how many were found so far, and whether that is
// all of them. It is safe to call from any goroutine.
func (l *Loader) Progress() (done, found int, all bool) {
	found, all = l.found.count()
	return int(l.done.Load()), found, all
}
