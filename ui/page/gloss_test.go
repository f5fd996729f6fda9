package page

import (
	"slices"
	"strings"
	"testing"

	"reader/model"
	"reader/ui/style"
)

// glossed returns a page of a with "→ Azimov" behind each of ends, which are places in the text.
func glossed(a *model.Article, width int, ends ...uint32) *Page {
	list := make([]Gloss, 0, len(ends))
	for _, at := range ends {
		list = append(list, Gloss{at, "→ Araz\tAzi\x1bmov"})
	}
	return Render(a, width, style.New(true), Extras{Glosses: list})
}

// own returns what p shows of the article's body, by place: the lines of a table's cells are mixed on the page.
func own(p *Page) string {
	pieces := make([]piece, 0, len(p.pieces))
	for i := range p.Len() {
		pieces = append(pieces, slices.DeleteFunc(slices.Clone(p.line(i)), func(q piece) bool { return q.from != fromBody })...)
	}
	slices.SortStableFunc(pieces, func(q, r piece) int { return int(q.at) - int(r.at) })
	var b strings.Builder
	for _, q := range pieces {
		b.WriteString(q.text)
	}
	return b.String()
}

func TestAGlossStandsBehindItsWord(t *testing.T) {
	text := "He, who had gone, said he would stay (he)."
	p := glossed(article(text), 80, 2, 25, 40)
	want := "He → Araz Azi?mov, who had gone, said he → Araz Azi?mov would stay (he\n    → Araz Azi?mov)."
	if got := strings.TrimSpace(shown(t, p, 80)); got != want {
		t.Errorf("got %q\nwant %q", got, want)
	}
	if got := highlighted(t, p, 80, model.Span{Start: 0, End: 7}); squash(got) != "He,who" {
		t.Errorf("of the words around a gloss %q is painted", got)
	}
	if f, at, ok := p.At(0, Gutter+len("He → Araz")); ok {
		t.Errorf("a gloss stands for place %d of field %d", at, f)
	}
}

// Whatever the text is made of, glosses behind words of it leave what is shown of it, and what is painted, as it was.
func TestGlossesLeaveTheTextAsItIs(t *testing.T) {
	for name, md := range constructs {
		a := article(md)
		for _, width := range []int{34, 60, 100} {
			plain := Render(a, width, style.New(true), Extras{})
			words := wordsOf(plain.body)
			var ends []uint32
			for i, w := range words {
				if i%3 == 0 {
					ends = append(ends, w.End)
				}
			}
			p := glossed(a, width, ends...)
			if got, want := squash(own(p)), squash(own(plain)); got != want {
				t.Errorf("%s at %d: shows %q, want %q", name, width, got, want)
			}
			for _, w := range words {
				if got, want := highlighted(t, p, width, w), highlighted(t, plain, width, w); squash(got) != squash(want) {
					t.Errorf("%s at %d: painted %q, want %q", name, width, got, want)
				}
			}
		}
	}
}
