// Package journal keeps events in a file of JSON Lines to which lines are only ever added, so that several programs may
// use it at the same time, and a crash at any point loses nothing that was confirmed.
//
// What the lines say is the business of who uses it: a File hands them over, in their order and each once. Only
// the file, its lock beside it, and while it is made smaller a new one in the same folder are read and written.
package journal

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"reader/model/disk"
)

// File is a journal. Another program may add to it, make it smaller or replace it at any time. It is not safe for
// concurrent use: whoever has it guards it.
type File struct {
	path  string
	holds string
	take  Take

	info     os.FileInfo // of the file as it was read last; nil: it was not
	read     int64       // how many bytes of it were read
	tail     []byte      // the last of these: where another file is in its place they are others
	lines    int         // that were read
	problems []problem
}

// Take takes in lines of a journal, none of them empty, without their line ends. They follow those taken in before,
// unless anew, when those are to be forgotten. It returns for each line what is wrong with it, or nil. The lines must not be kept.
type Take func(lines [][]byte, anew bool) []error

// problem is what is wrong with a line.
type problem struct {
	line int // from 0
	err  error
}

// New returns the journal at path, nothing of which is read before Reload. There need not be one yet: the file, and the
// folder it is in, are made by the first Append. holds is what errors call that which is in it: "the corrections".
func New(path, holds string, take Take) *File { return &File{path: path, holds: holds, take: take} }

// Read takes in data, a journal that is called name, and returns what is wrong with lines of it.
func Read(name string, data []byte, take Take) []error {
	j := New(name, "", take)
	j.takeIn(data, true, true)
	return j.Problems()
}

// Path returns where the file is.
func (j *File) Path() string { return j.path }

// Problems returns what is wrong with lines of the file, which were passed over and stay as they are.
func (j *File) Problems() []error {
	out := make([]error, 0, len(j.problems))
	for _, p := range j.problems {
		out = append(out, fmt.Errorf("%s: line %d was passed over and left as it is: %w", j.path, p.line+1, p.err))
	}
	return out
}

// Reload reads what was added to the file by others.
func (j *File) Reload() error { return j.peacefully(func(*os.File) error { return nil }) }

// Lines reads what was added to the file by others and returns all lines of it but those with problems.
func (j *File) Lines() ([][]byte, error) {
	var out [][]byte
	err := j.peacefully(func(f *os.File) error {
		return j.each(f, func(line []byte, bad bool) {
			if !bad {
				out = append(out, line)
			}
		})
	})
	return out, err
}

// peacefully does do with the file, of which everything is read, if there is one.
func (j *File) peacefully(do func(*os.File) error) error {
	f, err := os.Open(j.path)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return j.failed("read", err)
	}
	defer func() { _ = f.Close() }() // it was only read
	unlock, err := j.lock(disk.LockShared)
	still := err == nil
	if still { // else it is a folder in which one may not write
		defer unlock()
	}
	if err := j.catchUp(f, still); err != nil {
		return err
	}
	return do(f)
}

// Append adds the lines that choose returns, which may look at all that is in the file by then: all of them or, with an
// error, none. They are on the disk when it returns, and were handed over. A line has no line end in it.
func (j *File) Append(choose func() ([][]byte, error)) error {
	return j.exclusively(func(f *os.File) error {
		lines, err := choose()
		if err != nil || len(lines) == 0 {
			return err
		}
		var data []byte
		if len(j.tail) > 0 && j.tail[len(j.tail)-1] != '\n' {
			data = append(data, '\n') // the last line was torn
		}
		for _, l := range lines {
			data = append(append(data, l...), '\n')
		}
		if err := j.write(f, data); err != nil {
			return err
		}
		return j.catchUp(f, true)
	})
}

// write adds data to f, all of which was read. If that fails, f is as it was.
func (j *File) write(f *os.File, data []byte) error {
	_, err := f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if err != nil {
		_ = f.Truncate(j.read) // as good as can be done
		return j.failed("written", err)
	}
	if j.read == 0 {
		disk.SyncFolder(j.path)
	}
	return nil
}

