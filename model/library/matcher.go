package library

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reader/model"
	"reader/model/query"
)

// matcher finds what a value of a query means in texts. It is for one goroutine.
type matcher interface {
	// in reports whether it stands in text.
	in(text string) bool
	// all yields where it stands in text, from left to right.
	all(text string) iter.Seq[model.Span]
}

// newMatcher returns a matcher for v, which finds nothing if v is nothing but accents.
func newMatcher(v query.Value) matcher {
	switch v.Form {
	case query.Regexp:
		return newPattern(v)
	case query.Fuzzy:
		return newFuzzy(v.Text)
	default:
		return newNeedle(v.Text, v.Form == query.Phrase)
	}
}

// needle looks for words, folded, in others: where a word begins, and if whole is set to where one ends.
type needle struct {
	folded string
	whole  bool
	word   bool      // it begins with a letter or digit
	stop   [256]bool // the bytes at which a match may begin
}

func newNeedle(s string, whole bool) *needle {
	n := &needle{folded: strings.Join(strings.Fields(Fold(s)), " "), whole: whole}
	if n.folded == "" {
		return n
	}
	first := n.folded[0]
	r, _ := utf8.DecodeRuneInString(n.folded)
	n.word = inWord(r)
	n.stop[first] = true
	n.stop[unicode.ToUpper(rune(first))&0x7f] = true
	for c := utf8.RuneSelf; c < len(n.stop); c++ {
		n.stop[c] = true
	}
	return n
}

func (n *needle) in(text string) bool {
	at, _ := n.next(text, 0)
	return at >= 0
}

func (n *needle) all(text string) iter.Seq[model.Span] {
	return func(yield func(model.Span) bool) {
		for from := 0; ; {
			start, end := n.next(text, from)
			if start < 0 || !yield(model.Span{Start: uint32(start), End: uint32(end)}) {
				return
			}
			from = end
		}
	}
}

// next returns where n stands next in text, at the byte from or behind it; -1 if nowhere. It does not allocate.
func (n *needle) next(text string, from int) (start, end int) {
	if n.folded == "" {
		return -1, -1
	}
	for i := from; i < len(text); {
		if !n.stop[text[i]] || n.word && i > 0 && isPlain(text[i]) && isPlain(text[i-1]) {
			i++
			continue
		}
		if end := n.at(text, i); end >= 0 {
			return i, end
		}
		_, size := utf8.DecodeRuneInString(text[i:])
		i += size
	}
	return -1, -1
}

// isPlain reports whether c is a letter or digit by itself.
func isPlain(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

// at returns where n ends that begins at text[i], or -1 if it doesn't.
func (n *needle) at(text string, i int) int {
	if before, _ := utf8.DecodeLastRuneInString(text[:i]); i > 0 {
		if r, _ := utf8.DecodeRuneInString(text[i:]); sameWord(before, r) {
			return -1
		}
	}
	length, rest := begins(text[i:], n.folded)
	if length < 0 {
		return -1
	}
	end := i + length
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if !unicode.Is(unicode.Mn, r) {
			break
		}
		end += size
	}
	if !n.whole {
		return end
	}
	last, _ := utf8.DecodeLastRuneInString(n.folded)
	next, size := utf8.DecodeRuneInString(rest)
	if size == 0 {
		next, size = utf8.DecodeRuneInString(text[end:])
	}
	if size > 0 && sameWord(last, next) {
		return -1
	}
	return end
}

// begins returns how many bytes of text are needle, when they are folded and line ends are blanks, and what of the last
// letter is not needle any more; -1 if text does not begin with it.
func begins(text, needle string) (length int, rest string) {
	var buf [32]byte
	for length < len(text) {
		r, size := utf8.DecodeRuneInString(text[length:])
		if r == '\n' {
			r = ' '
		}
		part := appendFold(buf[:0], r)
		n := min(len(part), len(needle))
		if string(part[:n]) != needle[:n] {
			break
		}
		length += size
		if needle = needle[n:]; needle == "" {
			return length, string(part[n:])
		}
	}
	return -1, ""
}

// sameWord reports whether two characters that stand side by side are of one word.
func sameWord(a, b rune) bool { return inWord(a) && inWord(b) && !unspaced(a) && !unspaced(b) }

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}

// unspaced reports whether r is of a script that writes no blanks between words.
func unspaced(r rune) bool {
	return r >= 0x0e00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// fuzzy looks for words side by side that are spelt much like those wanted.
type fuzzy struct {
	wanted []string
	near   map[string][]uint64 // of each word of what stands between two blanks: a bit for every wanted word that it is like
}

// maxFuzzy is how many words it looks for at most: as many as there are bits.
const maxFuzzy = 64

func newFuzzy(s string) *fuzzy {
	all := slices.Collect(each(words(s)))
	return &fuzzy{wanted: all[:min(len(all), maxFuzzy)], near: map[string][]uint64{}}
}

func (f *fuzzy) in(text string) bool {
	for range f.all(text) {
		return true
	}
	return false
}

func (f *fuzzy) all(text string) iter.Seq[model.Span] {
	return func(yield func(model.Span) bool) {
		if len(f.wanted) == 0 {
			return
		}
		var starts []int // of the words so far
		var fits uint64  // a bit for each way in which the last words may be the first of those wanted
		done := uint64(1) << (len(f.wanted) - 1)
		for start, chunk := range chunks(text) {
			for _, near := range f.like(chunk) {
				starts = append(starts, start)
				fits = (fits<<1 | 1) & near
				if fits&done == 0 {
					continue
				}
				first := starts[len(starts)-len(f.wanted)]
				if !yield(trimmed(text, first, start+len(chunk))) {
					return
				}
			}
		}
	}
}

// like returns which of the wanted words each word of chunk is like.
func (f *fuzzy) like(chunk string) []uint64 {
	near, known := f.near[chunk]
	if known {
		return near
	}
	for word := range each(words(chunk)) {
		bits := uint64(0)
		for i, wanted := range f.wanted {
			if query.Slips(wanted, word) {
				bits |= 1 << i
			}
		}
		near = append(near, bits)
	}
	f.near[chunk] = near
	return near
}

// chunks yields what stands between blanks in text, and where.
func chunks(text string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		start := -1
		for i, r := range text {
			switch blank := unicode.IsSpace(r); {
			case blank && start >= 0:
				if !yield(start, text[start:i]) {
					return
				}
				start = -1
			case !blank && start < 0:
				start = i
			}
		}
		if start >= 0 {
			yield(start, text[start:])
		}
	}
}

// trimmed returns text[start:end] without the punctuation at both ends.
func trimmed(text string, start, end int) model.Span {
	notWord := func(r rune) bool { return !inWord(r) }
	s := text[start:end]
	start += len(s) - len(strings.TrimLeftFunc(s, notWord))
	end -= len(s) - len(strings.TrimRightFunc(s, notWord))
	return model.Span{Start: uint32(start), End: uint32(max(start, end))}
}
