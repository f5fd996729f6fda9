package linear

import (
	"context"
	"fmt"
	"time"

	"reader/model/library"
	"reader/model/state"
	"reader/ui/amend"
	"reader/ui/line"
)

// loading is the reading of the articles, which goes on while one types.
type loading struct {
	loader   *library.Loader          // nil: all is read
	readings <-chan []library.Reading // what comes of it
}

// begin starts to take from loader.
func (l *loading) begin(ctx context.Context, loader *library.Loader) {
	readings := make(chan []library.Reading)
	l.loader, l.readings = loader, readings
	go func() {
		defer close(readings)
		for {
			batch, more := loader.Next()
			if !more {
				return
			}
			select {
			case readings <- batch:
			case <-ctx.Done():
				return
			}
		}
	}()
}

// busy reports whether there are articles that are not read yet.
func (l *loading) busy() bool {
	if l.loader == nil {
		return false
	}
	done, found, all := l.loader.Progress()
	return done < found || !all
}

// progress tells how far the reading is, "" when it is done.
func (l *loading) progress() string {
	if !l.busy() {
		return ""
	}
	done, found, all := l.loader.Progress()
	more := ""
	if !all {
		more = " or more"
	}
	return fmt.Sprintf("Still reading: %s of %s files%s", line.Thousands(done), line.Thousands(found), more)
}

// await takes in what the loader hands over until all is read or it is time.
func (r *Reader) await(ctx context.Context, enough <-chan time.Time) {
	if r.o.Loader == nil {
		r.meet()
		return
	}
	if r.load.readings == nil {
		r.load.begin(ctx, r.o.Loader)
	}
	for enough == nil || r.load.busy() || r.lib.Len() == 0 {
		select {
		case batch, more := <-r.load.readings:
			if !r.took(batch, more) {
				return
			}
		case <-enough:
			return
		}
	}
}

// takeIn takes in what the loader has handed over since.
func (r *Reader) takeIn() {
	for r.load.loader != nil {
		select {
		case batch, more := <-r.load.readings:
			r.took(batch, more)
		default:
			return
		}
	}
}

// took takes batch in, and reports whether more is to come.
func (r *Reader) took(batch []library.Reading, more bool) bool {
	if !more {
		r.load.loader = nil
	}
	for i := range batch {
		rd := &batch[i]
		if rd.Problem != nil {
			r.trouble(rd.Problem)
		}
		for k := range rd.Results {
			r.unplaced(&rd.Results[k])
		}
	}
	if len(batch) > 0 {
		r.lib.Take(batch...)
		r.filter.stale = true
		r.follow()
	}
	if !r.load.busy() {
		r.meet()
	}
	return more
}

// unplaced tells the corrections that could not be placed in res.
func (r *Reader) unplaced(res *library.Result) {
	for i := range res.Unplaced {
		r.trouble(fmt.Errorf("%s: a correction fits no place in the article any more: %s", res.Article.Path, amend.Sentence(&res.Unplaced[i])))
	}
}

func (r *Reader) trouble(problem error) { r.problems = append(r.problems, problem) }

// meet says which articles there are, so that others are new another time.
func (r *Reader) meet() {
	ids := make([]string, 0, r.lib.Len())
	for ref := range r.lib.All() {
		ids = append(ids, r.lib.Head(ref).ID)
	}
	if err := r.keep(func(log *state.Log) error { return log.Meet(ids) }); err != nil {
		r.trouble(err)
	}
}
