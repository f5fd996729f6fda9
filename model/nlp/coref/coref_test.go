package coref_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"reader/model"
	"reader/model/nlp/coref"
	"reader/model/nlp/doc"
	"reader/model/nlp/doc/doctest"
	"reader/model/nlp/mark"
	"reader/model/nlp/name"
	"reader/model/nlp/sentence"
	"reader/model/nlp/tag"
	"reader/model/nlp/token"
)

// A case is a text whose names are marked, "{Deputy Minister|Ann Lee/person}", and the mentions that are found, a
// line each: the words, the name of the entity, and for the first one of a person the role and gender.
func TestCases(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/coref.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(archive.Files); i += 2 {
		text, want := archive.Files[i], archive.Files[i+1]
		t.Run(text.Name, func(t *testing.T) {
			d := resolved(t, strings.TrimSpace(string(text.Data)))
			if got := describe(d); got != strings.TrimSpace(string(want.Data)) {
				t.Errorf("got:\n%s\nwant:\n%s", got, want.Data)
			}
		})
	}
}

// resolved runs the stages over a text with marked names.
func resolved(t *testing.T, marked string) *doc.Document {
	t.Helper()
	var text strings.Builder
	var mentions []doc.Mention
	for marked != "" {
		before, rest, found := strings.Cut(marked, "{")
		text.WriteString(before)
		if !found {
			break
		}
		name, after, _ := strings.Cut(rest, "}")
		marked = after
		name, kind, _ := strings.Cut(name, "/")
		m := doc.Mention{Type: typeOf(t, kind)}
		if title, bare, ok := strings.Cut(name, "|"); ok {
			m.Title = span(text.Len(), len(title))
			text.WriteString(title + " ")
			name = bare
		}
		m.Span = span(text.Len(), len(name))
		text.WriteString(name)
		mentions = append(mentions, m)
	}
	d := doctest.New(text.String())
	token.Split(d)
	sentence.Split(d)
	mark.Pair(d)
	tag.Tag(d)
	for _, m := range mentions {
		m.First, m.Last = d.TokenAt(m.Span.Start), d.TokenAt(m.Span.End-1)+1
		d.Mentions = append(d.Mentions, m)
	}
	coref.Resolve(d)
	return d
}

func span(start, n int) model.Span { return model.Span{Start: uint32(start), End: uint32(start + n)} }

func typeOf(t *testing.T, name string) model.EntityType {
	t.Helper()
	for k := model.Person; k <= model.Unnamed; k++ {
		if k.String() == name {
			return k
		}
	}
	t.Fatalf("no type %q", name)
	return 0
}

func describe(d *doc.Document) string {
	seen := map[model.EntityID]bool{}
	out := make([]string, 0, len(d.Mentions))
	for _, m := range d.Mentions {
		e := d.Entities[m.Entity-1]
		line := fmt.Sprintf("%s = %s", m.Span.In(d.Text), e.Name)
		if !seen[m.Entity] && e.Type == model.Person {
			line += fmt.Sprintf(" (%s; %s)", e.Role(), e.Gender)
		}
		seen[m.Entity] = true
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

// Whatever stands in a text, every mention has its entity, mentions stand in order, and names keep their places.
func FuzzResolve(f *testing.F) {
	f.Add("Mayor Ada Brandt said she would go. Brandt, the mayor, left. He did not.", uint(3))
	f.Add("He, she, the minister, the ministry’s “his”.", uint(1))
	f.Fuzz(func(t *testing.T, text string, every uint) {
		d := doctest.New(strings.ToValidUTF8(text, "?"))
		for _, stage := range []func(*doc.Document){token.Split, sentence.Split, mark.Pair, tag.Tag} {
			stage(d)
		}
		for i := 0; i < len(d.Tokens); i += 1 + int(every%7) {
			if d.Tokens[i].Kind == doc.Word {
				d.Mentions = append(d.Mentions, doc.Mention{
					Span: d.Tokens[i].Span, First: i, Last: i + 1, Type: model.EntityType(i % 4),
				})
			}
		}
		coref.Resolve(d)
		for i, m := range d.Mentions {
			if m.Entity == 0 || int(m.Entity) > len(d.Entities) {
				t.Fatalf("mention %d has entity %d of %d", i, m.Entity, len(d.Entities))
			}
			if i > 0 && m.Span.Start < d.Mentions[i-1].Span.Start {
				t.Fatalf("mention %d stands before the one before it", i)
			}
		}
	})
}

// BenchmarkCrowd measures a long text in which everybody is somebody else, and referred to: the cost of a sentence
// must not grow with the text.
func BenchmarkCrowd(b *testing.B) {
	for _, sentences := range []int{1000, 4000} {
		b.Run(strconv.Itoa(sentences), func(b *testing.B) {
			var text strings.Builder
			for i := range sentences {
				fmt.Fprintf(&text, "Ann Lee%d met the mayor. She said that he was late. ", i)
			}
			d := doctest.New(text.String())
			for _, stage := range []func(*doc.Document){token.Split, sentence.Split, mark.Pair, tag.Tag, name.Find} {
				stage(d)
			}
			names := d.Mentions
			for b.Loop() {
				d.Mentions, d.Entities = slices.Clone(names), nil
				coref.Resolve(d)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*sentences), "ns/sentence")
		})
	}
}

func BenchmarkResolve(b *testing.B) {
	text := strings.Repeat("Mayor Ada Brandt said the bridge would open. “It will,” she told Talvik News. The mayor left.\n\n", 50)
	d := doctest.New(text)
	for _, stage := range []func(*doc.Document){token.Split, sentence.Split, mark.Pair, tag.Tag} {
		stage(d)
	}
	var names []doc.Mention
	for i := range d.Tokens {
		if d.Lower(i) == "brandt" {
			names = append(names, doc.Mention{Span: d.Cover(i-1, i+1), First: i - 1, Last: i + 1})
		}
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		d.Mentions = append(d.Mentions[:0:0], names...)
		coref.Resolve(d)
	}
}
