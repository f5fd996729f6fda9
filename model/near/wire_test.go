package near_test

import (
	"slices"
	"testing"

	"reader/model/generate"
	"reader/model/near"
	"reader/model/wire"
)

func TestAnIndexThatIsReadIsTheOneThatWasWritten(t *testing.T) {
	g, x := generate.New(5), near.New()
	texts := make([]string, 600)
	for ref := range texts {
		texts[ref] = string(g.Next().Markdown)
		x.Add(int32(ref), texts[ref])
	}
	for _, gone := range []int32{3, 77, 599} {
		x.Remove(gone)
	}
	var w wire.Writer
	x.Write(&w)
	y := near.Read(wire.NewReader(string(w.Bytes)))
	same := func(when string) {
		t.Helper()
		several := 0
		for ref := range int32(len(texts) + 100) {
			if got, want := y.Members(ref), x.Members(ref); !slices.Equal(got, want) || y.Group(ref) != x.Group(ref) {
				t.Fatalf("%s article %d is with %v, want %v", when, ref, got, want)
			}
			if len(x.Members(ref)) > 1 {
				several++
			}
		}
		if several < 50 {
			t.Errorf("%s only %d articles are in groups", when, several)
		}
	}
	same("at once")
	for ref := range 100 {
		text := string(g.Next().Markdown)
		x.Add(int32(600+ref), text)
		y.Add(int32(600+ref), text)
	}
	same("with more articles")
}

func FuzzRead(f *testing.F) {
	x := near.New()
	x.Add(0, "One two three four five six seven eight nine ten.")
	x.Add(2, "One two three four five six seven eight nine ten.")
	var w wire.Writer
	x.Write(&w)
	f.Add(string(w.Bytes))
	f.Fuzz(func(t *testing.T, data string) {
		r := wire.NewReader(data)
		x := near.Read(r)
		for ref := range int32(len(data)) {
			if m := x.Members(ref); len(m) > len(data) {
				t.Fatalf("%d articles are one in %d bytes", len(m), len(data))
			}
		}
	})
}
