package library

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reader/model/cache"
)

// watched is a library and the loader that it is read by.
type watched struct {
	t      *testing.T
	lib    *Library
	loader *Loader
}

// watch reads paths into a library and goes on with what changes there.
func watch(t *testing.T, paths ...string) *watched {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	t.Cleanup(stop)
	return &watched{t, New(nil), Load(ctx, paths, strings.NewReader("# In\n\nFrom a pipe."), Options{Watch: true})}
}

// until takes in what the loader brings until the library has just these articles, by path and title.
func (w *watched) until(want ...string) {
	w.t.Helper()
	for {
		got := titles(w.lib)
		if slices.Equal(got, want) {
			return
		}
		readings, ok := w.loader.Next()
		if !ok {
			w.t.Fatalf("the loader ended with %q, want %q", got, want)
		}
		w.lib.Take(readings...)
	}
}

// titles returns the articles of l, by path and title, sorted.
func titles(l *Library) []string {
	var out []string
	for r := range l.All() {
		h := l.Head(r)
		out = append(out, h.Path+": "+h.Title)
	}
	slices.Sort(out)
	return out
}

func save(t *testing.T, path, content string) {
	t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(content), 0o600)); err != nil {
		t.Fatal(err)
	}
}

func TestFilesThatAppearChangeAndGoAwayShowUp(t *testing.T) {
	for _, poll := range []bool{false, true} {
		folder(t, map[string]string{"news/a.md": "# A\n\nOne.", "news/deep/b.md": "# B\n\nTwo."})
		w := watch(t, "news")
		w.until("news/a.md: A", "news/deep/b.md: B")
		if poll {
			w.loader = Load(t.Context(), []string{"news"}, nil, Options{Watch: true, Known: w.lib.Files(), neverTold: true})
		}
		save(t, "news/c.md", "# C\n\nThree.")
		w.until("news/a.md: A", "news/c.md: C", "news/deep/b.md: B")
		save(t, "news/a.md", "# A, edited\n\nOne and a half.")
		w.until("news/a.md: A, edited", "news/c.md: C", "news/deep/b.md: B")
		save(t, "news/new/folder/d.md", "# D\n\nFour.")
		w.until("news/a.md: A, edited", "news/c.md: C", "news/deep/b.md: B", "news/new/folder/d.md: D")
		if err := os.Rename("news/new", "news/old"); err != nil {
			t.Fatal(err)
		}
		w.until("news/a.md: A, edited", "news/c.md: C", "news/deep/b.md: B", "news/old/folder/d.md: D")
		if err := errors.Join(os.RemoveAll("news/old"), os.Remove("news/c.md")); err != nil {
			t.Fatal(err)
		}
		w.until("news/a.md: A, edited", "news/deep/b.md: B")
	}
}

// Folders and files take each other's places, and come back.
func TestWhatTakesThePlaceOfSomethingElseShowsUp(t *testing.T) {
	do := func(errs ...error) {
		t.Helper()
		if err := errors.Join(errs...); err != nil {
			t.Fatal(err)
		}
	}
	folder(t, map[string]string{"news/a.md": "# A\n\nOne.", "news/deep/b.md": "# B\n\nTwo.", "other/c.md": "# C\n\nThree.", "else/d.md": "# D\n\nFour."})
	w := watch(t, "-", "news/")
	w.until("-: In", "news/a.md: A", "news/deep/b.md: B")
	do(os.Rename("news/deep", "news/moved"))
	w.until("-: In", "news/a.md: A", "news/moved/b.md: B")
	save(t, "news/moved/b.md", "# B, edited\n\nTwo.")
	w.until("-: In", "news/a.md: A", "news/moved/b.md: B, edited")
	do(os.RemoveAll("news/moved"), os.WriteFile("news/moved", []byte("# Moved\n\nA file."), 0o600)) // in the place of a folder
	w.until("-: In", "news/a.md: A", "news/moved: Moved")
	do(os.Remove("news/moved"), os.Rename("other", "news/moved"))
	w.until("-: In", "news/a.md: A", "news/moved/c.md: C")
	do(os.RemoveAll("news/moved"), os.Rename("else", "news/moved")) // in the place of another folder
	w.until("-: In", "news/a.md: A", "news/moved/d.md: D")
	do(os.Symlink("..", "news/moved/up")) // where it leads, all was read
	save(t, "news/moved/e.md", "# E\n\nFive.")
	w.until("-: In", "news/a.md: A", "news/moved/d.md: D", "news/moved/e.md: E")
	do(os.Rename("news", "gone"))
	w.until("-: In")
	save(t, "news/f.md", "# F\n\nSix.")
	w.until("-: In", "news/f.md: F")
	save(t, "news/f.md", "# F, edited\n\nSix.")
	w.until("-: In", "news/f.md: F, edited")
}

