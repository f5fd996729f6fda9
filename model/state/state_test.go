package state

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/go-json-experiment/json"

	"reader/model"
	"reader/model/correct"
)

func open(tb testing.TB, path string) *Log {
	tb.Helper()
	l, err := Open(path)
	if err != nil {
		tb.Fatal(err)
	}
	return l
}

// fresh returns a log of which there is no file yet.
func fresh(tb testing.TB) *Log {
	tb.Helper()
	return open(tb, filepath.Join(tb.TempDir(), "reader", "state.jsonl"))
}

func must(tb testing.TB, errs ...error) {
	tb.Helper()
	if err := errors.Join(errs...); err != nil {
		tb.Fatal(err)
	}
}

func mark(tb testing.TB, l *Log, read bool, ids ...string) int {
	tb.Helper()
	n, err := l.Mark(ids, read)
	must(tb, err)
	return n
}

func star(tb testing.TB, l *Log, on bool, ids ...string) {
	tb.Helper()
	_, err := l.Star(ids, on)
	must(tb, err)
}

func write(tb testing.TB, l *Log, n Note) Note {
	tb.Helper()
	n, err := l.Write(n)
	must(tb, err)
	return n
}

func content(tb testing.TB, path string) string {
	tb.Helper()
	data, err := os.ReadFile(path)
	must(tb, err)
	return string(data)
}

// tell returns all that l knows of the articles a to e, in one line.
func tell(l *Log) string {
	var out []string
	for id := range strings.FieldsSeq("a b c d e") {
		s := ""
		if l.Read(id) {
			s += " read"
		}
		if l.Starred(id) {
			s += " starred"
		}
		if n := l.Place(id); n > 0 {
			s += fmt.Sprint(" at ", n)
		}
		if l.New(id) {
			s += " new"
		}
		for _, n := range l.Notes(id) {
			s += fmt.Sprintf(" %q", n.Text)
		}
		if (len(l.Notes(id)) > 0) != l.Noted(id) {
			s += " noted?"
		}
		if s != "" {
			out = append(out, id+s)
		}
	}
	for _, s := range l.Searches() {
		out = append(out, s.Name+"="+s.Query)
	}
	return strings.Join(out, "; ")
}

// tells asserts what each of logs knows.
func tells(tb testing.TB, want string, logs ...*Log) {
	tb.Helper()
	for i, l := range logs {
		if got := tell(l); got != want {
			tb.Errorf("log %d knows %q, want %q", i, got, want)
		}
	}
}

// All that I do is there tomorrow.
func TestWhatIDoIsKept(t *testing.T) {
	t.Parallel()
	l := fresh(t)
	if _, err := os.Stat(filepath.Dir(l.Path())); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a folder was made though nothing is kept: %v", err)
	}
	if n := mark(t, l, true, "a", "b", "a"); n != 2 {
		t.Errorf("%d articles were marked, want 2", n)
	}
	if n := mark(t, l, true, "b", "c"); n != 1 {
		t.Errorf("%d articles were marked, want 1", n)
	}
	mark(t, l, false, "b", "e")
	star(t, l, true, "b", "d")
	star(t, l, false, "d")
	must(t, l.Leave("a", 7), l.Leave("a", 8), l.Leave("b", 3), l.Leave("b", 0), l.Leave("c", -1), l.Opened("d"), l.Opened("d"))
	must(t, l.Save("harl", "speaker:harl"), l.Save("dams", "place:ostrel"), l.Save("harl", "speaker:harl is:unread"), l.Save("dams", ""))
	anchor := correct.Anchor{Field: model.Title, Span: model.Span{Start: 3, End: 9}, Words: "“Nøn”", Before: "x <", After: "&\n"}
	write(t, l, Note{Article: "a", Text: "of the title", Anchor: anchor})
	anchor.Field = model.Body
	write(t, l, Note{Article: "a", Text: "of\nthe body", Anchor: anchor})
	gone := write(t, l, Note{Article: "b", Text: "wrong"})
	n := write(t, l, Note{Article: "a", Text: "of all of it"})
	n.Text = "of it all"
	n = write(t, l, n)
	gone.Text = ""
	write(t, l, gone)
	tomorrow := open(t, l.Path())
	tells(t, `a read at 8 "of it all" "of the title" "of\nthe body"; b starred; c read; d read; harl=speaker:harl is:unread`, l, tomorrow)
	for _, l := range []*Log{l, tomorrow} {
		notes := l.Notes("a")
		if notes[0] != n || notes[2].Anchor != anchor || len(l.Problems()) > 0 {
			t.Errorf("the notes are %+v, problems %v", notes, l.Problems())
		}
	}
	for file, want := range map[string]os.FileMode{l.Path(): 0o600, filepath.Dir(l.Path()): 0o700} {
		if info, err := os.Stat(file); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s has the mode %v (%v), want %v", file, info.Mode(), err, want)
		}
	}
}

