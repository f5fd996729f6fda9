package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"unicode"
)

// dimensions is the length of the vectors that are read.
const dimensions = 100

var errFormat = errors.New("not a file of word vectors")

// read returns the words, most frequent first, and their vectors: at most n that have a letter, or are frequent.
func read(in io.Reader, n int) (words []string, vectors []vector, err error) {
	d := json.NewDecoder(bufio.NewReaderSize(in, 1<<20))
	if err := seek(d, "vectors"); err != nil {
		return nil, nil, err
	}
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return nil, nil, fmt.Errorf("%w: vectors: %w", errFormat, err)
	}
	for rank := 0; d.More() && len(words) < n; rank++ {
		t, err := d.Token()
		if err != nil {
			return nil, nil, fmt.Errorf("word %d: %w", rank, err)
		}
		word, _ := t.(string)
		var numbers []float32
		if err := d.Decode(&numbers); err != nil {
			return nil, nil, fmt.Errorf("vector of %q: %w", word, err)
		}
		// Behind the vector are its length and the rank of the word.
		if len(numbers) != dimensions+2 || int(numbers[dimensions+1]) != rank {
			return nil, nil, fmt.Errorf("%w: %q is not word %d by frequency", errFormat, word, rank)
		}
		if rank < frequent || slices.ContainsFunc([]rune(word), unicode.IsLetter) {
			words = append(words, word)
			vectors = append(vectors, numbers[:dimensions])
		}
	}
	return words, vectors, nil
}

// frequent is the rank up to which words need no letter.
const frequent = 1000

// seek goes to the value of a key of the outermost object.
func seek(d *json.Decoder, key string) error {
	if _, err := d.Token(); err != nil {
		return fmt.Errorf("%w: %w", errFormat, err)
	}
	for d.More() {
		t, err := d.Token()
		if err != nil {
			return fmt.Errorf("%w: %w", errFormat, err)
		}
		if t == key {
			return nil
		}
		var skipped json.RawMessage
		if err := d.Decode(&skipped); err != nil {
			return fmt.Errorf("%w: %w", errFormat, err)
		}
	}
	return fmt.Errorf("%w: no %q", errFormat, key)
}
