// Package cache keeps analysed articles on disk, by the content they were read from, so that no content is analysed
// twice. Deleting the file loses nothing but time.
package cache

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"modernc.org/sqlite" // the driver, too
	sqlite3 "modernc.org/sqlite/lib"

	"reader/model"
	"reader/model/wire"
)

// Key names an analysed article: it is made of the content it was read from, and never 0.
type Key int64

// Content names what articles are read from.
type Content [16]byte

// ContentOf returns the name of data, the content of the file at path, whose ending may decide what is read from it.
func ContentOf(path string, data []byte) Content {
	h := sha256.New()
	_, _ = h.Write(data) // a hash takes everything
	_, _ = h.Write([]byte("\x00" + strings.ToLower(filepath.Ext(path))))
	return Content(h.Sum(nil))
}

// key returns the name of article i of c.
func (c Content) key(i int) Key {
	return Key(binary.LittleEndian.Uint64(c[:])>>2) + Key(i) + 1
}

// ErrMissing says that an article is not in the cache.
var ErrMissing = errors.New("it is not in the cache")

// Store is a cache. It is safe for concurrent use, by several programs too; nil is a valid one that has nothing and keeps
// nothing.
type Store struct {
	path string
	db   *sql.DB

	find, fetch, text *sql.Stmt

	mu       sync.Mutex
	pending  map[Key]doc       // what is not written yet
	contents map[Content][]Key // of these
	queue    []Content         // to be written; those that could not be stay in pending alone
	closed   bool
	problem  error         // why something could not be written
	broken   bool          // the file is damaged
	news     chan struct{} // holds a token when there is something in queue, or the store is closed
	stopped  chan struct{} // closed when no more will be written
}

// Open opens the cache of articles that were analysed by that version of the analysis in the folder dir, which is made if
// there is none. Caches of other versions there are deleted. A file that is no cache, or a damaged one, is put aside
// with ".damaged" behind its name, and aside says so.
func Open(dir, version string) (s *Store, aside, err error) {
	if err = os.MkdirAll(dir, 0o700); err != nil {
		return nil, nil, fmt.Errorf("the folder for the cache can't be made: %w", err)
	}
	name := "articles-" + version + ".db"
	sweep(dir, name)
	path := filepath.Join(dir, name)
	db, err := open(path)
	if damaged(err) {
		if aside = putAside(path, err); aside != nil {
			db, err = open(path)
		}
	}
	if err != nil {
		return nil, aside, fmt.Errorf("the cache %s can't be used: %w", path, err)
	}
	s = &Store{
		path: path, db: db, pending: map[Key]doc{}, contents: map[Content][]Key{},
		news: make(chan struct{}, 1), stopped: make(chan struct{}),
	}
	if err := s.prepare(); err != nil {
		return nil, aside, errors.Join(err, db.Close())
	}
	go s.write()
	return s, aside, nil
}

// putAside renames the file at path, which err says is damaged, and says so; nil if that can't be done.
func putAside(path string, err error) error {
	if os.Rename(path, path+".damaged") != nil {
		return nil
	}
	return fmt.Errorf("the cache was damaged (%w); it stands aside as %s.damaged, and the articles are analysed anew", err, path)
}

// sweep deletes the caches in dir that are of other versions than the one called name.
func sweep(dir, name string) {
	old, _ := filepath.Glob(filepath.Join(dir, "articles-*.db*")) // the pattern is a good one
	for _, path := range old {
		if !strings.HasPrefix(filepath.Base(path), name) {
			_ = os.Remove(path) // it only takes room
		}
	}
}

// schema makes the table.
const schema = `
CREATE TABLE IF NOT EXISTS articles (
	key     INTEGER PRIMARY KEY,
	content BLOB NOT NULL,
	number  INTEGER NOT NULL,
	text    TEXT NOT NULL,
	rest    BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS by_content ON articles (content, number);
`

// open opens the file at path and makes what it lacks. It waits for another program that is doing so: SQLite does not, where the two
// change how the file is written.
func open(path string) (db *sql.DB, err error) {
	for end := time.Now().Add(mostWait); ; time.Sleep(10 * time.Millisecond) {
		if db, err = openNow(path); codeOf(err) != sqlite3.SQLITE_BUSY || time.Now().After(end) {
			return db, err
		}
	}
}

// mostWait is how long one waits for another program that has the file.
const mostWait = 5 * time.Second

