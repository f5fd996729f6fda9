package linear

import (
	"context"
	"errors"
	"fmt"

	"reader/model/correct"
	"reader/model/library"
	"reader/model/state"
	"reader/ui/amend"
	"reader/ui/line"
)

func (r *Reader) isRead(ref library.Ref) bool { return r.o.State.Read(r.lib.Head(ref).ID) }

// target returns the article that arg means: the one of that number in the list of articles printed last, or for "" the one that is open.
func (r *Reader) target(ctx context.Context, arg string) (library.Ref, error) {
	if arg == "" {
		return r.at.ref, r.needArticle()
	}
	if err := r.need(ctx); err != nil {
		return 0, err
	}
	n, ok := number(arg)
	switch {
	case !ok:
		return 0, Mistake{fmt.Sprintf("“%s” is no number of an article.", arg)}
	case r.menu.refs == nil:
		return 0, Mistake{"The list that was printed last is not one of articles; list prints them."}
	case n < 1 || n > len(r.menu.refs):
		return 0, Mistake{fmt.Sprintf("There is no number %d: the list goes from 1 to %s.", n, line.Thousands(len(r.menu.refs)))}
	}
	return r.menu.refs[n-1], nil
}

// mark marks the article that arg means as set does, and tells it.
func (r *Reader) mark(ctx context.Context, arg string, set func(*state.Log, []string) (int, error)) error {
	ref, err := r.target(ctx, arg)
	if err != nil {
		return err
	}
	n, err := set(r.o.State, []string{r.lib.Head(ref).ID})
	if err != nil {
		return err
	}
	if n == 0 {
		r.out.say("It is so already: %s", sentence(r.lib.Head(ref).Name()))
		return nil
	}
	if e, ok := r.o.State.Last(); ok {
		r.out.say("%s: %s", capital(amend.Marked(&e)), sentence(r.lib.Head(ref).Name()))
		r.out.say("undo takes it back.")
	}
	return nil
}

// tellMark tells what was marked last.
func (r *Reader) tellMark() error {
	if e, ok := r.o.State.Last(); ok {
		r.out.say("%s. undo takes it back.", capital(amend.Marked(&e)))
	}
	return nil
}

// markRead does "read [NUMBER]", and "read all".
func (r *Reader) markRead(ctx context.Context, arg string) error {
	if arg == "all" {
		return r.readAll(ctx)
	}
	return r.mark(ctx, arg, func(log *state.Log, ids []string) (int, error) { return log.Mark(ids, true) })
}

func (r *Reader) markUnread(ctx context.Context, arg string) error {
	return r.mark(ctx, arg, func(log *state.Log, ids []string) (int, error) { return log.Mark(ids, false) })
}

func (r *Reader) star(ctx context.Context, arg string) error {
	return r.mark(ctx, arg, func(log *state.Log, ids []string) (int, error) { return log.Star(ids, true) })
}

func (r *Reader) unstar(ctx context.Context, arg string) error {
	return r.mark(ctx, arg, func(log *state.Log, ids []string) (int, error) { return log.Star(ids, false) })
}

// readAll asks whether all that is listed is to be marked as read.
func (r *Reader) readAll(ctx context.Context) error {
	if err := r.refresh(ctx); err != nil {
		return err
	}
	var ids []string
	for _, ref := range r.filter.found.Refs() {
		if !r.isRead(ref) {
			ids = append(ids, r.lib.Head(ref).ID)
		}
	}
	if len(ids) == 0 {
		r.out.say("No unread article is listed.")
		return nil
	}
	return r.confirm(fmt.Sprintf("Mark %s as read?", line.Count(len(ids), "unread article")), func(context.Context) error {
		if _, err := r.o.State.Mark(ids, true); err != nil {
			return err
		}
		return r.tellMark()
	})
}

// unmark undoes what was marked last.
func (r *Reader) unmark() error {
	e, ok, err := r.o.State.Undo()
	switch {
	case err != nil:
		return err
	case !ok:
		return errors.New("there is nothing to undo: it was changed elsewhere since")
	}
	r.out.say("Undone: %s.", amend.Marked(&e))
	return nil
}

// note does "note TEXT": it keeps a note on the quote that was read last, or where a paragraph was, on the article; or reads those that
// there are.
func (r *Reader) note(_ context.Context, text string) error {
	if err := r.needArticle(); err != nil {
		return err
	}
	a := r.at.article
	if text != "" {
		n := state.Note{Article: a.ID, Text: text}
		if i := r.at.quote; i >= 0 {
			n.Anchor = correct.At(a, a.Quotes[i].Field, a.Quotes[i].Span)
		}
		if _, err := r.o.State.Write(n); err != nil {
			return err
		}
		r.out.say("Noted on %s: %s", r.noted(&n), sentence(line.One(text)))
		r.out.say("undo takes it back.")
		return nil
	}
	notes := r.o.State.Notes(a.ID)
	if len(notes) == 0 {
		r.out.say("There is no note on this article; note TEXT keeps one.")
	}
	for _, n := range notes {
		r.out.say("Note of %s on %s: %s", line.Moment(n.Time), r.noted(&n), line.One(n.Text))
	}
	return nil
}

// noted tells what n is on.
func (r *Reader) noted(n *state.Note) string {
	if n.Anchor.Words == "" {
		return "the article"
	}
	return "the quote " + short(line.One(n.Anchor.Words))
}

// unnote does "unnote": it takes the last note on the quote that was read last away, or where a paragraph was, on the article.
func (r *Reader) unnote(context.Context, string) error {
	if err := r.needArticle(); err != nil {
		return err
	}
	n, ok := r.o.State.NotesOn(r.at.article).Latest(r.at.quote)
	if !ok {
		return errors.New("there is no note to take away on what was read last; note lists those that there are")
	}
	n.Text = ""
	if _, err := r.o.State.Write(n); err != nil {
		return err
	}
	return r.tellMark()
}

// noteOn returns the note on quote i of article ref as it is read, "" if there is none.
func (r *Reader) noteOn(ref library.Ref, i int) string {
	if note := line.One(r.o.State.NotesOn(r.lib.Article(ref)).On(i)); note != "" {
		return "Your note: " + note
	}
	return ""
}
