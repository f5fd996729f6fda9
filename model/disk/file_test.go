package disk_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reader/model/disk"
)

// export writes text to path and returns what came of it.
func export(t *testing.T, path, text string, replace bool) error {
	t.Helper()
	f, err := disk.Create(path)
	if err != nil {
		return err
	}
	if got, err := os.ReadFile(path); err == nil && string(got) == text {
		t.Error("it is there before it is whole")
	}
	if _, err := f.Write([]byte(text)); err != nil {
		return err
	}
	return f.Commit(replace)
}

// holds asserts what is in the only file of a folder.
func holds(t *testing.T, path, text string) {
	t.Helper()
	if got, err := os.ReadFile(path); err != nil || string(got) != text {
		t.Errorf("%s holds %q, want %q (%v)", path, got, text, err)
	}
	if entries, err := os.ReadDir(filepath.Dir(path)); err != nil || len(entries) != 1 {
		t.Errorf("there is %v, %v", entries, err)
	}
}

func TestAFileTakesItsPlaceAndReplacesNothingUnasked(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "quotes.md")
	if err := export(t, path, "first", false); err != nil {
		t.Fatal(err)
	}
	holds(t, path, "first")
	var told *disk.Error
	if err := export(t, path, "second", false); !errors.Is(err, fs.ErrExist) || !errors.As(err, &told) || !strings.HasPrefix(err.Error(), path) {
		t.Errorf("it is replaced, or it is told wrongly: %v", err)
	}
	holds(t, path, "first")
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	if err := export(t, path, "third", true); err != nil {
		t.Fatal(err)
	}
	holds(t, path, "third")
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("its mode is %v, %v", info.Mode(), err)
	}
}

// A file that one takes out has the mode of any other file of one's own.
func TestAFileOfOnesOwnHasTheModeOfOthers(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	plain, err := os.OpenFile(filepath.Join(folder, "plain"), os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		t.Fatal(err)
	}
	want, err := plain.Stat()
	if err = errors.Join(err, plain.Close(), export(t, filepath.Join(folder, "mine"), "x", false)); err != nil {
		t.Fatal(err)
	}
	if got, err := os.Stat(filepath.Join(folder, "mine")); err != nil || got.Mode() != want.Mode() {
		t.Errorf("its mode is %v, that of others %v (%v)", got.Mode(), want.Mode(), err)
	}
}

func TestAFileThatIsGivenUpLeavesNoTrace(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	f, err := disk.Create(filepath.Join(folder, "quotes.md"))
	if err != nil {
		t.Fatal(err)
	}
	f.Abort()
	if err := export(t, filepath.Join(folder, "missing", "quotes.md"), "x", false); err == nil {
		t.Error("it is written to a folder that is not there")
	}
	if err := os.Mkdir(filepath.Join(folder, "taken"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := export(t, filepath.Join(folder, "taken"), "x", true); err == nil {
		t.Error("a folder is replaced")
	}
	if entries, err := os.ReadDir(folder); err != nil || len(entries) != 1 {
		t.Errorf("there is %v, %v", entries, err)
	}
}
