package nlp_test

import (
	"cmp"
	"flag"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"reader/model"
	"reader/model/nlp"
	"reader/model/nlp/doc/doctest"
	"reader/model/nlp/gold"
)

var mistakes = flag.Bool("mistakes", false, "TestAccuracy lists every quote that is missed, too much or somebody else's")

// Of what is said in news that a human read for it, enough is found, with who says it; and who is shown as a fact is
// right. The tables are printed with -v.
func TestAccuracy(t *testing.T) {
	articles, err := gold.ReadDir("testdata/news")
	if err != nil {
		t.Fatal(err)
	}
	all, kept := newTally(), newTally()
	for _, a := range articles {
		if !a.Read {
			continue
		}
		found := doctest.Article(a.Title(), a.Body())
		found.Dateline = dateline(a)
		nlp.Analyze(found)
		c := compare(a, found)
		all.add(c)
		if a.Held() {
			kept.add(c)
		}
		if *mistakes {
			t.Log(c.mistakes())
		}
	}
	t.Logf("the kept tenth\n%s", kept)
	t.Logf("all articles that are read for quotes\n%s", all)
	if f1 := all.f1(all.found); f1 < leastFound {
		t.Errorf("F1 of the spans is %.3f, want at least %.2f", f1, leastFound)
	}
	if f1 := all.f1(all.joint); f1 < leastJoint {
		t.Errorf("F1 of the spans with their speakers is %.3f, want at least %.2f", f1, leastJoint)
	}
	for _, band := range []struct{ from, to, least float32 }{{model.Fact, 2, leastFacts}, {0.8, model.Fact, 0.82}, {0.5, 0.8, 0.7}} {
		c := all.between(band.from, band.to)
		if share := c.share(); share < float64(band.least) {
			t.Errorf("of %d speakers with a confidence from %.2f %.3f are right, want at least %.2f", c.n, band.from, share, band.least)
		}
	}
}

// What TestAccuracy asks for.
const (
	leastFound = 0.81
	leastJoint = 0.68
	leastFacts = 0.95
)

// comparison is what was found in an article beside what is in it. Its spans are those of the annotated article.
type comparison struct {
	*gold.Article
	found  *model.Article
	wanted []gold.Quote // those that lie in no other
	quotes []model.Quote
	of     map[int]int // to quotes, from the wanted one with the same span, or nearly
}

func compare(a *gold.Article, found *model.Article) *comparison {
	c := &comparison{Article: a, found: found}
	var nested []model.Span
	for _, q := range a.Quotes {
		if slices.ContainsFunc(a.Quotes, func(o gold.Quote) bool { return o.Span != q.Span && o.Span.Contains(q.Span) }) {
			nested = append(nested, q.Span)
		} else {
			c.wanted = append(c.wanted, q)
		}
	}
	for _, q := range c.found.Quotes {
		q.Span = c.place(q.Span, q.Field)
		q.Mention = c.place(q.Mention, q.Field)
		if !c.inner(q.Span, nested) {
			c.quotes = append(c.quotes, q)
		}
	}
	c.match()
	return c
}

// inner reports whether s, that was found, is one of the quotes within quotes rather than one of the others. Such a
// quote is neither right nor wrong.
func (c *comparison) inner(s model.Span, nested []model.Span) bool {
	best := 0.0
	for _, w := range c.wanted {
		best = max(best, shared(w.Span, s))
	}
	return slices.ContainsFunc(nested, func(n model.Span) bool {
		return shared(n, s) >= 0.8 && shared(n, s) > best || best < 0.3 && 2*overlap(n, s) >= s.Len()
	})
}

// dateline returns the places that the body of a begins with, if a dash follows them.
func dateline(a *gold.Article) model.Span {
	end := a.BodyAt
	for _, n := range a.Names {
		if n.Type == model.Place && (n.Span.Start == a.BodyAt || n.Span.Start == end+2 && a.Text[end:end+2] == ", ") {
			end = n.Span.End
		}
	}
	if end == a.BodyAt || !dash.MatchString(a.Text[end:]) {
		return model.Span{}
	}
	return model.Span{Start: 0, End: end - a.BodyAt}
}

var dash = regexp.MustCompile(`^[^\n]{0,40}?(—|–| - |--)`)

// place returns a span of the analysed article in the annotated one.
func (c *comparison) place(s model.Span, f model.Field) model.Span {
	if f == model.Title || s.Empty() {
		return s
	}
	return s.Shift(int(c.BodyAt))
}

