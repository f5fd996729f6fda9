package feeds

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"sync"
	"time"

	"golang.org/x/sync/semaphore"

	"reader/model/disk"
	"reader/model/fetch"
)

// Options says what Refresh is to do.
type Options struct {
	Names []string      // of feeds, or their addresses or titles; these are asked also if they failed a moment ago. None: all
	Full  bool          // fetch the pages of articles of which a feed gives a part
	Gap   time.Duration // between two requests to a host; 0: a fifth of a second
}

// Event is what became of a feed.
type Event struct {
	Feed         Feed
	New, Changed int   // articles
	Moved        bool  // for good: its address is that of Feed.URL from now on
	Passed       bool  // not asked: it failed a short while ago, or is gone
	Err          error // what went wrong; there may be new articles all the same
	Done, Total  int   // feeds
}

const (
	workers    = 16
	defaultGap = 200 * time.Millisecond
)

// Refresh asks feeds for what is new and keeps it, and yields what became of each feed. One that fails stops none of the
// others, but where nothing can be written any more, that ends it. What was yielded is kept; whoever stops before the end
// loses nothing either.
func (s *Subscriptions) Refresh(ctx context.Context, c *fetch.Client, o Options) (iter.Seq[Event], error) {
	list, err := s.change(func(list []Feed) ([]Feed, error) { return list, nil }) // gives names to those without one
	if err != nil {
		return nil, err
	}
	if len(o.Names) > 0 {
		var chosen []Feed
		for _, name := range o.Names {
			i, err := find(list, name)
			if err != nil {
				return nil, err
			}
			chosen = append(chosen, list[i])
		}
		list = slices.CompactFunc(chosen, func(a, b Feed) bool { return a.Name == b.Name })
	}
	if o.Gap == 0 {
		o.Gap = defaultGap
	}
	r := &refresher{s: s, gate: newGate(o.Gap), client: c, options: o, large: semaphore.NewWeighted(1)}
	return func(yield func(Event) bool) { r.all(ctx, interleave(list), yield) }, nil
}

// interleave returns list so that the feeds of one host stand far from each other: they wait for one another.
func interleave(list []Feed) []Feed {
	type ranked struct {
		Feed
		rank int
	}
	count := map[string]int{}
	all := make([]ranked, len(list))
	for i, f := range list {
		h := hostOf(f.URL)
		all[i] = ranked{f, count[h]}
		count[h]++
	}
	slices.SortStableFunc(all, func(a, b ranked) int { return a.rank - b.rank })
	out := make([]Feed, len(list))
	for i := range all {
		out[i] = all[i].Feed
	}
	return out
}

// refresher is one refresh.
type refresher struct {
	s       *Subscriptions
	gate    *gate
	client  *fetch.Client
	options Options
	large   *semaphore.Weighted // for reading answers of more than that, one at a time: it takes many times their size
}

// large is from which size on answers are read one at a time, in bytes.
const large = 1 << 20

// parse is parse, for as many answers at once as there is room for.
func (r *refresher) parse(ctx context.Context, answer *fetch.Response, parts bool) ([]item, error) {
	if len(answer.Body) > large {
		if err := r.large.Acquire(ctx, 1); err != nil {
			return nil, fmt.Errorf("stopped: %w", err)
		}
		defer r.large.Release(1)
	}
	return parse(answer.URL, answer.Body, parts)
}

// all refreshes the feeds of list, several at once, until yield returns false.
func (r *refresher) all(ctx context.Context, list []Feed, yield func(Event) bool) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	todo, events := make(chan Feed), make(chan Event)
	go func() {
		defer close(todo)
		for _, f := range list {
			select {
			case todo <- f:
			case <-ctx.Done():
				return
			}
		}
	}()
	var busy sync.WaitGroup
	for range min(workers, len(list)) {
		busy.Go(func() {
			for f := range todo {
				if e := r.guarded(ctx, f); ctx.Err() == nil {
					events <- e
				}
			}
		})
	}
	go func() {
		busy.Wait()
		close(events)
	}()
	done := 0
	for e := range events {
		if ctx.Err() != nil {
			continue
		}
		done++
		e.Done, e.Total = done, len(list)
		full := new(disk.Error)
		if !yield(e) || errors.As(e.Err, &full) {
			stop()
		}
	}
}

// guarded is feed, for which a fault of the program is one of that feed.
func (r *refresher) guarded(ctx context.Context, f Feed) (e Event) {
	defer func() {
		if p := recover(); p != nil {
			e = Event{Feed: f, Err: fmt.Errorf("reading it failed in the program, not in the feed (%v); please report it", p)}
		}
	}()
	return r.feed(ctx, f)
}
