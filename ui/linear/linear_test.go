package linear

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"reader/model"
	"reader/model/correct"
	"reader/model/library"
	"reader/model/state"
	"reader/seeds"
)

var update = flag.Bool("update", false, "write what is said now to testdata")

// builtIn analyses the built-in library once for all tests.
var builtIn = sync.OnceValue(func() []*model.Article {
	l := library.LoadFS(context.Background(), seeds.Articles, library.Options{})
	var out []*model.Article
	for batch, more := l.Next(); more; batch, more = l.Next() {
		for i := range batch {
			for _, res := range batch[i].Results {
				out = append(out, res.Article)
			}
		}
	}
	return out
})

// desk is what a person keeps from one session to the next.
type desk struct {
	t      testing.TB
	home   string
	files  fstest.MapFS // empty: the built-in library
	opened []string     // addresses
}

// session opens a reader on what is there now.
func (d *desk) session(script bool) (*Reader, *bytes.Buffer) {
	d.t.Helper()
	log, err := correct.Open(filepath.Join(d.home, "corrections.jsonl"))
	if err != nil {
		d.t.Fatal(err)
	}
	marks, err := state.Open(filepath.Join(d.home, "state.jsonl"))
	if err != nil {
		d.t.Fatal(err)
	}
	lib := library.New(nil)
	if len(d.files) == 0 {
		for _, a := range builtIn() {
			if len(log.All()) > 0 {
				a, _ = library.Reread(a, log) // what fits no place is told elsewhere
			}
			lib.Take(library.Reading{Path: a.Path, Results: []library.Result{{Article: a}}})
		}
	} else {
		l := library.LoadFS(d.t.Context(), d.files, library.Options{Log: log})
		for batch, more := l.Next(); more; batch, more = l.Next() {
			lib.Take(batch...)
		}
	}
	var out bytes.Buffer
	open := func(address string) error { d.opened = append(d.opened, address); return nil }
	return New(Options{Library: lib, Log: log, State: marks, Script: script, Open: open}, &out), &out
}

// moment is a time of day that differs from run to run.
var moment = regexp.MustCompile(`\d+ \w{3} \d{4} \d\d:\d\d`)

