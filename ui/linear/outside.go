package linear

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"reader/model/feeds"
	"reader/model/library"
	"reader/model/source"
	"reader/ui/line"
)

// arriving is how long a refresh waits for the files that it found to be read.
const arriving = 2 * time.Second

// fetch does "refresh": it asks the feeds for what is new, and looks at the files again.
func (r *Reader) fetch(ctx context.Context, _ string) error {
	var t feeds.Tally
	if r.o.Feeds != nil {
		events, err := r.o.Feeds.Refresh(ctx)
		if err != nil {
			return fmt.Errorf("nothing was refreshed: %w", err)
		}
		for e := range events {
			if problem := t.Add(e); problem != nil {
				r.out.say("%s", problem)
			}
		}
		r.out.say("%s.", capital(t.String()))
	}
	watched := r.load.loader != nil && r.load.loader.Again()
	switch {
	case r.o.Feeds != nil && t.New+t.Changed == 0:
	case watched:
		before := r.lib.Len()
		r.arrive(ctx)
		r.out.say("There are %s, %s more than before.", line.Count(r.lib.Len(), "article"), line.Thousands(max(0, r.lib.Len()-before)))
	case r.o.Feeds != nil:
		r.out.say("What is new is listed the next time that the reader is started.")
	default:
		r.out.say("Nothing can be new here: these articles stay as they are.")
	}
	return nil
}

// arrive waits for the files that are new, until all that were found are read.
func (r *Reader) arrive(ctx context.Context) {
	enough := time.After(arriving)
	for {
		select {
		case batch, more := <-r.load.readings:
			if !r.took(batch, more) || len(batch) > 0 && !r.load.busy() {
				return
			}
		case <-enough:
			return
		case <-ctx.Done():
			return
		}
	}
}

// tellProblems does "problems": what went wrong, and then the articles that were not read as a whole. A number opens the article.
func (r *Reader) tellProblems(ctx context.Context, _ string) error {
	partly := r.partly()
	n := len(r.problems)
	return r.show(ctx, menu{
		name: heading("problem", n+len(partly), ""), n: n + len(partly), none: "Nothing went wrong.",
		row: func(i int) string {
			if i < n {
				return source.SanitizeLine(r.problems[i].Error())
			}
			h := r.lib.Head(partly[i-n])
			return source.SanitizeLine(h.Path + ", read in part: " + h.Notice)
		},
		pick: func(ctx context.Context, i int) error {
			if i >= n {
				return r.open(ctx, partly[i-n])
			}
			if about, ok := errors.AsType[*library.Problem](r.problems[i]); ok {
				if ref, there := r.lib.At(about.Path); there {
					return r.open(ctx, ref)
				}
			}
			return errors.New("of this there is no article to open")
		},
	})
}

// pause does "pause", and "pause off": it stops the reading and analysing of articles, or goes on with it.
func (r *Reader) pause(_ context.Context, arg string) error {
	off := strings.EqualFold(arg, "off")
	switch {
	case arg != "" && !off:
		return Mistake{"pause stops the reading of articles, pause off goes on with it."}
	case !r.load.busy():
		r.out.say("All articles are read.")
		return nil
	}
	r.load.loader.Pause(!off)
	if off {
		r.out.say("The reading goes on. %s.", r.load.progress())
	} else {
		r.out.say("The reading is stopped; pause off goes on with it.")
	}
	return nil
}

// partly returns the articles that were not read as a whole.
func (r *Reader) partly() (refs []library.Ref) {
	for ref := range r.lib.All() {
		if r.lib.Head(ref).Notice != "" {
			refs = append(refs, ref)
		}
	}
	return refs
}

// Problems returns what went wrong with articles and with what is kept.
func (r *Reader) Problems() []error { return r.problems }
