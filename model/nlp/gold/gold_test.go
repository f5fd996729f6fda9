package gold_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"reader/model"
	"reader/model/nlp/cluster"
	"reader/model/nlp/doc/doctest"
	"reader/model/nlp/gazetteer"
	"reader/model/nlp/gold"
	"reader/model/nlp/token"
)

func corpus(t *testing.T) []*gold.Article {
	t.Helper()
	articles, err := gold.ReadDir("../testdata/news")
	if err != nil {
		t.Fatal(err)
	}
	return articles
}

// Whoever speaks, has a role or is referred to is introduced somewhere in the article.
func TestEveryKeyStandsForSomebody(t *testing.T) {
	for _, a := range corpus(t) {
		known := map[string]bool{"?": true}
		types := map[string]model.EntityType{}
		for _, n := range a.Names {
			known[n.Key] = true
			if was, ok := types[n.Key]; ok && was != n.Type && n.Key != "" {
				t.Errorf("%s: %q is %v here and %v before", a.Path, text(a, n.Span), n.Type, was)
			}
			types[n.Key] = n.Type
		}
		for _, w := range a.Words {
			known[w.Key] = known[w.Key] || !w.Role
		}
		for _, w := range a.Words {
			if !known[w.Key] {
				t.Errorf("%s: nobody is %s of %q", a.Path, w.Key, text(a, w.Span))
			}
		}
		for _, d := range a.Drafts {
			if !known[d.Key] {
				t.Errorf("%s: nobody is %s, who says %q", a.Path, d.Key, text(a, d.Spans[0]))
			}
		}
		for _, key := range []string{"outlet", "style", "beat", "region"} {
			if a.Fields[key] == "" {
				t.Errorf("%s: no %s", a.Path, key)
			}
		}
	}
}

var (
	edges   = regexp.MustCompile(`^[\s.,:;!?'"(‘“]|[\s,:;('"‘“]$`)
	belongs = regexp.MustCompile(`['’]s$`)
	lead    = regexp.MustCompile(`^(the|an?|Mrs?\.?|Ms\.?|Dr\.?|President|Sir|Dame|Prof\.?|Professor|Mayor|Sgt\.?|Capt\.?) `)
)

// A name is the name alone, without article, title or possessive.
func TestNamesAreNamesAlone(t *testing.T) {
	for _, a := range corpus(t) {
		for _, n := range a.Names {
			s := text(a, n.Span)
			if edges.MatchString(s) || n.Type == model.Person && lead.MatchString(s) || strings.HasPrefix(s, "the ") {
				t.Errorf("%s: %q is more than a name", a.Path, s)
			}
			if belongs.MatchString(s) && n.Type != model.Organization && n.Type != model.Facility {
				t.Errorf("%s: %q has a possessive", a.Path, s)
			}
			before := a.Text[:n.Span.Start]
			after := a.Text[n.Span.End:]
			if letter(before[max(0, len(before)-1):]) || letter(after[:min(1, len(after))]) {
				t.Errorf("%s: %q is less than a word", a.Path, s)
			}
		}
	}
}

// What is a name in one place of an article is marked in every other place, unless the header's "unmarked"
// lists it.
func TestNamesAreMarkedEverywhere(t *testing.T) {
	for _, a := range corpus(t) {
		bare := []byte(a.Text)
		for _, n := range a.Names {
			for i := n.Span.Start; i < n.Span.End; i++ {
				bare[i] = '#'
			}
		}
		unmarked := strings.Split(a.Fields["unmarked"], ", ")
		seen := map[string]bool{}
		for _, n := range a.Names {
			s := text(a, n.Span)
			if seen[s] || len(s) < 3 || strings.ToLower(s) == s || slices.Contains(unmarked, s) {
				continue
			}
			seen[s] = true
			if at := wholeWords(string(bare), s); at >= 0 {
				t.Errorf("%s: %q is not marked in %q", a.Path, s, a.Text[max(0, at-20):min(len(a.Text), at+len(s)+20)])
			}
		}
	}
}

// The kept tenth tells how well names are found that were never seen. It shares none with the rest but what the world
// has: names that the lists know, and acronyms, which each may stand for several bodies.
func TestTheKeptTenthHasItsOwnNames(t *testing.T) {
	rest := map[string]string{}
	articles := corpus(t)
	for _, a := range articles {
		for _, n := range a.Names {
			if !a.Held() && n.Type <= model.Place {
				rest[text(a, n.Span)] = a.Path
			}
		}
	}
	for _, a := range articles {
		for _, n := range a.Names {
			name := text(a, n.Span)
			other, ok := rest[name]
			if !ok || !a.Held() || n.Type > model.Place || n.Type != model.Person && (acronym.MatchString(name) || listed(name)) {
				continue
			}
			t.Errorf("%s: %s is in %s too", a.Path, name, other)
		}
	}
}

var acronym = regexp.MustCompile(`^[A-Z]{2,5}$`)

