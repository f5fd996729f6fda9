package crf

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
	"sync"
)

// Weights are those of a model in training: real numbers, before they are packed.
type Weights struct {
	Labels int
	Steps  [][]float64           // from label, or from the start at Labels; to label; -Inf where there is none
	Rows   map[Feature][]float64 // of each feature: by label
}

// magic begins the packed form: the name and the version of the format.
const magic = "CRF\x01"

// noStep is the weight of a step that cannot be made, packed and unpacked.
const (
	noStep       = math.MinInt8
	neverReached = -1 << 20
)

// Pack returns w with 8-bit weights. Its form: magic, the number of labels, the steps as bytes, the number of
// features; then each feature by key: the difference to the key before as a varint, its number of weights, and
// a label and a weight for each. Weights that round to less than least are left out. The unit is the
// largest that keeps every weight in 8 bits, but for the rare ones above limit, which are cut to it.
func (w *Weights) Pack(limit float64, least int) []byte {
	unit := math.MaxInt8 / limit
	small := func(x float64) int8 {
		return int8(math.Round(max(-math.MaxInt8, min(math.MaxInt8, x*unit))))
	}
	out := append([]byte(magic), byte(w.Labels))
	for _, row := range w.Steps {
		for _, x := range row {
			if math.IsInf(x, -1) {
				out = append(out, byte(noStep&0xff))
			} else {
				out = append(out, byte(small(x)))
			}
		}
	}
	keys := make([]Feature, 0, len(w.Rows))
	for f, row := range w.Rows {
		if slices.ContainsFunc(row, func(x float64) bool { return abs(small(x)) >= least }) {
			keys = append(keys, f)
		}
	}
	slices.Sort(keys)
	out = binary.AppendUvarint(out, uint64(len(keys)))
	last := Feature(0)
	for _, f := range keys {
		out = binary.AppendUvarint(out, uint64(f-last))
		last = f
		n := len(out)
		out = append(out, 0)
		for y, x := range w.Rows[f] {
			if s := small(x); abs(s) >= least {
				out = append(out, byte(y), byte(s))
				out[n]++
			}
		}
	}
	return out
}

func abs(x int8) int { return max(int(x), -int(x)) }

var errDamaged = errors.New("weights of a field are damaged")

// Unpack returns the model that Pack packed. It costs about 20 ns a feature. Damaged data are an error.
func Unpack(data []byte) (*Model, error) {
	if len(data) < len(magic)+1 || string(data[:len(magic)]) != magic {
		return nil, fmt.Errorf("%w: they do not begin with %q", errDamaged, magic)
	}
	m := &Model{labels: int(data[len(magic)])}
	data = data[len(magic)+1:]
	if m.labels == 0 || m.labels > MaxLabels || len(data) < (m.labels+1)*m.labels {
		return nil, fmt.Errorf("%w: %d labels", errDamaged, m.labels)
	}
	for from := range m.labels + 1 {
		for y := range m.labels {
			weight := int32(int8(data[from*m.labels+y]))
			if weight == noStep {
				weight = neverReached
			}
			switch {
			case from == m.labels:
				m.start[y] = weight
			case weight != neverReached:
				m.steps[y] = append(m.steps[y], step{uint8(from), total(weight) + through(uint8(from))})
			}
		}
	}
	data = data[(m.labels+1)*m.labels:]
	count, n := binary.Uvarint(data)
	if n <= 0 || count > uint64(len(data))/2 {
		return nil, fmt.Errorf("%w: their number is missing", errDamaged)
	}
	return m, m.unpack(data[n:], int(count))
}

// Lazy returns a function that returns the model of data, which are part of the program, and unpacks them the
// first time. It panics if they are damaged.
func Lazy(data []byte) func() *Model {
	return sync.OnceValue(func() *Model {
		m, err := Unpack(data)
		if err != nil {
			panic(err)
		}
		return m
	})
}

// none is the weight of 0 for each of eight labels.
const none = bias * 0x0101010101010101

// unpack reads the features.
func (m *Model) unpack(data []byte, count int) error {
	m.bucket = make([]uint32, 1<<bucketBits+1)
	m.low = make([]uint8, 0, count+8)
	m.rows = make([][rowWords]uint64, 0, count)
	key, filled := uint64(0), 0
	for i := range count {
		more, n := binary.Uvarint(data)
		if n <= 0 || len(data) == n || more >= 1<<KeyBits || key+more >= 1<<KeyBits || i > 0 && more == 0 {
			return fmt.Errorf("%w: feature %d of %d has no key", errDamaged, i, count)
		}
		key += more
		weights := int(data[n])
		data = data[n+1:]
		if len(data) < 2*weights {
			return fmt.Errorf("%w: feature %d of %d ends early", errDamaged, i, count)
		}
		for ; filled <= int(key>>lowBits); filled++ {
			m.bucket[filled] = uint32(i)
		}
		row := [rowWords]uint64{none, none, none}
		for ; weights > 0; weights-- {
			y, weight := data[0], data[1]
			if int(y) >= m.labels {
				return fmt.Errorf("%w: feature %d of %d has label %d", errDamaged, i, count, y)
			}
			row[y/8] ^= uint64(weight) << (y % 8 * 8)
			data = data[2:]
		}
		m.low = append(m.low, uint8(key&(1<<lowBits-1)))
		m.rows = append(m.rows, row)
	}
	if len(data) > 0 {
		return fmt.Errorf("%w: %d bytes too many", errDamaged, len(data))
	}
	m.low = append(m.low, make([]uint8, 8)...)
	for ; filled < len(m.bucket); filled++ {
		m.bucket[filled] = uint32(count)
	}
	return nil
}
