package main

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"

	"reader/model/cache"
	"reader/model/correct"
	"reader/model/disk"
	"reader/model/library"

	"github.com/adrg/xdg"
)

// shelf is the articles of a command, and what is kept of them in the folder for caches: each article by its content, and
// the library of these paths as a whole. Deleting that folder loses nothing but time.
type shelf struct {
	paths    []string
	lib      *library.Library
	store    *cache.Store // nil: nothing is kept
	log      *correct.Log
	snapshot string  // where the library is kept; "": nowhere
	problems []error // met on the way
}

// worthKeeping is how many articles a library has that is kept as a whole; smaller ones are built as quickly.
const worthKeeping = 200

// openShelf returns the shelf of paths with what is kept of it. What can't be opened, problems tells, and it is all read anew.
func openShelf(paths []string, log *correct.Log) *shelf {
	debug.SetGCPercent(garbage)
	s := &shelf{paths: paths, log: log}
	s.store, s.problems = openStore(paths)
	if s.store != nil && !slices.Contains(paths, "-") {
		s.snapshot = snapshotOf(cacheFolder(), paths)
		s.restore()
	}
	if s.lib == nil {
		s.lib = library.New(s.store)
	}
	return s
}

func cacheFolder() string { return filepath.Join(xdg.CacheHome, "reader") }

// openStore opens the cache of analysed articles, if among paths there is something that can be read again. Without it,
// which problems tells, all is analysed anew.
func openStore(paths []string) (store *cache.Store, problems []error) {
	if !slices.ContainsFunc(paths, func(path string) bool { return path != "-" }) {
		return nil, nil
	}
	store, aside, err := cache.Open(cacheFolder(), library.Version)
	for _, problem := range []error{aside, err} {
		if problem != nil {
			problems = append(problems, problem)
		}
	}
	return store, problems
}

func (s *shelf) tell(problem error) {
	if problem != nil {
		s.problems = append(s.problems, problem)
	}
}

// mostKept is of how many sets of paths the library is kept as a whole: those that were opened last.
const mostKept = 8

// snapshotOf returns where in folder the library of paths is kept.
func snapshotOf(folder string, paths []string) string {
	h := sha256.New()
	for _, path := range paths {
		if full, err := filepath.Abs(path); err == nil {
			path = path + "\x00" + full
		}
		_, _ = fmt.Fprintf(h, "%s\x00\x00", path) // a hash takes everything
	}
	return filepath.Join(folder, ofOurs+hex.EncodeToString(h.Sum(nil)[:12]))
}

// ofOurs begins the names of files with libraries that this program can use.
const ofOurs = "library-" + library.Version + "-" + library.Layout + "-"

// sweep deletes the libraries in folder that are of other versions, or were not opened for long: they only take room.
func sweep(folder string) {
	all, _ := filepath.Glob(filepath.Join(folder, "library-*")) // the pattern is a good one
	var ours []string
	opened := map[string]time.Time{}
	for _, path := range all {
		info, err := os.Stat(path)
		switch {
		case !strings.HasPrefix(filepath.Base(path), ofOurs):
			_ = os.Remove(path)
		case err == nil && filepath.Ext(path) != ".lock":
			ours, opened[path] = append(ours, path), info.ModTime()
		}
	}
	slices.SortFunc(ours, func(a, b string) int { return opened[b].Compare(opened[a]) })
	for _, path := range ours[min(mostKept, len(ours)):] {
		_, _ = os.Remove(path), os.Remove(path+".lock")
	}
}

// restore takes in the library as it was kept.
func (s *shelf) restore() {
	data, err := contentOf(s.snapshot)
	if errors.Is(err, fs.ErrNotExist) {
		return
	}
	if err == nil {
		debug.SetGCPercent(-1) // nearly all that is made now stays
		s.lib, err = library.Restore(data, s.store, s.log)
		debug.SetGCPercent(garbage)
		_ = os.Chtimes(s.snapshot, time.Time{}, time.Now()) // for sweep, which can do without
	}
	if err != nil {
		s.tell(fmt.Errorf("what is kept of the library in %s is of no use (%w); the articles are read anew", s.snapshot, err))
	}
}

// garbage is how much of it there may be for what is in memory, in percent: most of a large library stays, and room is worth
// more than time.
const garbage = 50

// contentOf returns what is in the file at path, which may be large: it is in memory once.
func contentOf(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", fmt.Errorf("it can't be opened: %w", err)
	}
	defer func() { _ = f.Close() }() // it was only read
	var b strings.Builder
	if info, err := f.Stat(); err == nil {
		b.Grow(int(info.Size()))
	}
	if _, err := io.Copy(&b, f); err != nil {
		return "", fmt.Errorf("it can't be read: %w", err)
	}
	return b.String(), nil
}

// options returns how the articles are to be read, as far as they are not on the shelf.
func (s *shelf) options() library.Options {
	return library.Options{Log: s.log, Store: s.store, Known: s.lib.Files()}
}

// close keeps what is on the shelf and returns what went wrong. The library as a whole comes last: it tells of articles
// that have to be in the store.
func (s *shelf) close() []error {
	s.problems = nil
	if err := s.store.Close(); err != nil {
		s.tell(err)
		return s.problems
	}
	if s.snapshot != "" && s.lib.Changed() && s.lib.Len() >= worthKeeping {
		s.tell(s.keep())
	}
	return s.problems
}

// byPath returns the order of articles by their paths: as the paths were named, and below them by the names of folders and
// files; of one file in the order in which it has them.
func (s *shelf) byPath() func(a, b library.Ref) int {
	type place struct {
		named int      // which of the paths it is at
		parts []string // of the way from there
		item  int
	}
	places := map[library.Ref]place{}
	at := func(r library.Ref) place {
		p, known := places[r]
		if !known {
			file, item := s.lib.Head(r).Path, 0
			if i := strings.LastIndexByte(file, '#'); i >= 0 {
				if number, err := strconv.Atoi(file[i+1:]); err == nil {
					file, item = file[:i], number
				}
			}
			n := slices.IndexFunc(s.paths, func(path string) bool { return within(file, path) })
			p = place{n, strings.Split(file, string(filepath.Separator)), item}
			places[r] = p
		}
		return p
	}
	return func(a, b library.Ref) int {
		p, q := at(a), at(b)
		return cmp.Or(cmp.Compare(p.named, q.named), slices.Compare(p.parts, q.parts), cmp.Compare(p.item, q.item), cmp.Compare(a, b))
	}
}

// within reports whether file is at path, or in the folder path.
func within(file, path string) bool {
	rest, ok := strings.CutPrefix(filepath.Clean(file), filepath.Clean(path))
	return ok && (rest == "" || os.IsPathSeparator(rest[0])) || filepath.Clean(path) == "."
}

// keep writes the library as a whole, unless another reader is doing so.
func (s *shelf) keep() error {
	unlock, err := disk.Lock(s.snapshot+".lock", 0)
	switch {
	case errors.Is(err, disk.ErrHeld):
		return nil
	case err != nil:
		return err
	}
	defer unlock()
	defer sweep(cacheFolder())
	return disk.Write(s.snapshot, s.lib.Snapshot())
}
