// Package perceptron is a tagger that goes from left to right and gives each token the tag whose features
// weigh most: a greedy averaged perceptron over hashed features.
package perceptron

import (
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"math"
)

// Tags is the number of tags; a tag is a number below it.
const Tags = 17

// rows is the number of weights that features share by their hash.
const rows = 1 << 17

// none is the tag before the first one.
const none = Tags

// Model holds the weight of every tag for each feature.
type Model struct {
	weights [rows][Tags]int8
}

// Read returns the model that Write wrote. It costs a few milliseconds.
func Read(data []byte) (*Model, error) {
	sparse, err := io.ReadAll(flate.NewReader(bytes.NewReader(data)))
	if err != nil {
		return nil, fmt.Errorf("tag model: %w", err)
	}
	m := new(Model)
	i := 0
	for ; len(sparse) >= 2; sparse = sparse[2:] {
		if i += int(sparse[0]); i >= rows*Tags {
			return nil, errors.New("tag model: more weights than features")
		}
		m.weights[i/Tags][i%Tags] = int8(sparse[1])
	}
	return m, nil
}

// Write returns m as Read reads it: for each weight that is not 0 how far it is from the one before it, and
// the weight, compressed. Where the way is longer than a byte counts, weights of 0 stand between.
func (m *Model) Write() ([]byte, error) {
	var sparse []byte
	last := 0
	for i := range rows * Tags {
		if w := m.weights[i/Tags][i%Tags]; w != 0 || i-last == math.MaxUint8 {
			sparse = append(sparse, byte(i-last), byte(w))
			last = i
		}
	}
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		return nil, fmt.Errorf("tag model: %w", err)
	}
	if _, err := w.Write(sparse); err != nil {
		return nil, fmt.Errorf("tag model: %w", err)
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("tag model: %w", err)
	}
	return out.Bytes(), nil
}

// Tag gives the tokens of one sentence their tags: it calls set for each, in order.
func (m *Model) Tag(sentence []Word, set func(i int, tag uint8)) {
	markCase(sentence)
	t1, t2 := uint8(none), uint8(none)
	var f features
	for i := range sentence {
		f.fill(sentence, i, t1, t2)
		t1, t2 = m.best(&f), t1
		set(i, t1)
	}
}

// fill sets f to the features of token i after the tags t1 and, before it, t2.
func (f *features) fill(sentence []Word, i int, t1, t2 uint8) {
	f.context(sentence, i)
	after := at(sentence, i+1)
	f.history(&sentence[i], &after, uint32(t1), uint32(t2))
}

func (m *Model) best(f *features) uint8 {
	var scores [Tags]int32
	for _, row := range f {
		for t, w := range &m.weights[row] {
			scores[t] += int32(w)
		}
	}
	return highest(&scores)
}

// highest returns the tag with the highest score, the first of those that are equal.
func highest[T int32 | float64](scores *[Tags]T) uint8 {
	best := 0
	for t, s := range scores {
		if s > scores[best] {
			best = t
		}
	}
	return uint8(best)
}
