package state

import (
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"time"
)

// Mark says of the articles of these IDs that they are read, or that they are not, and returns of how many that is new. It
// is one line of the file: all of them or none.
func (l *Log) Mark(ids []string, read bool) (changed int, err error) {
	op := Unread
	if read {
		op = Read
	}
	return l.set(op, ids, true)
}

// Star gives the articles of these IDs a star, or takes it from them, and returns of how many that is new.
func (l *Log) Star(ids []string, on bool) (changed int, err error) {
	op := Unstarred
	if on {
		op = Starred
	}
	return l.set(op, ids, true)
}

// Opened says of the article of that ID that it is read, as it was opened. There is nothing to undo in that.
func (l *Log) Opened(id string) error {
	_, err := l.set(Read, []string{id}, false)
	return err
}

// Meet says that the articles of these IDs are there. When that was said first is what makes an article new.
func (l *Log) Meet(ids []string) error {
	_, err := l.set(Met, ids, false)
	return err
}

// change is something that was done, and what undoes it.
type change struct{ done, back Event }

// opposite returns what undoes an event of the kind o.
func (o Op) opposite() Op {
	return map[Op]Op{Read: Unread, Unread: Read, Starred: Unstarred, Unstarred: Starred}[o]
}

// set does op to those of the articles to which it was not done yet, and returns how many these are.
func (l *Log) set(op Op, ids []string, undoable bool) (changed int, err error) {
	e, err := l.change(undoable, func(t *table) (change, bool) {
		articles := t.those(ids, func(_ key, r record) bool { return !r.has(op) })
		return change{Event{Op: op, Articles: articles}, Event{Op: op.opposite(), Articles: articles}}, len(articles) > 0
	})
	return len(e.Articles), err
}

// has reports whether op was done to the article.
func (r record) has(op Op) bool {
	switch op {
	case Read:
		return r.read
	case Unread:
		return !r.read
	case Starred:
		return r.starred
	case Unstarred:
		return !r.starred
	default:
		return r.at[op.of()] != 0
	}
}

// Leave says at which block one left the article of that ID: its place in Blocks. There is nothing to undo in that.
func (l *Log) Leave(id string, block int) error {
	e := Event{Op: Left, Articles: []string{id}, Block: uint32(max(0, block))}
	_, err := l.change(false, func(t *table) (change, bool) {
		return change{done: e}, t.articles[t.key(id)].block != e.Block
	})
	return err
}

// Close says that the reader is closed now: articles that were not met until then are new the next time.
func (l *Log) Close() error {
	_, err := l.change(false, func(*table) (change, bool) { return change{done: Event{Op: Closed}}, true })
	return err
}

// Write keeps n: a new note, which has no ID, or a known one that says something else, or nothing to take it away. It returns
// the note as it is kept.
func (l *Log) Write(n Note) (Note, error) {
	if n.ID == "" {
		n.ID = newID()
	}
	_, err := l.change(true, func(t *table) (change, bool) {
		old, known := t.notes[n.ID]
		if !known {
			old = Note{ID: n.ID, Article: n.Article}
		}
		same := n
		same.Time = old.Time
		return change{Event{Op: Noted, Note: n}, Event{Op: Noted, Note: old}}, same != old
	})
	if err != nil {
		return Note{}, err
	}
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.table.notes[n.ID], nil
}

// Save keeps a query under a name, in place of the one it had; without a query the name is taken away.
func (l *Log) Save(name, query string) error {
	_, err := l.change(true, func(t *table) (change, bool) {
		old := t.searches[name].Query
		return change{saved(name, query), saved(name, old)}, old != query
	})
	return err
}

func saved(name, query string) Event {
	return Event{Op: Saved, Search: Search{Name: name, Query: query}}
}

// change does what choose returns, which may look at all that is in the file by then, and returns it.
func (l *Log) change(undoable bool, choose func(*table) (change, bool)) (Event, error) {
	var c change
	done := false
	err := l.append(func(t *table) []Event {
		if c, done = choose(t); !done {
			return nil
		}
		c.done.Time = t.now(&c.done)
		return []Event{c.done}
	})
	switch {
	case err != nil:
		return Event{}, err
	case done && undoable:
		l.mu.Lock()
		defer l.mu.Unlock()
		l.done = append(l.done, c)
		l.done = l.done[max(0, len(l.done)-maxDone):]
	}
	return c.done, nil
}

// maxDone is how many changes can be undone.
const maxDone = 100

// Last returns what Undo would undo: the last thing that was done with this Log. What went by itself, as that an article
// is read that was opened, does not count.
func (l *Log) Last() (Event, bool) {
	if l == nil {
		return Event{}, false
	}
	l.mu.RLock()
	defer l.mu.RUnlock()
	if len(l.done) == 0 {
		return Event{}, false
	}
	return l.done[len(l.done)-1].done, true
}

// Undo undoes the last thing that was done with this Log and returns it; false if there is none. Where another program
// has said something else since, that stays.
func (l *Log) Undo() (undone Event, ok bool, err error) {
	for {
		c, some := l.pop()
		if !some {
			return Event{}, false, nil
		}
		err := l.append(func(t *table) []Event {
			c.done.Articles = t.those(c.done.Articles, func(_ key, r record) bool { return r.has(c.done.Op) })
			if ok = t.stands(&c.done); !ok {
				return nil
			}
			if c.back.Articles != nil {
				c.back.Articles = c.done.Articles
			}
			c.back.Time = t.now(&c.back)
			return []Event{c.back}
		})
		if err != nil {
			l.mu.Lock()
			defer l.mu.Unlock()
			l.done = append(l.done, c)
			return Event{}, false, err
		}
		if ok {
			return c.done, true, nil
		}
	}
}

// pop takes the last change from those that can be undone.
func (l *Log) pop() (c change, ok bool) {
	if l == nil {
		return change{}, false
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	n := len(l.done) - 1
	if n < 0 {
		return change{}, false
	}
	c = l.done[n]
	l.done = l.done[:n]
	return c, true
}

// append adds the events that choose returns, which may look at all that is in the file by then.
func (l *Log) append(choose func(*table) []Event) error {
	if l == nil {
		return ErrNotKept
	}
	l.writing.Lock()
	defer l.writing.Unlock()
	err := l.file.Append(func() ([][]byte, error) {
		events := choose(l.table)
		for i := range events {
			if err := events[i].check(); err != nil {
				return nil, fmt.Errorf("this can't be kept: %w", err)
			}
		}
		return encodeAll(events)
	})
	if err == nil {
		l.compact()
	}
	return err
}

// now returns the time of something that is said of the same as e and counts.
func (t *table) now(e *Event) time.Time {
	now := time.Now().UnixNano()
	for _, id := range e.Articles {
		now = max(now, t.articles[t.key(id)].at[e.Op.of()]+1)
	}
	after := func(other time.Time) {
		if !other.IsZero() {
			now = max(now, other.UnixNano()+1)
		}
	}
	switch e.Op {
	case Noted:
		after(t.notes[e.Note.ID].Time)
	case Saved:
		after(t.searches[e.Search.Name].Time)
	case Closed:
		after(t.closed)
	default:
	}
	return time.Unix(0, now).UTC()
}

// newID returns an ID that no other note has.
func newID() string {
	id := make([]byte, 8)
	_, _ = rand.Read(id) // never fails
	return hex.EncodeToString(id)
}
