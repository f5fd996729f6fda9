// Package state is what a reader keeps of articles besides what it finds in them: which are read and starred, where one was in
// them, notes, saved searches, and which there were when the reader was closed last.
//
// All of it is in a log: each line says what was done to which articles and when. Of two that say different things of the
// same article the later one counts, in whatever order they come; so two readers at once lose nothing, and the logs of
// two machines can be made one. Only the log file is read and written here.
package state

import (
	"cmp"
	"errors"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"reader/model/correct"
	"reader/model/journal"
)

// Log is what is kept, in a file of JSON Lines. Several programs may use one file at the same time. A Log is safe for
// concurrent use; nothing that is asked of it waits for the disk. nil is a valid Log that is empty and keeps nothing.
type Log struct {
	writing sync.Mutex // guards the file
	file    *journal.File
	tried   int   // how many entries there may be until the file is made smaller, as it could not
	large   error // why it could not be made smaller

	mu    sync.RWMutex // guards what follows
	table *table       // changed only while writing is held, too
	done  []change     // what can be undone, the newest last

	since time.Time // when a reader was closed last before this one was opened; zero: never
}

// Note is what a person wrote about an article, or about words of it.
type Note struct {
	ID      string // given by the log
	Article string
	Time    time.Time // when it was written or changed last
	Text    string    // "": it was taken away
	Anchor  correct.Anchor
}

// Search is a query that has a name.
type Search struct {
	Name  string
	Time  time.Time // when it was saved
	Query string    // "": it was taken away
}

// ErrNotKept is why a nil Log takes nothing.
var ErrNotKept = errors.New("there is no file for what you have read, so nothing is kept")

// Open reads the log at path. There need not be one yet: the file, and the folder it is in, are made by the first
// change. It costs about a microsecond a line.
func Open(path string) (*Log, error) {
	if path == "" {
		return nil, ErrNotKept
	}
	l := &Log{table: newTable(0)}
	l.file = journal.New(path, "what you have read", l.take)
	if err := l.Reload(); err != nil {
		return nil, err
	}
	l.since = l.table.closed
	return l, nil
}

// take takes in lines of the file.
func (l *Log) take(lines [][]byte, anew bool) []error {
	if anew {
		t := newTable(len(lines))
		wrong := parseAll(lines, t.apply)
		l.mu.Lock()
		defer l.mu.Unlock()
		l.table = t
		return wrong
	}
	return parseAll(lines, func(e *Event) {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.table.apply(e)
	})
}

// Reload reads what was added to the file by others.
func (l *Log) Reload() error {
	if l == nil {
		return nil
	}
	l.writing.Lock()
	defer l.writing.Unlock()
	return l.file.Reload()
}

// Path returns where the file is.
func (l *Log) Path() string {
	if l == nil {
		return ""
	}
	return l.file.Path()
}

// Problems returns what is wrong with lines of the file, which were passed over and stay as they are, and with the file.
func (l *Log) Problems() []error {
	if l == nil {
		return nil
	}
	l.writing.Lock()
	defer l.writing.Unlock()
	out := l.file.Problems()
	if l.large != nil {
		out = append(out, l.large)
	}
	return out
}

// record returns what is known of the article of that ID.
func (l *Log) record(id string) record {
	if l == nil {
		return record{}
	}
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.table.articles[l.table.key(id)]
}

// Read reports whether the article of that ID is read.
func (l *Log) Read(id string) bool { return l.record(id).read }

// Starred reports whether the article of that ID has a star.
func (l *Log) Starred(id string) bool { return l.record(id).starred }

// Place returns the block of the article of that ID at which one left it: its place in Blocks. 0 is the beginning.
func (l *Log) Place(id string) int { return int(l.record(id).block) }

// New reports whether the article of that ID was not there yet when the reader was closed the last time. Nothing is new to
// one that was never closed.
func (l *Log) New(id string) bool {
	if l == nil || l.since.IsZero() {
		return false
	}
	met := l.record(id).at[met]
	return met == 0 || met > l.since.UnixNano()
}

// Since returns when the reader was closed the last time before it was opened; zero if never.
func (l *Log) Since() time.Time {
	if l == nil {
		return time.Time{}
	}
	return l.since
}

// Noted reports whether there is a note on the article of that ID.
func (l *Log) Noted(id string) bool {
	if l == nil {
		return false
	}
	l.mu.RLock()
	defer l.mu.RUnlock()
	return len(l.table.noted[l.table.key(id)]) > 0
}

// Notes returns the notes on the article of that ID: those on all of it first, then by place.
func (l *Log) Notes(id string) []Note {
	if l == nil {
		return nil
	}
	l.mu.RLock()
	defer l.mu.RUnlock()
	var out []Note
	for _, note := range l.table.noted[l.table.key(id)] {
		out = append(out, l.table.notes[note])
	}
	slices.SortFunc(out, func(a, b Note) int {
		x, y := &a.Anchor, &b.Anchor
		return cmp.Or(cmp.Compare(min(len(x.Words), 1), min(len(y.Words), 1)), cmp.Compare(y.Field, x.Field),
			cmp.Compare(x.Span.Start, y.Span.Start), a.Time.Compare(b.Time), strings.Compare(a.ID, b.ID))
	})
	return out
}

// Searches returns the saved searches by name.
func (l *Log) Searches() []Search {
	if l == nil {
		return nil
	}
	l.mu.RLock()
	defer l.mu.RUnlock()
	out := slices.SortedFunc(maps.Values(l.table.searches), func(a, b Search) int { return strings.Compare(a.Name, b.Name) })
	return slices.DeleteFunc(out, func(s Search) bool { return s.Query == "" })
}
