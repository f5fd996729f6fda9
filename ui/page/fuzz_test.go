package page

import (
	"testing"

	"reader/model"
	"reader/model/source"
)

// Whatever an article holds, a page is printable text, colours and links that may be opened, within its width;
// and what is painted of a span is the span.
func FuzzRender(f *testing.F) {
	for _, md := range constructs {
		f.Add("A title", md, uint8(40), uint16(3))
	}
	f.Add("\x1b]52;c;aGk=\a", "[a\x1b[2J](<https://a.example/\x9b;>) &#27;]0;t&#7; \u202e\u2066\u0301\ufe0f", uint8(9), uint16(0))
	f.Fuzz(func(t *testing.T, title, md string, width uint8, pick uint16) {
		if len(md) > 4096 {
			return
		}
		a := article(md)
		a.Title = title
		a.Furniture = []model.Furniture{{Kind: model.Caption, Text: title, At: uint32(len(a.Text) / 2)}, {Kind: model.Trailer, Text: md}}
		w := int(width)
		p := render(a, w)
		words := wordsOf(p.body)
		if len(words) == 0 {
			shown(t, p, w)
			return
		}
		s := words[int(pick)%len(words)]
		got := highlighted(t, p, w, s)
		if again := glossed(a, w, s.Start, s.End); w >= leastWithGutter && squash(own(again)) != squash(own(p)) {
			t.Fatalf("with a gloss %q is shown, without one %q", own(again), own(p))
		}
		whole := piece{text: p.body, from: fromBody}
		if whole.snap(s.Start) != s.Start || whole.snap(s.End) != s.End {
			return // an accent, or the like, joins the word to its neighbour: no span of the model.
		}
		if w >= leastWithGutter && !sameText("table", got, s.In(p.body)) {
			t.Fatalf("painted %q, want %q\n%s", got, s.In(p.body), shown(t, p, w))
		}
	})
}

// From the bytes of a file to the lines of its page.
func FuzzFileToPage(f *testing.F) {
	f.Add([]byte("---\ntitle: \"a\\e[2J\"\nurl: javascript:x\n---\n# T\n\nBy Ann Lee\n\nHALDEN — \x1b]52;c;aGk=\a &#27;[31m \u202e \u009b2J\n\n[a](http://b.example/\u0007)\n"), uint8(40))
	f.Add([]byte("\xff\xfeT\x00i\x00t\x00l\x00e\x00"), uint8(80))
	f.Fuzz(func(t *testing.T, data []byte, width uint8) {
		if len(data) > 4096 {
			return
		}
		articles, err := source.Read("article.md", data)
		if err != nil {
			return
		}
		for _, a := range articles {
			shown(t, render(a, int(width)), int(width))
		}
	})
}
