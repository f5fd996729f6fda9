package library

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"
	"testing/synctest"
	"time"
)

// collect reads everything that l hands over: the path of each article, and "path: problem" for the rest.
func collect(t *testing.T, l *Loader) []string {
	t.Helper()
	var out []string
	for results, ok := l.Next(); ok; results, ok = l.Next() {
		if len(results) == 0 {
			t.Error("Next returned nothing, and true")
		}
		for _, r := range results {
			for _, a := range r.Results {
				out = append(out, a.Article.Path)
			}
			if r.Problem != nil {
				out = append(out, r.Problem.Error())
			}
		}
	}
	return out
}

// folder writes files, whose names end in "/" for folders, into a new folder and changes to it.
func folder(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, content := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

const story = "The harbour of Tallmar stays shut.\n\nNobody said why.\n"

// Most XML and JSON in a folder is no feed, and that is no problem.
func TestLoadFindsFeedsAmongOtherFiles(t *testing.T) {
	const item = "<item><title>The harbour stays shut</title></item>"
	jsonFeed := `{"items": [` + strings.Repeat(`{"id": "https://a.example/1", "content_text": "The harbour stays shut."}, `, 300) +
		`{"id": "2", "content_text": "It opens."}], "version": "https://jsonfeed.org/version/1.1"}`
	files := map[string]string{
		"a.xml":       "<rss><channel><title>A</title>" + item + "<item><title>It opens</title></item></channel></rss>",
		"b.atom":      "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>Shut</title></entry></feed>",
		"c.json":      jsonFeed,
		"config.json": `{"name": "config", "version": "1.0.0", "items": [` + strings.Repeat(`"an item", `, 2000) + `"the last"]}`,
		"d.rdf":       "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:foaf='http://xmlns.com/foaf/0.1/'></rdf:RDF>",
		"e.rss":       "Not Found",
		"empty.json":  "",
		"pom.xml":     "<?xml version='1.0'?><project><item>1</item></project>",
	}
	folder(t, files)
	want := []string{"a.xml#1", "a.xml#2", "b.atom#1", "c.json#1", "c.json#301"}
	if got := collect(t, Load(t.Context(), []string{"."}, nil, Options{})); !slices.Equal(got, want) {
		t.Errorf("in a folder: %q", got)
	}
	inMemory := fstest.MapFS{}
	for name, content := range files {
		inMemory[name] = &fstest.MapFile{Data: []byte(content)}
	}
	if got := collect(t, LoadFS(t.Context(), inMemory, Options{})); !slices.Equal(got, want) {
		t.Errorf("in a file system: %q", got)
	}
	named := collect(t, Load(t.Context(), []string{"e.rss", "pom.xml"}, nil, Options{}))
	if len(named) != 2 {
		t.Errorf("files that were named: %q", named)
	}
}

func TestLoadReadsFoldersInNameOrder(t *testing.T) {
	folder(t, map[string]string{
		"b.md": story, "a/z.txt": story, "a/b/c.markdown": story, "a/NOTES": story, "C.TXT": story,
		"picture.png": "\x89PNG", "a/program": "\x7fELF\x00\x00", ".hidden.md": story, ".git/x.md": story,
		"named.html": story,
	})
	want := []string{"named.html", "C.TXT", "a/NOTES", "a/b/c.markdown", "a/z.txt", "b.md", "-"}
	got := collect(t, Load(t.Context(), []string{"named.html", ".", "-"}, strings.NewReader(story), Options{}))
	if !slices.Equal(got, want) {
		t.Errorf("read %q, want %q", got, want)
	}
	if got := collect(t, Load(t.Context(), []string{".git"}, nil, Options{})); !slices.Equal(got, []string{".git/x.md"}) {
		t.Errorf("a hidden folder that is named: read %q", got)
	}
}

// What a browser saves beside a page is not read, other folders are.
func TestLoadPassesOverWhatBelongsToASavedPage(t *testing.T) {
	files := map[string]string{
		"News.html": story, "News_files/frame.html": story, "Blatt.htm": story, "Blatt-Dateien/a.html": story, "c.mhtml": "Content-Type: text/html\n\n" + story,
		"d.MHT": story, "other_files/e.xhtml": story, "News_old/f.html": story,
	}
	want := []string{"Blatt.htm", "News.html", "News_old/f.html", "c.mhtml", "d.MHT", "other_files/e.xhtml"}
	folder(t, files)
	if got := collect(t, Load(t.Context(), []string{"."}, nil, Options{})); !slices.Equal(got, want) {
		t.Errorf("read %q, want %q", got, want)
	}
	fsys := fstest.MapFS{}
	for path, data := range files {
		fsys[path] = &fstest.MapFile{Data: []byte(data)}
	}
	if got := collect(t, LoadFS(t.Context(), fsys, Options{})); !slices.Equal(got, want) {
		t.Errorf("of a file system: read %q, want %q", got, want)
	}
}

func TestAFileNamedTwiceIsReadOnce(t *testing.T) {
	folder(t, map[string]string{"a/x.md": story, "a/y.md": story})
	got := collect(t, Load(t.Context(), []string{"a/y.md", "a", "./a/../a/x.md"}, strings.NewReader(""), Options{}))
	if want := []string{"a/y.md", "a/x.md"}; !slices.Equal(got, want) {
		t.Errorf("read %q, want %q", got, want)
	}
}

func TestLoadFS(t *testing.T) {
	t.Parallel()
	fsys := fstest.MapFS{
		"b.md": {Data: []byte(story)}, "a.md": {Data: []byte(story)}, "embed.go": {Data: []byte("package x")},
		".hidden/c.md": {Data: []byte(story)}, "empty.md": {},
	}
	got := collect(t, LoadFS(t.Context(), fsys, Options{}))
	if want := []string{"a.md", "b.md", "empty.md: the file is empty"}; !slices.Equal(got, want) {
		t.Errorf("read %q, want %q", got, want)
	}
}

// Each thing that is no article is told, in its place, and the articles around it are read.
func TestLoadTellsProblems(t *testing.T) {
	folder(t, map[string]string{"a.md": story, "empty.txt": "", "x/binary.md": strings.Repeat("\x7fELF\x02\x01\x00\xff\xfe", 20), "z.md": story})
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(os.WriteFile("large.md", nil, 0o600))
	must(os.Truncate("large.md", maxFile+1))
	must(syscall.Mkfifo("pipe", 0o600))
	must(os.Symlink("nowhere.md", "dangling.md"))
	must(os.Symlink("turn.md", "turn.md"))
	must(os.Symlink("..", "x/up"))
	must(os.Symlink("/dev/null", "null"))
	s, err := net.Listen("unix", "socket")
	must(err)
	t.Cleanup(func() { _ = s.Close() })

	got := collect(t, Load(t.Context(), []string{".", "missing.md", "missing/"}, nil, Options{}))
	for _, want := range []string{
		"a.md", "dangling.md: " + errDangling.Error(), "empty.txt: " + errEmpty.Error(), "large.md: " + errTooLarge.Error(),
		"null: " + errDevice.Error(), "pipe: " + errPipe.Error(), "socket: " + errSocket.Error(), "turn.md: " + errLoop.Error(),
		"x/up: " + errLoop.Error(), "z.md", "missing.md: " + errMissing.Error(), "missing/: " + errMissing.Error(),
	} {
		if !slices.Contains(got, want) {
			t.Errorf("missing: %s", want)
		}
	}
	if n := slices.IndexFunc(got, func(s string) bool { return strings.HasPrefix(s, "x/binary.md: ") }); n < 0 {
		t.Error("the binary file is not told")
	}
	if len(got) != 13 {
		t.Errorf("%d results: %q", len(got), got)
	}
}

// guarded is a file system of which some files and folders may not be read.
type guarded struct {
	fstest.MapFS
	denied []string
}

func (g guarded) Open(path string) (fs.File, error) {
	if slices.Contains(g.denied, path) {
		return nil, &fs.PathError{Op: "open", Path: path, Err: fs.ErrPermission}
	}
	return g.MapFS.Open(path)
}

func (g guarded) ReadDir(path string) ([]fs.DirEntry, error) {
	if slices.Contains(g.denied, path) {
		return nil, &fs.PathError{Op: "open", Path: path, Err: fs.ErrPermission}
	}
	return g.MapFS.ReadDir(path)
}

func TestLoadTellsWhatMayNotBeRead(t *testing.T) {
	t.Parallel()
	fsys := guarded{fstest.MapFS{"secret/a.md": {Data: []byte(story)}, "b.md": {Data: []byte(story)}, "c.md": {Data: []byte(story)}}, []string{"secret", "b.md"}}
	got := collect(t, LoadFS(t.Context(), fsys, Options{}))
	if want := []string{"b.md: " + errDenied.Error(), "c.md", "secret: " + errDenied.Error()}; !slices.Equal(got, want) {
		t.Errorf("read %q, want %q", got, want)
	}
}

// A folder on the way that can't be read is told, and those behind it are read.
func TestLoadTellsFoldersThatCanNotBeRead(t *testing.T) {
	folder(t, map[string]string{"a.md": story})
	info, err := os.Stat(".")
	if err != nil {
		t.Fatal(err)
	}
	got := collect(t, start(t.Context(), Options{}, func(yield func(Input) bool) {
		w := walker{yield: yield, enter: func(string) {}, seen: map[string]bool{}, entered: map[string]bool{}}
		if !w.folder("gone", info) || !w.path("a.md", false) {
			t.Error("the walk stopped")
		}
	}))
	if want := []string{"gone: " + errMissing.Error(), "a.md"}; !slices.Equal(got, want) {
		t.Errorf("read %q, want %q", got, want)
	}
}

// A folder full of links to each other must not be walked in every way there is.
func TestLoadEntersALinkedFolderOnce(t *testing.T) {
	folder(t, nil)
	const n = 24
	for i := range n {
		if err := os.MkdirAll(fmt.Sprintf("d%02d", i), 0o755); err != nil {
			t.Fatal(err)
		}
		for _, l := range []string{"l", "m"} {
			if err := os.Symlink(fmt.Sprintf("../d%02d", i+1), fmt.Sprintf("d%02d/%s", i, l)); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := os.MkdirAll(fmt.Sprintf("d%02d", n), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(fmt.Sprintf("d%02d/a.md", n), []byte(story), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := collect(t, Load(t.Context(), []string{"d00"}, nil, Options{})); len(got) != 1 {
		t.Errorf("read %q, want one article", got)
	}
}

func TestPanicIsTheProblemOfOneFile(t *testing.T) {
	t.Parallel()
	l := start(t.Context(), Options{}, func(yield func(Input) bool) {
		open := func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(story)), nil }
		yield(Input{Path: "a.md", Open: open})
		yield(Input{Path: "b.md", Open: func() (io.ReadCloser, error) { panic("out of range") }})
		yield(Input{Path: "c.md", Open: open})
	})
	got := collect(t, l)
	if len(got) != 3 || got[0] != "a.md" || !strings.Contains(got[1], "b.md: ") || !strings.Contains(got[1], "out of range") || got[2] != "c.md" {
		t.Errorf("read %q", got)
	}
}

func TestLoadStopsWithItsContext(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithCancel(t.Context())
		l := start(ctx, Options{}, func(yield func(Input) bool) {
			for i := range 100 * window {
				yield(Input{Path: fmt.Sprint(i), Open: func() (io.ReadCloser, error) { return nil, errors.New("no") }})
			}
		})
		if _, ok := l.Next(); !ok {
			t.Fatal("nothing was read")
		}
		stop()
		synctest.Wait()
		for range 2 {
			if r, ok := l.Next(); ok && len(r) > 0 {
				t.Errorf("%d results after the end", len(r))
			}
		}
	}) // fails if a goroutine is left
}

func TestResultsComeInOrderAndGrowingBatches(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		const n = 3 * window
		l := start(t.Context(), Options{}, func(yield func(Input) bool) {
			for i := range n {
				yield(Input{Path: fmt.Sprint(i), Open: func() (io.ReadCloser, error) {
					time.Sleep(time.Duration(i%7) * time.Millisecond)
					return nil, errors.New("no")
				}})
			}
		})
		var sizes []int
		next := 0
		for results, ok := l.Next(); ok; results, ok = l.Next() {
			sizes = append(sizes, len(results))
			for _, r := range results {
				if r.Problem.Path != fmt.Sprint(next) {
					t.Fatalf("%s came in place of %d", r.Problem.Path, next)
				}
				next++
			}
		}
		if next != n || sizes[0] != 1 || slices.Max(sizes) < 16 {
			t.Errorf("%d results in batches of %v", next, sizes)
		}
		if done, found, all := l.Progress(); done != n || found != n || !all {
			t.Errorf("%d done, found %d, all %v", done, found, all)
		}
	})
}

