package disk_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"

	"reader/model/disk"
)

// writesFile names the file that a child process of a test is to write.
const writesFile = "READER_TEST_WRITES"

// writer starts a process that has written half of the file at path, and waits.
func writer(t *testing.T, path string) *exec.Cmd {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestHalfOfAFile$")
	cmd.Env = append(os.Environ(), writesFile+"="+path)
	if _, err := cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	says, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err = cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { kill(cmd) })
	if _, err = bufio.NewReader(says).ReadString('\n'); err != nil {
		t.Fatal(err)
	}
	return cmd
}

// kill kills the process at once, as kill -9 does.
func kill(cmd *exec.Cmd) {
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
}

// TestHalfOfAFile is the process that writer starts.
func TestHalfOfAFile(t *testing.T) {
	path := os.Getenv(writesFile)
	if path == "" {
		t.Skip("is only for a child process")
	}
	f, err := disk.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Write([]byte("half")); err != nil {
		t.Fatal(err)
	}
	if _, err := fmt.Fprintln(os.Stdout, "written"); err != nil {
		t.Fatal(err)
	}
	_, _ = os.Stdin.Read(make([]byte, 1))
}

// hidden returns how many files that begin with a dot are in a folder.
func hidden(t *testing.T, folder string) int {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(folder, ".*"))
	if err != nil {
		t.Fatal(err)
	}
	return len(found)
}

// What a process that was killed left of a file goes with the next writing of it.
func TestWhatAKilledWriterLeftIsTakenAway(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "quotes.md")
	for range 2 {
		kill(writer(t, path))
	}
	if n := hidden(t, filepath.Dir(path)); n == 0 {
		t.Fatal("a process that was killed leaves nothing: this tests nothing")
	}
	if err := export(t, path, "whole", false); err != nil {
		t.Fatal(err)
	}
	holds(t, path, "whole")
}

// What another process is still writing stays, also while it waits for long, and so does all that is not of this file.
func TestWhatSomebodyIsWritingStays(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	path := filepath.Join(folder, "quotes.md")
	others := []string{
		".quotes.md", ".quotes.md.new", ".quotes.md.2026.new", ".quotes.md.0123456789abcdeg.new", ".quotes.md.0123456789abcdef.old",
		".notes.md.0123456789abcdef.new",
	}
	for _, name := range others {
		if err := os.WriteFile(filepath.Join(folder, name), []byte("mine"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	alive := writer(t, path)
	here, err := disk.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err = export(t, path, "whole", false); err != nil {
		t.Fatal(err)
	}
	if n := hidden(t, folder); n != len(others)+2 {
		t.Errorf("%d hidden files are left of %d and two that are being written", n, len(others))
	}
	if err = here.Commit(true); err != nil {
		t.Errorf("who began before can't end: %v", err)
	}
	kill(alive)
	if err = export(t, path, "again", true); err != nil {
		t.Fatal(err)
	}
	if n := hidden(t, folder); n != len(others) {
		t.Errorf("%d hidden files are left, want %d", n, len(others))
	}
}

// However many write one file at once, none takes away what another is writing.
func TestManyWriteOneFile(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "quotes.md")
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 50 {
				f, err := disk.Create(path)
				if err == nil {
					_, err = f.Write([]byte("whole"))
				}
				if err == nil {
					err = f.Commit(true)
				}
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	holds(t, path, "whole")
}

// A link that somebody laid where the rest of a file would be leads to nothing that is taken away.
func TestALinkIsNotFollowedToWhatIsTakenAway(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	mine := filepath.Join(t.TempDir(), "mine")
	if err := os.WriteFile(mine, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(mine, filepath.Join(folder, ".quotes.md.0123456789abcdef.new")); err != nil {
		t.Fatal(err)
	}
	if err := export(t, filepath.Join(folder, "quotes.md"), "whole", false); err != nil {
		t.Fatal(err)
	}
	holds(t, mine, "mine")
}
