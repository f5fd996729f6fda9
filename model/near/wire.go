package near

import (
	"math"

	"reader/model/wire"
)

// Write writes x, for Read.
func (x *Index) Write(w *wire.Writer) {
	n := int32(len(x.chunks) * chunkSize)
	for n > 0 && !x.has(n-1) {
		n--
	}
	w.Int(int(n))
	for ref := range n {
		if !x.has(ref) {
			w.Uint(0)
			continue
		}
		r := x.record(ref)
		w.Uint(uint64(r.group) + 1)
		w.Uint(uint64(r.size))
		for _, b := range r.bins {
			w.Uint(b)
		}
		for _, t := range r.tags {
			w.Uint(uint64(t))
		}
	}
}

// Read returns the index that Write wrote. An error is that of r.
func Read(r *wire.Reader) *Index {
	x := New()
	for ref := range int32(r.Count(1)) {
		group := int32(r.Most(uint64(ref)+1)) - 1
		if group < 0 {
			continue
		}
		s := Sketch{sketch: sketch{there: true, size: uint16(r.Most(math.MaxUint16))}}
		for i := range s.bins {
			s.bins[i] = r.Uint()
		}
		for i := range s.tags {
			s.tags[i] = uint16(r.Most(math.MaxUint16))
		}
		if x.insert(ref, s); group != ref && x.has(group) {
			x.join(group, ref)
		}
	}
	return x
}
