package state

import (
	"bytes"
	"fmt"
	"io"

	"reader/model/journal"
)

// How many entries the file may have before those go that do not count any more: several times as many as count, and
// some in any case.
const (
	maxWaste     = 4
	leastEntries = 1000
)

// compact makes the file smaller when most of what it says does not count any more. If that fails, the file is as it
// was, and it is tried again when there is twice as much.
func (l *Log) compact() {
	if n := l.table.entries; n <= max(leastEntries, maxWaste*l.table.live, l.tried) {
		return
	}
	l.tried = 0
	var s sieve
	err := l.file.Compact(func(line []byte) []byte {
		if s.table == nil {
			s = newSieve(l.table) // by now it is all that is in the file
		}
		return s.line(line)
	})
	if l.large = err; err != nil {
		l.tried = 2 * l.table.entries
	}
}

// line returns what of a line still counts, nil if nothing does.
func (s sieve) line(data []byte) []byte {
	var p parser
	said, err := p.parse(data)
	if err != nil {
		return data // it is not ours
	}
	e, some := s.keep(*said)
	if !some {
		return nil
	}
	if len(e.Articles) < len(said.Articles) {
		if shorter, err := e.encode(); err == nil {
			return shorter
		}
	}
	return data
}

// Export writes all that counts, as lines of a file like the one it is in.
func (l *Log) Export(w io.Writer) error {
	if l == nil {
		return nil
	}
	l.writing.Lock()
	defer l.writing.Unlock()
	lines, err := l.file.Lines()
	if err != nil {
		return err
	}
	s := newSieve(l.table)
	for _, data := range lines {
		if data = s.line(data); data == nil {
			continue
		}
		if _, err := w.Write(append(bytes.Clone(data), '\n')); err != nil {
			return fmt.Errorf("what you have read could not be written: %w", err)
		}
	}
	return nil
}

// Import takes in what is in r, lines as of another file, which is called name: of two things that are said of the same,
// the later one counts. It returns how much of it is new and how much was known, an article or note at a time, and
// what is wrong with lines that were passed over.
func (l *Log) Import(name string, r io.Reader) (taken, known int, problems []error, err error) {
	if l == nil {
		return 0, 0, nil, ErrNotKept
	}
	data, err := io.ReadAll(r)
	if err != nil {
		return 0, 0, nil, fmt.Errorf("%s could not be read: %w", name, err)
	}
	var events []Event
	other := newTable(0)
	problems = journal.Read(name, data, func(lines [][]byte, _ bool) []error {
		return parseAll(lines, func(e *Event) {
			events = append(events, *e)
			other.apply(e)
		})
	})
	if len(events) == 0 {
		return 0, 0, problems, nil
	}
	s := newSieve(other)
	err = l.append(func(t *table) []Event {
		var fresh []Event
		for _, said := range events {
			e, some := s.keep(said)
			if !some {
				continue
			}
			known += e.entries()
			if e, some = t.news(e); some {
				fresh = append(fresh, e)
				taken += e.entries()
			}
		}
		known -= taken
		return fresh
	})
	return taken, known, problems, err
}

// entries returns how much e says: a thing of each of its articles.
func (e *Event) entries() int { return max(1, len(e.Articles)) }
