package report

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestPoints(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", "a", "é", strings.Repeat("aé€😀", 100)} {
		p := NewPoints(text)
		for i := 0; i <= len(text); i++ {
			if i < len(text) && !utf8.RuneStart(text[i]) {
				continue
			}
			if got, want := p.at(uint32(i)), utf8.RuneCountInString(text[:i]); got != want {
				t.Fatalf("byte %d of %.10q is code point %d, want %d", i, text, got, want)
			}
		}
	}
}
