// Package wire writes values one after the other into bytes, and reads them back: numbers as variable-length
// integers (encoding/binary), strings with their length before them. What is read may be damaged: a Reader then has an
// error, and takes no more memory than there are bytes.
package wire

import (
	"encoding/binary"
	"errors"
	"math"
	"time"
)

// ErrDamaged says that bytes are not what a Writer has written.
var ErrDamaged = errors.New("the bytes are damaged")

// Writer appends values to Bytes.
type Writer struct{ Bytes []byte }

// Uint writes n.
func (w *Writer) Uint(n uint64) { w.Bytes = binary.AppendUvarint(w.Bytes, n) }

// Int writes n, which is not negative.
func (w *Writer) Int(n int) { w.Uint(uint64(n)) }

// Signed writes n, which may be negative.
func (w *Writer) Signed(n int64) { w.Bytes = binary.AppendVarint(w.Bytes, n) }

// Float writes f.
func (w *Writer) Float(f float32) {
	w.Bytes = binary.LittleEndian.AppendUint32(w.Bytes, math.Float32bits(f))
}

// String writes s.
func (w *Writer) String(s string) {
	w.Int(len(s))
	w.Bytes = append(w.Bytes, s...)
}

// Strings writes list.
func (w *Writer) Strings(list []string) {
	w.Int(len(list))
	for _, s := range list {
		w.String(s)
	}
}

// Time writes t to the second, with its offset from UTC.
func (w *Writer) Time(t time.Time) {
	if t.IsZero() {
		w.Uint(0)
		return
	}
	_, offset := t.Zone()
	w.Uint(1)
	w.Signed(t.Unix())
	w.Signed(int64(offset))
}

// Reader reads values from bytes, which are not copied: strings are parts of them.
type Reader struct {
	rest string
	err  error
}

// NewReader returns a reader of s.
func NewReader(s string) *Reader { return &Reader{rest: s} }

// Err returns ErrDamaged if anything could not be read, else nil.
func (r *Reader) Err() error { return r.err }

// Len returns how many bytes are left.
func (r *Reader) Len() int { return len(r.rest) }

// Fail says that what was read can't be what was written.
func (r *Reader) Fail() {
	r.rest, r.err = "", ErrDamaged
}

// Uint reads what Writer.Uint wrote; 0 after an error.
func (r *Reader) Uint() uint64 {
	var n uint64
	for i, shift := 0, uint(0); i < len(r.rest) && i < binary.MaxVarintLen64; i, shift = i+1, shift+7 {
		c := r.rest[i]
		n |= uint64(c&0x7f) << shift
		if c < 0x80 {
			r.rest = r.rest[i+1:]
			return n
		}
	}
	r.Fail()
	return 0
}

// Byte reads one byte.
func (r *Reader) Byte() byte {
	if r.rest == "" {
		r.Fail()
		return 0
	}
	b := r.rest[0]
	r.rest = r.rest[1:]
	return b
}

// Uint32 reads a number of at most 32 bits.
func (r *Reader) Uint32() uint32 { return uint32(r.Most(math.MaxUint32)) }

// Uint8 reads a number that is at most most.
func (r *Reader) Uint8(most uint8) uint8 { return uint8(r.Most(uint64(most))) }

// Most reads a number that is at most most.
func (r *Reader) Most(most uint64) uint64 {
	n := r.Uint()
	if n > most {
		r.Fail()
		return 0
	}
	return n
}

// Count reads how many values follow, of at least size bytes each.
func (r *Reader) Count(size int) int {
	n := r.Uint()
	if n > uint64(len(r.rest)/size) {
		r.Fail()
		return 0
	}
	return int(n)
}

// Signed reads what Writer.Signed wrote.
func (r *Reader) Signed() int64 {
	n := r.Uint()
	return int64(n>>1) ^ -int64(n&1)
}

// Float reads what Writer.Float wrote.
func (r *Reader) Float() float32 {
	if len(r.rest) < 4 {
		r.Fail()
		return 0
	}
	b := []byte(r.rest[:4])
	r.rest = r.rest[4:]
	return math.Float32frombits(binary.LittleEndian.Uint32(b))
}

// String reads what Writer.String wrote.
func (r *Reader) String() string {
	n := r.Count(1)
	s := r.rest[:n]
	r.rest = r.rest[n:]
	return s
}

// Strings reads what Writer.Strings wrote; nil for none.
func (r *Reader) Strings() []string {
	n := r.Count(1)
	if n == 0 {
		return nil
	}
	list := make([]string, n)
	for i := range list {
		list[i] = r.String()
	}
	return list
}

// Time reads what Writer.Time wrote.
func (r *Reader) Time() time.Time {
	if r.Most(1) == 0 {
		return time.Time{}
	}
	seconds, offset := r.Signed(), r.Signed()
	t := time.Unix(seconds, 0).UTC()
	if offset != 0 {
		t = t.In(time.FixedZone("", int(offset)))
	}
	return t
}
