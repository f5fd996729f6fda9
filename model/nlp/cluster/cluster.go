// Package cluster tells which words are used alike: it sorts 100,000 words of English news into groups by their
// word vectors, finely into 1024 and coarsely into 64. Most surnames of a language are in one group with each other,
// countries in another one, verbs of saying in another.
package cluster

import _ "embed" // the clusters

// Fine and Coarse are how many groups there are. A coarse group is made of whole fine ones.
const (
	Fine   = 1024
	Coarse = 64
)

// data is laid out to be looked up as it stands: where each bucket begins, as uint32 and with the end behind the
// last; the coarse group of each fine one, as bytes; and the words, as uint32, by key: the bits of the key
// that its bucket leaves open above the number of the fine group. Numbers begin at 1; all is little-endian.
//
//go:embed clusters.bin
var data string

const (
	// BucketBits is the number of bits of a key that choose the bucket.
	BucketBits = 13
	// Buckets is the number of buckets.
	Buckets = 1 << BucketBits

	coarseAt = 4 * (Buckets + 1)
	wordsAt  = coarseAt + Fine
)

// Key returns the key of a hash, by which the words are sorted. No two hashes have one key.
func Key(hash uint32) uint32 { return hash * 0x9e3779b1 }

// Of returns the numbers of the fine group, from 1, and of the coarse group, from 1, of the word with a hash by
// Hash; 0 and 0 if it has none. Of 40,000 unknown words one is taken for another. It costs about 10 ns.
func Of(hash uint32) (fine, coarse uint16) {
	key := Key(hash)
	b := int(key >> (32 - BucketBits))
	open := key << BucketBits >> BucketBits
	for i, end := number(4*b), number(4*b+4); i < end; i++ {
		word := number(wordsAt + 4*int(i))
		if rest := word >> BucketBits; rest >= open {
			if rest > open {
				break
			}
			fine = uint16(word & (Buckets - 1))
			return fine, uint16(data[coarseAt+int(fine)-1])
		}
	}
	return 0, 0
}

// number returns the number at a place of the data.
func number(at int) uint32 {
	s := data[at : at+4]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}
