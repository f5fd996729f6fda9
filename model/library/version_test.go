package library_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"golang.org/x/tools/txtar"

	"reader/model/library"
	"reader/model/nlp"
	"reader/model/source"
	"reader/seeds"
)

func TestVersionIsOfThisReadingAndAnalysis(t *testing.T) {
	t.Parallel()
	h := sha256.New()
	add(t, h, seeds.Articles, "*.md")
	add(t, h, os.DirFS("../nlp/testdata/news"), "b-*.txt") // a part will do
	add(t, h, os.DirFS("../source/testdata/pages"), "*.*ht*")
	for _, path := range slices.Concat(glob(t, os.DirFS("../source/testdata"), "*.txt"), glob(t, os.DirFS("../source/testdata"), "feed/*")) {
		archive, err := txtar.ParseFile(filepath.Join("../source/testdata", path))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			analyse(h, f.Name, f.Data)
		}
	}
	if got := hex.EncodeToString(h.Sum(nil)[:6]); got != library.Version {
		t.Errorf("articles are read or analysed otherwise than they were: let library.Version be %q", got)
	}
}

// add adds to h what is made of the files of fsys that pattern matches.
func add(t *testing.T, h hash.Hash, fsys fs.FS, pattern string) {
	t.Helper()
	for _, path := range glob(t, fsys, pattern) {
		data, err := fs.ReadFile(fsys, path)
		if err != nil {
			t.Fatal(err)
		}
		analyse(h, path, data)
	}
}

func glob(t *testing.T, fsys fs.FS, pattern string) []string {
	t.Helper()
	paths, err := fs.Glob(fsys, pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("there is nothing like %s: %v", pattern, err)
	}
	return paths
}

// analyse adds to h what is made of data, the content of the file at path.
func analyse(h hash.Hash, path string, data []byte) {
	articles, err := source.Read(path, data)
	for _, a := range articles {
		nlp.Analyze(a)
		_, _ = fmt.Fprintf(h, "%+v\n", *a) // a hash takes everything
	}
	_, _ = fmt.Fprintln(h, err)
}