// What changes nothing is not written.
func TestNothingIsWrittenThatIsKnown(t *testing.T) {
	t.Parallel()
	l := fresh(t)
	mark(t, l, true, "a")
	must(t, l.Leave("a", 3), l.Save("x", "y"), l.Meet([]string{"a", "b"}))
	n := write(t, l, Note{Article: "a", Text: "so"})
	before := content(t, l.Path())
	mark(t, l, true, "a")
	mark(t, l, false, "b")
	star(t, l, false, "a")
	write(t, l, n)
	must(t, l.Leave("a", 3), l.Leave("b", 0), l.Opened("a"), l.Save("x", "y"), l.Save("z", ""), l.Meet([]string{"b"}))
	if got := content(t, l.Path()); got != before {
		t.Errorf("written was %s", strings.TrimPrefix(got, before))
	}
}

// One change after the other is undone, the newest first; what went by itself is not.
func TestUndo(t *testing.T) {
	t.Parallel()
	l := fresh(t)
	must(t, l.Opened("c"))
	mark(t, l, true, "a")
	mark(t, l, false, "a")
	mark(t, l, true, "a", "b", "c")
	star(t, l, true, "b")
	must(t, l.Save("x", "one"), l.Save("x", "two"))
	n := write(t, l, Note{Article: "a", Text: "so"})
	n.Text = "not so"
	write(t, l, n)
	must(t, l.Opened("d"), l.Leave("a", 4))
	for _, want := range []string{
		`a read at 4 "so"; b read starred; c read; d read; x=two`,
		`a read at 4; b read starred; c read; d read; x=two`,
		`a read at 4; b read starred; c read; d read; x=one`,
		`a read at 4; b read starred; c read; d read`,
		`a read at 4; b read; c read; d read`,
		`a at 4; c read; d read`,
		`a read at 4; c read; d read`,
		`a at 4; c read; d read`,
	} {
		last, _ := l.Last()
		e, ok, err := l.Undo()
		if !ok || err != nil || e.Op != last.Op || !e.Time.Equal(last.Time) {
			t.Fatalf("undone is %+v (%v, %v), the last was %+v", e, ok, err, last)
		}
		tells(t, want, l, open(t, l.Path()))
	}
	if e, ok, err := l.Undo(); ok || err != nil {
		t.Errorf("undone is %+v, %v", e, err)
	}
	if e, ok, _ := open(t, l.Path()).Undo(); ok {
		t.Errorf("undone is what was done yesterday: %+v", e)
	}
}

// What another reader did since is not undone.
func TestUndoLeavesWhatOthersDid(t *testing.T) {
	t.Parallel()
	l := fresh(t)
	star(t, l, true, "a")
	mark(t, l, true, "a", "b")
	must(t, l.Save("x", "mine"))
	other := open(t, l.Path())
	must(t, other.Save("x", "theirs"))
	mark(t, other, false, "b")
	if e, ok, err := l.Undo(); !ok || err != nil || e.Op != Read || !slices.Equal(e.Articles, []string{"a"}) {
		t.Errorf("undone is %+v, %v", e, err)
	}
	must(t, other.Reload())
	tells(t, "a starred; x=theirs", l, other)
}

