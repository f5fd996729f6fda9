package name_test

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"reader/model"
	"reader/model/nlp/doc"
	"reader/model/nlp/doc/doctest"
	"reader/model/nlp/name"
	"reader/model/nlp/sentence"
	"reader/model/nlp/tag"
	"reader/model/nlp/token"
	"reader/seeds"
)

// split returns text with its tokens and sentences, not tagged yet.
func split(text string) *doc.Document {
	d := doctest.New(text)
	token.Split(d)
	sentence.Split(d)
	return d
}

func find(text string) *doc.Document {
	d := split(text)
	tag.Tag(d)
	name.Find(d)
	return d
}

func TestNames(t *testing.T) {
	cases, err := txtar.ParseFile("testdata/names.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases.Files {
		t.Run(c.Name, func(t *testing.T) {
			var text, want []string
			for line := range strings.Lines(string(c.Data)) {
				if found, ok := strings.CutPrefix(line, "> "); ok {
					want = append(want, strings.TrimSpace(found))
				} else {
					text = append(text, strings.TrimSpace(line))
				}
			}
			d := find(strings.Join(text, "\n"))
			got := make([]string, 0, len(d.Mentions))
			for _, m := range d.Mentions {
				got = append(got, line(d, m))
			}
			if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
				t.Errorf("%s\ngot\n%s\nwant\n%s", strings.Join(text, "\n"), g, w)
			}
		})
	}
}

// line tells a mention as the cases do.
func line(d *doc.Document, m doc.Mention) string {
	var known []string
	if !m.Title.Empty() {
		known = append(known, m.Title.In(d.Text))
	}
	if m.Gender != model.UnknownGender {
		known = append(known, m.Gender.String())
	}
	s := fmt.Sprintf("%v %s", m.Type, m.Span.In(d.Text))
	if len(known) > 0 {
		s += " (" + strings.Join(known, "; ") + ")"
	}
	return s
}

// Any text can be looked at: names lie in it, by place, and do not overlap.
func FuzzFind(f *testing.F) {
	f.Add("Transport Minister Mara Voss told Reuters - the U.S. agency - \"no\".")
	f.Add("van van der Der de\n\nMINISTER MINISTER & - and Minister")
	f.Add("X-Y-Z. A.B. \x00 é’s ’ ‘ “")
	f.Fuzz(func(t *testing.T, text string) {
		d := find(strings.ToValidUTF8(text, "?"))
		last := 0
		for _, m := range d.Mentions {
			if m.First < last || m.Last <= m.First || m.Last > len(d.Tokens) || m.Span != d.Cover(m.First, m.Last) {
				t.Fatalf("%q: mention %+v behind token %d", text, m, last)
			}
			if !m.Title.Empty() && (m.Title.End > m.Span.Start || m.Type != model.Person) {
				t.Fatalf("%q: title %v of %+v", text, m.Title, m)
			}
			last = m.Last
		}
	})
}

// BenchmarkTagAndName measures parts of speech and names together, in tokens a second on one core.
func BenchmarkTagAndName(b *testing.B) {
	data, err := seeds.Articles.ReadFile(seeds.First)
	if err != nil {
		b.Fatal(err)
	}
	text := string(data)
	tokens := 0
	for b.Loop() {
		b.StopTimer()
		d := split(text)
		b.StartTimer()
		tag.Tag(d)
		name.Find(d)
		tokens += len(d.Tokens)
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
}
