package tag_test

import (
	"strings"
	"testing"

	"reader/model/nlp/doc"
	"reader/model/nlp/doc/doctest"
	"reader/model/nlp/sentence"
	"reader/model/nlp/tag"
	"reader/model/nlp/token"

	"golang.org/x/tools/txtar"
)

var names = strings.Fields("X ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB")

// In testdata/tags.txtar each word that matters is followed by "/" and its tag.
func TestTag(t *testing.T) {
	cases, err := txtar.ParseFile("testdata/tags.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range cases.Files {
		t.Run(f.Name, func(t *testing.T) {
			for line := range strings.SplitSeq(strings.TrimSpace(string(f.Data)), "\n") {
				var text strings.Builder
				want := map[int]string{}
				for word := range strings.FieldsSeq(line) {
					w, tag, ok := strings.Cut(word, "/")
					if ok {
						want[text.Len()] = tag
					}
					text.WriteString(w + " ")
				}
				d := tagged(text.String())
				for at, name := range want {
					i := d.TokenAt(uint32(at))
					if got := names[d.Tokens[i].Tag]; got != name {
						t.Errorf("%s\n%s is %s, want %s", text.String(), d.Word(i), got, name)
					}
				}
			}
		})
	}
}

func tagged(text string) *doc.Document {
	d := doctest.New(text)
	token.Split(d)
	sentence.Split(d)
	tag.Tag(d)
	return d
}

func FuzzTag(f *testing.F) {
	f.Add("The U.S. can't say 10% of it.\n\n& 'x' 🙂 a@b.cd 90s")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		d := tagged(text)
		for i, tok := range d.Tokens {
			if tok.Tag > doc.VERB {
				t.Fatalf("token %q has tag %d", d.Word(i), tok.Tag)
			}
			if tok.Kind == doc.Number && tok.Tag != doc.NUM && tok.Tag != doc.NOUN && tok.Tag != doc.ADJ {
				t.Fatalf("number %q is %s", d.Word(i), names[tok.Tag])
			}
		}
	})
}

func BenchmarkTag(b *testing.B) {
	text := strings.Repeat(`"We don't want a fight," said Gen. Abe Cole, who leads the U.S.-led force. The talks ended on Monday. `, 500)
	d := doctest.New(text)
	token.Split(d)
	sentence.Split(d)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		tag.Tag(d)
	}
	b.ReportMetric(float64(len(d.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
