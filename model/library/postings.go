package library

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"sort"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"reader/model/query"
	"reader/model/wire"
)

// postings tells which articles have which words in their texts. Words are runs of letters and digits, folded.
//
// Articles are gathered in fresh, and every so many of them made into a segment, which is compact and does not change any
// more: its words in one string, to be searched as a whole, and an article set a word, as a compressed bitmap (Lemire et
// al., Roaring bitmaps, 2016). Segments that became many and small are merged.
type postings struct {
	segments []*segment
	fresh    map[string][]uint32
	count    int                 // articles in fresh
	edited   *roaring.Bitmap     // articles that may not have the words any more under which they are here, and have others
	sealing  chan *segment       // of what was fresh before; nil: nothing is on its way
	sealed   map[string][]uint32 // that which is on its way
}

// segment is the words of a stretch of articles.
type segment struct {
	words  string   // "\nable\nacre\n", in this order
	starts []uint32 // where each word begins in words
	ends   []uint32 // where the bitmap of each word ends in sets
	sets   string   // bitmaps, serialised one after the other
	count  int      // articles
}

const (
	full     = 8192 // articles a segment
	segments = 24   // that there may be before they are merged
)

func newPostings() postings {
	return postings{fresh: map[string][]uint32{}, edited: roaring.New()}
}

// wordsOf returns the different words of text, folded, in no order.
func wordsOf(text string) []string {
	seen := map[string]bool{}
	for w := range pieces(Fold(text)) {
		seen[w] = true
	}
	return slices.Collect(maps.Keys(seen))
}

// pieces yields the words in s: runs of letters, digits and marks; where a script without blanks between words begins or
// ends, so does a word.
func pieces(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		start, was := -1, false
		for i, r := range s {
			in, un := inWord(r), unspaced(r)
			if start >= 0 && (!in || un != was) {
				if !yield(s[start:i]) {
					return
				}
				start = -1
			}
			if in && start < 0 {
				start, was = i, un
			}
		}
		if start >= 0 {
			yield(s[start:])
		}
	}
}

// add files the article r, which comes after all that were added, under words.
func (p *postings) add(r Ref, words []string) {
	for _, w := range words {
		list, known := p.fresh[w]
		if !known {
			w = strings.Clone(w) // it is a part of a text
		}
		p.fresh[w] = append(list, uint32(r))
	}
	if p.count++; p.count >= full {
		p.seal()
	}
}

// seal makes a segment of what is fresh, in the background.
func (p *postings) seal() {
	p.settle()
	p.sealing, p.sealed = make(chan *segment, 1), p.fresh
	go func(fresh map[string][]uint32, count int, done chan<- *segment) { done <- segmentOf(fresh, count) }(p.fresh, p.count, p.sealing)
	p.fresh, p.count = map[string][]uint32{}, 0
}

// settle waits for the segment that is on its way, if one is.
func (p *postings) settle() {
	if p.sealing != nil {
		p.segments = append(p.segments, <-p.sealing)
		p.sealing, p.sealed = nil, nil
	}
}

// compact makes segments of everything, and few of them.
func (p *postings) compact() {
	if p.count > 0 {
		p.seal()
	}
	p.settle()
	if len(p.segments) > segments {
		slices.SortFunc(p.segments, func(a, b *segment) int { return b.count - a.count })
		keep := segments / 2
		p.segments = append(p.segments[:keep:keep], merge(p.segments[keep:]))
	}
}

// segmentOf returns the segment of count articles that have those words.
func segmentOf(articles map[string][]uint32, count int) *segment {
	b := newBuilder()
	for _, w := range slices.Sorted(maps.Keys(articles)) {
		b.add(w, roaring.BitmapOf(articles[w]...))
	}
	return b.done(count)
}

// merge returns one segment for several.
func merge(several []*segment) *segment {
	count := 0
	sets := map[string]*roaring.Bitmap{}
	for _, s := range several {
		count += s.count
		for i := range s.starts {
			w := s.word(i)
			if sets[w] == nil {
				sets[w] = roaring.New()
			}
			sets[w].Or(s.set(i))
		}
	}
	b := newBuilder()
	for _, w := range slices.Sorted(maps.Keys(sets)) {
		b.add(w, sets[w])
	}
	return b.done(count)
}

// builder makes a segment of words that come in order.
type builder struct {
	words        strings.Builder
	sets         []byte
	starts, ends []uint32
}

func newBuilder() *builder {
	b := &builder{}
	b.words.WriteByte('\n')
	return b
}

func (b *builder) add(word string, set *roaring.Bitmap) {
	b.starts = append(b.starts, uint32(b.words.Len()))
	b.words.WriteString(word)
	b.words.WriteByte('\n')
	set.RunOptimize()
	data, err := set.ToBytes()
	if err != nil {
		panic(err) // it writes into memory
	}
	b.sets = append(b.sets, data...)
	b.ends = append(b.ends, uint32(len(b.sets)))
}

func (b *builder) done(count int) *segment {
	return &segment{b.words.String(), b.starts, b.ends, string(b.sets), count}
}

// word returns word i of s.
func (s *segment) word(i int) string {
	at := s.starts[i]
	return s.words[at : int(at)+strings.IndexByte(s.words[at:], '\n')]
}

// set returns the articles that have word i; none if it is damaged.
func (s *segment) set(i int) *roaring.Bitmap {
	from := uint32(0)
	if i > 0 {
		from = s.ends[i-1]
	}
	out := roaring.New()
	if _, err := out.FromBuffer([]byte(s.sets[from:s.ends[i]])); err != nil || out.Validate() != nil {
		return roaring.New()
	}
	return out
}

