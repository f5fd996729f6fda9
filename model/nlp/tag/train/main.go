// Command train makes the weights of the tagger:
//
//	go run ./model/nlp/tag/train -data DIR
//
// DIR holds ewt-pos-train.jsonl and gum.jsonl; see model/nlp/tag/SOURCES. Each line of a file is an object with
// "tokens" and "upos": a list of words, and one of tags, for each sentence. The same data make the same weights.
// With -without GENRE the documents of that genre are left out of training and the weights are measured on them;
// with -test FILE they are measured on FILE. Neither writes the weights.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"reader/model/nlp/tag/internal/perceptron"
)

const (
	rounds = 8
	out    = "model/nlp/tag/weights.bin"
)

// upos is the tags in the order of package doc.
const upos = "X ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB"

type sentence struct {
	words []string
	tags  []uint8
}

func main() {
	log.SetFlags(0)
	data := flag.String("data", "", "folder of the training data")
	test := flag.String("test", "", "file to measure on")
	without := flag.String("without", "", "genre of gum.jsonl to measure on")
	flag.Parse()
	if err := run(*data, *test, *without); err != nil {
		log.Fatal(err)
	}
}

func run(data, test, without string) error {
	train, _, err := read(filepath.Join(data, "ewt-pos-train.jsonl"), "")
	if err != nil {
		return err
	}
	gum, held, err := read(filepath.Join(data, "gum.jsonl"), without)
	if err != nil {
		return err
	}
	m := learn(append(train, gum...))
	packed, err := m.Write()
	if err != nil {
		return fmt.Errorf("train: %w", err)
	}
	log.Printf("%d bytes", len(packed))
	if test != "" {
		if held, _, err = read(test, ""); err != nil {
			return err
		}
	}
	if len(held) > 0 {
		log.Printf("%.2f %% of the tags are right", 100*accuracy(m, held))
		return nil
	}
	if err := os.WriteFile(out, packed, 0o644); err != nil {
		return fmt.Errorf("train: %w", err)
	}
	return nil
}

func learn(train []sentence) *perceptron.Model {
	l := new(perceptron.Learner)
	random := rand.New(rand.NewPCG(1, 2))
	for range rounds {
		random.Shuffle(len(train), func(i, j int) { train[i], train[j] = train[j], train[i] })
		for _, s := range train {
			l.Learn(words(s), s.tags)
		}
	}
	return l.Model()
}

func accuracy(m *perceptron.Model, test []sentence) float64 {
	var right, all float64
	for _, s := range test {
		all += float64(len(s.tags))
		m.Tag(words(s), func(i int, t uint8) {
			if t == s.tags[i] {
				right++
			}
		})
	}
	return right / all
}

func words(s sentence) []perceptron.Word {
	ws := make([]perceptron.Word, len(s.words))
	for i, w := range s.words {
		ws[i] = perceptron.NewWord(w, strings.ToLower(w))
	}
	return ws
}

// read returns the sentences of a file; those of the genre without are held apart.
func read(name, without string) (used, held []sentence, err error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, nil, fmt.Errorf("train: %w", err)
	}
	defer func() { _ = f.Close() }() // only read
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		var d struct {
			Tokens, Upos [][]string
			Genre        string
		}
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			return nil, nil, fmt.Errorf("%s: %w", name, err)
		}
		to := &used
		if without != "" && d.Genre == without {
			to = &held
		}
		for i, ws := range d.Tokens {
			*to = append(*to, sentence{ws, numbers(d.Upos[i])})
		}
	}
	if err := lines.Err(); err != nil {
		return nil, nil, fmt.Errorf("%s: %w", name, err)
	}
	return used, held, nil
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
