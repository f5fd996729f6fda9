package crf_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"reader/model/nlp/crf"
	"reader/model/nlp/crf/learn"
)

// random returns weights of a field of a few labels over features below some number.
func random(labels, features int, seed uint64) *crf.Weights {
	r := rand.New(rand.NewPCG(seed, 1))
	w := &crf.Weights{Labels: labels, Rows: map[crf.Feature][]float64{}}
	row := func() []float64 {
		out := make([]float64, labels)
		for y := range out {
			out[y] = r.NormFloat64()
		}
		return out
	}
	for range labels + 1 {
		w.Steps = append(w.Steps, row())
	}
	for f := range features {
		w.Rows[crf.Of(0, uint32(f))] = row()
	}
	return w
}

func unpack(tb testing.TB, w *crf.Weights) *crf.Model {
	tb.Helper()
	m, err := crf.Unpack(w.Pack(3, 1))
	if err != nil {
		tb.Fatal(err)
	}
	return m
}

func TestScoreAddsTheWeightsOfTheFeatures(t *testing.T) {
	w := random(3, 100, 1)
	m := unpack(t, w)
	scores := make([]int32, 3)
	features := []crf.Feature{crf.Of(0, 5), crf.Of(0, 70), crf.Of(0, 1000)} // the last is unknown
	m.Score(scores, features)
	for y := range scores {
		want := (w.Rows[features[0]][y] + w.Rows[features[1]][y]) * math.MaxInt8 / 3
		if math.Abs(float64(scores[y])-want) > 1.01 {
			t.Errorf("label %d: %d, want %.1f", y, scores[y], want)
		}
	}
}

// However many features there are, and however they all agree, their sum is exact.
func TestScoreOfMoreFeaturesThanALaneHolds(t *testing.T) {
	w := &crf.Weights{Labels: crf.MaxLabels, Rows: map[crf.Feature][]float64{}}
	for range w.Labels + 1 {
		w.Steps = append(w.Steps, make([]float64, w.Labels))
	}
	const n = 1000
	features := make([]crf.Feature, n)
	for i := range features {
		features[i] = crf.Of(0, uint32(i))
		row := make([]float64, w.Labels)
		for y := range row {
			row[y] = 3 // the most that the unit allows
			if y%2 == 1 {
				row[y] = -3
			}
		}
		w.Rows[features[i]] = row
	}
	scores := make([]int32, w.Labels)
	unpack(t, w).Score(scores, features)
	for y, got := range scores {
		want := int32(n * math.MaxInt8)
		if y%2 == 1 {
			want = -want
		}
		if got != want {
			t.Errorf("label %d: %d, want %d", y, got, want)
		}
	}
}

// total returns the sum of the path labels as Model defines it, read from the model by sequences of one and two.
func total(m *crf.Model, steps [][]int32, scores []int32, labels []uint8) int32 {
	sum := steps[m.Labels()][labels[0]]
	for i, y := range labels {
		sum += scores[i*m.Labels()+int(y)]
		if i > 0 {
			sum += steps[labels[i-1]][y]
		}
	}
	return sum
}

func TestBestIsTheBestOfAllPaths(t *testing.T) {
	const labels, tokens = 3, 6
	for seed := range uint64(50) {
		w := random(labels, 1, seed)
		m := unpack(t, w)
		steps := make([][]int32, labels+1)
		for from := range steps {
			for _, x := range w.Steps[from] {
				steps[from] = append(steps[from], int32(max(-127, min(127, math.Round(x*math.MaxInt8/3)))))
			}
		}
		r := rand.New(rand.NewPCG(seed, 2))
		scores := make([]int32, labels*tokens)
		for i := range scores {
			scores[i] = r.Int32N(200) - 100
		}
		best := int32(math.MinInt32)
		path := make([]uint8, tokens)
		for n := range int(math.Pow(labels, tokens)) {
			for i := range path {
				path[i] = uint8(n % labels)
				n /= labels
			}
			best = max(best, total(m, steps, scores, path))
		}
		if got := total(m, steps, scores, m.Best(scores, new(crf.Path))); got != best {
			t.Errorf("seed %d: a path of %d, the best is %d", seed, got, best)
		}
	}
}

func TestNoTokensHaveNoLabels(t *testing.T) {
	if got := unpack(t, random(2, 1, 1)).Best(nil, new(crf.Path)); len(got) != 0 {
		t.Errorf("got %v", got)
	}
}

// sequences returns sentences whose first word tells its own label, and that of all the words behind it.
func sequences(n int) [][]learn.Token {
	r := rand.New(rand.NewPCG(1, 1))
	out := make([][]learn.Token, n)
	for i := range out {
		first := r.Uint32N(2)
		for k := range 8 {
			word := uint32(0)
			if k == 0 {
				word = first + 1
			}
			out[i] = append(out[i], learn.Token{Features: []crf.Feature{crf.Of(1, word)}, Allowed: 1 << first})
		}
	}
	return out
}

func options() learn.Options {
	return learn.Options{Labels: 2, Follows: func(int, int) bool { return true }, Epochs: 5, Least: 1, Rate: 0.5, L1: 0.1, Drop: 0.1, Seed: 7}
}

