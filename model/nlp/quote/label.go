package quote

import (
	"slices"
	"strings"

	"reader/model"
	"reader/model/nlp/doc"
)

// line is a line of the body: a paragraph, or a part of one between hard breaks.
type line struct {
	first, last int    // its tokens
	words       int    // where its words begin, behind the label
	name        phrase // the label without what stands in parentheses or behind a comma: "Voss" of "VOSS (laughing):"
	label       string // the name in lower case, "q" or "a"; empty if the line opens with none
	paragraph   int
}

// lines returns the lines of the body.
func (f *finder) lines() []line {
	var out []line
	for _, s := range f.d.Sentences {
		at := &f.d.Paragraphs[s.Paragraph]
		if at.Span.Start < f.d.BodyAt {
			continue
		}
		if s.First > at.First && !f.newline(s.First) {
			out[len(out)-1].last = s.Last
			continue
		}
		out = append(out, line{first: s.First, last: s.Last, words: s.First, paragraph: s.Paragraph})
	}
	for i := range out {
		f.readLabel(&out[i])
	}
	if len(out) > 1 && f.d.BodyAt == 0 && out[1].label == "" {
		out[0].label = "" // the headline of a text without a title
	}
	return out
}

// newline reports whether a line ends between token i-1 and token i.
func (f *finder) newline(i int) bool {
	return strings.IndexByte(f.d.Text[f.d.Tokens[i-1].Span.End:f.d.Tokens[i].Span.Start], '\n') >= 0
}

// readLabel fills in the label that l opens with: "Q:", "Q.", "A)", "Ann Lee:", "LEE (laughing):", "Ann Lee, nurse:".
func (f *finder) readLabel(l *line) {
	if k := f.d.Paragraphs[l.paragraph].Kind; k != model.Paragraph && k != model.Quotation {
		return
	}
	first := l.first
	if f.opensMark(first) && first+1 < l.last { // a transcript that is quoted
		first++
	}
	if end, label := f.letterLabel(first, l.last); end > 0 {
		l.words, l.label, l.name = end, label, phrase{first, first + 1, first}
		return
	}
	end := first
	for end < min(first+maxName, l.last) && f.inLabel(end) {
		end++
	}
	colon := f.pastAddition(end, l.last)
	if end == first || !f.word(colon, ":") || !f.d.Capital(first) {
		return
	}
	if colon+1 < l.last && f.d.Glued(colon+1) && f.d.Tokens[colon+1].Kind != doc.Punct {
		return
	}
	l.words, l.name = colon+1, phrase{first, end, end - 1}
	l.label = f.d.LowerIn(f.d.Cover(first, end))
}

// opensMark reports whether token i is a mark that opens a quotation.
func (f *finder) opensMark(i int) bool { return f.word(i, "“", "\"", "‘", "«", "„", "``", "''") }

// word reports whether token i, inside quotations too, is one of a few words.
func (f *finder) word(i int, words ...string) bool {
	return i < len(f.d.Tokens) && slices.Contains(words, f.d.Lower(i))
}

// maxName and maxLabel are how many tokens the name in a label has at most, and what may stand behind it there.
const (
	maxName  = 6
	maxLabel = 10
)

// letterLabel returns where the words begin behind a letter that says who speaks, and which it is: "q" or "a".
func (f *finder) letterLabel(i, last int) (words int, label string) {
	switch f.d.Word(i) {
	case "Q", "Question", "QUESTION":
		label = "q"
	case "A", "Answer", "ANSWER":
		label = "a"
	case "Q.":
		return i + 1, "q"
	case "A.":
		return i + 1, "a"
	}
	if label == "" || i+1 >= last || !f.word(i+1, ":", ".", ")") || !f.word(i+1, ":") && len(f.d.Word(i)) > 1 {
		return 0, ""
	}
	return i + 2, label
}

// inLabel reports whether token i can stand in a name before a colon.
func (f *finder) inLabel(i int) bool {
	switch f.d.Tokens[i].Kind {
	case doc.Word:
		return f.d.Capital(i) || particles[f.d.Lower(i)]
	case doc.Punct:
		return f.word(i, "-", ".", "'", "’") && f.d.Glued(i)
	default:
		return false
	}
}

// pastAddition returns the token behind what stands at i between a name and its colon: "(laughing)", ", the mayor".
func (f *finder) pastAddition(i, last int) int {
	if !f.word(i, "(", "[", ",") {
		return i
	}
	for t := i + 1; t < min(i+maxLabel, last); t++ {
		if f.word(t, ":") {
			return t
		}
	}
	return i
}

// particles stand within names in lower case.
var particles = set("de", "da", "do", "dos", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den", "ter", "al", "el", "bin", "of", "the", "and")
