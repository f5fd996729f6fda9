// Package amend corrects articles and takes corrections back, and tells what was corrected or marked.
package amend

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"reader/model"
	"reader/model/correct"
	"reader/model/library"
	"reader/model/state"
	"reader/ui/line"
)

// Change is a correction, or the undoing of one, and what comes of it. Making it waits for the disk and analyses articles
// anew, but does not touch the library: it may be done on any goroutine.
type Change struct {
	Correction correct.Correction
	Undone     bool
	Refs       []library.Ref
	Articles   []*model.Article // by Refs: as they are now
	Follow     int              // how many quotes have another speaker as they go on from the one corrected
	Err        error            // nothing was changed
}

// Of returns a change about c with the articles of lib that c is of: one that was read from two places is two. Nothing is
// done yet.
func Of(lib *library.Library, c correct.Correction) Change {
	ch := Change{Correction: c}
	for r := range lib.All() {
		if lib.Head(r).ID == c.Article {
			ch.Refs, ch.Articles = append(ch.Refs, r), append(ch.Articles, lib.Hold(r))
		}
	}
	return ch
}

// Latest returns what is to be undone first of what log and marks have: a mark, a note or a saved search, if marked, or else the correction that
// ch is of; ok is false if there is nothing. A correction of no article of lib was made elsewhere and gives way to a mark; where there is
// none, ch has no Refs.
func Latest(lib *library.Library, log *correct.Log, marks *state.Log) (ch Change, marked, ok bool) {
	all := log.All()
	last, marked := marks.Last()
	if len(all) == 0 {
		return Change{}, marked, marked
	}
	c := all[len(all)-1]
	if marked && c.Time.Before(last.Time) {
		return Change{}, true, true
	}
	if ch = Of(lib, c); len(ch.Refs) == 0 && marked {
		return Change{}, true, true
	}
	return ch, false, true
}

// Make adds the correction to log and applies it. One that fits no place is not kept.
func (ch *Change) Make(log *correct.Log) {
	if ch.Err = log.Add(ch.Correction); ch.Err == nil && !ch.Reread(log) {
		ch.Err = errors.Join(errUnplaced, takeBack(log, &ch.Correction))
	}
}

// Undo undoes the last correction in log, and tells it: another one than was thought, if another program corrected or undid
// something just now.
func (ch *Change) Undo(log *correct.Log) {
	ch.Undone = true
	c, ok, err := log.Undo()
	if ch.Err = err; ok {
		ch.Correction = c
	}
	if err == nil {
		ch.Reread(log)
	}
}

// Reread analyses the articles anew, and reports whether the correction, if it is in log, could be applied to one.
func (ch *Change) Reread(log *correct.Log) bool {
	same := func(c correct.Correction) bool {
		return c.Op == ch.Correction.Op && c.Time.Equal(ch.Correction.Time)
	}
	placed := false
	for i, a := range ch.Articles {
		fresh, unplaced := library.Reread(a, log)
		if ch.Articles[i] = fresh; ch.Correction.Op <= correct.Quote {
			ch.Follow = following(a, fresh)
		}
		placed = placed || !slices.ContainsFunc(unplaced, same)
	}
	return placed
}

// Told tells what was done.
func (ch *Change) Told() string {
	s := Sentence(&ch.Correction)
	switch {
	case ch.Undone:
		return "Undone: " + s
	case ch.Follow > 0:
		s = strings.TrimSuffix(s, ".") + ", and " + line.Thousands(ch.Follow) + " more."
	}
	return s
}

// following returns how many quotes have another speaker in b than in a, two analyses of one article, though no person
// said so of them.
func following(a, b *model.Article) int {
	type passage struct {
		field model.Field
		span  model.Span
	}
	was := make(map[passage]string, len(a.Quotes))
	for i := range a.Quotes {
		q := &a.Quotes[i]
		was[passage{q.Field, q.Span}] = SpeakerOf(a, q)
	}
	n := 0
	for i := range b.Quotes {
		q := &b.Quotes[i]
		if name, there := was[passage{q.Field, q.Span}]; there && q.Rule != model.RuleUser && name != SpeakerOf(b, q) {
			n++
		}
	}
	return n
}

// SpeakerOf returns the name of who says q, "" for nobody that can be told.
func SpeakerOf(a *model.Article, q *model.Quote) string {
	if e := a.Speaker(q); e != nil {
		return e.Name
	}
	return ""
}

// errUnplaced says that a correction could not be applied.
var errUnplaced = errors.New("what it is about is not to be found in the article; nothing was changed")

// takeBack undoes c, which was added to log just now.
func takeBack(log *correct.Log, c *correct.Correction) error {
	if all := log.All(); len(all) == 0 || !all[len(all)-1].Time.Equal(c.Time) {
		return nil // another program has added to it in the meantime
	}
	if _, _, err := log.Undo(); err != nil {
		return fmt.Errorf("it stays in the file of corrections: %w", err)
	}
	return nil
}

// Sentence tells what c says, in one line.
func Sentence(c *correct.Correction) string {
	const width = 24
	words := strings.TrimRight(strings.Trim(line.One(c.Anchor.Words), `"“”„«»`), ",")
	return c.Sentence("“" + ansi.Truncate(words, width, "…") + "”")
}
