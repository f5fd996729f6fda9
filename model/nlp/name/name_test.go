package name_test

import (
	"testing"

	"reader/model/nlp/doc"
	"reader/model/nlp/doc/doctest"
	"reader/model/nlp/name"
	"reader/model/nlp/sentence"
	"reader/model/nlp/tag"
	"reader/model/nlp/token"
	"reader/seeds"
)

// split returns text with its tokens and sentences, not tagged yet.
func split(text string) *doc.Document {
	d := doctest.New(text)
	token.Split(d)
	sentence.Split(d)
	return d
}

// BenchmarkTagAndName measures parts of speech and names together, in tokens a second on one core.
func BenchmarkTagAndName(b *testing.B) {
	data, err := seeds.Articles.ReadFile(seeds.First)
	if err != nil {
		b.Fatal(err)
	}
	text := string(data)
	tokens := 0
	for b.Loop() {
		b.StopTimer()
		d := split(text)
		b.StartTimer()
		tag.Tag(d)
		name.Find(d)
		tokens += len(d.Tokens)
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
}
