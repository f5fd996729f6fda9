// Package entities is the pane that shows who and what the article names: speakers, people, organizations,
// places and links, each under a heading with its count. The cursor is in one of them.
package entities

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"reader/model"
	"reader/model/library"
	"reader/ui/intent"
	"reader/ui/pane"
)

// Tab is a kind of thing that is listed.
type Tab uint8

// The tabs, in their order.
const (
	Speakers Tab = iota
	People
	Organizations
	Places
	Links
	tabCount
)

// String returns the heading of t.
func (t Tab) String() string {
	return [...]string{"Speakers", "People", "Organizations", "Places", "Links"}[t]
}

// Pane lists what one article names.
type Pane struct {
	pane.Place
	lib     *library.Library
	article *model.Article
	ref     library.Ref
	all     [tabCount][]Row
	narrow  string                  // only rows with this in the name
	rows    [tabCount][]Row         // of all, narrowed
	tab     Tab                     // the one that the cursor is in
	window  pane.Window             // in the rows of that tab
	chosen  library.ID              // whom the cursor was put on: it stays there in other articles; 0: on nobody
	among   *library.Among          // the articles that are listed
	told    map[library.ID][]string // how often it speaks and is mentioned, in lines, as far as that was asked for
	beside  beside
	near    map[library.ID]int // how many of these articles mention it, as far as it was asked for
}

// New returns a pane for articles of lib.
func New(lib *library.Library) *Pane {
	return &Pane{lib: lib, among: lib.Everything(), told: map[library.ID][]string{}, near: map[library.ID]int{}}
}

// Count lets how often somebody speaks be counted in the articles among.
func (p *Pane) Count(among *library.Among) {
	p.among = among
	clear(p.told)
	clear(p.near)
}

// Show lists what article r names, unless that is shown already. The cursor goes to whom it was put on before, if they are in the
// same tab.
func (p *Pane) Show(r library.Ref) {
	if a := p.lib.Article(r); a != p.article {
		p.article, p.ref = a, r
		p.all = collect(a)
		p.window = pane.Window{}
		p.sift()
		p.find(func(r Row) bool { return p.chosen != 0 && p.lib.IDOf(p.ref, r.Entity) == p.chosen })
	}
}

// Replace lists what article r names after another analysis of it. The cursor stays on the row of the same name, or where
// it was.
func (p *Pane) Replace(r library.Ref) {
	was, ok := p.Selected()
	p.article, p.ref = p.lib.Article(r), r
	p.all = collect(p.article)
	p.sift()
	if ok {
		p.find(func(r Row) bool { return r.Name == was.Name })
	}
}

// Select moves the cursor to the row of that name in its tab, and reports whether there is one.
func (p *Pane) Select(name string) bool {
	ok := p.find(func(r Row) bool { return r.Name == name })
	if ok {
		p.choose()
	}
	return ok
}

// find moves the cursor to the first row of its tab that is wanted, and reports whether there is one.
func (p *Pane) find(wanted func(Row) bool) bool {
	i := slices.IndexFunc(p.rows[p.tab], wanted)
	if i >= 0 {
		p.window.Cursor = i
		p.keep()
	}
	return i >= 0
}

// choose takes note that the cursor was put on the row where it is.
func (p *Pane) choose() {
	r, _ := p.Selected()
	p.chosen = p.lib.IDOf(p.ref, r.Entity)
}

// Clear shows nothing.
func (p *Pane) Clear() {
	p.article = nil
	p.all = [tabCount][]Row{}
	p.sift()
}

// Narrow keeps only rows with words in their names; empty words keep all. The cursor stays on its row, if that is kept.
func (p *Pane) Narrow(words string) {
	was, ok := p.Selected()
	p.narrow = words
	p.sift()
	if ok {
		p.find(func(r Row) bool { return r.Entity == was.Entity && r.Name == was.Name })
	}
}

// sift makes rows those of all that are to be seen.
func (p *Pane) sift() {
	p.rows = p.all
	if p.narrow != "" {
		for t := range p.rows {
			p.rows[t] = matching(p.all[t], p.narrow)
		}
	}
	p.keep()
}

