package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"syscall"
	"testing"

	"reader/model/report"
)

// outcome is what a run of the command left behind.
type outcome struct {
	code           int
	stdout, stderr string
}

func runWith(t *testing.T, stdin string, args ...string) outcome {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code := run(t.Context(), args, strings.NewReader(stdin), &stdout, &stderr)
	return outcome{code, stdout.String(), stderr.String()}
}

const harbour = `# Harbour of Tallmar stays shut

TALLMAR — The harbour will stay shut for a week, Ada Härl said on Monday.

“We looked at the gates and they will not hold,” Ada Härl said. “Nobody wants another flood.”
`

const radar = `# Radar station to close

“The station is old,” said Ben Osk. “It costs too much.”
`

// newsstand makes a folder of articles and changes to it.
func newsstand(t *testing.T) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, content := range map[string]string{"harbour.md": harbour, "radar.md": radar} {
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// Whoever doubts a speaker finds in the export who was named, how that name leads to the fullest, and which quote it
// was that another goes on from.
func TestExportTellsWhy(t *testing.T) {
	const text = "Energy Minister Ada Brändt came to the harbour.\n\n“The gates will not hold,” Brändt said. “Nobody wants another flood.”\n"
	got := runWith(t, text, "export", "-")
	var a exported
	if err := json.Unmarshal([]byte(got.stdout), &a); err != nil || len(a.Quotes) != 2 {
		t.Fatalf("%v: %s", err, got.stdout)
	}
	one, two := a.Quotes[0].Evidence, a.Quotes[1].Evidence
	if one.Rule != "subject-cue" || one.Says != "“Q,” X said" || one.From != nil || two.Rule != "floating" || two.From == nil || *two.From != 0 {
		t.Errorf("got %s", got.stdout)
	}
	want := "Brändt, name, surname, part of the name; Energy Minister Ada Brändt, name, first, named here first; "
	for _, e := range []evidence{one, two} {
		chain := ""
		for _, s := range e.Chain {
			if in := string([]rune(a.Text)[s.Start:s.End]); in != s.Text {
				t.Errorf("%q stands where %q should", in, s.Text)
			}
			chain += strings.Join([]string{s.Text, s.Form, s.Link, s.Says}, ", ") + "; "
		}
		if chain != want {
			t.Errorf("got %s, want %s", chain, want)
		}
	}
}

// Two people of one name are told apart by what they are.
func TestQuotesOfOneOfTwoNamesakes(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, content := range map[string]string{
		"leeds.md":   "# Blaze is out\n\nDavid Miller, a Leeds fire chief, said the blaze was out.\n",
		"toronto.md": "# Budget is ready\n\nDavid Miller, mayor of Toronto, said the budget was ready.\n",
	} {
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	got := runWith(t, "", "quotes", ".", "--speaker", "David Miller")
	if !strings.Contains(got.stderr, "David Miller, Leeds fire chief and David Miller, mayor of Toronto") {
		t.Errorf("the name alone: %s", got.stderr)
	}
	got = runWith(t, "", "quotes", ".", "--speaker", "David Miller, mayor of Toronto")
	if got.stderr != "" || !strings.Contains(got.stdout, "budget") || strings.Contains(got.stdout, "blaze") {
		t.Errorf("the mayor said %s%s", got.stdout, got.stderr)
	}
}

// Each row is something a user does, and what they are told.
func TestCommands(t *testing.T) {
	newsstand(t)
	if err := os.WriteFile("empty.md", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir("bare", 0o700); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		args   string
		stdin  string
		code   int
		stdout []string // what it has to print
		stderr []string
		silent bool // prints nothing to standard output
	}{
		{name: "asks for the version", args: "--version", stdout: []string{"0.1.0"}},
		{name: "asks for help", args: "--help", stdout: []string{"reader export", "reader quotes", "built-in"}},
		{name: "asks for help on quotes", args: "quotes --help", stdout: []string{"--speaker", "--format", "jsonl"}},
		{name: "mistypes a flag", args: "export --colour", code: 2, stderr: []string{"--colour", "reader --help"}, silent: true},
		{name: "wants a format there is not", args: "quotes --format pdf radar.md", code: 2, stderr: []string{"pdf", "text, jsonl, csv, md"}, silent: true},
		{name: "leaves the format out", args: "quotes --format", code: 2, stderr: []string{"--format"}, silent: true},
		{name: "opens the screen in a pipe", args: "radar.md", code: 2, stderr: []string{"terminal", "reader export"}, silent: true},
		{name: "mistypes a command", args: "exprot .", code: 2, stderr: []string{"reader export?"}, silent: true},
		{name: "exports a folder", args: "export .", code: 1, stdout: []string{`"path":"harbour.md"`, `"path":"radar.md"`}, stderr: []string{"empty.md: the file is empty"}},
		{name: "exports what is not there", args: "export nothing.md radar.md", code: 1, stdout: []string{`"path":"radar.md"`}, stderr: []string{"nothing.md: there is no such file"}},
		{name: "exports standard input", args: "export -", stdin: radar, stdout: []string{`"path":"-"`, "The station is old"}},
		{name: "exports a folder without articles", args: "export bare", stderr: []string{"bare: there is no article here", ".markdown"}, silent: true},
		{name: "exports empty standard input", args: "export -", code: 1, stderr: []string{"-: "}, silent: true},
		{name: "exports the built-in library", args: "export", stdout: []string{"nato-russia-missile-defense.md"}},
		{name: "reads quotes from a pipe", args: "quotes -", stdin: radar, stdout: []string{"“The station is old,”\n  — Ben Osk"}},
		{name: "asks what one person said", args: "quotes harbour.md radar.md --speaker osk", stdout: []string{"too much"}},
		{name: "asks in another spelling", args: "quotes harbour.md radar.md --speaker HARL", stdout: []string{"will not hold", "another flood"}},
		{name: "mistypes the person", args: "quotes harbour.md radar.md --speaker oks", code: 1, stderr: []string{`"oks"`, "Ben Osk"}, silent: true},
		{name: "asks for nobody in a folder", args: "quotes nothing --speaker osk", code: 1, stderr: []string{"nothing: there is no such file"}, silent: true},
		{name: "wants an article as a table", args: "show --format csv", code: 2, stderr: []string{"csv", "text, jsonl, md"}, silent: true},
		{name: "searches for nothing", args: "search .", code: 2, stderr: []string{"--query"}, silent: true},
		{name: "lists what can't be read", args: "list nothing.md radar.md", code: 1, stdout: []string{"Radar"}, stderr: []string{"nothing.md: there is no such file"}},
		{name: "asks of nothing", args: "entities nothing.md", code: 1, stderr: []string{"nothing.md: there is no such file"}, silent: true},
		{name: "completes the format", args: "__complete quotes --format c", stdout: []string{"csv"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := runWith(t, c.stdin, strings.Fields(c.args)...)
			if got.code != c.code {
				t.Errorf("exit %d, want %d", got.code, c.code)
			}
			for _, s := range c.stdout {
				if !strings.Contains(got.stdout, s) {
					t.Errorf("standard output lacks %q", s)
				}
			}
			for _, s := range c.stderr {
				if !strings.Contains(got.stderr, s) {
					t.Errorf("standard error lacks %q", s)
				}
			}
			if c.silent && got.stdout != "" {
				t.Error("standard output is not empty")
			}
			if c.code == 0 && c.stderr == nil && !strings.HasPrefix(c.args, "__") && got.stderr != "" {
				t.Error("standard error is not empty")
			}
			if strings.Contains(got.stdout+got.stderr, "\x1b") {
				t.Error("a pipe gets escape sequences")
			}
			if t.Failed() {
				t.Logf("stdout:\n%s\nstderr:\n%s", got.stdout, got.stderr)
			}
		})
	}
}

// Whoever asks for one person gets no quote of another, in every format.
func TestSpeakerLeavesOthersOut(t *testing.T) {
	newsstand(t)
	for _, format := range report.Formats() {
		got := runWith(t, "", "quotes", ".", "--speaker", "Ben Osk", "--format", format)
		if got.code != 0 || !strings.Contains(got.stdout, "The station is old") || strings.Contains(got.stdout, "flood") {
			t.Errorf("%s: exit %d\n%s%s", format, got.code, got.stdout, got.stderr)
		}
	}
}

// The paths that quotes prints are those of export, so that the two can be joined.
func TestQuotesAndExportAgree(t *testing.T) {
	newsstand(t)
	articles := map[string][]rune{}
	for line := range strings.Lines(runWith(t, "", "export", ".").stdout) {
		var a exported
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			t.Fatal(err)
		}
		articles[a.Path] = []rune(a.Text)
	}
	quotes := strings.Split(strings.TrimSpace(runWith(t, "", "quotes", ".", "--format", "jsonl").stdout), "\n")
	if len(articles) != 2 || len(quotes) < 4 {
		t.Fatalf("%d articles, %d quotes", len(articles), len(quotes))
	}
	for _, line := range quotes {
		var q report.Quote
		if err := json.Unmarshal([]byte(line), &q); err != nil {
			t.Fatal(err)
		}
		if text := articles[q.Path]; q.In == "" && (q.End > len(text) || string(text[q.Start:q.End]) != q.Text) {
			t.Errorf("%s [%d,%d) is not %q", q.Path, q.Start, q.End, q.Text)
		}
	}
}

// Hostile files are told, and the articles beside them are read.
func TestHostileFiles(t *testing.T) {
	newsstand(t)
	write := func(name, content string) {
		t.Helper()
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("binary.md", strings.Repeat("\x7fELF\x02\x01\x00\xff\xfe", 100))
	write("empty.md", "")
	write("large.md", strings.Repeat("It is a long story. ", 1<<20))
	write("oneline.txt", strings.Repeat("It is a long story. ", 5<<20/20))
	if err := syscall.Mkfifo("pipe.md", 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(".", "loop"); err != nil {
		t.Fatal(err)
	}
	got := runWith(t, "", "export", ".")
	if got.code != 1 {
		t.Errorf("exit %d, want 1", got.code)
	}
	for _, path := range []string{"binary.md", "empty.md", "large.md", "pipe.md", "loop"} {
		if !strings.Contains(got.stderr, "reader: "+path+": ") {
			t.Errorf("nothing is told of %s", path)
		}
	}
	for _, path := range []string{"harbour.md", "oneline.txt", "radar.md"} {
		if !strings.Contains(got.stdout, fmt.Sprintf(`"path":%q`, path)) {
			t.Errorf("%s is not read", path)
		}
	}
	if n := strings.Count(got.stderr, "\n"); n != 5 {
		t.Errorf("%d lines on standard error:\n%s", n, got.stderr)
	}
}

func TestTenThousandInOneFolder(t *testing.T) {
	t.Chdir(t.TempDir())
	for i := range 10_000 {
		if err := os.WriteFile(fmt.Sprintf("%05d.md", i), []byte("Nobody said a word.\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	got := runWith(t, "", "export", ".")
	scanner := bufio.NewScanner(strings.NewReader(got.stdout))
	n := 0
	for ; scanner.Scan(); n++ {
		if !strings.Contains(scanner.Text(), fmt.Sprintf(`"path":"%05d.md"`, n)) {
			t.Fatalf("line %d is out of order", n)
		}
	}
	if n != 10_000 || got.code != 0 {
		t.Errorf("%d articles, exit %d", n, got.code)
	}
}

// closedPipe is an output whose reader has gone.
type closedPipe struct{}

func (closedPipe) Write([]byte) (int, error) {
	return 0, &os.PathError{Op: "write", Path: "/dev/stdout", Err: syscall.EPIPE}
}

// fullDisk is an output that takes nothing more.
type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

func TestOutputThatCannotBeWritten(t *testing.T) {
	newsstand(t)
	for _, args := range [][]string{{"export", "."}, {"quotes", "."}, {"quotes", ".", "--format", "csv"}, {"list", "."}, {"list", ".", "--format", "csv"}, {"show", "."}, {"show", ".", "--format", "jsonl"}, {"entities", ".", "--format", "md"}} {
		var stderr bytes.Buffer
		if code := run(t.Context(), args, nil, closedPipe{}, &stderr); code != 0 || stderr.Len() > 0 {
			t.Errorf("%s | head: exit %d, %s", args, code, &stderr)
		}
		if code := run(t.Context(), args, nil, fullDisk{}, &stderr); code != 1 || !strings.Contains(stderr.String(), "no space left") {
			t.Errorf("%s on a full disk: exit %d, %s", args, code, &stderr)
		}
	}
}

func TestInterrupted(t *testing.T) {
	newsstand(t)
	ctx, stop := context.WithCancel(t.Context())
	stop()
	var stdout, stderr bytes.Buffer
	if code := run(ctx, []string{"export", "."}, nil, &stdout, &stderr); code != 1 || !strings.Contains(stderr.String(), "stopped") {
		t.Errorf("exit %d, %s", code, &stderr)
	}
}

// told runs the command with args and asserts its exit status, and what standard error says beside other things.
func told(t *testing.T, args string, code int, stderr ...string) {
	t.Helper()
	out := runWith(t, "", strings.Fields(args)...)
	for _, s := range stderr {
		if out.code != code || !strings.Contains(out.stderr, s) {
			t.Errorf("reader %s: exit %d, want %d, and to be told %q:\n%s", args, out.code, code, s, out.stderr)
		}
	}
}
