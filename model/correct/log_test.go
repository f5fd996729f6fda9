package correct

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"reader/model"
	"reader/model/journal"
)

// some returns a correction of the article, of which name tells it from others.
func some(article, name string) Correction {
	return Correction{Article: article, Op: Dismiss, Entity: Who{model.Organization, name}}
}

func open(tb testing.TB, path string) *Log {
	tb.Helper()
	l, err := Open(path)
	if err != nil {
		tb.Fatal(err)
	}
	return l
}

func add(tb testing.TB, l *Log, cs ...Correction) {
	tb.Helper()
	if err := l.Add(cs...); err != nil {
		tb.Fatal(err)
	}
}

// names returns whom cs are about.
func names(cs []Correction) string {
	out := make([]string, len(cs))
	for i, c := range cs {
		out[i] = c.Entity.Name
	}
	return strings.Join(out, " ")
}

func content(tb testing.TB, path string) string {
	tb.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	return string(data)
}

// What is corrected today is there tomorrow, for its article and in its order.
func TestCorrectionsAreKept(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "state", "reader", "corrections.jsonl")
	l := open(t, path)
	if _, err := os.Stat(filepath.Dir(path)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a folder was made though nothing is corrected: %v", err)
	}
	add(t, l, some("a", "one"))
	add(t, l, some("b", "two"), some("a", "three"))
	tomorrow := open(t, path)
	for _, l := range []*Log{l, tomorrow} {
		if got := names(l.Of("a")); got != "one three" {
			t.Errorf("a is corrected by %q", got)
		}
		if got := names(l.All()); got != "one two three" {
			t.Errorf("all are %q", got)
		}
		if l.Of("c") != nil || len(l.Problems()) > 0 {
			t.Errorf("c: %v, problems: %v", l.Of("c"), l.Problems())
		}
	}
	if !slices.Equal(l.All(), tomorrow.All()) {
		t.Errorf("kept were %+v, not %+v", tomorrow.All(), l.All())
	}
	for file, want := range map[string]os.FileMode{path: 0o600, filepath.Dir(path): 0o700} {
		if info, err := os.Stat(file); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s has the mode %v (%v), want %v", file, info.Mode(), err, want)
		}
	}
}

// Undo takes back one correction after the other, the newest first, whoever made it; so it does after a restart.
func TestUndo(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "corrections.jsonl")
	l := open(t, path)
	if _, ok, err := l.Undo(); ok || err != nil {
		t.Errorf("undone with nothing to undo: %v, %v", ok, err)
	}
	add(t, l, some("a", "one"), some("a", "two"))
	other := open(t, path)
	add(t, other, some("a", "three"))
	for i, want := range []string{"three", "two"} {
		c, ok, err := l.Undo()
		if err != nil || !ok || c.Entity.Name != want {
			t.Fatalf("undone the %d. time: %v, %v, %v; want %s", i+1, c, ok, err, want)
		}
	}
	if got := names(l.Of("a")); got != "one" {
		t.Errorf("in force are %q", got)
	}
	if err := other.Reload(); err != nil || names(other.Of("a")) != "one" {
		t.Errorf("in force elsewhere are %q, %v", names(other.Of("a")), err)
	}
	add(t, other, some("a", "four"))
	if got := names(open(t, path).All()); got != "one four" {
		t.Errorf("in force tomorrow are %q", got)
	}
	if got := strings.Count(content(t, path), "\n"); got != 6 {
		t.Errorf("the file has %d lines, want the 4 corrections and 2 undos", got)
	}
}

// Readers that correct at the same time lose nothing of each other's.
func TestManyReadersAtOnce(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "reader", "corrections.jsonl")
	var work sync.WaitGroup
	for range 4 {
		l := open(t, path) // as another program has it: with a lock of its own
		for range 2 {
			work.Go(func() {
				for range 5 {
					if err := l.Add(some("a", "x")); err != nil {
						t.Error(err)
					}
					_ = l.Of("a")
				}
			})
		}
	}
	work.Wait()
	l := open(t, path)
	if n, problems := len(l.All()), l.Problems(); n != 40 || len(problems) > 0 {
		t.Errorf("%d corrections are kept of 40; problems: %v", n, problems)
	}
}

