package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/adrg/xdg"
	"github.com/charmbracelet/x/ansi"
)

// configured makes text the settings, and returns the folder of settings and the file.
func configured(t *testing.T, text string) (home, file string) {
	t.Helper()
	home = t.TempDir()
	t.Cleanup(xdg.Reload) // after Setenv has set it back
	t.Setenv("XDG_CONFIG_HOME", home)
	xdg.Reload()
	file = filepath.Join(home, "reader", "config.toml")
	if err := os.Mkdir(filepath.Dir(file), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return home, file
}

// A file that is no file of settings, as a picture, or one made to keep the reader busy, is not read.
func TestSettingsThatAreTooLong(t *testing.T) {
	_, file := configured(t, strings.Repeat("k = 1\n", 11_000))
	got := runWith(t, "", "config", "check")
	if want := file + " can't be read: it has more than 65536 bytes"; got.code != 1 || !strings.Contains(got.stderr, want) {
		t.Errorf("got %+v, want %q", got, want)
	}
}

func TestSettingsAreChecked(t *testing.T) {
	_, file := configured(t, "theme = \"drak\"\n[keys]\nzoom = [\"j\"]\n")
	want := file + ":1: there is no theme \"drak\"; did you mean dark?\n" +
		file + ":3: key j is bound twice: to zoom and to down; take another here, or give down other keys, too\n"
	if got := runWith(t, "", "config", "check"); got.code != 2 || got.stdout != want || got.stderr != "" {
		t.Errorf("got %+v", got)
	}
	good := filepath.Join(t.TempDir(), "good.toml")
	if err := os.WriteFile(good, []byte("theme = \"dark\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"config", "check", good}, {"--config", good, "config", "check"}} {
		if got := runWith(t, "", args...); got.code != 0 || got.stdout != good+" is fine\n" {
			t.Errorf("%v: got %+v", args, got)
		}
	}
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	if got := runWith(t, "", "config", "check"); got.code != 0 || !strings.Contains(got.stdout, "is not there, which is fine") {
		t.Errorf("got %+v", got)
	}
	for _, other := range []string{file, t.TempDir()} {
		if got := runWith(t, "", "config", "check", other); got.code != 1 || !strings.Contains(got.stderr, other) {
			t.Errorf("%s: got %+v", other, got)
		}
	}
}

// Colours that are hard to read are warned of, and that is no mistake.
func TestFaintColoursAreWarnedOf(t *testing.T) {
	_, file := configured(t, "theme = \"mine\"\n[themes.mine]\ndim = \"#333333\"\n")
	got := runWith(t, "", "config", "check")
	want := file + ":3: warning: dim #333333 on the bar of dark, #303030, has a contrast of 1.04:1, and from 4.5:1 on everybody can read it; write \"#999999\"\n" + file + " is fine\n"
	if got.code != 0 || got.stdout != want || got.stderr != "" {
		t.Errorf("got %+v, want %q", got, want)
	}
	if got = runWith(t, "", "config", "show"); got.stderr != "" || !strings.Contains(got.stdout, "\ntheme = \"mine\"\n") || !strings.Contains(got.stdout, "\n[themes.mine]\nbase = \"dark\"\ndim = \"#333333\"  # what may be overlooked") {
		t.Errorf("got %+v", got)
	}
}

// What config show prints is a file of settings: the ones in force, and where mine has mistakes, the built-in ones.
func TestSettingsArePrintedToBeginWith(t *testing.T) {
	_, file := configured(t, "theme = \"light\"\nmouse = 3\n[keys]\nzoom = \"Z\"\n")
	got := runWith(t, "", "config", "show")
	for _, want := range []string{"\ntheme = \"light\"\n", "\nmouse = true\n", "\nzoom = [\"Z\"]  # this pane alone, and back\n", "\nhelp = [\"?\"]"} {
		if !strings.Contains(got.stdout, want) {
			t.Errorf("it does not print %q:\n%s", want, got.stdout)
		}
	}
	if got.code != 0 || !strings.Contains(got.stderr, file+":2: mouse is to be true or false") {
		t.Errorf("got %d, %s", got.code, got.stderr)
	}
	if err := os.WriteFile(file, []byte(got.stdout), 0o600); err != nil {
		t.Fatal(err)
	}
	if again := runWith(t, "", "config", "print"); again.stdout != got.stdout || again.stderr != "" {
		t.Errorf("got %+v", again)
	}
	if fine := runWith(t, "", "config", "check"); fine.code != 0 {
		t.Errorf("got %+v", fine)
	}
}

func TestSettingsThatAreNamedMustBeThere(t *testing.T) {
	if got := runWith(t, "", "--config", "nothing.toml", "config", "show"); got.code != 2 || !strings.Contains(got.stderr, "nothing.toml") {
		t.Errorf("got %+v", got)
	}
}

func TestAnOpenerThatIsSetGetsTheAddressLast(t *testing.T) {
	t.Setenv("BROWSER", "true")
	if open, missing := opener([]string{"true", "--new-tab"}); open == nil || missing != nil {
		t.Errorf("got %v", missing)
	}
	open, missing := opener([]string{"no-such-program-here"})
	if open == nil || missing == nil || !strings.Contains(missing.Error(), "no-such-program-here") {
		t.Errorf("nothing takes the place of an opener that is not there: %v", missing)
	}
}

// In a terminal: my keys count and are told, the mouse stays the terminal's, and a mistake in the file is told without stopping anything.
func TestSettingsInATerminal(t *testing.T) {
	home, _ := configured(t, "mouse = false\ntheme = \"none\"\nwrong = 1\n[keys]\nquotes-only = [\"Q\"]\nerrors = [\"F2\"]\nquit = [\"^q\"]\n")
	term := startTerminalIn(t, home, 140, 40)
	term.press("", "Two Shields or One")
	term.press("", "1 problem (F2)")
	term.press("Q", "Quotes ─")
	term.press("\x1bOQ", "\"wrong\"") // the rest is parted into lines as the path before it is long
	out := term.quit("\x11")
	if bytes.Contains(out, []byte("\x1b[?1002h")) || coloured(out) {
		t.Errorf("it asked for the mouse, or for colours: %q", out)
	}
}

// Whatever value NO_COLOR has, there are no colours: on the screen, and in help.
func TestNoColour(t *testing.T) {
	for _, value := range []string{"1", "yes", "0"} {
		term := startTerminalWith(t, []string{"NO_COLOR=" + value}, t.TempDir(), 100, 30)
		term.press("", "BRUSSELS")
		term.press("?", "Keys")
		if out := term.quit("\x03"); coloured(out) {
			t.Errorf("NO_COLOR=%s: %q", value, out)
		}
		help := startTerminalWith(t, []string{"NO_COLOR=" + value}, t.TempDir(), 100, 60, "--help")
		help.press("", "--offline")
		if out := help.quit(""); coloured(out) {
			t.Errorf("NO_COLOR=%s: help is coloured: %q", value, out)
		}
	}
	term := startTerminalWith(t, []string{"NO_COLOR="}, t.TempDir(), 100, 30)
	term.press("", "BRUSSELS")
	if out := term.quit("\x03"); !coloured(out) {
		t.Error("without a value it counts, too")
	}
}

// A terminal that is dumb gets no control sequence with help, either.
func TestHelpOnADumbTerminal(t *testing.T) {
	term := startTerminalWith(t, []string{"TERM=dumb"}, t.TempDir(), 100, 60, "--help")
	term.press("", "--offline")
	if err := term.cmd.Wait(); err != nil || bytes.Contains(term.written(), []byte("\x1b")) {
		t.Errorf("%v, %q", err, term.written())
	}
}

// coloured reports whether out sets a colour.
func coloured(out []byte) bool {
	parser := ansi.NewParser()
	var state byte
	for len(out) > 0 {
		seq, _, n, next := ansi.DecodeSequence(out, state, parser)
		state, out = next, out[max(n, 1):]
		if !ansi.HasCsiPrefix(seq) || ansi.Cmd(parser.Command()).Final() != 'm' || ansi.Cmd(parser.Command()).Prefix() != 0 {
			continue
		}
		for i := range parser.Params() {
			if p, _, ok := parser.Params().Param(i, 0); ok && (p >= 30 && p <= 48 || p == 58 || p >= 90 && p <= 107) && p != 39 {
				return true
			}
		}
	}
	return false
}