// Narrowed returns what the rows are narrowed to, or "".
func (p *Pane) Narrowed() string { return p.narrow }

// Tab returns the tab that the cursor is in.
func (p *Pane) Tab() Tab { return p.tab }

// Selected returns the row under the cursor; false if there is none.
func (p *Pane) Selected() (Row, bool) {
	if len(p.rows[p.tab]) == 0 {
		return Row{}, false
	}
	return p.rows[p.tab][p.window.Cursor], true
}

// SetSize gives the pane w columns and h lines.
func (p *Pane) SetSize(w, h int) {
	p.Place.SetSize(w, h)
	p.keep()
}

func (p *Pane) keep() { p.window.Keep(len(p.rows[p.tab]), p.rooms()[p.tab]) }

// Handle does i if it is a move, or goes to another tab. A step beyond the rows of a tab goes on in the next one.
func (p *Pane) Handle(i intent.Intent) (tea.Cmd, bool) {
	n := len(p.rows[p.tab])
	switch {
	case i == intent.NextTab:
		p.open((p.tab + 1) % tabCount)
	case i == intent.PreviousTab:
		p.open((p.tab + tabCount - 1) % tabCount)
	case i == intent.Down && p.window.Cursor >= n-1:
		p.cross(1)
	case i == intent.Up && p.window.Cursor == 0:
		p.cross(-1)
	default:
		if !p.window.Move(i, n, p.rooms()[p.tab]) {
			return nil, false
		}
	}
	p.choose()
	return nil, true
}

func (p *Pane) open(t Tab) {
	p.tab = t
	p.window = pane.Window{}
}

// cross goes to the nearest row of another tab by dir, 1 or -1, if there is one.
func (p *Pane) cross(dir int) {
	for t := int(p.tab) + dir; t >= 0 && t < int(tabCount); t += dir {
		if n := len(p.rows[t]); n > 0 {
			p.open(Tab(t))
			if dir < 0 {
				p.window.Cursor = n - 1
				p.keep()
			}
			return
		}
	}
}

// Click opens the tab, or selects the row, at line y of the pane; it reports whether a row was hit.
func (p *Pane) Click(y int) bool {
	rooms := p.rooms()
	for t := range tabCount {
		if !p.heads(t) {
			continue
		}
		switch {
		case y == 0 && p.H < leastForAll:
			p.open((p.tab + 1) % tabCount)
			return false
		case y == 0:
			p.open(t)
			return false
		}
		if y--; y < rooms[t] {
			return p.clickRow(t, y)
		}
		y -= rooms[t]
	}
	return false
}

func (p *Pane) clickRow(t Tab, y int) bool {
	if t != p.tab {
		p.open(t)
	}
	i := p.window.Top + y
	if i >= len(p.rows[t]) {
		return false
	}
	p.window.Cursor = i
	p.choose()
	return true
}

// leastForAll is how high the pane must be to show the headings of all tabs, and leastForDetails, to tell more
// about the row under the cursor.
const (
	leastForAll     = 12
	leastForDetails = 18
)

// details returns in how many lines more is told about the row under the cursor.
func (p *Pane) details() int {
	if p.H < leastForDetails {
		return 0
	}
	return min(p.H/3, 12)
}

// heads reports whether the heading of t is shown.
func (p *Pane) heads(t Tab) bool { return p.H >= leastForAll || t == p.tab && p.H > 0 }

// rooms returns how many lines each tab has for its rows. The one with the cursor is served first, the others get
// what is left, in their order.
func (p *Pane) rooms() (rooms [tabCount]int) {
	left := p.H - 1
	if p.H >= leastForAll {
		left = p.H - int(tabCount)
	}
	left -= p.details()
	give := func(t Tab, n int) {
		rooms[t] = max(min(n, left), 0)
		left -= rooms[t]
	}
	give(p.tab, max(len(p.rows[p.tab]), 1))
	for t := range tabCount {
		if t != p.tab && p.heads(t) {
			give(t, len(p.rows[t]))
		}
	}
	return rooms
}