// match ties what is wanted to what is found, one to one, the best first.
func (c *comparison) match() {
	type pair struct {
		w, q int
		iou  float64
	}
	var pairs []pair
	for w := range c.wanted {
		for q := range c.quotes {
			if s := shared(c.trim(c.wanted[w].Span), c.trim(c.quotes[q].Span)); s >= 0.8 {
				pairs = append(pairs, pair{w, q, s})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return cmp.Compare(b.iou, a.iou) })
	c.of = map[int]int{}
	taken := map[int]bool{}
	for _, p := range pairs {
		if _, ok := c.of[p.w]; !ok && !taken[p.q] {
			c.of[p.w], taken[p.q] = p.q, true
		}
	}
}

// trim returns s without "that" and the marks at its ends.
func (c *comparison) trim(s model.Span) model.Span {
	const edge = "\"“”‘’'` \n\t.,;:!?-–—()[]"
	words := strings.TrimLeft(s.In(c.Text), edge)
	words = strings.TrimLeft(strings.TrimPrefix(words, "that "), edge)
	start := s.End - uint32(len(words))
	return model.Span{Start: start, End: start + uint32(len(strings.TrimRight(words, edge)))}
}

// overlap returns how many bytes a and b share, shared which part of both together that is.
func overlap(a, b model.Span) int { return max(0, int(min(a.End, b.End))-int(max(a.Start, b.Start))) }

func shared(a, b model.Span) float64 {
	both := overlap(a, b)
	return float64(both) / float64(max(1, a.Len()+b.Len()-both))
}

// right reports whether q has the speaker of w.
func (c *comparison) right(w gold.Quote, q model.Quote) bool {
	if w.Speaker == "" || q.Speaker == 0 {
		return w.Speaker == "" && q.Speaker == 0
	}
	named, other, described := false, false, false
	for _, m := range c.found.Mentions {
		if m.Entity != q.Speaker {
			continue
		}
		span := c.place(m.Span, m.Field)
		if m.Form == model.Name {
			named = named || c.bears(span, w.Key)
			other = other || c.another(span, w)
		} else {
			named = named || c.titled(span, w.Key)
		}
		described = described || c.describes(span, m.Form, w)
	}
	if w.Key != "" {
		return named && !other
	}
	return described && !other
}

// bears reports whether at s stands a name of key.
func (c *comparison) bears(s model.Span, key string) bool {
	return key != "" && slices.ContainsFunc(c.Names, func(n gold.Name) bool { return n.Key == key && n.Span.Overlaps(s) })
}

// titled reports whether the words at s end in a name of key, and are not of somebody else's: "the minister Ann Lee",
// not "a friend of Ann Lee".
func (c *comparison) titled(s model.Span, key string) bool {
	return key != "" && slices.ContainsFunc(c.Names, func(n gold.Name) bool {
		before := strings.Fields(c.Text[min(s.Start, n.Span.Start):n.Span.Start])
		return n.Key == key && n.Span.End == s.End && s.Contains(n.Span) && len(before) > 0 && !belonging.MatchString(before[len(before)-1])
	})
}

var belonging = regexp.MustCompile(`^(for|of|to|from|by|with|about|and|at|in|.*['’]s)$`)

// another reports whether at s stands a name of somebody else who speaks in the article.
func (c *comparison) another(s model.Span, w gold.Quote) bool {
	return slices.ContainsFunc(c.Quotes, func(q gold.Quote) bool {
		return q.Key != w.Key && c.bears(s, q.Key) && !s.Overlaps(w.Mention)
	})
}

// describes reports whether a mention at s is of the speaker of w, who has no key: of the words for the speaker, not
// of a name in them, unless more than one speaks.
func (c *comparison) describes(s model.Span, form model.Form, w gold.Quote) bool {
	group := strings.Contains(w.Speaker, " and ")
	if form != model.Name || group || shared(s, w.Mention) >= 0.5 {
		if w.Mention.Overlaps(s) {
			return true
		}
		for at := 0; ; {
			i := strings.Index(c.Text[at:], w.Speaker)
			if i < 0 {
				return false
			}
			at += i
			span := model.Span{Start: uint32(at), End: uint32(at + len(w.Speaker))}
			if span.Overlaps(s) && (form != model.Name || group || shared(s, span) >= 0.5) {
				return true
			}
			at += len(w.Speaker)
		}
	}
	return false
}

// mistakes lists what is missed, too much or somebody else's, one a line.
func (c *comparison) mistakes() string {
	var b strings.Builder
	name := strings.TrimSuffix(filepath.Base(c.Path), ".txt")
	line := func(what string, s model.Span, format string, args ...any) {
		fmt.Fprintf(&b, "%s %s %q %s\n", what, name, s.In(c.Text), fmt.Sprintf(format, args...))
	}
	taken := map[int]bool{}
	for i, w := range c.wanted {
		at, ok := c.of[i]
		taken[at] = taken[at] || ok
		switch {
		case !ok:
			line("missed", w.Span, "%v of %s, by %q %q", c.Kind(w), w.Speaker, w.Mention.In(c.Text), w.Cue.In(c.Text))
		case !c.right(w, c.quotes[at]):
			q := c.quotes[at]
			line("wrong", w.Span, "%v of %s, not %s: %q, %v, %.2f", c.Kind(w), w.Speaker, c.speaker(q), q.Mention.In(c.Text), q.Rule, q.Confidence)
		}
	}
	for i, q := range c.quotes {
		if !taken[i] {
			line("extra", q.Span, "%s: %v, %.2f", c.speaker(q), q.Rule, q.Confidence)
		}
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func (c *comparison) speaker(q model.Quote) string {
	if e := c.found.Speaker(&q); e != nil {
		return e.Name
	}
	return "nobody"
}

// What is found counts as what is wanted if nearly all of it is the same, and a speaker as the right one if he bears a
// name of that one and nobody else's, or is called by the words for one without a name.
func TestComparison(t *testing.T) {
	t.Parallel()
	a, err := gold.Parse("x.txt", "title: Rovers lost\n\n"+
		"[P:lee Ann Lee] said that the pitch was wet. [R:cox The minister] [P:cox Bob Cox] called it “a pity”. "+
		"A fan who met [P:lee Lee] said: “She told me: ‘Go home!’ So I went.” Asked why, nobody answered.")
	if err != nil {
		t.Fatal(err)
	}
	quotes := "the pitch was wet | Ann Lee | Ann Lee | said\n“a pity” | Bob Cox | Bob Cox | called\n" +
		"“She told me … I went.” | A fan | A fan | said\n‘Go home!’ | Ann Lee | She | told\nwhy | - | - | Asked\n"
	if err := a.ReadQuotes("x.quotes", quotes); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name  string
		found []string // words of the quote = the mentions of its speaker, of which those in brackets are no names
		want  string
	}{
		{"everything", []string{
			"that the pitch was wet.=Ann Lee", "a pity=[The minister Bob Cox]",
			"“She told me: ‘Go home!’ So I went.”=[A fan who met Lee]", "‘Go home!’=Lee", "why=",
		}, "4 wanted, 4 predicted, 4 found, 4 joint"},
		{"nothing", nil, "4 wanted, 0 predicted, 0 found, 0 joint"},
		{"too short, too long and too much", []string{
			"the pitch=Ann Lee", "called it “a pity”=Bob Cox", "nobody answered=",
		}, "4 wanted, 3 predicted, 0 found, 0 joint"},
		{"others", []string{
			"the pitch was wet=Bob Cox", "“a pity”=[The minister]",
			"“She told me: ‘Go home!’ So I went.”=Lee", "why=Ann Lee",
		}, "4 wanted, 4 predicted, 4 found, 0 joint"},
		{"two in one", []string{"the pitch was wet=Ann Lee,Bob Cox"}, "4 wanted, 1 predicted, 1 found, 0 joint"},
	} {
		got := newTally()
		got.add(compare(a, annotated(t, a, c.found)))
		s := fmt.Sprintf("%d wanted, %d predicted, %d found, %d joint", got.wanted, got.predicted, got.found, got.joint)
		if s != c.want {
			t.Errorf("%s: %s, want %s", c.name, s, c.want)
		}
	}
}

// annotated returns the article of a with the quotes in found.
func annotated(t *testing.T, a *gold.Article, found []string) *model.Article {
	t.Helper()
	out := doctest.Article(a.Title(), a.Body())
	span := func(words string) model.Span {
		at := strings.Index(out.Text, words)
		if at < 0 {
			t.Fatalf("no %q", words)
		}
		return model.Span{Start: uint32(at), End: uint32(at + len(words))}
	}
	for _, f := range found {
		quote, speaker, _ := strings.Cut(f, "=")
		q := model.Quote{Span: span(quote)}
		if speaker != "" {
			out.Entities = append(out.Entities, model.Entity{})
			q.Speaker = model.EntityID(len(out.Entities))
		}
		for words := range strings.SplitSeq(speaker, ",") {
			m := model.Mention{Entity: q.Speaker, Span: span(strings.Trim(words, "[]"))}
			if strings.HasPrefix(words, "[") {
				m.Form = model.Nominal
			}
			if words != "" {
				out.Mentions = append(out.Mentions, m)
			}
		}
		out.Quotes = append(out.Quotes, q)
	}
	return out
}
