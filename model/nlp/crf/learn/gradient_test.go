package learn

import (
	"math"
	"math/rand/v2"
	"testing"
)

// The gradient of the likelihood is what differences of the likelihood say.
func TestGradientIsTheSlopeOfTheLikelihood(t *testing.T) {
	const labels, tokens = 3, 4
	r := rand.New(rand.NewPCG(1, 1))
	scores, steps := make([]float64, labels*tokens), make([]float64, labels*(labels+1))
	for i := range scores {
		scores[i] = r.NormFloat64()
	}
	for i := range steps {
		steps[i] = r.NormFloat64()
	}
	allowed := []uint32{7, 2, 3, 6}
	f := &field{labels: labels}
	loss := func() float64 {
		f.resize(tokens)
		copy(f.score, scores)
		for i, x := range steps {
			f.steps[i] = math.Exp(x)
		}
		f.exponentiate()
		free := f.sum(func(int) uint32 { return 7 })
		f.gradient(1)
		bound := f.sum(func(i int) uint32 { return allowed[i] })
		f.gradient(-1)
		return free - bound
	}
	slope := func(x *float64) float64 {
		const d = 1e-5
		was := *x
		*x = was + d
		up := loss()
		*x = was - d
		down := loss()
		*x = was
		return (up - down) / (2 * d)
	}
	for i := range scores {
		want := slope(&scores[i])
		loss()
		if got := f.scoreGradient[i]; math.Abs(got-want) > 1e-6 {
			t.Errorf("score %d: %.6f, want %.6f", i, got, want)
		}
	}
	for i := range steps {
		want := slope(&steps[i])
		loss()
		if got := f.stepGradient[i]; math.Abs(got-want) > 1e-6 {
			t.Errorf("step %d: %.6f, want %.6f", i, got, want)
		}
	}
}
