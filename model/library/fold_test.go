package library

import (
	"strings"
	"testing"
)

func TestFold(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"", ""},
		{"radar", "radar"},
		{"Zoë ÅNGSTRÖM", "zoe angstrom"},
		{"Łódź", "lodz"},
		{"Søren Đukić", "soren dukic"},
		{"STRASSE straße ẞ", "strasse strasse ss"},
		{"Cæsar Œuvre", "caesar oeuvre"},
		{"İstanbul ısı", "istanbul isi"},
		{"e\u0301te\u0301", "ete"},
		{"O’Brien", "o'brien"},
		{"ﬁne", "fine"},
		{"Юлия", "юлия"},
		{"\xff", "\uFFFD"},
	} {
		if got := Fold(c[0]); got != c[1] {
			t.Errorf("Fold(%q) = %q, want %q", c[0], got, c[1])
		}
	}
}

func TestWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		want string
	}{
		{"Anders Fogh-Rasmussen", "anders fogh rasmussen"},
		{"the U.N.", "the un"},
		{"J. K. Osk", "j k osk"},
		{"Miles O’Brien’s", "miles o'brien"},
		{"'Rook'", "rook"},
		{"…", ""},
	} {
		if got := words(c.name); got != c.want {
			t.Errorf("words(%q) = %q, want %q", c.name, got, c.want)
		}
	}
}

func FuzzFold(f *testing.F) {
	f.Add("Zoë", "o")
	f.Add("O’Brien said “no” to Łódź", "to lodz")
	f.Add("ﬁ\u0301", "i")
	f.Fuzz(func(t *testing.T, text, find string) {
		folded := Fold(text)
		if Fold(folded) != folded {
			t.Errorf("Fold(%q) = %q, and that folds to %q", text, folded, Fold(folded))
		}
		n := newNeedle(find, false)
		if n.folded == "" {
			return
		}
		folded = strings.ReplaceAll(folded, "\n", " ")
		for at := range n.all(text) {
			if !strings.HasPrefix(strings.ReplaceAll(Fold(text[at.Start:]), "\n", " "), n.folded) || int(at.End) > len(text) {
				t.Errorf("%q stands at %v in %q, but %q does not begin with %q", find, at, text, Fold(text[at.Start:]), n.folded)
			}
		}
		if strings.HasPrefix(folded, n.folded) && !n.in(text) {
			t.Errorf("contains(%q, %q) is false, but %q begins so", text, find, folded)
		}
	})
}
