package correct

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"sync"
	"time"

	"reader/model/journal"
)

// Log is the corrections that a person made, in a file of JSON Lines to which lines are only ever added: one
// correction, or that one is undone. The order of corrections is that of their times, as some may be another
// person's, taken in later. Several programs may use one file at the same time. A Log is safe for
// concurrent use; nil is a valid one that is empty and keeps nothing.
type Log struct {
	mu        sync.RWMutex
	file      *journal.File
	all       []Correction
	known     map[string]bool // by ID
	undone    map[string]bool // by ID
	byArticle map[string][]Correction
}

// ErrNotKept is why a nil Log takes no corrections.
var ErrNotKept = errors.New("there is no file of corrections, so nothing is kept")

// Open reads the log at path. There need not be one yet: the file, and the folder it is in, are made by the
// first Add.
func Open(path string) (*Log, error) {
	if path == "" {
		return nil, ErrNotKept
	}
	l := &Log{}
	l.file = journal.New(path, "the corrections", l.take)
	l.forget()
	if err := l.Reload(); err != nil {
		return nil, err
	}
	return l, nil
}

// Path returns where the file is.
func (l *Log) Path() string {
	if l == nil {
		return ""
	}
	return l.file.Path()
}

// Of returns the corrections of the article of that ID which are in force, in the order in which they were made.
func (l *Log) Of(article string) []Correction {
	if l == nil {
		return nil
	}
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.inForce(l.byArticle[article])
}

// All returns the corrections of all articles which are in force, in the order in which they were made.
func (l *Log) All() []Correction {
	if l == nil {
		return nil
	}
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.inForce(l.all)
}

// inForce returns those of cs that are not undone.
func (l *Log) inForce(cs []Correction) []Correction {
	if len(cs) == 0 {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(cs), func(c Correction) bool { return l.undone[c.ID] })
}

// Problems returns what is wrong with lines of the file, which were passed over and stay as they are.
func (l *Log) Problems() []error {
	if l == nil {
		return nil
	}
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.file.Problems()
}

// Add adds cs to the log and the file: all of them or, with an error, none. It gives those without one an ID and a Time.
func (l *Log) Add(cs ...Correction) error {
	if l == nil {
		return ErrNotKept
	}
	lines := make([]line, len(cs))
	for i, c := range cs {
		if c.ID == "" {
			c.ID = newID()
		}
		if c.Time.IsZero() {
			c.Time = time.Now().Round(0).UTC()
		}
		if err := c.check(); err != nil {
			return fmt.Errorf("this can't be kept as a correction: %w", err)
		}
		lines[i] = lineOf(&c)
	}
	return l.change(func() []line { return lines })
}

// Undo undoes the newest correction in force, whoever made it, and returns it; false if there is none.
func (l *Log) Undo() (undone Correction, ok bool, err error) {
	if l == nil {
		return Correction{}, false, ErrNotKept
	}
	err = l.change(func() []line {
		for _, c := range slices.Backward(l.all) {
			if !l.undone[c.ID] {
				undone, ok = c, true
				return []line{{Undo: c.ID, Time: time.Now().Round(0).UTC()}}
			}
		}
		return nil
	})
	if err != nil {
		return Correction{}, false, err
	}
	return undone, ok, nil
}

// Import adds what is in r, the file of another person's corrections, which is called name: the corrections
// and undos that are not in the log yet. It returns how many corrections were taken in, how many were known,
// and what is wrong with lines that were passed over.
func (l *Log) Import(name string, r io.Reader) (taken, known int, problems []error, err error) {
	if l == nil {
		return 0, 0, nil, ErrNotKept
	}
	data, err := io.ReadAll(r)
	if err != nil {
		return 0, 0, nil, fmt.Errorf("%s could not be read: %w", name, err)
	}
	other := &Log{}
	problems = journal.Read(name, data, other.take)
	if len(other.all)+len(other.undone) == 0 {
		return 0, 0, problems, nil
	}
	err = l.change(func() []line {
		var lines []line
		for i := range other.all {
			if c := &other.all[i]; !l.known[c.ID] {
				lines = append(lines, lineOf(c))
			}
		}
		taken, known = len(lines), len(other.all)-len(lines)
		for _, id := range slices.Sorted(maps.Keys(other.undone)) {
			if !l.undone[id] && (l.known[id] || other.known[id]) {
				lines = append(lines, line{Undo: id, Time: time.Now().Round(0).UTC()})
			}
		}
		return lines
	})
	return taken, known, problems, err
}

// Export writes all corrections, and which of them are undone, as lines of a file like the one they are in.
func (l *Log) Export(w io.Writer) error {
	if l == nil {
		return nil
	}
	l.mu.RLock()
	defer l.mu.RUnlock()
	lines := make([]line, 0, len(l.all)+len(l.undone))
	for i := range l.all {
		lines = append(lines, lineOf(&l.all[i]))
	}
	for _, id := range slices.Sorted(maps.Keys(l.undone)) {
		lines = append(lines, line{Undo: id})
	}
	texts, err := encoded(lines)
	if err != nil {
		return err
	}
	for _, text := range texts {
		if _, err := w.Write(append(text, '\n')); err != nil {
			return fmt.Errorf("the corrections could not be written: %w", err)
		}
	}
	return nil
}

// Reload reads what was added to the file by others.
func (l *Log) Reload() error {
	if l == nil {
		return nil
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.file.Reload()
}

// change adds the lines that choose returns, which may look at all that is in the file by then.
func (l *Log) change(choose func() []line) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.file.Append(func() ([][]byte, error) { return encoded(choose()) })
}

// forget empties l for the file to be read anew.
func (l *Log) forget() {
	l.all = nil
	l.known, l.undone, l.byArticle = map[string]bool{}, map[string]bool{}, map[string][]Correction{}
}

// newID returns an ID that no other correction has.
func newID() string {
	id := make([]byte, 8)
	_, _ = rand.Read(id) // never fails
	return hex.EncodeToString(id)
}
