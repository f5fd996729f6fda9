// Package transcript is the view of quotes alone: who said what, where and when. Only quotes on the screen are
// wrapped, so that a key costs the same however many there are.
package transcript

import (
	"slices"

	"reader/model/library"
	"reader/model/state"
	"reader/ui/initials"
	"reader/ui/pane"
)

// Quote names a quote: its article, and its place in the article's Quotes.
type Quote struct {
	Ref   library.Ref
	Index int
}

// Pane lists quotes. What several articles carry is one entry: see library.Saying.
type Pane struct {
	pane.Place
	lib      *library.Library
	most     int        // how wide a quote is at most, with the bar at its left
	marks    *state.Log // nil: there are none
	found    *library.Among
	asked    func(library.Ref) []int
	quotes   []Quote               // an entry each: where it stands first
	also     map[int][]library.Ref // the other articles in which an entry stands
	first    []int32               // by article: its first entry, plus 1; 0: it has none of its own
	chosen   []library.Voice
	letters  *initials.Letters
	taken    func(Quote) bool
	unfolded map[Quote]bool // the entries of which all articles are shown
	order    order
	walk     walk
	window
}

// New returns a transcript of articles of lib, with the notes among marks, in lines of most columns at most. It is empty until Show.
func New(lib *library.Library, marks *state.Log, most int) *Pane {
	return &Pane{lib: lib, marks: marks, most: most, letters: initials.New(lib, nil), taken: func(Quote) bool { return false }, unfolded: map[Quote]bool{}}
}

// SetTaken tells which quotes are taken together.
func (p *Pane) SetTaken(taken func(Quote) bool) { p.taken = taken }

// walk is how far the articles were gone through.
type walk struct {
	refs   []library.Ref // those that are left
	quoted *library.Quoted
}

// stride is how many quotes are listed before the screen is drawn again: some 2 ms.
const stride = 1 << 14

// Show lists the quotes that are asked for in the articles found, in their order, and reports whether they were not listed already. Those
// of the chosen speakers wear their colours. It goes on beyond article at, and where there are many More lists the rest. The cursor stays on its quote, if that
// is still there.
func (p *Pane) Show(found *library.Among, asked func(library.Ref) []int, chosen []library.Voice, at library.Ref) bool {
	if p.found == found && slices.Equal(p.chosen, chosen) {
		return false
	}
	selected, ok := p.Selected()
	refs := found.Refs()
	p.found, p.asked = found, asked
	p.quotes, p.chosen, p.letters, p.order = nil, chosen, initials.New(p.lib, chosen), order{}
	p.also, p.first = map[int][]library.Ref{}, nil
	if len(refs) > 0 {
		p.first = make([]int32, slices.Max(refs)+1)
	}
	p.walk = walk{refs, p.lib.Quoted(len(refs))}
	for p.More() && (slices.Contains(p.walk.refs, at) || ok && slices.Contains(p.walk.refs, selected.Ref)) {
	}
	p.window = window{}
	if ok {
		p.Select(selected)
	}
	return true
}

// More lists some more quotes, and reports whether there may be others.
func (p *Pane) More() bool {
	listed := 0
	for len(p.walk.refs) > 0 && listed < stride {
		r := p.walk.refs[0]
		for _, i := range p.asked(r) {
			p.list(Quote{r, i}, p.walk.quoted.Add(r, i, len(p.quotes)))
			listed++
		}
		p.walk.refs = p.walk.refs[1:]
		listed++
	}
	return p.Going()
}

// Going reports whether there may be quotes that are not listed yet.
func (p *Pane) Going() bool { return len(p.walk.refs) > 0 }

// list adds q to entry n: an old one, or a new one.
func (p *Pane) list(q Quote, n int) {
	if n == len(p.quotes) {
		p.quotes = append(p.quotes, q)
		if p.first[q.Ref] == 0 {
			p.first[q.Ref] = int32(n + 1)
		}
		return
	}
	have := p.also[n]
	if p.quotes[n].Ref != q.Ref && (len(have) == 0 || have[len(have)-1] != q.Ref) {
		p.also[n] = append(have, q.Ref)
	}
}

// Put moves the cursor to the quote that is at place cursor of those listed, or to the last, with top at the top.
func (p *Pane) Put(cursor, top int) {
	p.cursor, p.top, p.skip = cursor, max(0, min(top, cursor, len(p.quotes)-1)), 0
	p.keep()
}

// Top returns the place of the first quote on the screen, from 0.
func (p *Pane) Top() int { return p.top }

// Find returns the place of q among those listed, or of the one that is the same, if it is.
func (p *Pane) Find(q Quote) (place int, ok bool) {
	i := slices.Index(p.quotes, q)
	if i < 0 && q.Index >= 0 && q.Index < p.lib.Head(q.Ref).Quotes {
		said := p.lib.Saying(q.Ref, q.Index)
		i = slices.IndexFunc(p.quotes, func(e Quote) bool { return p.lib.Saying(e.Ref, e.Index) == said })
	}
	if i < 0 {
		return -1, false
	}
	return p.order.place(i), true
}

// Select moves the cursor to q, if it is listed.
func (p *Pane) Select(q Quote) {
	if i, ok := p.Find(q); ok && i != p.cursor {
		p.moveTo(i)
	}
}

// Leads reports whether article r has an entry of its own, of a quote that no article before it carries.
func (p *Pane) Leads(r library.Ref) bool { return int(r) < len(p.first) && p.first[r] > 0 }

// Carries reports whether article r has the quote under the cursor.
func (p *Pane) Carries(r library.Ref) bool {
	q, ok := p.Selected()
	return ok && (q.Ref == r || slices.Contains(p.also[p.order.entry(p.cursor)], r))
}

// SelectArticle moves the cursor to the first quote of article r, if one is listed: of its own, else of those that others
// carry, too.
func (p *Pane) SelectArticle(r library.Ref) {
	for slices.Contains(p.walk.refs, r) {
		p.More()
	}
	if p.Leads(r) {
		p.moveTo(p.order.place(int(p.first[r]) - 1))
		return
	}
	at := len(p.quotes)
	for i, refs := range p.also {
		if slices.Contains(refs, r) {
			at = min(at, i)
		}
	}
	if at < len(p.quotes) {
		p.moveTo(p.order.place(at))
	}
}

// Len returns how many quotes are listed.
func (p *Pane) Len() int { return len(p.quotes) }

// Cursor returns the place of the quote under the cursor, from 0.
func (p *Pane) Cursor() int { return p.cursor }

// Selected returns the quote under the cursor; false if there is none.
func (p *Pane) Selected() (Quote, bool) {
	if len(p.quotes) == 0 {
		return Quote{}, false
	}
	return p.quotes[p.order.entry(p.cursor)], true
}

// Entries returns the quotes listed, in the order of their articles. They must not be changed.
func (p *Pane) Entries() []Quote { return p.quotes }

// Unfold shows all articles that carry the quote under the cursor, or hides them again; it reports false if no other does.
func (p *Pane) Unfold() bool {
	q, ok := p.Selected()
	if !ok || len(p.also[p.order.entry(p.cursor)]) == 0 {
		return false
	}
	p.unfolded[q] = !p.unfolded[q]
	p.keep()
	return true
}
