package page

import (
	"strings"
	"testing"
	"time"

	"reader/model"
	"reader/ui/style"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// story returns an article with every kind of furniture.
func story() *model.Article {
	a := article("HALDEN — The minister said “no” to reporters.\n\nNobody had asked him. “I was there,” he said.\n\n> It was a long day.")
	a.Title = "Minister says “no” to a question that nobody asked"
	a.Publisher = "The Example"
	a.Authors = []string{"Ann Lee"}
	a.URL = "https://example.org/story"
	a.Published = model.Date{Time: time.Date(2026, 3, 2, 14, 5, 0, 0, time.UTC), Clock: true}
	a.Furniture = []model.Furniture{
		{Kind: model.Byline, Text: "By Ann Lee"},
		{Kind: model.DateLine, Text: "Published 2 March 2026"},
		{Kind: model.Caption, Text: "The minister on his way to the reporters who did not ask. Photo: B. Chen", At: a.Blocks[1].Span.Start},
		{Kind: model.Notice, Text: "Two lines were split.", At: uint32(len(a.Text))},
		{Kind: model.Trailer, Text: "Read more: https://example.org/more", At: uint32(len(a.Text))},
	}
	return a
}

func TestPage(t *testing.T) {
	want := `
    Minister says “no” to a question that
    nobody asked
    The Example · 2 March 2026, 14:05
    By Ann Lee
    Published 2 March 2026

    HALDEN — The minister said “no” to
    reporters.

    ▸ The minister on his way to the
      reporters who did not ask. Photo:
      B. Chen

    Nobody had asked him. “I was there,”
    he said.

    │ It was a long day.

    ! Two lines were split.

    Read more: https://example.org/more
    Source: https://example.org/story
`
	got := shown(t, render(story(), 41), 41)
	if got = "\n" + trimLines(got); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func TestBlocks(t *testing.T) {
	md := `## What was said

He wrote ` + "`go`" + `:

- one item that goes on and on until it is too long
- another
  1. nested
  2. numbers
- [ ] to do

> quoted
>
> > twice

` + "```\nif  x {\n\n    y()\n}\n```" + `

| Who | How many were asked |
|-----|--------------------:|
| Lee | 1 |

***

The end\
of it.`
	want := `
What was said

He wrote go:

  • one item that goes on
    and on until it is too
    long
  • another
     1. nested
     2. numbers
[ ] to do

│ quoted
│
│ │ twice

  if  x {

      y()
  }

 Who  │ How many were asked
──────┼─────────────────────
 Lee  │                   1

────────────────────

The end
of it.
`
	got := "\n" + trimLines(shown(t, render(article(md), 28), 28))
	if got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func trimLines(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}

func TestNothingIsWiderThanThePage(t *testing.T) {
	a := story()
	for name, md := range constructs {
		b := article(md)
		a.Markdown, a.Text, a.Blocks = b.Markdown, b.Text, b.Blocks
		for _, width := range append([]int{-1, 0, 3, 4, 7, 60}, widths...) {
			p := render(a, width)
			for i := -1; i <= p.Len(); i++ {
				read(t, p.Line(i, []Mark{{Span: model.Span{End: 9}}}), max(width, 0))
			}
			if t.Failed() {
				t.Fatal(name)
			}
		}
	}
}

func TestTheGutterIsFree(t *testing.T) {
	a := story()
	for _, c := range []struct {
		width int
		want  string
	}{{40, "    Minister"}, {30, "    Minister"}, {29, "Minister"}} {
		if got := ansi.Strip(render(a, c.width).Line(0, nil)); !strings.HasPrefix(got, c.want) {
			t.Errorf("in %d columns: got %q, want %q", c.width, got, c.want)
		}
	}
}

func TestTitleIsPaintedApartFromBody(t *testing.T) {
	a := story()
	p := render(a, 40)
	at := strings.Index(a.Title, "nobody asked")
	m := Mark{Span: model.Span{Start: uint32(at), End: uint32(at + len("nobody asked"))}, Field: model.Title, Style: paint}
	got := ""
	for i := range p.Len() {
		for _, g := range read(t, p.Line(i, []Mark{m}), 40) {
			if g.painted {
				got += g.text
			}
		}
	}
	if got != "nobody asked" {
		t.Errorf("painted %q", got)
	}
	if got := p.LineOf(model.Title, m.Span.Start); got != 1 {
		t.Errorf("LineOf = %d", got)
	}
}

func TestLaterMarksLieOverEarlierOnes(t *testing.T) {
	p := render(article("one two three"), 20)
	bold := Mark{Span: model.Span{End: 13}, Style: uv.Style{Attrs: uv.AttrBold}}
	hit := Mark{Span: model.Span{Start: 4, End: 7}, Style: uv.Style{Underline: uv.UnderlineSingle}}
	want := "\x1b[1mone \x1b[4mtwo\x1b[24m three\x1b[m"
	if got := p.Line(0, []Mark{bold, hit}); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A search may find the letter without the accent that follows it: the character is painted as a whole or not at all.
func TestMarksCutNoCharacter(t *testing.T) {
	p := render(article("a cafe\u0301 b 👩‍👩‍👧 c"), 40)
	for start := range uint32(20) {
		for end := start + 1; end < 20; end++ {
			got := ansi.Strip(p.Line(0, painted(model.Span{Start: start, End: end})))
			if got != "    a cafe\u0301 b 👩‍👩‍👧 c" {
				t.Fatalf("got %q", got)
			}
			read(t, p.Line(0, painted(model.Span{Start: start, End: end})), 40)
		}
	}
}

func TestPlaces(t *testing.T) {
	a := story()
	p := render(a, 40)
	for at := range uint32(len(a.Text)) {
		line := p.LineOf(model.Body, at)
		if f, top := p.Top(line); f != model.Body || top > at && strings.TrimSpace(a.Text[at:top]) != "" {
			t.Errorf("place %d is on line %d, which begins at %d", at, line, top)
		}
	}
	if f, at := p.Top(0); f != model.Title || at != 0 {
		t.Errorf("the page begins at %d of %d", at, f)
	}
	caption := p.LineOf(model.Body, a.Furniture[2].At) - 4
	if !strings.Contains(ansi.Strip(p.Line(caption, nil)), "▸") {
		t.Fatalf("no caption on line %d", caption)
	}
	if f, at := p.Top(caption); f != model.Body || at != a.Furniture[2].At {
		t.Errorf("the caption stands before %d", at)
	}
	if _, _, ok := p.At(caption, 5); ok {
		t.Error("a caption has a place in the text")
	}
	if f, at := p.Top(p.Len()); f != model.Body || int(at) != len(a.Text) {
		t.Errorf("after the end comes %d of %d", at, f)
	}
	if got := p.LineOf(model.Body, uint32(len(a.Text)+5)); got != p.Len()-1 {
		t.Errorf("a place after the end is on line %d", got)
	}
}

func TestThePlaceNearestToAColumn(t *testing.T) {
	p := render(story(), 40)
	for line := -1; line <= p.Len(); line++ {
		shows := false
		for col := range 45 {
			if _, _, ok := p.At(line, col); ok {
				shows = true
			}
		}
		for col := -3; col < 45; col++ {
			near, nearAt, found := p.Near(line, col)
			if found != shows {
				t.Fatalf("line %d, column %d: a place is near: %v, want %v", line, col, found, shows)
			}
			if f, at, ok := p.At(line, col); ok && (f != near || at != nearAt) {
				t.Errorf("line %d, column %d shows %d, and %d is near", line, col, at, nearAt)
			}
			if !found {
				continue
			}
			back := p.Column(line, near, nearAt)
			if f, at, ok := p.At(line, back); !ok || f != near || at != nearAt {
				t.Errorf("line %d, column %d: the place near it, %d, is not in column %d", line, col, nearAt, back)
			}
		}
	}
	if got := p.Column(1, model.Body, 1<<30); got < Gutter {
		t.Errorf("a place that is not shown is in column %d", got)
	}
}

func TestLongAndDeepArticlesArePlain(t *testing.T) {
	for name, md := range map[string]string{
		"long":   strings.Repeat("The minister told reporters. ", 9000) + "\n\n- and he went\n\n> quoted",
		"deep":   strings.Repeat("> ", 60) + "the minister",
		"lists":  strings.Repeat("- a\n  - b\n    - c\n      - d\n        - e\n", 2000),
		"tables": "|a|b|\n|-|-|\n" + strings.Repeat("|the minister told|reporters|\n", 1000),
	} {
		a := article(md)
		p := render(a, 40)
		text := shown(t, p, 40)
		if !strings.Contains(text, "! This article is shown as plain") {
			t.Errorf("%s: no notice", name)
		}
		words := strings.Fields(a.Text)
		s := model.Span{Start: uint32(len(a.Text) - len(words[len(words)-1])), End: uint32(len(a.Text))}
		line := p.LineOf(model.Body, s.Start)
		got := ""
		for _, g := range read(t, p.Line(line, painted(s)), 40) {
			if g.painted {
				got += g.text
			}
		}
		if got != s.In(a.Text) {
			t.Errorf("%s: painted %q of %q", name, got, s.In(a.Text))
		}
	}
}

func TestLinks(t *testing.T) {
	for _, test := range []struct{ md, text, link string }{
		{"[the report](https://a.example/x)", "the report", "https://a.example/x"},
		{"[a.example](https://a.example/x)", "a.example", "https://a.example/x"},
		{"[www.a.example/y](https://a.example/x)", "www.a.example/y", "https://a.example/x"},
		{"[bank.example](https://evil.example/x).", "bank.example (evil.example).", "https://evil.example/x"},
		{"[see https://bank.example/](https://evil.example/)", "see https://bank.example/ (evil.example)", "https://evil.example/"},
		{"[log in](https://bank.example@evil.example/)", "log in (evil.example)", "https://bank.example@evil.example/"},
		{"[аррӏе.com](https://apple.com/)", "аррӏе.com (apple.com)", "https://apple.com/"},
		{"[apple.com](https://аррӏе.com/)", "apple.com (xn--80ak6aa92e.com)", "https://xn--80ak6aa92e.com/"},
		{"[me@a.example](mailto:you@b.example)", "me@a.example (you@b.example)", "mailto:you@b.example"},
		{"<me@a.example>", "me@a.example", "mailto:me@a.example"},
		{"https://a.example/b?c=d&e", "https://a.example/b?c=d&e", "https://a.example/b?c=d&e"},
		{"[run](javascript:alert)", "run", ""},
		{"[a file](file:///etc/passwd)", "a file", ""},
		{"[here](/relative)", "here", ""},
		{"[odd](<https://a.example/a b;c\u00e9>)", "odd", "https://a.example/a%20b;c%C3%A9"},
		{"![a chart](https://a.example/c.png)", "a chart", "https://a.example/c.png"},
	} {
		th := style.New(true)
		if plain := Render(article(test.md), 70, th, Extras{}).Line(0, nil); strings.Contains(plain, "\x1b]8") {
			t.Errorf("%s: a hyperlink that nobody asked for: %q", test.md, plain)
		}
		th.Hyperlinks = true
		p := Render(article(test.md), 70, th, Extras{})
		text, link := "", ""
		for _, g := range read(t, p.Line(0, nil), 70) {
			text += g.text
			if g.link != "" {
				link = g.link
			}
		}
		if strings.TrimSpace(text) != test.text || link != test.link {
			t.Errorf("%s: got %q to %q", test.md, text, link)
		}
	}
}

// Whoever makes an article by hand cannot reach the terminal either.
func TestControlCharactersStayOut(t *testing.T) {
	evil := "a\x1b]52;c;AAAA\a b\u009b31m\x7f\xff \t"
	a := &model.Article{Title: evil, Text: evil, Markdown: evil, Publisher: evil, Authors: []string{evil}, URL: "https://a.example/\x1b[2J"}
	for k := range model.Notice + 1 {
		a.Furniture = append(a.Furniture, model.Furniture{Kind: k, Text: evil})
	}
	for _, md := range []string{evil, "[" + evil + "](<https://a.example/" + evil + ">)", ""} {
		a.Markdown = md
		for _, th := range []style.Theme{style.New(true), style.New(false)} {
			p := Render(a, 60, th, Extras{})
			for i := range p.Len() {
				read(t, p.Line(i, nil), 60)
			}
		}
	}
}
