package markdown

import (
	"bytes"
	"html"

	"github.com/yuin/goldmark/util"
)

// maxEntity is the length of the longest named entity, "&CounterClockwiseContourIntegral;", and some more.
const maxEntity = 40

// escape is an entity or a backslash escape in the source.
type escape struct {
	text string // what it stands for
	size int    // its length in the source; 0: there is none
}

// nextEscape returns the place of the first entity or backslash escape in source at or after start, or len(source).
func nextEscape(source []byte, start int) (int, escape) {
	for i := start; i < len(source); i++ {
		switch source[i] {
		case '\\':
			if i+1 < len(source) && util.IsPunct(source[i+1]) {
				return i, escape{string(source[i+1 : i+2]), 2}
			}
		case '&':
			if e := entity(source[i:]); e.size > 0 {
				return i, e
			}
		}
	}
	return len(source), escape{}
}

// entity decodes the entity at the start of source, as CommonMark has it: closed by a semicolon.
func entity(source []byte) escape {
	end := bytes.IndexByte(source[:min(len(source), maxEntity)], ';')
	if end < 2 {
		return escape{}
	}
	name := source[1:end]
	if name[0] == '#' && !isNumeric(name[1:]) {
		return escape{}
	}
	if _, ok := util.LookUpHTML5EntityByName(string(name)); name[0] != '#' && !ok {
		return escape{}
	}
	return escape{html.UnescapeString(string(source[:end+1])), end + 1}
}

// isNumeric reports whether s is the number of a numeric reference: up to 7 digits, or "x" and up to 6 of
// base 16.
func isNumeric(s []byte) bool {
	limit, digit := 7, util.IsNumeric
	if len(s) > 0 && (s[0] == 'x' || s[0] == 'X') {
		s, limit, digit = s[1:], 6, util.IsHexDecimal
	}
	for _, c := range s {
		if !digit(c) {
			return false
		}
	}
	return 0 < len(s) && len(s) <= limit
}
