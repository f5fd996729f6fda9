package journal

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/gofrs/flock"
)

// How long to wait for another program, and between two tries.
const (
	patience = 5 * time.Second
	pause    = 2 * time.Millisecond
)

// lock waits until no other program is in the way of how the file is to be held, and returns what gives it free. What
// is locked is a file beside it: the journal itself may be replaced.
func (j *File) lock(hold func(*flock.Flock, context.Context, time.Duration) (bool, error)) (unlock func(), err error) {
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	guard := flock.New(j.path+".lock", flock.SetPermissions(0o600))
	switch _, err := hold(guard, ctx, pause); {
	case errors.Is(err, context.DeadlineExceeded):
		return nil, fmt.Errorf("%s is held by another program; end that one or try again: %w", j.path, err)
	case err != nil:
		return nil, j.failed("written", err)
	}
	return func() { _ = guard.Unlock() }, nil // closing the file gives it free, too
}