// Two readers at once: of two things that are said of one article the later counts, and nothing else is lost.
func TestTwoReaders(t *testing.T) {
	t.Parallel()
	l := fresh(t)
	other := open(t, l.Path())
	mark(t, l, true, "a", "b")
	star(t, other, true, "a")
	mark(t, other, false, "a")
	must(t, l.Leave("b", 2), other.Reload(), l.Reload())
	tells(t, "a starred; b read at 2", l, other)
}

func TestManyReadersAtOnce(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "reader", "state.jsonl")
	var work sync.WaitGroup
	for i := range 4 {
		l := open(t, path) // as another program has it: with a lock of its own
		for k := range 2 {
			work.Go(func() {
				for n := range 5 {
					id := fmt.Sprint(i, k, n)
					if _, err := l.Mark([]string{id}, true); err != nil || !l.Read(id) {
						t.Error(err)
					}
					if err := l.Leave("all", n+1); err != nil {
						t.Error(err)
					}
				}
			})
		}
	}
	work.Wait()
	l := open(t, path)
	for i := range 4 {
		for k := range 2 {
			for n := range 5 {
				if id := fmt.Sprint(i, k, n); !l.Read(id) {
					t.Errorf("%s is not read", id)
				}
			}
		}
	}
	if len(l.Problems()) > 0 {
		t.Error(l.Problems())
	}
}

// New is what came after the reader was closed last, as long as one does not close it again.
func TestWhatIsNewSinceLastTime(t *testing.T) {
	t.Parallel()
	l := fresh(t)
	must(t, l.Meet([]string{"a", "b"}))
	tells(t, "", l) // the first time
	must(t, l.Close())
	l = open(t, l.Path())
	if l.Since().IsZero() {
		t.Error("it is not known when it was closed")
	}
	must(t, l.Meet([]string{"a", "b", "c"}))
	tells(t, "c new; d new; e new", l)
	must(t, l.Meet([]string{"c", "d"}))
	tells(t, "c new; d new; e new", l, open(t, l.Path())) // it crashed
	must(t, l.Close())
	tells(t, "c new; d new; e new", l)
	tells(t, "e new", open(t, l.Path()))
}

// What is known is what the lines say in whatever order they stand, and however often.
func TestTheOrderOfLinesDoesNotMatter(t *testing.T) {
	t.Parallel()
	const at = `{"time":"2026-02-03T04:05:0`
	lines := []string{
		at + `1Z","op":"read","articles":["a","b","c"]}`,
		at + `2Z","op":"unread","article":"a"}`,
		at + `2Z","op":"star","article":"a"}`,
		at + `2Z","op":"unstar","article":"a"}`, // at the same time
		at + `2Z","op":"read","article":"d"}`,
		at + `2Z","op":"unread","article":"d"}`,
		at + `2Z","op":"at","article":"c","block":4}`,
		at + `2+00:00","op":"at","article":"c","block":5}`,
		at + `2Z","op":"note","id":"1","article":"a","text":"p"}`,
		at + `2Z","op":"note","id":"1","article":"b","text":"q"}`,
		at + `1Z","op":"note","id":"2","article":"b","text":"z"}`,
		at + `3Z","op":"note","id":"2","article":"b"}`,
		at + `1Z","op":"search","name":"n","query":"late:r"}`,
		at + `1Z","op":"search","name":"n","query":"earlie:r"}`,
		at + `4Z","op":"closed"}`, at + `3Z","op":"closed"}`,
		at + `5Z","op":"met","articles":["a","e"]}`, at + `1Z","op":"met","articles":["a","b","c","d"]}`,
	}
	for i := range lines {
		l := fresh(t)
		for k := range slices.Concat(lines, lines) {
			if _, _, problems, err := l.Import("x", strings.NewReader(lines[(i+k*5)%len(lines)])); err != nil || len(problems) > 0 {
				t.Fatal(err, problems)
			}
		}
		tells(t, `a starred; b read "q"; c read at 5; d read; e new; n=late:r`, open(t, l.Path()))
	}
}