func TestFoundIsKnownBeforeEverythingIsRead(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithCancel(t.Context())
		defer stop()
		l := start(ctx, Options{}, func(yield func(Input) bool) {
			for i := range 10 * window {
				yield(Input{Path: fmt.Sprint(i), Open: func() (io.ReadCloser, error) { return nil, errors.New("no") }})
			}
		})
		synctest.Wait() // nobody calls Next
		if done, found, all := l.Progress(); done != 0 || found != 10*window || !all {
			t.Errorf("%d done, found %d, all %v", done, found, all)
		}
		stop()
	})
}

func TestFilesUnderWayAreBoundedInBytes(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		opened := make(chan struct{}, 100)
		ctx, stop := context.WithCancel(t.Context())
		l := start(ctx, Options{}, func(yield func(Input) bool) {
			for i := range 100 {
				yield(Input{Path: fmt.Sprint(i), stamp: Stamp{Size: maxFile}, Open: func() (io.ReadCloser, error) {
					opened <- struct{}{}
					return nil, errors.New("no")
				}})
			}
		})
		synctest.Wait()
		if n := len(opened); n != inFlight/maxFile {
			t.Errorf("%d large files were opened at once, want %d", n, inFlight/maxFile)
		}
		if got := collect(t, l); len(got) != 100 {
			t.Errorf("%d of 100 were read", len(got))
		}
		stop()
	})
}