func openNow(path string) (*sql.DB, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600) // SQLite would let others read it
	if err != nil {
		return nil, fmt.Errorf("it can't be made: %w", err)
	}
	if err = f.Close(); err != nil {
		return nil, fmt.Errorf("it can't be made: %w", err)
	}
	pragmas := fmt.Sprintf("_pragma=busy_timeout(%d)", mostWait.Milliseconds()) + "&_pragma=journal_mode(WAL)&_pragma=synchronous(NORMAL)"
	address := url.URL{Scheme: "file", OmitHost: true, Path: path, RawQuery: pragmas}
	db, err := sql.Open("sqlite", address.String())
	if err != nil {
		return nil, fmt.Errorf("it can't be opened: %w", err)
	}
	if _, err = db.ExecContext(context.Background(), schema); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// damaged reports whether err says that a file is no database, or a broken one.
func damaged(err error) bool {
	code := codeOf(err)
	return code == sqlite3.SQLITE_NOTADB || code == sqlite3.SQLITE_CORRUPT
}

// codeOf returns the code of an error of SQLite, without what it tells more; 0 if err is none.
func codeOf(err error) int {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return 0
	}
	return e.Code() & 0xff
}

// fail takes note of an error that may mean that the file is broken: then Close puts it aside.
func (s *Store) fail(err error) {
	if damaged(err) || errors.Is(err, wire.ErrDamaged) {
		s.mu.Lock()
		s.broken = true
		s.mu.Unlock()
	}
}

// prepare makes the statements.
func (s *Store) prepare() (err error) {
	for _, p := range []struct {
		into  **sql.Stmt
		query string
	}{
		{&s.find, "SELECT key FROM articles WHERE content = ? ORDER BY number"},
		{&s.fetch, "SELECT text, rest FROM articles WHERE key = ?"},
		{&s.text, "SELECT text FROM articles WHERE key = ?"},
	} {
		if *p.into, err = s.db.PrepareContext(context.Background(), p.query); err != nil {
			return fmt.Errorf("the cache %s can't be used: %w", s.path, err)
		}
	}
	return nil
}

// Find returns the names of the articles that were read from c, in their order; none if they are not in the cache.
func (s *Store) Find(c Content) []Key {
	if s == nil {
		return nil
	}
	s.mu.Lock()
	queued := slices.Clone(s.contents[c])
	s.mu.Unlock()
	if queued != nil {
		return queued
	}
	return s.named(s.find.QueryContext(context.Background(), c[:]))
}

// named returns the names in rows, or none if not all of them can be read: that is as good as if they were not there.
func (s *Store) named(rows *sql.Rows, err error) []Key {
	if err != nil {
		s.fail(err)
		return nil
	}
	defer func() { _ = rows.Close() }() // it was only read
	var keys []Key
	for rows.Next() {
		var k Key
		if err := rows.Scan(&k); err != nil {
			s.fail(err)
			return nil
		}
		keys = append(keys, k)
	}
	if err := rows.Err(); err != nil {
		s.fail(err)
		return nil
	}
	return keys
}

// Keys returns the names of all articles in the cache, sorted; none if it can't be read. It takes some ms for 10,000.
func (s *Store) Keys() []Key {
	if s == nil {
		return nil
	}
	s.mu.Lock()
	keys := slices.Collect(maps.Keys(s.pending)) // before the others: what is being written now is in one of the two
	s.mu.Unlock()
	keys = append(keys, s.named(s.db.QueryContext(context.Background(), "SELECT key FROM articles"))...)
	slices.Sort(keys)
	return slices.Compact(keys)
}

// Fetch returns the article of that name as it was put there. It takes some 50 µs. The error is ErrMissing, or says what is wrong
// with the cache.
func (s *Store) Fetch(k Key) (*model.Article, error) {
	if s == nil {
		return nil, ErrMissing
	}
	s.mu.Lock()
	d, queued := s.pending[k]
	s.mu.Unlock()
	if !queued {
		if err := s.fetch.QueryRowContext(context.Background(), int64(k)).Scan(&d.text, &d.rest); err != nil {
			return nil, s.missing(err)
		}
	}
	a, err := Decode(d.text, d.rest)
	if err != nil {
		s.fail(err)
	}
	return a, err
}

// Text returns the text of the article of that name, as Fetch does.
func (s *Store) Text(k Key) (string, error) {
	if s == nil {
		return "", ErrMissing
	}
	s.mu.Lock()
	d, queued := s.pending[k]
	s.mu.Unlock()
	if !queued {
		if err := s.text.QueryRowContext(context.Background(), int64(k)).Scan(&d.text); err != nil {
			return "", s.missing(err)
		}
	}
	return d.text, nil
}

// missing returns what it means that a row could not be read.
func (s *Store) missing(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return ErrMissing
	}
	s.fail(err)
	return fmt.Errorf("the cache can't be read: %w", err)
}
