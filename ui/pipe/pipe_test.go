package pipe

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"
)

func TestSplit(t *testing.T) {
	t.Parallel()
	for command, want := range map[string][]string{
		`less -R`:                       {"less", "-R"},
		`grep "two words" 'it'\''s' \$`: {"grep", "two words", "it's", "$"},
		`a $HOME ~/x *.md`:              {"a", "$HOME", "~/x", "*.md"},
		"a `id` $(id) '$(id)'":          {"a", "`id`", "$(id)", "$(id)"},
		`sh -c 'cat > file'`:            {"sh", "-c", "cat > file"},
	} {
		if got, err := Split(command); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: got %q, %v", command, got, err)
		}
	}
}

func TestWhatNeedsAShellSaysSo(t *testing.T) {
	t.Parallel()
	for command, want := range map[string]string{
		`cat > file`: `which ">" would need`, `a | b`: `"|"`, `a && b`: `"&"`, `a; b`: `";"`, `é“” > x`: `">"`,
		`a 'b`: "left open", `a (b`: "left open", ``: "name a program", `  `: "name a program",
	} {
		if got, err := Split(command); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %q, %v", command, got, err)
		}
	}
}

// Whatever the arguments are, as a command they are the same. No command makes it panic.
func FuzzCommand(f *testing.F) {
	for _, s := range []string{"less -R", "a b", "it's", "", "$(id) `x`", "\\", "“x” \n|<", "#"} {
		f.Add(s, "x")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if argv, err := Split(a); err == nil && len(argv) == 0 {
			t.Error("no program, and no mistake")
		}
		argv := []string{a, b, a + b}
		if strings.ContainsRune(a+b, 0) || !utf8.ValidString(a) || !utf8.ValidString(b) {
			return // nobody can type this
		}
		if got, err := Split(Join(argv)); err != nil || !slices.Equal(got, argv) {
			t.Errorf("%q became %s, and that %q, %v", argv, Join(argv), got, err)
		}
	})
}

// isChild reports whether this is the program of a test, and does what its arguments ask for.
func isChild(t *testing.T) bool {
	t.Helper()
	if flag.NArg() == 0 {
		return false
	}
	text, err := io.ReadAll(os.Stdin)
	if err != nil {
		t.Fatal(err)
	}
	_, _ = fmt.Fprintf(os.Stdout, "%q got %d bytes\n", flag.Args(), len(text))
	if flag.Arg(0) == "fail" {
		_, _ = os.Stderr.WriteString("\nno \x1b[2Jroom\nand more\n")
		t.FailNow()
	}
	return true
}

// screen is what is written to the terminal, by the program on two ways at once.
type screen struct {
	mu  sync.Mutex
	out bytes.Buffer
}

func (s *screen) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.out.Write(p)
}

// run runs a child with arguments, and returns what is seen on the terminal.
func run(t *testing.T, typed string, args ...string) (seen string, rest string, err error) {
	t.Helper()
	var term screen
	in := strings.NewReader(typed)
	p := New(append([]string{os.Args[0], "-test.run=^" + t.Name() + "$"}, args...), bytes.Repeat([]byte("x"), 1<<20))
	p.SetStdin(in)
	p.SetStdout(&term)
	p.SetStderr(&term)
	err = p.Run()
	left, _ := io.ReadAll(in)
	return term.out.String(), string(left), err
}

func TestAProgramGetsTheTextAndIWaitForEnter(t *testing.T) {
	if isChild(t) {
		return
	}
	seen, rest, err := run(t, "ab\nqq", "two words", "$HOME")
	if err != nil || !strings.Contains(seen, `["two words" "$HOME"] got 1048576 bytes`) || !strings.HasSuffix(seen, "has ended. Enter goes back to the reader.") {
		t.Errorf("%v, on the terminal:\n%s", err, seen)
	}
	if rest != "qq" {
		t.Errorf("of the keys behind Enter %q is left", rest)
	}
}

func TestAProgramThatFailsSaysWhy(t *testing.T) {
	if isChild(t) {
		return
	}
	_, _, err := run(t, "", "fail")
	if want := "pipe.test: exit status 1: no ␛[2Jroom"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestAProgramThatIsNotThere(t *testing.T) {
	t.Parallel()
	if err := New([]string{"no-such-program"}, nil).Find(); err == nil || !strings.Contains(err.Error(), "there is no program no-such-program") {
		t.Errorf("got %v", err)
	}
	if err := New([]string{os.Args[0]}, nil).Find(); err != nil {
		t.Error(err)
	}
}
