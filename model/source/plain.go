package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reader/model/markdown"
)

// plainBlocks returns the paragraphs of plain text in canonical form.
func plainBlocks(text string) []markdown.Block {
	text = Sanitize(strings.ReplaceAll(text, "\f", "\n\n"))
	paragraphs := splitParagraphs(text)
	width := wrapWidth(paragraphs)
	var hyphens hyphenation
	if width > 0 {
		hyphens.text = text[:min(len(text), maxLearned)]
	}
	var out []markdown.Block
	for _, lines := range paragraphs {
		for _, p := range joinLines(lines, width, hyphens) {
			out = append(out, markdown.Block{Markdown: markdown.Escape(p), Text: p})
		}
	}
	return out
}

// splitParagraphs returns the lines of each paragraph, without blanks at their ends or two in a row.
func splitParagraphs(text string) [][]string {
	var out [][]string
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = squeeze(line); line != "" {
			lines = append(lines, line)
			continue
		}
		if len(lines) > 0 {
			out = append(out, lines)
			lines = nil
		}
	}
	if len(lines) > 0 {
		out = append(out, lines)
	}
	return out
}

// squeeze makes every run of blanks in line one, at the ends none.
func squeeze(line string) string {
	line = strings.TrimSpace(line)
	if strings.Contains(line, "  ") {
		return strings.Join(strings.FieldsFunc(line, func(r rune) bool { return r == ' ' }), " ")
	}
	return line
}

// How lines end in hard-wrapped text, in characters.
const (
	minWidth  = 40  // columns narrower than this are lists, tables or verse
	maxWidth  = 130 // longer lines are paragraphs
	tolerance = 22  // a line is full if the next word might not have fitted
)

// wrapWidth returns the width to which text is wrapped, or 0 if it is not: most lines that another follows must
// end near one width, and most of these in mid-sentence.
func wrapWidth(paragraphs [][]string) int {
	width, followed := 0, 0
	for _, lines := range paragraphs {
		for _, line := range lines[:len(lines)-1] {
			width = max(width, utf8.RuneCountInString(line))
			followed++
		}
	}
	if followed < 3 || width < minWidth || width > maxWidth {
		return 0
	}
	full, torn := 0, 0
	for _, lines := range paragraphs {
		for _, line := range lines[:len(lines)-1] {
			if utf8.RuneCountInString(line) < width-tolerance {
				continue
			}
			full++
			if !endsSentence(line) {
				torn++
			}
		}
	}
	if full*10 < followed*6 || torn*10 < full*6 {
		return 0
	}
	return width
}

// joinLines returns the paragraphs that lines make. In text wrapped to width a full line goes on in the next one.
// Otherwise a line that ends a sentence, or is long, is a paragraph of its own, and "\n" parts short ones.
func joinLines(lines []string, width int, hyphens hyphenation) []string {
	if len(lines) == 1 {
		return lines
	}
	var out []string
	current := []byte(lines[0])
	for i, next := range lines[1:] {
		line := lines[i]
		length := utf8.RuneCountInString(line)
		wrapped := width > 0 && length >= width-tolerance && length <= width && !isItem(next)
		switch {
		case len(current) > maxLine, !wrapped && (endsSentence(line) || length > maxWidth && !startsLower(next)):
			out = append(out, string(current))
			current = current[:0]
		case width > 0 && isHyphenated(line, next):
			if hyphens.splits(line, next) {
				current = current[:len(current)-1]
			}
		case wrapped, length > 50 && startsLower(next):
			current = append(current, ' ')
		default:
			current = append(current, '\n')
		}
		current = append(current, next...)
	}
	return append(out, string(current))
}

// endsSentence reports whether s ends where a sentence can end.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)]*_ ")
	return s == "" || strings.ContainsAny(s[len(s)-1:], ".!?:;") || strings.HasSuffix(s, "…") || strings.HasSuffix(s, "。")
}

// startsLower reports whether s goes on in mid-sentence: with a word in lower case, not one like "iPhone".
func startsLower(s string) bool {
	word, _, _ := strings.Cut(s, " ")
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(r) && word == strings.ToLower(word)
}

// isItem reports whether line looks like an item of a list.
func isItem(line string) bool {
	mark, _, ok := strings.Cut(line, " ")
	if !ok {
		return false
	}
	switch mark {
	case "-", "*", "•", "–", "—", "+":
		return true
	}
	digits := strings.TrimRight(mark, ".)")
	return digits != mark && digits != "" && strings.Trim(digits, "0123456789") == ""
}

// maxLearned is how much of a text is searched for words with and without their hyphens, in bytes.
const maxLearned = 8 << 10

// hyphenation tells the hyphens at line ends that were set there from those of the words.
type hyphenation struct {
	text string // what there is to learn from, up to maxLearned
}

// isHyphenated reports whether a word goes on from line to next, unlike the first of "pre- and post-war".
func isHyphenated(line, next string) bool {
	before, ok := strings.CutSuffix(line, "-")
	r, _ := utf8.DecodeLastRuneInString(before)
	word, _, _ := strings.Cut(next, " ")
	return ok && unicode.IsLetter(r) && startsLower(next) && word != "and" && word != "or" && word != "to"
}

// splits reports whether the hyphen between line and next is none of the word. A compound that stands in the text
// elsewhere, or that begins as compounds do, keeps its hyphen.
func (h hyphenation) splits(line, next string) bool {
	head := line[strings.LastIndexAny(line[:len(line)-1], " -—(“\"'‘")+1 : len(line)-1]
	tail := next
	if end := strings.IndexFunc(next, func(r rune) bool { return !unicode.IsLetter(r) }); end >= 0 {
		tail = next[:end]
	}
	if head == "" || tail == "" || strings.Contains(h.text, head+"-"+tail) || strings.IndexFunc(head, unicode.IsDigit) >= 0 {
		return false
	}
	if strings.Contains(h.text, head+tail) {
		return true
	}
	return !isCompoundHead(strings.ToLower(head))
}

func isCompoundHead(word string) bool {
	switch word {
	case "all", "anti", "best", "big", "co", "cross", "ex", "far", "fast", "first", "full", "good", "half", "hard", "high", "in", "large",
		"last", "left", "long", "low", "mid", "multi", "near", "new", "no", "non", "off", "old", "on", "one", "open", "out", "over",
		"part", "post", "pre", "pro", "re", "right", "second", "self", "semi", "short", "single", "small", "so", "state", "third",
		"three", "two", "ultra", "under", "up", "vice", "well", "world", "year":
		return true
	}
	return false
}