func TestHostilePathIsSafeToShow(t *testing.T) {
	name := "a\x1b]0;owned\a\nb.md"
	folder(t, map[string]string{name: story, "x" + name: ""})
	got := collect(t, Load(t.Context(), []string{"."}, nil, Options{}))
	if len(got) != 2 {
		t.Fatalf("read %q", got)
	}
	for _, s := range got {
		if strings.ContainsAny(s, "\x1b\a\n") {
			t.Errorf("%q passes control characters on", s)
		}
	}
}

func TestReadingCanBeStoppedAndGoneOnWith(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithCancel(t.Context())
		defer stop()
		inputs := make(chan string)
		l := start(ctx, Options{}, func(yield func(Input) bool) {
			for path := range inputs {
				yield(Input{Path: path, Open: func() (io.ReadCloser, error) { return nil, errors.New("no") }})
			}
		})
		inputs <- "a"
		if got, _ := l.Next(); len(got) != 1 {
			t.Fatalf("read %v", got)
		}
		l.Pause(true)
		l.Pause(true) // makes no difference
		inputs <- "b"
		close(inputs)
		came := make(chan int, 1)
		go func() {
			got, _ := l.Next()
			came <- len(got)
		}()
		synctest.Wait()
		if done, found, all := l.Progress(); len(came) > 0 || done != 1 || found != 2 || !all || !l.Paused() {
			t.Errorf("stopped, %d of %d are read, all found: %v, paused: %v", done, found, all, l.Paused())
		}
		l.Pause(false)
		if n := <-came; n != 1 || l.Paused() {
			t.Errorf("going on, %d came, paused: %v", n, l.Paused())
		}
		l.Pause(true) // and it ends all the same
		if _, more := l.Next(); more {
			t.Error("there is more")
		}
	})
}
