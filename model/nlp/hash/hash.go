// Package hash makes numbers of words, by which the stages look them up and make features of them.
package hash

// Of returns the 32-bit FNV-1a hash of the bytes of word.
func Of[T string | []byte](word T) uint32 {
	h := uint32(2166136261)
	for i := range len(word) {
		h = (h ^ uint32(word[i])) * 16777619
	}
	return h
}

// Mix makes one hash of two; Mix(a, b) is not Mix(b, a).
func Mix(a, b uint32) uint32 {
	h := (a ^ (b+0x7f4a7c15)*0x9e3779b9) * 0x85ebca6b
	h ^= h >> 15
	h *= 0xc2b2ae35
	return h ^ h>>16
}
