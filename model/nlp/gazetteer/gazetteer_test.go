package gazetteer_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"reader/model"
	"reader/model/nlp/cluster"
	"reader/model/nlp/doc"
	"reader/model/nlp/gazetteer"
	"reader/model/nlp/token"
)

// hashes returns the hashes of the tokens of a text.
func hashes(tb testing.TB, text string) []uint32 {
	tb.Helper()
	d := doc.New(&model.Article{Text: text, Blocks: []model.Block{{Span: model.Span{End: uint32(len(text))}}}})
	token.Split(d)
	out := make([]uint32, len(d.Tokens))
	for i := range out {
		out[i] = cluster.Hash(d.Lower(i))
	}
	return out
}

func TestNames(t *testing.T) {
	for _, c := range []struct {
		text string // begins with the entry
		len  int    // words of the entry
		is   gazetteer.Class
		not  gazetteer.Class
	}{
		{"France won", 1, gazetteer.Country, gazetteer.City | gazetteer.Female},
		{"Buenos Aires was calm", 2, gazetteer.City | gazetteer.Large, gazetteer.Country},
		{"São Paulo and Rio", 2, gazetteer.City | gazetteer.Large, 0},
		{"Sao Paulo and Rio", 2, gazetteer.City | gazetteer.Large, 0},
		{"St. Petersburg", 2, gazetteer.City | gazetteer.Large, 0},
		{"U.S. officials", 1, gazetteer.Country, 0},
		{"New York Times reporters", 3, gazetteer.Media, gazetteer.City},
		{"New York is", 2, gazetteer.Region, 0},
		{"Bosnia and Herzegovina", 3, gazetteer.Country, 0},
		{"Lower Saxony", 2, gazetteer.Region, 0},
		{"Lake Victoria", 2, gazetteer.Region, 0},
		{"Anders Dahl", 1, gazetteer.Male, gazetteer.Female},
		{"Fatima", 1, gazetteer.Female, gazetteer.Male},
		{"Vladimir", 1, gazetteer.Male, gazetteer.Female},
		{"Yoko", 1, gazetteer.Female, gazetteer.Male},
		{"Robin", 1, gazetteer.Female | gazetteer.Male, 0},
		{"Bill", 1, gazetteer.Male | gazetteer.Common, gazetteer.Female},
		{"Ruby", 1, gazetteer.Female | gazetteer.Common, gazetteer.Male},
		{"Andrea", 1, gazetteer.Female | gazetteer.Male, 0},
		{"Nguyễn", 1, gazetteer.Surname, gazetteer.City},
		{"Müller", 1, gazetteer.Surname, 0},
		{"Al-Qaeda fighters", 3, gazetteer.Organization, 0},
		{"AT&T said", 1, gazetteer.Organization, 0},
		{"World Health Organization officials", 3, gazetteer.Organization, 0},
		{"Real Madrid beat", 2, gazetteer.Team, gazetteer.City},
		{"Ministry", 1, gazetteer.OrgWord, gazetteer.Person},
		{"Inc.", 1, gazetteer.OrgWord, gazetteer.Person},
		{"prime minister of", 2, gazetteer.Role, gazetteer.Person},
		{"deputy prime minister", 3, gazetteer.Role, gazetteer.Person},
		{"spokeswoman", 1, gazetteer.Role, gazetteer.Person},
		{"Mr. Dahl", 1, gazetteer.Title, gazetteer.Person},
		{"Lt. Gen. Dahl", 2, gazetteer.Title, gazetteer.Person},
		{"Norwegian", 1, gazetteer.Demonym, gazetteer.Country},
		{"South Koreans", 2, gazetteer.Demonym, gazetteer.Country},
		{"Reuters", 1, gazetteer.Media, gazetteer.Person},
		{"Reading", 1, gazetteer.City | gazetteer.Common, 0},
		{"May", 1, gazetteer.Surname | gazetteer.Common, 0},
		{"Will", 1, gazetteer.Male | gazetteer.Common, gazetteer.Female},
		{"US", 1, gazetteer.Country | gazetteer.Common, 0},
	} {
		got := gazetteer.Longest(hashes(t, c.text))
		if got.Len != c.len || got.Class&c.is != c.is || got.Class&c.not != 0 {
			t.Errorf("%s: %d words are %b; want %d that are %b and not %b", c.text, got.Len, got.Class, c.len, c.is, c.not)
		}
	}
}

func TestNoNames(t *testing.T) {
	for _, text := range []string{
		"the", "of", "and", "said", "because", "which", "Monday", "xqzzyvk", "2,000", ".", "\"", "%", "walked quickly", "",
		"Floomberton Wexlyquist",
	} {
		if got := gazetteer.Longest(hashes(t, text)); got.Len != 0 || got.Class != 0 {
			t.Errorf("%q: %d words are %b", text, got.Len, got.Class)
		}
	}
}

// A word that only begins a name is none, and a name that goes on beyond the words given is not found.
func TestLongestEnds(t *testing.T) {
	words := hashes(t, "Buenos Aires")
	if got := gazetteer.Longest(words[:1]); got.Class&gazetteer.Place != 0 {
		t.Errorf("half a name is found: %+v", got)
	}
	if got := gazetteer.Word(words[0]); got&gazetteer.Place != 0 {
		t.Errorf("half a name is a place: %b", got)
	}
	if got := gazetteer.Longest(nil); got != (gazetteer.Match{}) {
		t.Errorf("nothing is %+v", got)
	}
}

// Words and runs of words that are no names are hardly ever taken for one.
func TestFalseHits(t *testing.T) {
	const tries = 1_000_000
	random := rand.New(rand.NewPCG(1, 2))
	single, double := 0, 0
	lake := hashes(t, "Lake")[0]
	for range tries {
		h := random.Uint32()
		if gazetteer.Word(h) != 0 {
			single++
		}
		if gazetteer.Longest([]uint32{lake, h}).Len == 2 {
			double++
		}
	}
	if single > 60 || double > 60 {
		t.Errorf("of %d each, %d words and %d pairs are taken for names", tries, single, double)
	}
}

func TestAllocates(t *testing.T) {
	words := hashes(t, "The prime minister of Norway met Anders Dahl in Buenos Aires.")
	if n := testing.AllocsPerRun(100, func() {
		for i := range words {
			gazetteer.Longest(words[i:])
		}
	}); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func Example() {
	words := []uint32{cluster.Hash("buenos"), cluster.Hash("aires"), cluster.Hash("is")}
	m := gazetteer.Longest(words)
	fmt.Println(m.Len, m.Class&gazetteer.City != 0)
	// Output: 2 true
}

func BenchmarkLongest(b *testing.B) {
	words := hashes(b, strings.Repeat("The prime minister of Norway met Anders Dahl of the World Health Organization in Buenos Aires, his "+
		"spokeswoman told Reuters on Monday, and then New York Times reporters asked him about it. ", 20))
	for b.Loop() {
		for i := range words {
			gazetteer.Longest(words[i:])
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(words)), "ns/token")
}
