package library_test

import (
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"reader/model/cache"
	"reader/model/correct"
	"reader/model/library"
	"reader/model/library/librarytest"
	"reader/model/wire"
	"reader/seeds"
)

// shelf is a folder of articles with what is kept of it between two starts.
type shelf struct {
	t      *testing.T
	folder string
	store  *cache.Store
	log    *correct.Log
}

// newShelf returns a shelf of the built-in articles.
func newShelf(t *testing.T) *shelf {
	t.Helper()
	s := &shelf{t: t, folder: t.TempDir()}
	store, _, err := cache.Open(t.TempDir(), "test")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() }) // there is nothing to lose
	s.store = store
	if s.log, err = correct.Open(filepath.Join(t.TempDir(), "log.jsonl")); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(s.folder, seeds.Articles); err != nil {
		t.Fatal(err)
	}
	return s
}

// load brings l up to date, and returns how many files it read.
func (s *shelf) load(l *library.Library) (files int) {
	s.t.Helper()
	loader := library.Load(s.t.Context(), []string{s.folder}, nil, library.Options{Store: s.store, Log: s.log, Known: l.Files()})
	for readings, ok := loader.Next(); ok; readings, ok = loader.Next() {
		l.Take(readings...)
		files += len(readings)
	}
	return files
}

// restart returns the library as it is after a second start, before anything is read.
func (s *shelf) restart(l *library.Library) *library.Library {
	s.t.Helper()
	again, err := library.Restore(string(l.Snapshot()), s.store, s.log)
	if err != nil {
		s.t.Fatal(err)
	}
	return again
}

func TestALibraryIsAfterASecondStartWhatItWas(t *testing.T) {
	t.Parallel()
	for seed := range uint64(8) {
		rng := rand.New(rand.NewPCG(seed, 7))
		s := newShelf(t)
		l := library.New(s.store)
		s.load(l)
		for range 5 {
			r := library.Ref(rng.IntN(l.Len()))
			if err := s.log.Add(correction(rng, l.Article(r), l)); err != nil {
				t.Fatal(err)
			}
		}
		l = library.New(s.store)
		s.load(l)
		again := s.restart(l)
		librarytest.Same(t, "after a start", again, l)
		for r := range l.All() {
			if got, want := again.Article(r), l.Article(r); !reflect.DeepEqual(got.Annotations, want.Annotations) || got.Path != want.Path {
				t.Errorf("article %d is %+v, was %+v", r, got, want)
			}
		}
		if n := s.load(again); n > 0 {
			t.Errorf("%d files were read again", n)
		}
	}
}

func TestASecondStartFindsWhatChangedInBetween(t *testing.T) {
	t.Parallel()
	for seed := range uint64(8) {
		rng := rand.New(rand.NewPCG(seed, 8))
		s := newShelf(t)
		l := library.New(s.store)
		s.load(l)
		l = s.restart(l)
		files, err := filepath.Glob(filepath.Join(s.folder, "*.md"))
		if err != nil {
			t.Fatal(err)
		}
		rng.Shuffle(len(files), func(i, k int) { files[i], files[k] = files[k], files[i] })
		data, err := os.ReadFile(files[0])
		if err != nil {
			t.Fatal(err)
		}
		err = errors.Join(
			os.WriteFile(files[1], append(data, "\n\n“It was not I,” said Ada Harl, the mayor of Toronto.\n"...), 0o600),
			os.Remove(files[2]),
			os.WriteFile(filepath.Join(s.folder, "new.md"), []byte("# New\n\n“We go on,” said Ida Harl.\n"), 0o600),
		)
		if err != nil {
			t.Fatal(err)
		}
		r, _ := l.At(files[3])
		if err := s.log.Add(correction(rng, l.Article(r), l)); err != nil {
			t.Fatal(err)
		}
		l = s.restart(l)
		if n := s.load(l); n != 4 {
			t.Errorf("%d files were read, want the 4 that changed", n)
		}
		s.isThatOfTheFiles(l)
	}
}

