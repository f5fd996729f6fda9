package library

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// dispatch gives the inputs to the workers in order, but for those that are known.
func (l *Loader) dispatch() {
	defer close(l.jobs)
	defer close(l.promises)
	k := known{stamps: map[string]Stamp{}, met: map[string]bool{}}
	maps.Copy(k.stamps, l.reader.Known)
	settled := !l.reader.Watch
	for n := 0; ; n++ {
		in, ok := l.found.pop(l.ctx)
		if !ok {
			return
		}
		if n == window-1 {
			l.first.set(false) // as all may be known
		}
		switch {
		case in.swept:
			ok = l.miss(k.missing(in.Path))
			if ok && in.Path == "" && !settled {
				settled, ok = true, l.settle()
			}
		case k.has(in):
			l.done.Add(1)
		default:
			ok = l.hand(in)
		}
		if !ok {
			return
		}
	}
}

// hand gives in to a worker, as soon as window and inFlight allow; false when the context has ended.
func (l *Loader) hand(in Input) bool {
	if !l.gate.pass(l.ctx) {
		return false
	}
	weight := min(max(in.stamp.Size, 1), inFlight)
	if l.bytes.Acquire(l.ctx, weight) != nil {
		return false
	}
	reading := make(chan Reading, 1)
	if !l.promise(promise{reading, weight}) {
		return false
	}
	select {
	case l.jobs <- job{in, reading}:
		return true
	case <-l.ctx.Done():
		return false
	}
}

// miss tells that the files at paths are gone; false when the context has ended.
func (l *Loader) miss(paths []string) bool {
	for _, path := range paths {
		reading := make(chan Reading, 1)
		reading <- Reading{Path: path, Gone: true}
		if !l.promise(promise{reading, 0}) {
			return false
		}
	}
	return true
}

// settle tells that all that there was at first is read; false when the context has ended.
func (l *Loader) settle() bool {
	reading := make(chan Reading, 1)
	reading <- Reading{settled: true}
	return l.promise(promise{reading, 0})
}

func (l *Loader) promise(p promise) bool {
	select {
	case l.promises <- p:
		return true
	case <-l.ctx.Done():
		return false
	}
}

// release gives back the weight of an input that was read.
func (l *Loader) release(weight int64) {
	if weight > 0 {
		l.bytes.Release(weight)
		l.done.Add(1)
	}
}

// known is the files that were read, by path.
type known struct {
	stamps map[string]Stamp
	met    map[string]bool // those that were found on this walk
	failed []string        // where on this walk something could not be reached
}

// has reports whether in was read as it is now, and takes note that it will be.
func (k *known) has(in Input) bool {
	if !in.named {
		return false
	}
	k.met[in.Path] = true
	if in.problem != nil {
		k.failed = append(k.failed, in.Path)
		return false
	}
	was, there := k.stamps[in.Path]
	k.stamps[in.Path] = in.stamp
	return there && was == in.stamp
}

// missing returns the known files that are gone, as no walk has found them at the path swept, "" for all, and forgets them.
func (k *known) missing(swept string) []string {
	var paths []string
	for path := range k.stamps {
		if (swept == "" || isAt(path, swept)) && !k.met[path] && !k.unreachable(path) {
			paths = append(paths, path)
		}
	}
	k.met, k.failed = map[string]bool{}, nil
	slices.Sort(paths)
	for _, path := range paths {
		delete(k.stamps, path)
	}
	return paths
}

func (k *known) unreachable(path string) bool {
	return slices.ContainsFunc(k.failed, func(at string) bool { return isAt(path, at) })
}

// isAt reports whether path is at, or in the folder at.
func isAt(path, at string) bool {
	if at == "." {
		return !filepath.IsAbs(path) && path != ".." && !strings.HasPrefix(path, ".."+string(filepath.Separator))
	}
	rest, ok := strings.CutPrefix(path, at)
	return ok && (rest == "" || os.IsPathSeparator(rest[0]) || os.IsPathSeparator(at[len(at)-1]))
}
