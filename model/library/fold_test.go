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
		folded, needle := Fold(text), Fold(find)
		if Fold(folded) != folded {
			t.Errorf("Fold(%q) = %q, and that folds to %q", text, folded, Fold(folded))
		}
		if needle == "" {
			return
		}
		if newNeedle(find).in(text) && !strings.Contains(folded, needle) {
			t.Errorf("contains(%q, %q), but %q does not", text, needle, folded)
		}
		if strings.HasPrefix(folded, needle) && !newNeedle(find).in(text) {
			t.Errorf("contains(%q, %q) is false, but %q begins so", text, needle, folded)
		}
	})
}
