package library

import (
	"context"
	"io"
	"io/fs"
	"runtime"
	"sync/atomic"
	"time"

	"reader/model"
	"reader/model/cache"
	"reader/model/correct"

	"golang.org/x/sync/semaphore"
)

// Input is something that can be read: a file with one article or several.
type Input struct {
	Path string // as shown and exported, not sanitised yet
	Open func() (io.ReadCloser, error)

	stamp   Stamp // as far as it is known
	named   bool  // it is a file, known by its path
	problem error // found on the way: there is nothing to open
	swept   bool  // there is nothing to read, but all that there is at Path, or anywhere if that is empty, was found before
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

// Result is an article that was read.
type Result struct {
	Article  *model.Article
	Key      Key                  // by which the store has it as it is, uncorrected; 0: it has not
	Unplaced []correct.Correction // corrections of Article that could not be placed in it

	learnt *learnt // found where there is time for it; nil: to be found yet
}

// Reading is one input, read.
type Reading struct {
	Path    string // of the input; "": it has none, and can't be read again
	Stamp   Stamp
	Gone    bool // the file is not there any more
	Results []Result
	Problem *Problem // with the input, or with a part of it; nil: none

	settled bool // nothing, but that all that there was at first is read
}

// Stamp tells whether a file has changed.
type Stamp struct {
	Size     int64 // in bytes
	Modified int64 // in nanoseconds since 1970
}

// Options says how a loader reads.
type Options struct {
	Log   *correct.Log     // of corrections to be applied; nil: none
	Store *cache.Store     // of what was analysed before; nil: none
	Known map[string]Stamp // the files that need not be read unless they have another stamp; not changed any more
	Watch bool             // go on when all is read, with what appears, changes and goes away

	neverTold bool // as if the system could not tell of changes: for tests
}

const (
	window   = 256                    // inputs that may be under way or wait for Next
	inFlight = 4 * maxFile            // bytes of files that may
	batch    = window / 2             // the most readings that Next returns
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
	reader   reader
	gate     gate
	want     int             // how many readings Next tries to return
	pending  promise         // of the reading that Next waits for
	first    gate            // opened by the first reading
	done     atomic.Int64    // of how many inputs it is known what to show
	again    chan<- struct{} // asks for another walk; nil: the paths are not watched
}

// promise is the reading to come of one input, and what is to be given back to Loader.bytes for it.
type promise struct {
	reading <-chan Reading
	weight  int64
}

type job struct {
	input   Input
	reading chan<- Reading
}

// Load starts to read paths, files and folders (recursively, in name order, hidden ones passed over); "-" is
// stdin. It does not block, and stops when ctx ends.
func Load(ctx context.Context, paths []string, stdin io.Reader, o Options) *Loader {
	again := make(chan struct{}, 1)
	l := start(ctx, o, func(yield func(Input) bool) {
		w := newWatcher(paths, o)
		w.asked = again
		defer w.close()
		if walkPaths(paths, stdin, w.enter, yield) && yield(Input{swept: true}) {
			w.run(ctx, yield)
		}
	})
	if o.Watch {
		l.again = again
	}
	return l
}

// Again looks at all paths once more, as systems do not tell of every change, on disks of other machines above all. It does
// not wait for that, and reports whether the loader watches its paths.
func (l *Loader) Again() bool {
	if l.again == nil {
		return false
	}
	select {
	case l.again <- struct{}{}:
	default: // it is asked already
	}
	return true
}

// LoadFS is Load for all files of fsys.
func LoadFS(ctx context.Context, fsys fs.FS, o Options) *Loader {
	return start(ctx, o, func(yield func(Input) bool) { walkFS(fsys, yield) })
}

// start reads the inputs that find yields until it is told to stop.
func start(ctx context.Context, o Options, find func(yield func(Input) bool)) *Loader {
	l := &Loader{
		ctx:      ctx,
		reader:   reader{o, newHands(runtime.GOMAXPROCS(0))},
		found:    newQueue(),
		jobs:     make(chan job),
		promises: make(chan promise, window),
		bytes:    semaphore.NewWeighted(inFlight),
		want:     1,
	}
	l.first.set(true)
	go func() {
		defer l.found.close()
		n := 0
		find(func(in Input) bool {
			l.found.push(in)
			if n++; n == window {
				l.first.pass(ctx) // to go through folders would take time from it
			}
			return ctx.Err() == nil
		})
	}()
	go l.dispatch()
	for range cap(l.reader.hands) {
		go func() {
			for j := range l.jobs {
				l.reader.hands.work(func() { j.reading <- l.reader.read(j.input) })
			}
		}()
	}
	return l
}

// Next waits for readings and returns them, at least one; false when all inputs were read or the context
// ended. The first are returned at once, later ones in growing batches, and files that are gone all together. Where it goes on with
// what changes it returns as soon as all that there was at first is read, with none if there are none: see Progress. Only one
// goroutine may call it at a time.
func (l *Loader) Next() ([]Reading, bool) {
	first, ok := l.await(nil)
	if !ok {
		return nil, false
	}
	l.first.set(false)
	out, read := make([]Reading, 0, l.want), 0
	timer := time.NewTimer(linger)
	defer timer.Stop()
	for r, more := first, true; more && !r.settled; r, more = l.await(timer.C) {
		out = append(out, r)
		if r.Gone {
			continue // to take many out of a library costs little more than to take out one
		}
		if read++; read == l.want {
			break
		}
	}
	l.want = min(2*l.want, batch)
	return out, true
}

// await returns the next reading; false when there is none to come, the context ended or time is up.
func (l *Loader) await(time <-chan time.Time) (Reading, bool) {
	if l.pending.reading == nil {
		select {
		case p, ok := <-l.promises:
			if !ok {
				return Reading{}, false
			}
			l.pending = p
		case <-time:
			return Reading{}, false
		case <-l.ctx.Done():
			return Reading{}, false
		}
	}
	select {
	case r := <-l.pending.reading:
		l.release(l.pending.weight)
		l.pending = promise{}
		return r, l.ctx.Err() == nil
	case <-time:
		return Reading{}, false
	case <-l.ctx.Done():
		return Reading{}, false
	}
}

// Pause stops the reading of more inputs, or goes on with it. What is under way is still handed over. Any goroutine may
// call it.
func (l *Loader) Pause(on bool) { l.gate.set(on) }

// Paused reports whether the reading is stopped.
func (l *Loader) Paused() bool { return l.gate.closed() }

// Progress returns how many inputs were read, or are known already, how many were found so far, and whether that is
// all that there is. It is safe to call from any goroutine.
func (l *Loader) Progress() (done, found int, all bool) {
	found, all = l.found.count()
	return int(l.done.Load()), found, all
}
