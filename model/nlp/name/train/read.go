package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"reader/model"
	"reader/model/nlp/crf/learn"
	"reader/model/nlp/gold"
)

// file is a file of the open data. A partial one marks no other names than those of people, organizations and
// places.
type file struct {
	learn.Source
	partial bool
}

func files() []file {
	const (
		uner = "Universal NER over Universal Dependencies treebanks: web, news and Wikipedia sentences; universalner.org"
		wiki = "WikiGold: Wikipedia articles with names (Balasuriya et al. 2009)"
		cner = "CrossNER, politics: Wikipedia sentences (Liu et al. 2020)"
		docr = "Re-DocRED: Wikipedia articles with names (Tan et al. 2022)"
	)
	return []file{
		{learn.Source{File: "uner-ewt-1.jsonl", What: uner, Licence: "CC BY-SA 4.0"}, true},
		{learn.Source{File: "uner-ewt-2.jsonl", What: uner, Licence: "CC BY-SA 4.0"}, true},
		{learn.Source{File: "uner-pud.jsonl", What: uner, Licence: "CC BY-SA 3.0"}, true},
		{learn.Source{File: "wikigold.jsonl", What: wiki, Licence: "CC BY 4.0"}, false},
		{learn.Source{File: "crossner-politics-1.jsonl", What: cner, Licence: "MIT"}, false},
		{learn.Source{File: "crossner-politics-2.jsonl", What: cner, Licence: "MIT"}, false},
		{learn.Source{File: "crossner-politics-3.jsonl", What: cner, Licence: "MIT"}, false},
		{learn.Source{File: "redocred-1.jsonl", What: docr, Licence: "MIT"}, false},
		{learn.Source{File: "redocred-2.jsonl", What: docr, Licence: "MIT"}, false},
	}
}

// kindOf is the kind of the types of the open data; types that are not here are no names.
var kindOf = map[string]int{"PERSON": 0, "ORG": 1, "PLACE": 2, "MISC": 3}

// readOpen returns the documents of the open data and what they were read from.
func readOpen(dir string) ([]*example, []learn.Source, error) {
	var out []*example
	var sources []learn.Source
	for _, f := range files() {
		examples, err := readFile(filepath.Join(dir, f.File), f.partial)
		if err != nil {
			return nil, nil, err
		}
		out = append(out, examples...)
		f.Tokens = count(examples, tokens)
		sources = append(sources, f.Source)
	}
	return out, sources, nil
}

// entity is a name in the open data: a range of code points of the text.
type entity struct {
	Start, End int
	Text, Type string
}

func readFile(name string, partial bool) ([]*example, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("open data: %w", err)
	}
	defer func() { _ = f.Close() }() // only read
	var out []*example
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		var d struct {
			Text     string
			Entities []entity
		}
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out = append(out, newExample("", d.Text, paragraphs(d.Text), annotations(d.Text, d.Entities), partial))
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return out, nil
}

// annotations returns the names among entities by the conventions of the project's own corpus.
func annotations(text string, entities []entity) []annotated {
	bytes := make([]uint32, 0, len(text)+1) // of each code point: where it begins
	for i := range text {
		bytes = append(bytes, uint32(i))
	}
	bytes = append(bytes, uint32(len(text)))
	var out []annotated
	for _, e := range entities {
		kind, ok := kindOf[e.Type]
		if !ok {
			continue
		}
		n := annotated{model.Span{Start: bytes[e.Start], End: bytes[e.End]}, kind}
		if words := n.span.In(text); strings.HasPrefix(words, "the ") {
			n.span.Start += 4
		}
		out = append(out, n)
	}
	return out
}

// readOwn returns the articles of the project's own corpus and those of its kept tenth.
func readOwn(dir string) (train, held []*example, err error) {
	articles, err := gold.ReadDir(dir)
	if err != nil {
		return nil, nil, fmt.Errorf("own corpus: %w", err)
	}
	for _, a := range articles {
		var names []annotated
		for _, n := range a.Names {
			names = append(names, annotated{n.Span, min(int(n.Type), kindOf["MISC"])})
		}
		e := newExample(a.Title(), a.Body(), paragraphs(a.Body()), names, false)
		if a.Held() {
			held = append(held, e)
		} else {
			train = append(train, e)
		}
	}
	return train, held, nil
}