// A line that was torn, or that something else wrote, is told of and left alone, and hides no other.
func TestForeignLines(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "corrections.jsonl")
	l := open(t, path)
	add(t, l, some("a", "one"), some("a", "two"))
	lines := strings.SplitAfter(content(t, path), "\n")
	before := lines[0] + "\n" + `{"id":"1","article":"a","op":"sing"}` + "\n# my notes\n" + lines[1] + lines[0][:40]
	if err := os.WriteFile(path, []byte(before), 0o600); err != nil {
		t.Fatal(err)
	}
	l = open(t, path)
	add(t, l, some("a", "three"))
	l = open(t, path)
	if got := names(l.All()); got != "one two three" {
		t.Errorf("in force are %q", got)
	}
	if got := content(t, path); !strings.HasPrefix(got, before+"\n{") {
		t.Errorf("the file was\n%s\nand is\n%s", before, got)
	}
	told := make([]string, len(l.Problems()))
	for i, err := range l.Problems() {
		told[i] = strings.TrimPrefix(err.Error(), path)
	}
	want := []string{
		": line 3 was passed over and left as it is: it is of no kind that is known",
		": line 4 was passed over and left as it is: it is not the JSON of a correction: invalid character '#' looking for beginning of value",
		": line 6 was passed over and left as it is: it is not the JSON of a correction: unexpected end of JSON input",
	}
	if !slices.Equal(told, want) {
		t.Errorf("told is %q, want %q", told, want)
	}
}

// A last line without a line end is whole if it is JSON, as when somebody edited the file.
func TestLastLineWithoutEnd(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "corrections.jsonl")
	add(t, open(t, path), some("a", "one"))
	if err := os.WriteFile(path, []byte(strings.TrimSpace(content(t, path))), 0o600); err != nil {
		t.Fatal(err)
	}
	l := open(t, path)
	add(t, l, some("a", "two"))
	if got := names(open(t, path).All()); got != "one two" || names(l.All()) != got {
		t.Errorf("in force are %q, and %q before", got, names(l.All()))
	}
}

// Where the file can't be locked, as in a folder in which one may not write, its last line may be one that another program is
// writing: it is read when it is whole.
func TestLineThatIsBeingWritten(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "corrections.jsonl")
	add(t, open(t, path), some("a", "one"), some("a", "two"))
	all := content(t, path)
	if err := errors.Join(os.Remove(path+".lock"), os.Mkdir(path+".lock", 0o700)); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(all[:len(all)-10]), 0o600); err != nil {
		t.Fatal(err)
	}
	l := open(t, path)
	if names(l.All()) != "one" || len(l.Problems()) > 0 {
		t.Errorf("in force are %q, problems %v", names(l.All()), l.Problems())
	}
	if err := os.WriteFile(path, []byte(all), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := l.Reload(); err != nil || names(l.All()) != "one two" || len(l.Problems()) > 0 {
		t.Errorf("in force are %q (%v), problems %v", names(l.All()), err, l.Problems())
	}
}

// Corrections that were made earlier and taken in later come first, and the newest is undone first.
func TestCorrectionsAreInTheOrderOfTheirTimes(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "corrections.jsonl")
	l := open(t, path)
	at := func(hour int, name string) Correction {
		c := some("a", name)
		c.ID, c.Time = name, time.Date(2026, 2, 3, hour, 0, 0, 0, time.UTC)
		return c
	}
	add(t, l, at(9, "nine"), at(12, "noon"))
	add(t, l, at(8, "eight"), at(10, "ten"), at(12, "noon-too"))
	other := some("b", "eleven")
	other.ID, other.Time = "eleven", time.Date(2026, 2, 3, 11, 0, 0, 0, time.UTC)
	add(t, l, other)
	for _, l := range []*Log{l, open(t, path)} {
		if got := names(l.Of("a")); got != "eight nine ten noon noon-too" {
			t.Errorf("a is corrected by %q", got)
		}
		if got := names(l.All()); got != "eight nine ten eleven noon noon-too" {
			t.Errorf("all are %q", got)
		}
	}
	if c, _, err := l.Undo(); err != nil || c.ID != "noon-too" {
		t.Errorf("undone is %v, %v", c, err)
	}
}

