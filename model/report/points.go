package report

import (
	"unicode/utf8"

	"reader/model"
)

// Span is a half-open range of Unicode code points.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Texts is the two texts of an article that spans lie in.
type Texts struct {
	Body, Title *Points
}

// TextsOf returns the texts of a, in one pass over them.
func TextsOf(a *model.Article) Texts { return Texts{NewPoints(a.Text), NewPoints(a.Title)} }

// In returns the text that f names, and how it is named in what is written: "title", or "" for the body.
func (t Texts) In(f model.Field) (text *Points, name string) {
	if f == model.Title {
		return t.Title, "title"
	}
	return t.Body, ""
}

// Points turns byte offsets in a text into offsets in Unicode code points.
type Points struct {
	Text   string
	before []int // before[i] is the number of code points that start before byte i*stride
}

// stride bounds how many bytes are counted for one offset.
const stride = 64

// NewPoints returns what counts in text.
func NewPoints(text string) *Points {
	p := &Points{Text: text, before: make([]int, 0, len(text)/stride+1)}
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
func (p *Points) at(i uint32) int {
	if len(p.before) == 0 {
		return 0
	}
	k := min(int(i)/stride, len(p.before)-1)
	n := p.before[k]
	for _, c := range []byte(p.Text[k*stride : i]) {
		if utf8.RuneStart(c) {
			n++
		}
	}
	return n
}

// Span returns s in code points.
func (p *Points) Span(s model.Span) Span { return Span{p.at(s.Start), p.at(s.End)} }
