package ui

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	tea "charm.land/bubbletea/v2"

	"reader/ui/shot"
)

// The picture in the README: the built-in library with a speaker chosen. It is stale when the screen, the analysis or
// the articles changed; after a look at the new one: go test ./ui -run TestPicture -update.
func TestPicture(t *testing.T) {
	m := builtIn(t)
	w, h := 120, 34
	m.Update(tea.WindowSizeMsg{Width: w, Height: h})
	m.apply("speaker:iturbe")
	if m.sync(); len(m.filter.chosen) == 0 {
		t.Fatal("she does not speak")
	}
	var got bytes.Buffer
	if err := shot.SVG(&got, shot.Cells(m.View().Content, w, h), m.theme.Fg, m.theme.Bg); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join("testdata", "screen.svg")
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.WriteFile(file, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want, err := os.ReadFile(file); err != nil || !bytes.Equal(got.Bytes(), want) {
		t.Errorf("%s is stale (%v): look at the screen, then run this test with -update", file, err)
	}
}
