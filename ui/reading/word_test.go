package reading

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"reader/model"
)

func TestWords(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"“I don’t,” he said.", "“|I|don’t|,|”|he|said|."},
		{"1,203 six-month\n\nEnd", "1,203|six|-|month|End"},
		{" \n ", ""},
		{"", ""},
		{"a\u0301b e\u0301.", "a\u0301b|e\u0301|."},
		{"👩‍🚀 went", "👩‍🚀|went"},
		{"東京 です", "東|京|で|す"},
	} {
		var forth, back []string
		for w, ok := wordFrom(c.text, 0); ok; w, ok = wordAfter(c.text, w) {
			forth = append(forth, w.In(c.text))
		}
		for w, ok := wordBefore(c.text, uint32(len(c.text))); ok; w, ok = wordBefore(c.text, w.Start) {
			back = append(back, w.In(c.text))
		}
		slices.Reverse(back)
		if got := strings.Join(forth, "|"); got != c.want {
			t.Errorf("%q: got %s, want %s", c.text, got, c.want)
		}
		if !slices.Equal(forth, back) {
			t.Errorf("%q: %q forth and %q back", c.text, forth, back)
		}
	}
}

func TestTheWordAtAPlace(t *testing.T) {
	text := "Ada said: “no.” "
	for i, want := range []string{0: "Ada", 2: "Ada", 3: "said", 4: "said", 8: ":", 9: "“", 10: "“", 13: "no", 15: ".", 16: "”", 20: "”"} {
		if want == "" {
			continue
		}
		if got := wordAt(text, uint32(i)); got.In(text) != want {
			t.Errorf("at %d: got %q, want %q", i, got.In(text), want)
		}
	}
	if got := wordAt("  ", 1); !got.Empty() {
		t.Errorf("there is no word, got %v", got)
	}
}

// Words cover every character that is not white space, in order, and cut none in two.
func FuzzWords(f *testing.F) {
	for _, s := range []string{"“I don’t,” he said.", "a\u0301\u0600 1\u200d👩‍🚀x", "क्षि 한국어 \U0001f1e9\U0001f1ea\U0001f1eb", "\u0600 1", "a\r\n\u3000b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		ends := map[uint32]bool{0: true}
		for at := 0; at < len(text); {
			g, _ := ansi.FirstGraphemeCluster(text[at:], ansi.GraphemeWidth)
			for i := range g {
				if strings.ContainsFunc(g, unicode.IsSpace) { // white space parts words whatever is drawn over it
					ends[uint32(at+i)] = true
				}
			}
			at += len(g)
			ends[uint32(at)] = true
		}
		var last model.Span
		for w, ok := wordFrom(text, 0); ok; w, ok = wordAfter(text, w) {
			if w.Empty() || w.Start < last.End || strings.TrimFunc(text[last.End:w.Start], unicode.IsSpace) != "" {
				t.Fatalf("%q: word %v after %v", text, w, last)
			}
			if !ends[w.Start] || !ends[w.End] {
				t.Errorf("%q: word %v cuts a character in two", text, w)
			}
			last = w
		}
		if strings.TrimFunc(text[last.End:], unicode.IsSpace) != "" {
			t.Errorf("%q: nothing after %v", text, last)
		}
	})
}