// A line of this reader counts even where the clock of another one is ahead.
func TestAClockThatIsAhead(t *testing.T) {
	t.Parallel()
	l := fresh(t)
	const at = `{"time":"2099-01-01T00:00:00Z",`
	ahead := at + `"op":"read","article":"a"}` + "\n" + at + `"op":"search","name":"n","query":"q"}` + "\n" + at + `"op":"note","id":"1","article":"a","text":"t"}`
	_, _, _, err := l.Import("x", strings.NewReader(ahead))
	must(t, err, l.Save("n", "r"))
	mark(t, l, false, "a")
	write(t, l, Note{ID: "1", Article: "a", Text: "u"})
	tells(t, `a "u"; n=r`, l, open(t, l.Path()))
}

// All can be taken out and put back, here or elsewhere, once or twice; what was there is not lost.
func TestExportAndImport(t *testing.T) {
	t.Parallel()
	l := fresh(t)
	must(t, l.Meet([]string{"a", "b"}), l.Close())
	l = open(t, l.Path())
	mark(t, l, true, "a", "b", "c")
	mark(t, l, false, "b")
	must(t, l.Leave("a", 3), l.Leave("a", 4), l.Save("x", "y"))
	gone := write(t, l, Note{Article: "c", Text: "no"})
	write(t, l, Note{Article: "a", Text: "yes"})
	gone.Text = ""
	write(t, l, gone)
	var out bytes.Buffer
	must(t, l.Export(&out))
	if n := strings.Count(out.String(), "\n"); n != 8 || strings.Contains(out.String(), `["a","b","c"]`) {
		t.Errorf("what does not count is exported:\n%s", &out)
	}
	const want = `a read at 4 "yes"; c read new; d new; e read new; x=y`
	other := fresh(t)
	mark(t, other, true, "e")
	for round, want := range []struct{ taken, known int }{{10, 0}, {0, 10}} {
		taken, known, problems, err := other.Import("file", strings.NewReader(out.String()+"{\n"))
		if taken != want.taken || known != want.known || err != nil {
			t.Errorf("round %d: %d taken in, %d known, %v", round, taken, known, err)
		}
		if len(problems) != 1 || !strings.HasPrefix(problems[0].Error(), "file: line 9 was passed over") {
			t.Errorf("round %d: problems %v", round, problems)
		}
	}
	tells(t, want, open(t, other.Path()))
	var again bytes.Buffer
	must(t, other.Export(&again))
	lines := func(s string) []string { return slices.Sorted(strings.Lines(s)) }
	if got := lines(again.String()); !slices.Equal(slices.DeleteFunc(got, func(s string) bool { return strings.Contains(s, `"e"`) }), lines(out.String())) {
		t.Errorf("exported again it is\n%s\nwant\n%s", &again, &out)
	}
	var nothing bytes.Buffer
	must(t, fresh(t).Export(&nothing), (*Log)(nil).Export(&nothing))
	if nothing.Len() > 0 {
		t.Errorf("nothing is %q", &nothing)
	}
}

// A file of which most does not count any more is made smaller, and loses nothing: not what another program wrote, nor
// what is damaged. A reader that has it open goes on.
func TestTheFileStaysSmall(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "state.jsonl")
	const foreign = "# my notes\n{\"op\":\"sing\"}\n"
	must(t, os.WriteFile(path, []byte(foreign), 0o600))
	l, other := open(t, path), open(t, path)
	ids := make([]string, 99)
	for i := range ids {
		ids[i] = fmt.Sprint(i)
	}
	must(t, l.Save("x", "y"))
	write(t, l, Note{Article: "a", Text: "t"})
	star(t, other, true, "b")
	largest, rounds := 0, 0
	for smaller := false; !smaller; rounds++ {
		mark(t, l, rounds%2 == 0, ids...)
		mark(t, other, true, fmt.Sprint("other ", rounds))
		n := len(content(t, path))
		smaller = n < largest
		largest = max(n, largest)
		if rounds > 100 {
			t.Fatalf("the file has %d bytes", n)
		}
	}
	got := content(t, path)
	if !strings.HasPrefix(got, foreign) || strings.Count(got, "\n") > 6+rounds || len(open(t, path).Problems()) != 2 {
		t.Errorf("the file is\n%s", got)
	}
	for _, l := range []*Log{l, other, open(t, path)} {
		must(t, l.Reload())
		tells(t, `a "t"; b starred; x=y`, l)
		for i := range rounds {
			if !l.Read(fmt.Sprint("other ", i)) {
				t.Errorf("other %d is lost", i)
			}
		}
		if read := l.Read("7"); read != (rounds%2 == 1) {
			t.Errorf("7 is read: %v after %d rounds", read, rounds)
		}
	}
}

