package near_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"reader/model/generate"
	"reader/model/near"
)

func TestSameQuote(t *testing.T) {
	t.Parallel()
	const whole = "“We don’t know who closed the gate, and we shall not guess before Friday.”"
	for _, c := range []struct {
		name, a, b string
		want       bool
	}{
		{"the same", whole, whole, true},
		{"other marks, another ending", whole, `"We don't know who closed the gate, and we shall not guess before Friday,"`, true},
		{"other case", whole, strings.ToUpper(whole), true},
		{"without accents", "Zoë a fermé la barrière", "Zoe a ferme la barriere", true},
		{"accents that stand alone", "Zoe\u0308 a ferme\u0301 la barrie\u0300re", "Zoë a fermé la barrière", true},
		{"its first half", whole, "“We don’t know who closed the gate,”", true},
		{"its second half", "we shall not guess before Friday", whole, true},
		{"too few words of it", whole, "“the gate, and we”", false},
		{"few words, and all of them", "“No comment.”", "No comment", true},
		{"a part that ends inside a word", whole, "We don't know who closed the gat", false},
		{"the same beginning", whole, "We don't know who closed the gate, and I was not there.", false},
		{"one word changed", whole, strings.Replace(whole, "Friday", "Monday", 1), false},
		{"nothing", "“”", "…", false},
		{"nothing and something", "", whole, false},
	} {
		if got := near.SameQuote(c.a, c.b); got != c.want {
			t.Errorf("%s: got %t", c.name, got)
		}
		if got := near.SameQuote(c.b, c.a); got != c.want {
			t.Errorf("%s, the other way round: got %t", c.name, got)
		}
		var q near.Quotes
		q.Add(c.a)
		if got := q.Group(q.Add(c.b)) == 0; got != c.want {
			t.Errorf("%s, among many: got %t", c.name, got)
		}
	}
}

func TestTwoHalvesAreOneQuoteOnceTheWholeIsThere(t *testing.T) {
	t.Parallel()
	const first, second = "There is a hole in the fence", "and my dog has known it for years"
	var q near.Quotes
	a, b := q.Add(second), q.Add(first)
	if q.Group(a) == q.Group(b) {
		t.Error("two halves are one without the whole")
	}
	c := q.Add(first + " – " + second)
	if got := []int32{q.Group(a), q.Group(b), q.Group(c)}; !slices.Equal(got, []int32{0, 0, 0}) {
		t.Errorf("got the groups %v", got)
	}
}

// TestAQuoteThatSeveralCarryIsOne holds groups of quotes against what was said in generated articles.
func TestAQuoteThatSeveralCarryIsOne(t *testing.T) {
	t.Parallel()
	g := generate.New(31)
	type key struct {
		said uint64
		by   string
	}
	var q near.Quotes
	first := map[key]int32{}
	words := map[int32]string{}
	for range 500 {
		for _, quote := range g.Next().Truth.Quotes {
			if quote.Kind != "direct" {
				continue
			}
			n := q.Add(quote.Words)
			words[n] = quote.Words
			k := key{quote.Said, quote.Speaker}
			if before, ok := first[k]; ok && q.Group(before) != q.Group(n) {
				t.Errorf("%q is not one", quote.Words)
			}
			if _, ok := first[k]; !ok {
				first[k] = n
			}
			if other := words[q.Group(n)]; !near.SameQuote(other, quote.Words) {
				t.Errorf("%q and %q are one", other, quote.Words)
			}
		}
	}
	if len(first) < 1000 || len(words) < 2*len(first)-len(first)/2 {
		t.Errorf("%d quotes, %d of them others", len(words), len(first))
	}
}

func FuzzSameQuote(f *testing.F) {
	f.Add("“We don’t know who closed the gate.”", "who closed the gate")
	f.Add("Zoe\u0308", "\xff’'\u0301")
	f.Fuzz(func(t *testing.T, a, b string) {
		if near.SameQuote(a, b) != near.SameQuote(b, a) {
			t.Errorf("%q and %q are the same one way round only", a, b)
		}
		var q near.Quotes
		q.Add(a)
		if got := q.Group(q.Add(b)) == 0; got != near.SameQuote(a, b) {
			t.Errorf("%q and %q: one group is %t", a, b, got)
		}
	})
}

func BenchmarkQuotes(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		g := generate.New(1)
		var words []string
		for len(words) < n {
			for _, q := range g.Next().Truth.Quotes {
				words = append(words, q.Words)
			}
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				var q near.Quotes
				for _, w := range words[:n] {
					q.Add(w)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/quote")
		})
	}
}

func TestGroupsOfQuotesDoNotDependOnTheOrder(t *testing.T) {
	t.Parallel()
	const whole = "a b c d e f g h i j k l m n o p q r s t u v w x y z"
	words := strings.Fields(whole)
	r := rand.New(rand.NewPCG(1, 2))
	parts := make([]string, 1, 31)
	parts[0] = whole
	for range 30 {
		from := r.IntN(len(words) - 8)
		parts = append(parts, strings.Join(words[from:from+5+r.IntN(4)], " "))
	}
	for range 20 {
		r.Shuffle(len(parts), func(i, k int) { parts[i], parts[k] = parts[k], parts[i] })
		var q near.Quotes
		for _, p := range parts {
			q.Add(p)
		}
		for n := range int32(len(parts)) {
			if q.Group(n) != 0 {
				t.Fatalf("%q is not of the group of the whole", parts[n])
			}
		}
	}
}
