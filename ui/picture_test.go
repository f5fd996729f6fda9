package ui

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"reader/ui/shot"
	"reader/ui/style"
)

// The pictures in the README: the built-in library with a speaker chosen. They are stale when the screen, the analysis or
// the articles changed; after a look at the new ones: go test ./ui -run TestPicture -update.
func TestPictures(t *testing.T) {
	for _, p := range []struct {
		name  string
		size  size
		theme style.Name
		keys  string
	}{
		{"screen.svg", size{140, 40}, style.Dark, "s i t u r b e Enter"},
		{"light.svg", size{120, 30}, style.Light, "s i t u r b e Enter e"},
		{"medium.svg", size{90, 28}, style.Dark, "s i t u r b e Enter v"},
		{"narrow.svg", size{60, 20}, style.Dark, "s i t u r b e Enter Enter"},
	} {
		t.Run(p.name, func(t *testing.T) {
			m := builtIn(t)
			m.dress.wish = p.theme
			m.setTheme(p.theme == style.Dark, m.dress.colours)
			m.Update(tea.WindowSizeMsg{Width: p.size[0], Height: p.size[1]})
			for key := range strings.FieldsSeq(p.keys) {
				m.Update(keyOf(key))
			}
			var got bytes.Buffer
			if err := shot.SVG(&got, shot.Cells(m.View().Content, p.size[0], p.size[1]), m.theme.Fg, m.theme.Bg); err != nil {
				t.Fatal(err)
			}
			isPicture(t, p.name, got.Bytes())
		})
	}
}

// The film in the README: from the first look to the words of one speaker.
func TestPictureThatMoves(t *testing.T) {
	const w, h = 100, 30
	m := builtIn(t)
	m.Update(tea.WindowSizeMsg{Width: w, Height: h})
	scenes := []shot.Scene{
		{Says: "Who said what? The initials beside a line tell.", Seconds: 3},
		{Key: "s", Says: "asks for a speaker", Seconds: 1.6},
		{Key: "a", Says: "… by parts of the name", Seconds: 0.4},
		{Key: "z", Says: "… by parts of the name", Seconds: 0.4},
		{Key: "i", Says: "… by parts of the name", Seconds: 0.4},
		{Key: "m", Says: "… by parts of the name", Seconds: 1.4},
		{Key: "Enter", Says: "keeps the articles in which he speaks, at his first quote", Seconds: 3},
		{Key: "n", Says: "goes to the next quote; the last line tells who “he” is", Seconds: 2.4},
		{Key: "n", Says: "… and to the next", Seconds: 2.4},
		{Key: "v", Says: "shows what he says and nothing else", Seconds: 5},
	}
	for i := range scenes {
		if k := scenes[i].Key; k != "" {
			m.Update(keyOf(k))
			m.stand() // as long as a scene takes
		}
		scenes[i].Rows = shot.Cells(m.View().Content, w, h)
	}
	var got bytes.Buffer
	if err := shot.Film(&got, scenes, m.theme.Fg, m.theme.Bg); err != nil {
		t.Fatal(err)
	}
	if got.Len() > 300<<10 {
		t.Errorf("it has %d bytes, which is much for a page to load", got.Len())
	}
	isPicture(t, "speaker.svg", got.Bytes())
}

// isPicture asserts that got is the picture of that name.
func isPicture(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want, err := os.ReadFile(file); err != nil || !bytes.Equal(got, want) {
		t.Errorf("%s is stale (%v): look at the screen, then run this test with -update", file, err)
	}
}
