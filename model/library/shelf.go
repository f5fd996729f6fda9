package library

import (
	"fmt"
	"weak"

	"reader/model"
	"reader/model/cache"
)

// Key names an article in a store; 0 is none.
type Key = cache.Key

// shelved is the articles of a library: some are held in memory, the others fetched when they are asked for.
type shelved struct {
	store  *cache.Store
	held   map[Ref]*model.Article
	lent   map[Ref]weak.Pointer[model.Article] // those fetched, which somebody may still use
	recent [64]*model.Article                  // the last that were fetched, so that they need not be soon again
	next   int                                 // the place in recent to be used next
}

func newShelved(store *cache.Store) shelved {
	return shelved{store: store, held: map[Ref]*model.Article{}, lent: map[Ref]weak.Pointer[model.Article]{}}
}

// get returns the article r, which has that row.
func (s *shelved) get(r Ref, w *row) *model.Article {
	if a := s.held[r]; a != nil {
		return a
	}
	if a := s.lent[r].Value(); a != nil {
		return a
	}
	a, err := s.store.Fetch(w.key)
	if err != nil || len(a.Entities) != int(w.number) {
		return w.placeholder(err)
	}
	a.Path = w.Path // two files may hold the same
	s.lend(r, a)
	return a
}

// text returns the text of article r, of which nothing else is fetched.
func (l *Library) text(r Ref) string {
	if a := l.held[r]; a != nil {
		return a.Text
	}
	text, err := l.store.Text(l.rows[r].key)
	if err != nil {
		return l.Article(r).Text
	}
	return text
}

// lend remembers that a, the article r, is in use.
func (s *shelved) lend(r Ref, a *model.Article) {
	s.lent[r] = weak.Make(a)
	s.recent[s.next] = a
	s.next = (s.next + 1) % len(s.recent)
}

// placeholder returns an article that says why the whole one can't be had.
func (w *row) placeholder(err error) *model.Article {
	if err == nil {
		err = fmt.Errorf("it is not the one that was read")
	}
	return &model.Article{
		ID: w.ID, Path: w.Path, URL: w.URL, Title: w.Title, Publisher: w.Publisher, Language: w.Language, Authors: w.Authors,
		Published: w.Published, Annotations: model.Annotations{Entities: make([]model.Entity, w.number)},
		Furniture: []model.Furniture{{Kind: model.Notice, Text: fmt.Sprintf("The text can't be had: %v. Read the articles anew.", err)}},
	}
}

// Hold returns the article r, which stays in memory from now on: whoever is to change it wants to know what it was.
func (l *Library) Hold(r Ref) *model.Article {
	a := l.Article(r)
	l.held[r] = a
	return a
}
