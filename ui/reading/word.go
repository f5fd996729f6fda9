package reading

import (
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"github.com/clipperhouse/uax29/v2/words"

	"reader/model"
)

// wordAt returns the word of text that stands at at, by the rules of Unicode: "don’t", "1,203", one mark of punctuation.
// On white space it is the next word, after the last the last; empty in a text without words.
func wordAt(text string, at uint32) model.Span {
	at = min(at, uint32(len(text)))
	if next, ok := wordFrom(text, at); ok {
		return next
	}
	last, _ := wordBefore(text, at)
	return last
}

// wordAfter returns the word that follows w in text.
func wordAfter(text string, w model.Span) (model.Span, bool) { return wordFrom(text, w.End) }

// wordFrom returns the first word of text that ends after at.
func wordFrom(text string, at uint32) (model.Span, bool) {
	blanks := strings.IndexFunc(text[at:], func(r rune) bool { return !unicode.IsSpace(r) })
	if blanks < 0 {
		return model.Span{}, false
	}
	at += uint32(blanks)
	for _, w := range chunk(text, at) {
		if w.End > at {
			return w, true
		}
	}
	return model.Span{}, false
}

// wordBefore returns the last word of text that starts before at.
func wordBefore(text string, at uint32) (model.Span, bool) {
	end := len(strings.TrimRightFunc(text[:at], unicode.IsSpace))
	if end == 0 {
		return model.Span{}, false
	}
	var last model.Span
	for _, w := range chunk(text, uint32(end-1)) {
		if w.Start < at {
			last = w
		}
	}
	return last, true
}

// chunk returns the words of text from the white space before at to the white space after. None ends within a
// character as the terminal draws it.
func chunk(text string, at uint32) []model.Span {
	start := len(strings.TrimRightFunc(text[:at], func(r rune) bool { return !unicode.IsSpace(r) }))
	part := text[start:]
	if n := strings.IndexFunc(text[at:], unicode.IsSpace); n >= 0 {
		part = text[start : int(at)+n]
	}
	var out []model.Span
	from, to, drawn := 0, 0, 0
	for found := words.FromString(part); found.Next(); {
		to += len(found.Value())
		for drawn < to {
			g, _ := ansi.FirstGraphemeCluster(part[drawn:], ansi.GraphemeWidth)
			drawn += len(g)
		}
		if drawn == to {
			out = append(out, model.Span{Start: uint32(start + from), End: uint32(start + to)})
			from = to
		}
	}
	return out
}
