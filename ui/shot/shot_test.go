package shot

import (
	"encoding/xml"
	"errors"
	"image/color"
	"io"
	"strings"
	"testing"

	uv "github.com/charmbracelet/ultraviolet"
)

func picture(t *testing.T, frame string, width, height int) string {
	t.Helper()
	var b strings.Builder
	if err := SVG(&b, Cells(frame, width, height), color.White, color.Black); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestCells(t *testing.T) {
	rows := Cells("ab\x1b[1mc\x1b[m\n東d too long", 4, 3)
	if len(rows) != 3 || len(rows[0]) != 4 {
		t.Fatalf("%d rows of %d", len(rows), len(rows[0]))
	}
	if c := rows[0][2]; c.Content != "c" || c.Style.Attrs != uv.AttrBold {
		t.Errorf("got %q %+v", c.Content, c.Style)
	}
	if c := rows[1][0]; c.Content != "東" || c.Width != 2 {
		t.Errorf("got %q, %d columns", c.Content, c.Width)
	}
	if c := rows[1][2]; c.Content != "d" {
		t.Errorf("after the wide character comes %q", c.Content)
	}
}

func TestSVGIsXML(t *testing.T) {
	isXML(t, picture(t, "a <b> & \"c\" \x1b[7mreverse\x1b[m\n┌─┐ 東京 👩‍👩‍👧", 20, 3))
}

func TestSVG(t *testing.T) {
	for _, test := range []struct{ frame, want string }{
		{"ab", `textLength="16.8" lengthAdjust="spacingAndGlyphs" xml:space="preserve" fill="#ffffff">ab</text>`},
		{"a b", `>a b</text>`},
		{"<&>", `>&lt;&amp;&gt;</text>`},
		{"\x1b[38;2;1;2;3mab", `fill="#010203">ab</text>`},
		{"\x1b[48;2;1;2;3mab\x1b[m", `<rect x="12.0" y="12.0" width="16.8" height="17.0" fill="#010203"/>`},
		{"\x1b[7mab", `<rect x="12.0" y="12.0" width="16.8" height="17.0" fill="#ffffff"/>`},
		{"\x1b[7mab", `fill="#000000">ab</text>`},
		{"\x1b[1;3;4;9mab", `font-weight="bold" font-style="italic" text-decoration="underline line-through">ab</text>`},
		{"a\x1b[1mb", `<text x="20.4"`},
		{"a東b", `<text x="20.4" y="25.0" textLength="16.8"`},
		{"a東b", `<text x="37.2"`},
		{"\nb", `<text x="12.0" y="42.0"`},
	} {
		if got := picture(t, test.frame, 20, 2); !strings.Contains(got, test.want) {
			t.Errorf("%q: no %s in\n%s", test.frame, test.want, got)
		}
	}
	if got := picture(t, "\x1b[3m   \x1b[m", 3, 1); strings.Contains(got, "<text") {
		t.Errorf("blanks are drawn: %s", got)
	}
	if got := picture(t, "", 10, 2); !strings.Contains(got, `viewBox="0 0 108.0 58.0"`) {
		t.Errorf("the size is wrong: %s", got)
	}
}

// isXML asserts that s can be read.
func isXML(t *testing.T, s string) {
	t.Helper()
	for d := xml.NewDecoder(strings.NewReader(s)); ; {
		_, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestSVGTellsOfErrors(t *testing.T) {
	if err := SVG(full{}, Cells("a", 1, 1), color.White, color.Black); err == nil {
		t.Error("no error")
	}
}
