package linear

import (
	"strings"
	"testing"
	"unicode/utf8"

	"reader/model"
)

// Whatever is typed for the words of a quote, what is taken lies in the paragraph, between characters, and has the words typed at both ends.
func FuzzWordsOfAQuote(f *testing.F) {
	const text = "She said: “The turbines’ noise, 2 of them, would end.” Nobody knew when."
	for _, typed := range []string{"1", "1 to 2", "2-1", "9999", "the turbines … would end", "nobody ... when", "...", "“", "SHE SAID", "e …", "… e", "when nobody", "2", "turbines noise"} {
		f.Add(text, typed)
	}
	f.Add("東京は「雨」です。", "東京")
	f.Fuzz(func(t *testing.T, text, typed string) {
		if !utf8.ValidString(text) || !utf8.ValidString(typed) {
			return // neither is met: both are sanitised
		}
		half := uint32(strings.Index(text+" ", " "))
		a := &model.Article{Text: text, Blocks: []model.Block{{Span: model.Span{End: uint32(len(text))}}}}
		a.Sentences = []model.Span{{End: half}, {Start: half, End: uint32(len(text))}}
		r := &Reader{at: place{article: a}}
		s, err := r.meantBy(typed)
		if err != nil {
			return
		}
		if s.End > uint32(len(text)) || s.Start > s.End || !utf8.ValidString(s.In(text)) {
			t.Fatalf("%q of %q is %v", typed, text, s)
		}
		words, taken := folded(typed), folded(s.In(text))
		if numbers.MatchString(typed) || len(words) == 0 {
			return
		}
		if len(taken) == 0 || taken[0].text != words[0].text || taken[len(taken)-1].text != words[len(words)-1].text {
			t.Fatalf("%q of %q is %q", typed, text, s.In(text))
		}
	})
}
