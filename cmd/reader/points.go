package main

import (
	"unicode/utf8"

	"reader/model"
)

// points turns byte offsets in a text into offsets in Unicode code points.
type points struct {
	text   string
	before []int // before[i] is the number of code points that start before byte i*stride
}

// stride bounds how many bytes are counted for one offset.
const stride = 64

func newPoints(text string) *points {
	p := &points{text: text, before: make([]int, 0, len(text)/stride+1)}
	n := 0
	for i := range len(text) {
		if i%stride == 0 {
			p.before = append(p.before, n)
		}
		if utf8.RuneStart(text[i]) {
			n++
		}
	}
	return p
}

// at returns the offset in code points of the byte offset i, which is at the start of a character or the end.
func (p *points) at(i uint32) int {
	if len(p.before) == 0 {
		return 0
	}
	k := min(int(i)/stride, len(p.before)-1)
	n := p.before[k]
	for _, c := range []byte(p.text[k*stride : i]) {
		if utf8.RuneStart(c) {
			n++
		}
	}
	return n
}

func (p *points) span(s model.Span) span { return span{p.at(s.Start), p.at(s.End)} }
