package feature_test

import (
	"strings"
	"testing"

	"reader/model/nlp/feature"
)

func word(s string) feature.Word { return feature.NewWord(s, strings.ToLower(s)) }

// Words of one shape look alike to the taggers, others do not.
func TestShapes(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"London", "Warsaw", true},
		{"Řím", "Rome", true},
		{"NATO", "OSCE", true},
		{"NATO", "A", false},
		{"London", "LONDON", false},
		{"1996", "07", true},
		{"U.N.", "U.S.", true},
		{"iPhone", "phone", false},
		{"O'Brien", "O'Hara", true},
	} {
		if got := word(c.a).Shape == word(c.b).Shape; got != c.same {
			t.Errorf("%s and %s have one shape: %v, want %v", c.a, c.b, got, c.same)
		}
	}
}

func TestForms(t *testing.T) {
	for text, want := range map[string]uint32{
		"London": feature.HasUpper | feature.HasLower | feature.FirstUpper,
		"iPad":   feature.HasUpper | feature.HasLower,
		"A":      feature.HasUpper | feature.FirstUpper | feature.OneRune,
		"é":      feature.HasLower | feature.OneRune,
		"3.5":    feature.HasDigit | feature.HasOther,
	} {
		if got := word(text).Form; got != want {
			t.Errorf("%s: form %b, want %b", text, got, want)
		}
	}
}

// Numbers and quotation marks are told apart by what they are, not by how they are written.
func TestNumbersAndMarksCountAsOne(t *testing.T) {
	for a, b := range map[string]string{"1996": "2011", "’s": "'s", "“": `"`} {
		if word(a).Text != word(b).Text {
			t.Errorf("%s and %s are two", a, b)
		}
	}
}

func TestSuffixesOfShortWordsAreTheWord(t *testing.T) {
	w := word("in")
	if w.Suffix[4] != w.Suffix[2] || w.Prefix[3] != w.Prefix[2] || w.Suffix[1] == w.Suffix[2] {
		t.Errorf("suffixes %x, prefixes %x", w.Suffix, w.Prefix)
	}
}

// A capital in a title, or at the beginning of a sentence, says less.
func TestMarkCase(t *testing.T) {
	mark := func(text string) []feature.Word {
		var words []feature.Word
		for w := range strings.FieldsSeq(text) {
			words = append(words, word(w))
		}
		feature.MarkCase(words)
		return words
	}
	title, prose := mark("Minister Says the Gates Were Old"), mark("The minister says the gates of Arden were old")
	if title[1].Form&feature.InTitle == 0 || prose[1].Form&feature.InTitle != 0 {
		t.Error("a title is not told from prose")
	}
	if prose[0].Form&feature.First == 0 || prose[1].Form&feature.First != 0 {
		t.Error("the first word is not told from the second")
	}
	if mark("Old Gates Fall")[0].Form&feature.InTitle != 0 {
		t.Error("three words are taken for a title")
	}
}
