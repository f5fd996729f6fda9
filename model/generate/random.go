package generate

import "math/bits"

// random is SplitMix64 (Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, 2014): the same numbers on
// every machine and with every release of Go.
type random uint64

func (r *random) next() uint64 {
	*r += 0x9e3779b97f4a7c15
	z := uint64(*r)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below returns a number from 0 to n-1.
func (r *random) below(n int) int {
	hi, _ := bits.Mul64(r.next(), uint64(n))
	return int(hi)
}

// between returns a number from lo to hi.
func (r *random) between(lo, hi int) int { return lo + r.below(hi-lo+1) }

// chance reports true in so many of a hundred cases.
func (r *random) chance(percent int) bool { return r.below(100) < percent }

// pick returns one of list.
func pick[T any](r *random, list []T) T { return list[r.below(len(list))] }

func shuffle[T any](r *random, list []T) {
	for i := range list {
		k := i + r.below(len(list)-i)
		list[i], list[k] = list[k], list[i]
	}
}

// seeded returns a source of numbers that depends on all of parts.
func seeded(parts ...uint64) random {
	var r random
	for _, p := range parts {
		r ^= random(p)
		r = random(r.next())
	}
	return r
}