func TestALinkedFolderIsWatched(t *testing.T) {
	folder(t, map[string]string{"one/a.md": "# A\n\nOne.", "two/b.md": "# B\n\nTwo."})
	if err := os.Symlink("one", "link"); err != nil {
		t.Fatal(err)
	}
	w := watch(t, "./link")
	w.until("link/a.md: A")
	save(t, "one/c.md", "# C\n\nThree.")
	w.until("link/a.md: A", "link/c.md: C")
	if err := errors.Join(os.Symlink("two", "next"), os.Rename("next", "link")); err != nil {
		t.Fatal(err)
	}
	w.until("link/b.md: B")
	save(t, "two/d.md", "# D\n\nFour.")
	w.until("link/b.md: B", "link/d.md: D")
}

func TestAHiddenFileThatIsNamedIsWatched(t *testing.T) {
	folder(t, map[string]string{".a.md": "# A\n\nOne."})
	w := watch(t, ".a.md")
	w.until(".a.md: A")
	save(t, ".a.md", "# A, edited\n\nOne.")
	w.until(".a.md: A, edited")
}

func TestOfTheFolderOfAFileNothingElseIsRead(t *testing.T) {
	folder(t, map[string]string{"a.md": "# A\n\nOne.", "b.md": "# B\n\nTwo."})
	w := watch(t, "./a.md")
	w.until("./a.md: A")
	save(t, "b.md", "# B, edited\n\nTwo.")
	save(t, "next.md", "# A, edited\n\nOne.")
	if err := os.Rename("next.md", "a.md"); err != nil { // as editors write
		t.Fatal(err)
	}
	w.until("./a.md: A, edited")
}

func TestASecondStartReadsOnlyWhatIsNewOrChanged(t *testing.T) {
	folder(t, map[string]string{"news/a.md": "# A\n\nOne.", "news/b.md": "# B\n\nTwo.", "news/c.md": "# C\n\nThree.", "gone.md": "# G\n\nZero."})
	store := storeIn(t)
	lib := New(store)
	read := func() []string {
		var paths []string
		l := Load(t.Context(), []string{"news", "gone.md"}, nil, Options{Store: store, Known: lib.Files()})
		for readings, ok := l.Next(); ok; readings, ok = l.Next() {
			for _, rd := range readings {
				paths = append(paths, rd.Path)
			}
			lib.Take(readings...)
		}
		if done, found, all := l.Progress(); done != found || !all {
			t.Errorf("%d of %d are done, all: %v", done, found, all)
		}
		slices.Sort(paths)
		return paths
	}
	if got := read(); len(got) != 4 {
		t.Fatalf("first it read %q", got)
	}
	if got := read(); len(got) != 0 {
		t.Errorf("then it read %q again", got)
	}
	save(t, "news/d.md", "# D\n\nFour.")
	save(t, "news/a.md", "# A, edited\n\nOne and more.")
	if err := os.Remove("news/b.md"); err != nil {
		t.Fatal(err)
	}
	if got := read(); !slices.Equal(got, []string{"news/a.md", "news/b.md", "news/d.md"}) {
		t.Errorf("after changes it read %q", got)
	}
	want := []string{"gone.md: G", "news/a.md: A, edited", "news/c.md: C", "news/d.md: D"}
	if got := titles(lib); !slices.Equal(got, want) {
		t.Errorf("the library has %q, want %q", got, want)
	}
	if lib.Len() != len(want) || len(lib.Newest()) != len(want) {
		t.Errorf("it counts %d, and lists %d", lib.Len(), len(lib.Newest()))
	}
	if err := os.Remove("gone.md"); err != nil {
		t.Fatal(err)
	}
	if read(); !slices.Equal(titles(lib), want) {
		t.Error("a file that was named and can't be found any more is a problem, and what was read of it stays")
	}
}

