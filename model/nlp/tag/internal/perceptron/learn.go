package perceptron

import "math"

// Learner finds the weights of a Model from sentences whose tags are known.
type Learner struct {
	weights, total, since [rows][Tags]float64 // since: the step at which total was last brought up to date
	step                  float64
}

// Learn goes over one sentence: it tags it and moves the weights wherever a tag is wrong.
func (l *Learner) Learn(sentence []Word, tags []uint8) {
	markCase(sentence)
	t1, t2 := uint8(none), uint8(none)
	var f features
	for i := range sentence {
		l.step++
		f.fill(sentence, i, t1, t2)
		guess := l.best(&f)
		if guess != tags[i] {
			for _, row := range f {
				l.move(row, tags[i], 1)
				l.move(row, guess, -1)
			}
		}
		t1, t2 = guess, t1
	}
}

func (l *Learner) best(f *features) uint8 {
	var scores [Tags]float64
	for _, row := range f {
		for t, w := range &l.weights[row] {
			scores[t] += w
		}
	}
	return highest(&scores)
}

func (l *Learner) move(row uint32, tag uint8, by float64) {
	l.total[row][tag] += (l.step - l.since[row][tag]) * l.weights[row][tag]
	l.since[row][tag] = l.step
	l.weights[row][tag] += by
}

// Model returns the average of the weights over all steps in 8 bits; the smallest, which decide nothing, are
// left out, for they cost space.
func (l *Learner) Model() *Model {
	const least = 4
	m := new(Model)
	largest := 0.0
	for row := range l.weights {
		for t := range uint8(Tags) {
			l.move(uint32(row), t, 0)
			largest = max(largest, math.Abs(l.total[row][t]))
		}
	}
	for row := range l.total {
		for t, w := range l.total[row] {
			if w = math.Round(w / largest * math.MaxInt8); math.Abs(w) >= least {
				m.weights[row][t] = int8(w)
			}
		}
	}
	return m
}
