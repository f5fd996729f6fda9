package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// outside is the environment of the tests before TestMain changes it: Go keeps what it has built where that says.
var outside = os.Environ()

// here is the folder of the package, from which some tests go elsewhere.
var here, errHere = os.Getwd()

// binary builds the command once for all tests that run it in a terminal.
var binary = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "reader")
	if err = errors.Join(err, errHere); err != nil {
		return "", err
	}
	path := filepath.Join(dir, "reader")
	build := exec.Command("go", "build", "-o", path, ".")
	build.Env, build.Dir = outside, here
	out, err := build.CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("build: %w: %s", err, out)
	}
	return path, nil
})

// terminal is the built binary in a pseudo-terminal, with an emulator on the other side that shows what it
// writes and answers its questions.
type terminal struct {
	tb  testing.TB
	cmd *exec.Cmd
	tty *os.File

	mu  sync.Mutex
	emu *vt.Emulator
	raw bytes.Buffer // all that the binary has written
}

func startTerminal(tb testing.TB, cols, rows int, args ...string) *terminal {
	tb.Helper()
	return startTerminalIn(tb, tb.TempDir(), cols, rows, args...)
}

// startTerminalIn is startTerminal with home as the folder for what programs remember and keep.
func startTerminalIn(tb testing.TB, home string, cols, rows int, args ...string) *terminal {
	tb.Helper()
	return startTerminalWith(tb, nil, home, cols, rows, args...)
}

// startTerminalWith is startTerminalIn with more in its environment.
func startTerminalWith(tb testing.TB, env []string, home string, cols, rows int, args ...string) *terminal {
	tb.Helper()
	path, err := binary()
	if err != nil {
		tb.Fatal(err)
	}
	cmd := exec.Command(path, args...)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "COLORTERM=truecolor", "HOME="+home)
	for _, kind := range []string{"XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"} {
		cmd.Env = append(cmd.Env, kind+"="+home)
	}
	cmd.Env = append(cmd.Env, env...)
	tty, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: uint16(rows), Cols: uint16(cols)})
	if err != nil {
		tb.Skipf("no pseudo-terminal here: %v", err)
	}
	term := &terminal{tb: tb, cmd: cmd, tty: tty, emu: vt.NewEmulator(cols, rows)}
	go term.read()
	go func() { _, _ = io.Copy(tty, term.emu) }()
	tb.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = tty.Close()
	})
	return term
}

