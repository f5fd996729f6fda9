package main

// ward joins groups of given sizes around means, two at a time those whose joining costs least (Ward 1963), until k are left.
// It returns the joint group of each, numbered by its first member.
func ward(means []vector, sizes []int, k int) []int {
	n := len(means)
	at := make([][]float64, n)
	weight := make([]float64, n)
	into := make([]int, n)
	for i, m := range means {
		at[i] = make([]float64, len(m))
		for d, x := range m {
			at[i][d] = float64(x)
		}
		weight[i], into[i] = float64(max(1, sizes[i])), i
	}
	cost := func(i, j int) float64 {
		var s float64
		for d, x := range at[i] {
			s += (x - at[j][d]) * (x - at[j][d])
		}
		return s * weight[i] * weight[j] / (weight[i] + weight[j])
	}
	best := make([]int, n) // the cheapest to join of those behind it
	price := make([]float64, n)
	find := func(i int) {
		best[i] = -1
		for j := i + 1; j < n; j++ {
			if into[j] != j {
				continue
			}
			if c := cost(i, j); best[i] < 0 || c < price[i] {
				best[i], price[i] = j, c
			}
		}
	}
	for i := range n {
		find(i)
	}
	for left := n; left > k; left-- {
		a := -1
		for i := range n {
			if into[i] == i && best[i] >= 0 && (a < 0 || price[i] < price[a]) {
				a = i
			}
		}
		b := best[a]
		for d := range at[a] {
			at[a][d] = (at[a][d]*weight[a] + at[b][d]*weight[b]) / (weight[a] + weight[b])
		}
		weight[a] += weight[b]
		into[b] = a
		for i := range n {
			if into[i] != i {
				continue
			}
			if i == a || best[i] == a || best[i] == b {
				find(i)
			} else if i < a {
				if c := cost(i, a); c < price[i] {
					best[i], price[i] = a, c
				}
			}
		}
	}
	number := map[int]int{}
	out := make([]int, n)
	for i := range n {
		root := i
		for into[root] != root {
			root = into[root]
		}
		if _, ok := number[root]; !ok {
			number[root] = len(number)
		}
		out[i] = number[root]
	}
	return out
}
