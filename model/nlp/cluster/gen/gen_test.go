package main

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"reader/model/nlp/cluster"
)

// sample returns made-up words and vectors.
func sample(n int) ([]string, []vector) {
	random := rand.New(rand.NewPCG(7, 7))
	words, vectors := make([]string, n), make([]vector, n)
	for i := range words {
		words[i] = strings.Repeat(string(rune('a'+i%26)), 1+i/26%5) + string(rune('a'+i/130%26)) + string(rune('a'+i/3380))
		vectors[i] = make(vector, dimensions)
		for d := range vectors[i] {
			vectors[i][d] = float32(random.NormFloat64())
		}
	}
	return words, vectors
}

func TestSameDataSameBytes(t *testing.T) {
	var packed [2][]byte
	for i := range packed {
		words, vectors := sample(2000)
		packed[i] = groups(words, vectors, 2, 1).pack()
	}
	if !bytes.Equal(packed[0], packed[1]) {
		t.Error("the same data gave other bytes")
	}
}

// What is packed is found where package cluster looks for it, under the first of two words with one hash.
func TestPack(t *testing.T) {
	g := grouping{words: []string{"sao", "são", "paulo", "mr"}, fine: []int{5, 6, 1023, 7}, coarse: make([]int, cluster.Fine)}
	g.coarse[1023] = 63
	packed := g.pack()
	number := func(at int) uint32 { return binary.LittleEndian.Uint32(packed[at:]) }
	find := func(word string) int {
		key := cluster.Key(cluster.Hash(word))
		b := int(key >> (32 - cluster.BucketBits))
		for i := number(4 * b); i < number(4*b+4); i++ {
			entry := number(4*(cluster.Buckets+1) + cluster.Fine + 4*int(i))
			if entry>>cluster.BucketBits == key<<cluster.BucketBits>>cluster.BucketBits {
				return int(entry % cluster.Buckets)
			}
		}
		return 0
	}
	for word, want := range map[string]int{"sao": 6, "são": 6, "paulo": 1024, "mr": 8, "mr.": 8, "mrs.": 0, "rio": 0} {
		if got := find(word); got != want {
			t.Errorf("%q is in group %d, not %d", word, got, want)
		}
	}
	if got := packed[4*(cluster.Buckets+1)+1023]; got != 64 {
		t.Errorf("group 1024 is in coarse group %d", got)
	}
}

// Groups that lie far apart are found, whatever the first means.
func TestKmeans(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 3))
	vs := make([]vector, 0, 300)
	for i := range 300 {
		v := make(vector, dimensions)
		for d := range v {
			v[d] = float32(random.NormFloat64()) / 50
		}
		v[i%3] += 1
		unit(v)
		vs = append(vs, v)
	}
	for seed := range uint64(5) {
		_, group := kmeans(vs, 3, 5, seed, func(int, float64) {})
		for i, j := range group {
			if j != group[i%3] {
				t.Fatalf("seed %d: vector %d is in group %d, not %d", seed, i, j, group[i%3])
			}
		}
	}
}

func TestCenterSubtractsTheMean(t *testing.T) {
	vs := []vector{{3, 1}, {1, 1}}
	center(vs)
	if vs[0][0] != 1 || vs[1][0] != -1 || vs[0][1] != 0 {
		t.Errorf("%v", vs)
	}
}

// Ward joins what is near and light first.
func TestWard(t *testing.T) {
	means := []vector{{0, 0}, {10, 0}, {0, 1}, {10, 1}, {5, 30}}
	if got := fmt.Sprint(ward(means, []float64{1, 1, 1, 1, 1}, 3)); got != "[0 1 0 1 2]" {
		t.Errorf("groups %s", got)
	}
	// Two heavy groups cost more to join than a light one and a heavy one that is farther off.
	means = []vector{{0, 0}, {4, 0}, {0, 6}}
	if got := fmt.Sprint(ward(means, []float64{100, 100, 1}, 2)); got != "[0 1 0]" {
		t.Errorf("groups %s", got)
	}
}

// A file of two words, of which the second has no letter.
func file(ranks ...int) string {
	vectors := make([]string, 0, len(ranks))
	for i, rank := range ranks {
		numbers := append(make([]float32, dimensions+1), float32(rank))
		text, _ := json.Marshal(numbers)
		vectors = append(vectors, fmt.Sprintf(`"%c":%s`, "a;b"[i], text))
	}
	return `{"words":["a"],"vectors":{` + strings.Join(vectors, ",") + `}}`
}

func TestRead(t *testing.T) {
	words, vectors, err := read(strings.NewReader(file(0, 1, 2)), 2)
	if err != nil || strings.Join(words, " ") != "a ;" || len(vectors) != 2 || len(vectors[0]) != dimensions {
		t.Errorf("%q, %d vectors: %v", words, len(vectors), err)
	}
	for _, bad := range []string{"", "{}", "[]", `{"vectors":[]}`, `{"vectors":{"a":[1]}}`, file(0, 2), file(0)[:80]} {
		if _, _, err := read(strings.NewReader(bad), 9); err == nil {
			t.Errorf("%.40q is read", bad)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(file(0, 1, 2))
	f.Add(`{"vectors":{"a":[1]}}`)
	f.Fuzz(func(t *testing.T, s string) {
		words, vectors, err := read(strings.NewReader(s), 5)
		if err == nil && (len(words) != len(vectors) || len(words) > 5) {
			t.Errorf("%d words, %d vectors", len(words), len(vectors))
		}
	})
}

func TestListShowsAllWords(t *testing.T) {
	g := grouping{words: []string{"oslo", "said", "bergen"}, fine: []int{1, 0, 1}, coarse: []int{0, 0}}
	if got := string(g.list()); got != "1 1 said\n1 2 oslo bergen\n" {
		t.Errorf("%q", got)
	}
}
