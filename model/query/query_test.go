package query_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"reader/model/query"
)

// parsed parses a query that has no mistake.
func parsed(tb testing.TB, text string) query.Query {
	tb.Helper()
	q, err := query.Parse(text)
	if err != nil {
		tb.Fatalf("%s: %v", text, err)
	}
	return q
}

// What is written back shows how a query was understood.
func TestParse(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"", ""},
		{"  radar \t base ", "radar base"},
		{"radar AND base", "radar base"},
		{"a b OR c d", "a b OR c d"},
		{"(a OR b) c", "(a OR b) c"},
		{"((a)) (b)", "a b"},
		{"(a b) c", "(a b) c"},
		{"NOT a -b", "-a -b"},
		{"--a NOT -b", "a b"},
		{"-(a OR b)", "-(a OR b)"},
		{"-(a)", "-a"},
		{"and or not", "and or not"},
		{"SPEAKER:okafor", "speaker:okafor"},
		{`said:"not sustainable"x`, `said:"not sustainable" x`},
		{`"a \"b\" \\"`, `"a \"b\" \\"`},
		{`text:/sanction(s|ed)/ x`, `text:/sanction(s|ed)/ x`},
		{`/a\/b c/`, `/a\/b c/`},
		{`/\\/ b`, `/\\/ b`},
		{"person:~haddadd", "person:~haddadd"},
		{`~"northwind oil" ~"x"`, `~"northwind oil" ~x`},
		{"text:-1 10:30 a-b it's", "text:-1 10:30 a-b it's"},
		{"text:OR", "text:OR"},
		{"radar sort:-date base", "radar base sort:-date"},
		{"a OR b sort:Title", "a OR b sort:title"},
		{"sort:quotes", "sort:quotes"},
		{"kind:Direct is:UNREAD has:link", "kind:Direct is:UNREAD has:link"},
		{"(speaker:a) speaker:b", "(speaker:a) speaker:b"},
		{"(speaker:a)", "speaker:a"},
		{"x OR (speaker:a)", "x OR speaker:a"},
		{"speaker:?okafor x", "speaker:?okafor x"},
		{`(speaker:?) -SPEAKER:?"Ada Harl" speaker:?~a`, `(speaker:?) -speaker:?"Ada Harl" speaker:?~a`},
		{"speaker:? okafor said:?x", "speaker:? okafor said:?x"},
	} {
		q := parsed(t, c[0])
		if q.String() != c[1] {
			t.Errorf("%s is read as %s, want %s", c[0], q, c[1])
		}
		if again := parsed(t, q.String()); again.String() != q.String() {
			t.Errorf("%s, written as %s, is read as %s", c[0], q, again)
		}
	}
}

func TestMistakes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		query string
		at    int
		says  string
	}{
		{"speeker:harl", 0, `no field "speeker"; did you mean speaker?`},
		{"radar titel:x", 6, "did you mean title?"},
		{"organization:x", 0, "did you mean org?"},
		{"zebra:harl", 0, "the fields are speaker, said, to, role, kind, person,"},
		{"radar http://x.example", 6, "put them in quotation marks"},
		{"radar (harl", 6, "never closed"},
		{"radar harl)", 10, "no opening parenthesis"},
		{`text:"radar`, 5, `quotation mark that begins here has no " at its end`},
		{"text:/radar", 5, "regular expression that begins here has no / at its end"},
		{"radar ()", 7, "nothing between these parentheses"},
		{`radar ""`, 6, "nothing between these quotation marks"},
		{`radar ~" "`, 6, "nothing between these quotation marks"},
		{"radar //", 6, "nothing between these slashes"},
		{"radar ~ x", 6, "After ~ there must be a word"},
		{"person:~", 7, "After ~ there must be a word"},
		{"OR radar", 0, "before and after OR"},
		{"radar OR", 8, "missing"},
		{"radar AND", 9, "missing"},
		{"radar OR OR harl", 9, "before and after OR"},
		{"radar -", 7, "missing"},
		{"speaker: harl", 8, "without a blank"},
		{"speaker:", 8, "After speaker: there must be"},
		{"-speaker:", 9, "After speaker: there must be"},
		{"text:/a(b/", 6, "a parenthesis that opens is never closed"},
		{"text:/a)/", 6, "a parenthesis closes that was never opened"},
		{"/ab[c/", 3, "a bracket [ is never closed"},
		{"/a|*b/", 3, `before "*" must stand what is repeated`},
		{`/ab\y/`, 3, `"\\y" means nothing`},
		{"kind:spoken", 5, "kind: can be direct, mixed or indirect"},
		{"is:old", 3, "is: can be unread, read, new, starred, noted, corrected or unattributed"},
		{"has:video", 4, "has: can be quotes, speaker, note, link, picture, table or correction"},
		{"has:/x/", 4, "takes a plain value"},
		{"date:~2026", 5, "takes a plain value"},
		{"sort:size", 5, "sort: can be date, title, source or quotes, with - in front"},
		{"date:2026-13", 5, `"2026-13" is no date; a date is 2026, 2026-02,`},
		{"date:2026-02-30", 5, "is no date"},
		{"date:..", 5, "A range must have a date before or after its two dots."},
		{"date:2026..2025-12", 5, "2025-12 is before 2026; the earlier date stands first"},
		{"date:99999d", 5, "is no date"},
		{"(sort:date a)", 1, "can't stand in parentheses"},
		{"-sort:date", 1, "behind a minus"},
		{"sort:date sort:title", 10, "only one can be"},
		{"sort:date OR radar", 10, "before and after OR"},
		{"radar OR sort:date", 9, "before and after OR"},
		{strings.Repeat("(", 70) + "a" + strings.Repeat(")", 70), 65, "nested"},
		{strings.Repeat("-", 1000) + "a", 65, "nested"},
	} {
		_, err := query.Parse(c.query)
		var mistake *query.Error
		switch {
		case !errors.As(err, &mistake):
			t.Errorf("%s: no error", c.query)
		case mistake.At != c.at || !strings.Contains(mistake.Message, c.says):
			t.Errorf("%s: %q at %d, want %q at %d", c.query, mistake.Message, mistake.At, c.says, c.at)
		}
	}
}

