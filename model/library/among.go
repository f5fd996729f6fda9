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
	ID       ID  // 0: nobody can be told
	Quotes   int // each saying once
	Unsure   int // of the quotes that are told of, those of which it is not sure that they are theirs: beside Quotes
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

// Of returns how often id surely speaks in these articles, and how many mention them. It costs time in proportion to all articles
// that do.
func (a *Among) Of(id ID) (h Heard, mentioning int) { return a.OfVoice(Voice{ID: id}) }

// OfVoice is Of for a voice, which must not be Unknown.
func (a *Among) OfVoice(v Voice) (h Heard, mentioning int) {
	l := a.lib
	h.ID = l.names[v.ID-1].whole
	quoted, n, wanted := l.Quoted(0), 0, l.wholes([]Voice{v})
	for _, c := range l.Entity(v.ID).Articles {
		if !a.Has(c.Ref) {
			continue
		}
		mentioning++
		if c.Quotes == 0 && !v.Unsure {
			continue
		}
		list, speaks := l.saidOf(c.Ref), false
		for i := range list {
			if l.voiceOf(c.Ref, &list[i], wanted) < 0 {
				continue
			}
			if speaks = true; quoted.add(c.Ref, &list[i], n) == n {
				h.count(&list[i])
			}
			n++
		}
		if speaks {
			h.Articles++
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

// count counts s, which was not met before.
func (h *Heard) count(s *said) {
	if s.sure {
		h.Quotes++
	} else {
		h.Unsure++
	}
}

// Unknown returns how many quotes there are in these articles of which nobody can tell who says them. It looks at all quotes.
func (a *Among) Unknown() (h Heard) {
	quoted, n := a.lib.Quoted(0), 0
	for _, r := range a.refs {
		list, some := a.lib.saidOf(r), false
		for i := range list {
			if list[i].speaker != 0 {
				continue
			}
			if some = true; quoted.add(r, &list[i], n) == n {
				h.Unsure++
			}
			n++
		}
		if some {
			h.Articles++
		}
	}
	return h
}

// Speakers returns everybody who speaks in these articles, those with most quotes first. The slice must not be changed. It
// costs some 20 ns a quote, and 200 ns where others carry it, too; for all articles it is counted once.
func (a *Among) Speakers() []Heard {
	return a.counted(false, &a.lib.heard)
}

// Likely returns everybody who speaks in these articles, or is likely to: those with most quotes first. It costs what Speakers does.
func (a *Among) Likely() []Heard {
	return a.counted(true, &a.lib.likely)
}

// counted is speakers, which of all articles are kept in all.
func (a *Among) counted(unsure bool, all *[]Heard) []Heard {
	if !a.All() {
		return a.speakers(unsure)
	}
	if *all == nil {
		*all = a.speakers(unsure)
	}
	return *all
}

// speakers returns who speaks, and if unsure is set who is likely to.
func (a *Among) speakers(unsure bool) []Heard {
	l := a.lib
	heard, latest := make([]Heard, len(l.names)), make([]Ref, len(l.names))
	quoted, n := l.Quoted(a.quotes()), 0
	for _, r := range a.refs {
		list := l.saidOf(r)
		for i := range list {
			id := l.IDOf(r, list[i].speaker)
			if id == 0 || !unsure && !list[i].sure {
				continue
			}
			h := &heard[id-1]
			if latest[id-1] != r+1 {
				latest[id-1] = r + 1
				h.Articles++
			}
			if quoted.add(r, &list[i], n) == n {
				h.ID = id
				h.count(&list[i])
			}
			n++
		}
	}
	heard = slices.DeleteFunc(heard, func(h Heard) bool { return h.ID == 0 })
	slices.SortFunc(heard, func(a, b Heard) int {
		return cmp.Or(cmp.Compare(b.Quotes, a.Quotes), cmp.Compare(b.Unsure, a.Unsure), cmp.Compare(a.ID, b.ID))
	})
	return heard
}