func (term *terminal) read() {
	buf := make([]byte, 32<<10)
	for {
		n, err := term.tty.Read(buf)
		term.mu.Lock()
		term.raw.Write(buf[:n])
		_, _ = term.emu.Write(buf[:n])
		term.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// written returns all that was written to the terminal so far.
func (term *terminal) written() []byte {
	term.mu.Lock()
	defer term.mu.Unlock()
	return bytes.Clone(term.raw.Bytes())
}

func (term *terminal) screen() string {
	term.mu.Lock()
	defer term.mu.Unlock()
	return ansi.Strip(term.emu.Render())
}

// press types keys and waits until the screen shows want.
func (term *terminal) press(keys, want string) {
	term.tb.Helper()
	term.within(20*time.Second, keys, func(screen string) bool { return strings.Contains(screen, want) })
}

// within types keys and waits no longer than patience until the screen is as wanted. It returns how long that took.
func (term *terminal) within(patience time.Duration, keys string, wanted func(screen string) bool) time.Duration {
	term.tb.Helper()
	begun := time.Now()
	if _, err := io.WriteString(term.tty, keys); err != nil {
		term.tb.Fatal(err)
	}
	for !wanted(term.screen()) {
		if time.Since(begun) > patience {
			term.tb.Fatalf("after %q it is not as wanted:\n%s", keys, term.screen())
		}
		time.Sleep(time.Millisecond)
	}
	return time.Since(begun)
}

// quit ends the program with keys and returns all that it wrote.
func (term *terminal) quit(keys string) []byte {
	term.tb.Helper()
	if _, err := io.WriteString(term.tty, keys); err != nil {
		term.tb.Fatal(err)
	}
	if err := term.cmd.Wait(); err != nil {
		term.tb.Fatalf("exit: %v on:\n%s", err, term.screen())
	}
	term.mu.Lock()
	defer term.mu.Unlock()
	return term.raw.Bytes()
}

// A person starts the reader, sees the built-in library at the NATO-Russia article, filters by a speaker, and
// leaves.
func TestTheBinaryInATerminal(t *testing.T) {
	term := startTerminal(t, 140, 40)
	term.press("", "Two Shields or One")
	term.press("", "Serdyukov")
	term.press("s", "Enter picks")
	term.press("Azimov", "Azeri Deputy")
	term.press("\r", "speaker:")
	out := term.quit("\x03")
	if bytes.Contains(out, []byte("panic")) {
		t.Errorf("the program ended in a panic:\n%s", out)
	}
}

// hostile holds articles, each of which tries to change more of the terminal than the cells it stands on.
func hostile() map[string]string {
	return map[string]string{
		"APC graphics":         "aa \x1b_Gf=100,t=f;L2V0Yw==\x1b\\ bb\n",
		"bell":                 "aa\abb\n",
		"right-to-left":        "aa \u202egpj.exe\u202c bb\n",
		"backspace":            "abc\b\b\bxyz bb\n",
		"C1 CSI as UTF-8":      "aa \u009b31m bb\n",
		"C1 CSI as a byte":     "aa \x9b31m bb\n",
		"carriage return":      "aaaaa safe\revil bb\n",
		"cursor":               "aa \x1b[1;1HOVER bb\n",
		"DCS":                  "aa \x1bP$q\"p\x1b\\ bb\n",
		"DEL":                  "aa\x7fbb\n",
		"status report":        "aa \x1b[6n bb\n",
		"erase":                "aa \x1b[2J bb\n",
		"ESC as entity":        "aa &#27;]52;c;aGFja2Vk&#7; bb\n",
		"bidi as entity":       "aa &#x202e;gpj bb\n",
		"reset":                "aa\x1bc bb\n",
		"file link":            "[ok](file:///etc/passwd) bb\n",
		"script link":          "[ok](javascript:alert(1)) bb\n",
		"isolates":             "aa \u2066x\u2069 bb\n",
		"label against target": "[http://good.example](http://evil.example/)\n\n[good](http://evil.example/login?x=1) bb\n",
		"control in target":    "[h](http://e.example/&#27;]0;PWNED&#7;) bb\n",
		"NEL and LS":           "aa\u0085bb\u2028cc\n",
		"NUL":                  "aa\x00bb\n",
		"window title":         "aa \x1b]0;PWNED\a bb\n",
		"clipboard":            "aa \x1b]52;c;aGFja2Vk\a bb\n",
		"hyperlink":            "aa \x1b]8;;http://evil\x1b\\good\x1b]8;;\x1b\\ bb\n",
		"colour":               "aa \x1b[31mred\x1b[0m bb\n",
		"shift out":            "aa\x0ebb\x0f bb\n",
		"tag characters":       "aa x\U000e0041y bb\n",
		"vertical tab":         "aa\vbb\fcc bb\n",
		"combining marks":      "a" + strings.Repeat("\u0301", 200) + " bb\n",
		"zero-width space":     "aa x\u200by bb\n",
		"title":                "---\ntitle: \"aa \\e]0;PWNED\\a\"\nauthors: [\"\\e[2J\"]\n---\n\nbb \x1b[2J\n",
	}
}

// Whatever an article holds, it adds no kind of control sequence to what goes to the terminal that a harmless
// article does not also add, and no payload of its own.
func TestAnArticleCannotCommandTheTerminal(t *testing.T) {
	known := map[string]bool{}
	for _, harmless := range []string{
		"aa bb\n", "aa safe evil xyz bb\n\ncc bb\n", "[aa](http://bb)\n\n" + strings.Repeat("aa cc bb ", 30),
		"---\ntitle: \"aa cc\"\nauthors: [\"aa bb\"]\n---\n\nbb\n",
	} {
		for kind := range sequences(visit(t, harmless)) {
			known[kind] = true
		}
	}
	for name, text := range hostile() {
		t.Run(name, func(t *testing.T) {
			out := visit(t, text)
			for kind, where := range sequences(out) {
				if !known[kind] && !moves(kind) {
					t.Errorf("writes %q, which harmless articles do not: … %q …", kind, where)
				}
			}
			for at, r := range text {
				end := min(len(text), at+6)
				if unicode.IsControl(r) && r != '\n' && bytes.Contains(out, []byte(text[at:end])) {
					t.Errorf("hands on %q of the article", text[at:end])
				}
			}
		})
	}
}

// moves reports whether kind moves the cursor or erases, which the renderer does as suits what is on the screen.
func moves(kind string) bool {
	switch kind {
	case "\b", "\t", "\n", "\r", "\x1bM":
		return true
	}
	const finals = "ABCDEFGHIJKLMPSTXZ@abdegr`"
	final, ok := strings.CutPrefix(kind, "CSI \x00\x00")
	return ok && len(final) == 1 && strings.Contains(finals, final)
}

// visit opens an article in a terminal, looks round, and returns all that was written.
func visit(t *testing.T, text string) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "article.md")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	term := startTerminal(t, 100, 30, path)
	term.press("", "bb")
	term.press("?", "Keys")
	term.press("\x1b", "bb")
	return term.quit("\x03")
}

