package page

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"reader/model"
)

var constructs = map[string]string{
	"paragraphs":       "The minister told reporters on Tuesday that he would go.\n\nNobody had asked him to stay.",
	"soft break":       "The minister told\nreporters on Tuesday.",
	"hard break":       "The minister told\\\nreporters on Tuesday.",
	"list":             "- the minister would go\n- nobody had asked\n- he went",
	"loose list":       "- the minister would go\n\n- nobody had asked\n\n- he went",
	"numbered":         "9. the minister would go\n10. nobody had asked\n11. he went",
	"high numbers":     "998. the minister would go\n999. nobody had asked\n1000. he went",
	"nested list":      "- the minister\n  - would go\n    1. nobody had\n    2. asked\n- he went",
	"item paragraphs":  "- the minister would go\n\n  nobody had asked\n\n- he went",
	"list in list":     "- - the minister would go\n  - nobody",
	"tasks":            "- [ ] the minister would go\n- [x] nobody had asked",
	"quotation":        "> The minister would go.\n>\n> Nobody had asked.\n\nHe went.",
	"nested quotation": "> The minister would go.\n>\n> > Nobody had asked.\n>\n> He went.",
	"list in quote":    "> - the minister would go\n> - nobody had asked",
	"quote in list":    "- > the minister would go and nobody had asked him to\n- he went",
	"table":            "| Who | What |\n|---|---|\n| minister | would go |\n| nobody | had asked |",
	"aligned table":    "| Who | What | When |\n|:--|:-:|--:|\n| the minister | would | go |\n| nobody | had | asked |",
	"markup in table":  "| Who | What |\n|---|---|\n| [minister](https://a.example) | `would` *go* |\n| ![nobody](b.png) | ~~had~~ <https://c.example> |",
	"empty cells":      "| Who | | What |\n|---|---|---|\n| | minister | |\n| would | | go |",
	"wide table":       "| a | b | c | d | e | f | g | h |\n|-|-|-|-|-|-|-|-|\n| one | two | three | four | five | six | seven | eight |",
	"squeezed table":   "| 0 | | |\n|-|-|-|\n| what the minister told them | - | - |",
	"long header":      "| The minister who would go | What nobody had asked |\n|---|---|\n| a | b |",
	"table in quote":   "> | Who | What |\n> |---|---|\n> | minister | would go |",
	"link":             "The [minister told](https://a.example/x \"title\") reporters.",
	"hiding link":      "The [a.example said](https://b.example/x) reporters.",
	"link at the end":  "He told [them](https://a.example/x).",
	"emphasis":         "The *minister* told **all *the* reporters** on _Tuesday_.",
	"in a word":        "Un*believ*able minis**ter**.",
	"code span":        "The `minister told`  all `reporters`.",
	"code block":       "He wrote:\n\n```go\nfunc minister() {\n\n\treturn  told\n}\n```\n\nand went.",
	"indented code":    "He wrote:\n\n    the minister\n      told\n\nand went.",
	"heading":          "# The *minister* told\n\n## reporters on Tuesday\n\nSix\n===\n\nthat he would go",
	"strikethrough":    "The ~~minister *told*~~ reporters.",
	"entities":         "The &quot;minister&quot; &amp; 5 &#42; 3 &lt;b&gt; &euro;10 told.",
	"escapes":          `The \*minister\* told \[them\] \\ C:\\\\dir \_ x\_y \# \. \! end`,
	"like escapes":     "The &#92;* minister &#92;&#92;told.",
	"autolinks":        "See <https://a.example/minister?x=1&y=2> or www.b.example or <me@c.example> now.",
	"images":           "The ![minister *told*](https://a.example/m.png) reporters.\n\n![alone](x.png)",
	"linked image":     "The [![minister](a.png) told](https://a.example) reporters.",
	"raw HTML":         "The <b>minister</b> told.\n\n<div>gone</div>\n\nreporters",
	"rule":             "The minister\n\n---\n\ntold reporters.",
	"wide characters":  "大臣は火曜日に記者団に語った。 東京 한국어 **大臣** minister 👩‍👩‍👧 🇫🇷 e\u0301te\u0301 ไทย.",
	"long words":       "A supercalifragilisticexpialidocious-and-then-some-more-letters minister, https://a.example/" + strings.Repeat("x", 80) + " told.",
	"ends of lines":    "one-two,three;four.five|six+seven - a.b.c 2,000,000.50 … — x|y",
	"no-break spaces":  "10\u00a0000 people\u00a0told the\u3000minister.",
	"many blanks":      "The      minister    told.",
	"emphasised mark":  "e*\u0301*x 👩*\u200d👧* told",
}

var widths = []int{1, 2, 5, 13, 29, 30, 41, 80}

// A table at a narrow width shows its words in another order than the text has them.
func sameText(name, got, want string) bool {
	if got, want = squash(got), squash(want); got == want {
		return true
	}
	if !strings.Contains(name, "table") && name != "long header" && name != "empty cells" {
		return false
	}
	a, b := []rune(got), []rune(want)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}

