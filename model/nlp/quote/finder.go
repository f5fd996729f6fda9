package quote

import (
	"unicode"
	"unicode/utf8"

	"reader/model"
	"reader/model/nlp/doc"
)

// finder is the state of one search for quotes. Ranges of tokens are half-open.
type finder struct {
	d        *doc.Document
	marks    []int32 // of each token: the outermost mark it lies in, as an index of ranges plus 1; 0: none
	ranges   []marked
	mentions []int32 // of each token: the mention that it belongs to, as an index of d.Mentions plus 1
	units    []unit
	quotes   []model.Quote
	added    []doc.Mention // of unnamed speakers
	unnamed  []unnamed
}

// unit is the tokens of a sentence. A quotation of many sentences is within one unit.
type unit struct {
	first, last int
	paragraph   int
}

// marked is an outermost stretch between quotation marks, which the search passes over as one word.
type marked struct {
	first, last int // tokens, with those of the marks
	span        model.Span
	paragraph   int
	continued   bool
	unclosed    bool
}

func newFinder(d *doc.Document) *finder {
	f := &finder{d: d, marks: make([]int32, len(d.Tokens)), mentions: make([]int32, len(d.Tokens))}
	f.takeMarks()
	f.takeMentions()
	f.takeUnits()
	return f
}

func (f *finder) takeMarks() {
	for i, m := range f.d.Marks {
		if m.Depth > 0 || m.Unclosed && !f.goesOn(i) && m.Span.Start != f.d.Paragraphs[m.Paragraph].Span.Start {
			continue
		}
		first, last := f.d.TokenAt(m.Span.Start), f.d.TokenAt(m.Span.End-1)+1
		if first >= last || last > len(f.d.Tokens) || f.marks[first] != 0 {
			continue
		}
		f.ranges = append(f.ranges, marked{first, last, m.Span, m.Paragraph, m.Continued, m.Unclosed})
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

// takeMentions gives every token its mention: a name rather than the nominal around it.
func (f *finder) takeMentions() {
	for i, m := range f.d.Mentions {
		for t := m.First; t < m.Last; t++ {
			if f.mentions[t] == 0 || m.Form == model.Name || f.d.Mentions[f.mentions[t]-1].Form != model.Name {
				f.mentions[t] = int32(i + 1)
			}
		}
	}
}

// takeUnits joins the sentences that a quotation mark or a cue after one holds together: “Why?” Lee asked.
func (f *finder) takeUnits() {
	for _, s := range f.d.Sentences {
		if n := len(f.units); n > 0 && f.units[n-1].paragraph == s.Paragraph {
			if u := &f.units[n-1]; f.together(s.First) || f.tagAfterMark(u, s) {
				u.last = s.Last
				continue
			}
		}
		f.units = append(f.units, unit{s.First, s.Last, s.Paragraph})
	}
}

// together reports whether token i and the one before it stand in the same quotation.
func (f *finder) together(i int) bool { return f.marks[i] != 0 && f.marks[i] == f.marks[i-1] }

// tagAfterMark reports whether s is nothing but a speaker and a cue for the quotation that ends u.
func (f *finder) tagAfterMark(u *unit, s doc.Sentence) bool {
	if f.marks[u.last-1] == 0 || f.marks[s.First] != 0 || s.Last-s.First > 24 {
		return false
	}
	for i := s.First; i < min(s.Last, s.First+6); i++ {
		l, ok := lexicon[f.d.Lower(i)]
		if !ok || l.use&says == 0 || l.form == gerund {
			continue
		}
		return i+1 >= s.Last || i == s.First || f.closes(i+1) || circumstantial[f.d.Lower(i+1)] && f.closes(s.Last-1) && !f.finite(i+1, s.Last)
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

// next returns the token after i, passing over the quotation that i lies in.
func (f *finder) next(i int) int {
	if m := f.markAt(i); m != nil {
		return m.last
	}
	return i + 1
}

// mentionAt returns the mention that token i belongs to, or nil.
func (f *finder) mentionAt(i int) *doc.Mention {
	if i < 0 || i >= len(f.mentions) || f.mentions[i] == 0 {
		return nil
	}
	return &f.d.Mentions[f.mentions[i]-1]
}

// is reports whether token i, outside quotations, is the word w.
func (f *finder) is(i int, w string) bool {
	return i >= 0 && i < len(f.d.Tokens) && f.marks[i] == 0 && f.d.Lower(i) == w
}

// in reports whether token i, outside quotations, is one of the words.
func (f *finder) in(i int, words map[string]bool) bool {
	return i >= 0 && i < len(f.d.Tokens) && f.marks[i] == 0 && words[f.d.Lower(i)]
}

func (f *finder) tag(i int) doc.Tag {
	if i < 0 || i >= len(f.d.Tokens) {
		return doc.PUNCT
	}
	return f.d.Tokens[i].Tag
}

// closes reports whether token i, outside quotations, is punctuation that parts clauses.
func (f *finder) closes(i int) bool {
	if i >= len(f.d.Tokens) || i < 0 {
		return true
	}
	if f.marks[i] != 0 {
		return false
	}
	switch f.d.Word(i) {
	case ",", ".", ";", ":", "?", "!", "—", "–", "--", "...", "…", ")", "(", "]", "[":
		return true
	}
	return false
}

// dash reports whether token i is a dash between words, not a hyphen.
func (f *finder) dash(i int) bool {
	return f.is(i, "—") || f.is(i, "–") || f.is(i, "--") || f.is(i, "-") && !f.d.Glued(i)
}

// finite reports whether the tokens hold a verb that makes them a clause.
func (f *finder) finite(first, last int) bool {
	for i := first; i < last; i++ {
		switch f.tag(i) {
		case doc.AUX:
			return true
		case doc.VERB:
			if w := f.d.Lower(i); !f.is(i-1, "to") && (i == 0 || !f.hyphen(i-1)) && !(len(w) > 4 && w[len(w)-3:] == "ing") {
				return true
			}
		default:
		}
	}
	return false
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
	s := m.span.In(f.d.Text)
	for n := 0; n < 2 && s != ""; n++ {
		r, size := utf8.DecodeLastRuneInString(s)
		switch r {
		case '"', '”', '’', '\'', '“', '»', '‘', '„':
			s = s[:len(s)-size]
		default:
			if unicode.IsPunct(r) {
				return r
			}
			return 0
		}
	}
	return 0
}
