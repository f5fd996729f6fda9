package main

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"reader/model/generate"
)

func TestWritesArticlesAndTheirTruth(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	truth := filepath.Join(dir, "truth.jsonl")
	if err := run(generate.New(1), 20, dir, truth); err != nil {
		t.Fatal(err)
	}
	file, err := os.Open(truth)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = file.Close() })
	g := generate.New(1)
	lines := bufio.NewScanner(file)
	n := 0
	for ; lines.Scan(); n++ {
		want := g.Next()
		var got generate.Truth
		if err := json.Unmarshal(lines.Bytes(), &got); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(got.Name)))
		if err != nil || string(data) != string(want.Markdown) {
			t.Errorf("%s: %v, or it is another article than %s", got.Name, err, want.Name)
		}
	}
	if n != 20 {
		t.Errorf("%d lines of truth for 20 articles", n)
	}
}

func TestTellsWhatCannotBeWritten(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := run(generate.New(1), 1, file, ""); err == nil {
		t.Error("a file was taken for a folder")
	}
	if err := run(generate.New(1), 1, "", filepath.Join(file, "truth")); err == nil {
		t.Error("the truth was written below a file")
	}
}