// A file that can't be made smaller goes on to be written, and says so.
func TestAFileThatCannotBeMadeSmaller(t *testing.T) {
	t.Parallel()
	l := fresh(t)
	ids := make([]string, 300)
	for i := range ids {
		ids[i] = fmt.Sprint(i)
	}
	mark(t, l, true, ids...)
	inTheWay := filepath.Join(filepath.Dir(l.Path()), "."+filepath.Base(l.Path())+".new")
	must(t, os.Mkdir(inTheWay, 0o700), os.WriteFile(filepath.Join(inTheWay, "x"), nil, 0o600))
	for i := range 6 {
		mark(t, l, i%2 == 1, ids...)
	}
	if p := l.Problems(); len(p) != 1 || !strings.Contains(p[0].Error(), "could not be made smaller") || !open(t, l.Path()).Read("7") {
		t.Errorf("problems: %v", p)
	}
	must(t, os.RemoveAll(inTheWay))
	for i := range 8 {
		mark(t, l, i%2 == 1, ids...)
	}
	if p := l.Problems(); len(p) > 0 || strings.Count(content(t, l.Path()), "\n") > 5 || !l.Read("7") {
		t.Errorf("problems: %v; the file is\n%s", p, content(t, l.Path()))
	}
}

// Where nothing can be kept, that is said, and nothing pretends to be.
func TestNothingKept(t *testing.T) {
	t.Parallel()
	var none *Log
	_, marked := none.Mark([]string{"a"}, true)
	_, starred := none.Star([]string{"a"}, true)
	_, noted := none.Write(Note{Article: "a", Text: "t"})
	_, _, _, imported := none.Import("x", strings.NewReader(""))
	for _, err := range []error{marked, starred, noted, imported, none.Leave("a", 1), none.Opened("a"), none.Close(), none.Save("x", "y"), none.Meet([]string{"a"})} {
		if !errors.Is(err, ErrNotKept) {
			t.Errorf("no log: %v", err)
		}
	}
	_, last := none.Last()
	_, undone, err := none.Undo()
	if tell(none) != "" || last || undone || err != nil || none.Path() != "" || none.Problems() != nil || none.Reload() != nil || !none.Since().IsZero() {
		t.Error("no log has something in it")
	}
	if l, err := Open(""); l != nil || !errors.Is(err, ErrNotKept) {
		t.Errorf("no path: %v, %v", l, err)
	}
	if _, err := Open(t.TempDir()); err == nil || !strings.Contains(err.Error(), "could not be read") {
		t.Errorf("a folder in the place of the file: %v", err)
	}
	l := fresh(t)
	must(t, os.WriteFile(filepath.Dir(l.Path()), nil, 0o600))
	if _, err := l.Mark([]string{"a"}, true); err == nil || !strings.Contains(err.Error(), "what you have read in "+l.Path()+" could not be written") {
		t.Errorf("a file in the place of the folder: %v", err)
	}
	tells(t, "", l)
	if _, ok := l.Last(); ok {
		t.Error("what was not kept can be undone")
	}
	must(t, os.Remove(filepath.Dir(l.Path())))
	mark(t, l, true, "a")
	must(t, os.Rename(filepath.Dir(l.Path()), filepath.Dir(l.Path())+"s"), os.WriteFile(filepath.Dir(l.Path()), nil, 0o600))
	if _, ok, err := l.Undo(); ok || err == nil {
		t.Errorf("undone though it could not be written: %v", err)
	}
	tells(t, "a read", l)
	must(t, os.Remove(filepath.Dir(l.Path())), os.Rename(filepath.Dir(l.Path())+"s", filepath.Dir(l.Path())))
	if _, ok, err := l.Undo(); !ok || err != nil {
		t.Errorf("it can't be undone any more: %v", err)
	}
	for _, err := range []error{l.Save("", "y"), l.Opened(""), l.Leave("", 1), func() error { _, err := l.Write(Note{Text: "t"}); return err }()} {
		if err == nil || !strings.HasPrefix(err.Error(), "this can't be kept: it ") {
			t.Errorf("got %v", err)
		}
	}
}

