package mark_test

import (
	"fmt"
	"strings"
	"testing"

	"reader/model/nlp/doc"
	"reader/model/nlp/doc/doctest"
	"reader/model/nlp/mark"
	"reader/model/nlp/token"

	"golang.org/x/tools/txtar"
)

// In testdata/marks.txtar each text is followed by its marks after "= ", one a line, with the depth if it is
// not 0, "<" if it is continued, ">" if it is unclosed. "¶" is the end of
// a paragraph, \n that of a line.
func TestPair(t *testing.T) {
	cases, err := txtar.ParseFile("testdata/marks.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range cases.Files {
		t.Run(f.Name, func(t *testing.T) {
			for c := range strings.SplitSeq(strings.TrimSpace(string(f.Data)), "\n\n") {
				text, want, _ := strings.Cut(c, "\n")
				if got := show(pair(strings.NewReplacer(" ¶ ", "\n\n", `\n`, "\n").Replace(text))); got != want {
					t.Errorf("%s\ngot\n%s\nwant\n%s", text, got, want)
				}
			}
		})
	}
}

func pair(text string) *doc.Document {
	d := doctest.New(text)
	token.Split(d)
	mark.Pair(d)
	return d
}

func show(d *doc.Document) string {
	lines := make([]string, 0, len(d.Marks))
	for _, m := range d.Marks {
		line := "= "
		if m.Depth > 0 {
			line += fmt.Sprint(m.Depth, " ")
		}
		if m.Continued {
			line += "< "
		}
		line += strings.ReplaceAll(m.Span.In(d.Text), "\n", `\n`)
		if m.Unclosed {
			line += " >"
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func FuzzPair(f *testing.F) {
	for _, s := range []string{
		`"a 'b' c" 'd "e" f'`, "“a ”b “ c” ‘d’ e’\n\n“f", "\"a\n\n\"b\"\n\nc\" 5'10\"", "``a'' '''b'''", `' " ' " '`, "«a» »b«",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		d := pair(text)
		for i, m := range d.Marks {
			p := d.Paragraphs[m.Paragraph]
			if m.Span.Empty() || !p.Span.Contains(m.Span) {
				t.Fatalf("mark %v lies not in its paragraph %v", m.Span, p.Span)
			}
			depth := 0
			for _, b := range d.Marks[:i] {
				if b.Span.Start > m.Span.Start {
					t.Fatalf("mark %v stands after %v", b.Span, m.Span)
				}
				if b.Span.Contains(m.Span) {
					depth++
				} else if b.Span.Overlaps(m.Span) {
					t.Fatalf("marks %v and %v cross in %q", b.Span, m.Span, text)
				}
			}
			if depth != m.Depth {
				t.Fatalf("mark %v has depth %d, want %d in %q", m.Span, m.Depth, depth, text)
			}
		}
	})
}

func BenchmarkPair(b *testing.B) {
	text := strings.Repeat(`"We don't want a 'big' fight," the workers' leader said. "We want peace."`+"\n\n", 500)
	d := doctest.New(text)
	token.Split(d)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		d.Marks = d.Marks[:0]
		mark.Pair(d)
	}
}
