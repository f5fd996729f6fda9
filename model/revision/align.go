package revision

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode"

	"reader/model"
)

// How alike two things are that are one, edited: the share of their words that both have, less where they have the same
// speaker.
const (
	alike        = 0.55
	alikeOfSame  = 0.35
	bonusOfSame  = 0.2
	maxPlaces    = 24   // a word that more of them have does not tell which belong together
	maxUnmatched = 5000 // of more in a version none is taken for an edited one
)

// item is a block or a quote.
type item struct {
	key     string // its words, parted by blanks
	speaker string // "" of a block
}

// alignment tells which of the items of a new version is which of an old one.
type alignment struct {
	toOld []int // for each new item the old one, or None
	toNew []int // for each old item the new one, or None
}

// align pairs items: first those with the same words and speaker, then those with the same words, of more than one such
// the first with the first; then what is most alike.
func align(old, new []item) alignment {
	al := alignment{toOld: nones(len(new)), toNew: nones(len(old))}
	al.exactly(old, new, func(x item) string { return x.speaker + "\x00" + x.key })
	al.exactly(old, new, func(x item) string { return x.key })
	al.nearly(old, new)
	return al
}

func nones(n int) []int { return slices.Repeat([]int{None}, n) }

func (al *alignment) pair(i, j int) { al.toNew[i], al.toOld[j] = j, i }

// exactly pairs items that have the same key.
func (al *alignment) exactly(old, new []item, key func(item) string) {
	places := map[string][]int{}
	for i := range old {
		if al.toNew[i] == None {
			k := key(old[i])
			places[k] = append(places[k], i)
		}
	}
	for j := range new {
		if al.toOld[j] != None {
			continue
		}
		if k := key(new[j]); len(places[k]) > 0 {
			al.pair(places[k][0], j)
			places[k] = places[k][1:]
		}
	}
}

// candidate is a pair that may be one.
type candidate struct {
	old, new int
	score    float64
}

// nearly pairs items that are alike, the most alike first.
func (al *alignment) nearly(old, new []item) {
	a, b := bagsOf(old, al.toNew), bagsOf(new, al.toOld)
	if len(a) > maxUnmatched || len(b) > maxUnmatched {
		return
	}
	var found []candidate
	for _, p := range near(a, b) {
		x, y := a[p[0]], b[p[1]]
		if score, ok := similarity(x, y, old[x.item].speaker, new[y.item].speaker); ok {
			found = append(found, candidate{x.item, y.item, score})
		}
	}
	// Of pairs that are as much alike, the one whose parts stand nearest to each other comes first, then the first.
	slices.SortFunc(found, func(p, q candidate) int {
		return cmp.Or(cmp.Compare(q.score, p.score), cmp.Compare(p.distance(), q.distance()), cmp.Compare(p.old+p.new, q.old+q.new),
			cmp.Compare(min(p.old, p.new), min(q.old, q.new)))
	})
	for _, c := range found {
		if al.toNew[c.old] == None && al.toOld[c.new] == None {
			al.pair(c.old, c.new)
		}
	}
}

func (c candidate) distance() int { return max(c.old-c.new, c.new-c.old) }

// bag is the words of an item, without their order.
type bag struct {
	item   int
	counts map[string]int
	size   int // words
}

// bagsOf returns the words of the items that are not paired.
func bagsOf(items []item, paired []int) []bag {
	var out []bag
	for i := range items {
		if paired[i] != None {
			continue
		}
		b := bag{item: i, counts: map[string]int{}}
		for w := range strings.SplitSeq(items[i].key, " ") {
			b.counts[w]++
			b.size++
		}
		out = append(out, b)
	}
	return out
}

// placesOf returns for each word which of bags have it.
func placesOf(bags []bag) map[string][]int {
	places := map[string][]int{}
	for k := range bags {
		for w := range bags[k].counts {
			places[w] = append(places[w], k)
		}
	}
	return places
}

// near returns the places of those pairs of bags that have a quarter of their telling words in common, by which all that
// are alike are found without looking at every pair.
func near(a, b []bag) [][2]int {
	inA, inB := placesOf(a), placesOf(b)
	telling := func(x bag) (words []string) {
		for w := range x.counts {
			if len(inA[w]) <= maxPlaces && len(inB[w]) <= maxPlaces {
				words = append(words, w)
			}
		}
		return words
	}
	tellingOfA := make([]int, len(a))
	for k := range a {
		tellingOfA[k] = len(telling(a[k]))
	}
	var out [][2]int
	for m := range b {
		words := telling(b[m])
		shared := map[int]int{} // how many of them a[k] has, too
		for _, w := range words {
			for _, k := range inA[w] {
				shared[k]++
			}
		}
		for k, n := range shared {
			if 4*n >= min(tellingOfA[k], len(words)) {
				out = append(out, [2]int{k, m})
			}
		}
	}
	return out
}

// similarity returns how alike x and y are, and whether that is enough for them to be one.
func similarity(x, y bag, speaker, other string) (score float64, ok bool) {
	if len(y.counts) < len(x.counts) {
		x, y = y, x
	}
	shared := 0
	for w, n := range x.counts {
		shared += min(n, y.counts[w])
	}
	score = 2 * float64(shared) / float64(x.size+y.size)
	if speaker != "" && sameSpeaker(speaker, other) {
		return score + bonusOfSame, score >= alikeOfSame
	}
	return score, score >= alike
}

// words returns the words of s, parted by blanks.
func words(s string) string {
	var out strings.Builder
	out.Grow(len(s))
	for w := range eachWord(s) {
		if out.Len() > 0 {
			out.WriteByte(' ')
		}
		out.WriteString(w.In(s))
	}
	return out.String()
}

// eachWord yields the places of the words of s: runs of letters, digits and the marks on them.
func eachWord(s string) iter.Seq[model.Span] {
	return func(yield func(model.Span) bool) {
		start := -1
		for i, r := range s {
			in := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
			switch {
			case in && start < 0:
				start = i
			case !in && start >= 0:
				if !yield(model.Span{Start: uint32(start), End: uint32(i)}) {
					return
				}
				start = -1
			}
		}
		if start >= 0 {
			yield(model.Span{Start: uint32(start), End: uint32(len(s))})
		}
	}
}