// What is wrong with a line is told.
func TestLinesThatSayNothing(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"# notes":                                                                 "it is not the JSON of anything that is kept here",
		`{"time":"2026-01-01T00:00:00Z"}`:                                         "it is of no kind that is known",
		`{"op":"read","article":"a"}`:                                             "it does not say when that was",
		`{"time":"1969-01-01T00:00:00Z","op":"closed"}`:                           "it does not say when that was",
		`{"time":"9999-01-01T00:00:00Z","op":"closed"}`:                           "it does not say when that was",
		`{"time":"2026-01-01T00:00:00Z","op":"star"}`:                             "it names no article",
		`{"time":"2026-01-01T00:00:00Z","op":"star","articles":["a",""]}`:         "it names no article",
		`{"time":"2026-01-01T00:00:00Z","op":"note","text":"x"}`:                  "it names no article",
		`{"time":"2026-01-01T00:00:00Z","op":"at","articles":["a","b"]}`:          "it is a place in more than one article",
		`{"time":"2026-01-01T00:00:00Z","op":"at","article":"a","block":-1}`:      "it is not the JSON of anything that is kept here",
		`{"time":"2026-01-01T00:00:00Z","op":"search","query":"x"}`:               "it does not say what the search is called",
		`{"time":"2026-01-01T00:00:00Z","op":"read","article":"a","op":"unread"}`: "it is not the JSON of anything that is kept here",
	} {
		if _, err := new(parser).parse([]byte(text)); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}