// Every query that is being typed letter by letter is read or has a mistake in it, and nothing worse.
func TestTypingLetterByLetter(t *testing.T) {
	t.Parallel()
	const text = `(place:kyiv OR person:~haddadd) NOT said:"not \"so\"" text:/sanction(s|ed)/ date:2026-01..7d sort:-date`
	for n := range len(text) + 1 {
		for _, s := range []string{text[:n], text[n:]} {
			q, err := query.Parse(s)
			var mistake *query.Error
			if err == nil && q.String() == "" && strings.TrimSpace(s) != "" || err != nil && (!errors.As(err, &mistake) || mistake.At > len(s)) {
				t.Errorf("%s: %v, %v", s, q, err)
			}
		}
	}
}

func TestWhichQuote(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"radar", "radar"},
		{"speaker:okafor", "quote(speaker:okafor)"},
		{"speaker:okafor said:price", "quote(speaker:okafor said:price)"},
		{"speaker:okafor place:kyiv said:price", "place:kyiv quote(speaker:okafor said:price)"},
		{"said:a speaker:b -kind:indirect to:c role:d", "quote(said:a speaker:b -kind:indirect to:c role:d)"},
		{"speaker:okafor (said:price OR to:itar)", "quote(speaker:okafor (said:price OR to:itar))"},
		{"(speaker:a OR speaker:b) said:x", "quote((speaker:a OR speaker:b) said:x)"},
		{"speaker:a said:x OR speaker:b said:y", "quote(speaker:a said:x) OR quote(speaker:b said:y)"},
		{"kind:direct (speaker:a said:x OR speaker:b said:y)", "quote(kind:direct (speaker:a said:x OR speaker:b said:y))"},

		{"speaker:a said:x speaker:b said:y", "quote(speaker:a said:x) quote(speaker:b said:y)"},
		{"said:x speaker:a speaker:b", "quote(said:x speaker:a) quote(speaker:b)"},
		{"speaker:a (speaker:b OR speaker:c)", "quote(speaker:a) quote(speaker:b OR speaker:c)"},
		{"speaker:a -speaker:b", "-quote(speaker:b) quote(speaker:a)"},
		{"-speaker:b speaker:a said:x", "-quote(speaker:b) quote(speaker:a said:x)"},
		{"speaker:a -(speaker:b OR speaker:c)", "-(quote(speaker:b) OR quote(speaker:c)) quote(speaker:a)"},
		{"said:x -speaker:b", "quote(said:x -speaker:b)"},
		{"speaker:a -(kind:direct OR said:x)", "quote(speaker:a -(kind:direct OR said:x))"},
		{"kind:direct (speaker:a speaker:b OR said:x)", "(quote(speaker:a) quote(speaker:b) OR quote(said:x)) quote(kind:direct)"},

		{"-speaker:a", "-quote(speaker:a)"},
		{"radar -speaker:a -kind:indirect", "radar -quote(speaker:a) -quote(kind:indirect)"},
		{"-(speaker:a OR speaker:b)", "-(quote(speaker:a) OR quote(speaker:b))"},
		{"-speaker:a OR radar", "-quote(speaker:a) OR radar"},
		{"(-kind:direct OR speaker:a) radar", "radar (-quote(kind:direct) OR quote(speaker:a))"},

		{"speaker:a (said:x)", "quote(said:x) quote(speaker:a)"},
		{"(speaker:a said:x) (speaker:b)", "quote(speaker:a said:x) quote(speaker:b)"},
		{"speaker:a (-kind:indirect)", "-quote(kind:indirect) quote(speaker:a)"},
		{"-(speaker:a kind:direct)", "-quote(speaker:a kind:direct)"},
		{"speaker:b -(speaker:a kind:direct)", "-quote(speaker:a kind:direct) quote(speaker:b)"},
		{"speaker:a (said:x OR radar)", "(quote(said:x) OR radar) quote(speaker:a)"},
		{"speaker:a (said:x radar)", "(radar quote(said:x)) quote(speaker:a)"},
	} {
		q := parsed(t, c[0])
		if got := (query.Query{Root: q.Bound()}).String(); got != c[1] {
			t.Errorf("%s is about %s, want %s", c[0], got, c[1])
		}
	}
}