// listed reports whether the whole name is in the lists of names.
func listed(name string) bool {
	d := doctest.New(name)
	token.Split(d)
	hashes := make([]uint32, len(d.Tokens))
	for i := range hashes {
		hashes[i] = cluster.Hash(d.Lower(i))
	}
	return gazetteer.Longest(hashes).Len == len(hashes)
}

// The kept tenth is one: from 7 to 15 of a hundred words.
func TestTheKeptTenthIsATenth(t *testing.T) {
	kept, all := 0, 0
	for _, a := range corpus(t) {
		n := len(strings.Fields(a.Text))
		all += n
		if a.Held() {
			kept += n
		}
	}
	if 100*kept < 7*all || 100*kept > 15*all {
		t.Errorf("%d of %d words are kept", kept, all)
	}
}

// No two articles share eight words running.
func TestNoArticleRepeatsAnother(t *testing.T) {
	seen := map[string]string{}
	for _, a := range corpus(t) {
		words := strings.Fields(a.Text)
		for i := range max(0, len(words)-7) {
			s := strings.Join(words[i:i+8], " ")
			if other, ok := seen[s]; ok && other != a.Path {
				t.Errorf("%s and %s share %q", other, a.Path, s)
			}
			seen[s] = a.Path
		}
	}
}

func text(a *gold.Article, s model.Span) string { return a.Text[s.Start:s.End] }

func letter(s string) bool { return s != "" && (s[0]|0x20 >= 'a' && s[0]|0x20 <= 'z') }

// wholeWords returns where s stands in text as whole words, or -1.
func wholeWords(text, s string) int {
	for at := 0; ; {
		i := strings.Index(text[at:], s)
		if i < 0 {
			return -1
		}
		at += i
		if !letter(text[max(0, at-1):at]) && !letter(text[at+len(s):min(len(text), at+len(s)+1)]) {
			return at
		}
		at += len(s)
	}
}

func TestParse(t *testing.T) {
	a, err := gold.Parse("x.txt", strings.Join([]string{
		"title: [O:club Rovers] chief “sorry”",
		"outlet: Post",
		"",
		"[R:lee Coach of [O:club Rovers]] [P:lee Ann Lee] said {i:lee the [L Arden] pitch was wet}. {d:lee “We lost,”} [C:lee she] said. {+ “I am sorry.”}",
		"",
	}, "\n"))
	if err != nil {
		t.Fatal(err)
	}
	if a.Title() != "Rovers chief “sorry”" {
		t.Errorf("title %q", a.Title())
	}
	if want := "Coach of Rovers Ann Lee said the Arden pitch was wet. “We lost,” she said. “I am sorry.”"; a.Body() != want {
		t.Errorf("body %q, want %q", a.Body(), want)
	}
	names := make([]string, 0, len(a.Names))
	words := make([]string, 0, len(a.Words))
	var quotes []string
	for _, n := range a.Names {
		names = append(names, n.Type.String()+" "+n.Key+" "+text(a, n.Span))
	}
	for _, w := range a.Words {
		words = append(words, w.Key+" "+text(a, w.Span))
	}
	for _, q := range a.Drafts {
		for _, s := range q.Spans {
			quotes = append(quotes, q.Key+" "+q.Kind.String()+" "+text(a, s))
		}
	}
	same(t, names, "organization club Rovers", "organization club Rovers", "person lee Ann Lee", "place  Arden")
	same(t, words, "lee Coach of Rovers", "lee she")
	same(t, quotes, "lee indirect the Arden pitch was wet", "lee direct “We lost,”", "lee direct “I am sorry.”")
}

func same(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestParseSaysWhatIsWrongAndWhere(t *testing.T) {
	for body, want := range map[string]string{
		"[P:a Ann":               "x.txt:3: [P a is not closed in its paragraph",
		"a\n\nAnn]":              "x.txt:5: a closing bracket that closes nothing, after \"Title\\n\\na\\n\\nAnn\"",
		"[Q:a Ann]":              "x.txt:3: [Q: the codes after [ are POLNFEWDURC",
		"{d “Yes.”}":             "x.txt:3: {d needs a key",
		"{+ “Yes.”}":             "x.txt:3: {+ goes on with no quote",
		"[P:a  Ann]":             "x.txt:3: [P \" Ann\" is empty or has a blank at its end",
		"[O:a [L:b Oslo] Times]": "x.txt:3: \"Oslo\" is a name within a name",
	} {
		if _, err := gold.Parse("x.txt", "title: Title\n\n"+body); err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %s", body, err, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("title: [P:a Ann]\n\n{d:a “Yes,”} [C:a she] said.")
	f.Add("title: a\n\n[R:b [O:c x]] {i:b [L y]}{+ z}")
	f.Fuzz(func(t *testing.T, data string) {
		a, err := gold.Parse("x.txt", data)
		if err != nil {
			return
		}
		for _, n := range a.Names {
			if n.Span.Start >= n.Span.End || int(n.Span.End) > len(a.Text) {
				t.Errorf("name %v of %d bytes", n.Span, len(a.Text))
			}
		}
		for _, q := range a.Drafts {
			if len(q.Spans) == 0 {
				t.Error("a quote of no parts")
			}
		}
	})
}
