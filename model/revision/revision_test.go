package revision

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"reader/model"
	"reader/model/nlp"
	"reader/model/source"
)

// analysed returns the article that text, Markdown, is read as.
func analysed(tb testing.TB, text string) *model.Article {
	tb.Helper()
	articles, err := source.Read("a.md", []byte(text))
	if err != nil {
		tb.Fatal(err)
	}
	nlp.Analyze(articles[0])
	return articles[0]
}

const ferry = `# Ferry line fined after near miss

The line was fined on Tuesday for a near miss in the fog off Stannick.

“We are sorry for what our passengers went through that night,” said Mara Ilves, the director of the line.

The harbour master, Boris Tamarov, said that the radar of the ferry had been switched off for an hour.

“Nobody on the bridge saw the other ship before it was too late,” Tamarov said.

The line has a month to pay.
`

// describe writes a change a line each, with the words.
func describe(c Change, old, new *model.Article) string {
	var out strings.Builder
	if c.Title {
		fmt.Fprintf(&out, "title: %s → %s\n", old.Title, new.Title)
	}
	block := func(a *model.Article, i int) string {
		if i == None {
			return "-"
		}
		return fmt.Sprintf("%.28s", a.Blocks[i].Span.In(a.Text))
	}
	for _, b := range c.Blocks {
		fmt.Fprintf(&out, "block %s: %s → %s\n", b.Kind, block(old, b.Old), block(new, b.New))
	}
	quote := func(a *model.Article, i int) string {
		if i == None {
			return "-"
		}
		name := "nobody"
		if e := a.Speaker(&a.Quotes[i]); e != nil {
			name = e.Name
		}
		return fmt.Sprintf("%s by %s", a.Quoted(&a.Quotes[i]), name)
	}
	for _, q := range c.Quotes {
		what := ""
		if q.Words {
			what += " words"
		}
		if q.Speaker {
			what += " speaker"
		}
		fmt.Fprintf(&out, "quote %s%s: %s → %s\n", q.Kind, what, quote(old, q.Old), quote(new, q.New))
	}
	return out.String()
}