// Each file in testdata is what a person does in one or several sessions, one after the other, with articles of the file or with the
// built-in library: what is typed stands behind the prompt, and below it the answer.
func TestSessions(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no sessions: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			d := &desk{t: t, home: t.TempDir(), files: fstest.MapFS{}}
			for i, f := range ar.Files {
				if filepath.Ext(f.Name) == ".md" {
					d.files[f.Name] = &fstest.MapFile{Data: f.Data}
					continue
				}
				got := d.replay(string(f.Data))
				if got != string(f.Data) && !*update {
					t.Errorf("%s:\n%s", f.Name, difference(string(f.Data), got))
				}
				ar.Files[i].Data = []byte(got)
			}
			if *update {
				if err := os.WriteFile(path, txtar.Format(ar), 0o600); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// replay types what was typed in a session, and returns the session as it is now.
func (d *desk) replay(session string) string {
	d.t.Helper()
	var typed strings.Builder
	for l := range strings.Lines(session) {
		if words, ok := strings.CutPrefix(l, strings.TrimSuffix(prompt, " ")); ok {
			typed.WriteString(strings.TrimPrefix(words, " "))
		}
	}
	r, out := d.session(false)
	if err := r.Run(d.t.Context(), strings.NewReader(typed.String())); err != nil {
		d.t.Error(err)
	}
	readable(d.t, out.String())
	return echoed(moment.ReplaceAllString(out.String(), "DATE"), typed.String())
}

// echoed returns what was said with what was typed behind each prompt, as a terminal shows it.
func echoed(said, typed string) string {
	lines := strings.Split(strings.TrimSuffix(typed, "\n"), "\n")
	var b strings.Builder
	for i, part := range strings.Split(said, prompt) {
		switch {
		case i == 0:
		case i <= len(lines):
			b.WriteString(strings.TrimSpace(prompt+lines[i-1]) + "\n")
		default:
			b.WriteString(strings.TrimSpace(prompt))
		}
		b.WriteString(part)
	}
	return strings.TrimSuffix(b.String(), strings.TrimSpace(prompt)+"\n")
}

// difference returns the first line in which got is not want, with those around it.
func difference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	i := 0
	for i < len(w) && i < len(g) && w[i] == g[i] {
		i++
	}
	around := func(lines []string) string { return strings.Join(lines[max(0, i-3):min(len(lines), i+4)], "\n  ") }
	return "want\n  " + around(w) + "\ngot\n  " + around(g)
}

// readable asserts that there is nothing in s but text and ends of lines.
func readable(tb testing.TB, s string) {
	tb.Helper()
	for i, c := range s {
		if c != '\n' && (c < ' ' || c == 0x7f || c >= 0x80 && c < 0xa0 || c == '\ufffd' && s[i] != 0xef) {
			tb.Errorf("%q is no text: … %q …", c, s[max(0, i-20):min(len(s), i+20)])
			return
		}
	}
	if strings.ContainsAny(s, "─│┌┐└┘▌") {
		tb.Errorf("boxes are drawn in %q", s)
	}
}

// run gives lines to a script and returns what it says.
func run(t *testing.T, lines string) (string, error) {
	t.Helper()
	d := &desk{t: t, home: t.TempDir()}
	r, out := d.session(true)
	err := r.Run(t.Context(), strings.NewReader(lines))
	readable(t, out.String())
	return out.String(), err
}

func TestAScriptAnswersWithoutPromptsAndPages(t *testing.T) {
	got, err := run(t, "speaker azimov\nquotes\n")
	if err != nil || strings.Contains(got, "reader>") || strings.Contains(got, "Enter") || !strings.Contains(got, "They should pay more") {
		t.Errorf("%v: %s", err, got)
	}
	got, err = run(t, "quotes\n")
	if n := strings.Count(got, "\n100. Quote"); err != nil || n != 1 {
		t.Errorf("%v: the hundredth quote is there %d times", err, n)
	}
}

func TestAScriptEndsWithTheFirstError(t *testing.T) {
	for _, c := range []struct {
		lines, says string
		mistake     bool
	}{
		{"list\nfind speaker:\nclear\n", "line 2: There is a mistake in the query", true},
		{"lst\n", "line 1: There is no command “lst”", true},
		{"speaker nobody-at-all-called-so\n", "line 1: nobody here is called", false},
		{"speaker a\n", "line 1: “a” may be any of", false},
		{"speaker union leader\n", `line 1: it is not sure that The union leader says anything in these articles; find speaker:?"union leader" tells`, false},
		{"speaker brussels\n", "is mentioned, but says nothing in these articles", false},
		{"note\n", "line 1: no article is open", false},
		{"77\n", "line 1: There is no number 77", true},
		{"read all\n", "The lines end where an answer was asked for.", true},
		{"read all\nlist\n", "“list” is none of the answers", true},
	} {
		got, err := run(t, c.lines)
		if err == nil || !strings.Contains(err.Error(), c.says) || errors.As(err, new(Mistake)) != c.mistake {
			t.Errorf("%q: %v", c.lines, err)
		}
		if strings.Contains(got, "Ravensholt Loads Again") && strings.HasSuffix(c.lines, "clear\n") && strings.Count(got, "Ravensholt Loads Again") > 1 {
			t.Errorf("%q goes on after the mistake", c.lines)
		}
	}
}

// A script waits for all articles, however they come.
func TestAScriptWaitsForAllArticles(t *testing.T) {
	var out bytes.Buffer
	r := New(Options{Script: true, Loader: library.LoadFS(t.Context(), seeds.Articles, library.Options{})}, &out)
	if err := r.Run(t.Context(), strings.NewReader("where\n")); err != nil || !strings.HasPrefix(out.String(), "12 articles.") {
		t.Errorf("%v: %s", err, &out)
	}
}

func TestLinesAreWrappedAtTheWidthOfTheTerminal(t *testing.T) {
	var out bytes.Buffer
	lib := library.New(nil)
	lib.Add(builtIn()...)
	r := New(Options{Library: lib, Script: true, Width: func() int { return 30 }}, &out)
	if err := r.Run(t.Context(), strings.NewReader("find lease\n1\nwhole\n")); err != nil {
		t.Fatal(err)
	}
	for l := range strings.Lines(out.String()) {
		if n := len([]rune(strings.TrimSuffix(l, "\n"))); n > 30 {
			t.Errorf("%d columns: %q", n, l)
		}
	}
}

// full is a terminal or a pipe that takes nothing more.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestWhatCannotBeWrittenEndsTheReader(t *testing.T) {
	lib := library.New(nil)
	lib.Add(builtIn()...)
	r := New(Options{Library: lib}, full{})
	if err := r.Run(t.Context(), strings.NewReader(strings.Repeat("list\n", 3))); err == nil || !strings.Contains(err.Error(), "no space left") {
		t.Errorf("got %v", err)
	}
}

func TestInterruptedItLeavesAndKeepsThePlace(t *testing.T) {
	d := &desk{t: t, home: t.TempDir()}
	r, _ := d.session(false)
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	for _, l := range []string{"list", "1", "", ""} {
		if err := r.Do(ctx, l); err != nil {
			t.Fatal(err)
		}
	}
	id := r.at.article.ID
	stop()
	if err := r.Run(ctx, strings.NewReader("")); err != nil {
		t.Fatal(err)
	}
	again, _ := d.session(false)
	if got := again.o.State.Place(id); got != r.at.block || got == 0 {
		t.Errorf("it was left at block %d, want %d", got, r.at.block)
	}
}

