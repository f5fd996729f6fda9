package popup

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"reader/ui/input"
)

func FuzzUnfold(f *testing.F) {
	for _, s := range []string{"", "one two three", "  ", "東京都 東京", "x\u0301\u0301 👩‍👩‍👧👩‍👩‍👧 z", strings.Repeat("long", 9), "0000000\x03\xf0"} {
		f.Add(s, 7)
	}
	f.Fuzz(func(t *testing.T, text string, width int) {
		typed := input.New(text)
		text = typed.Text()
		lines := unfold(text, width%100)
		if got := strings.Join(lines, ""); got != text || len(lines) == 0 {
			t.Errorf("%q became %q", text, lines)
		}
		for _, l := range lines {
			if c, _ := ansi.FirstGraphemeCluster(l, ansi.GraphemeWidth); ansi.StringWidth(l) > max(width%100, 0) && c != l {
				t.Errorf("%q is wider than %d", l, width%100)
			}
		}
	})
}

func TestUnfold(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""}, {"one", "one"}, {"one two three", "one two |three"}, {"extraordinary", "extraord|inary"}, {"one two  three", "one two |three"},
	} {
		if got := strings.Join(unfold(strings.ReplaceAll(c.text, "  ", " "), 8), "|"); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}
