package library

import (
	"cmp"
	"slices"
)

// Among is some articles of a library, or all, to tell who speaks in them. It holds until the library changes.
type Among struct {
	lib  *Library
	refs []Ref
	in   set // nil: all
}

// Heard is how often somebody speaks.
type Heard struct {
	ID       ID
	Quotes   int // each saying once
	Articles int // with a quote of theirs
}

// Among returns the articles refs, which must not be changed any more.
func (l *Library) Among(refs []Ref) *Among {
	a := &Among{l, refs, l.none()}
	for _, r := range refs {
		a.in.add(r)
	}
	return a
}

// Everything returns all articles.
func (l *Library) Everything() *Among { return &Among{lib: l, refs: l.Newest()} }

// Refs returns the articles in their order. The slice must not be changed.
func (a *Among) Refs() []Ref { return a.refs }

// Has reports whether article r is among them.
func (a *Among) Has(r Ref) bool { return a.in == nil || int(r/64) < len(a.in) && a.in.has(r) }

// Len returns how many there are.
func (a *Among) Len() int { return len(a.refs) }

// All reports whether these are all articles of the library.
func (a *Among) All() bool { return len(a.refs) == a.lib.Len() }

// quotes returns how many quotes are in these articles.
func (a *Among) quotes() int {
	n := 0
	for _, r := range a.refs {
		n += a.lib.rows[r].Quotes
	}
	return n
}

// Of returns how often id speaks in these articles, and how many mention them. It costs time in proportion to all articles that
// do.
func (a *Among) Of(id ID) (h Heard, mentioning int) {
	l := a.lib
	h.ID = l.names[id-1].whole
	quoted := l.Quoted(0)
	for _, c := range l.Entity(id).Articles {
		if !a.Has(c.Ref) {
			continue
		}
		mentioning++
		if c.Quotes == 0 {
			continue
		}
		h.Articles++
		list := l.saidOf(c.Ref)
		for i := range list {
			if l.IDOf(c.Ref, list[i].speaker) == h.ID && quoted.add(c.Ref, &list[i], h.Quotes) == h.Quotes {
				h.Quotes++
			}
		}
	}
	return h, mentioning
}

// Mentioning returns how many of these articles mention id. It looks at no quotes.
func (a *Among) Mentioning(id ID) int {
	articles := a.lib.Entity(id).Articles
	if a.All() {
		return len(articles)
	}
	n := 0
	for _, c := range articles {
		if a.Has(c.Ref) {
			n++
		}
	}
	return n
}

// Speakers returns everybody who speaks in these articles, those with most quotes first. The slice must not be changed. It
// costs some 20 ns a quote, and 200 ns where others carry it, too; for all articles it is counted once.
func (a *Among) Speakers() []Heard {
	if !a.All() {
		return a.speakers()
	}
	if a.lib.heard == nil {
		a.lib.heard = a.speakers()
	}
	return a.lib.heard
}

func (a *Among) speakers() []Heard {
	l := a.lib
	heard, latest := make([]Heard, len(l.names)), make([]Ref, len(l.names))
	quoted, n := l.Quoted(a.quotes()), 0
	for _, r := range a.refs {
		list := l.saidOf(r)
		for i := range list {
			id := l.IDOf(r, list[i].speaker)
			if id == 0 {
				continue
			}
			h := &heard[id-1]
			if latest[id-1] != r+1 {
				latest[id-1] = r + 1
				h.Articles++
			}
			if quoted.add(r, &list[i], n) == n {
				h.ID = id
				h.Quotes++
			}
			n++
		}
	}
	heard = slices.DeleteFunc(heard, func(h Heard) bool { return h.Quotes == 0 })
	slices.SortFunc(heard, func(a, b Heard) int { return cmp.Or(cmp.Compare(b.Quotes, a.Quotes), cmp.Compare(a.ID, b.ID)) })
	return heard
}
