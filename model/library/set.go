package library

import (
	"math/bits"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
)

// set is a set of articles, a bit each. Sets of one library at one time are of the same length.
type set []uint64

func (l *Library) none() set { return make(set, (len(l.rows)+63)/64) }

func (l *Library) everything() set {
	s := l.none()
	for i := range s {
		s[i] = ^uint64(0)
	}
	if rest := len(l.rows) % 64; rest != 0 {
		s[len(s)-1] = 1<<rest - 1
	}
	return s.without(l.removed())
}

// removed returns the articles that are no longer there.
func (l *Library) removed() set {
	s := l.none()
	for _, r := range l.gone {
		s.add(r)
	}
	return s
}

func (s set) add(r Ref) { s[r/64] |= 1 << (r % 64) }

// addAll adds what is in b. What is read from a file may name articles that there are not; they stand at its end.
func (s set) addAll(b *roaring.Bitmap) {
	for it := b.Iterator(); it.HasNext() && int(it.PeekNext()) < len(s)*64; {
		s.add(Ref(it.Next()))
	}
}

func (s set) has(r Ref) bool { return s[r/64]>>(r%64)&1 != 0 }

func (s set) empty() bool { return !slices.ContainsFunc(s, func(w uint64) bool { return w != 0 }) }

// and keeps in s what is in t, too.
func (s set) and(t set) {
	for i := range s {
		s[i] &= t[i]
	}
}

// or adds t to s.
func (s set) or(t set) {
	for i := range s {
		s[i] |= t[i]
	}
}

// without returns s without what is in t.
func (s set) without(t set) set {
	out := make(set, len(s))
	for i := range s {
		out[i] = s[i] &^ t[i]
	}
	return out
}

// all yields the articles in s, in the order of loading.
func (s set) all(yield func(Ref) bool) {
	for i, w := range s {
		for ; w != 0; w &= w - 1 {
			if !yield(Ref(i*64 + bits.TrailingZeros64(w))) {
				return
			}
		}
	}
}