func TestTermsThatAreNotNegated(t *testing.T) {
	t.Parallel()
	bound := parsed(t, "a (b OR speaker:c said:d) -e -(f -g) speaker:h").Bound()
	got := make([]string, 0, 5)
	for term := range query.Terms(bound) {
		got = append(got, term.String())
	}
	slices.Sort(got)
	if want := []string{"a", "b", "said:d", "speaker:c", "speaker:h"}; !slices.Equal(got, want) {
		t.Errorf("terms %q, want %q", got, want)
	}
	quotes := 0
	for range query.Quotes(bound) {
		quotes++
	}
	if quotes != 2 {
		t.Errorf("%d quotes are asked for, want 2", quotes)
	}
}

func TestDates(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 3, 5, 23, 59, 0, 0, time.FixedZone("", 14*3600))
	for _, c := range []struct {
		date        string
		first, last int32
	}{
		{"2026", 20260101, 20261231},
		{"2026-02", 20260201, 20260228},
		{"2024-02", 20240201, 20240229},
		{"2026-02-03", 20260203, 20260203},
		{"2026-01..2026-02", 20260101, 20260228},
		{"2025..2026-01-05", 20250101, 20260105},
		{"2026-02..", 20260201, 99991231},
		{"..2026-02", 0, 20260228},
		{"today", 20260305, 20260305},
		{"Yesterday", 20260304, 20260304},
		{"7d", 20260226, 20260305},
		{"3w", 20260212, 20260305},
		{"6m", 20250905, 20260305},
		{"1y", 20250305, 20260305},
		{"..6m", 0, 20250905},
		{"14d..7d", 20260219, 20260226},
		{"2026..today", 20260101, 20260305},
		{"7d..", 20260226, 99991231},
	} {
		term, ok := parsed(t, "date:"+c.date).Root.(query.Term)
		if !ok {
			t.Fatalf("%s is no term", c.date)
		}
		if first, last := term.Days(now); first != c.first || last != c.last {
			t.Errorf("%s is %d to %d, want %d to %d", c.date, first, last, c.first, c.last)
		}
	}
}

func TestSlips(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		wanted, word string
		want         bool
	}{
		{"haddadd", "haddad", true},
		{"sanktions", "sanctions", true},
		{"sanktions", "functions", false},
		{"oks", "osk", true},
		{"osk", "os", true},
		{"os", "ok", false},
		{"os", "os", true},
		{"azmov", "azimov", true},
		{"radar", "rader", true},
		{"radar", "raidar", true},
		{"radar", "rudder", false},
		{"", "", true},
	} {
		if got := query.Slips(c.wanted, c.word); got != c.want {
			t.Errorf("%q for %q: %v", c.word, c.wanted, got)
		}
	}
}

func TestSplit(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		query string
		want  []string
	}{
		{"", nil},
		{"radar", []string{"radar"}},
		{`speaker:"Ada Harl" radar  -org:nato`, []string{`speaker:"Ada Harl"`, "radar", "-org:nato"}},
		{"a AND b", []string{"a", "b"}},
		{"a NOT b", []string{"a", "-b"}},
		{"a OR b c", []string{"(a OR b c)"}},
		{"(a OR b) c", []string{"(a OR b)", "c"}},
		{`"a OR b"`, []string{`"a OR b"`}},
		{`text:"say \"no\" OR yes" x`, []string{`text:"say \"no\" OR yes"`, "x"}},
		{"text:/a (b|c)/ -(d (e) f) sort:-date", []string{"text:/a (b|c)/", "-(d (e) f)", "sort:-date"}},
		{"a sort:date OR (b OR c)", []string{"(a  OR (b OR c))", "sort:date"}},
		{"a (b", []string{"a", "(b"}},
		{"--a -", []string{"a"}},
	} {
		if got := query.Split(c.query); !slices.Equal(got, c.want) {
			t.Errorf("Split(%s) = %q, want %q", c.query, got, c.want)
		}
	}
}

