package hash_test

import (
	"testing"

	"reader/model/nlp/hash"
)

// Pairs of small numbers, as the taggers mix, do not fall on one another.
func TestMixKeepsPairsApart(t *testing.T) {
	const n = 300
	seen := make(map[uint32]bool, n*n)
	for a := range uint32(n) {
		for b := range uint32(n) {
			seen[hash.Mix(a, b)] = true
		}
	}
	if lost := n*n - len(seen); lost > 5 {
		t.Errorf("%d of %d pairs have the hash of another", lost, n*n)
	}
}