// storeIn returns an empty store.
func storeIn(t *testing.T) *cache.Store {
	t.Helper()
	store, _, err := cache.Open(t.TempDir(), "test")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	return store
}

func TestArticlesInTheStoreAreNotHeldInMemory(t *testing.T) {
	folder(t, map[string]string{"a.md": "# A\n\nOne is said, said Ann Lee.", "copy/b.md": "# A\n\nOne is said, said Ann Lee."})
	store := storeIn(t)
	for range 2 { // the second time all comes from the store
		lib := New(store)
		l := Load(t.Context(), []string{"."}, nil, Options{Store: store})
		for readings, ok := l.Next(); ok; readings, ok = l.Next() {
			lib.Take(readings...)
		}
		if len(lib.held) > 0 {
			t.Errorf("%d articles are held", len(lib.held))
		}
		for r, path := range []string{"a.md", "copy/b.md"} {
			a := lib.Article(Ref(r))
			if a.Path != path || a.Title != "A" || len(a.Quotes) != 1 || a.Speaker(&a.Quotes[0]).Name != "Ann Lee" {
				t.Errorf("article %d came back as %+v", r, a)
			}
			if lib.Article(Ref(r)) != a {
				t.Error("in use, it is another one")
			}
		}
	}
}

func TestILookAgainWhereNothingIsTold(t *testing.T) {
	folder(t, map[string]string{"news/a.md": "# A\n\nOne."})
	again := make(chan struct{}, 1)
	again <- struct{}{}
	w := watcher{paths: []string{"news"}, named: map[string]bool{}, active: true, asked: again}
	var found []string
	w.run(t.Context(), func(in Input) bool {
		found = append(found, in.Path)
		return !in.swept
	})
	if !slices.Equal(found, []string{"news/a.md", ""}) {
		t.Errorf("found %q", found)
	}
	if !watch(t, "news").loader.Again() || Load(t.Context(), []string{"news"}, nil, Options{}).Again() {
		t.Error("it looks again where it does not watch, or not where it does")
	}
}

func TestItReturnsWhenAllIsReadThatThereWas(t *testing.T) {
	for want, files := range map[int]map[string]string{0: {"other.md": "x"}, 2: {"news/a.md": "# A\n\nOne.", "news/b.md": "# B\n\nTwo."}} {
		folder(t, files)
		if err := os.MkdirAll("news", 0o755); err != nil {
			t.Fatal(err)
		}
		w := watch(t, "news")
		for _, news := range []int{want, 0} {
			read := 0
			for busy := true; busy; {
				readings, ok := w.loader.Next()
				if !ok {
					t.Fatal("the loader ended")
				}
				w.lib.Take(readings...)
				read += len(readings)
				done, found, all := w.loader.Progress()
				busy = done < found || !all
			}
			if read != news {
				t.Errorf("%d are read, want %d", read, news)
			}
			w.loader = Load(t.Context(), []string{"news"}, nil, Options{Watch: true, Known: w.lib.Files()})
		}
	}
}
