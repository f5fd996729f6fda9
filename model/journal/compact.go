package journal

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"reader/model/disk"
)

// Compact makes the file smaller: of each line it keeps what keep returns, which may be less of it, or nil. Lines with problems
// stay as they are. The file is the old one until it is the new one, and other programs notice that it is another.
func (j *File) Compact(keep func(line []byte) []byte) error {
	return j.exclusively(func(f *os.File) error {
		var data []byte
		err := j.each(f, func(line []byte, bad bool) {
			if !bad {
				line = keep(line)
			}
			if line != nil {
				data = append(append(data, line...), '\n')
			}
		})
		if err != nil {
			return err
		}
		if err = j.replace(data); err != nil {
			return j.failed("made smaller", err)
		}
		smaller, err := os.Open(j.path)
		if err != nil {
			return j.failed("read", err)
		}
		defer func() { _ = smaller.Close() }() // it was only read
		return j.catchUp(smaller, true)
	})
}

// replace puts a file with data in the place of the journal, or of what that links to, at once or not at all.
func (j *File) replace(data []byte) error {
	path, err := filepath.EvalSymlinks(j.path)
	if err != nil {
		return fmt.Errorf("it is not to be found: %w", err)
	}
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return errors.Join(errors.New("it is no file"), err)
	}
	if err := disk.Write(path, data); err != nil {
		return err
	}
	disk.SyncFolder(path)
	return nil
}
