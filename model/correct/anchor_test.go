package correct_test

import (
	"strings"
	"testing"

	"reader/model"
	"reader/model/correct"
)

// An article was edited after it was corrected: what was corrected is found again by its words, or is not
// applied at all, but never to anything else.
func TestCorrectionsOfEditedArticles(t *testing.T) {
	t.Parallel()
	const before = "Strike\n\n\"No,\" said Ada Harl. She left.\n\n\"No,\" said Tom Brandt. He stayed.\n\n\"The offer of last week still stands,\" Harl said.\n"
	const offer = `"The offer of last week still stands,"`
	const rain = "It rained all day in the port.\n\n" // as long as the paragraph of the first of two alike
	for _, c := range []struct {
		name   string
		words  string // of the nth quote that is corrected
		nth    int
		edited string
		want   string // the article's text before the quote that is corrected then; "": none is
	}{
		{"not at all", offer, 0, before, "He stayed.\n\n"},
		{"the first of two alike, not at all", `"No,"`, 0, before, "Strike\n\n"},
		{"the second of two alike, not at all", `"No,"`, 1, before, "She left.\n\n"},
		{"a paragraph in front", offer, 0, strings.Replace(before, "Strike\n\n", "Strike\n\nIt rained in the port.\n\n", 1), "He stayed.\n\n"},
		{"a paragraph in front of two alike", `"No,"`, 0, strings.Replace(before, "Strike\n\n", "Strike\n\nIt rained.\n\n", 1), "rained.\n\n"},
		{"so long a one that the other comes to stand there", `"No,"`, 1, strings.Replace(before, "Strike\n\n", "Strike\n\n"+rain, 1), "She left.\n\n"},
		{"what is behind two alike", `"No,"`, 1, strings.ReplaceAll(before, "said", "cried"), "She left.\n\n"},
		{"a paragraph in front, and all that was there once more, far behind", offer, 0, "Strike\n\nIt rained.\n\n" + strings.Repeat(before[len("Strike\n\n"):]+"\n", 2), "It rained.\n\n\"No,\" said Ada Harl. She left.\n\n\"No,\" said Tom Brandt. He stayed.\n\n"},
		{"all around it, but it is unlike all else", offer, 0, "Strike\n\nYesterday " + offer + " she went on.\n", "Yesterday "},
		{"its words", offer, 0, strings.Replace(before, "last week", "this week", 1), ""},
		{"it was taken out", `"No,"`, 0, strings.Replace(before, "\"No,\" said Ada Harl. ", "", 1), ""},
		{"all around two alike", `"No,"`, 0, "Strike\n\nFirst \"No,\" it was, and \"No,\" again.\n", ""},
		{"the same paragraph twice, and one in front", `"No,"`, 0, "Strike\n\nIt rained.\n\n\"No,\" said Ada Harl. She left.\n\n\"No,\" said Ada Harl. She left.\n", ""},
	} {
		a := read(t, before)
		i := -1
		for range c.nth + 1 {
			i += 1 + strings.Index(a.Text[i+1:], c.words)
		}
		cs := []correct.Correction{{
			Op: correct.Speaker, Is: person("Ida Quist"),
			Anchor: correct.At(a, model.Body, model.Span{Start: uint32(i), End: uint32(i + len(c.words))}),
		}}
		b := read(t, c.edited)
		unplaced := correct.Apply(b, cs)
		got := ""
		for j := range b.Quotes {
			if q := &b.Quotes[j]; q.Rule == model.RuleUser {
				got += "|" + b.Text[:q.Span.Start]
			}
		}
		placed := len(unplaced) == 0
		if placed != (c.want != "") || placed && (!strings.HasSuffix(got, c.want) || strings.Count(got, "|") > 1) {
			t.Errorf("%s: applied behind %q (%d not placed), want behind %q", c.name, got, len(unplaced), c.want)
		}
	}
}

// The words of a page can be chosen so as to make looking for them long; it is not.
func TestAnchorsAreFoundInLinearTime(t *testing.T) {
	t.Parallel()
	a := &model.Article{Text: strings.Repeat("ab", 1<<20)}
	anchor := correct.Anchor{Words: strings.Repeat("ab", 1<<19) + "x"}
	dense := correct.Anchor{Span: model.Span{Start: 3, End: 5}, Words: "ab", Before: strings.Repeat("ba", 12), After: strings.Repeat("ab", 12)}
	cs := []correct.Correction{{Op: correct.NotQuote, Anchor: anchor}, {Op: correct.NotQuote, Anchor: dense}}
	if got := correct.Apply(a, cs); len(got) != 2 {
		t.Errorf("%d of the corrections are not placed, want 2", len(got))
	}
}