// A way in which a piece of what is looked for may stand in a word.
type fit uint8

const (
	inside fit = iota // anywhere
	whole
	front
)

// having returns the articles of s that have a word in which piece stands so.
func (s *segment) having(piece string, how fit) *roaring.Bitmap {
	if how == whole || how == front {
		piece = "\n" + piece
	}
	if how == whole {
		piece += "\n"
	}
	var sets []*roaring.Bitmap
	for at := 0; ; {
		k := strings.Index(s.words[at:], piece)
		if k < 0 {
			break
		}
		at += k
		// The word that the last letter of the piece is in, or the one before a line end.
		end := uint32(at + len(strings.TrimSuffix(piece, "\n")))
		i := sort.Search(len(s.starts), func(i int) bool { return s.starts[i] >= end }) - 1
		sets = append(sets, s.set(i))
		if i+1 == len(s.starts) {
			break
		}
		at = int(s.starts[i+1]) - 1
	}
	return roaring.FastOr(sets...)
}

// fits reports whether piece stands so in word.
func (how fit) fits(piece, word string) bool {
	switch how {
	case whole:
		return word == piece
	case front:
		return strings.HasPrefix(word, piece)
	default:
		return strings.Contains(word, piece)
	}
}

// having returns the articles that have a word in which piece stands so.
func (p *postings) having(piece string, how fit) *roaring.Bitmap {
	out := roaring.New()
	for _, s := range p.segments {
		out.Or(s.having(piece, how))
	}
	for _, articles := range []map[string][]uint32{p.sealed, p.fresh} {
		for w, list := range articles {
			if how.fits(piece, w) {
				out.AddMany(list)
			}
		}
	}
	return out
}

// find returns the articles that may have wanted, which is folded, in their text, where a word begins, and if entire is set
// to where one ends: sure are those that have it, and maybe those whose text must tell. all is true if every article may
// have it.
func (p *postings) find(wanted string, entire bool) (sure, maybe *roaring.Bitmap, all bool) {
	words := slices.Collect(pieces(wanted))
	if len(words) == 0 {
		return roaring.New(), nil, true
	}
	var found *roaring.Bitmap
	for i, piece := range words {
		how := whole
		switch {
		case strings.ContainsFunc(piece, unspaced):
			how = inside
		case i == len(words)-1 && !entire && strings.HasSuffix(wanted, piece):
			how = front
		}
		if set := p.having(piece, how); found == nil {
			found = set
		} else {
			found.And(set)
		}
	}
	if words[0] == wanted && !strings.ContainsFunc(wanted, unspaced) {
		return roaring.AndNot(found, p.edited), p.edited, false
	}
	return roaring.New(), roaring.Or(found, p.edited), false
}

// look returns the same for a value of a query.
func (p *postings) look(v query.Value) (sure, maybe *roaring.Bitmap, all bool) {
	switch m := newMatcher(v).(type) {
	case *needle:
		if m.folded == "" {
			return roaring.New(), roaring.New(), false
		}
		return p.find(m.folded, m.whole)
	case *pattern:
		maybe, all = p.holding(m.literal)
		return roaring.New(), maybe, all
	default:
		return nil, nil, true
	}
}

// holding returns the articles that may have literal, which is folded, anywhere in their text; all if every article may.
func (p *postings) holding(literal string) (maybe *roaring.Bitmap, all bool) {
	for piece := range pieces(literal) {
		if set := p.having(piece, inside); maybe == nil {
			maybe = set
		} else {
			maybe.And(set)
		}
	}
	if maybe == nil {
		return nil, true
	}
	return roaring.Or(maybe, p.edited), false
}

// write writes p, which must be compact.
func (p *postings) write(w *wire.Writer) {
	w.Int(len(p.segments))
	for _, s := range p.segments {
		w.Int(s.count)
		w.String(s.words)
		w.String(s.sets)
		last := uint32(0)
		for _, end := range s.ends {
			w.Uint(uint64(end - last))
			last = end
		}
	}
	edited, err := p.edited.ToBytes()
	if err != nil {
		panic(err) // it writes into memory
	}
	w.String(string(edited))
}

// readPostings reads what write wrote.
func readPostings(r *wire.Reader) (postings, error) {
	p := newPostings()
	for range r.Count(4) {
		s := &segment{count: int(r.Uint32()), words: r.String(), sets: r.String()}
		if !strings.HasPrefix(s.words, "\n") {
			return p, wire.ErrDamaged
		}
		for at := 1; at < len(s.words); at += strings.IndexByte(s.words[at:], '\n') + 1 {
			s.starts = append(s.starts, uint32(at))
			if !strings.Contains(s.words[at:], "\n") {
				return p, wire.ErrDamaged
			}
		}
		s.ends = make([]uint32, len(s.starts))
		last := uint64(0)
		for i := range s.ends {
			last += r.Most(uint64(len(s.sets)) - last)
			s.ends[i] = uint32(last)
		}
		p.segments = append(p.segments, s)
	}
	edited := r.String()
	_, err := p.edited.FromBuffer([]byte(edited))
	if err == nil {
		err = p.edited.Validate()
	}
	if err != nil && r.Err() == nil {
		return p, fmt.Errorf("%w: %w", wire.ErrDamaged, err)
	}
	return p, r.Err()
}
