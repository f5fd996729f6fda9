// Package disk writes the files that the program keeps, so that a crash at any point leaves the old one or the new one,
// and lets one program at a time at them.
package disk

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"github.com/gofrs/flock"

	"reader/model/source"
)

// Error is why something could not be written, in words that are safe to show.
type Error struct {
	Path  string
	cause error
}

// Error implements error.
func (e *Error) Error() string {
	says := "could not be written"
	switch {
	case errors.Is(e.cause, syscall.ENOSPC), errors.Is(e.cause, syscall.EDQUOT):
		says += ": the disk is full; make room and try again"
	case errors.Is(e.cause, syscall.EROFS):
		says += ": the disk is read-only"
	case errors.Is(e.cause, fs.ErrExist):
		says += ": it is there already"
	case errors.Is(e.cause, fs.ErrNotExist):
		says += ": there is no folder for it; make it, or name another"
	case errors.Is(e.cause, fs.ErrPermission):
		says += ": you may not write there; see its permissions"
	default:
		says += ": " + source.SanitizeLine(e.cause.Error())
	}
	return source.SanitizeLine(e.Path) + " " + says
}

// Unwrap returns what failed.
func (e *Error) Unwrap() error { return e.cause }

// Write makes data the content of the file at path, which only the user may read, and makes its folder where there is
// none. What was there before stays until all of data is on the disk. Two programs that write one file need a lock. The
// error is an *Error.
func Write(path string, data []byte) error {
	var b Batch
	if err := b.Write(path, data); err != nil {
		return err
	}
	return b.Commit()
}

// Batch is several files to be written. Waiting for the disk takes much less time for all of them at once than for one
// after the other. The zero Batch is empty.
type Batch struct{ paths []string }

// Len returns how many files wait for Commit.
func (b *Batch) Len() int { return len(b.paths) }

// Write is that of a single file, which takes its place with Commit.
func (b *Batch) Write(path string, data []byte) error {
	err := os.MkdirAll(filepath.Dir(path), 0o700)
	if err == nil {
		err = os.WriteFile(fresh(path), data, 0o600)
	}
	if err != nil {
		_ = os.Remove(fresh(path)) // what is wrong is told already
		return &Error{path, err}
	}
	b.paths = append(b.paths, path)
	return nil
}

// Commit waits until all files are on the disk and puts them in their places in the order in which they were written.
// A crash leaves those at the beginning new and the others as they were.
func (b *Batch) Commit() error {
	paths := b.paths
	b.paths = nil
	for _, path := range paths {
		if err := settle(fresh(path)); err != nil {
			return forget(paths, path, err)
		}
	}
	for _, path := range paths {
		if err := os.Rename(fresh(path), path); err != nil {
			return forget(paths, path, err)
		}
	}
	return nil
}

// forget removes what is left of a batch because of err at path.
func forget(paths []string, path string, err error) error {
	for _, p := range paths {
		_ = os.Remove(fresh(p)) // what is wrong is told already
	}
	return &Error{path, err}
}

// fresh returns where the new content of the file at path is until it takes its place: one name, so that the next try
// uses up what a crash leaves behind.
func fresh(path string) string {
	folder, name := filepath.Split(path)
	return filepath.Join(folder, "."+name+".new")
}

// settle waits until the file at path is on the disk.
func settle(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return fmt.Errorf("no new file: %w", err)
	}
	return errors.Join(f.Sync(), f.Close())
}

// SyncFolder waits until it is on the disk that the file at path is where it is, on systems that can tell.
func SyncFolder(path string) {
	if folder, err := os.Open(filepath.Dir(path)); err == nil {
		_ = folder.Sync()
		_ = folder.Close() // it was only read
	}
}

// ErrHeld says that another program holds a lock.
var ErrHeld = errors.New("another program is at it")

// pause is the time between two tries to get a lock.
const pause = 2 * time.Millisecond

// Lock gets the lock that is the file at path, and makes that, waiting for as long as patience while another program has
// it. It is given free by unlock, and by the end of the program. The error is ErrHeld or an *Error.
func Lock(path string, patience time.Duration) (unlock func(), err error) {
	guard := flock.New(path, flock.SetPermissions(0o600))
	return hold(guard, guard.TryLock, guard.TryLockContext, patience)
}

// LockShared is Lock for those who only read: any number of them may have the lock at the same time.
func LockShared(path string, patience time.Duration) (unlock func(), err error) {
	guard := flock.New(path, flock.SetPermissions(0o600))
	return hold(guard, guard.TryRLock, guard.TryRLockContext, patience)
}

// hold gets guard by try, or by wait, which tries again and again.
func hold(guard *flock.Flock, try func() (bool, error), wait func(context.Context, time.Duration) (bool, error), patience time.Duration) (unlock func(), err error) {
	if err = os.MkdirAll(filepath.Dir(guard.Path()), 0o700); err != nil {
		return nil, &Error{guard.Path(), err}
	}
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	got, err := try()
	if err == nil && !got && patience > 0 {
		got, err = wait(ctx, pause)
	}
	switch {
	case errors.Is(err, context.DeadlineExceeded), err == nil && !got:
		return nil, ErrHeld
	case err != nil:
		return nil, &Error{guard.Path(), err}
	}
	return func() { _ = guard.Unlock() }, nil // closing the file gives it free, too
}