// exclusively does do with the file, made if there is none, of which everything is read and which no other program changes.
func (j *File) exclusively(do func(*os.File) error) error {
	if err := os.MkdirAll(filepath.Dir(j.path), 0o700); err != nil {
		return j.failed("written", err)
	}
	unlock, err := j.lock(disk.Lock)
	if err != nil {
		return err
	}
	defer unlock()
	f, err := os.OpenFile(j.path, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return j.failed("written", err)
	}
	defer func() { _ = f.Close() }() // what was written is synced
	if err := j.catchUp(f, true); err != nil {
		return err
	}
	return do(f)
}

// catchUp reads from f what was not read yet. A line that does not end is the last one, if nobody else can be writing;
// else it may be one that is being written.
func (j *File) catchUp(f *os.File, still bool) error {
	info, err := f.Stat()
	if err != nil {
		return j.failed("read", err)
	}
	anew := !j.goesOn(f, info)
	if anew {
		j.read, j.tail, j.lines, j.problems = 0, nil, 0, nil
	}
	j.info = info
	data, err := j.stretch(f, j.read, info.Size())
	if err != nil {
		return err
	}
	if anew || len(data) > 0 {
		j.takeIn(data, still, anew)
	}
	j.tail, err = j.stretch(f, max(0, j.read-tailLen), j.read)
	return err
}

// tailLen is how many bytes tell one file from another: more than a time that is told in nanoseconds has.
const tailLen = 64

// goesOn reports whether f, which is described by info, begins with what was read. The number of a file tells
// nothing when it is another's: systems give them out again.
func (j *File) goesOn(f *os.File, info os.FileInfo) bool {
	if j.info == nil || !os.SameFile(j.info, info) || info.Size() < j.read {
		return false
	}
	tail, err := j.stretch(f, max(0, j.read-tailLen), j.read)
	return err == nil && bytes.Equal(tail, j.tail)
}

// stretch returns what stands in f from from to to, or to its end.
func (j *File) stretch(f *os.File, from, to int64) ([]byte, error) {
	data := make([]byte, to-from)
	n, err := f.ReadAt(data, from)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, j.failed("read", err)
	}
	return data[:n], nil
}

// takeIn hands over the lines of data, which follow those that were read.
func (j *File) takeIn(data []byte, whole, anew bool) {
	most := bytes.Count(data, []byte("\n")) + 1
	lines, at := make([][]byte, 0, most), make([]int, 0, most)
	for len(data) > 0 {
		text, rest, ended := bytes.Cut(data, []byte("\n"))
		if !ended && !whole {
			break
		}
		j.read += int64(len(data) - len(rest))
		data = rest
		if text = bytes.TrimSpace(text); len(text) > 0 {
			lines, at = append(lines, text), append(at, j.lines)
		}
		if ended {
			j.lines++
		}
	}
	for i, err := range j.take(lines, anew) {
		if err != nil {
			j.problems = append(j.problems, problem{at[i], err})
		}
	}
}

// each calls use with every line of f that was read and is not empty, and whether something is wrong with it.
func (j *File) each(f *os.File, use func(line []byte, bad bool)) error {
	data, err := j.stretch(f, 0, j.read)
	if err != nil {
		return err
	}
	number := 0
	for text := range bytes.SplitSeq(data, []byte("\n")) {
		if text = bytes.TrimSpace(text); len(text) > 0 {
			_, bad := slices.BinarySearchFunc(j.problems, number, func(p problem, n int) int { return p.line - n })
			use(text, bad)
		}
		number++
	}
	return nil
}

// failed says what it means that the file could not be read or written.
func (j *File) failed(done string, err error) error {
	return fmt.Errorf("%s in %s could not be %s: %w", j.holds, j.path, done, err)
}
