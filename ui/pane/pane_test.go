package pane

import (
	"testing"

	"reader/ui/intent"
)

func TestWindowMoves(t *testing.T) {
	for _, c := range []struct {
		name string
		at   Window
		do   intent.Intent
		n    int
		fit  int
		want Window
	}{
		{"down stays in the window", Window{0, 0}, intent.Down, 10, 4, Window{1, 0}},
		{"down at its end takes the window along", Window{3, 0}, intent.Down, 10, 4, Window{4, 1}},
		{"up at its beginning takes the window along", Window{4, 4}, intent.Up, 10, 4, Window{3, 3}},
		{"down at the end stays", Window{9, 6}, intent.Down, 10, 4, Window{9, 6}},
		{"up at the beginning stays", Window{0, 0}, intent.Up, 10, 4, Window{0, 0}},
		{"a page leaves one row to go by", Window{0, 0}, intent.PageDown, 10, 4, Window{3, 0}},
		{"half a page", Window{0, 0}, intent.HalfDown, 10, 4, Window{2, 0}},
		{"to the end", Window{0, 0}, intent.Bottom, 10, 4, Window{9, 6}},
		{"to the beginning", Window{9, 6}, intent.Top, 10, 4, Window{0, 0}},
		{"in no rows at all", Window{0, 0}, intent.Down, 0, 4, Window{0, 0}},
		{"in no room at all", Window{0, 0}, intent.Down, 10, 0, Window{1, 1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if !c.at.Move(c.do, c.n, c.fit) {
				t.Fatal("not taken for a move")
			}
			if c.at != c.want {
				t.Errorf("got %+v, want %+v", c.at, c.want)
			}
		})
	}
}

func TestWindowKeepsToFewerRows(t *testing.T) {
	w := Window{Cursor: 9, Top: 6}
	w.Keep(3, 4)
	if want := (Window{2, 0}); w != want {
		t.Errorf("got %+v, want %+v", w, want)
	}
}

func TestWhatIsNoMoveIsLeft(t *testing.T) {
	w := Window{3, 1}
	if w.Move(intent.Open, 10, 4) || w != (Window{3, 1}) {
		t.Errorf("open moved the cursor: %+v", w)
	}
}
