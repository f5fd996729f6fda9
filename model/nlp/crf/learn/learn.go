// Package learn finds the weights of a conditional random field.
package learn

import (
	"flag"
	"math"
	"math/rand/v2"

	"reader/model/nlp/crf"
)

// Token is a token of training: its features, and the labels it may have as bits. More than one bit says that
// the data do not tell which.
type Token struct {
	Features []crf.Feature
	Allowed  uint32
}

// Options say how to learn.
type Options struct {
	Labels   int
	Follows  func(from, to int) bool // whether a label can follow another, or begin a sequence if from is Labels
	Epochs   int
	Least    int     // features on fewer tokens than this are left out
	Rate     float64 // of learning
	L1, L2   float64 // how strongly weights are held to 0
	Seed     uint64
	Progress func(epoch int, loss float64) // after each epoch, with the mean negative log-likelihood of a token
}

// Flags defines command-line flags for o, whose values are the defaults.
func (o *Options) Flags() {
	flag.IntVar(&o.Epochs, "epochs", o.Epochs, "how often to go over the data")
	flag.IntVar(&o.Least, "least", o.Least, "how often a feature must occur")
	flag.Float64Var(&o.Rate, "rate", o.Rate, "rate of learning")
	flag.Float64Var(&o.L1, "l1", o.L1, "strength of L1 regularisation")
	flag.Float64Var(&o.L2, "l2", o.L2, "strength of L2 regularisation")
	flag.Uint64Var(&o.Seed, "seed", o.Seed, "seed of the order of the data")
}

// smoothing is FTRL's beta.
const smoothing = 1

// Train returns the weights that make the labels of sentences most likely, by FTRL-Proximal with L1 and L2
// (McMahan et al., KDD 2013), one sentence a step. The same input gives the same weights.
func Train(sentences [][]Token, o Options) *crf.Weights {
	l := newLearner(sentences, o)
	random := rand.New(rand.NewPCG(o.Seed, 1))
	order := random.Perm(len(sentences))
	for epoch := range o.Epochs {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		loss, tokens := 0.0, 0
		for _, s := range order {
			loss += l.learn(sentences[s])
			tokens += len(sentences[s])
		}
		if o.Progress != nil {
			o.Progress(epoch, loss/float64(max(1, tokens)))
		}
	}
	return l.weights()
}

// learner holds, for each feature and label, FTRL's z and n; the weight follows from them. The steps between
// labels come first, then the features, each row as long as there are labels.
type learner struct {
	o    Options
	rows map[crf.Feature]int
	z, n []float64
	f    field
}

func newLearner(sentences [][]Token, o Options) *learner {
	counts := map[crf.Feature]int{}
	for _, s := range sentences {
		for _, t := range s {
			for _, f := range t.Features {
				counts[f]++
			}
		}
	}
	l := &learner{o: o, rows: map[crf.Feature]int{}}
	next := o.Labels + 1
	for _, s := range sentences { // in the order of the data, so that memory is laid out the same every time
		for _, t := range s {
			for _, f := range t.Features {
				if _, ok := l.rows[f]; !ok && counts[f] >= o.Least {
					l.rows[f] = next * o.Labels
					next++
				}
			}
		}
	}
	l.z, l.n = make([]float64, next*o.Labels), make([]float64, next*o.Labels)
	l.f.labels = o.Labels
	return l
}

// weight returns the weight at i.
func (l *learner) weight(i int) float64 {
	z := l.z[i]
	if math.Abs(z) <= l.o.L1 {
		return 0
	}
	return -(z - math.Copysign(l.o.L1, z)) / ((smoothing+math.Sqrt(l.n[i]))/l.o.Rate + l.o.L2)
}

// move makes one step against the gradient g at i.
func (l *learner) move(i int, g float64) {
	const still = 1e-5
	if math.Abs(g) < still {
		return
	}
	n := l.n[i] + g*g
	l.z[i] += g - (math.Sqrt(n)-math.Sqrt(l.n[i]))/l.o.Rate*l.weight(i)
	l.n[i] = n
}

// learn makes one step for a sentence and returns its negative log-likelihood before it.
func (l *learner) learn(s []Token) float64 {
	if len(s) == 0 {
		return 0
	}
	l.load(s)
	free := l.f.sum(func(int) uint32 { return 1<<l.o.Labels - 1 })
	l.f.gradient(1)
	bound := l.f.sum(func(i int) uint32 { return s[i].Allowed })
	l.f.gradient(-1)
	for i, g := range l.f.stepGradient {
		l.move(i, g)
	}
	l.eachRow(s, func(i, row int) {
		for y, g := range l.f.row(l.f.scoreGradient, i) {
			l.move(row+y, g)
		}
	})
	return free - bound
}

// load puts the weights for the sentence s into the field.
func (l *learner) load(s []Token) {
	labels := l.o.Labels
	l.f.resize(len(s))
	for from := range labels + 1 {
		for y := range labels {
			if l.o.Follows(from, y) {
				l.f.steps[from*labels+y] = math.Exp(l.weight(from*labels + y))
			}
		}
	}
	l.eachRow(s, func(i, row int) {
		score := l.f.row(l.f.score, i)
		for y := range score {
			score[y] += l.weight(row + y)
		}
	})
	l.f.exponentiate()
}

// eachRow calls do with each token of s and each row of weights that one of its features has.
func (l *learner) eachRow(s []Token, do func(i, row int)) {
	for i, t := range s {
		for _, f := range t.Features {
			if row, ok := l.rows[f]; ok {
				do(i, row)
			}
		}
	}
}

func (l *learner) weights() *crf.Weights {
	labels := l.o.Labels
	w := &crf.Weights{Labels: labels, Rows: map[crf.Feature][]float64{}}
	row := func(at int) ([]float64, bool) {
		out, some := make([]float64, labels), false
		for y := range out {
			out[y] = l.weight(at + y)
			some = some || out[y] != 0
		}
		return out, some
	}
	for from := range labels + 1 {
		steps, _ := row(from * labels)
		for y := range steps {
			if !l.o.Follows(from, y) {
				steps[y] = math.Inf(-1)
			}
		}
		w.Steps = append(w.Steps, steps)
	}
	for f, at := range l.rows {
		if r, some := row(at); some {
			w.Rows[f] = r
		}
	}
	return w
}
