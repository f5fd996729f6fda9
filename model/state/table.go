package state

import (
	"cmp"
	"hash/maphash"
	"slices"
	"strings"
	"time"
)

// table is what the events in the file come to.
type table struct {
	seeds    [2]maphash.Seed
	articles map[key]record
	notes    map[string]Note   // by ID, those that were taken away, too
	noted    map[key][]string  // the IDs of the notes that there are on an article
	searches map[string]Search // by name, those that were taken away, too
	closed   time.Time

	entries int // what the events say, one for each article that they name
	live    int // as many of them as count
}

// key stands for the ID of an article, which may be long.
type key [2]uint64

// record is what is known of one article.
type record struct {
	at      [fields]int64 // when each was said, in nanoseconds; 0: never
	block   uint32
	read    bool
	starred bool
}

// field is one thing that is known of an article.
type field uint8

const (
	reading field = iota
	starring
	place
	met
	fields
)

// of returns what an event of the kind o tells of an article.
func (o Op) of() field {
	switch o {
	case Read, Unread:
		return reading
	case Starred, Unstarred:
		return starring
	case Left:
		return place
	default:
		return met
	}
}

// newTable returns a table with room for n articles, which grows.
func newTable(n int) *table {
	return &table{
		seeds: [2]maphash.Seed{maphash.MakeSeed(), maphash.MakeSeed()}, articles: make(map[key]record, n),
		notes: map[string]Note{}, noted: map[key][]string{}, searches: map[string]Search{},
	}
}

func (t *table) key(id string) key {
	return key{maphash.String(t.seeds[0], id), maphash.String(t.seeds[1], id)}
}

// apply takes in what e says, as far as nothing later was said of the same.
func (t *table) apply(e *Event) {
	switch e.Op {
	case Noted:
		t.entries++
		t.applyNote(e)
	case Saved:
		t.entries++
		old, known := t.searches[e.Search.Name]
		if !known {
			t.live++
		}
		if e.saidAfter(&old) {
			t.searches[e.Search.Name] = e.Search
		}
	case Closed:
		t.entries++
		if t.closed.IsZero() {
			t.live++
		}
		if e.Time.After(t.closed) {
			t.closed = e.Time
		}
	default:
		t.entries += len(e.Articles)
		for _, id := range e.Articles {
			t.applyTo(t.key(id), e)
		}
	}
}

// applyTo takes in what e says of the article k.
func (t *table) applyTo(k key, e *Event) {
	r := t.articles[k]
	f := e.Op.of()
	if !r.before(e) {
		return
	}
	if r.at[f] == 0 {
		t.live++
	}
	r.at[f] = e.Time.UnixNano()
	switch f {
	case reading:
		r.read = e.Op == Read
	case starring:
		r.starred = e.Op == Starred
	case place:
		r.block = e.Block
	default:
	}
	t.articles[k] = r
}

// before reports whether e counts for an article of which r is known. Of two things said at the same time that counts which
// says more.
func (r record) before(e *Event) bool {
	f := e.Op.of()
	at, said := e.Time.UnixNano(), r.at[f]
	switch {
	case f == met:
		return said == 0 || at < said // it is there from the first time on
	case at != said:
		return at > said
	case f == place:
		return e.Block > r.block
	case f == starring:
		return e.Op == Starred && !r.starred
	default:
		return e.Op == Read && !r.read
	}
}

// is reports whether r is what e says.
func (r record) is(e *Event) bool {
	f := e.Op.of()
	if r.at[f] != e.Time.UnixNano() {
		return false
	}
	switch f {
	case reading:
		return r.read == (e.Op == Read)
	case starring:
		return r.starred == (e.Op == Starred)
	case place:
		return r.block == e.Block
	default:
		return true
	}
}

func (t *table) applyNote(e *Event) {
	n := e.Note
	old, known := t.notes[n.ID]
	if !known {
		t.live++
	}
	if !e.writtenAfter(&old) {
		return
	}
	t.notes[n.ID] = n
	if k := t.key(old.Article); old.Text != "" {
		t.noted[k] = slices.DeleteFunc(t.noted[k], func(id string) bool { return id == n.ID })
	}
	if k := t.key(n.Article); n.Text != "" {
		t.noted[k] = append(t.noted[k], n.ID)
	}
}

// writtenAfter reports whether e counts where old was known of its note. Of two of the same time that counts which
// comes later in the alphabet: every reader comes to the same.
func (e *Event) writtenAfter(old *Note) bool {
	n := &e.Note
	return cmp.Or(n.Time.Compare(old.Time), strings.Compare(n.Text, old.Text), strings.Compare(n.Article, old.Article),
		strings.Compare(n.Anchor.Words, old.Anchor.Words)) > 0
}

// saidAfter reports whether e counts where old was known of its search.
func (e *Event) saidAfter(old *Search) bool {
	return cmp.Or(e.Time.Compare(old.Time), strings.Compare(e.Search.Query, old.Query)) > 0
}

// news returns e with those of its articles for which it counts, and whether it says anything new.
func (t *table) news(e Event) (Event, bool) {
	switch e.Op {
	case Noted:
		old := t.notes[e.Note.ID]
		return e, e.writtenAfter(&old)
	case Saved:
		old := t.searches[e.Search.Name]
		return e, e.saidAfter(&old)
	case Closed:
		return e, e.Time.After(t.closed)
	default:
		e.Articles = t.those(e.Articles, func(_ key, r record) bool { return r.before(&e) })
		return e, len(e.Articles) > 0
	}
}

// those returns the IDs of articles, each once, of which something holds.
func (t *table) those(ids []string, holds func(key, record) bool) []string {
	seen := make(map[key]bool, len(ids))
	out := make([]string, 0, len(ids))
	for _, id := range ids {
		if k := t.key(id); !seen[k] && holds(k, t.articles[k]) {
			seen[k] = true
			out = append(out, id)
		}
	}
	return out
}

// sieve keeps of events what still counts, each thing once.
type sieve struct {
	*table
	kept map[kept]bool
}

// kept is something that is known: a field of an article, or a note or search by its name.
type kept struct {
	key   key
	field field
	op    Op // of a note or search, or that a reader was closed
}

func newSieve(t *table) sieve { return sieve{t, make(map[kept]bool, t.live)} }

// keep returns what of e counts, and whether anything does.
func (s sieve) keep(e Event) (Event, bool) {
	once := func(k kept) bool {
		before := s.kept[k]
		s.kept[k] = true
		return !before
	}
	switch e.Op {
	case Noted:
		return e, s.notes[e.Note.ID] == e.Note && once(kept{key: s.key(e.Note.ID), op: e.Op})
	case Saved:
		return e, s.searches[e.Search.Name] == e.Search && once(kept{key: s.key(e.Search.Name), op: e.Op})
	case Closed:
		return e, s.closed.Equal(e.Time) && once(kept{op: e.Op})
	default:
		f := e.Op.of()
		e.Articles = s.those(e.Articles, func(k key, r record) bool { return r.is(&e) && once(kept{key: k, field: f}) })
		return e, len(e.Articles) > 0
	}
}

// stands reports whether what e said is so, for any of its articles.
func (t *table) stands(e *Event) bool {
	switch e.Op {
	case Noted:
		n := t.notes[e.Note.ID]
		return n.Text == e.Note.Text && n.Anchor == e.Note.Anchor
	case Saved:
		return t.searches[e.Search.Name].Query == e.Search.Query
	default:
		return len(e.Articles) > 0
	}
}
