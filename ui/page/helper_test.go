package page

import (
	"strings"
	"testing"
	"unicode"

	"reader/model"
	"reader/model/markdown"
	"reader/ui/style"

	"github.com/charmbracelet/x/ansi"

	"charm.land/lipgloss/v2"
	uv "github.com/charmbracelet/ultraviolet"
)

// paint is a colour that no theme has.
var paint = uv.Style{Bg: lipgloss.Color("#123456")}

func painted(s model.Span) []Mark { return []Mark{{Span: s, Style: paint}} }

// article returns an article with body md.
func article(md string) *model.Article {
	d := markdown.Parse(md)
	return &model.Article{Markdown: md, Text: d.Text, Blocks: d.Blocks}
}

func render(a *model.Article, width int) *Page {
	th := style.New(true)
	th.Hyperlinks = true // whoever can do without them is tested too: see TestLinks.
	return Render(a, width, th, Extras{})
}

// glyph is a character on the screen.
type glyph struct {
	text    string
	col     int
	painted bool
	link    string
}

// read returns the characters of a line as a terminal would show them. It fails the test where the line holds
// anything but printable text, SGR, and links that may be opened, or is wider than width.
func read(tb testing.TB, line string, width int) []glyph {
	tb.Helper()
	var (
		out  []glyph
		pen  uv.Style
		link uv.Link
		col  int
		p    = ansi.GetParser()
	)
	defer ansi.PutParser(p)
	if w := ansi.StringWidth(line); w > width {
		tb.Fatalf("%d columns on a page of %d: %q", w, width, line)
	}
	for rest := line; rest != ""; {
		if rest[0] != '\x1b' {
			g, w := ansi.FirstGraphemeCluster(rest, ansi.GraphemeWidth)
			for _, r := range g {
				if unicode.IsControl(r) {
					tb.Fatalf("control character %U in %q", r, line)
				}
			}
			bg := pen.Bg != nil && uv.Style{Bg: pen.Bg} == paint
			out = append(out, glyph{g, col, bg, link.URL})
			col += w
			rest = rest[len(g):]
			continue
		}
		seq, _, n, _ := ansi.DecodeSequence(rest, ansi.NormalState, p)
		switch {
		case ansi.HasCsiPrefix(seq) && p.Command() == 'm':
			uv.ReadStyle(p.Params(), &pen)
		case ansi.HasOscPrefix(seq) && p.Command() == 8:
			uv.ReadLink(p.Data(), &link)
			if !isSafe(link.URL) {
				tb.Fatalf("link to %q", link.URL)
			}
		default:
			tb.Fatalf("sequence %q in %q", seq, line)
		}
		rest = rest[n:]
	}
	if !pen.IsZero() || !link.IsZero() {
		tb.Fatalf("style or link left open at the end of %q", line)
	}
	return out
}

func isSafe(address string) bool {
	for _, r := range address {
		if r <= ' ' || r >= 0x7f {
			return false
		}
	}
	return address == "" || strings.HasPrefix(address, "http://") || strings.HasPrefix(address, "https://") ||
		strings.HasPrefix(address, "mailto:")
}

// shown returns the page without styles.
func shown(tb testing.TB, p *Page, width int) string {
	tb.Helper()
	var b strings.Builder
	for i := range p.Len() {
		for _, g := range read(tb, p.Line(i, nil), width) {
			b.WriteString(g.text)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// highlighted returns what is painted of s, a line end where it goes on with the next line or after a hole.
func highlighted(tb testing.TB, p *Page, width int, s model.Span) string {
	tb.Helper()
	var b strings.Builder
	for i := range p.Len() {
		before := -1
		for j, g := range read(tb, p.Line(i, painted(s)), width) {
			if !g.painted {
				continue
			}
			if before != j-1 && b.Len() > 0 {
				b.WriteByte('\n')
			}
			b.WriteString(g.text)
			before = j
		}
	}
	return b.String()
}

// squash returns s without blanks and line ends.
func squash(s string) string { return strings.Join(strings.Fields(s), "") }
