package near

import (
	"bytes"
	"math"
	"math/bits"
)

// The shape of a sketch.
const (
	shingle = 8 // words
	bands   = 8
	perBand = 10              // bins
	bins    = bands * perBand // of four bits each
)

// sketch is what is kept of the shingles of a text, all runs of so many words: in each of the bins, into which shingles fall by
// their hash, four bits of the least hash; 0 where the bin is empty. Two texts that have a share of their
// shingles in common have about that share of the bins alike. That is MinHash (Broder, On the Resemblance and Containment
// of Documents, 1997), by one permutation (Li, Owen and Zhang, One Permutation Hashing, 2012), of which some bits
// are kept (Li and König, b-Bit Minwise Hashing, 2010).
type sketch struct {
	bins  [bins / 16]uint64
	size  uint16 // in shingles; the largest number means more, too
	there bool   // there is an article, perhaps without a word
}

// Sketch is what an Index needs of a text.
type Sketch struct {
	sketch
	// A tag of each band, made from the least hash in it: texts that have much in common have some tag in common, and
	// others hardly ever. It is 0 if the band is empty.
	tags [bands]uint16
}

// SketchOf returns the sketch of text. It costs about 8 ns a byte.
func SketchOf(text string) Sketch {
	s := Sketch{sketch: sketch{there: true}}
	var least [bins]uint32
	for h := range shingles(appendWords(make([]byte, 0, len(text)+1), text)) {
		if s.size < math.MaxUint16 {
			s.size++
		}
		// The upper half says which bin, the lower one competes in it; 0 is none.
		bin := h >> 32 * bins >> 32
		if v := max(uint32(h), 1); least[bin] == 0 || v < least[bin] {
			least[bin] = v
		}
	}
	for band := range bands {
		var first uint32
		for i := band * perBand; i < (band+1)*perBand; i++ {
			v := least[i]
			if v == 0 {
				continue
			}
			s.bins[i/16] |= uint64(1+v&0xffff*15>>16) << (i % 16 * 4)
			if first == 0 || v < first {
				first = v
			}
		}
		if first != 0 {
			s.tags[band] = max(1, uint16(mix(uint64(first))))
		}
	}
	return s
}

// shingles yields a hash of each run of shingle words, which each have a blank before them; of all words if there are fewer.
func shingles(words []byte) func(func(uint64) bool) {
	return func(yield func(uint64) bool) {
		const base = 0x9e3779b97f4a7c15
		drop := uint64(1) // base to the power of n
		for range shingle {
			drop *= base
		}
		var last [shingle]uint64
		var h uint64
		count := 0
		for len(words) > 0 {
			end := bytes.IndexByte(words[1:], ' ') + 1
			if end == 0 {
				end = len(words)
			}
			v := hash(words[:end])
			words = words[end:]
			h = h*base + v - last[count%shingle]*drop
			last[count%shingle] = v
			if count++; count >= shingle && !yield(mix(h)) {
				return
			}
		}
		if 0 < count && count < shingle {
			yield(mix(h))
		}
	}
}

// hash is FNV-1a.
func hash(word []byte) uint64 {
	h := uint64(0xcbf29ce484222325)
	for _, c := range word {
		h = (h ^ uint64(c)) * 0x100000001b3
	}
	return h
}

// mix spreads what differs in h over all its bits.
func mix(h uint64) uint64 {
	h = (h ^ h>>33) * 0xff51afd7ed558ccd
	h = (h ^ h>>33) * 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

// What makes two texts one.
const (
	common    = 0.5  // so much of the shorter one's shingles is in the longer one
	shortest  = 0.25 // the shorter one is no less of the longer one: else a digest of the day would be one with all that is in it
	accident  = 1. / 15
	leastBins = 12 // so many bins, or half of them in short texts, are alike beyond accident
)

// near reports whether s and t are sketches of texts of which the one is made from the other, or both from a third.
func (s *sketch) near(t *sketch) bool {
	short, long := float64(min(s.size, t.size)), float64(max(s.size, t.size))
	if short == 0 || short < shortest*long {
		return false
	}
	alike, used, both := s.compare(t)
	matches := (float64(alike) - accident*float64(both)) / (1 - accident)
	resemblance := matches / float64(used)
	shared := resemblance / (1 + resemblance) * (short + long)
	return matches >= min(leastBins, float64(used)/2) && shared >= common*short
}

// compare counts the bins that are not empty and alike, that are not both empty, and of which neither is empty.
func (s *sketch) compare(t *sketch) (alike, used, both int) {
	for i, a := range s.bins {
		b := t.bins[i]
		either := filled(a | b)
		alike += bits.OnesCount64(either &^ filled(a^b))
		used += bits.OnesCount64(either)
		both += bits.OnesCount64(filled(a) & filled(b))
	}
	return alike, used, both
}

// filled has the lowest of each four bits set that are not all 0 in x.
func filled(x uint64) uint64 {
	x |= x >> 2
	x |= x >> 1
	return x & 0x1111111111111111
}
