package page

import (
	"fmt"
	"strings"
	"testing"

	"reader/model"
	"reader/ui/style"
)

// news returns an article of about size bytes with everything that news has.
func news(size int) *model.Article {
	const part = "The minister told reporters on Tuesday that the government would *not* withdraw the bill before the summer recess. " +
		"“We have heard every argument twice,” said Maria Jiménez, the [deputy leader](https://a.example/x) of the opposition, " +
		"“and none of them answers the question.”\n\n> Rescue workers from three provinces were sent to the valley.\n\n" +
		"- the only road had been washed away\n- **nobody** had asked\n\n"
	a := article(strings.Repeat(part, max(1, size/len(part))))
	a.Title, a.Publisher, a.URL = "Minister keeps the bill", "The Example", "https://a.example/bill"
	return a
}

// quotes returns n marks spread over the body of a.
func quotes(a *model.Article, n int) []Mark {
	th, out := style.New(true), make([]Mark, n)
	for i := range out {
		at := uint32(len(a.Text) / n * i)
		out[i] = Mark{Span: model.Span{Start: at, End: at + 80}, Style: th.Speaker[i%style.Speakers]}
	}
	return out
}

// An article is opened: laid out, and the first 60 lines painted.
func BenchmarkOpen(b *testing.B) {
	for _, size := range []int{5_000, 50_000, 200_000, 16 << 20} {
		a, th := news(size), style.New(true)
		marks := quotes(a, 50)
		b.Run(fmt.Sprint(size/1000, "KB"), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				p := Render(a, 80, th, Extras{})
				for i := range min(60, p.Len()) {
					p.Line(i, marks)
				}
			}
		})
	}
}

func BenchmarkScreenOfLines(b *testing.B) {
	a := news(5_000)
	p, marks := Render(a, 80, style.New(true), Extras{}), quotes(a, 50)
	for b.Loop() {
		for i := range 60 {
			p.Line(i, marks)
		}
	}
}

func BenchmarkLineOf(b *testing.B) {
	a := news(16 << 20)
	p := Render(a, 80, style.New(true), Extras{})
	for b.Loop() {
		p.LineOf(model.Body, uint32(len(a.Text)-10))
	}
}

func BenchmarkWorst(b *testing.B) {
	row := "| a | b | c | d | e | f | g | h | i | j |\n"
	for name, md := range map[string]string{
		"nested":  strings.Repeat(strings.Repeat("> ", 16)+"some words of a quotation\n", 2500),
		"deep":    strings.Repeat("> ", 5000),
		"items":   strings.Repeat("- ", 16) + strings.Repeat("some words of an item ", 1000),
		"lists":   strings.Repeat("- a\n  - b\n    - c\n      - d\n        - e\n          - f\n", 2500),
		"table":   strings.Repeat("| a ", 10) + "|\n" + strings.Repeat("|-", 10) + "|\n" + strings.Repeat(row, 700),
		"cells":   "| a | b |\n|-|-|\n" + strings.Repeat("| some words in here | and some more words there |\n", 450),
		"words":   strings.Repeat("a ", 100_000),
		"oneword": strings.Repeat("a", 200_000),
		"stars":   strings.Repeat("*a ", 66_000),
		"bracket": strings.Repeat("[", 200_000),
		"links":   strings.Repeat("[a](http://b.c) ", 12_000),
	} {
		a, th := article(md), style.New(true)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				Render(a, 200, th, Extras{})
			}
		})
	}
}
