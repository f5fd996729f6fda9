package main

// ward joins groups of given weights around means, two at a time those whose joining costs least (Ward 1963), until k
// are left. It returns the number of the joint group of each, from 0 by their first members.
func ward(means []vector, weights []float64, k int) []int {
	w := joining{weight: weights, cost: make([][]float64, len(means)), group: make([]int, len(means))}
	for i, m := range means {
		w.group[i] = i
		w.roots = append(w.roots, i)
		w.cost[i] = make([]float64, i)
		for j := range i {
			w.cost[i][j] = weights[i] * weights[j] / (weights[i] + weights[j]) * distance(m, means[j])
		}
	}
	for len(w.roots) > k {
		w.join(w.cheapest())
	}
	number := map[int]int{}
	for n, root := range w.roots {
		number[root] = n
	}
	for i, root := range w.group {
		w.group[i] = number[root]
	}
	return w.group
}

// distance returns the square of the distance of a and b.
func distance(a, b vector) float64 {
	var sum float64
	for d, x := range a {
		sum += float64(x-b[d]) * float64(x-b[d])
	}
	return sum
}

// joining is groups on their way to fewer. A joint group has the number of its first member.
type joining struct {
	weight []float64
	cost   [][]float64 // of joining i with j < i
	roots  []int       // the groups there are; rising
	group  []int       // of each group at the start: its group now
}

func (w *joining) cheapest() (a, b int) {
	a, b = w.roots[0], w.roots[1]
	for at, i := range w.roots {
		for _, j := range w.roots[:at] {
			if w.cost[i][j] < w.cost[b][a] {
				a, b = j, i
			}
		}
	}
	return a, b
}

// join joins b to a, which is less. What it costs to join a with others follows from what it did (Lance and Williams 1967).
func (w *joining) join(a, b int) {
	wa, wb := w.weight[a], w.weight[b]
	both := *w.between(a, b)
	roots := w.roots[:0]
	for _, i := range w.roots {
		if i != b {
			roots = append(roots, i)
		}
		if i != a && i != b {
			wi := w.weight[i]
			to := w.between(a, i)
			*to = ((wa+wi)**to + (wb+wi)**w.between(b, i) - wi*both) / (wa + wb + wi)
		}
	}
	w.roots = roots
	w.weight[a] += wb
	for i, root := range w.group {
		if root == b {
			w.group[i] = a
		}
	}
}

func (w *joining) between(i, j int) *float64 { return &w.cost[max(i, j)][min(i, j)] }
