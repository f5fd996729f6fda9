package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reader/model"
	"reader/model/nlp/doc"
)

// marked is an outermost stretch between quotation marks, which the search passes over as one word.
type marked struct {
	first, last int // tokens, with those of the marks
	span        model.Span
	paragraph   int
	continued   bool
	unclosed    bool
	aside       bool // in a transcript: what nobody says
}

// takeMarks takes over the outermost marks, but for those that were opened in mid-text and never closed.
func (f *finder) takeMarks() {
	for i, m := range f.d.Marks {
		if m.Depth > 0 || m.Unclosed && !f.goesOn(i) && m.Span.Start != f.d.Paragraphs[m.Paragraph].Span.Start {
			continue
		}
		first, last := f.d.TokenAt(m.Span.Start), f.d.TokenAt(m.Span.End-1)+1
		if first >= last || last > len(f.d.Tokens) || f.marks[first] != 0 {
			continue
		}
		f.ranges = append(f.ranges, marked{first, last, m.Span, m.Paragraph, m.Continued, m.Unclosed, false})
		for t := first; t < last; t++ {
			f.marks[t] = int32(len(f.ranges))
		}
	}
}

// goesOn reports whether the next outermost mark continues mark i.
func (f *finder) goesOn(i int) bool {
	for _, m := range f.d.Marks[i+1:] {
		if m.Depth == 0 {
			return m.Continued
		}
	}
	return false
}

// markAt returns the mark that token i lies in, or nil.
func (f *finder) markAt(i int) *marked {
	if i < 0 || i >= len(f.marks) || f.marks[i] == 0 {
		return nil
	}
	return &f.ranges[f.marks[i]-1]
}

// startsUpper reports whether the first letter between the marks of m is a capital.
func (f *finder) startsUpper(m *marked) bool {
	for _, r := range m.span.In(f.d.Text) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return !unicode.IsLower(r)
		}
	}
	return false
}

// stopped returns the last character between the marks of m if it is punctuation, else 0.
func (f *finder) stopped(m *marked) rune {
	s := strings.TrimRight(m.span.In(f.d.Text), "\"”’'“»‘„` ")
	if r, _ := utf8.DecodeLastRuneInString(s); unicode.IsPunct(r) {
		return r
	}
	return 0
}

// title reports whether the words of m that count are capitalised, as in the title of a work or a name.
func (f *finder) title(m *marked) bool {
	words, capitals := 0, 0
	for i := m.first; i < m.last; i++ {
		if len(f.d.Word(i)) < 4 || f.tag(i) == doc.PUNCT {
			continue
		}
		words++
		if f.d.Capital(i) {
			capitals++
		}
	}
	return words > 0 && capitals == words
}

// heading reports whether m is a whole paragraph without a stop, or in capitals: a heading between two parts of the text.
func (f *finder) heading(m *marked) bool {
	p := f.d.Paragraphs[m.paragraph]
	return p.First == m.first && p.Last == m.last && !m.unclosed && (f.stopped(m) == 0 || f.title(m) && m.last-m.first < 10)
}

// kind returns how much of s stands between quotation marks.
func (f *finder) kind(s segment) model.QuoteKind {
	if m := f.markAt(s.first); m != nil && m.first == s.first && m.last >= s.last {
		return model.Direct
	}
	for i := s.first; i < s.last; i++ {
		if f.marks[i] != 0 {
			return model.Mixed
		}
	}
	return model.Indirect
}
