package near

import "bytes"

// fewestWords is how many words a part of a quote must have to be known again in the whole.
const fewestWords = 5

// SameQuote reports whether a and b are the same words, or the one is a part of the other of at least five words.
// Case, accents, punctuation and quotation marks do not matter.
func SameQuote(a, b string) bool { return same(appendWords(nil, a), appendWords(nil, b)) }

// same is SameQuote for words that each have a blank before them.
func same(a, b []byte) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(a) > 0 && bytes.Equal(a, b) || bytes.Count(a, blank()) >= fewestWords && holds(b, a)
}

// holds reports whether the words part stand in whole side by side.
func holds(whole, part []byte) bool {
	for {
		i := bytes.Index(whole, part)
		if i < 0 {
			return false
		}
		if whole = whole[i+len(part):]; len(whole) == 0 || whole[0] == ' ' {
			return true
		}
	}
}

func blank() []byte { return []byte(" ") }

// Quotes knows which of many quotes are the same words, as those of one speaker, of which each should count once. The zero
// Quotes has none. It costs some µs and about 1 KB a quote, and more where
// hundreds have five words in common.
type Quotes struct {
	words  [][]byte
	group  []int32
	begins map[uint64][]int32 // quotes by the hash of their first words
	holds  map[uint64][]int32 // and by the hash of any
}

// Add adds a quote and returns its number, from 0 up. With those that SameQuote takes for the same it is one group; two halves
// are once the whole is there.
func (q *Quotes) Add(words string) int32 {
	if q.begins == nil {
		q.begins, q.holds = map[uint64][]int32{}, map[uint64][]int32{}
	}
	n := int32(len(q.words))
	w := appendWords(nil, words)
	q.words, q.group = append(q.words, w), append(q.group, n)
	first := true
	for h := range shingles(w, fewestWords) {
		for _, part := range q.begins[h] {
			q.join(n, part)
		}
		if first {
			for _, whole := range q.holds[h] {
				q.join(n, whole)
			}
			q.begins[h] = append(q.begins[h], n)
			first = false
		}
		if have := q.holds[h]; len(have) == 0 || have[len(have)-1] != n {
			q.holds[h] = append(have, n)
		}
	}
	return n
}

// Group returns the group of quote n: the least number in it.
func (q *Quotes) Group(n int32) int32 {
	for q.group[n] != n {
		q.group[n] = q.group[q.group[n]] // so that the way is shorter next time
		n = q.group[n]
	}
	return n
}

// join makes one of the groups of a and b if these are the same.
func (q *Quotes) join(a, b int32) {
	g, h := q.Group(a), q.Group(b)
	if g != h && same(q.words[a], q.words[b]) {
		q.group[max(g, h)] = min(g, h)
	}
}
