package cache

import (
	"context"
	"database/sql"
	"fmt"

	"reader/model"
	"reader/model/wire"
)

// doc is an article on its way to the disk.
type doc struct {
	text, rest string
}

// batch is of how many contents the articles are written in one transaction.
const batch = 256

// Put keeps articles, which were read from c and are not corrected, and returns their names. They are written in the
// background, and can be fetched at once. What can't be written stays in memory, and Problem tells why.
func (s *Store) Put(c Content, articles []*model.Article) []Key {
	if s == nil || len(articles) == 0 {
		return nil
	}
	keys, docs := make([]Key, len(articles)), make([]doc, len(articles))
	for i, a := range articles {
		keys[i] = c.key(i)
		docs[i].text, docs[i].rest = Encode(a)
	}
	s.mu.Lock()
	for i, k := range keys {
		s.pending[k] = docs[i]
	}
	if s.contents[c] == nil {
		s.queue = append(s.queue, c)
	}
	s.contents[c] = keys
	s.mu.Unlock()
	s.signal()
	return keys
}

// Problem returns why something could not be written, nil if everything could.
func (s *Store) Problem() error {
	if s == nil {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.problem
}

// Close writes what is not written yet and closes the cache. The error says what could not be written.
func (s *Store) Close() error {
	if s == nil {
		return nil
	}
	s.mu.Lock()
	s.closed = true
	s.mu.Unlock()
	s.signal()
	<-s.stopped
	if err := s.db.Close(); err != nil {
		return fmt.Errorf("the cache %s: %w", s.path, err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.broken {
		return putAside(s.path, wire.ErrDamaged)
	}
	return s.problem
}

func (s *Store) signal() {
	select {
	case s.news <- struct{}{}:
	default:
	}
}

// write writes what is put until the store is closed.
func (s *Store) write() {
	defer close(s.stopped)
	for range s.news {
		for contents, closed := s.take(); ; contents, closed = s.take() {
			if len(contents) > 0 {
				s.written(contents, s.insert(contents))
				continue
			}
			if closed {
				return
			}
			break
		}
	}
}

// take returns what is to be written next, and whether the store is closed.
func (s *Store) take() (contents []Content, closed bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := min(len(s.queue), batch)
	contents, s.queue = s.queue[:n:n], s.queue[n:]
	return contents, s.closed
}

// insert writes the articles of contents, all or none.
func (s *Store) insert(contents []Content) error {
	ctx := context.Background()
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("no transaction begins: %w", err)
	}
	defer func() { _ = tx.Rollback() }() // does nothing after Commit
	insert, err := tx.PrepareContext(ctx, "INSERT OR REPLACE INTO articles (key, content, number, text, rest) VALUES (?, ?, ?, ?, ?)")
	if err != nil {
		return fmt.Errorf("the table is not as it should be: %w", err)
	}
	for _, c := range contents {
		if err := s.insertContent(ctx, insert, c); err != nil {
			return err
		}
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("a transaction does not end: %w", err)
	}
	return nil
}

func (s *Store) insertContent(ctx context.Context, insert *sql.Stmt, c Content) error {
	s.mu.Lock()
	keys := s.contents[c]
	docs := make([]doc, len(keys))
	for i, k := range keys {
		docs[i] = s.pending[k]
	}
	s.mu.Unlock()
	for i, k := range keys {
		if _, err := insert.ExecContext(ctx, int64(k), c[:], i, docs[i].text, []byte(docs[i].rest)); err != nil {
			return fmt.Errorf("an article is not taken: %w", err)
		}
	}
	return nil
}

// written takes note that contents were written, or why not.
func (s *Store) written(contents []Content, err error) {
	s.fail(err)
	s.mu.Lock()
	defer s.mu.Unlock()
	if err != nil {
		s.problem = fmt.Errorf("the cache %s can't be written (%w); all is shown, but will have to be analysed again", s.path, err)
		return
	}
	for _, c := range contents {
		for _, k := range s.contents[c] {
			delete(s.pending, k)
		}
		delete(s.contents, c)
	}
}