func TestQuoted(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"radar", "Orven Post", "a:b", "-a", "~a", "/a", "OR", `say "no"`, "", `\`, "(a)", "post.example", "it's"} {
		if s == "" {
			continue
		}
		term, ok := parsed(t, query.Quoted(s)).Root.(query.Term)
		if !ok || term.Value.Text != s || term.Field != query.Anything {
			t.Errorf("%s is read as %v", query.Quoted(s), term)
		}
	}
	if got := query.Quoted("radar"); got != "radar" {
		t.Errorf("got %s", got)
	}
}

func TestBySpeakers(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		names []string
		want  string
	}{
		{nil, ""},
		{[]string{" "}, ""},
		{[]string{"Ada Harl"}, `speaker:"Ada Harl"`},
		{[]string{`Tom "Rook" Harl`, "OR"}, `speaker:"Tom \"Rook\" Harl" OR speaker:"OR"`},
	} {
		q := query.BySpeakers(c.names...)
		if q.String() != c.want {
			t.Errorf("%q: %s, want %s", c.names, q, c.want)
		}
		if again := parsed(t, q.String()); again.String() != c.want {
			t.Errorf("%s is read as %s", q, again)
		}
	}
}

// Random writes a random query of at most depth, most of which can be read.
func random(r *rand.Rand, depth int) string {
	values := []string{"radar", "Åse", `"OR"`, `"-x"`, `"a b"`, `"\"q\" \\"`, "10:30", "it's", "x-y", "or", `"speaker:x"`, "/a|(b c)/", `/\//`, "~radra", `~"a b"`}
	field := []string{"", "", "speaker:", "said:", "person:", "ORG:", "role:", "text:", "source:"}
	few := []string{"kind:direct", "is:read", "has:link", "date:2026..", "lang:en"}
	if depth == 0 || r.IntN(3) == 0 {
		if r.IntN(5) == 0 {
			return few[r.IntN(len(few))]
		}
		return field[r.IntN(len(field))] + values[r.IntN(len(values))]
	}
	a, b := random(r, depth-1), random(r, depth-1)
	return fmt.Sprintf([]string{"%s %s", "%s AND %s", "%s OR %s", "(%s OR %s)", "(%s %s)", "-(%s %s)", "NOT %s -%s", "%s (%s)"}[r.IntN(8)], a, b)
}

func TestRandomQueriesRoundTrip(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		text := random(r, 4)
		q := parsed(t, text)
		again := parsed(t, q.String())
		asked, askedAgain := query.Query{Root: q.Bound()}, query.Query{Root: again.Bound()}
		if again.String() != q.String() || asked.String() != askedAgain.String() {
			t.Fatalf("%s, written as %s, is read as %s; it is about %s, and then about %s", text, q, again, asked, askedAgain)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"", "a OR b", `speaker:"x\"" -(text:y z)`, "((", "NOT NOT a", "é:1", "a:b", "\xff\"", "text:/a(b|c)\\// ~d", "(speaker:a) -said:b sort:-date",
		"date:2026-01..7d is:unread", `speaker:?x (speaker:?) speaker:?"a`, "speaker:?~", "/(?P<a>b", `~"x`, "speaker:",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		query.Split(text)
		for cursor := 0; cursor <= len(text); cursor += 1 + len(text)/100 {
			for _, c := range query.Complete(text, cursor, vocabulary{}) {
				if c.From < 0 || c.From > cursor || c.To < cursor || c.To > len(text) {
					t.Fatalf("%q at %d: %+v", text, cursor, c)
				}
			}
		}
		q, err := query.Parse(text)
		if err != nil {
			if mistake := new(query.Error); !errors.As(err, &mistake) || mistake.At < 0 || mistake.At > len(text) || mistake.Message == "" {
				t.Fatalf("error %#v", err)
			}
			return
		}
		again, err := query.Parse(q.String())
		if err != nil || again.String() != q.String() {
			t.Fatalf("%q written as %q is read as %q, %v", text, q, again, err)
		}
		if was, is := (query.Query{Root: q.Bound()}), (query.Query{Root: again.Bound()}); was.String() != is.String() {
			t.Fatalf("%q is about %s, and written as %q about %s", text, was, q, is)
		}
		if (q.Empty() && q.Order.By == "") != (q.String() == "") {
			t.Fatalf("%q: empty is %v", text, q.Empty())
		}
	})
}

func BenchmarkParse(b *testing.B) {
	const text = `(place:kyiv OR place:lviv) speaker:"Ada Harl" said:/sanction(s|ed)/ date:2026-01..2026-02 -is:read sort:-date`
	for b.Loop() {
		if _, err := query.Parse(text); err != nil {
			b.Fatal(err)
		}
	}
}
