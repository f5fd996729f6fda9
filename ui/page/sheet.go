package page

import (
	"reader/model"

	uv "github.com/charmbracelet/ultraviolet"
)

// origin says which text a piece is taken from.
type origin uint8

const (
	ornament origin = iota // none: bars, bullets, furniture
	fromBody
	fromTitle
)

// field returns the field of the article that s stands for; an ornament has none.
func (s origin) field() (f model.Field, ok bool) {
	if s == fromTitle {
		return model.Title, true
	}
	return model.Body, s == fromBody
}

// originOf is the inverse of field.
func originOf(f model.Field) origin {
	if f == model.Title {
		return fromTitle
	}
	return fromBody
}

// piece is a stretch of one line in one style.
type piece struct {
	text string
	at   uint32 // text stands here in its source, byte for byte
	ink  uint16
	from origin
}

// end returns the place in the source where p ends.
func (p *piece) end() uint32 { return p.at + uint32(len(p.text)) }

// sheet is lines of pieces, one after the other in a single slice: an article of 16 MiB has 200,000 lines.
type sheet struct {
	pieces []piece
	ends   []uint32 // line i is pieces[ends[i-1]:ends[i]]
}

// line returns the pieces of line i.
func (s *sheet) line(i int) []piece {
	start := uint32(0)
	if i > 0 {
		start = s.ends[i-1]
	}
	return s.pieces[start:s.ends[i]]
}

// add appends a line.
func (s *sheet) add(line ...piece) {
	s.pieces = append(s.pieces, line...)
	s.ends = append(s.ends, uint32(len(s.pieces)))
}

// gap appends an empty line, unless there is one at the end or no line at all.
func (s *sheet) gap() {
	if n := len(s.ends); n > 0 && len(s.line(n-1)) > 0 {
		s.add()
	}
}

// ink is how a piece is written: its style, and which link of the page it is of, from 1; 0 is none.
type ink struct {
	style uv.Style
	link  int
}

func (i *ink) equal(o *ink) bool { return i.style.Equal(&o.style) && i.link == o.link }

// inks gives every ink in use a number.
type inks struct{ all []ink }

// plain is the number of the ink without style or link.
const plain = 0

func newInks() *inks { return &inks{all: []ink{{}}} }

// number returns the number of k. Links are few and met one after the other, so looking among the latest is
// enough to keep the table small; when it is full, text is written plain.
func (s *inks) number(k ink) uint16 {
	const near = 32
	for i := len(s.all) - 1; i >= max(0, len(s.all)-near); i-- {
		if s.all[i].equal(&k) {
			return uint16(i)
		}
	}
	if len(s.all) > 0xffff {
		return plain
	}
	s.all = append(s.all, k)
	return uint16(len(s.all) - 1)
}

// style returns the number of the ink with style s and no link.
func (s *inks) style(st uv.Style) uint16 { return s.number(ink{style: st}) }