// What another person wrote into a file is as harmless as an article.
func TestLinesAreSanitised(t *testing.T) {
	t.Parallel()
	const at = `{"time":"2026-01-01T00:00:00Z",`
	for _, text := range []string{
		at + `"op":"note","article":"a","text":"\u001b]52;c;eA==\u0007","at":{"words":"\u202e\u009b","start":0,"end":4}}`,
		at + `"op":"search","name":"\u001b[2J\n","query":"\u202ex\nspeaker:y"}`,
	} {
		e, err := new(parser).parse([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if got := e.Note.Text + e.Note.Anchor.Words + e.Search.Name + e.Search.Query; strings.ContainsAny(got, "\x1b\a\u202e\u009b\n") {
			t.Errorf("%q", got)
		}
	}
}

// That a hundred thousand articles are read costs little memory: their IDs are in the file alone.
func TestMemory(t *testing.T) {
	path := oneByOne(t, many())
	before := heap()
	l := open(t, path)
	const limit = 20 << 20
	if after := heap(); after > before+limit {
		t.Errorf("%d bytes", after-before)
	}
	if !l.Read(many()[7]) {
		t.Error("it is not read")
	}
}

// FuzzLines reads a file of any content: nothing is lost or made up when what was understood is written anew.
func FuzzLines(f *testing.F) {
	const at = `{"time":"2026-02-03T04:05:06.7Z",`
	f.Add([]byte(at + `"op":"read","articles":["a","b"]}` + "\n" + at + `"op":"at","article":"a","block":7}` + "\n{"))
	f.Add([]byte(at + `"op":"note","article":"a","text":"t","at":{"in":"title","start":1,"end":2,"words":"x"}}` + "\n\n" + at + `"op":"search","name":"n","query":"q"}`))
	f.Add([]byte(`{"time":"2026-02-03T04:05:06,7Z","op":"read","article":"a"}`))
	f.Add([]byte(`{"time":"2026-02-03T4:05:06Z","op":"read","article":"a"}`))
	f.Add([]byte(at + `"op":"closed"}` + "\n" + at + `"op":"met","articles":["a","a"]}` + "\n" + at + `"op":"unstar","article":"\u0000"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		for text := range bytes.SplitSeq(data, []byte("\n")) {
			var quick, slow line
			if !plain(&quick, text) {
				continue
			}
			if err := json.Unmarshal(text, &slow); err != nil || !quick.Time.Equal(slow.Time) || quick.Op != slow.Op || quick.Article != slow.Article {
				t.Fatalf("%s is read as %+v, and by others as %+v, %v", text, quick, slow, err)
			}
		}
		one, other := newTable(0), newTable(0)
		var events, again []Event
		parseAll(bytes.Split(data, []byte("\n")), func(e *Event) {
			events = append(events, *e)
			one.apply(e)
		})
		texts, err := encodeAll(events)
		if err != nil {
			t.Fatal(err)
		}
		slices.Reverse(texts)
		wrong := parseAll(texts, func(e *Event) {
			again = append(again, *e)
			other.apply(e)
		})
		if err := errors.Join(wrong...); err != nil {
			t.Fatal(err)
		}
		s := newSieve(one)
		live := 0
		for i := range again {
			if e, some := s.keep(again[i]); some {
				live += e.entries()
				if _, news := other.news(e); news {
					t.Fatalf("%+v is news in another order", e)
				}
			}
		}
		if live != one.live || one.live != other.live {
			t.Fatalf("%d count, %d are kept, %d count in another order", one.live, live, other.live)
		}
	})
}

// A note finds its quote by the words: in an article that was edited, and where the quote was made longer. On words that are gone it
// stays with the article.
func TestNotesOfEditedArticles(t *testing.T) {
	t.Parallel()
	const words = "“The offer of last week still stands,”"
	article := func(text string, quotes ...string) *model.Article {
		a := &model.Article{ID: "strike", Text: text}
		for _, q := range quotes {
			at := uint32(strings.Index(text, q))
			a.Quotes = append(a.Quotes, model.Quote{Span: model.Span{Start: at, End: at + uint32(len(q))}})
		}
		return a
	}
	l := fresh(t)
	a := article("She left. "+words+" Harl said. “No.”", words, "“No.”")
	_, err := l.Write(Note{Article: a.ID, Text: "check", Anchor: correct.At(a, model.Body, a.Quotes[0].Span)})
	must(t, err)
	_, err = l.Write(Note{Article: a.ID, Text: "read this"})
	must(t, err)
	for _, c := range []struct {
		a     *model.Article
		on    []string
		whole string
	}{
		{a, []string{"check", ""}, "read this"},
		{article("“No.” It rained. She left. “Well. "+words[len("“"):]+" Harl said.", "“No.”", "“Well. "+words[len("“"):]), []string{"", ""}, "read this\n" + words + ": check"},
		{article("“No.” It rained. She left. "+words+" Harl said.", "“No.”", words), []string{"", "check"}, "read this"},
		{article("She left. "+words+" Harl said. “No.”", words+" Harl said."), []string{"check"}, "read this"},
		{article("She left."), nil, "read this\n" + words + ": check"},
	} {
		n := l.NotesOn(c.a)
		for i, want := range c.on {
			if got := n.On(i); got != want {
				t.Errorf("%q: on quote %d is %q, want %q", c.a.Text, i, got, want)
			}
		}
		if n.Whole() != c.whole {
			t.Errorf("%q: on all of it is %q, want %q", c.a.Text, n.Whole(), c.whole)
		}
	}
	if last, ok := l.NotesOn(a).Latest(-1); !ok || last.Text != "read this" {
		t.Errorf("the note to edit is %v", last)
	}
	if _, ok := l.NotesOn(a).Latest(1); ok {
		t.Error("there is a note on a quote without one")
	}
}
