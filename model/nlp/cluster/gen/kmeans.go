package main

import (
	"math"
	"math/rand/v2"
	"runtime"
	"sync"
)

// vector is a point on the unit sphere.
type vector []float32

func dot(a, b vector) float32 {
	var s0, s1, s2, s3 float32
	b = b[:len(a)]
	i := 0
	for ; i+4 <= len(a); i += 4 {
		s0 += a[i] * b[i]
		s1 += a[i+1] * b[i+1]
		s2 += a[i+2] * b[i+2]
		s3 += a[i+3] * b[i+3]
	}
	for ; i < len(a); i++ {
		s0 += a[i] * b[i]
	}
	return s0 + s1 + s2 + s3
}

// unit scales v to length 1; a vector without length stays as it is.
func unit(v vector) {
	if n := math.Sqrt(float64(dot(v, v))); n > 0 {
		for i := range v {
			v[i] = float32(float64(v[i]) / n)
		}
	}
}

// center moves the vectors so that their mean is 0, and scales them to length 1: what all words have in common
// tells nothing.
func center(vs []vector) {
	mean := make([]float64, len(vs[0]))
	for _, v := range vs {
		for i, x := range v {
			mean[i] += float64(x) / float64(len(vs))
		}
	}
	for _, v := range vs {
		for i := range v {
			v[i] -= float32(mean[i])
		}
		unit(v)
	}
}

// weight is how much the vector of a rank counts: frequent words are known better, and matter more.
func weight(rank int) float64 { return math.Pow(float64(rank+300), -0.25) }

// kmeans parts vs into k groups around means of length 1, in so many rounds, and returns the means and the group of each
// vector. The first means are drawn far from each other (Arthur and Vassilvitskii 2007).
func kmeans(vs []vector, k, rounds int, seed uint64, progress func(round int, similarity float64)) ([]vector, []int) {
	means := seeds(vs, k, rand.New(rand.NewPCG(seed, 0)))
	group := make([]int, len(vs))
	near := make([]float32, len(vs))
	for round := range rounds {
		assign(vs, means, group, near)
		var sum float64
		for _, x := range near {
			sum += float64(x)
		}
		progress(round, sum/float64(len(vs)))
		if round < rounds-1 {
			means = centers(vs, group, near, k)
		}
	}
	return means, group
}

// seeds draws k of vs, each with a chance by how far it is from those before it.
func seeds(vs []vector, k int, random *rand.Rand) []vector {
	far := make([]float64, len(vs))
	for i := range far {
		far[i] = weight(i)
	}
	out := make([]vector, 0, k)
	for len(out) < k {
		var sum float64
		for _, f := range far {
			sum += f
		}
		at, pick := 0, random.Float64()*sum
		for at < len(vs)-1 && pick >= far[at] {
			pick -= far[at]
			at++
		}
		out = append(out, vs[at])
		for i, v := range vs {
			far[i] = max(0, min(far[i], weight(i)*(1-float64(dot(v, vs[at])))))
		}
	}
	return out
}

// assign finds the nearest mean of each vector.
func assign(vs, means []vector, group []int, near []float32) {
	var wait sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		wait.Go(func() {
			for i := w; i < len(vs); i += workers {
				near[i] = -2
				for j, m := range means {
					if s := dot(vs[i], m); s > near[i] {
						near[i], group[i] = s, j
					}
				}
			}
		})
	}
	wait.Wait()
}

// centers returns the means of the groups. A group that has become empty gets the vector that is farthest from its own.
func centers(vs []vector, group []int, near []float32, k int) []vector {
	sums := make([][]float64, k)
	for j := range sums {
		sums[j] = make([]float64, len(vs[0]))
	}
	sizes := make([]int, k)
	for i, v := range vs {
		w := weight(i)
		sizes[group[i]]++
		for d, x := range v {
			sums[group[i]][d] += w * float64(x)
		}
	}
	means := make([]vector, k)
	for j := range means {
		means[j] = make(vector, len(vs[0]))
		if sizes[j] == 0 {
			lone := 0
			for i := range near {
				if near[i] < near[lone] {
					lone = i
				}
			}
			copy(means[j], vs[lone])
			near[lone] = 1
			continue
		}
		for d, x := range sums[j] {
			means[j][d] = float32(x)
		}
		unit(means[j])
	}
	return means
}