func TestAFieldLearnsWordsAndSteps(t *testing.T) {
	w := learn.Train(sequences(200), options())
	m := unpack(t, w)
	var path crf.Path
	for _, s := range sequences(300)[200:] {
		scores := make([]int32, 2*len(s))
		for i, token := range s {
			m.Score(scores[2*i:2*i+2], token.Features)
		}
		for i, y := range m.Best(scores, &path) {
			if s[i].Allowed != 1<<y {
				t.Fatalf("token %d: label %d, want bits %b", i, y, s[i].Allowed)
			}
		}
	}
}

// Where the data leave a label open, the rest of the data decides.
func TestOpenLabelsAreLearnedFromTheRest(t *testing.T) {
	data := sequences(200)
	for i := range data {
		for k := range data[i] {
			if i%2 == 0 || k > 0 {
				data[i][k].Allowed = 3
			}
		}
	}
	w := learn.Train(data, options())
	for word, label := range map[uint32]int{1: 0, 2: 1} {
		row := w.Rows[crf.Of(1, word)]
		if row[label] <= row[1-label] {
			t.Errorf("word %d: weights %v, want the most for %d", word, row, label)
		}
	}
}

// What one feature tells alone, another one that is there less often learns, too, if the first is left out at times.
func TestDroppedFeaturesMakeTheOthersLearn(t *testing.T) {
	data := sequences(200)
	for i := range data {
		for k := range data[i] {
			label := data[i][k].Allowed >> 1
			data[i][k].Features = append(data[i][k].Features, crf.Of(2, label))
			if i%3 == 0 {
				data[i][k].Features = append(data[i][k].Features, crf.Of(3, label))
			}
		}
	}
	o := options()
	part := func() float64 { // of the weight of the feature that is always there
		w := learn.Train(data, o)
		rare, always := w.Rows[crf.Of(3, 1)], w.Rows[crf.Of(2, 1)]
		return (rare[1] - rare[0]) / (always[1] - always[0])
	}
	o.Drop = 0
	without := part()
	o.Drop = 0.5
	if with := part(); with < 1.1*without {
		t.Errorf("the rarer feature has %.3f of the weight, and %.3f if none is left out", with, without)
	}
}

// What a group of features tells, the others learn, too, if the group is left out at times.
func TestAGroupIsLeftOutTogether(t *testing.T) {
	data := sequences(200)
	for i := range data {
		for k := range data[i] {
			label := data[i][k].Allowed >> 1
			data[i][k].Features = append([]crf.Feature{crf.Of(2, label), crf.Of(3, label)}, data[i][k].Features...)
			data[i][k].Group = 2
		}
	}
	o := options()
	o.Drop = 0
	word := func() float64 {
		row := learn.Train(data, o).Rows[crf.Of(1, 2)]
		return row[1] - row[0]
	}
	without := word()
	o.Together = 0.5
	if with := word(); with < 1.1*without {
		t.Errorf("the word has %.3f, and %.3f if the group is never left out", with, without)
	}
}

func TestTrainingIsRepeatable(t *testing.T) {
	a := learn.Train(sequences(50), options()).Pack(3, 1)
	b := learn.Train(sequences(50), options()).Pack(3, 1)
	if !slices.Equal(a, b) {
		t.Error("two runs differ")
	}
}

func TestAStepThatCannotBeIsNeverTaken(t *testing.T) {
	o := options()
	o.Follows = func(from, to int) bool { return from != 0 || to != 1 }
	data := [][]learn.Token{{{Features: []crf.Feature{1}, Allowed: 1}, {Features: []crf.Feature{2}, Allowed: 1}}}
	m := unpack(t, learn.Train(data, o))
	scores := []int32{5000, 0, 0, 5000}
	if got := m.Best(scores, new(crf.Path)); slices.Equal(got, []uint8{0, 1}) {
		t.Errorf("got %v", got)
	}
}

func TestDamagedWeightsAreAnError(t *testing.T) {
	data := random(3, 20, 1).Pack(3, 1)
	for name, damaged := range map[string][]byte{
		"empty":           nil,
		"another file":    []byte("PK\x03\x04, a zip file"),
		"no labels":       append([]byte("CRF\x01\x00"), data[5:]...),
		"too many labels": append([]byte("CRF\x01\xff"), data[5:]...),
		"cut":             data[:len(data)-1],
		"longer":          append(slices.Clone(data), 0),
	} {
		if _, err := crf.Unpack(damaged); err == nil || !strings.Contains(err.Error(), "damaged") {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

func FuzzUnpack(f *testing.F) {
	f.Add(random(2, 5, 1).Pack(3, 1))
	f.Add(random(17, 3, 2).Pack(3, 1))
	f.Add([]byte("CRF\x01\x01\x00\x00\x01\x05\x01\x00\x07"))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := crf.Unpack(data)
		if err != nil {
			return
		}
		scores := make([]int32, 4*m.Labels())
		for i := range 4 {
			m.Score(scores[i*m.Labels():(i+1)*m.Labels()], []crf.Feature{0, 1, 5, 1<<crf.KeyBits - 1})
		}
		for _, y := range m.Best(scores, new(crf.Path)) {
			if int(y) >= m.Labels() {
				t.Fatalf("label %d of %d", y, m.Labels())
			}
		}
	})
}
