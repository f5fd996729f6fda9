package journal

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
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
	fresh := path + ".new"                  // one name, so that what a crash leaves behind is used up by the next try
	defer func() { _ = os.Remove(fresh) }() // if it is still there
	if err := write(fresh, data); err != nil {
		return err
	}
	if err := os.Rename(fresh, path); err != nil {
		return fmt.Errorf("the new file could not take its place: %w", err)
	}
	syncFolder(path)
	return nil
}

// write makes a file with data, which is on the disk then.
func write(path string, data []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return fmt.Errorf("there is no place for a new file: %w", err)
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("there is no place for a new file: %w", err)
	}
	return nil
}

// syncFolder writes down that there is a file at path, on systems that can.
func syncFolder(path string) {
	if folder, err := os.Open(filepath.Dir(path)); err == nil {
		_ = folder.Sync()
		_ = folder.Close()
	}
}
