package token_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"reader/model"
	"reader/model/nlp/doc"
	"reader/model/nlp/doc/doctest"
	"reader/model/nlp/token"

	"golang.org/x/tools/txtar"
)

// Each file of testdata/tokens.txtar is lines of text, each followed by its tokens, parted by blanks, after "=".
func TestSplit(t *testing.T) {
	cases, err := txtar.ParseFile("testdata/tokens.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range cases.Files {
		t.Run(f.Name, func(t *testing.T) {
			var text string
			for line := range strings.Lines(string(f.Data)) {
				line = strings.TrimSuffix(line, "\n")
				want, ok := strings.CutPrefix(line, "= ")
				if !ok {
					text = line
					continue
				}
				d := doctest.New(text)
				token.Split(d)
				if got := words(d); got != want {
					t.Errorf("%s\n got %s\nwant %s", text, got, want)
				}
			}
		})
	}
}

func words(d *doc.Document) string {
	out := make([]string, 0, len(d.Tokens))
	for i := range d.Tokens {
		out = append(out, strings.ReplaceAll(d.Word(i), " ", "_"))
	}
	return strings.Join(out, " ")
}

func TestKinds(t *testing.T) {
	kinds := [...]string{doc.Word: "word", doc.Number: "number", doc.Punct: "punct", doc.Symbol: "symbol", doc.Other: "other"}
	for text, want := range map[string]string{
		"NATO":                     "word",
		"don't":                    "word word",
		"2,000":                    "number",
		"10th":                     "number",
		"3D":                       "word",
		"…":                        "punct",
		"—":                        "punct",
		"$10":                      "symbol number",
		"€":                        "symbol",
		"👍🏽":                       "symbol",
		"12%":                      "number symbol",
		"https://example.org/a?b=": "other",
		"desk@example.org":         "other",
		"@desk":                    "other",
		"'90s":                     "number",
		"'":                        "punct",
		"São":                      "word",
	} {
		d := doctest.New(text)
		token.Split(d)
		var got []string
		for _, tok := range d.Tokens {
			got = append(got, kinds[tok.Kind])
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: %s, want %s", text, s, want)
		}
	}
}

func TestParagraphs(t *testing.T) {
	d := doc.New(doctest.Article("One two", "Three.\n\nFour five six."))
	token.Split(d)
	got := make([]string, 0, len(d.Paragraphs))
	for _, p := range d.Paragraphs {
		got = append(got, d.Cover(p.First, p.Last).In(d.Text))
	}
	if s := strings.Join(got, "|"); s != "One two|Three.|Four five six." {
		t.Error(s)
	}
}

func FuzzSplit(f *testing.F) {
	for _, s := range []string{
		"The U.S.-led force's $10bn plan isn't dead.", "a@b.c#d http://x.y/(z). ''``--...", "🇺🇦👩‍👩‍👧 e\u0301 10\u00a0km", "x\n\n\n\ny",
		"I.'s ’tis 'em rock'n'roll", "1,2,3.4:5/6th9mm", "\u200b\ufeff\u00ad.",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		d := doctest.New(text)
		token.Split(d)
		at := uint32(0)
		next := 0
		for _, p := range d.Paragraphs {
			if p.First != next || p.Last < p.First {
				t.Fatalf("paragraph has tokens [%d,%d) after %d", p.First, p.Last, next)
			}
			next = p.Last
			for _, tok := range d.Tokens[p.First:p.Last] {
				if tok.Span.Start < at || tok.Span.Empty() || !p.Span.Contains(tok.Span) {
					t.Fatalf("token %v after %d in %v", tok.Span, at, p.Span)
				}
				wantBlank(t, d.Text, at, tok.Span.Start)
				if !utf8.ValidString(tok.Span.In(d.Text)) {
					t.Fatalf("token %q cuts a character", tok.Span.In(d.Text))
				}
				at = tok.Span.End
			}
		}
		if next != len(d.Tokens) {
			t.Fatalf("%d of %d tokens are in paragraphs", next, len(d.Tokens))
		}
		wantBlank(t, d.Text, at, uint32(len(d.Text)))
	})
}

func wantBlank(t *testing.T, text string, from, to uint32) {
	t.Helper()
	for _, r := range (model.Span{Start: from, End: to}).In(text) {
		if !unicode.IsSpace(r) && r != '\u200b' && r != '\ufeff' {
			t.Fatalf("%q of %q is in no token", r, text)
		}
	}
}

func BenchmarkSplit(b *testing.B) {
	text := strings.Repeat(`"We don't want a U.S.-led force," Gen. A. B. Cole said on Jan. 5, adding that $3.5 million wasn't enough. `, 500)
	d := doctest.New(text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		token.Split(d)
	}
}
