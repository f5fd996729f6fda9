package sentence_test

import (
	"strings"
	"testing"

	"reader/model/nlp/doc"
	"reader/model/nlp/doc/doctest"
	"reader/model/nlp/sentence"
	"reader/model/nlp/token"

	"golang.org/x/tools/txtar"
)

// In testdata/sentences.txtar "|" stands between sentences, an empty line between paragraphs.
func TestSplit(t *testing.T) {
	cases, err := txtar.ParseFile("testdata/sentences.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range cases.Files {
		t.Run(f.Name, func(t *testing.T) {
			for want := range strings.SplitSeq(strings.TrimSpace(string(f.Data)), "\n") {
				d := split(strings.NewReplacer(" | ", " ", "|", "", `\n`, "\n").Replace(want))
				if got := show(d); got != strings.NewReplacer(`\n|`, " | ").Replace(want) {
					t.Errorf("\n got %s\nwant %s", got, want)
				}
			}
		})
	}
}

func split(text string) *doc.Document {
	d := doctest.New(text)
	token.Split(d)
	sentence.Split(d)
	return d
}

func show(d *doc.Document) string {
	var b strings.Builder
	for i, s := range d.Sentences {
		span := d.SentenceSpan(s)
		if i > 0 {
			b.WriteString([]string{"|", " | "}[min(1, int(span.Start-d.SentenceSpan(d.Sentences[i-1]).End))])
		}
		b.WriteString(span.In(d.Text))
	}
	return b.String()
}

func FuzzSplit(f *testing.F) {
	for _, s := range []string{
		`"Why?" he asked. "No." U.S. The end...`, "1. Go.\nHome (yes.) ok\n\n.\n\n!", "Dr. J. a.m. ''", "? ? \" . \" A",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		d := split(text)
		next := 0
		for i, s := range d.Sentences {
			p := d.Paragraphs[s.Paragraph]
			if s.First != next || s.Last <= s.First || s.First < p.First || s.Last > p.Last {
				t.Fatalf("sentence %d is %+v after token %d in %+v", i, s, next, p)
			}
			if strings.Contains(d.SentenceSpan(s).In(d.Text), "\n") && !strings.Contains(strings.TrimSpace(d.Word(s.First)), "\n") {
				t.Fatalf("sentence %d runs over a line break", i)
			}
			next = s.Last
		}
		if next != len(d.Tokens) {
			t.Fatalf("%d of %d tokens are in sentences", next, len(d.Tokens))
		}
	})
}

func BenchmarkSplit(b *testing.B) {
	text := strings.Repeat(`"Are we late?" Gen. A. B. Cole asked in the U.S. on Jan. 5. "No." He said $3.5 million wasn't enough. `, 500)
	d := doctest.New(text)
	token.Split(d)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		sentence.Split(d)
	}
}