// Another person's corrections and undos are taken in, each once; what is wrong with their file is told.
func TestImport(t *testing.T) {
	t.Parallel()
	mine, theirs := filepath.Join(t.TempDir(), "mine.jsonl"), filepath.Join(t.TempDir(), "theirs.jsonl")
	l, other := open(t, mine), open(t, theirs)
	add(t, l, some("a", "one"))
	add(t, other, some("a", "two"), some("b", "three"))
	if _, _, err := other.Undo(); err != nil {
		t.Fatal(err)
	}
	for round, want := range []struct{ taken, known int }{{2, 0}, {0, 2}} {
		taken, known, problems, err := l.Import("theirs", strings.NewReader(content(t, theirs)+`{"undo":"of something that nobody has"}`+"\n{"))
		if taken != want.taken || known != want.known || err != nil {
			t.Errorf("round %d: %d taken in, %d known, %v", round, taken, known, err)
		}
		if len(problems) != 1 || !strings.HasPrefix(problems[0].Error(), "theirs: line 5 was passed over") {
			t.Errorf("round %d: problems %v", round, problems)
		}
		if got := names(open(t, mine).All()); got != "one two" {
			t.Errorf("round %d: in force are %q", round, got)
		}
	}
	if n := strings.Count(content(t, mine), "\n"); n != 4 {
		t.Errorf("my file has %d lines, want 4:\n%s", n, content(t, mine))
	}
	if _, _, _, err := (*Log)(nil).Import("theirs", strings.NewReader("")); !errors.Is(err, ErrNotKept) {
		t.Errorf("no log: %v", err)
	}
}

// All that was corrected, and what was undone of it, goes out and comes in elsewhere.
func TestExport(t *testing.T) {
	t.Parallel()
	l, other := open(t, filepath.Join(t.TempDir(), "mine.jsonl")), open(t, filepath.Join(t.TempDir(), "other.jsonl"))
	add(t, l, some("a", "one"), some("b", "two"), some("a", "three"))
	if _, _, err := l.Undo(); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := errors.Join(l.Export(&out), (*Log)(nil).Export(&out)); err != nil {
		t.Fatal(err)
	}
	for text := range strings.Lines(out.String()) {
		if !Knows([]byte(text)) {
			t.Errorf("%s is not known", text)
		}
	}
	for _, text := range []string{"{", "{}", `{"op":"sing"}`, `{"op":7}`} {
		if Knows([]byte(text)) {
			t.Errorf("%s is known", text)
		}
	}
	taken, _, problems, err := other.Import("x", &out)
	if taken != 3 || len(problems) > 0 || err != nil || !slices.Equal(l.All(), other.All()) {
		t.Errorf("%d came in (%v, %v): %+v", taken, problems, err, other.All())
	}
}

// A file that somebody put in the place of the old one is read anew, whether it has less in it or more.
func TestReplacedFile(t *testing.T) {
	t.Parallel()
	overwrite := func(from, to string) error { return os.WriteFile(to, []byte(content(t, from)), 0o600) }
	for _, c := range []struct {
		replace func(from, to string) error
		want    string
	}{{os.Rename, "three"}, {os.Rename, "three four five"}, {overwrite, "three"}} {
		want, path := c.want, filepath.Join(t.TempDir(), "corrections.jsonl")
		l, other := open(t, path), open(t, filepath.Join(t.TempDir(), "other.jsonl"))
		add(t, l, some("a", "one"), some("a", "two"))
		for name := range strings.FieldsSeq(want) {
			add(t, other, some("a", name))
		}
		if err := c.replace(other.Path(), path); err != nil {
			t.Fatal(err)
		}
		if err := l.Reload(); err != nil || names(l.All()) != want || len(l.Problems()) > 0 {
			t.Errorf("in force are %q (%v, %v), want %s", names(l.All()), err, l.Problems(), want)
		}
	}
}

