package correct

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"github.com/gofrs/flock"
)

// Log is the corrections that a person made, in a file of JSON Lines to which lines are only ever added: one
// correction, or that one is undone. The order of corrections is that of their times, as some may be another
// person's, taken in later. Several programs may use one file at the same time. A Log is safe for
// concurrent use; nil is a valid one that is empty and keeps nothing.
type Log struct {
	path string

	mu        sync.RWMutex
	file      os.FileInfo // as it was read last
	read      int64       // how many bytes of it were read
	lines     int         // in them
	all       []Correction
	known     map[string]bool // by ID
	undone    map[string]bool // by ID
	byArticle map[string][]Correction
	problems  []error
}

// ErrNotKept is why a nil Log takes no corrections.
var ErrNotKept = errors.New("there is no file of corrections, so nothing is kept")

// Open reads the log at path. There need not be one yet: the file, and the folder it is in, are made by the
// first Add.
func Open(path string) (*Log, error) {
	if path == "" {
		return nil, ErrNotKept
	}
	l := &Log{path: path}
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
	return l.path
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
	return slices.Clone(l.problems)
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
	other := &Log{path: name}
	other.forget()
	other.take(data, true)
	if len(other.all)+len(other.undone) == 0 {
		return 0, 0, other.problems, nil
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
	return taken, known, other.problems, err
}

// Reload reads what was added to the file by others.
func (l *Log) Reload() error {
	if l == nil {
		return nil
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	f, err := os.Open(l.path)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return l.failed("read", err)
	}
	defer func() { _ = f.Close() }() // it was only read
	unlock, err := l.lock((*flock.Flock).TryRLockContext)
	if err != nil {
		return l.catchUp(f, false) // a folder in which one may not write
	}
	defer unlock()
	return l.catchUp(f, true)
}

// change adds the lines that choose returns, which may look at all that is in the file by then.
func (l *Log) change(choose func() []line) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := os.MkdirAll(filepath.Dir(l.path), 0o700); err != nil {
		return l.failed("written", err)
	}
	unlock, err := l.lock((*flock.Flock).TryLockContext)
	if err != nil {
		return err
	}
	defer unlock()
	f, err := os.OpenFile(l.path, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return l.failed("written", err)
	}
	defer func() { _ = f.Close() }() // what was written is synced
	if err = l.catchUp(f, true); err != nil {
		return err
	}
	lines := choose()
	if len(lines) == 0 {
		return nil
	}
	data, err := l.encode(f, lines)
	if err != nil {
		return err
	}
	if _, err := f.Write(data); err != nil {
		return l.failed("written", err)
	}
	if err := f.Sync(); err != nil {
		return l.failed("written", err)
	}
	return l.catchUp(f, true)
}

// encode returns lines as they are added to f: on lines of their own even if the last one was torn.
func (l *Log) encode(f *os.File, lines []line) ([]byte, error) {
	var out []byte
	last := make([]byte, 1)
	if l.read > 0 {
		if _, err := f.ReadAt(last, l.read-1); err != nil {
			return nil, l.failed("read", err)
		}
		if last[0] != '\n' {
			out = append(out, '\n')
		}
	}
	for _, n := range lines {
		data, err := n.encode()
		if err != nil {
			return nil, err
		}
		out = append(append(out, data...), '\n')
	}
	return out, nil
}

// lock waits until no other program is in the way of how the file is to be held, and returns what gives it free.
func (l *Log) lock(hold func(*flock.Flock, context.Context, time.Duration) (bool, error)) (unlock func(), err error) {
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	guard := flock.New(l.path+".lock", flock.SetPermissions(0o600))
	switch _, err := hold(guard, ctx, pause); {
	case errors.Is(err, context.DeadlineExceeded):
		return nil, fmt.Errorf("%s is held by another program; end that one or try again: %w", l.path, err)
	case err != nil:
		return nil, l.failed("written", err)
	}
	return func() { _ = guard.Unlock() }, nil // closing the file gives it free, too
}

// How long to wait for another program, and between two tries.
const (
	patience = 5 * time.Second
	pause    = 2 * time.Millisecond
)

// catchUp reads from f what was not read yet. A line that does not end is the last one, if the file is locked;
// else it may be one that is being written.
func (l *Log) catchUp(f *os.File, locked bool) error {
	info, err := f.Stat()
	if err != nil {
		return l.failed("read", err)
	}
	if l.file != nil && !os.SameFile(l.file, info) || info.Size() < l.read {
		l.forget() // it was replaced
	}
	l.file = info
	data, err := io.ReadAll(io.NewSectionReader(f, l.read, info.Size()-l.read))
	if err != nil {
		return l.failed("read", err)
	}
	l.take(data, locked)
	return nil
}

// forget empties l for the file to be read anew.
func (l *Log) forget() {
	l.read, l.lines, l.all, l.problems = 0, 0, nil, nil
	l.known, l.undone, l.byArticle = map[string]bool{}, map[string]bool{}, map[string][]Correction{}
}

// failed says what it means that the file could not be read or written.
func (l *Log) failed(done string, err error) error {
	return fmt.Errorf("the corrections in %s could not be %s: %w", l.path, done, err)
}

// newID returns an ID that no other correction has.
func newID() string {
	id := make([]byte, 8)
	_, _ = rand.Read(id) // never fails
	return hex.EncodeToString(id)
}
