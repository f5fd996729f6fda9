package library

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"reader/model/source"
)

// walkPaths yields what is to be read at paths, in their order, until yield returns false.
// However often a file is named, it is read once.
func walkPaths(paths []string, stdin io.Reader, yield func(Input) bool) {
	seen := map[string]bool{}
	for _, path := range paths {
		if path == "-" {
			if !yield(Input{Path: path, Open: func() (io.ReadCloser, error) { return io.NopCloser(stdin), nil }}) {
				return
			}
			continue
		}
		w := walker{yield: yield, seen: seen, entered: map[string]bool{}}
		if !w.path(path, true) {
			return
		}
	}
}

// walker walks one of the paths that were asked for. Its methods return false when it is to stop.
type walker struct {
	yield   func(Input) bool
	seen    map[string]bool // the files that were yielded, by absolute path
	above   []fs.FileInfo   // the folders on the way down to here
	entered map[string]bool // the folders entered by a symbolic link, by their real path
}

// path yields what is to be read at path. What was named is read whatever its ending.
func (w *walker) path(path string, named bool) bool {
	chosen := named || wanted(path)
	info, err := os.Stat(path)
	switch {
	case err != nil && chosen:
		return w.problem(path, linkProblem(path, err))
	case err != nil:
		return true
	case info.IsDir():
		return w.folder(path, info)
	case !chosen:
		return true
	case !info.Mode().IsRegular():
		return w.problem(path, irregular(info.Mode()))
	case !named && filepath.Ext(path) == "" && isBinary(path):
		return true
	case !named && mayBeFeed(path) && !isFeed(func() (fs.File, error) { return os.Open(path) }):
		return true
	}
	if full, err := filepath.Abs(path); err == nil {
		if w.seen[full] {
			return true
		}
		w.seen[full] = true
	}
	return w.yield(Input{Path: path, Open: func() (io.ReadCloser, error) { return os.Open(path) }, size: info.Size()})
}

// folder walks the folder at path, in name order.
func (w *walker) folder(path string, info fs.FileInfo) bool {
	if slices.ContainsFunc(w.above, func(up fs.FileInfo) bool { return os.SameFile(up, info) }) {
		return w.problem(path, errLoop)
	}
	if isLink(path) && len(w.above) > 0 {
		real, err := filepath.EvalSymlinks(path)
		if err != nil {
			return w.problem(path, err)
		}
		if w.entered[real] {
			return true
		}
		w.entered[real] = true
	}
	entries, err := os.ReadDir(path)
	if err != nil && !w.problem(path, err) {
		return false
	}
	w.above = append(w.above, info)
	defer func() { w.above = w.above[:len(w.above)-1] }()
	for _, e := range entries {
		if !hidden(e.Name()) && !w.path(filepath.Join(path, e.Name()), false) {
			return false
		}
	}
	return true
}

func (w *walker) problem(path string, err error) bool {
	return w.yield(Input{Path: path, problem: err})
}

// walkFS yields all articles of fsys, in name order.
func walkFS(fsys fs.FS, yield func(Input) bool) {
	// The function returns every error as a problem of its path, so there is none of the walk itself.
	_ = fs.WalkDir(fsys, ".", func(path string, e fs.DirEntry, err error) error {
		in := Input{Path: path, problem: err, Open: func() (io.ReadCloser, error) { return fsys.Open(path) }}
		switch {
		case err != nil:
		case path != "." && hidden(e.Name()):
			if e.IsDir() {
				return fs.SkipDir
			}
			return nil
		case e.IsDir() || !wanted(path):
			return nil
		case mayBeFeed(path) && !isFeed(func() (fs.File, error) { return fsys.Open(path) }):
			return nil
		}
		if !yield(in) {
			return fs.SkipAll
		}
		return nil
	})
}

func hidden(name string) bool { return strings.HasPrefix(name, ".") }

// wanted reports whether a file met in a folder can be an article, by its name.
func wanted(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".md", ".markdown", ".txt", "":
		return true
	}
	return mayBeFeed(path)
}

// mayBeFeed reports whether a file met in a folder is read if it is a feed, and only then, by its name: most XML and JSON is
// something else.
func mayBeFeed(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".xml", ".json", ".rss", ".atom", ".rdf":
		return true
	}
	return false
}

// isFeed reports whether the file that open opens is a feed. It reads 8 KiB, and all of JSON that may be one: what says
// so may stand at its end. What can't be read may be a feed.
func isFeed(open func() (fs.File, error)) bool {
	f, err := open()
	if err != nil {
		return true
	}
	defer func() { _ = f.Close() }() // it was only read
	head := make([]byte, 8<<10)
	n, err := io.ReadFull(f, head)
	switch head = head[:n]; {
	case source.IsFeed(head):
		return true
	case err != nil, !bytes.HasPrefix(bytes.TrimSpace(head), []byte("{")), !bytes.Contains(head, []byte(`"items"`)):
		return false
	}
	all, err := io.ReadAll(io.MultiReader(bytes.NewReader(head), io.LimitReader(f, maxFile)))
	return err == nil && source.IsFeed(all)
}

// isBinary reports whether the file at path begins like no text. One that can't be read may be text.
func isBinary(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer func() { _ = f.Close() }() // it was only read
	head := make([]byte, 1024)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return false
	}
	head = head[:n]
	wide := bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff"))
	return !wide && bytes.IndexByte(head, 0) >= 0
}

func isLink(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.Mode()&fs.ModeSymlink != 0
}

// linkProblem returns what is wrong with path, which could not be looked up: a symbolic link is said to be one.
func linkProblem(path string, err error) error {
	switch {
	case errors.Is(err, syscall.ELOOP):
		return errLoop
	case errors.Is(err, fs.ErrNotExist) && isLink(path):
		return errDangling
	}
	return err
}

// irregular says what a file that is none is.
func irregular(mode fs.FileMode) error {
	switch {
	case mode&fs.ModeNamedPipe != 0:
		return errPipe
	case mode&fs.ModeSocket != 0:
		return errSocket
	}
	return errDevice
}
