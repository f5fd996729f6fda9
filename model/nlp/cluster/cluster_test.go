package cluster

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func coarse(t *testing.T, word string) uint16 {
	t.Helper()
	fine, coarse := Of(Hash(word))
	if fine == 0 || coarse == 0 {
		t.Errorf("%q has no group", word)
	}
	return coarse
}

// sets are words of one kind each, most of which must be in one coarse group.
var sets = map[string]string{
	"countries":   "france germany norway spain italy denmark sweden poland belgium austria netherlands portugal",
	"africa":      "kenya uganda tanzania zambia ghana nigeria ethiopia senegal mali",
	"months":      "january february march april june july august september october november december",
	"days":        "monday tuesday wednesday thursday friday saturday sunday",
	"say":         "said says told added insisted warned denied claimed argued replied",
	"surnames":    "johnson miller smith taylor wilson clark thompson anderson baker",
	"first names": "john peter paul david michael robert richard james thomas",
	"women":       "mary anna elizabeth margaret catherine sarah emily jane alice",
	"russians":    "ivanov petrov sokolov kuznetsov smirnov volkov orlov",
	"peoples":     "french german spanish italian dutch danish swedish",
	"body":        "hip knee shoulder ankle elbow wrist thigh",
	"roles":       "minister president secretary chairman spokesman",
	"digits":      "one two three four five six seven eight",
}

func TestLikeWordsAreTogether(t *testing.T) {
	for name, words := range sets {
		count := map[uint16]int{}
		most, all := 0, strings.Fields(words)
		for _, w := range all {
			c := coarse(t, w)
			count[c]++
			most = max(most, count[c])
		}
		if most*2 <= len(all) {
			t.Errorf("%s: only %d of %d are in one coarse group: %v", name, most, len(all), count)
		}
	}
}

func TestUnlikeWordsAreApart(t *testing.T) {
	for _, pair := range [][2]string{
		{"said", "shoulder"},
		{"monday", "johnson"},
		{"french", "knee"},
		{"minister", "ankle"},
		{"peter", "seven"},
		{"ivanov", "ltd"},
		{"norway", "smith"},
		{"corp", "mary"},
		{"insisted", "kuznetsov"},
	} {
		if coarse(t, pair[0]) == coarse(t, pair[1]) {
			t.Errorf("%q and %q are in one coarse group", pair[0], pair[1])
		}
	}
}

func TestUnknown(t *testing.T) {
	for _, w := range []string{"", "xqzzyvk", "ʘ", "\xff", "norwayxq", strings.Repeat("x", 10_000)} {
		if fine, coarse := Of(Hash(w)); fine != 0 || coarse != 0 {
			t.Errorf("%q is in group %d of %d", w, fine, coarse)
		}
	}
}

// The hash is that of the plain form of a word.
func TestHashFolds(t *testing.T) {
	for _, c := range [][2]string{
		{"são", "sao"},
		{"1995", "0000"},
		{"’s", "'s"},
		{"“", `"`},
		{"łódź", "lodz"},
		{"straße", "strasse"},
		{"ærø", "aero"},
		{"nguyễn", "nguyen"},
		{"đặng", "dang"},
		{"gülşen", "gulsen"},
		{"iași", "iasi"},
		{"e\u0301mile", "emile"},
		{"žižek", "zizek"},
		{"œuvre", "oeuvre"},
		{"reykjavík", "reykjavik"},
		{"þór", "thor"},
		{"ſ", "s"},
		{"ÿ", "y"},
		{"Ạ", "a"},
		{"ỹ", "y"},
		{"ế", "e"},
		{"ị", "i"},
		{"ợ", "o"},
		{"ự", "u"},
		{"ỳ", "y"},
	} {
		if Hash(c[0]) != Hash(c[1]) {
			t.Errorf("%q is not %q", c[0], c[1])
		}
		if got := Plain(c[0]); got != c[1] && c[1] != "0000" {
			t.Errorf("%q is plainly %q, not %q", c[0], got, c[1])
		}
	}
	if Hash("sao") == Hash("são paulo") || Hash("a") == Hash("") || Hash("×") == Hash("x") {
		t.Error("unlike words have one hash")
	}
}

// Every place that Of can look at is there: the file is whole, sorted, and its numbers are those of groups.
func TestData(t *testing.T) {
	n := int(number(4 * Buckets))
	if want := wordsAt + 4*n; len(data) != want {
		t.Fatalf("%d bytes, not %d", len(data), want)
	}
	if n < 90_000 || len(data) > 450_000 {
		t.Errorf("%d words in %d bytes", n, len(data))
	}
	for b := range Buckets {
		from, to := number(4*b), number(4*b+4)
		if from > to {
			t.Fatalf("bucket %d ends before it begins", b)
		}
		for i := from; i < to; i++ {
			word := number(wordsAt + 4*int(i))
			if fine := word % Buckets; fine == 0 || fine > Fine {
				t.Errorf("word %d is in group %d", i, fine)
			}
			if i > from && word>>BucketBits <= number(wordsAt+4*int(i-1))>>BucketBits {
				t.Errorf("word %d is not behind the one before it", i)
			}
		}
	}
	last := byte(1)
	for fine := range Fine {
		c := data[coarseAt+fine]
		if c != last && c != last+1 {
			t.Errorf("group %d is in coarse group %d, the one before it in %d", fine+1, c, last)
		}
		last = c
	}
	if last != Coarse {
		t.Errorf("%d coarse groups", last)
	}
}

func FuzzHash(f *testing.F) {
	f.Add("são paulo’s")
	f.Add("\xff\xc3")
	f.Add("ỹ̃")
	f.Fuzz(func(t *testing.T, s string) {
		h := Hash(s)
		if Hash([]byte(s)) != h {
			t.Error("bytes have another hash")
		}
		fine, coarse := Of(h)
		if fine > Fine || coarse > Coarse || (fine == 0) != (coarse == 0) {
			t.Errorf("group %d of %d", fine, coarse)
		}
		for i, r := range s { // what is folded is folded again to the same
			if plain, n := fold(s[i:]); n < 1 || r != utf8.RuneError && n != utf8.RuneLen(r) || Hash(plain) == 0 {
				t.Errorf("%q is folded to %q of %d bytes", r, plain, n)
			}
		}
	})
}

func TestAllocates(t *testing.T) {
	words := []string{"norway", "são", "straße", "nguyễn", "xqzzyvk"}
	if n := testing.AllocsPerRun(100, func() {
		for _, w := range words {
			Of(Hash(w))
		}
	}); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkOf(b *testing.B) {
	words := strings.Fields(strings.Repeat("the minister of foreign affairs said in oslo that norwayxq würde ", 100))
	hashes := make([]uint32, len(words))
	for i, w := range words {
		hashes[i] = Hash(w)
	}
	for b.Loop() {
		for _, h := range hashes {
			Of(h)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(hashes)), "ns/word")
}

func BenchmarkHash(b *testing.B) {
	words := strings.Fields(strings.Repeat("the minister of foreign affairs said in oslo that norwayxq würde ", 100))
	for b.Loop() {
		for _, w := range words {
			Hash(w)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(words)), "ns/word")
}
