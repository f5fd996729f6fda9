package correct_test

import (
	"fmt"
	"testing"

	"reader/model/correct"
)

// BenchmarkUncorrected is what an article costs of which nothing was corrected, in a log of 10,000 corrections.
func BenchmarkUncorrected(b *testing.B) {
	log, err := correct.Open(b.TempDir() + "/corrections.jsonl")
	if err != nil {
		b.Fatal(err)
	}
	cs := make([]correct.Correction, 10_000)
	for i := range cs {
		cs[i] = correct.Correction{Article: fmt.Sprint(i / 3), Op: correct.Dismiss, Entity: person("Ada Harl")}
	}
	if err := log.Add(cs...); err != nil {
		b.Fatal(err)
	}
	a := read(b, story)
	b.ReportAllocs()
	for b.Loop() {
		if len(correct.Apply(a, log.Of(a.ID))) > 0 {
			b.Fatal("something is corrected")
		}
	}
}

// BenchmarkOpen is what it costs at the start to read 10,000 corrections.
func BenchmarkOpen(b *testing.B) {
	path := b.TempDir() + "/corrections.jsonl"
	log, err := correct.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	a := read(b, story)
	anchor := correct.At(a, a.Quotes[0].Field, a.Quotes[0].Span)
	cs := make([]correct.Correction, 10_000)
	for i := range cs {
		cs[i] = correct.Correction{Article: fmt.Sprint(i / 3), Op: correct.Speaker, Anchor: anchor, Is: person("Ada Harl")}
	}
	if err := log.Add(cs...); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := correct.Open(path); err != nil {
			b.Fatal(err)
		}
	}
}
