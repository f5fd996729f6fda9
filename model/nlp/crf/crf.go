// Package crf labels sequences with a linear-chain conditional random field over hashed binary features.
//
// A sequence of tokens gets the labels y that maximise the sum over tokens of the weights of the token's
// features for its label and of the weight of the step from the label before (Lafferty, McCallum and
// Pereira, ICML 2001). Weights are 8-bit integers in one common unit, so that sums are exact.
package crf

import "reader/model/nlp/hash"

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
const MaxLabels = 32

// Of makes a feature of the number of its template and of a value.
func Of(template, value uint32) Feature {
	return Feature(hash.Mix(value, template) & (1<<KeyBits - 1))
}

// Model is a trained field. It does not change and may be used by many goroutines.
type Model struct {
	labels int
	steps  [MaxLabels + 1][MaxLabels]int32 // from label, or from labels at the start; to label
	before [MaxLabels][]uint8              // of each label: those that it can follow
	bucket []uint32                        // by the high bits of a key: where its rows begin
	rows   []uint16                        // of each feature, by key: its low bits and the number of its weights; then of each label and weight
}

// Labels returns the number of labels; a label is a number below it.
func (m *Model) Labels() int { return m.labels }

// Score adds the weights of features for each label to scores, which is as long as there are labels.
func (m *Model) Score(scores []int32, features []Feature) {
	var sums [MaxLabels]int32
	for _, f := range features {
		b := uint32(f) >> lowBits
		low := uint8(f & (1<<lowBits - 1))
		for rows := m.rows[m.bucket[b]:m.bucket[b+1]]; len(rows) > 0; {
			n := int(rows[0] & 0xff)
			if uint8(rows[0]>>8) == low {
				for _, w := range rows[1 : 1+n] {
					sums[w>>8%MaxLabels] += int32(int8(w))
				}
				break
			}
			rows = rows[1+n:]
		}
	}
	for y := range scores {
		scores[y] += sums[y]
	}
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
	var now, next [MaxLabels]int32
	for y := range m.labels {
		now[y] = scores[y] + m.steps[m.labels][y]
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

// step goes from the best sums now of one token to next, those of the token behind it, and notes the way.
func (m *Model) step(now, next *[MaxLabels]int32, back []uint8, scores []int32) {
	for y := range m.labels {
		best, by := int32(-1<<30), uint8(0)
		for _, from := range m.before[y] {
			if s := now[from] + m.steps[from][y]; s > best {
				best, by = s, from
			}
		}
		next[y], back[y] = best+scores[y], by
	}
}
