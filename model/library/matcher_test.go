package library

import (
	"slices"
	"testing"

	"reader/model/query"
)

func TestMatchers(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		value, text string
		want        []string
	}{
		{"lease", "A lease. Leases are released, LEASED.", []string{"lease", "Lease", "LEASE"}},
		{`"lease"`, "A lease. Leases are released, LEASE.", []string{"lease", "LEASE"}},
		{`"the lease"`, "the leaseholder has the\nlease, the\n\nlease", []string{"the\nlease"}},
		{"cafe", "Café cafe\u0301 café", []string{"Café", "cafe\u0301", "café"}},
		{`"cafe"`, "Cafés cafe\u0301s cafe\u0301.", []string{"cafe\u0301"}},
		{`"s"`, "ß s", []string{"s"}},
		{"o'b", "O’Brien", []string{"O’B"}},
		{`"北京"`, "在北京的价格", []string{"北京"}},
		{"…", "well…no", []string{"…"}},
		{"\u0301", "cafe\u0301", nil},

		{"/lease[sd]?/", "A lease. Leases are released", []string{"lease", "Leases", "leased"}},
		{"/(?-i)lease/", "Lease lease", []string{"lease"}},
		{"/(?-i)lease/", "Lease café lease", []string{"lease"}},
		{"/(?-i)CAFE/", "café CAFÉ", []string{"CAFÉ"}},
		{"/^b|c$/", "abc\nbc", []string{"c", "b", "c"}},
		{"/cafe|CAFÉS/", "cafés", []string{"café", "cafés"}},
		{"/o'brien/", "O’Brien", []string{"O’Brien"}},
		{"/straße|strasse/", "Straße", []string{"Straße"}},
		{"/kilo/", "\u212Ailo", []string{"\u212Ailo"}},
		{"/x*/", "abc", nil},
		{`/a\/b\\/`, `a/b\`, []string{`a/b\`}},

		{"~sanktions", "The “sanctions”, sanction and sections.", []string{"sanctions", "sanction"}},
		{`~"ada herl"`, "(Ada Härl) Ada. Harl ada x härl", []string{"Ada Härl", "Ada. Harl"}},
		{"~härl", "Åda Härl's", []string{"Härl's"}},
		{`~"a b"`, "a-b a", []string{"a-b"}},
		{"~…", "…", nil},
	} {
		q, err := query.Parse(c.value)
		if err != nil {
			t.Fatal(err)
		}
		term, ok := q.Root.(query.Term)
		if !ok {
			t.Fatalf("%s is no term", c.value)
		}
		m := newMatcher(term.Value)
		var got []string
		for at := range m.all(c.text) {
			got = append(got, at.In(c.text))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s in %q: %q, want %q", c.value, c.text, got, c.want)
		}
		if found := m.in(c.text); found != (len(c.want) > 0) && c.value != "/x*/" {
			t.Errorf("%s in %q: %v", c.value, c.text, found)
		}
	}
}

func TestLiteralOfAPattern(t *testing.T) {
	t.Parallel()
	for expression, want := range map[string]string{
		"zebras?": "zebra", "harbour stays (open|closed)": "harbour stays ", "(abc)+d": "abc", "a|b": "", "[ab]c*": "", "ÄBcd": "bcd", "a{2}": "a",
	} {
		if got := newPattern(query.Value{Form: query.Regexp, Text: expression}).literal; got != want {
			t.Errorf("%s: %q, want %q", expression, got, want)
		}
	}
}
