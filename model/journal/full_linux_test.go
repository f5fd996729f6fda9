package journal

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// On a full disk nothing is added, and that is said.
func TestFullDisk(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "book.jsonl")
	must(t, os.Symlink("/dev/full", path))
	b := bookAt(path)
	if err := b.try("a"); !errors.Is(err, syscall.ENOSPC) || !strings.HasPrefix(err.Error(), "the book in "+path+" could not be written") {
		t.Errorf("got %v", err)
	}
	if len(b.lines) > 0 {
		t.Errorf("there is %q", b.lines)
	}
}