func TestBetween(t *testing.T) {
	replaced := func(pairs ...string) string {
		out := strings.NewReplacer(pairs...).Replace(ferry)
		if out == ferry {
			t.Fatalf("nothing to replace: %q", pairs)
		}
		return out
	}
	paragraphs := strings.SplitAfter(ferry, "\n\n")
	for _, c := range []struct{ name, new, want string }{
		{"nothing", ferry, ""},
		{"other quotation marks, commas and emphasis", replaced("“", `"`, "”", `"`, "sorry", "*sorry*", "Ilves, the", "Ilves – the"), ""},
		{"a title", replaced("fined after", "punished for"), "title: Ferry line fined after near miss → Ferry line punished for near miss\n"},
		{"a paragraph", replaced("a month to pay", "six weeks to pay"), "block edited: The line has a month to pay. → The line has six weeks to pa\n"},
		{"a paragraph more", replaced("The line has", "Two ships of the company were laid up in spring.\n\nThe line has"), "block added: - → Two ships of the company wer\n"},
		{"a paragraph less", replaced("The line has a month to pay.\n", ""), "block removed: The line has a month to pay. → -\n"},
		{
			"a quote was edited", replaced("sorry for what our passengers went", "deeply sorry for all that our passengers went"),
			"block edited: “We are sorry for what our p → “We are deeply sorry for all\n" +
				"quote edited words: “We are sorry for what our passengers went through that night,” by Mara Ilves → “We are deeply sorry for all that our passengers went through that night,” by Mara Ilves\n",
		},
		{
			"a quote is somebody else's", replaced("late,” Tamarov said", "late,” Ilves said"),
			"block edited: “Nobody on the bridge saw th → “Nobody on the bridge saw th\n" +
				"quote edited speaker: “Nobody on the bridge saw the other ship before it was too late,” by Boris Tamarov → “Nobody on the bridge saw the other ship before it was too late,” by Mara Ilves\n",
		},
		{
			"a quote was taken out", strings.Replace(ferry, paragraphs[4], "", 1),
			"block removed: “Nobody on the bridge saw th → -\n" +
				"quote removed: “Nobody on the bridge saw the other ship before it was too late,” by Boris Tamarov → -\n",
		},
		{
			"a quote was put in", replaced("The line has", "“This must not happen again,” Ilves said.\n\nThe line has"),
			"block added: - → “This must not happen again,\n" +
				"quote added: - → “This must not happen again,” by Mara Ilves\n",
		},
		{
			"an indirect quote was edited", replaced("switched off for an hour", "switched off for two hours"),
			"block edited: The harbour master, Boris Ta → The harbour master, Boris Ta\n" +
				"quote edited words: the radar of the ferry had been switched off for an hour by Boris Tamarov → the radar of the ferry had been switched off for two hours by Boris Tamarov\n",
		},
		{"a quote moved", strings.Join([]string{paragraphs[0], paragraphs[1], paragraphs[3], paragraphs[4], paragraphs[2], paragraphs[5]}, ""), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			old, new := analysed(t, ferry), analysed(t, c.new)
			if got := describe(Between(old, new), old, new); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// shuffled returns the ferry's article with paragraphs, words and speakers changed at random.
func shuffled(r *rand.Rand) string {
	paragraphs := strings.Split(strings.TrimSpace(ferry), "\n\n")
	for range 1 + r.IntN(6) {
		i := r.IntN(len(paragraphs))
		switch r.IntN(6) {
		case 0:
			paragraphs = slices.Delete(paragraphs, i, min(i+1, len(paragraphs)-1))
		case 1:
			paragraphs = slices.Insert(paragraphs, i, paragraphs[r.IntN(len(paragraphs))])
		case 2:
			k := r.IntN(len(paragraphs))
			paragraphs[i], paragraphs[k] = paragraphs[k], paragraphs[i]
		case 3:
			paragraphs[i] = strings.NewReplacer("Tamarov", "Ilves", "Ilves", "Tamarov").Replace(paragraphs[i])
		default:
			words := strings.Fields(paragraphs[i])
			words[r.IntN(len(words))] = "altered"
			paragraphs[i] = strings.Join(words, " ")
		}
	}
	return strings.Join(paragraphs, "\n\n")
}

func TestBetweenAnArticleAndItselfIsNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 30 {
		a := analysed(t, shuffled(r))
		if c := Between(a, a); !c.Empty() {
			t.Errorf("of\n%s\nchanged\n%s", a.Text, describe(c, a, a))
		}
	}
}

func TestBetweenTellsTheSameTheOtherWayRound(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	changed := 0
	for range 60 {
		a, b := analysed(t, shuffled(r)), analysed(t, shuffled(r))
		there, back := Between(a, b), Between(b, a)
		changed += len(there.Quotes)
		if got, want := turned(back), there; !equal(got, want) {
			t.Errorf("of\n%s\n\nand\n\n%s\nthere\n%s\nback\n%s", a.Text, b.Text, describe(there, a, b), describe(back, b, a))
		}
	}
	if changed == 0 {
		t.Error("no quote ever changed")
	}
}

// turned returns c as it is seen from the other side.
func turned(c Change) Change {
	other := [...]Kind{Edited, Added, Removed}
	for i, b := range c.Blocks {
		c.Blocks[i] = BlockChange{other[b.Kind], b.New, b.Old}
	}
	for i, q := range c.Quotes {
		c.Quotes[i] = QuoteChange{other[q.Kind], q.New, q.Old, q.Words, q.Speaker}
	}
	return c
}

// equal reports whether a and b hold the same, in whatever order.
func equal(a, b Change) bool {
	lines := func(c Change) []string {
		out := make([]string, 0, len(c.Blocks)+len(c.Quotes))
		for _, x := range c.Blocks {
			out = append(out, fmt.Sprint(x))
		}
		for _, x := range c.Quotes {
			out = append(out, fmt.Sprint(x))
		}
		slices.Sort(out)
		return out
	}
	return a.Title == b.Title && slices.Equal(lines(a), lines(b))
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ old, new, gone, came string }{
		{"We are sorry.", "We are sorry.", "", ""},
		{"We are sorry.", "“We are sorry”", "", ""},
		{"We are sorry for it.", "We are deeply sorry for it.", "", "deeply"},
		{"We are deeply sorry for it.", "We are sorry for it.", "deeply", ""},
		{"It cost 5 million in May, he said.", "It cost 6 million in June, he said.", "5 million in May", "6 million in June"},
		{"", "All new.", "", "All new"},
		{"no no", "no no no", "", "no"},
		{"Žofie přišla", "Žofie nepřišla", "přišla", "nepřišla"},
	} {
		gone, came := Words(c.old, c.new)
		if got, other := gone.In(c.old), came.In(c.new); got != c.gone || other != c.came {
			t.Errorf("Words(%q, %q) = %q, %q", c.old, c.new, got, other)
		}
	}
}

func FuzzWords(f *testing.F) {
	f.Add("We are sorry.", "We are deeply sorry.")
	f.Add("no no", "no")
	f.Fuzz(func(t *testing.T, old, new string) {
		gone, came := Words(old, new)
		back, forth := Words(new, old)
		if gone != forth || came != back {
			t.Fatalf("%v %v, and the other way round %v %v", gone, came, back, forth)
		}
		if words(old) == words(new) != (gone.Empty() && came.Empty()) {
			t.Fatalf("%v %v of words %q and %q", gone, came, words(old), words(new))
		}
		if rest := words(old[:gone.Start]) + words(old[gone.End:]); !gone.Empty() && !came.Empty() && rest != words(new[:came.Start])+words(new[came.End:]) {
			t.Fatalf("what is left differs: %q", rest)
		}
	})
}

// story is about 5 KB of news with a quote in every paragraph; n makes its words others.
func story(n int) string {
	var out strings.Builder
	out.WriteString("# Bill stays, says minister\n\n")
	for i := range 24 {
		day := i
		if i%5 == 0 {
			day += n
		}
		fmt.Fprintf(&out, "On day %d the minister told reporters that the government would not withdraw bill %d before the summer.\n\n"+
			"“We have heard argument %d twice,” said Maria Okonjo, the deputy leader.\n\n", day, i*7, day*3)
	}
	return out.String()
}

func BenchmarkBetween(b *testing.B) {
	old := analysed(b, story(0))
	for _, c := range []struct {
		name string
		new  *model.Article
	}{{"same", analysed(b, story(0))}, {"edited", analysed(b, story(50))}, {"another", analysed(b, ferry)}} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(old.Text) + len(c.new.Text)))
			b.ReportAllocs()
			for b.Loop() {
				Between(old, c.new)
			}
		})
	}
}

