package page

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"reader/ui/style"
)

// Links can be followed whether or not they are hyperlinks of the terminal.
func TestLinksAndWhereTheyStand(t *testing.T) {
	md := "A [report](https://a.example/r) and\n[one that is long](https://b.example/) and a [file](file:///etc/passwd).\n\nhttps://c.example/" + strings.Repeat("x", 60)
	th := style.New(true)
	for _, th.Hyperlinks = range []bool{false, true} {
		a := article(md)
		a.URL = "https://d.example/article"
		p := Render(a, 34, th, Extras{})
		links := p.Links(0, p.Len())
		want := []string{"https://a.example/r", "https://b.example/", "https://c.example/" + strings.Repeat("x", 60), "https://d.example/article"}
		if len(links) != len(want) {
			t.Fatalf("links: %v", links)
		}
		for i, begins := range []string{"report", "one that", "https://c", "https://d"} {
			l := links[i]
			if line := ansi.Strip(p.Line(l.Line, nil)); l.Address != want[i] || !strings.HasPrefix(line[l.Col:], begins) {
				t.Errorf("to %s at column %d of %q, want to %s at %q", l.Address, l.Col, line, want[i], begins)
			}
		}
		if below := p.Links(links[2].Line+1, p.Len()); len(below) != 2 || below[0].Address != want[2] || below[0].Line != links[2].Line+1 {
			t.Errorf("below the line in which a link begins there is %v of it", below)
		}
	}
}
