package markdown

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// blanks stands for the cleaning of strings, which leaves no tab.
func blanks(s string) string { return strings.ReplaceAll(s, "\t", " ") }

// TestCanonical reads testdata/*.txt: of each case "name.in" the canonical form "name.md" and the text "name.text".
func TestCanonical(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no testdata", err)
	}
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		parts := txtar.Parse(data).Files
		for len(parts) >= 3 {
			in, md, text := parts[0], parts[1], parts[2]
			parts = parts[3:]
			t.Run(strings.TrimSuffix(in.Name, ".in"), func(t *testing.T) {
				d := Join(Canonical(string(in.Data), blanks))
				if got := string(d.Source) + "\n"; got != string(md.Data) {
					t.Errorf("canonical form is\n%s\nwant\n%s", got, md.Data)
				}
				if got := d.Text + "\n"; got != string(text.Data) {
					t.Errorf("text is\n%s\nwant\n%s", got, text.Data)
				}
				checkPieces(t, d)
			})
		}
	}
}

func FuzzCanonical(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txt")
	for _, path := range files {
		data, _ := os.ReadFile(path)
		for _, file := range txtar.Parse(data).Files {
			f.Add(string(file.Data))
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.Map(func(r rune) rune {
			if r < ' ' && r != '\n' && r != '\t' {
				return '?'
			}
			return r
		}, strings.ToValidUTF8(s, "?"))
		blocks := Canonical(s, blanks)
		once := Join(blocks)
		var want []string
		for _, b := range blocks {
			if b.Text != "" {
				want = append(want, b.Text)
			}
		}
		if got := strings.Join(want, "\n\n"); got != once.Text {
			t.Fatalf("%q: blocks say %q, document %q", s, got, once.Text)
		}
		checkPieces(t, once)
		twice := Join(Canonical(string(once.Source), blanks))
		if twice.Text != once.Text {
			t.Fatalf("%q\nis %q\nthen %q:\n%q\n%q", s, once.Source, twice.Source, once.Text, twice.Text)
		}
		if string(twice.Source) != string(once.Source) {
			t.Fatalf("%q\nis   %q\nthen %q", s, once.Source, twice.Source)
		}
	})
}
