package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"reader/model/generate"
	"reader/model/library"
	"reader/model/library/librarytest"

	"github.com/adrg/xdg"
)

// What a child process is told: what to do, with which folder of articles, and where the folder for caches is.
const (
	childDoes  = "READER_TEST_DOES"
	childReads = "READER_TEST_READS"
	childCache = "READER_TEST_CACHE"
)

// child returns a process of the same test that will do something with the articles in folder: see isChild.
func child(t *testing.T, does, folder, cache string) *exec.Cmd {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^"+t.Name()+"$")
	cmd.Env = append(os.Environ(), childDoes+"="+does, childReads+"="+folder, childCache+"="+cache, "TMPDIR="+cache)
	cmd.Stderr = os.Stderr
	return cmd
}

// isChild reports whether this is a child process of the test, and does what a child is to do: it says when it begins, and
// what went wrong.
func isChild(t *testing.T) bool {
	t.Helper()
	does, folder := os.Getenv(childDoes), os.Getenv(childReads)
	if does == "" {
		return false
	}
	useCache(t, os.Getenv(childCache))
	say := func(what ...any) {
		if _, err := fmt.Fprintln(os.Stdout, what...); err != nil {
			t.Fatal(err)
		}
	}
	if does == "on a full disk" {
		signal.Ignore(syscall.SIGXFSZ)
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 300_000, Max: 300_000}); err != nil {
			t.Fatal(err)
		}
	}
	say("begins")
	s := openShelf([]string{folder}, nil)
	if len(s.problems) > 0 {
		t.Errorf("at the start: %v", s.problems)
	}
	fill(t, s, folder)
	for does == "keeps the library for ever" {
		if err := s.keep(); err != nil {
			t.Error(err)
		}
	}
	say("has", s.lib.Len())
	for _, problem := range s.close() {
		say("problem:", problem)
	}
	return true
}

// useCache makes home the folder for caches.
func useCache(t *testing.T, home string) {
	t.Helper()
	t.Setenv("XDG_CACHE_HOME", home)
	xdg.Reload()
	t.Cleanup(xdg.Reload)
}

// fill reads folder onto the shelf.
func fill(t *testing.T, s *shelf, folder string) {
	t.Helper()
	loader := library.Load(t.Context(), []string{folder}, nil, s.options())
	for readings, ok := loader.Next(); ok; readings, ok = loader.Next() {
		for _, rd := range readings {
			if rd.Problem != nil {
				t.Error(rd.Problem)
			}
		}
		s.lib.Take(readings...)
	}
}

