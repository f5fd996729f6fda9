// Command gen writes articles that never happened, with who speaks in them:
//
//	go run ./model/generate/gen -n 10000 -seed 1 -o DIR -truth FILE.jsonl
//
// DIR gets a folder for each year and month. Of the truth each line is that of one article: see generate.Truth.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"

	"reader/model/generate"
)

func main() {
	log.SetFlags(0)
	n := flag.Int("n", 1000, "how many articles")
	seed := flag.Uint64("seed", 1, "the same seed gives the same articles")
	least := flag.Int("least", 2000, "length of the shortest, in bytes")
	most := flag.Int("most", 6000, "length of the longest, in bytes")
	dir := flag.String("o", "", "folder to write the articles to")
	truth := flag.String("truth", "", "file to write to who speaks in them")
	flag.Parse()
	if *least < 500 || *most < *least {
		log.Fatal("gen: -least must be 500 or more, and -most no less")
	}
	g := generate.New(*seed)
	g.Least, g.Most = *least, *most
	if err := run(g, *n, *dir, *truth); err != nil {
		log.Fatal("gen: ", err)
	}
}

// run writes n articles to dir and what is known of them to the file truth, unless these are "".
func run(g *generate.Generator, n int, dir, truth string) error {
	if truth == "" {
		return write(g, n, dir, io.Discard)
	}
	file, err := os.Create(truth)
	if err != nil {
		return fmt.Errorf("truth: %w", err)
	}
	lines := bufio.NewWriter(file)
	if err = errors.Join(write(g, n, dir, lines), lines.Flush(), file.Close()); err != nil {
		return fmt.Errorf("%s or %s: %w", dir, truth, err)
	}
	return nil
}

// write writes n articles to dir, unless that is "", and what is known of them to truth.
func write(g *generate.Generator, n int, dir string, truth io.Writer) error {
	lines := json.NewEncoder(truth)
	lines.SetEscapeHTML(false)
	for range n {
		a := g.Next()
		if err := lines.Encode(a.Truth); err != nil {
			return fmt.Errorf("truth of %s: %w", a.Name, err)
		}
		if dir == "" {
			continue
		}
		path := filepath.Join(dir, filepath.FromSlash(a.Name))
		if err := save(path, a.Markdown); err != nil {
			return err
		}
	}
	return nil
}

// save writes a file, in a folder that is made where need be.
func save(path string, data []byte) error {
	err := os.WriteFile(path, data, 0o644)
	if errors.Is(err, os.ErrNotExist) {
		if err = os.MkdirAll(filepath.Dir(path), 0o755); err == nil {
			err = os.WriteFile(path, data, 0o644)
		}
	}
	if err != nil {
		return fmt.Errorf("article: %w", err)
	}
	return nil
}
