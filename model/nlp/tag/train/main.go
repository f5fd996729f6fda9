// Command train makes the weights of the tagger:
//
//	go run ./model/nlp/tag/train -data DIR
//
// DIR holds ewt-pos-train.jsonl and gum.jsonl; see model/nlp/tag/SOURCES. Each line of a file is an object with
// "tokens" and "upos": a list of words, and one of tags, for each sentence. The same data make the same weights.
// With -test FILE it tells how many tags of FILE are right.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"reader/model/nlp/crf"
	"reader/model/nlp/crf/learn"
	"reader/model/nlp/feature"
	"reader/model/nlp/tag"
)

const out = "model/nlp/tag/"

// sources are the files to learn from.
func sources() []learn.Source {
	return []learn.Source{
		{
			File: "ewt-pos-train.jsonl", What: "Universal Dependencies, English Web Treebank (UD_English-EWT), training part; universaldependencies.org",
			Licence: "CC BY-SA 4.0",
		},
		{File: "ewt-pos-dev.jsonl", What: "the same, development part", Licence: "CC BY-SA 4.0"},
		{
			File: "gum.jsonl", What: "GUM, the Georgetown University Multilayer corpus; gucorpling.org/gum",
			Licence: "annotations CC BY 4.0; texts CC BY 2.5, CC BY 4.0 and CC BY-SA 3.0",
		},
	}
}

// upos is the tags in the order of package doc.
const upos = "X ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB"

const (
	limit = 5 // the largest weight that is kept as it is
	least = 2 // weights of fewer units than this are left out
)

type sentence struct {
	words []string
	tags  []uint8
}

func main() {
	log.SetFlags(0)
	data := flag.String("data", "", "folder of the training data")
	test := flag.String("test", "", "file to measure on")
	o := learn.Options{
		Labels: 17, Follows: func(int, int) bool { return true }, Epochs: 8, Least: 2, Rate: 0.7, L1: 2, Drop: 0.3, Seed: 1,
	}
	o.Progress = func(epoch int, loss float64) { log.Printf("epoch %d of %d: loss %.4f", epoch+1, o.Epochs, loss) }
	o.Flags()
	flag.Parse()
	if err := run(*data, *test, o); err != nil {
		log.Fatal("train: ", err)
	}
}

func run(data, test string, o learn.Options) error {
	var train [][]learn.Token
	files := sources()
	for i := range files {
		sentences, err := read(filepath.Join(data, files[i].File))
		if err != nil {
			return err
		}
		for _, s := range sentences {
			train = append(train, tokens(s))
			files[i].Tokens += len(s.words)
		}
	}
	packed := learn.Train(train, o).Pack(limit, least)
	log.Printf("%d bytes", len(packed))
	if test != "" {
		if err := report(packed, test); err != nil {
			return err
		}
	}
	if err := os.WriteFile(out+"weights.bin", packed, 0o644); err != nil {
		return fmt.Errorf("the weights: %w", err)
	}
	if err := learn.WriteSources(out+"SOURCES", "go run ./model/nlp/tag/train -data DIR", files); err != nil {
		return fmt.Errorf("beside the weights: %w", err)
	}
	return nil
}

// report tells how many tags of a file are right.
func report(packed []byte, test string) error {
	m, err := crf.Unpack(packed)
	if err != nil {
		return fmt.Errorf("what was just packed: %w", err)
	}
	held, err := read(test)
	if err != nil {
		return err
	}
	var t tag.Tagger
	var right, all int
	for _, s := range held {
		for i, got := range t.Tags(m, words(s)) {
			all++
			if got == s.tags[i] {
				right++
			}
		}
	}
	log.Printf("%.2f %% of %d tags are right", 100*float64(right)/float64(all), all)
	return nil
}

func tokens(s sentence) []learn.Token {
	ws := words(s)
	feature.MarkCase(ws)
	out := make([]learn.Token, len(ws))
	for i := range ws {
		out[i] = learn.Token{Features: tag.Features(nil, ws, i), Allowed: 1 << s.tags[i]}
	}
	return out
}

func words(s sentence) []feature.Word {
	ws := make([]feature.Word, len(s.words))
	for i, w := range s.words {
		ws[i] = feature.NewWord(w, strings.ToLower(w))
	}
	return ws
}

// read returns the sentences of a file.
func read(name string) ([]sentence, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("training data: %w", err)
	}
	defer func() { _ = f.Close() }() // only read
	var out []sentence
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		var d struct{ Tokens, Upos [][]string }
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		for i, ws := range d.Tokens {
			out = append(out, sentence{ws, numbers(d.Upos[i])})
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return out, nil
}

// numbers returns the tags by their place in upos; one that is not there is X.
func numbers(tags []string) []uint8 {
	all := strings.Fields(upos)
	out := make([]uint8, len(tags))
	for i, t := range tags {
		out[i] = uint8(max(0, slices.Index(all, t)))
	}
	return out
}