// BenchmarkHostile compares articles whose blocks are all alike, and with nothing the same.
func BenchmarkHostile(b *testing.B) {
	many := func(n int, line func(i int) string) *model.Article {
		var text strings.Builder
		for i := range n {
			text.WriteString(line(i) + "\n\n")
		}
		articles, err := source.Read("a.md", []byte(text.String()))
		if err != nil {
			b.Fatal(err)
		}
		return articles[0]
	}
	for _, c := range []struct {
		name     string
		old, new func(i int) string
	}{
		{"all the same", func(int) string { return "The same words as ever, again." }, func(int) string { return "The same words as ever, again, and more." }},
		{"a word of each its own", func(i int) string { return fmt.Sprintf("The same words as ever but word%d.", i) }, func(i int) string { return fmt.Sprintf("The same words as ever but word%d and more.", i) }},
		{"words of a few", func(i int) string { return fmt.Sprintf("a%d b%d c%d d%d e%d x", i/20, i/21, i/22, i/23, i/24) }, func(i int) string { return fmt.Sprintf("a%d b%d c%d d%d e%d y", i/20, i/21, i/22, i/23, i/24) }},
	} {
		b.Run(c.name, func(b *testing.B) {
			old, new := many(5000, c.old), many(5000, c.new)
			b.SetBytes(int64(len(old.Text) + len(new.Text)))
			for b.Loop() {
				Between(old, new)
			}
		})
	}
}
