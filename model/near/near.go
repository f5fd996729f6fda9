// Package near finds articles that are copies of one another, as what an agency writes is carried by many outlets:
// shortened, with a headline of their own, a paragraph left out and another put in. It tells quotes that are
// the same, too, and in which paragraphs two articles differ.
//
// Articles on the same events that were written apart are no copies, though they share names and quotes.
package near

import "slices"

// Index groups articles as they come. It costs about 50 µs an article of 3 KB, nearly the same however many there are, and
// keeps some 115 bytes of each, however long it is. It is not safe for concurrent use.
//
// Two articles are copies if about half of the shorter one's runs of eight words are in the longer one, and it is at least
// a quarter as long. A group is all that are tied by such pairs. Which are compared is left to chance, the same in
// every run: of two that have a third of all runs in common one in 25 is missed, of two that have half one in 250;
// in a group others make up for it. Groups do not depend on the order in which articles come, unless hundreds have a
// passage in common, as what a site prints below each of its articles: of these only the latest are compared.
type Index struct {
	chunks  []*[chunkSize]record // records by ref
	count   int                  // of articles
	buckets []int32              // of each band as many: the latest article of a bucket, plus 1; 0: none
}

// record is what is kept of an article.
type record struct {
	Sketch
	next  [bands]int32 // in the bucket of each band the one before it, plus 1; 0: none
	group int32        // the least ref in its group
	ring  int32        // the next of its group, around in a ring
}

// chunkSize is how many records are made at once, so that few are made in vain.
const chunkSize = 1024

// New returns an index of no articles.
func New() *Index { return &Index{buckets: make([]int32, bands*fewest)} }

// Add adds the text of the article ref, a small number from 0: the library's. If there is one of that number already,
// the text takes its place, in time that grows with the square of the size of its group. A text without words is added, too, and
// is like no other.
func (x *Index) Add(ref int32, text string) { x.Put(ref, SketchOf(text)) }

// Put is Add for a text of which there is a sketch.
func (x *Index) Put(ref int32, s Sketch) {
	if x.has(ref) {
		if x.record(ref).sketch == s.sketch {
			return
		}
		x.Remove(ref)
	}
	similar := x.similar(&s)
	x.insert(ref, s)
	for _, other := range similar {
		x.join(ref, other)
	}
}

// insert adds an article, in a group of its own.
func (x *Index) insert(ref int32, s Sketch) {
	for int(ref) >= len(x.chunks)*chunkSize {
		x.chunks = append(x.chunks, new([chunkSize]record))
	}
	if x.count++; x.count > len(x.buckets)/bands*fullest {
		x.grow()
	}
	*x.record(ref) = record{Sketch: s, group: ref, ring: ref}
	x.link(ref)
}

// Remove takes the article ref out. Those whom only it held together are parted.
func (x *Index) Remove(ref int32) {
	if !x.has(ref) {
		return
	}
	rest := slices.DeleteFunc(x.Members(ref), func(r int32) bool { return r == ref })
	x.unlink(ref)
	*x.record(ref) = record{}
	x.count--
	for _, r := range rest {
		x.record(r).group, x.record(r).ring = r, r
	}
	for i, r := range rest {
		for _, other := range rest[:i] {
			if x.record(r).near(&x.record(other).sketch) {
				x.join(r, other)
			}
		}
	}
}

// Group returns the group of the article ref: the least ref in it, which is itself if nothing is like it; -1 if there is no
// such article.
func (x *Index) Group(ref int32) int32 {
	if !x.has(ref) {
		return -1
	}
	return x.record(ref).group
}

// Members returns the articles of the group of ref, itself among them, sorted; none if there is no such article.
func (x *Index) Members(ref int32) []int32 {
	if !x.has(ref) {
		return nil
	}
	out := []int32{ref}
	for r := x.record(ref).ring; r != ref; r = x.record(r).ring {
		out = append(out, r)
	}
	slices.Sort(out)
	return out
}

// record returns that of ref, which must have a chunk.
func (x *Index) record(ref int32) *record { return &x.chunks[ref/chunkSize][ref%chunkSize] }

func (x *Index) has(ref int32) bool {
	return ref >= 0 && int(ref) < len(x.chunks)*chunkSize && x.record(ref).there
}

// join makes one of the groups of a and b.
func (x *Index) join(a, b int32) {
	p, q := x.record(a), x.record(b)
	if p.group == q.group {
		return
	}
	if p.group > q.group {
		p, q = q, p
	}
	for r := x.record(q.group); r.group != p.group; r = x.record(r.ring) {
		r.group = p.group
	}
	p.ring, q.ring = q.ring, p.ring
}
