package line

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

const red, reset = "\x1b[31m", "\x1b[m"

func TestFit(t *testing.T) {
	for _, c := range []struct {
		name, in string
		width    int
		want     string
	}{
		{"padded", "ab", 4, "ab  "},
		{"as it is", "abcd", 4, "abcd"},
		{"cut", "abcdef", 4, "abc…"},
		{"wide characters count two", "東京都", 4, "東… "},
		{"no room", "abc", 0, ""},
		{"negative", "abc", -3, ""},
		{"empty", "", 2, "  "},
		{"styles take no room", red + "ab" + reset, 3, red + "ab" + reset + " "},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Fit(c.in, c.width); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestEnd(t *testing.T) {
	for s, want := range map[string]string{"abcd": "abcd", "abcde": "…cde", "": "", "東京都": "… 都"} {
		if got := End(s, 4); got != want {
			t.Errorf("the end of %q is %q, want %q", s, got, want)
		}
	}
}

func TestSpread(t *testing.T) {
	for _, c := range []struct {
		left, right string
		width       int
		want        string
	}{
		{"name", "“3", 10, "name    “3"},
		{"a long name", "“3", 8, "a lon…“3"},
		{"name", "12345", 3, "12…"},
	} {
		if got := Spread(c.left, c.right, c.width); got != c.want {
			t.Errorf("Spread(%q, %q, %d) = %q, want %q", c.left, c.right, c.width, got, c.want)
		}
	}
}

func TestOverlayKeepsWhatIsBeside(t *testing.T) {
	for _, c := range []struct {
		name, under, over string
		x                 int
		want              string
	}{
		{"in the middle", "abcdefgh", "XY", 3, "abcXYfgh"},
		{"at the left", "abcd", "XY", 0, "XYcd"},
		{"at the right", "abcd", "XY", 2, "abXY"},
		{"half of a wide character", "東京都", "X", 1, " X京都"},
		{"over half of a wide character", "東京都", "X", 2, "東X 都"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Overlay(c.under, c.over, c.x)
			if ansi.Strip(got) != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestOverlayKeepsStyles(t *testing.T) {
	got := Overlay(red+"abcdef"+reset, "XY", 2)
	if ansi.Strip(got) != "abXYef" || strings.Count(got, red) < 2 {
		t.Errorf("got %q, want ab and ef in red", got)
	}
}

func TestFill(t *testing.T) {
	got := strings.Join(Fill([]string{"a", "bcd", "e"}, 2, 2), "|")
	if want := "a |b…"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := Fill(nil, -1, -1); len(got) != 0 {
		t.Errorf("got %q, want nothing", got)
	}
}

func TestBars(t *testing.T) {
	for _, c := range []struct {
		values []int
		want   string
	}{
		{nil, ""},
		{[]int{0, 0}, "  "},
		{[]int{1, 0, 1}, "█ █"},
		{[]int{1, 2, 4, 8, 0}, "▁▂▄█ "},
		{[]int{1, 1000}, "▁█"},
	} {
		if got := Bars(c.values); got != c.want {
			t.Errorf("%v: %q, want %q", c.values, got, c.want)
		}
	}
}
