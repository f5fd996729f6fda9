// Package learn finds the weights of a conditional random field.
package learn

import (
	"flag"
	"math"
	"math/rand/v2"
	"slices"

	"reader/model/nlp/crf"
)

// Token is a token of training: its features, and the labels it may have as bits. More than one bit says that
// the data do not tell which.
type Token struct {
	Features []crf.Feature
	Group    int // so many of the first features tell the same: they are left out together, too
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
	Drop     float64 // which part of a token's features is left out, by chance, whenever it is learned from
	Together float64 // in which part of the tokens the group is left out
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
	flag.Float64Var(&o.Drop, "drop", o.Drop, "part of the features that is left out by chance")
	flag.Float64Var(&o.Together, "together", o.Together, "part of the tokens whose group of features is left out by chance")
	flag.Uint64Var(&o.Seed, "seed", o.Seed, "seed of the order of the data")
}

// smoothing is FTRL's beta.
const smoothing = 1

// Train returns the weights that make the labels of sentences most likely, by FTRL-Proximal with L1 and L2
// (McMahan et al., KDD 2013), one sentence a step, as the mean over the later epochs. Features are dropped by chance,
// so that no few of them learn to do without the rest (Wang and Manning, ICML 2013). The same input gives the same
// weights.
func Train(sentences [][]Token, o Options) *crf.Weights {
	l := newLearner(sentences, o)
	order := l.random.Perm(len(sentences))
	for epoch := range o.Epochs {
		l.random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		loss, tokens := 0.0, 0
		for _, s := range order {
			loss += l.learn(l.sentences[s])
			tokens += len(sentences[s])
		}
		if epoch >= o.Epochs/2 {
			for i, w := range l.w {
				l.mean[i] += w / float64(o.Epochs-o.Epochs/2)
			}
		}
		if o.Progress != nil {
			o.Progress(epoch, loss/float64(max(1, tokens)))
		}
	}
	return l.weights()
}

// learner holds, for each feature and label, FTRL's z and n, the weight w that follows from them, and the mean of the
// later weights. The steps between labels come first, then the features, each row as long as there are labels.
type learner struct {
	o         Options
	random    *rand.Rand
	sentences [][]token
	rows      map[crf.Feature]int32 // of each feature: where its row begins
	z, n, w   []float64
	mean      []float64
	active    []int32 // room for those of the tokens of a sentence
	f         field
}

// token is a token of training by the rows of its features.
type token struct {
	rows    []int32
	group   int     // so many of the first rows are left out together
	active  []int32 // those of the rows that are not left out this time
	allowed uint32
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
	l := &learner{o: o, random: rand.New(rand.NewPCG(o.Seed, 1)), rows: map[crf.Feature]int32{}}
	for _, s := range sentences { // in the order of the data, so that memory is laid out the same every time
		tokens := make([]token, len(s))
		for i, t := range s {
			group := l.rowsOf(nil, t.Features[:t.Group], counts)
			tokens[i] = token{rows: l.rowsOf(group, t.Features[t.Group:], counts), group: len(group), allowed: t.Allowed}
		}
		l.sentences = append(l.sentences, tokens)
	}
	size := (o.Labels + 1 + len(l.rows)) * o.Labels
	l.z, l.n, l.w, l.mean = make([]float64, size), make([]float64, size), make([]float64, size), make([]float64, size)
	l.f.labels = o.Labels
	return l
}

// rowsOf appends the rows of those features that are frequent enough.
func (l *learner) rowsOf(out []int32, features []crf.Feature, counts map[crf.Feature]int) []int32 {
	for _, f := range features {
		if counts[f] < l.o.Least {
			continue
		}
		row, ok := l.rows[f]
		if !ok {
			row = int32((l.o.Labels + 1 + len(l.rows)) * l.o.Labels)
			l.rows[f] = row
		}
		out = append(out, row)
	}
	return out
}

// move makes one step against the gradient g at i.
func (l *learner) move(i int, g float64) {
	const still = 1e-5
	if math.Abs(g) < still {
		return
	}
	root := math.Sqrt(l.n[i] + g*g)
	z := l.z[i] + g - (root-math.Sqrt(l.n[i]))/l.o.Rate*l.w[i]
	l.n[i] += g * g
	l.z[i] = z
	l.w[i] = 0
	if math.Abs(z) > l.o.L1 {
		l.w[i] = -(z - math.Copysign(l.o.L1, z)) / ((smoothing+root)/l.o.Rate + l.o.L2)
	}
}

// learn makes one step for a sentence and returns its negative log-likelihood before it.
func (l *learner) learn(s []token) float64 {
	if len(s) == 0 {
		return 0
	}
	l.drop(s)
	l.load(s)
	free := l.f.sum(func(int) uint32 { return 1<<l.o.Labels - 1 })
	l.f.gradient(1)
	bound := l.f.sum(func(i int) uint32 { return s[i].allowed })
	l.f.gradient(-1)
	for i, g := range l.f.stepGradient {
		l.move(i, g)
	}
	for i, t := range s {
		gradient := l.f.row(l.f.scoreGradient, i)
		for _, row := range t.active {
			for y, g := range gradient {
				l.move(int(row)+y, g)
			}
		}
	}
	return free - bound
}

// drop chooses the features that s is learned from this time.
func (l *learner) drop(s []token) {
	l.active = l.active[:0]
	for i := range s {
		t, from := &s[i], len(l.active)
		rows := t.rows
		if t.group > 0 && l.random.Float64() < l.o.Together {
			rows = rows[t.group:]
		}
		for _, row := range rows {
			if l.o.Drop == 0 || l.random.Float64() >= l.o.Drop {
				l.active = append(l.active, row)
			}
		}
		t.active = l.active[from:]
	}
}

// load puts the weights for the sentence s into the field.
func (l *learner) load(s []token) {
	labels := l.o.Labels
	l.f.resize(len(s))
	for from := range labels + 1 {
		for y := range labels {
			if l.o.Follows(from, y) {
				l.f.steps[from*labels+y] = math.Exp(l.w[from*labels+y])
			}
		}
	}
	for i, t := range s {
		score := l.f.row(l.f.score, i)
		for _, row := range t.active {
			for y, w := range l.w[row : int(row)+labels] {
				score[y] += w
			}
		}
	}
	l.f.exponentiate()
}

// weights returns what was learned. Since no feature is dropped any more, each counts for less.
func (l *learner) weights() *crf.Weights {
	labels := l.o.Labels
	w := &crf.Weights{Labels: labels, Rows: map[crf.Feature][]float64{}}
	for from := range labels + 1 {
		steps := slices.Clone(l.mean[from*labels : (from+1)*labels])
		for y := range steps {
			if !l.o.Follows(from, y) {
				steps[y] = math.Inf(-1)
			}
		}
		w.Steps = append(w.Steps, steps)
	}
	for f, at := range l.rows {
		row, some := make([]float64, labels), false
		for y := range row {
			row[y] = l.mean[int(at)+y] * (1 - l.o.Drop)
			some = some || row[y] != 0
		}
		if some {
			w.Rows[f] = row
		}
	}
	return w
}
