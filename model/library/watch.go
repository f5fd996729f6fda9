package library

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// How a watcher waits.
const (
	settling = 100 * time.Millisecond // after the first change, for more of them
	polling  = time.Second            // between two walks where the system does not tell of changes, at least
	leisure  = 20                     // and so many times as long as a walk takes
)

// watcher finds out what appears, changes and goes away at paths. Where the system does not tell, it walks them again and again.
type watcher struct {
	paths  []string
	files  *fsnotify.Watcher // nil: there is nothing to watch
	named  map[string]bool   // the files among paths, by clean path: of their folders nothing else is of interest
	poll   bool              // something can't be watched
	active bool
	asked  <-chan struct{} // to walk them now
}

// newWatcher returns a watcher of paths, which does nothing unless o asks for it.
func newWatcher(paths []string, o Options) *watcher {
	w := &watcher{paths: paths, named: map[string]bool{}, active: o.Watch, poll: o.neverTold}
	if !w.active || w.poll {
		return w
	}
	var err error
	if w.files, err = fsnotify.NewWatcher(); err != nil {
		w.poll = true
		return w
	}
	for _, path := range paths {
		if info, err := os.Stat(path); path != "-" && (err != nil || !info.IsDir()) {
			w.named[filepath.Clean(path)] = true
			w.add(filepath.Dir(path))
		}
	}
	return w
}

// enter is to be called before the folder at path is read.
func (w *watcher) enter(path string) {
	if w.active {
		w.add(path)
	}
}

func (w *watcher) add(folder string) {
	if w.files == nil || w.files.Add(folder) != nil {
		w.poll = true
	}
}

func (w *watcher) close() {
	if w.files != nil {
		_ = w.files.Close() // nothing was written
	}
}

// run yields what changes until ctx ends or yield returns false.
func (w *watcher) run(ctx context.Context, yield func(Input) bool) {
	if !w.active {
		return
	}
	var events <-chan fsnotify.Event
	var problems <-chan error
	if w.files != nil {
		events, problems = w.files.Events, w.files.Errors
	}
	changed := map[string]bool{}
	var settled, again <-chan time.Time
	for pause := polling; ; {
		if w.poll && again == nil {
			again = time.After(pause)
		}
		ok := true
		select {
		case <-ctx.Done():
			return
		case e := <-events:
			if path, of := w.concerns(e); of && !changed[path] {
				changed[path] = true
				settled = time.After(settling)
			}
		case err := <-problems:
			if errors.Is(err, fsnotify.ErrEventOverflow) { // something was not told
				again = time.After(settling)
			}
		case <-settled:
			ok = w.look(slices.Sorted(maps.Keys(changed)), yield)
			clear(changed)
		case <-w.asked:
			pause, ok = w.again(yield)
		case <-again:
			again = nil
			pause, ok = w.again(yield)
		}
		if !ok {
			return
		}
	}
}

// concerns returns the path that e tells of, if that may be of interest.
func (w *watcher) concerns(e fsnotify.Event) (string, bool) {
	path := filepath.Clean(e.Name) // as a walk has it
	if e.Op == fsnotify.Chmod || hidden(filepath.Base(path)) {
		return "", false
	}
	if w.named[path] {
		i := slices.IndexFunc(w.paths, func(p string) bool { return filepath.Clean(p) == path })
		return w.paths[i], true
	}
	return path, slices.ContainsFunc(w.paths, func(at string) bool { return at != "-" && isAt(path, filepath.Clean(at)) })
}

// look yields what is at the paths that changed now.
func (w *watcher) look(changed []string, yield func(Input) bool) bool {
	for _, path := range changed {
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			if !yield(Input{Path: path, news: gone}) {
				return false
			}
			continue
		}
		walk := walker{yield: yield, enter: w.enter, seen: map[string]bool{}, entered: map[string]bool{}}
		if !walk.path(path, w.named[filepath.Clean(path)]) {
			return false
		}
	}
	return true
}

// again walks everything, and returns after which time to do so once more.
func (w *watcher) again(yield func(Input) bool) (pause time.Duration, ok bool) {
	begun := time.Now()
	files := slices.DeleteFunc(slices.Clone(w.paths), func(path string) bool { return path == "-" })
	ok = walkPaths(files, strings.NewReader(""), w.enter, yield) && yield(Input{news: swept})
	return max(polling, leisure*time.Since(begun)), ok
}
