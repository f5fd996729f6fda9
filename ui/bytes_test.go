package ui

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"

	"reader/model/library"
	"reader/seeds"
)

// glass is what stands between the reader and a terminal: it writes what differs from one frame to the next, as the program does.
type glass struct {
	out   bytes.Buffer
	cells uv.ScreenBuffer
	to    *uv.TerminalRenderer
}

func newGlass(w, h int) *glass {
	g := &glass{cells: uv.NewScreenBuffer(w, h)}
	g.to = uv.NewTerminalRenderer(&g.out, []string{"TERM=xterm-256color", "COLORTERM=truecolor"})
	g.to.SetColorProfile(colorprofile.TrueColor)
	g.to.SetTabStops(-1)
	g.to.SetScrollOptim(true)
	g.to.SaveCursor()
	g.to.SetFullscreen(true)
	g.to.SetRelativeCursor(false)
	g.to.Erase()
	return g
}

// shows shows the frame of m and returns what is written for it.
func (g *glass) shows(tb testing.TB, m *Model) string {
	tb.Helper()
	v := m.View()
	g.cells.Clear()
	uv.NewStyledString(v.Content).Draw(g.cells, g.cells.Bounds())
	g.to.Render(g.cells.RenderBuffer)
	if v.Cursor != nil {
		g.to.MoveTo(v.Cursor.X, v.Cursor.Y)
	}
	if err := g.to.Flush(); err != nil {
		tb.Fatal(err)
	}
	defer g.out.Reset()
	return g.out.String()
}

// shown returns the cells that g shows now.
func (g *glass) shown() []uv.Cell {
	var out []uv.Cell
	for _, row := range g.cells.Lines {
		out = append(out, row...)
	}
	return out
}

// stroke is a key of which it matters how much is written for it, over ssh for instance.
type stroke struct{ name, there, key, back string } // the keys that lead there, and the one that takes it back

func strokes() []stroke {
	return []stroke{
		{"step in the list", "1 g j", "j", "k"},
		{"page in the article", "2", "Space", "b"},
		{"next quote", "2 n", "n", "N"},
		{"next entity", "e", "j", "k"},
		{"picker", "", "s", "Esc"},
		{"letter in the picker", "s", "a", "Backspace"},
		{"step in the picker", "s", "↓", "↑"},
		{"step in the quotes", "v", "j", "k"},
		{"letter of a filter", "1 /", "n", "Backspace"},
		{"focus", "2", "1", "2"},
	}
}

// at returns a screen of lib, of that size, where k is pressed, behind a glass.
func (k stroke) at(tb testing.TB, lib *library.Library, on size) (*Model, *glass) {
	tb.Helper()
	m, g := New(Options{Library: lib, State: marks(tb)}).(*Model), newGlass(on[0], on[1])
	m.Update(tea.WindowSizeMsg{Width: on[0], Height: on[1]})
	if r, ok := lib.At(seeds.First); ok {
		m.list.Select(r)
		m.Update(keyOf("2"))
	}
	for key := range strings.FieldsSeq(k.there) {
		m.Update(keyOf(key))
	}
	m.stand()
	g.shows(tb, m)
	return m, g
}

// A key writes what is new on the screen, in its colours, and little besides.
func TestAKeyWritesLittle(t *testing.T) {
	const moves, perCell = 400, 3 // bytes
	lib := builtIn(t).lib
	for _, on := range []size{{80, 24}, {200, 60}} {
		for _, k := range strokes() {
			m, g := k.at(t, lib, on)
			before := g.shown()
			m.Update(keyOf(k.key))
			written, changed := len(g.shows(t, m)), 0
			for i, c := range g.shown() {
				if !c.Equal(&before[i]) {
					changed++
				}
			}
			if written > moves+perCell*changed {
				t.Errorf("%v: %s writes %d bytes, and %d cells are others than before", on, k.name, written, changed)
			}
		}
	}
}

// Who holds a key goes through rows, or panes, for little, however large the screen. What they lead to is shown after a rest.
func TestAStepWritesFewBytes(t *testing.T) {
	const most, steps = 1000, 12
	light := []string{"step in the list", "step in the picker", "focus"}
	lib := builtIn(t).lib
	for _, on := range []size{{80, 24}, {200, 60}} {
		for _, k := range strokes() {
			if !slices.Contains(light, k.name) {
				continue
			}
			m, g := k.at(t, lib, on)
			for _, key := range []string{k.key, k.back} {
				for range steps {
					m.Update(keyOf(key))
					if n := len(g.shows(t, m)); n > most {
						t.Errorf("%v: %s, by %s, writes %d bytes", on, k.name, key, n)
					}
				}
				walking := m.walk.on
				m.stand()
				if n := len(g.shows(t, m)); walking && n == 0 {
					t.Errorf("%v: %s, by %s, shows nothing after a rest", on, k.name, key)
				}
			}
		}
	}
}

// How many bytes are written for a key and for the one that takes it back, and after a rest.
func BenchmarkBytes(b *testing.B) {
	lib := builtIn(b).lib
	for _, on := range []size{{80, 24}, {200, 60}} {
		for _, k := range strokes() {
			b.Run(on.String()+"/"+strings.ReplaceAll(k.name, " ", "-"), func(b *testing.B) {
				m, g := k.at(b, lib, on)
				written, rested := 0, 0
				for b.Loop() {
					for _, key := range []string{k.key, k.back} {
						m.Update(keyOf(key))
						written += len(g.shows(b, m))
						m.stand()
						rested += len(g.shows(b, m))
					}
				}
				b.ReportMetric(float64(written)/float64(2*b.N), "bytes/key")
				b.ReportMetric(float64(rested)/float64(2*b.N), "bytes/rest")
			})
		}
	}
}
