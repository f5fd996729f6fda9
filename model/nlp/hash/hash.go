// Package hash mixes hashes, of which the taggers make their features.
package hash

// Mix makes one hash of two; Mix(a, b) is not Mix(b, a).
func Mix(a, b uint32) uint32 {
	h := (a ^ (b+0x7f4a7c15)*0x9e3779b9) * 0x85ebca6b
	h ^= h >> 15
	h *= 0xc2b2ae35
	return h ^ h>>16
}