// Where nothing can be kept, that is said, and nothing pretends to be corrected.
func TestNothingKept(t *testing.T) {
	t.Parallel()
	var none *Log
	if err := none.Add(some("a", "one")); !errors.Is(err, ErrNotKept) {
		t.Errorf("no log: %v", err)
	}
	if _, ok, err := none.Undo(); ok || !errors.Is(err, ErrNotKept) {
		t.Errorf("no log: undo %v, %v", ok, err)
	}
	if none.Of("a") != nil || none.All() != nil || none.Problems() != nil || none.Path() != "" || none.Reload() != nil {
		t.Error("no log has something in it")
	}
	if l, err := Open(""); l != nil || !errors.Is(err, ErrNotKept) {
		t.Errorf("no path: %v, %v", l, err)
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(filepath.Join(file, "corrections.jsonl")); err == nil || !strings.Contains(err.Error(), file) {
		t.Errorf("a file in the place of the folder: %v", err)
	}
	if _, err := Open(t.TempDir()); err == nil || !strings.Contains(err.Error(), "could not be read") {
		t.Errorf("a folder in the place of the file: %v", err)
	}
	locked := filepath.Join(t.TempDir(), "corrections.jsonl")
	if err := os.Mkdir(locked+".lock", 0o700); err != nil {
		t.Fatal(err)
	}
	if err := open(t, locked).Add(some("a", "one")); err == nil || !strings.Contains(err.Error(), "could not be written") || strings.Contains(err.Error(), "program") {
		t.Errorf("a folder in the place of the lock: %v", err)
	}
	l := open(t, filepath.Join(t.TempDir(), "corrections.jsonl"))
	for _, c := range []Correction{
		{},
		{Article: "a"},
		{Article: "a", Op: Speaker},
		{Article: "a", Op: Speaker, Anchor: Anchor{Words: "so"}, Is: Who{model.DateTime, "Monday"}},
		{Article: "a", Op: Same, Entity: Who{model.Person, "Lee"}},
		{Article: "a", Op: Apart, Entity: Who{model.Person, "Lee"}},
		{Article: "a", Op: Dismiss},
	} {
		if err := l.Add(some("a", "one"), c); err == nil || !strings.HasPrefix(err.Error(), "this can't be kept as a correction: it ") && !strings.Contains(err.Error(), "can't speak") {
			t.Errorf("%+v: %v", c, err)
		}
	}
	if len(l.All()) > 0 {
		t.Errorf("kept is %v", l.All())
	}
}

// All that a correction says comes back from the file.
func TestLinesRoundTrip(t *testing.T) {
	t.Parallel()
	anchor := Anchor{Field: model.Title, Span: model.Span{Start: 3, End: 13}, Words: "“Nøn”, or\n…", Before: "x <", After: "&\n"}
	for op := Speaker; op <= Dismiss; op++ {
		c := Correction{
			ID: "1", Article: "https://example.org/a", Time: time.Date(2026, 2, 3, 4, 5, 6, 7, time.UTC), Op: op, Anchor: anchor,
			Entity: Who{model.Unnamed, "a spokesman"}, Is: Who{model.Place, "Åland"}, Alias: "Lee",
		}
		n := lineOf(&c)
		data, err := n.encode()
		if err != nil {
			t.Fatal(err)
		}
		if _, got, err := parse(data); err != nil || got != c {
			t.Errorf("%s\ncomes back as %+v, %v", data, got, err)
		}
	}
}

// What another person wrote into a file is as harmless as an article.
func TestLinesAreSanitised(t *testing.T) {
	t.Parallel()
	const hostile = `{"id":"1","article":"a","op":"apart","entity":{"type":"person","name":"Lee\u001b]52;c;eA==\u0007"},` +
		`"is":{"type":"person","name":"\u202eeeL"},"alias":"L\u009bee\nx","at":{"words":"\u001b[2J","start":0,"end":4}}`
	_, c, err := parse([]byte(hostile))
	if err != nil {
		t.Fatal(err)
	}
	if got := c.Entity.Name + c.Is.Name + c.Alias + c.Anchor.Words; strings.ContainsAny(got, "\x1b\a\u202e\u009b\n") {
		t.Errorf("%q", got)
	}
}

// FuzzLines reads a file of any content: nothing is lost or made up when what was understood is written anew.
func FuzzLines(f *testing.F) {
	f.Add([]byte(`{"id":"1","article":"a","op":"dismiss","entity":{"type":"person","name":"Lee"},"time":"2026-02-03T04:05:06Z"}` + "\n" + `{"undo":"1"}` + "\n"))
	f.Add([]byte(`{"article":"a","op":"speaker","at":{"in":"title","start":1,"end":2,"words":"x","before":"\ud800","after":"z"}}` + "\n\n{"))
	f.Add([]byte(`{"id":"2","article":"a","op":"same","entity":{"type":"place","name":"a\u0000b"},"is":{"type":"unnamed","name":"c\td"}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		l, again := &Log{}, &Log{}
		problems := journal.Read("x", data, l.take)
		if n := len(l.all) + len(l.undone) + len(problems); n > bytes.Count(data, []byte("\n"))+1 {
			t.Fatalf("%d things in %q", n, data)
		}
		lines := make([]line, len(l.all))
		for i := range l.all {
			lines[i] = lineOf(&l.all[i])
		}
		texts, err := encoded(lines)
		if err != nil {
			t.Fatal(err)
		}
		problems = journal.Read("x", bytes.Join(texts, []byte("\n")), again.take)
		if len(problems) > 0 || !slices.EqualFunc(l.all, again.all, func(c, d Correction) bool {
			return c.Time.Equal(d.Time) && func() bool { c.Time = d.Time; return c == d }()
		}) {
			t.Fatalf("%+v\ncomes back as\n%+v\n%v", l.all, again.all, problems)
		}
	})
}
