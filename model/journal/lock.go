package journal

import (
	"errors"
	"fmt"
	"time"

	"reader/model/disk"
)

// patience is how long to wait for another program.
const patience = 5 * time.Second

// lock waits until no other program is in the way of how the file is to be held, and returns what gives it free. What
// is locked is a file beside it: the journal itself may be replaced.
func (j *File) lock(hold func(path string, patience time.Duration) (unlock func(), err error)) (unlock func(), err error) {
	unlock, err = hold(j.path+".lock", patience)
	switch {
	case errors.Is(err, disk.ErrHeld):
		return nil, fmt.Errorf("%s is held by another program; end that one or try again: %w", j.path, err)
	case err != nil:
		return nil, j.failed("written", err)
	}
	return unlock, nil
}