// Another program may correct an article while this one runs, which has it without that.
func TestACorrectionMadeElsewhereMeanwhileIsNotLost(t *testing.T) {
	t.Parallel()
	for _, before := range []int{0, 1} { // corrections in force when the article is read
		rng := rand.New(rand.NewPCG(5, 9))
		s := newShelf(t)
		l := library.New(s.store)
		s.load(l)
		c := correction(rng, l.Article(0), l)
		for range before {
			if err := s.log.Add(c); err != nil {
				t.Fatal(err)
			}
		}
		l = library.New(s.store)
		s.load(l)
		c.Time = c.Time.Add(1)
		if err := s.log.Add(c); err != nil {
			t.Fatal(err)
		}
		l = s.restart(l)
		if n := s.load(l); n != 1 {
			t.Errorf("%d corrections before: %d files were read, want the one of the corrected article", before, n)
		}
		s.isThatOfTheFiles(l)
	}
}

func TestADamagedSnapshotIsRefused(t *testing.T) {
	t.Parallel()
	s := newShelf(t)
	l := library.New(s.store)
	s.load(l)
	data := l.Snapshot()
	for _, at := range []int{0, 1, len(data) / 3, len(data) / 2, len(data) - 1} {
		damaged := slices.Clone(data)
		damaged[at] ^= 1
		if _, err := library.Restore(string(damaged), s.store, s.log); !errors.Is(err, wire.ErrDamaged) {
			t.Errorf("byte %d: %v", at, err)
		}
		if _, err := library.Restore(string(data[:at]), s.store, s.log); !errors.Is(err, wire.ErrDamaged) {
			t.Errorf("%d bytes: %v", at, err)
		}
	}
}

// Of a feed the articles are kept though one could not be read, and that is told at each start.
func TestAFileThatIsReadInPartIsReadAgain(t *testing.T) {
	t.Parallel()
	s := newShelf(t)
	feed := filepath.Join(s.folder, "feed.xml")
	const items = "<rss><channel><item><title>One</title><description>“It is late,” said Ada Harl.</description></item><item></item></channel></rss>"
	if err := os.WriteFile(feed, []byte(items), 0o600); err != nil {
		t.Fatal(err)
	}
	l := library.New(s.store)
	s.load(l)
	for range 2 {
		again := s.restart(l)
		librarytest.Same(t, "after a start", again, l)
		r, ok := again.At(feed)
		if !ok || again.Article(r).Text != "“It is late,” said Ada Harl." {
			t.Errorf("the article of the feed is %+v", again.Article(r))
		}
		before := again.Article(r)
		if n := s.load(again); n != 1 || again.Article(r) != before {
			t.Errorf("%d files were read, want the feed, in which nothing changed", n)
		}
		l = again
	}
}

func TestArticlesThatAreNoLongerInTheStoreAreReadAgain(t *testing.T) {
	t.Parallel()
	s := newShelf(t)
	l := library.New(s.store)
	s.load(l)
	data := l.Snapshot()
	store, _, err := cache.Open(t.TempDir(), "test")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() }) // there is nothing to lose
	s.store = store
	again, err := library.Restore(string(data), s.store, s.log)
	if err != nil {
		t.Fatal(err)
	}
	if n := s.load(again); n != l.Len() {
		t.Errorf("%d files were read, want all %d", n, l.Len())
	}
	librarytest.Same(t, "with another store", again, l)
}

func TestWhatAnArticleLacksIsKnownAfterASecondStart(t *testing.T) {
	t.Parallel()
	s := newShelf(t)
	long := "A line of text.\n\n" + strings.Repeat("word ", 20<<10) + "\n"
	if err := os.WriteFile(filepath.Join(s.folder, "long.md"), []byte(long), 0o600); err != nil {
		t.Fatal(err)
	}
	l := library.New(s.store)
	s.load(l)
	again := s.restart(l)
	r, ok := again.At(filepath.Join(s.folder, "long.md"))
	if got := again.Head(r).Notice; !ok || got != "Lines of more than 64 KiB were split." {
		t.Errorf("it is not known that lines were split: %q", got)
	}
	for other := range again.All() {
		if other != r && again.Head(other).Notice != "" {
			t.Errorf("%s: %s", again.Head(other).Path, again.Head(other).Notice)
		}
	}
}
