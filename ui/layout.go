package ui

import (
	"cmp"

	"reader/ui/settings"
)

// Rect is a rectangle of cells; X and Y are its upper left corner, from 0.
type Rect struct{ X, Y, W, H int }

// Empty reports whether r has no cells.
func (r Rect) Empty() bool { return r.W <= 0 || r.H <= 0 }

// Has reports whether the cell x, y is in r.
func (r Rect) Has(x, y int) bool { return x >= r.X && x < r.X+r.W && y >= r.Y && y < r.Y+r.H }

// Inset returns r without a border n cells wide.
func (r Rect) Inset(n int) Rect { return Rect{r.X + n, r.Y + n, max(r.W-2*n, 0), max(r.H-2*n, 0)} }

// Pane names one of the three panes.
type Pane uint8

// The panes, from left to right.
const (
	ListPane Pane = iota
	ArticlePane
	EntityPane
	paneCount
)

// Mode is how many panes stand side by side.
type Mode uint8

// The modes, from narrow to wide. TooSmall is also what a screen starts with.
const (
	TooSmall Mode = iota // one line that says so
	Single               // one pane at a time
	Double               // list and article; the entities are a drawer over the article
	Triple               // all three, the outer ones narrow
	Wide                 // all three
)

// Shape is what decides the layout besides the size of the screen.
type Shape struct {
	List     int  // columns that the list is to have, 0: as suits the mode
	Entities int  // … the entities
	Was      Mode // the mode before: a mode is left only two columns below its least width
	Focus    Pane
	Drawer   bool // in Double: the entities are shown
	Zoom     bool // the focused pane alone
}

// Layout says where everything is. A pane that is not shown has an empty rectangle.
type Layout struct {
	Mode    Mode
	Screen  Rect
	Borders bool
	Crumb   Rect // where one is, where only one pane is shown
	Panes   [paneCount]Rect
	Drawer  bool // the entities lie over the article
	Status  Rect
}

// hysteresis is how many columns below its least width a mode is kept.
const hysteresis = 2

// Arrange lays a screen of w columns and h lines out.
func Arrange(w, h int, s Shape) Layout {
	w, h = max(w, 0), max(h, 0)
	l := Layout{Screen: Rect{0, 0, w, h}}
	if w < 20 || h < 5 {
		return l
	}
	l.Mode = modeFor(w, s.Was)
	l.Borders = w >= 40 && h > 10
	l.Status = Rect{0, h - 1, w, 1}
	body := Rect{0, 0, w, h - 1}
	if l.Mode == Single || s.Zoom {
		if l.Borders {
			l.Crumb = Rect{0, 0, w, 1}
			body.Y, body.H = 1, body.H-1
		}
		l.Panes[s.Focus] = body
		return l
	}
	l.side(body, s)
	return l
}

// modeFor returns the mode for w columns where the mode was was.
func modeFor(w int, was Mode) Mode {
	least := map[Mode]int{Double: 80, Triple: 100, Wide: 120}
	for m := Wide; m > Single; m-- {
		from := least[m]
		if was >= m {
			from -= hysteresis
		}
		if w >= from {
			return m
		}
	}
	return Single
}

// side puts the panes beside each other in body. Without borders a blank column parts them.
func (l *Layout) side(body Rect, s Shape) {
	gap := 0
	if !l.Borders {
		gap = 1
	}
	list, entities := sides(l.Mode, body.W-2*gap, s)
	drawer := entities
	if l.Mode == Double {
		entities = 0
	}
	at := func(x, w int) Rect { return Rect{x, body.Y, w, body.H} }
	l.Panes[ListPane] = at(0, list)
	right := body.W - entities
	if entities > 0 {
		l.Panes[EntityPane] = at(right, entities)
		right -= gap
	}
	l.Panes[ArticlePane] = at(list+gap, right-list-gap)
	if l.Mode == Double && s.Drawer {
		l.Drawer = true
		l.Panes[EntityPane] = at(body.W-drawer, drawer)
	}
}

// sides returns the columns of the list and of the entities in a room of w columns: as s asks for, or as suits the mode, and so
// that there is room for an article beside them.
func sides(mode Mode, w int, s Shape) (list, entities int) {
	list, entities = 34, 30
	beside := settings.LeastSide
	switch mode {
	case Triple:
		list, entities = 26, 26
	case Double:
		list, beside = w*3/10, 0 // the entities lie over the article
	default:
	}
	if s.List > 0 {
		list = max(settings.LeastSide, min(s.List, w-settings.LeastArticle-beside))
	}
	if mode != Double {
		w -= list
	}
	if s.Entities > 0 || w-entities < settings.LeastArticle {
		entities = max(settings.LeastSide, min(cmp.Or(s.Entities, entities), w-settings.LeastArticle))
	}
	return list, entities
}

// Inside returns the room of pane p within its border.
func (l Layout) Inside(p Pane) Rect {
	if l.Borders {
		return l.Panes[p].Inset(1)
	}
	return l.Panes[p]
}

// Border returns the pane, list or entities, between which and the article the cell x, y lies.
func (l Layout) Border(x, y int) (Pane, bool) {
	list, article, side := l.Panes[ListPane], l.Panes[ArticlePane], l.Panes[EntityPane]
	frame := 0 // columns of each pane's own border
	if l.Borders {
		frame = 1
	}
	left := side.X - 1 // the first column between the article and the entities
	if l.Drawer {
		left = side.X
	}
	switch {
	case article.Empty() || y < article.Y || y >= article.Y+article.H:
		return 0, false
	case !side.Empty() && x >= left && x < side.X+frame:
		return EntityPane, true
	case !list.Empty() && x >= list.W-frame && x < article.X+frame:
		return ListPane, true
	default:
		return 0, false
	}
}

// Main returns the widest pane that is shown.
func (l Layout) Main() Pane {
	for _, p := range []Pane{ArticlePane, ListPane} {
		if l.Shown(p) {
			return p
		}
	}
	return EntityPane
}

// At returns the pane that shows the cell x, y.
func (l Layout) At(x, y int) (Pane, bool) {
	for p := paneCount; p > 0; p-- { // the drawer lies above
		if l.Panes[p-1].Has(x, y) {
			return p - 1, true
		}
	}
	return 0, false
}

// Shown reports whether pane p is on the screen.
func (l Layout) Shown(p Pane) bool { return !l.Panes[p].Empty() }
