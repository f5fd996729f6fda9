package linear

import (
	"context"
	"fmt"
	"slices"

	"reader/model"
	"reader/model/library"
	"reader/model/revision"
	"reader/ui/amend"
	"reader/ui/line"
)

// changes does "changes": what was changed in the article that is open since it was fetched first, the last time first.
func (r *Reader) changes(context.Context, string) error {
	if err := r.needArticle(); err != nil {
		return err
	}
	h, err := r.history()
	switch {
	case err != nil:
		return fmt.Errorf("what it was before could not be read: %w", err)
	case h == nil || len(h.Old) == 0:
		r.out.say("No older version of this article is kept.")
		return nil
	}
	r.out.say("Changed %s, last on %s.", line.Count(h.Times, "time"), line.Moment(h.Last))
	for i := range slices.Backward(h.Old) {
		next := h.Now
		if i+1 < len(h.Old) {
			next = h.Old[i+1].Article
		}
		r.out.say("On %s:", line.Moment(h.Old[i].Changed))
		r.change(h.Old[i].Article, next, &h.Old[i].Next)
	}
	return nil
}

// history returns how the article that is open came to be what it is, nil where no older version is kept.
func (r *Reader) history() (*library.History, error) {
	if r.o.History == nil {
		return nil, nil
	}
	return r.o.History(r.at.article)
}

// change tells what became of old.
func (r *Reader) change(old, now *model.Article, c *revision.Change) {
	if c.Empty() {
		r.out.say("No word of it.")
	}
	if c.Title {
		r.turned("The title", old.Title, now.Title)
	}
	for _, q := range c.Quotes {
		who, was, is := "", "", ""
		if q.Old != revision.None {
			who, was = amend.SpeakerOf(old, &old.Quotes[q.Old]), old.Quoted(&old.Quotes[q.Old])
		}
		if q.New != revision.None {
			who, is = amend.SpeakerOf(now, &now.Quotes[q.New]), now.Quoted(&now.Quotes[q.New])
		}
		if who == "" {
			who = "nobody known"
		}
		r.turned("A quote by "+who, was, is)
	}
	for _, b := range c.Blocks {
		was, is := "", ""
		if b.Old != revision.None {
			was = old.Blocks[b.Old].Span.In(old.Text)
		}
		if b.New != revision.None {
			is = now.Blocks[b.New].Span.In(now.Text)
		}
		r.turned("A paragraph", was, is)
	}
}

// turned tells that of what was before there is something else now; "" is nothing.
func (r *Reader) turned(what, was, is string) {
	was, is = line.One(was), line.One(is)
	switch {
	case was == "":
		r.out.say("%s is new: %s", what, is)
	case is == "":
		r.out.say("%s is gone: %s", what, was)
	case was == is:
		r.out.say("%s, which it was not before: %s", what, is)
	default:
		r.out.say("%s was: %s", what, was)
		r.out.say("Now: %s", is)
	}
}
