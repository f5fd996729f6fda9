package journal

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// book remembers the lines of a journal. A line with an x in it is nothing that it knows.
type book struct {
	*File
	lines []string
	anew  int // how often the file was read from its beginning
}

func bookAt(path string) *book {
	b := &book{}
	b.File = New(path, "the book", b.take)
	return b
}

func (b *book) take(lines [][]byte, anew bool) []error {
	if anew {
		b.lines = nil
		b.anew++
	}
	wrong := make([]error, len(lines))
	for i, l := range lines {
		if bytes.ContainsRune(l, 'x') {
			wrong[i] = errors.New("it has an x")
			continue
		}
		b.lines = append(b.lines, string(l))
	}
	return wrong
}

func (b *book) add(tb testing.TB, lines ...string) {
	tb.Helper()
	must(tb, b.try(lines...))
}

func (b *book) try(lines ...string) error {
	return b.Append(func() ([][]byte, error) {
		out := make([][]byte, len(lines))
		for i, l := range lines {
			out[i] = []byte(l)
		}
		return out, nil
	})
}

// has asserts the lines that b remembers once it is up to date, and how many problems there are.
func (b *book) has(tb testing.TB, want string, problems int) {
	tb.Helper()
	must(tb, b.Reload())
	if got := strings.Join(b.lines, " "); got != want || len(b.Problems()) != problems {
		tb.Errorf("it has %q, problems %v, want %q and %d problems", got, b.Problems(), want, problems)
	}
}

func must(tb testing.TB, err error) {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
}

func content(tb testing.TB, path string) string {
	tb.Helper()
	data, err := os.ReadFile(path)
	must(tb, err)
	return string(data)
}

// What one program adds, another one is handed, each line once; who adds sees first what others added.
func TestLinesAreHandedOverOnce(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "new", "folder", "book.jsonl")
	one, other := bookAt(path), bookAt(path)
	one.has(t, "", 0)
	one.add(t, "a", "b")
	other.has(t, "a b", 0)
	one.add(t, "c x")
	other.add(t, "d")
	one.has(t, "a b d", 1)
	must(t, other.Append(func() ([][]byte, error) {
		if len(other.lines) != 3 {
			t.Errorf("who adds has seen %q", other.lines)
		}
		return nil, nil
	}))
	if err := one.Append(func() ([][]byte, error) { return [][]byte{{'e'}}, os.ErrInvalid }); !errors.Is(err, os.ErrInvalid) {
		t.Errorf("got %v", err)
	}
	other.has(t, "a b d", 1)
	if one.anew != 1 || other.anew != 1 {
		t.Errorf("the file was read %d and %d times", one.anew, other.anew)
	}
	if got := other.Problems()[0].Error(); got != path+": line 3 was passed over and left as it is: it has an x" {
		t.Errorf("told is %s", got)
	}
	lines, err := one.Lines()
	if got := string(bytes.Join(lines, []byte(" "))); got != "a b d" || err != nil {
		t.Errorf("the lines are %q, %v", got, err)
	}
}

// Wherever the file is cut off by a crash, the lines before that are there, and one can go on.
func TestCutOffAnywhere(t *testing.T) {
	t.Parallel()
	const all = "aaa\nbb\n\nc\n"
	path := filepath.Join(t.TempDir(), "book.jsonl")
	for n := range len(all) + 1 {
		must(t, os.WriteFile(path, []byte(all[:n]), 0o600))
		b := bookAt(path)
		b.add(t, "d")
		want := strings.Join(append(strings.Fields(all[:n]), "d"), " ")
		b.has(t, want, 0)
		bookAt(path).has(t, want, 0)
		if got := content(t, path); !strings.HasPrefix(got, all[:n]) {
			t.Errorf("of %q became %q", all[:n], got)
		}
	}
}

// A file in the place of the old one is read anew, even if the system gives it the number that the old one had.
func TestAnotherFile(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "book.jsonl")
	b := bookAt(path)
	b.add(t, "one", "two")
	for i := range 20 {
		other := fmt.Sprintf("%d one two three", i)
		must(t, os.Remove(path))
		must(t, os.WriteFile(path, []byte(other+"\n"), 0o600))
		b.has(t, other, 0)
		must(t, os.WriteFile(path, []byte("at its place\n"), 0o600))
		b.has(t, "at its place", 0)
	}
}

