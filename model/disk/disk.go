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
	folder, name := filepath.Split(path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return &Error{path, err}
	}
	fresh := filepath.Join(folder, "."+name+".new") // one name, so that the next try uses up what a crash leaves behind
	err := write(fresh, data)
	if err == nil {
		err = os.Rename(fresh, path)
	}
	if err != nil {
		_ = os.Remove(fresh) // what is wrong is told already
		return &Error{path, err}
	}
	return nil
}

// write makes a file with data, which is on the disk then.
func write(path string, data []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return fmt.Errorf("no new file: %w", err)
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// ErrHeld says that another program holds a lock.
var ErrHeld = errors.New("another program is at it")

// pause is the time between two tries to get a lock.
const pause = 2 * time.Millisecond

// Lock gets the lock that is the file at path, and makes that, waiting for as long as patience while another program has
// it. It is given free by unlock, and by the end of the program. The error is ErrHeld or an *Error.
func Lock(path string, patience time.Duration) (unlock func(), err error) {
	if err = os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, &Error{path, err}
	}
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	guard := flock.New(path, flock.SetPermissions(0o600))
	got, err := guard.TryLock()
	if err == nil && !got && patience > 0 {
		got, err = guard.TryLockContext(ctx, pause)
	}
	switch {
	case errors.Is(err, context.DeadlineExceeded), err == nil && !got:
		return nil, ErrHeld
	case err != nil:
		return nil, &Error{path, err}
	}
	return func() { _ = guard.Unlock() }, nil // closing the file gives it free, too
}
