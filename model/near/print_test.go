package near_test

import (
	"testing"

	"reader/model/near"
)

func TestQuotesOfTheSameWordsHaveTheSamePrint(t *testing.T) {
	t.Parallel()
	const words = "They come for the bread, and stay for the quiet."
	p := near.PrintOf(words)
	for _, same := range []string{"“They come for the bread and stay for the quiet,”", "THEY COME—for the bread … and stay for thé quiet"} {
		if near.PrintOf(same) != p {
			t.Errorf("%q has another print than %q", same, words)
		}
	}
	for _, other := range []string{"They come for the bread.", "They come for the bread, and stay for the noise.", "", "…"} {
		if near.PrintOf(other) == p {
			t.Errorf("%q has the print of %q", other, words)
		}
	}
}

func TestOnlyLongQuotesAreKnownAnywhere(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]bool{"": false, "…": false, "No comment.": false, "We will not do that.": true, "We won’t do that.": false} {
		if got := near.PrintOf(words).Long(); got != want {
			t.Errorf("%q: long is %t", words, got)
		}
	}
	if near.PrintOf("—") != 0 || near.PrintOf("No") == 0 {
		t.Error("0 is not the print of no words alone")
	}
}

func BenchmarkPrintOf(b *testing.B) {
	for b.Loop() {
		near.PrintOf("“This is the safest dam in the country, and our children will swim in the lake behind it,”")
	}
}