// A file that is made smaller loses what is not kept and nothing else; who has the old one open goes on with the new one.
func TestMadeSmaller(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	path, target := filepath.Join(folder, "book.jsonl"), filepath.Join(folder, "elsewhere.jsonl")
	must(t, os.WriteFile(target, nil, 0o644))
	must(t, os.Symlink(target, path))
	must(t, os.WriteFile(filepath.Join(folder, ".elsewhere.jsonl.new"), []byte("left by a crash, and longer than what there is now"), 0o600))
	one, other := bookAt(path), bookAt(path)
	other.add(t, "old", "my x notes", "long and old", "last")
	one.has(t, "old long and old last", 1)
	must(t, one.Compact(func(line []byte) []byte {
		if line = bytes.TrimSuffix(line, []byte("old")); len(line) == 0 {
			return nil
		}
		return line
	}))
	if got := content(t, target); got != "my x notes\nlong and \nlast\n" {
		t.Errorf("the file is %q", got)
	}
	one.has(t, "long and last", 1)
	other.add(t, "more")
	one.has(t, "long and last more", 1)
	other.has(t, "long and last more", 1)
	if info, err := os.Lstat(path); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v", err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the mode is %v, %v", info.Mode(), err)
	}
	if _, err := os.Stat(target + ".new"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a file is left: %v", err)
	}
	if got := one.Problems()[0].Error(); !strings.Contains(got, "line 1 was") {
		t.Errorf("told is %s", got)
	}
}

// What is no file is not replaced by one.
func TestNothingButAFileIsReplaced(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "book.jsonl")
	must(t, os.Symlink(t.TempDir(), path))
	if err := bookAt(path).replace([]byte("b")); err == nil || !strings.Contains(err.Error(), "it is no file") {
		t.Errorf("got %v", err)
	}
}

// Where one may not write, one can read.
func TestAFolderThatIsReadOnly(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "book.jsonl")
	must(t, os.WriteFile(path, []byte("a\nb\nbeing writ"), 0o600))
	must(t, os.Mkdir(path+".lock", 0o700)) // so that there can be no lock
	b := bookAt(path)
	b.has(t, "a b", 0)
	if lines, err := b.Lines(); len(lines) != 2 || err != nil {
		t.Errorf("the lines are %q, %v", lines, err)
	}
	for _, err := range []error{b.try("c"), b.Compact(slices.Clone)} {
		if err == nil || !strings.Contains(err.Error(), "could not be written") {
			t.Errorf("got %v", err)
		}
	}
	if got := content(t, path); got != "a\nb\nbeing writ" {
		t.Errorf("the file is %q", got)
	}
}

// FuzzLines hands over what is in a file of any content, whether it is read at once or as it grows.
func FuzzLines(f *testing.F) {
	f.Add([]byte("a\nb x\n\n c \r\nd"), 3)
	f.Add([]byte("\n\n\x00\xff"), 1)
	f.Fuzz(func(t *testing.T, data []byte, cut int) {
		path := filepath.Join(t.TempDir(), "book.jsonl")
		whole, growing := bookAt("x"), bookAt(path)
		whole.takeIn(data, true, true)
		end := bytes.LastIndexByte(data[:max(0, min(cut, len(data)))], '\n') + 1
		for _, part := range [][]byte{data[:end], data} {
			must(t, os.WriteFile(path, part, 0o600))
			f, err := os.Open(path)
			must(t, err)
			must(t, growing.catchUp(f, true))
			must(t, f.Close())
		}
		if !slices.Equal(whole.lines, growing.lines) || len(whole.Problems()) != len(growing.Problems()) || growing.read != int64(len(data)) {
			t.Fatalf("at once %q, growing %q; %d of %d bytes", whole.lines, growing.lines, growing.read, len(data))
		}
		at := 0
		for _, l := range whole.lines {
			i := bytes.Index(data[at:], []byte(l))
			if i < 0 {
				t.Fatalf("%q is made up", l)
			}
			at += i + len(l)
		}
	})
}
