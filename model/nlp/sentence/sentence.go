// Package sentence finds where sentences end.
package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reader/model/nlp/doc"
)

// Split fills d.Sentences: every token of a paragraph is in one, in order. A line break inside a paragraph
// ends a sentence always. It reads d.Tokens and takes one pass.
func Split(d *doc.Document) {
	s := splitter{Document: d}
	d.Sentences = make([]doc.Sentence, 0, len(d.Tokens)/20+len(d.Paragraphs))
	for p := range d.Paragraphs {
		s.paragraph(p)
	}
}

type splitter struct {
	*doc.Document
	first, last int // the tokens of the sentence so far and of the paragraph: [first, last)
	open        bool
}

func (s *splitter) paragraph(p int) {
	s.first, s.last, s.open = s.Paragraphs[p].First, s.Paragraphs[p].Last, false
	for i := s.first; i < s.last; {
		end := s.end(i)
		if end > i && (end == s.last || s.newline(end) || s.ends(i, end)) {
			s.close(p, end)
		}
		next := max(end, i+1)
		for k := i; k < next; k++ {
			if s.Word(k) == `"` {
				s.open = !s.open
			}
		}
		if i = next; i > s.first && i < s.last && s.newline(i) {
			s.close(p, i)
		}
	}
	if s.first < s.last {
		s.close(p, s.last)
	}
}

// close ends the sentence before token end.
func (s *splitter) close(p, end int) {
	s.Sentences = append(s.Sentences, doc.Sentence{First: s.first, Last: end, Paragraph: p})
	s.first = end
}

// newline reports whether a line ends between token i-1 and token i.
func (s *splitter) newline(i int) bool {
	from, to := s.Tokens[i-1].Span.End, s.Tokens[i].Span.Start
	return to > from && strings.IndexByte(s.Text[from:to], '\n') >= 0
}

// end returns where the sentence ends if token i ends one: behind i and the closing marks that follow it. It
// returns i if i is no mark that could.
func (s *splitter) end(i int) int {
	if !terminal(s.Word(i)) {
		return i
	}
	open := s.open
	for i++; i < s.last && s.closes(i, open); i++ {
		open = false
	}
	return i
}

// terminal reports whether w can end a sentence: it is or ends in a stop.
func terminal(w string) bool {
	switch w[len(w)-1] {
	case '.', '!', '?':
		return true
	default:
		return w == "…"
	}
}

// closes reports whether token i closes what was opened before it; open says that a straight mark was.
func (s *splitter) closes(i int, open bool) bool {
	switch s.Word(i) {
	case "”", "’", "»", "''", ")", "]":
		return s.Glued(i)
	case `"`, "'":
		if s.Glued(i) {
			return i+1 == s.last || !s.Glued(i+1) || !s.letter(i+1)
		}
		return open && s.Word(i) == `"`
	default:
		return false
	}
}

// letter reports whether token i is a word or a number.
func (s *splitter) letter(i int) bool { return s.Tokens[i].Kind <= doc.Number }

// ends reports whether the stop i ends a sentence when token next follows it and its closing marks.
func (s *splitter) ends(i, next int) bool {
	opened := next
	for opened < s.last && opens(s.Word(opened)) {
		opened++
	}
	if opened == s.last {
		return true
	}
	switch w := s.Word(i); {
	case s.continues(opened):
		return false
	case w == ".":
		return !s.listNumber(i)
	case w[len(w)-1] == '.' && s.Tokens[i].Kind != doc.Punct:
		return s.abbreviationEnds(i, opened, next)
	case w[len(w)-1] == '.' || w == "…":
		return s.Capital(opened)
	default: // ? or !
		return next == i+1 || next < opened || !quotation(s.Word(next-1)) || !s.attribution(next)
	}
}

// opens reports whether w opens a quotation or a parenthesis, or may.
func opens(w string) bool {
	switch w {
	case `"`, "'", "“", "‘", "«", "``", "(", "[", "„", "‚":
		return true
	default:
		return false
	}
}

func quotation(w string) bool {
	switch w {
	case `"`, "'", "”", "’", "»", "''":
		return true
	default:
		return false
	}
}

// continues reports whether no sentence begins with token i: it is lower case, or punctuation that joins.
func (s *splitter) continues(i int) bool {
	switch w := s.Word(i); s.Tokens[i].Kind {
	case doc.Word:
		r, n := utf8.DecodeRuneInString(w)
		if !unicode.IsLower(r) {
			return false
		}
		r, _ = utf8.DecodeRuneInString(w[n:])
		return !unicode.IsUpper(r) // iPhone
	case doc.Punct:
		return joins(w) || w[0] == '.' || w[0] == '!' || w[0] == '?'
	default:
		return false
	}
}

// joins reports whether w is a mark that goes on with a sentence.
func joins(w string) bool {
	switch w {
	case ",", ";", ":", ")", "]", "”", "’", "»", "…":
		return true
	default:
		return false
	}
}

// listNumber reports whether the dot i follows the number of an item at the beginning of a line: "1. Go".
func (s *splitter) listNumber(i int) bool {
	return i == s.first+1 && s.Tokens[s.first].Kind == doc.Number && len(s.Word(s.first)) <= 3 && s.Glued(i)
}

// abbreviationEnds reports whether the abbreviation i ends a sentence too; word is the first word of what
// follows and next its first mark.
func (s *splitter) abbreviationEnds(i, word, next int) bool {
	w := s.Lower(i)
	if word > next {
		return !titles[w] && quotation(s.Word(next)) && s.Capital(word)
	}
	switch {
	case titles[w]:
		return false
	case s.Tokens[word].Kind == doc.Number:
		return false
	case starters[s.Lower(word)]:
		return true
	case enders[w]:
		return s.Capital(word) && !s.timeZone(word)
	default:
		return false
	}
}

func (s *splitter) timeZone(i int) bool {
	w := s.Word(i)
	return len(w) <= 4 && w == strings.ToUpper(w) || calendar[s.Lower(i)]
}

// attribution reports whether the clause at token i says who spoke the question before it, as in "Abe asked".
func (s *splitter) attribution(i int) bool {
	for n := 0; n < 8 && i < s.last; n++ {
		switch {
		case cues[s.Lower(i)]:
			return n > 0 && (i+1 == s.last || !s.Capital(i+1) && !starters[s.Lower(i+1)])
		case !s.Capital(i):
			return false
		}
		i++
	}
	return false
}
