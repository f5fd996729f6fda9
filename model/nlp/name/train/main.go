// Command train makes the weights of the name tagger:
//
//	go run ./model/nlp/name/train -data DIR
//
// DIR holds the files that model/nlp/name/SOURCES lists; the project's own corpus, model/nlp/testdata/news, is
// added but for its kept tenth, on which it then tells how many names are found. The same data make the
// same weights.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"

	"reader/model/nlp/crf"
	"reader/model/nlp/crf/learn"
	"reader/model/nlp/name"
)

const out = "model/nlp/name/"

const (
	limit = 5 // the largest weight that is kept as it is
	least = 2 // weights of fewer units than this are left out
)

func main() {
	log.SetFlags(0)
	data := flag.String("data", "", "folder of the open training data")
	own := flag.String("own", "model/nlp/testdata/news", "folder of the project's own corpus")
	o := learn.Options{
		Labels: name.Labels, Follows: name.Follows, Epochs: 8, Least: 2, Rate: 0.7, L1: 2, L2: 5, Drop: 0.5, Together: 0.5, Seed: 1,
	}
	o.Flags()
	flag.Parse()
	if err := run(*data, *own, o); err != nil {
		log.Fatal("train: ", err)
	}
}

func run(data, own string, o learn.Options) error {
	train, sources, err := readOpen(data)
	if err != nil {
		return err
	}
	ours, held, err := readOwn(own)
	if err != nil {
		return err
	}
	for _, e := range ours {
		e.times = ownTimes
	}
	train = append(train, ours...)
	sources = append(sources, learn.Source{
		File: own, What: "news written and annotated for this project", Licence: "that of the project", Tokens: count(ours, tokens),
	})
	log.Printf("%d documents, %d tokens, %d names", len(train), count(train, tokens), count(train, names))
	packed := fit(train, o)
	log.Printf("%d bytes", len(packed))
	m, err := crf.Unpack(packed)
	if err != nil {
		return fmt.Errorf("what was just packed: %w", err)
	}
	report(m, held)
	if err := os.WriteFile(out+"weights.bin", packed, 0o644); err != nil {
		return fmt.Errorf("the weights: %w", err)
	}
	if err := learn.WriteSources(out+"SOURCES", "go run ./model/nlp/name/train -data DIR", sources); err != nil {
		return fmt.Errorf("beside the weights: %w", err)
	}
	return nil
}

// ownTimes is how often the project's own news is gone over for each time that the open data are: it is of the
// kind that is read, and the smaller part.
const ownTimes = 2

// folds is in how many parts the data are labelled by what was learned from the other parts.
const folds = 2

// fit learns in two rounds: what a document's own labels tell can only be learned from labels that have the
// mistakes of unseen text, so each part of the data is first labelled by a model of the others.
func fit(train []*example, o learn.Options) []byte {
	var all [][]learn.Token
	for k := range folds {
		var others [][]learn.Token
		for i, e := range train {
			if i%folds != k {
				for range e.times {
					others = append(others, e.sentences(nil)...)
				}
			}
		}
		log.Printf("part %d of %d: learn from the rest", k+1, folds)
		t := name.Tagger{Model: fitOnce(others, o)}
		for i, e := range train {
			if i%folds == k {
				s := name.NewSequence(e.doc)
				t.Labels(s)
				for range e.times {
					all = append(all, e.sentences(nil)...)
					all = append(all, e.sentences(s)...)
				}
			}
		}
	}
	log.Print("learn from all")
	return learn.Train(all, progress(o)).Pack(limit, least)
}

func fitOnce(sentences [][]learn.Token, o learn.Options) *crf.Model {
	m, err := crf.Unpack(learn.Train(sentences, progress(o)).Pack(limit, least))
	if err != nil {
		log.Fatal("train: ", err) // it has just been packed
	}
	return m
}

func progress(o learn.Options) learn.Options {
	o.Progress = func(epoch int, loss float64) { log.Printf("epoch %d of %d: loss %.4f", epoch+1, o.Epochs, loss) }
	return o
}

// report tells how well names of examples are found that nothing was learned from.
func report(m *crf.Model, held []*example) {
	t := name.Tagger{Model: m}
	right, found := 0, 0
	for _, e := range held {
		labels := t.Labels(name.NewSequence(e.doc))
		got, want := e.named(labels), e.want()
		found += len(got)
		for n := range got {
			if want[n] {
				right++
			}
		}
	}
	log.Printf("kept tenth: %d names, %d found, %d right: F1 %.1f", count(held, names), found, right,
		200*float64(right)/float64(max(1, found+count(held, names))))
}
