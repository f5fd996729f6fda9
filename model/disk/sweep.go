package disk

import (
	"cmp"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/gofrs/flock"
)

// beside returns where the new content of a File may be until it takes its place at path: a name that nobody can know beforehand, as
// others may write to the folder, too.
func beside(path string) string {
	folder, name := filepath.Split(path)
	return filepath.Join(folder, fmt.Sprintf(".%s.%016x.new", name, rand.Uint64()))
}

// isBeside reports whether other is such a name of the file that is called name.
func isBeside(name, other string) bool {
	rest, ok := strings.CutPrefix(other, "."+name+".")
	if !ok || len(rest) != len("0123456789abcdef.new") {
		return false
	}
	id, ok := strings.CutSuffix(rest, ".new")
	_, err := hex.DecodeString(id)
	return ok && err == nil
}

// claim locks the file at the name of f for as long as it is written, and reports whether it is f's: it is not where somebody who
// sweeps was there first. Where there are no locks nobody sweeps, and it is f's without.
func claim(f *os.File) (unlock func(), ok bool) {
	if !locks() {
		return func() {}, true
	}
	hold := existing(f.Name())
	held, err := hold.TryLock()
	unlock = func() { _ = hold.Unlock() } // closing the file gives it free, too
	if !held && err == nil {
		return unlock, false
	}
	mine, err := f.Stat()
	return unlock, err == nil && isAt(mine, f.Name())
}

// sweep removes what is left of the writers of the file at path that were killed. What is locked is being written.
func sweep(path string) {
	if !locks() {
		return
	}
	folder, name := filepath.Split(path)
	entries, _ := os.ReadDir(cmp.Or(folder, ".")) // of a folder that can't be read all stays
	for _, e := range entries {
		if e.Type().IsRegular() && isBeside(name, e.Name()) {
			remove(filepath.Join(folder, e.Name()))
		}
	}
}

// remove removes the file at path if nobody holds its lock.
func remove(path string) {
	hold := existing(path)
	if held, err := hold.TryLock(); err != nil || !held {
		return
	}
	defer func() { _ = hold.Unlock() }()
	if left, err := hold.Stat(); err == nil && isAt(left, path) {
		_ = os.Remove(path) // what can't be removed is in nobody's way
	}
}

// existing returns the lock of the file at path, which is not made for it.
func existing(path string) *flock.Flock { return flock.New(path, flock.SetFlag(os.O_RDWR)) }

// isAt reports whether the file is the one at path.
func isAt(file os.FileInfo, path string) bool {
	there, err := os.Lstat(path)
	return err == nil && os.SameFile(file, there)
}

// locks reports whether a file that is locked can be written and moved by who locked it.
func locks() bool { return runtime.GOOS != "windows" }
