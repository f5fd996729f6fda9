package ui

import (
	"fmt"
	"testing"
)

func TestLayout(t *testing.T) {
	for _, c := range []struct {
		name string
		w, h int
		s    Shape
		want string // mode, then the rectangles: list | article | entities, crumb, status
	}{
		{"wide", 120, 40, Shape{}, "4 0,0 34x39 | 34,0 56x39 | 90,0 30x39 · 0,39 120x1"},
		{"wider", 200, 60, Shape{}, "4 0,0 34x59 | 34,0 136x59 | 170,0 30x59 · 0,59 200x1"},
		{"three panes", 119, 40, Shape{}, "3 0,0 26x39 | 26,0 67x39 | 93,0 26x39 · 0,39 119x1"},
		{"three panes at their least", 100, 24, Shape{}, "3 0,0 26x23 | 26,0 48x23 | 74,0 26x23 · 0,23 100x1"},
		{"two panes", 99, 24, Shape{}, "2 0,0 29x23 | 29,0 70x23 | - · 0,23 99x1"},
		{"two panes at their least", 80, 24, Shape{}, "2 0,0 24x23 | 24,0 56x23 | - · 0,23 80x1"},
		{"two panes with the drawer", 80, 24, Shape{Drawer: true, Focus: EntityPane}, "2 0,0 24x23 | 24,0 56x23 | 50,0 30x23 · 0,23 80x1"},
		{"one pane", 79, 24, Shape{}, "1 0,1 79x22 | - | - + 0,0 79x1 · 0,23 79x1"},
		{"one pane, another", 60, 24, Shape{Focus: EntityPane}, "1 - | - | 0,1 60x22 + 0,0 60x1 · 0,23 60x1"},
		{"too narrow for borders", 39, 24, Shape{Focus: ArticlePane}, "1 - | 0,0 39x23 | - · 0,23 39x1"},
		{"too low for borders", 40, 10, Shape{}, "1 0,0 40x9 | - | - · 0,9 40x1"},
		{"wide but low", 120, 10, Shape{}, "4 0,0 34x9 | 35,0 54x9 | 90,0 30x9 · 0,9 120x1"},
		{"just high enough", 80, 11, Shape{}, "2 0,0 24x10 | 24,0 56x10 | - · 0,10 80x1"},
		{"zoomed", 140, 40, Shape{Focus: ArticlePane, Zoom: true}, "4 - | 0,1 140x38 | - + 0,0 140x1 · 0,39 140x1"},
		{"the least", 20, 5, Shape{}, "1 0,0 20x4 | - | - · 0,4 20x1"},
		{"too small", 19, 5, Shape{}, "0 - | - | -"},
		{"too low", 80, 4, Shape{}, "0 - | - | -"},
		{"nothing", 0, 0, Shape{}, "0 - | - | -"},
		{"less than nothing", -1, -1, Shape{}, "0 - | - | -"},

		{"a list that was asked for", 140, 40, Shape{List: 50}, "4 0,0 50x39 | 50,0 60x39 | 110,0 30x39 · 0,39 140x1"},
		{"both sides asked for", 100, 40, Shape{List: 30, Entities: 20}, "3 0,0 30x39 | 30,0 50x39 | 80,0 20x39 · 0,39 100x1"},
		{"too wide a list", 100, 40, Shape{List: 90}, "3 0,0 44x39 | 44,0 40x39 | 84,0 16x39 · 0,39 100x1"},
		{"too wide entities", 100, 40, Shape{Entities: 90}, "3 0,0 26x39 | 26,0 40x39 | 66,0 34x39 · 0,39 100x1"},
		{"too narrow sides", 100, 40, Shape{List: 1, Entities: 1}, "3 0,0 16x39 | 16,0 68x39 | 84,0 16x39 · 0,39 100x1"},
		{"two panes and a list that was asked for", 80, 24, Shape{List: 60}, "2 0,0 40x23 | 40,0 40x23 | - · 0,23 80x1"},
		{"a drawer that was asked for", 80, 24, Shape{Entities: 38, Drawer: true, Focus: EntityPane}, "2 0,0 24x23 | 24,0 56x23 | 42,0 38x23 · 0,23 80x1"},
		{"one pane takes no notice", 60, 24, Shape{List: 30, Entities: 20}, "1 0,1 60x22 | - | - + 0,0 60x1 · 0,23 60x1"},

		{"wide is kept two columns below", 118, 40, Shape{Was: Wide}, "4 0,0 34x39 | 34,0 54x39 | 88,0 30x39 · 0,39 118x1"},
		{"but not three", 117, 40, Shape{Was: Wide}, "3 0,0 26x39 | 26,0 65x39 | 91,0 26x39 · 0,39 117x1"},
		{"three are kept two columns below", 98, 40, Shape{Was: Triple}, "3 0,0 26x39 | 26,0 46x39 | 72,0 26x39 · 0,39 98x1"},
		{"two are kept two columns below", 78, 40, Shape{Was: Double}, "2 0,0 23x39 | 23,0 55x39 | - · 0,39 78x1"},
		{"but not three columns", 77, 40, Shape{Was: Double}, "1 0,1 77x38 | - | - + 0,0 77x1 · 0,39 77x1"},
		{"coming from below wants the full width", 119, 40, Shape{Was: Triple}, "3 0,0 26x39 | 26,0 67x39 | 93,0 26x39 · 0,39 119x1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := describe(Arrange(c.w, c.h, c.s)); got != c.want {
				t.Errorf("%dx%d:\n got %s\nwant %s", c.w, c.h, got, c.want)
			}
		})
	}
}

func describe(l Layout) string {
	rect := func(r Rect) string {
		if r.Empty() {
			return "-"
		}
		return fmt.Sprintf("%d,%d %dx%d", r.X, r.Y, r.W, r.H)
	}
	s := fmt.Sprintf("%d %s | %s | %s", l.Mode, rect(l.Panes[ListPane]), rect(l.Panes[ArticlePane]), rect(l.Panes[EntityPane]))
	if !l.Crumb.Empty() {
		s += " + " + rect(l.Crumb)
	}
	if !l.Status.Empty() {
		s += " · " + rect(l.Status)
	}
	return s
}

// Nothing lies outside the screen or over something else, but for the drawer.
func TestLayoutAtEverySize(t *testing.T) {
	for w := range 210 {
		for h := range 45 {
			for focus := range paneCount {
				for _, s := range []Shape{{}, {Zoom: true}, {List: 60, Entities: 60}, {List: 1, Entities: 400}} {
					s.Focus = focus
					l := Arrange(w, h, s)
					rects := append(l.Panes[:], l.Crumb, l.Status)
					for i, r := range rects {
						if !r.Empty() && (!l.Screen.Has(r.X, r.Y) || !l.Screen.Has(r.X+r.W-1, r.Y+r.H-1)) {
							t.Fatalf("%dx%d: off the screen: %s", w, h, describe(l))
						}
						for _, o := range rects[:i] {
							if !o.Empty() && !r.Empty() && r.X < o.X+o.W && o.X < r.X+r.W && r.Y < o.Y+o.H && o.Y < r.Y+r.H {
								t.Fatalf("%dx%d: one over another: %s", w, h, describe(l))
							}
						}
					}
					if l.Mode != TooSmall && !l.Shown(focus) && (focus != EntityPane || l.Mode != Double) {
						t.Fatalf("%dx%d: the focused pane is not shown: %s", w, h, describe(l))
					}
				}
			}
		}
	}
}
