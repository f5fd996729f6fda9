package near

import "slices"

// What is in a bucket are the articles whose tags of one band begin alike, as a list, the latest first.
const (
	fewest  = 256     // buckets of a band
	most    = 1 << 16 // there are no more tags
	fullest = 4       // articles for each bucket, on average, before there are more buckets

	mostLooked = 128 // of a bucket, the latest: only where a passage is in hundreds of articles are there more
)

// bucket returns which bucket has a tag of a band.
func (x *Index) bucket(band int, tag uint16) *int32 {
	each := len(x.buckets) / bands
	return &x.buckets[band*each+int(tag)*each/most]
}

// grow makes twice the buckets, unless there are enough for all tags.
func (x *Index) grow() {
	if len(x.buckets) == bands*most {
		return
	}
	x.buckets = make([]int32, 2*len(x.buckets))
	for ref := range int32(len(x.chunks) * chunkSize) {
		if x.has(ref) {
			x.link(ref)
		}
	}
}

// link puts an article at the head of its buckets.
func (x *Index) link(ref int32) {
	r := x.record(ref)
	for band, tag := range r.tags {
		if tag != 0 {
			b := x.bucket(band, tag)
			r.next[band], *b = *b, ref+1
		}
	}
}

// unlink takes an article out of its buckets.
func (x *Index) unlink(ref int32) {
	r := x.record(ref)
	for band, tag := range r.tags {
		if tag == 0 {
			continue
		}
		at := x.bucket(band, tag)
		for *at != ref+1 {
			at = &x.record(*at - 1).next[band]
		}
		*at = r.next[band]
	}
}

// similar returns the articles that are copies by their sketches, of those that have a tag in common.
func (x *Index) similar(s *Sketch) []int32 {
	var out []int32
	for band, tag := range s.tags {
		if tag == 0 {
			continue
		}
		looked := 0
		for i := *x.bucket(band, tag); i != 0 && looked < mostLooked; looked++ {
			r := x.record(i - 1)
			if r.tags[band] == tag && s.near(&r.sketch) && !slices.Contains(out, i-1) {
				out = append(out, i-1)
			}
			i = r.next[band]
		}
	}
	return out
}
