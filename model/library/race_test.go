package library_test

import (
	"context"
	"errors"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"reader/model/generate"
	"reader/model/library"
	"reader/model/library/librarytest"
	"reader/model/query"
)

// changing is a folder of articles to which things happen, one after the other.
type changing struct {
	folder string
	news   *generate.Generator
	rng    *rand.Rand
	paths  []string
}

// change adds an article, writes one anew or takes one away.
func (c *changing) change() error {
	next := c.news.Next()
	at := c.rng.IntN(len(c.paths) + 1)
	switch {
	case at == len(c.paths):
		c.paths = append(c.paths, filepath.Join(c.folder, "new-"+filepath.Base(next.Name)))
	case c.rng.IntN(3) == 0:
		path := c.paths[at]
		c.paths = slices.Delete(c.paths, at, at+1)
		return os.Remove(path)
	}
	fresh := filepath.Join(c.folder, ".fresh") // as editors write, so that no half of a file is read
	return errors.Join(os.WriteFile(fresh, next.Markdown, 0o600), os.Rename(fresh, c.paths[at]))
}

// stampsOf returns which files are in the folder, and when they were changed.
func (s *shelf) stampsOf() map[string]library.Stamp {
	s.t.Helper()
	paths, err := filepath.Glob(filepath.Join(s.folder, "*.md"))
	if err != nil {
		s.t.Fatal(err)
	}
	out := map[string]library.Stamp{}
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			s.t.Fatal(err)
		}
		out[path] = library.Stamp{Size: info.Size(), Modified: info.ModTime().UnixNano()}
	}
	return out
}

// While files change, the loader watches and the store writes, everything can be asked and corrected between two Takes; in
// the end the library is that of the files.
func TestEverythingAtOnce(t *testing.T) {
	t.Parallel()
	s := newShelf(t)
	c := &changing{folder: s.folder, news: generate.New(3), rng: rand.New(rand.NewPCG(3, 3))}
	c.news.Least, c.news.Most = 300, 600
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	loader := library.Load(ctx, []string{s.folder}, nil, library.Options{Log: s.log, Store: s.store, Watch: true})
	l := library.New(s.store)

	const rounds, changes = 12, 6
	rng := rand.New(rand.NewPCG(4, 4))
	again, ended := make(chan struct{}, rounds), make(chan error, 1)
	go func() {
		var err error
		for range again {
			for range changes {
				err = errors.Join(err, c.change())
			}
		}
		ended <- err
	}()
	take := func() {
		readings, ok := loader.Next()
		if !ok {
			t.Fatal("the loader ended")
		}
		l.Take(readings...)
	}
	for range rounds {
		take()
		again <- struct{}{}
		s.use(l, rng)
	}
	close(again)
	if err := <-ended; err != nil {
		t.Fatal(err)
	}
	for want := s.stampsOf(); !maps.Equal(l.Files(), want); take() {
	}
	s.isThatOfTheFiles(l)
}

// use asks l and corrects one of the built-in articles in it.
func (s *shelf) use(l *library.Library, rng *rand.Rand) {
	s.t.Helper()
	for _, text := range []string{"text:treaty", "speaker:a said:the", "the -is:read sort:-quotes"} {
		search := l.Search(parsed(s.t, text), query.State{})
		for !search.Step(3) {
		}
		for _, r := range search.Found() {
			search.Quotes(r)
		}
	}
	l.Newest()
	s.restart(l)
	r := library.Ref(-1)
	for ref := range l.All() {
		if a := l.Article(ref); strings.HasPrefix(filepath.Base(a.Path), "20") && len(a.Quotes) > 0 && rng.IntN(3) == 0 {
			r = ref
		}
	}
	if r < 0 {
		return
	}
	if err := s.log.Add(correction(rng, l.Article(r), l)); err != nil {
		s.t.Fatal(err)
	}
	a, _ := library.Reread(l.Article(r), s.log)
	l.Replace(r, a)
}

// isThatOfTheFiles fails if l is not what a library that is loaded anew is.
func (s *shelf) isThatOfTheFiles(l *library.Library) {
	s.t.Helper()
	anew, fresh := library.New(nil), library.New(s.store)
	for r := range l.All() {
		anew.Add(l.Article(r))
	}
	s.load(fresh)
	if got, want := librarytest.Telling(s.t, l), librarytest.Telling(s.t, anew); len(got) != len(want) {
		s.t.Errorf("it tells %d lines, anew it would tell %d", len(got), len(want))
	}
	for r := range l.All() {
		f, ok := fresh.At(l.Head(r).Path)
		if !ok || !reflect.DeepEqual(fresh.Article(f), l.Article(r)) {
			s.t.Errorf("%s is not what is in the file", l.Head(r).Path)
		}
	}
	if fresh.Len() != l.Len() {
		s.t.Errorf("it has %d articles, the files %d", l.Len(), fresh.Len())
	}
}
