package value_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"reader/model"
	"reader/model/nlp/doc"
	"reader/model/nlp/doc/doctest"
	"reader/model/nlp/sentence"
	"reader/model/nlp/tag"
	"reader/model/nlp/token"
	"reader/model/nlp/value"

	"golang.org/x/tools/txtar"
)

// published is a Thursday.
var published = model.Date{Time: time.Date(2011, 6, 9, 0, 0, 0, 0, time.UTC)}

// In testdata/*.txtar each text is followed by its values after "= ", one a line: the words, "→", the type and
// the value. The articles of relative.txtar are of Thursday, 9 June 2011; the others have no date.
func TestFind(t *testing.T) {
	for name, date := range map[string]model.Date{"amounts": {}, "dates": {}, "relative": published} {
		cases, err := txtar.ParseFile("testdata/" + name + ".txtar")
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range cases.Files {
			t.Run(name+"/"+f.Name, func(t *testing.T) {
				var text string
				var want []string
				check := func() {
					if got := show(find(text, date)); text != "" && !slices.Equal(got, want) {
						t.Errorf("%s\n got %s\nwant %s", text, strings.Join(got, "\n     "), strings.Join(want, "\n     "))
					}
				}
				for line := range strings.SplitSeq(strings.TrimSpace(string(f.Data)), "\n") {
					if v, ok := strings.CutPrefix(line, "= "); ok {
						want = append(want, v)
						continue
					}
					check()
					text, want = line, nil
				}
				check()
			})
		}
	}
}

func find(text string, date model.Date, names ...string) *doc.Document {
	d := doctest.New(text)
	d.Published = date
	token.Split(d)
	sentence.Split(d)
	tag.Tag(d)
	for _, n := range names {
		at := uint32(strings.Index(text, n))
		m := doc.Mention{Span: model.Span{Start: at, End: at + uint32(len(n))}}
		m.First, m.Last = d.TokenAt(at), d.TokenAt(m.Span.End)
		d.Mentions = append(d.Mentions, m)
	}
	value.Find(d)
	return d
}

func show(d *doc.Document) []string {
	var out []string
	for _, m := range d.Mentions {
		if m.Type < model.DateTime {
			continue
		}
		out = append(out, strings.TrimSpace(m.Span.In(d.Text)+" → "+m.Type.String()+" "+m.Value))
	}
	return out
}

func TestNamesStay(t *testing.T) {
	d := find("April Cole paid $5 to the August Ten on Monday.", published, "April Cole", "August Ten")
	got := make([]string, 0, len(d.Mentions))
	for _, m := range d.Mentions {
		got = append(got, m.Span.In(d.Text))
	}
	if s := strings.Join(got, "|"); s != "April Cole|$5|August Ten|Monday" {
		t.Error(s)
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"On Wednesday, June 8, 2011, at 10:30 a.m. GMT he paid $10-15 million, or 3.5 per cent of €4bn.",
		"two and a half million U.S. dollars; half a million tons; 40 square-km; 2008-09; the '90s; last fall",
		"5 million million million million million million thousand trillion dollars", "99999999999999999999 km", "Feb. 30; 0/0/2000; 31.02.2011",
		"a hundred and twenty-five thousand days ago", "next May\u00a05 noon on Friday night 20th-century first half of last year",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		d := find(text, published)
		next := 0
		for _, m := range d.Mentions {
			if m.First < next || m.Last <= m.First || m.Span != d.Cover(m.First, m.Last) {
				t.Fatalf("mention %+v after token %d", m, next)
			}
			next = m.Last
			if m.Type == model.DateTime && len(m.Value) == len(time.DateOnly) && m.Value[4] == '-' {
				if _, err := time.Parse(time.DateOnly, m.Value); err != nil {
					t.Fatalf("%q has the date %q", m.Span.In(text), m.Value)
				}
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat(`"We don't want a fight," said Gen. Abe Cole on Wednesday. The ministry will pay $3.5 million, or 12 percent, in May. `, 500)
	d := find(text, published)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		d.Mentions = nil
		value.Find(d)
	}
}
