package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

// piped runs the built command with lines as its standard input, and home as the folder for what programs keep.
func piped(t *testing.T, home, lines string, args ...string) outcome {
	t.Helper()
	path, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, args...)
	cmd.Env = append(os.Environ(), "HOME="+home, "XDG_STATE_HOME="+home, "XDG_CACHE_HOME="+home, "XDG_DATA_HOME="+home)
	cmd.Stdin = strings.NewReader(lines)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	exit := new(exec.ExitError)
	if err := cmd.Run(); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return outcome{cmd.ProcessState.ExitCode(), stdout.String(), stderr.String()}
}

func TestAScriptOfCommandsInAPipe(t *testing.T) {
	got := piped(t, t.TempDir(), "speaker azimov\nquotes\n", "--plain")
	if got.code != exitDone || got.stderr != "" || !strings.Contains(got.stdout, "Quote by Araz Azimov, Azeri Deputy Foreign Minister, direct:\n\"They should pay more,\"\n") {
		t.Errorf("exit %d: %s%s", got.code, got.stdout, got.stderr)
	}
	for _, mark := range []string{"reader>", "\x1b", "\r"} {
		if strings.Contains(got.stdout, mark) {
			t.Errorf("a script gets %q", mark)
		}
	}
}

// Each row is a script, and what becomes of it.
func TestScriptsThatGoWrong(t *testing.T) {
	newsstand(t)
	for _, c := range []struct {
		lines, args string
		code        int
		stderr      string
	}{
		{"list\nfind speaker:\nclear\n", "--plain .", exitUsage, "reader: line 2: There is a mistake in the query at its end"},
		{"speaker azimov\n", "--plain .", exitFailed, "reader: line 1: nobody here is called “azimov”"},
		{"list\n", "--plain radar.md nothing.md", exitFailed, "reader: nothing.md: there is no such file"},
		{"list\n", "--plain -", exitUsage, "standard input has the commands"},
		{"list\n", "--plain exprot", exitUsage, "reader export?"},
		{"list\n", "radar.md", exitUsage, "--plain"},
	} {
		got := runWith(t, c.lines, strings.Fields(c.args)...)
		if got.code != c.code || !strings.Contains(got.stderr, c.stderr) {
			t.Errorf("%s: exit %d: %s", c.args, got.code, got.stderr)
		}
	}
	var stderr bytes.Buffer
	if code := run(t.Context(), []string{"--plain", "."}, strings.NewReader("list\nquotes\n"), closedPipe{}, &stderr); code != exitDone || stderr.Len() > 0 {
		t.Errorf("reader --plain | head: exit %d, %s", code, &stderr)
	}
	if code := run(t.Context(), []string{"--plain", "."}, strings.NewReader("list\n"), fullDisk{}, &stderr); code != exitFailed || !strings.Contains(stderr.String(), "no space left") {
		t.Errorf("reader --plain on a full disk: exit %d, %s", code, &stderr)
	}
}

// What is marked and corrected without a screen is there on the screen, and the other way round: it is the same files.
func TestMarksAndCorrectionsAreThoseOfTheScreen(t *testing.T) {
	newsstand(t)
	home := t.TempDir()
	got := piped(t, home, "find radar\nstar 1\nunread 1\nnext\ncorrect not a\n", "--plain", ".")
	if got.code != exitDone {
		t.Fatalf("exit %d: %s%s", got.code, got.stdout, got.stderr)
	}
	term := startTerminalIn(t, home, 140, 40, ".")
	term.press("", "Radar station to close")
	term.press("F", "Query")
	term.press("is:starred\r", "1 of 2 articles")
	term.press("2U", "Undone: “The station is old” is not a quote.")
	term.quit("\x03")
}

// On a terminal that can do nothing but print lines there is no screen, and nothing that moves a cursor.
func TestOnADumbTerminal(t *testing.T) {
	home := t.TempDir()
	term := startTerminalWith(t, []string{"TERM=dumb"}, home, 100, 30)
	term.press("", "TERM is dumb")
	term.press("", "reader> ")
	term.press("speaker azimov\n", "5 of 17 quotes")
	term.press("\n", "Quote 1 of 5, paragraph 13.")
	term.press("star\n", "1 article starred")
	out := term.quit("\x04")
	if bytes.Contains(out, []byte{0x1b}) || bytes.Contains(out, []byte("─")) {
		t.Errorf("something else than lines of text is written: %q", out)
	}
	again := startTerminalWith(t, []string{"TERM=dumb"}, home, 100, 30)
	again.press("find is:starred\n", "Two Shields or One")
	again.quit("\x03")
}

func TestWhatWasConfirmedOutlivesAKill(t *testing.T) {
	newsstand(t)
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	home := t.TempDir()
	term := startTerminalIn(t, home, 100, 30, "--plain", folder)
	term.press("find radar\n", "1 article of 2")
	term.press("star 1\n", "1 article starred")
	term.press("next\n", "Quote 1 of")
	term.press("correct nobody\n", "It can’t be told who said")
	if err := term.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = term.cmd.Wait() // it was killed
	got := piped(t, home, "find is:starred is:corrected\n", "--plain", folder)
	if got.code != exitDone || !strings.Contains(got.stdout, "1 article of 2") {
		t.Errorf("exit %d: %s%s", got.code, got.stdout, got.stderr)
	}
	if _, err := os.Stat(filepath.Join(home, "reader", "state.jsonl")); err != nil {
		t.Error(err)
	}
}

// Whatever an article holds, what is read of it is printable text and ends of lines.
func TestAnArticleIsReadAsText(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, text := range hostile() {
		if err := os.WriteFile("article.md", []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		got := runWith(t, "list\n1\nwhole\nquotes\nspeakers\nsearch bb\n", "--plain", "article.md")
		if got.code != exitDone || !strings.Contains(got.stdout, "bb") {
			t.Errorf("%s: exit %d: %s%s", name, got.code, got.stdout, got.stderr)
		}
		if i := strings.IndexFunc(got.stdout, func(r rune) bool { return r != '\n' && unicode.IsControl(r) }); i >= 0 {
			t.Errorf("%s: %q is no text", name, got.stdout[max(0, i-10):i+1])
		}
	}
}

func TestIOpenAPageWithoutAScreen(t *testing.T) {
	freshData(t)
	got := runWith(t, "1\nquotes here\nrefresh\n", "open", "--allow-private", "--plain", newspaper(t)+"/radar.md")
	if got.code != exitDone || !strings.Contains(got.stdout, "Quote by Ben Osk, direct:\n“The station is old,”") {
		t.Errorf("exit %d: %s%s", got.code, got.stdout, got.stderr)
	}
}
