package library

import (
	"iter"
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reader/model"
	"reader/model/query"
)

// pattern looks for a regular expression in texts, as they stand and without accents.
type pattern struct {
	re      *regexp.Regexp
	literal string // ASCII in lower case that stands, in whatever case, in every text without accents that re matches; "" if unknown
	plain   []byte // the text without accents, where it has some; kept for its room
}

func newPattern(v query.Value) *pattern {
	re := v.Compile()
	p := &pattern{re: re}
	if tree, err := syntax.Parse(re.String(), syntax.Perl); err == nil {
		p.literal = strings.ToLower(literal(tree.Simplify()))
	}
	return p
}

// literal returns the longest ASCII text that tells whether re can match: without it re doesn't, case aside.
func literal(re *syntax.Regexp) string {
	switch re.Op {
	case syntax.OpLiteral:
		longest := ""
		for s := range strings.FieldsFuncSeq(string(re.Rune), func(r rune) bool { return r >= utf8.RuneSelf }) {
			if len(s) > len(longest) {
				longest = s
			}
		}
		return longest
	case syntax.OpCapture, syntax.OpPlus:
		return literal(re.Sub[0])
	case syntax.OpConcat:
		longest := ""
		for _, sub := range re.Sub {
			if s := literal(sub); len(s) > len(longest) {
				longest = s
			}
		}
		return longest
	default:
		return ""
	}
}

func (p *pattern) in(text string) bool {
	plain := p.unaccent(text)
	if plain == nil {
		return hasFolded(text, p.literal) && p.re.MatchString(text)
	}
	return hasFolded(plain, p.literal) && (p.re.MatchString(text) || p.re.Match(plain))
}

// hasFolded reports whether text has the ASCII text lower in any case.
func hasFolded[T string | []byte](text T, lower string) bool {
	if lower == "" {
		return true
	}
	for i := range len(text) - len(lower) + 1 {
		k := 0
		for k < len(lower) && (text[i+k] == lower[k] || 'A' <= text[i+k] && text[i+k] <= 'Z' && text[i+k]+'a'-'A' == lower[k]) {
			k++
		}
		if k == len(lower) {
			return true
		}
	}
	return false
}

// unaccent returns text without accents, as appendPlain writes it, or nil if it is ASCII. The next call overwrites it.
func (p *pattern) unaccent(text string) []byte {
	if isASCII(text) {
		return nil
	}
	p.plain = p.plain[:0]
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			p.plain = append(p.plain, text[i])
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		p.plain = appendPlain(p.plain, r)
		i += size
	}
	return p.plain
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// appendPlain appends r without accents, ligatures spelt out, in the case it has.
func appendPlain(dst []byte, r rune) []byte {
	if r < utf8.RuneSelf {
		return append(dst, byte(r))
	}
	at := len(dst)
	dst = appendFold(dst, r)
	if unicode.IsUpper(r) {
		dst = append(dst[:at], strings.ToUpper(string(dst[at:]))...)
	}
	return dst
}

func (p *pattern) all(text string) iter.Seq[model.Span] {
	return func(yield func(model.Span) bool) {
		found := p.re.FindAllStringIndex(text, -1)
		if plain := p.unaccent(text); plain != nil {
			places := p.places(text)
			for _, at := range p.re.FindAllIndex(plain, -1) {
				found = append(found, []int{places[at[0]], places[at[1]]})
			}
			slices.SortFunc(found, slices.Compare[[]int])
			found = slices.CompactFunc(found, slices.Equal[[]int])
		}
		for _, at := range found {
			if at[0] < at[1] && !yield(model.Span{Start: uint32(at[0]), End: uint32(at[1])}) {
				return
			}
		}
	}
}

// places returns for each byte of text without accents, and for its end, where what it was made of stands in text.
func (p *pattern) places(text string) []int {
	out := make([]int, 0, len(p.plain)+1)
	var buf []byte
	for i, r := range text {
		buf = appendPlain(buf[:0], r)
		for range buf {
			out = append(out, i)
		}
	}
	return append(out, len(text))
}