// While one types, articles change and go away: what was listed before is told of as gone, and nothing is done to anything else.
func TestWhatIsGoneSinceItWasListed(t *testing.T) {
	d := &desk{t: t, home: t.TempDir()}
	r, _ := d.session(false)
	do := func(lines ...string) (err error) {
		for _, l := range lines {
			err = r.Do(t.Context(), l)
		}
		return err
	}
	change := func(ref library.Ref, becomes *model.Article) {
		if becomes == nil {
			r.lib.Take(library.Reading{Path: r.lib.Head(ref).Path, Gone: true})
		} else {
			r.lib.Replace(ref, becomes)
		}
		r.filter.stale = true
		r.follow()
	}
	first := r.lib.Newest()[0]
	short := *r.lib.Article(first)
	short.Text, short.Markdown, short.Blocks, short.Annotations = "", "", nil, model.Annotations{}
	for _, c := range []struct {
		before  []string
		becomes *model.Article
		after   string
	}{
		{[]string{"list"}, nil, "1"},
		{[]string{"quotes"}, &short, "10"},
		{[]string{"quotes"}, nil, "10"},
		{[]string{"1", "search the"}, &short, "2"},
		{[]string{"1", "search the", "next article"}, nil, "2"},
		{[]string{"1", "next", "correct"}, &short, "1"},
		{[]string{"1", "next", "correct"}, nil, "1"},
	} {
		r, _ = d.session(false)
		if err := do(c.before...); err != nil {
			t.Fatalf("%q: %v", c.before, err)
		}
		change(first, c.becomes)
		if err := do(c.after); !errors.Is(err, errGone) {
			t.Errorf("%q: got %v", c.before, err)
		}
		for _, l := range []string{"where", "", "next", "previous", "paragraph", "back", "speakers here", "why", "", "list"} {
			_ = do(l) // whatever there is left to do
		}
	}
}

// Everything that is in the table of commands is helped with, and can be typed as it is helped with.
func TestHelpHasAllCommands(t *testing.T) {
	got, err := run(t, "help all\n")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]string{}
	for _, c := range commands() {
		if !strings.Contains(got, "\n"+c.line()+"\n") {
			t.Errorf("help lacks %s", c.name)
		}
		for _, name := range append(strings.Fields(c.also), c.name) {
			if other, double := seen[name]; double {
				t.Errorf("%s is both %s and %s", name, other, c.name)
			}
			seen[name] = c.name
			if known, err := named(name); err != nil || known.name != c.name {
				t.Errorf("%s is not %s: %v", name, c.name, err)
			}
		}
	}
}

// Whatever is typed, it is answered with lines of text.
func FuzzCommands(f *testing.F) {
	for _, g := range groups() {
		for _, c := range g.commands {
			f.Add("list\n12\n" + c.name + "\n" + c.name + " azimov\n" + c.name + " 2\n1\n\n")
		}
	}
	for _, lines := range []string{
		"find a:b\nfind \"\nalso (\nsort x\n99999999999999999999\n-1\n0\n", "\x1b[31m\nfind \u202e\x00\xff\n", "correct\n8\n1\n\nundo\nundo\n",
		"s a\n13\nt\n200\n\n\nparagraph\nb\nb\np\n", "1\npa 3\nc new\n1\nc nobody\nc not a\nn\nundo\n", "copies\nsearch /(/\nsearch e\n1\n\n",
	} {
		f.Add(lines)
	}
	f.Fuzz(func(t *testing.T, lines string) {
		if strings.Count(lines, "\n") > 20 {
			return // which tells nothing more, and takes long
		}
		d := &desk{t: t, home: t.TempDir()}
		r, out := d.session(false)
		_ = r.Run(t.Context(), strings.NewReader(lines)) // some lines are too long
		readable(t, out.String())
	})
}

// The README's table of commands is the one of the commands.
func TestREADMEHasEveryCommand(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range groups() {
		for _, c := range g.commands {
			if row := readmeRow(&c); !strings.Contains(string(readme), row) {
				t.Errorf("README.md lacks the row\n%s", row)
			}
		}
	}
}

// readmeRow returns the row for c in the README.
func readmeRow(c *command) string {
	names := "`" + strings.TrimSpace(c.name+" "+strings.ReplaceAll(c.takes, "|", `\|`)) + "`"
	for name := range strings.FieldsSeq(c.also) {
		names += " `" + name + "`"
	}
	return fmt.Sprintf("| %s | %s |\n", names, c.help)
}
