package library

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/RoaringBitmap/roaring/v2"

	"reader/model/wire"
)

// invent returns a text of few words, some of them odd, with odd things between them.
func invent(rng *rand.Rand) string {
	words := []string{"oil", "oilrig", "turmoil", "Öl", "sanctions", "3.5", "O’Brien", "a", "東京", "東京oil", "मंत्री", "x", "THE", "e\u0301tat"}
	var b strings.Builder
	for range 1 + rng.IntN(6) {
		b.WriteString(words[rng.IntN(len(words))])
		b.WriteString([]string{" ", ", ", "-", "\n\n", "", " “"}[rng.IntN(6)])
	}
	return b.String()
}

// begins reports whether wanted stands in text where a word begins, and if entire ends.
func stands(text, wanted string, entire bool) bool {
	text = Fold(text)
	for at := range len(text) {
		if !strings.HasPrefix(text[at:], wanted) {
			continue
		}
		before, behind := []rune(text[:at]), []rune(text[at+len(wanted):])
		inside := []rune(wanted)
		starts := len(before) == 0 || !sameWord(before[len(before)-1], inside[0])
		ends := len(behind) == 0 || !sameWord(inside[len(inside)-1], behind[0])
		if starts && (ends || !entire) {
			return true
		}
	}
	return false
}

func TestNoArticleIsMissedByItsWords(t *testing.T) {
	t.Parallel()
	for seed := range uint64(40) {
		rng := rand.New(rand.NewPCG(seed, 3))
		p := newPostings()
		texts := make([]string, 0, 60)
		for r := range 60 {
			texts = append(texts, invent(rng))
			p.add(Ref(r), wordsOf(texts[r]))
			switch rng.IntN(12) {
			case 0:
				p.seal()
			case 1:
				p.compact()
			case 2:
				p.edited.Add(uint32(r))
				texts[r] = invent(rng)
			}
		}
		if seed%2 == 0 {
			p.compact()
			var w wire.Writer
			p.write(&w)
			var err error
			if p, err = readPostings(wire.NewReader(string(w.Bytes))); err != nil {
				t.Fatal(err)
			}
		}
		if seed%4 == 0 {
			p.segments = []*segment{merge(p.segments)}
		}
		for range 60 {
			wanted := Fold(strings.Trim(strings.ReplaceAll(invent(rng), "\n", ""), " "))
			if cut := []rune(wanted); len(cut) > 1 && rng.IntN(2) == 0 {
				wanted = string(cut[:1+rng.IntN(len(cut)-1)])
			}
			entire := rng.IntN(2) == 0
			sure, maybe, all := p.find(wanted, entire)
			for r, text := range texts {
				has, found := stands(text, wanted, entire), all || maybe.Contains(uint32(r)) || sure.Contains(uint32(r))
				if has && !found || sure.Contains(uint32(r)) && !has {
					t.Fatalf("seed %d: %q (entire %v) in %q: %v, sure %v, found %v", seed, wanted, entire, text, has, sure.Contains(uint32(r)), found)
				}
			}
		}
	}
}

func TestOneWordIsSureAndCheap(t *testing.T) {
	p := newPostings()
	for r, text := range []string{"the oil price", "turmoil", "oilrigs burn", "water"} {
		p.add(Ref(r), wordsOf(text))
	}
	for _, c := range []struct {
		entire bool
		want   []uint32
	}{{false, []uint32{0, 2}}, {true, []uint32{0}}} {
		sure, maybe, all := p.find("oil", c.entire)
		if got := sure.ToArray(); !slices.Equal(got, c.want) || !maybe.IsEmpty() || all {
			t.Errorf("entire %v: sure %v, maybe %v, all %v", c.entire, got, maybe, all)
		}
	}
}

func FuzzPostings(f *testing.F) {
	p := newPostings()
	p.add(0, wordsOf("the oil price of 3.5"))
	p.compact()
	var w wire.Writer
	p.write(&w)
	f.Add(string(w.Bytes))
	f.Fuzz(func(_ *testing.T, data string) {
		p, err := readPostings(wire.NewReader(data))
		if err != nil {
			return
		}
		for _, wanted := range []string{"oil", "o", "3.5", "the oil"} {
			sure, maybe, _ := p.find(wanted, false)
			_ = roaring.Or(sure, maybe).ToArray()
		}
	})
}

func BenchmarkFindWord(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		p := newPostings()
		rng := rand.New(rand.NewPCG(1, 2))
		word := func() string { return fmt.Sprintf("w%d", int(50_000*rng.Float64()*rng.Float64()*rng.Float64())) }
		for r := range n {
			words := make([]string, 200)
			for i := range words {
				words[i] = word()
			}
			p.add(Ref(r), slices.Compact(slices.Sorted(slices.Values(words))))
		}
		p.compact()
		for _, wanted := range []string{"w7", "w77", "w4321"} {
			b.Run(fmt.Sprintf("%d/%s", n, wanted), func(b *testing.B) {
				for b.Loop() {
					p.find(wanted, false)
				}
			})
		}
	}
}
