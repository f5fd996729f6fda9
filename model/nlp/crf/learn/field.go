package learn

import (
	"math"
	"slices"
)

// field is the chain of one sentence: scores, sums over all ways through it, and the gradient. Slices over
// tokens and labels hold one row of labels after the other.
type field struct {
	labels        int
	steps         []float64 // exp of the weights of steps; the row behind the last label is that of the start
	score         []float64 // of each token and label; exp of it once exponentiate has run
	forth, back   []float64 // sums of all ways from the start to here, and from here to the end, scaled by token
	scale         []float64
	shift         float64 // what exponentiate took off the scores, over all tokens
	stepGradient  []float64
	scoreGradient []float64
}

func (f *field) resize(tokens int) {
	fit := func(s []float64, n int) []float64 {
		s = slices.Grow(s[:0], n)[:n]
		clear(s)
		return s
	}
	f.steps = fit(f.steps, (f.labels+1)*f.labels)
	f.score = fit(f.score, tokens*f.labels)
	f.forth = fit(f.forth, tokens*f.labels)
	f.back = fit(f.back, tokens*f.labels)
	f.scale = fit(f.scale, tokens)
	f.stepGradient = fit(f.stepGradient, len(f.steps))
	f.scoreGradient = fit(f.scoreGradient, len(f.score))
}

// exponentiate makes factors of the scores, none above 1.
func (f *field) exponentiate() {
	f.shift = 0
	for i := range f.scale {
		row := f.score[i*f.labels : (i+1)*f.labels]
		top := slices.Max(row)
		f.shift += top
		for y := range row {
			row[y] = math.Exp(row[y] - top)
		}
	}
}

// sum runs forward and backward over the ways whose labels are allowed, bits by token, and returns the
// logarithm of their sum.
func (f *field) sum(allowed func(i int) uint32) float64 {
	total := f.shift
	for i := range f.scale {
		row := f.row(f.forth, i)
		f.enter(row, i, allowed(i))
		f.scale[i] = 0
		for _, x := range row {
			f.scale[i] += x
		}
		for y := range row {
			row[y] /= f.scale[i]
		}
		total += math.Log(f.scale[i])
	}
	for i := range slices.Backward(f.scale) {
		row := f.row(f.back, i)
		if i == len(f.scale)-1 {
			for y := range row {
				row[y] = 1
			}
			continue
		}
		f.leave(row, i, allowed(i+1))
	}
	return total
}

// enter sums the ways into each label of token i.
func (f *field) enter(row []float64, i int, allowed uint32) {
	clear(row)
	if i == 0 {
		copy(row, f.steps[f.labels*f.labels:])
	} else {
		for from, x := range f.row(f.forth, i-1) {
			if x == 0 {
				continue
			}
			for y, step := range f.steps[from*f.labels : (from+1)*f.labels] {
				row[y] += x * step
			}
		}
	}
	for y := range row {
		if allowed>>y&1 == 0 {
			row[y] = 0
		}
		row[y] *= f.score[i*f.labels+y]
	}
}

// leave sums the ways out of each label of token i.
func (f *field) leave(row []float64, i int, allowed uint32) {
	next := f.row(f.back, i+1)
	score := f.row(f.score, i+1)
	var out [32]float64
	for y := range next {
		if allowed>>y&1 != 0 {
			out[y] = next[y] * score[y] / f.scale[i+1]
		}
	}
	for from := range row {
		row[from] = 0
		for y, step := range f.steps[from*f.labels : (from+1)*f.labels] {
			row[from] += step * out[y]
		}
	}
}

// gradient adds how likely each label and each step is by the last sum, times sign. It uses what back held for
// the allowed ways only: labels that are not allowed have a forward sum of 0.
func (f *field) gradient(sign float64) {
	for i := range f.scale {
		forth, back := f.row(f.forth, i), f.row(f.back, i)
		for y := range forth {
			f.scoreGradient[i*f.labels+y] += sign * forth[y] * back[y]
			if i == 0 {
				f.stepGradient[f.labels*f.labels+y] += sign * forth[y] * back[y]
			}
		}
		if i > 0 {
			f.stepsInto(i, sign)
		}
	}
}

// stepsInto adds how likely each step to token i is.
func (f *field) stepsInto(i int, sign float64) {
	before, here, back := f.row(f.forth, i-1), f.row(f.forth, i), f.row(f.back, i)
	score := f.row(f.score, i)
	var out [32]float64
	for y := range here {
		if here[y] > 0 {
			out[y] = sign * score[y] * back[y] / f.scale[i]
		}
	}
	for from, x := range before {
		if x == 0 {
			continue
		}
		steps, g := f.steps[from*f.labels:], f.stepGradient[from*f.labels:]
		for y := range f.labels {
			g[y] += x * steps[y] * out[y]
		}
	}
}

func (f *field) row(s []float64, i int) []float64 { return s[i*f.labels : (i+1)*f.labels] }
