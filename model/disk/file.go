package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// File is a file of the user's own that is being written, at a place that they named. It takes that place as a whole, with
// Commit. It has the mode that other programs give files, all that the umask lets: it is there to be handed on, unlike what this program keeps
// for itself.
type File struct {
	path   string
	file   *os.File
	unlock func() // it is locked until it is in its place, by which others know that somebody writes it
}

// Create begins a file that is to take its place at path, in a folder that is there, and takes away what writers of that file left
// there when they were killed. The error is an *Error.
func Create(path string) (*File, error) {
	sweep(path)
	for {
		f, err := os.OpenFile(beside(path), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if err != nil {
			return nil, &Error{path, err}
		}
		unlock, ok := claim(f)
		if ok {
			return &File{path, f, unlock}, nil
		}
		unlock()
		_ = f.Close()
		_ = os.Remove(f.Name())
	}
}

// Write implements io.Writer. The error is an *Error.
func (f *File) Write(p []byte) (int, error) {
	n, err := f.file.Write(p)
	if err != nil {
		return n, &Error{f.path, err}
	}
	return n, nil
}

// Commit puts the file in its place once all of it is on the disk, or leaves no trace of it. What stands there already is replaced if
// replace is set, and keeps its mode; else the error is fs.ErrExist. It is an *Error as well.
func (f *File) Commit(replace bool) error {
	if old, err := os.Stat(f.path); err == nil && replace {
		_ = f.file.Chmod(old.Mode().Perm()) // on some disks there are no modes
	}
	from := f.file.Name()
	err := errors.Join(f.file.Sync(), f.file.Close())
	switch {
	case err != nil:
	case replace:
		err = os.Rename(from, f.path)
	default:
		if err = os.Link(from, f.path); err == nil || errors.Is(err, fs.ErrExist) {
			break
		}
		// A disk without links: the place is taken before it is used.
		var place *os.File
		if place, err = os.OpenFile(f.path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666); err == nil {
			err = errors.Join(place.Close(), os.Rename(from, f.path))
		}
	}
	_ = os.Remove(from) // it may have moved
	f.unlock()
	if err != nil {
		return &Error{f.path, err}
	}
	SyncFolder(f.path)
	return nil
}

// Abort leaves no trace of the file.
func (f *File) Abort() {
	_ = f.file.Close()
	_ = os.Remove(f.file.Name()) // there is nobody to be told
	f.unlock()
}

// Expand returns where the file is that a person calls name. There is no shell that would know what ~ is.
func Expand(name string) string {
	if rest, ok := strings.CutPrefix(name, "~/"); ok {
		if home, err := os.UserHomeDir(); err == nil {
			return filepath.Join(home, rest)
		}
	}
	return name
}
