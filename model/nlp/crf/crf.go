// Package crf labels sequences with a linear-chain conditional random field over hashed binary features.
//
// A sequence of tokens gets the labels y that maximise the sum over tokens of the weights of the token's
// features for its label and of the weight of the step from the label before (Lafferty, McCallum and
// Pereira, ICML 2001). Weights are 8-bit integers in one common unit, so that sums are exact.
package crf

import (
	"encoding/binary"
	"math/bits"

	"reader/model/nlp/hash"
)

// Feature names a binary feature of a token by a hash; only its low KeyBits tell features apart.
type Feature uint32

// KeyBits is the number of bits of a feature that are kept.
const KeyBits = 24

// bucketBits of a feature's key are looked up in a table, the other ones compared.
const (
	bucketBits = 17
	lowBits    = KeyBits - bucketBits
)

// MaxLabels is the largest number of labels of a model.
const MaxLabels = 8 * rowWords

// rowWords is how many words of 8 bytes the weights of a feature take.
const rowWords = 3

// Of makes a feature of the number of its template and of a value.
func Of(template, value uint32) Feature {
	return Feature(hash.Mix(value, template) & (1<<KeyBits - 1))
}

// Model is a trained field. It does not change and may be used by many goroutines.
type Model struct {
	labels int
	start  [MaxLabels]int32   // of each label: the weight of a sequence that begins with it
	steps  [MaxLabels][]step  // to each label: from those that it can follow
	bucket []uint32           // by the high bits of a key: which features begin with them, the first
	low    []uint8            // of each feature, by key: its low bits; and 8 more, so that it can be read in words
	rows   [][rowWords]uint64 // of each feature, by key: of each label a byte, the weight + bias
}

// step is a step from one label to another.
type step struct {
	from   uint8
	weight int64 // as a total that tells from
}

// A total is the sum of the weights of a way to a label, in units of 1 << labelBits, and below that which label the way came from,
// counted backwards. So the largest of several totals is that of the best way, and of equal ones of that from the lowest label.
const labelBits = 5

// unreached is less than the sum of any way.
const unreached = -1 << 30

func total(sum int32) int64 { return int64(sum) << labelBits }

func through(from uint8) int64 { return 1<<labelBits - 1 - int64(from) }

// split returns the total t of a way that does not tell where it came from, and where that was.
func split(t int64) (rest int64, from uint8) {
	const mask = 1<<labelBits - 1
	return t &^ mask, uint8(mask - t&mask)
}

// Labels returns the number of labels; a label is a number below it.
func (m *Model) Labels() int { return m.labels }

// bias is added to weights where they are kept, so that none is negative and several can be added at once in the lanes of a word.
const bias = 128

// lanes picks every other byte of a word, for lanes of 16 bits, which hold sums of up to mostAtOnce bytes.
const (
	lanes      = 0x00ff00ff00ff00ff
	mostAtOnce = 256
)

// Score adds the weights of features for each label to scores, which is as long as there are labels. It costs some 5 ns a feature.
func (m *Model) Score(scores []int32, features []Feature) {
	for len(features) > mostAtOnce {
		m.score(scores, features[:mostAtOnce])
		features = features[mostAtOnce:]
	}
	m.score(scores, features)
}

func (m *Model) score(scores []int32, features []Feature) {
	var even0, odd0, even1, odd1, even2, odd2 uint64
	n := int32(0)
	for _, f := range features {
		i := m.find(f)
		if i < 0 {
			continue
		}
		n++
		row := &m.rows[i]
		even0 += row[0] & lanes
		odd0 += row[0] >> 8 & lanes
		even1 += row[1] & lanes
		odd1 += row[1] >> 8 & lanes
		even2 += row[2] & lanes
		odd2 += row[2] >> 8 & lanes
	}
	sums := [...]uint64{even0, odd0, even1, odd1, even2, odd2}
	for y := range scores {
		lane := sums[y/8*2+y%2] >> (y % 8 / 2 * 16)
		scores[y] += int32(lane&0xffff) - n*bias
	}
}

// find returns where f stands in m.rows, below 0 if it has no weights. It compares the low bits of eight features at a time.
func (m *Model) find(f Feature) int {
	const ones, tops = 0x0101010101010101, 0x8080808080808080
	b := uint32(f) >> lowBits
	low := uint64(f&(1<<lowBits-1)) * ones
	for i, end := int(m.bucket[b]), int(m.bucket[b+1]); i < end; i += 8 {
		x := binary.LittleEndian.Uint64(m.low[i:]) ^ low
		if x = (x - ones) &^ x & tops; x == 0 { // the lowest bit that is set stands for a byte that is low
			continue
		}
		if i += bits.TrailingZeros64(x) / 8; i < end {
			return i
		}
		return -1
	}
	return -1
}

// Path is the room that Best needs; one goroutine may use it again and again.
type Path struct {
	back   []uint8
	labels []uint8
}

// Best returns the best labels of a sequence by the scores of its tokens, each as many as there are labels,
// one token after the other (Viterbi 1967). The result is valid until the next call with the same room.
func (m *Model) Best(scores []int32, room *Path) []uint8 {
	n := len(scores) / m.labels
	if n == 0 {
		return nil
	}
	room.back = append(room.back[:0], make([]uint8, len(scores))...)
	room.labels = append(room.labels[:0], make([]uint8, n)...)
	var now, next [1 << labelBits]int64
	for y := range m.labels {
		now[y] = total(scores[y] + m.start[y])
	}
	for i := 1; i < n; i++ {
		m.step(&now, &next, room.back[i*m.labels:], scores[i*m.labels:])
		now = next
	}
	best := 0
	for y := range m.labels {
		if now[y] > now[best] {
			best = y
		}
	}
	for i := n - 1; i >= 0; i-- {
		room.labels[i] = uint8(best)
		best = int(room.back[i*m.labels+best])
	}
	return room.labels
}

// step goes from the best totals now of one token to next, those of the token behind it, and notes the way.
func (m *Model) step(now, next *[1 << labelBits]int64, back []uint8, scores []int32) {
	for y := range m.labels {
		best := total(unreached) + through(0)
		for _, s := range m.steps[y] {
			best = max(best, now[s.from%(1<<labelBits)]+s.weight)
		}
		best, back[y] = split(best)
		next[y] = best + total(scores[y])
	}
}
