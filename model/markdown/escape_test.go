package markdown

import (
	"strings"
	"testing"
)

func TestEscapeLeavesProseAlone(t *testing.T) {
	for _, s := range []string{
		"“We pay $10 million a year,” she said — 5% more than AT&T, R&D or the U.S. did (see p. 3).",
		"first paragraph\n\nsecond paragraph",
		"a_b and C:\\dir and 3 < 4 > 2 and 1. and x = y",
		"1,000 people\n\n10 Downing Street\n\n3.5 per cent",
		"-5 degrees",
	} {
		if got := Escape(s); got != s {
			t.Errorf("Escape(%q) = %q", s, got)
		}
	}
}

func TestEscape(t *testing.T) {
	for in, want := range map[string]string{
		"# 1":               "&#35; 1",
		"- dash":            "&#45; dash",
		"+ plus":            "&#43; plus",
		"> quote":           "&gt; quote",
		"1. one":            "1&#46; one",
		"2) two":            "2&#41; two",
		"---":               "&#45;--",
		"a *b* c":           "a &#42;b&#42; c",
		"[sic]":             "&#91;sic]",
		"_x_":               "&#95;x&#95;",
		"<b>":               "&lt;b>",
		"&lt;":              "&amp;lt;",
		"&copy 2020":        "&amp;copy 2020",
		`\*`:                `\\&#42;`,
		`\`:                 `\\`,
		"one\ntwo":          "one  \ntwo",
		"~5":                "&#126;5",
		"http://a.example/": "http&#58;//a.example/",
		"www.a.example":     "www&#46;a.example",
		"ann@a.example":     "ann&#64;a.example",
	} {
		if got := Escape(in); got != want {
			t.Errorf("Escape(%q) = %q, want %q", in, got, want)
		}
	}
}

// normal brings s into the form that Escape takes.
func normal(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' {
			return '?'
		}
		return r
	}, strings.ToValidUTF8(s, "?"))
	var blocks []string
	for block := range strings.SplitSeq(s, "\n\n") {
		var lines []string
		for line := range strings.SplitSeq(block, "\n") {
			if line = strings.Join(strings.Fields(line), " "); line != "" {
				lines = append(lines, line)
			}
		}
		if len(lines) > 0 {
			blocks = append(blocks, strings.Join(lines, "\n"))
		}
	}
	return strings.Join(blocks, "\n\n")
}

func FuzzEscape(f *testing.F) {
	for _, s := range []string{
		"- a\n- b", "a | b\n--- | ---\n1 | 2", "x\n===", "\\\\*a*\\", "&#27;&amp", "<https://a.example>", "[a]: b", "![x](y)", "``` a\nb",
		"www.a.example me@a.example http://a.example/_b_", "Term\n: definition", "~~a~~", "*a _b_ **c**", "a\\\nb", "1. a\n2) b",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = normal(s)
		d := Parse(Escape(s))
		if d.Text != s {
			t.Fatalf("%q escaped as %q shows as %q", s, d.Source, d.Text)
		}
		checkPieces(t, d)
	})
}

// checkPieces tests that the pieces of d lie in both texts in order and say the same there.
func checkPieces(t *testing.T, d *Document) {
	t.Helper()
	at, from := uint32(0), uint32(0)
	for _, p := range d.Pieces {
		if p.Text.Start < at || p.Source.Start < from || p.Text.Empty() {
			t.Fatalf("piece %v after %d, %d", p, at, from)
		}
		if between := d.Text[at:p.Text.Start]; strings.Trim(between, " \n") != "" {
			t.Fatalf("%q is in no piece", between)
		}
		text, source := p.Text.In(d.Text), string(d.Source[p.Source.Start:p.Source.End])
		if p.Text.Len() == p.Source.Len() && text != source {
			t.Fatalf("piece is %q in the text, %q in the source", text, source)
		}
		at, from = p.Text.End, p.Source.End
	}
	if rest := d.Text[at:]; strings.Trim(rest, " \n") != "" {
		t.Fatalf("%q is in no piece", rest)
	}
}