// news writes n invented articles into a new folder.
func news(t *testing.T, n int) string {
	t.Helper()
	folder := t.TempDir()
	g := generate.New(5)
	g.Least, g.Most = 500, 1000
	for range n {
		a := g.Next()
		path := filepath.Join(folder, a.Name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, a.Markdown, 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// uncached returns the library of folder as it is without anything that is kept.
func uncached(t *testing.T, folder string) *library.Library {
	t.Helper()
	s := &shelf{lib: library.New(nil)}
	fill(t, s, folder)
	return s.lib
}

// shelved returns the library of folder with what is kept. Nothing may be wrong with that.
func shelved(t *testing.T, folder string) *library.Library {
	t.Helper()
	s := openShelf([]string{folder}, nil)
	fill(t, s, folder)
	if err := errors.Join(errors.Join(s.problems...), s.store.Problem()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.store.Close() }) // its articles are in use until then
	return s.lib
}

// killed runs cmd and kills it at some moment within so long. It reports whether it came to its end before.
func killed(t *testing.T, cmd *exec.Cmd, within time.Duration) bool {
	t.Helper()
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err = cmd.Start(); err != nil {
		t.Fatal(err)
	}
	said := make([]byte, 4096)
	n, err := out.Read(said)
	if err != nil {
		t.Fatalf("it did not begin: %v", err)
	}
	kill := time.AfterFunc(rand.N(within), func() { _ = cmd.Process.Kill() })
	defer kill.Stop()
	for more := n; more > 0; {
		if more, _ = out.Read(said[n:]); more > 0 { // the end is no problem
			n += more
		}
	}
	if err := cmd.Wait(); cmd.ProcessState.ExitCode() > 0 || strings.Contains(string(said[:n]), "problem") {
		t.Fatalf("it ended with %v: %s", err, said[:n])
	}
	return cmd.ProcessState.Success()
}

// A reader that is killed, a hundred times, at any moment, while it fills what is kept: every later start works, and has
// the library that it would have had without.
func TestKilledWhileItFillsTheCache(t *testing.T) {
	if isChild(t) {
		return
	}
	folder := news(t, 300)
	want := uncached(t, folder)
	whole := 0
	for round := range 5 {
		home := t.TempDir()
		for range 20 {
			if killed(t, child(t, "reads", folder, home), 120*time.Millisecond) {
				whole++
			}
		}
		useCache(t, home)
		librarytest.Same(t, fmt.Sprintf("after 20 readers were killed, %d. time", round+1), shelved(t, folder), want)
	}
	t.Logf("of 100 readers %d came to their end before they were killed", whole)
}

// The same while it writes the library as a whole.
func TestKilledWhileItKeepsTheLibrary(t *testing.T) {
	if isChild(t) {
		return
	}
	folder, home := news(t, 250), t.TempDir()
	useCache(t, home)
	s := openShelf([]string{folder}, nil)
	fill(t, s, folder)
	if problems := s.close(); problems != nil {
		t.Fatal(problems)
	}
	for range 25 {
		killed(t, child(t, "keeps the library for ever", folder, home), 100*time.Millisecond)
		s := openShelf([]string{folder}, nil)
		if len(s.problems) > 0 || s.lib.Len() != 250 {
			t.Fatalf("it starts with %d articles, %v", s.lib.Len(), s.problems)
		}
		_ = s.store.Close() // nothing was written
	}
	librarytest.Same(t, "after 25 were killed", shelved(t, folder), uncached(t, folder))
}

func TestTwoReadersFillOneCache(t *testing.T) {
	if isChild(t) {
		return
	}
	folder, home := news(t, 200), t.TempDir()
	var said [2]strings.Builder
	var readers [2]*exec.Cmd
	for i := range readers {
		readers[i] = child(t, "reads", folder, home)
		readers[i].Stdout = &said[i]
		if err := readers[i].Start(); err != nil {
			t.Fatal(err)
		}
	}
	for i := range readers {
		if err := readers[i].Wait(); err != nil || said[i].String() != "begins\nhas 200\nPASS\n" {
			t.Errorf("one of them ends with %v and says %s", err, said[i].String())
		}
	}
	useCache(t, home)
	librarytest.Same(t, "after two readers at once", shelved(t, folder), uncached(t, folder))
}

// Where nothing can be kept, that is told, and all is shown.
func TestNothingCanBeKept(t *testing.T) {
	if isChild(t) {
		return
	}
	folder := news(t, 220)
	out, err := child(t, "on a full disk", folder, t.TempDir()).Output()
	if says := string(out); err != nil || !strings.Contains(says, "has 220\n") || strings.Count(says, "problem: ") != 1 ||
		!strings.Contains(says, "can't be written") || !strings.Contains(says, "all is shown") {
		t.Errorf("on a full disk: %v, %s", err, says)
	}
	for name, spoil := range map[string]func(home string) error{
		"is a file":    func(home string) error { return os.WriteFile(filepath.Join(home, "reader"), nil, 0o600) },
		"is read-only": func(home string) error { return os.Mkdir(filepath.Join(home, "reader"), 0o500) },
	} {
		home := t.TempDir()
		if err := spoil(home); err != nil {
			t.Fatal(err)
		}
		if name == "is read-only" && os.Geteuid() == 0 {
			continue // nothing is to root
		}
		useCache(t, home)
		s := openShelf([]string{folder}, nil)
		if len(s.problems) != 1 || !strings.Contains(s.problems[0].Error(), "cache") {
			t.Errorf("the folder %s: told is %v", name, s.problems)
		}
		fill(t, s, folder)
		if s.lib.Len() != 220 || s.lib.Article(0).Text == "" {
			t.Errorf("the folder %s: %d articles", name, s.lib.Len())
		}
		if problems := s.close(); len(problems) > 0 {
			t.Errorf("the folder %s: in the end %v", name, problems)
		}
	}
}

func TestLibrariesThatWereNotOpenedForLongMakeRoom(t *testing.T) {
	useCache(t, t.TempDir())
	folder := news(t, worthKeeping)
	kept := func(paths ...string) string {
		s := openShelf(paths, nil)
		for _, path := range paths {
			fill(t, s, path)
		}
		if err := errors.Join(s.close()...); err != nil {
			t.Fatal(err)
		}
		return s.snapshot
	}
	first := kept(folder)
	long := time.Now().Add(-time.Hour)
	other := filepath.Join(cacheFolder(), "library-of-another-version")
	if err := os.WriteFile(other, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for i := range mostKept + 2 {
		path := filepath.Join(cacheFolder(), fmt.Sprintf("%s%d", ofOurs, i))
		if err := errors.Join(os.WriteFile(path, nil, 0o600), os.Chtimes(path, long, long.Add(time.Duration(i)*time.Minute))); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chtimes(first, long, long.Add(-time.Minute)); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(openShelf([]string{folder}, nil).close()...); err != nil { // opened, and so kept
		t.Fatal(err)
	}
	second := kept(filepath.Join(folder, "."), folder)
	left, err := filepath.Glob(filepath.Join(cacheFolder(), "library-*"))
	if err != nil {
		t.Fatal(err)
	}
	left = slices.DeleteFunc(left, func(path string) bool { return filepath.Ext(path) == ".lock" })
	if len(left) != mostKept || !slices.Contains(left, first) || !slices.Contains(left, second) || slices.Contains(left, other) {
		t.Errorf("left are %q", left)
	}
}