func TestEveryWordIsShown(t *testing.T) {
	for name, md := range constructs {
		a := article(md)
		for _, width := range widths[2:] {
			p := render(a, width)
			text := ""
			for i := range p.pieces {
				if p.pieces[i].from == fromBody {
					text += p.pieces[i].text
				}
			}
			if !sameText(name, text, a.Text) {
				t.Errorf("%s in %d columns: got %q, want %q", name, width, text, a.Text)
			}
		}
	}
}

// wordsOf returns the words of text.
func wordsOf(text string) []model.Span {
	var out []model.Span
	at := 0
	for word := range strings.FieldsSeq(text) {
		at += strings.Index(text[at:], word)
		out = append(out, model.Span{Start: uint32(at), End: uint32(at + len(word))})
		at += len(word)
	}
	return out
}

// spans returns every word of text, and every stretch of words.
func spans(text string) []model.Span {
	words := wordsOf(text)
	var out []model.Span
	for i, w := range words {
		for _, v := range words[i:] {
			out = append(out, model.Span{Start: w.Start, End: v.End})
		}
	}
	return out
}

func TestHighlightIsTheSpan(t *testing.T) {
	for name, md := range constructs {
		a := article(md)
		for _, width := range widths[2:] {
			p := render(a, width)
			for _, s := range spans(a.Text) {
				if got := highlighted(t, p, width, s); !sameText(name, got, s.In(a.Text)) {
					t.Fatalf("%s in %d columns: got %q, want %q\n%s", name, width, got, s.In(a.Text), shown(t, p, width))
				}
			}
		}
	}
}

// Where words of a span follow each other on one line, the blanks between them are painted too.
func TestHighlightHasNoHoles(t *testing.T) {
	for _, name := range []string{"paragraphs", "soft break", "emphasis", "code span", "link", "entities", "strikethrough", "heading"} {
		a := article(constructs[name])
		width := 120
		p := render(a, width)
		for _, s := range spans(a.Text) {
			var want []string
			for block := range strings.SplitSeq(s.In(a.Text), "\n\n") {
				want = append(want, strings.Join(strings.Fields(block), " "))
			}
			if got := highlighted(t, p, width, s); got != strings.Join(want, "\n") {
				t.Errorf("%s: got %q, want %q", name, got, want)
			}
		}
	}
}

func TestCellsKnowTheirPlace(t *testing.T) {
	for name, md := range constructs {
		a := article(md)
		for _, width := range widths {
			p := render(a, width)
			for _, s := range wordsOf(a.Text) {
				for i := range p.Len() {
					for _, g := range read(t, p.Line(i, painted(s)), width) {
						f, at, ok := p.At(i, g.col)
						in := ok && f == model.Body && s.Start <= at && at < s.End
						if in != g.painted && g.text != "\u0301" {
							t.Fatalf("%s in %d columns: %q at %d,%d is painted %v, its place is %d of %v", name, width, g.text, i, g.col, g.painted, at, s)
						}
					}
				}
			}
		}
	}
}

// words for random articles: plain ones, wide ones, and such as Markdown could take for something else.
var words = []string{
	"the", "minister", "“withdraw", "bill”", "東京", "café", "cafe\u0301", "👩‍👩‍👧", "🇫🇷", "2,000", "state-of-the-art", "AT&amp;T",
	"x", "—", "‘it’s’", "`code span`", "~~gone~~", "**bold words**", "*a*", "[a link](https://a.example)", "[b.example](http://c.example)",
	"<https://d.example/e>", "![alt](f.png)", `\*`, "&#42;", "supercalifragilisticexpialidocious", "한국어", "ไทย", "a.b,c;d+e", "1.", "- x",
}

func randomBlock(r *rand.Rand) string {
	line := func(n int) string {
		out := make([]string, 1+r.IntN(n))
		for i := range out {
			out[i] = words[r.IntN(len(words))]
		}
		return strings.Join(out, " ")
	}
	switch r.IntN(8) {
	case 0:
		return "- " + line(20) + "\n- " + line(9) + "\n  1. " + line(9)
	case 1:
		return "> " + line(20) + "\n>\n> " + line(20)
	case 2:
		return "## " + line(9)
	case 3:
		return fmt.Sprintf("|a|b|\n|-|-|\n|%s|%s|\n|%s|%s|", line(3), line(9), line(3), line(3))
	case 4:
		return "```\n" + line(9) + "\n\n  " + line(9) + "\n```"
	case 5:
		return "7. > " + line(20) + "\n\n   " + line(9)
	default:
		return line(60)
	}
}

func TestHighlightIsTheSpanInRandomArticles(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		blocks := make([]string, 1+r.IntN(5))
		for i := range blocks {
			blocks[i] = randomBlock(r)
		}
		a := article(strings.Join(blocks, "\n\n"))
		width := 12 + r.IntN(90)
		p := render(a, width)
		all := spans(a.Text)
		for range 5 {
			s := all[r.IntN(len(all))]
			if got := highlighted(t, p, width, s); !sameText("table", got, s.In(a.Text)) {
				t.Fatalf("%d columns: got %q, want %q in\n%s\n%s", width, got, s.In(a.Text), a.Markdown, shown(t, p, width))
			}
		}
	}
}
