package state

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// What a child process is told: what to do, and to which file.
const (
	childDoes = "READER_TEST_DOES"
	childFile = "READER_TEST_FILE"
)

// child returns a process of the same test that will do something to the file at path: see isChild.
func child(tb testing.TB, does, path string) *exec.Cmd {
	tb.Helper()
	cmd := exec.CommandContext(tb.Context(), os.Args[0], "-test.run=^"+tb.Name()+"$")
	cmd.Env = append(os.Environ(), childDoes+"="+does, childFile+"="+path)
	cmd.Stderr = os.Stderr
	return cmd
}

// isChild reports whether this is a child process of the test, and does what a child is to do: after each step it says
// that it is confirmed.
func isChild(t *testing.T) bool {
	t.Helper()
	does, path := os.Getenv(childDoes), os.Getenv(childFile)
	if does == "" {
		return false
	}
	l := open(t, path)
	switch does {
	case "steps":
		for n := l.Place("step") + 1; ; n++ {
			step(t, l, n)
			confirm(t, n)
		}
	case "steps on a full disk":
		signal.Ignore(syscall.SIGXFSZ)
		must(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 40_000, Max: 40_000}))
		for n := 1; ; n++ {
			if _, err := l.Mark([]string{strings.Repeat("long", 300) + strconv.Itoa(n)}, true); err != nil {
				confirm(t, "not confirmed:", err)
				return true
			}
			confirm(t, n)
		}
	default: // a name, of which articles are read
		for n := range writes {
			mark(t, l, true, fmt.Sprint(does, n))
			mark(t, l, n%2 == 0, batch()...)
		}
	}
	return true
}

// confirm tells the parent something.
func confirm(tb testing.TB, what ...any) {
	tb.Helper()
	_, err := fmt.Fprintln(os.Stdout, what...)
	must(tb, err)
}

// batch returns the IDs of articles that are marked together: so many that the file has to be made smaller often.
func batch() []string {
	ids := make([]string, 150)
	for i := range ids {
		ids[i] = fmt.Sprint("batch ", i)
	}
	return ids
}

// step does the nth of things that can be told from what is kept.
func step(tb testing.TB, l *Log, n int) {
	tb.Helper()
	mark(tb, l, n%2 == 0, batch()...)
	must(tb, l.Leave("step", n))
}

// A reader that is killed, a hundred times, at any moment: what it said was kept is there, each step as a whole, and the
// next one goes on from there.
func TestKilledAtAnyMoment(t *testing.T) {
	if isChild(t) {
		return
	}
	t.Parallel()
	path := filepath.Join(t.TempDir(), "reader", "state.jsonl")
	random := rand.New(rand.NewPCG(7, 7))
	confirmed := 0
	for range 100 {
		cmd := child(t, "steps", path)
		out, err := cmd.StdoutPipe()
		must(t, err, cmd.Start())
		steps := random.IntN(12)
		lines := bufio.NewScanner(out)
		for i := 0; ; i++ {
			if i == steps {
				must(t, cmd.Process.Kill())
			}
			if !lines.Scan() {
				break
			}
			if confirmed, err = strconv.Atoi(lines.Text()); err != nil {
				t.Fatalf("it says %q", lines.Text())
			}
		}
		if err := cmd.Wait(); err == nil || cmd.ProcessState.ExitCode() != -1 {
			t.Fatalf("it was not killed: %v", err)
		}
		l := open(t, path)
		at := l.Place("step")
		if at != confirmed && at != confirmed+1 {
			t.Fatalf("step %d is kept, %d was confirmed", at, confirmed)
		}
		read := l.Read("batch 0")
		for _, id := range batch() {
			if l.Read(id) != read {
				t.Fatal("a step is kept in part")
			}
		}
		if want := at%2 == 0 && at > 0; read != want && at != confirmed {
			t.Fatalf("after step %d the articles are read: %v", at, read)
		}
	}
	if info, err := os.Stat(path); err != nil || info.Size() > 100_000 || confirmed < 100 {
		t.Errorf("after %d steps the file has %d bytes (%v)", confirmed, info.Size(), err)
	}
}

// On a disk that is full what fits is kept, the rest is told, and the file is whole.
func TestDiskThatGetsFull(t *testing.T) {
	if isChild(t) {
		return
	}
	t.Parallel()
	path := filepath.Join(t.TempDir(), "reader", "state.jsonl")
	out, err := child(t, "steps on a full disk", path).Output()
	must(t, err)
	said := strings.Split(strings.TrimSuffix(string(out), "\nPASS\n"), "\n")
	n := len(said) - 1
	if n < 10 || said[n-1] != strconv.Itoa(n) || !strings.HasPrefix(said[n], "not confirmed: what you have read in "+path+" could not be written: ") {
		t.Fatalf("it says\n%s", out)
	}
	l := open(t, path)
	for i := range n + 1 {
		if id := strings.Repeat("long", 300) + strconv.Itoa(i+1); l.Read(id) != (i < n) {
			t.Errorf("article %d of %d is read: %v", i+1, n, l.Read(id))
		}
	}
	if len(l.Problems()) > 0 {
		t.Error(l.Problems())
	}
	mark(t, l, true, "a")
	tells(t, "a read", open(t, path))
}

// writes is how many articles each of two programs marks that write at once.
const writes = 100

// Two programs that write at once, and make the file smaller under each other's hands, lose nothing.
func TestTwoProgramsAtOnce(t *testing.T) {
	if isChild(t) {
		return
	}
	t.Parallel()
	path := filepath.Join(t.TempDir(), "reader", "state.jsonl")
	one, other := child(t, "one", path), child(t, "other", path)
	must(t, one.Start(), other.Start())
	must(t, one.Wait(), other.Wait())
	l := open(t, path)
	for n := range writes {
		if !l.Read(fmt.Sprint("one", n)) || !l.Read(fmt.Sprint("other", n)) {
			t.Errorf("write %d is lost", n)
		}
	}
	if info, err := os.Stat(path); err != nil || len(l.Problems()) > 0 || info.Size() > 200_000 {
		t.Errorf("the file has %d bytes (%v), problems %v", info.Size(), err, l.Problems())
	}
}