// sequences returns the kinds of control sequence in out, each with a place where it stands. Of a CSI the kind
// is its marker and final character, since its numbers are the renderer's business; of a string sequence (OSC,
// DCS, APC …) it is all of it.
func sequences(out []byte) map[string]string {
	kinds := map[string]string{}
	parser := ansi.NewParser()
	var state byte
	for at := 0; at < len(out); {
		seq, width, n, next := ansi.DecodeSequence(out[at:], state, parser)
		state = next
		if at+n == len(out) && state != ansi.NormalState {
			break // the terminal was gone before the end of the sequence
		}
		if width == 0 && len(seq) > 0 && (seq[0] < 0x20 || seq[0] == 0x7f || seq[0] == 0xc2 && len(seq) > 1 && seq[1] < 0xa0) {
			kind := string(seq)
			if ansi.HasCsiPrefix(seq) {
				c := ansi.Cmd(parser.Command())
				kind = fmt.Sprintf("CSI %c%c%c", c.Prefix(), c.Intermediate(), c.Final())
			}
			kinds[kind] = string(out[max(0, at-10):min(len(out), at+n+10)])
		}
		at += max(n, 1)
	}
	return kinds
}

// BenchmarkStart measures from the start of the process to the first frame that shows the article: the built-in
// library, and a folder of 10,000 articles that were never seen before.
func BenchmarkStart(b *testing.B) {
	folder := b.TempDir()
	for i := range 10_000 {
		text := fmt.Sprintf("# Report %d\n\nVELLMAR — “The bridge will open,” Mayor Ada Brandt said. “It is report %d.”\n", i, i)
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%05d.md", i)), []byte(text), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	if _, err := binary(); err != nil {
		b.Fatal(err)
	}
	for _, c := range []struct {
		name, want string
		args       []string
	}{
		{"library=built-in", "BRUSSELS", nil},
		{"library=10000-files", "VELLMAR", []string{folder}},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				term := startTerminal(b, 200, 60, c.args...)
				term.press("", c.want)
				b.StopTimer()
				term.quit("\x03")
				b.StartTimer()
			}
		})
	}
}

// Links of articles are for the terminal to open only if whoever starts the reader says so.
func TestHyperlinksAreMadeOnRequest(t *testing.T) {
	path := filepath.Join(t.TempDir(), "article.md")
	if err := os.WriteFile(path, []byte("[the list](https://list.example/gates) bb\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	const link = "\x1b]8;"
	for _, args := range [][]string{{path}, {"--hyperlinks", path}} {
		term := startTerminal(t, 100, 30, args...)
		term.press("", "bb")
		if got, want := bytes.Contains(term.quit("q"), []byte(link)), len(args) == 2; got != want {
			t.Errorf("reader %v: makes hyperlinks: %v, want %v", args, got, want)
		}
	}
}
