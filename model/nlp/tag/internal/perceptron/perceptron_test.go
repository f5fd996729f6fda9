package perceptron

import (
	"slices"
	"testing"
)

func sentence(words ...string) []Word {
	s := make([]Word, len(words))
	for i, w := range words {
		s[i] = NewWord(w, w)
	}
	return s
}

func TestLearn(t *testing.T) {
	const noun, verb, det = 1, 2, 3
	l := new(Learner)
	for range 5 {
		l.Learn(sentence("the", "talks", "end"), []uint8{det, noun, verb})
		l.Learn(sentence("he", "talks"), []uint8{noun, verb})
	}
	packed, err := l.Model().Write()
	if err != nil {
		t.Fatal(err)
	}
	m, err := Read(packed)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		words []Word
		want  []uint8
	}{
		{sentence("he", "talks"), []uint8{noun, verb}},
		{sentence("the", "talks", "end"), []uint8{det, noun, verb}},
	} {
		var got []uint8
		m.Tag(c.words, func(_ int, tag uint8) { got = append(got, tag) })
		if !slices.Equal(got, c.want) {
			t.Errorf("%v, want %v", got, c.want)
		}
	}
}

func TestReadDamaged(t *testing.T) {
	if _, err := Read([]byte("no weights")); err == nil {
		t.Error("damaged weights were read")
	}
}

func BenchmarkRead(b *testing.B) {
	packed, err := new(Model).Write()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := Read(packed); err != nil {
			b.Fatal(err)
		}
	}
}
