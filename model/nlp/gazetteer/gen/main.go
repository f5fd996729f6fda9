// Command gen makes the gazetteer:
//
//	go run ./model/nlp/gazetteer/gen -data DIR
//
// DIR holds a folder for each package that is read; see model/nlp/gazetteer/SOURCES. The same data make the same
// file. It takes some seconds.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"

	"reader/model/nlp/gazetteer"
)

const out = "model/nlp/gazetteer/names.bin"

func main() {
	log.SetFlags(0)
	data := flag.String("data", "", "folder of the packages")
	show := flag.String("show", "", "file to list the names in")
	flag.Parse()
	if err := run(*data, *show); err != nil {
		log.Fatal("gen: ", err)
	}
}

func run(data, show string) error {
	n, err := collect(data)
	if err != nil {
		return err
	}
	n.clean()
	if show != "" {
		if err = os.WriteFile(show, n.table(), 0o644); err != nil {
			return fmt.Errorf("list: %w", err)
		}
	}
	packed, err := n.pack()
	if err != nil {
		return err
	}
	for i, name := range classes {
		log.Printf("%6d %s", n.count(1<<i), name)
	}
	log.Printf("%6d names in %d bytes", len(n.class), len(packed))
	if err = os.WriteFile(out, packed, 0o644); err != nil {
		return fmt.Errorf("gazetteer: %w", err)
	}
	return nil
}

// classes names the classes, by their bits.
var classes = [...]string{
	"female", "male", "surname", "city", "country", "region", "demonym", "organization", "word of organizations",
	"team", "role", "title", "media", "large", "common",
}

func (n *names) count(c gazetteer.Class) int {
	sum := 0
	for _, have := range n.class {
		if have&c != 0 {
			sum++
		}
	}
	return sum
}
