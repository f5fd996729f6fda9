// Package reading is the pane in which an article is read: its page, the initials of speakers beside it, and
// the quote or the search hit that one stands on.
package reading

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"reader/model"
	"reader/model/library"
	"reader/model/state"
	"reader/ui/initials"
	"reader/ui/intent"
	"reader/ui/line"
	"reader/ui/page"
	"reader/ui/pane"
	"reader/ui/style"
)

// Place is a place in the article that is shown.
type Place struct {
	Field model.Field
	At    uint32
}

// Pane shows one article, or none.
type Pane struct {
	pane.Place
	lib     *library.Library
	most    int            // how wide a page is at most, in columns: longer lines are hard to read
	article *model.Article // nil: none
	ref     library.Ref
	pages   map[key]*page.Page

	laid    key    // the page that top counts lines of
	top     int    // the first line shown
	from    *Place // to stand at the top when the page is laid out
	goal    *Place // to be brought into view then
	chosen  []library.Voice
	letters *initials.Letters
	quote   int // the quote one stands on, or -1
	named   model.EntityID
	meant   bool // it is told in the text who is meant
	search  search

	history *library.History // of the article, or of one that was shown before; nil: of none
	notes   state.Notes
	taken   func(i int) bool // which quotes are taken together

	spot      *Place     // where one stands between quotes: what was clicked; nil: at the top of the pane
	selection *selection // nil: no words are being selected
	hints     *hints     // nil: links have no letters
}

// key names a page.
type key struct {
	article *model.Article
	width   int
	theme   style.Name
	dark    bool
	notes   string // under the line with its date, a line each
	meant   bool   // with glosses
}

// maxPages is how many pages are kept laid out.
const maxPages = 32

// New returns a pane that shows articles of lib, in pages of most columns at most.
func New(lib *library.Library, most int) *Pane {
	return &Pane{lib: lib, most: most, quote: -1, taken: func(int) bool { return false }, pages: map[key]*page.Page{}, letters: initials.New(lib, nil)}
}

// Show shows article r from its beginning, unless it is shown already.
func (p *Pane) Show(r library.Ref) {
	if a := p.lib.Article(r); a != p.article {
		p.article, p.ref, p.quote, p.named = a, r, -1, 0
		p.top, p.from, p.goal = 0, nil, nil
		p.spot, p.selection, p.hints = nil, nil, nil
		p.find()
	}
}

// Replace shows a, the article that is shown as it is after another analysis, at the same place of it. One stands on
// quote i of it, or for -1 where the quote stood that one stood on.
func (p *Pane) Replace(a *model.Article, i int) {
	if p.quote >= 0 && i < 0 {
		q := &p.article.Quotes[p.quote]
		p.spot = &Place{q.Field, q.Span.Start}
	}
	p.quote, p.named = i, 0
	switch pg, ok := p.pages[p.laid]; {
	case !ok || p.laid.article != p.article:
	case p.meant: // others may be now
		at := Place{}
		at.Field, at.At = pg.Top(p.top)
		p.from = &at
	default: // its text is the same
		delete(p.pages, p.laid)
		p.laid.article = a
		p.pages[p.laid] = pg
	}
	p.article = a
	if p.Following() { // its mentions may be others now
		at := p.search.at
		p.find()
		p.search.at = min(at, len(p.search.hits)-1)
	}
}

// Clear shows no article.
func (p *Pane) Clear() {
	p.article, p.quote, p.from, p.goal = nil, -1, nil, nil
	p.spot, p.selection, p.hints = nil, nil, nil
	p.find()
}

// Article returns what is shown, nil if nothing is.
func (p *Pane) Article() *model.Article { return p.article }

// Choose marks the quotes of the chosen speakers, each in a colour.
func (p *Pane) Choose(chosen []library.Voice) {
	p.chosen, p.letters = chosen, initials.New(p.lib, chosen)
}

// Name underlines the mentions of entity e of the article; 0: of none.
func (p *Pane) Name(e model.EntityID) { p.named = e }

// page returns the page for the room there is, laid out where that has not been done yet, and moves to the
// place that was in view before, the one to stand at the top, or the goal. nil without article or room.
func (p *Pane) page() *page.Page {
	width := min(p.W-1, p.most)
	if p.article == nil || width < 1 || p.H < 1 {
		return nil
	}
	k := key{p.article, width, p.Theme.Name, p.Theme.Dark, p.changed() + "\n" + p.note(), p.meant}
	before, kept := p.pages[p.laid]
	pg, ok := p.pages[k]
	if !ok {
		pg = page.Render(p.article, width, p.Theme, page.Extras{Notes: strings.Split(k.notes, "\n"), Glosses: p.glosses()})
		if len(p.pages) >= maxPages {
			clear(p.pages)
		}
		p.pages[k] = pg
	}
	if kept && p.laid != k && p.laid.article == p.article && p.top > 0 {
		p.top = pg.LineOf(before.Top(p.top))
	}
	p.laid = k
	if p.from != nil {
		p.top = 0
		if *p.from != (Place{Field: model.Title}) {
			p.top = pg.LineOf(p.from.Field, p.from.At)
		}
		p.from = nil
	}
	if p.goal != nil {
		p.reveal(pg, *p.goal)
		p.goal = nil
	}
	p.top = max(0, min(p.top, pg.Len()-p.H))
	return pg
}

// reveal scrolls to the place at, if it is not well in view.
func (p *Pane) reveal(pg *page.Page, at Place) {
	l := pg.LineOf(at.Field, at.At)
	if l < p.top || l >= p.top+p.H-min(3, p.H/2) {
		p.top = l - p.H/3
	}
}

// Top returns the place at the top of the pane.
func (p *Pane) Top() Place {
	pg := p.page()
	if pg == nil || p.top == 0 {
		return Place{Field: model.Title}
	}
	f, at := pg.Top(p.top)
	return Place{f, at}
}

// Restore puts the place at to the top of the pane, exactly.
func (p *Pane) Restore(at Place) { p.from, p.goal = &at, nil }

// Percent returns how much of the article has been scrolled by, 0 to 100.
func (p *Pane) Percent() int {
	pg := p.page()
	if pg == nil || pg.Len() <= p.H {
		return 100
	}
	return 100 * (p.top + p.H) / pg.Len()
}

// Handle does i if it is a move; a page down at the end of the article is left to others.
func (p *Pane) Handle(i intent.Intent) (tea.Cmd, bool) {
	pg := p.page()
	if pg == nil {
		return nil, false
	}
	if i == intent.PageDown && p.top+p.H >= pg.Len() {
		return nil, false
	}
	step, ok := pane.Step(i, pg.Len(), p.H)
	if ok {
		p.top = max(0, min(p.top+step, pg.Len()-p.H))
	}
	return nil, ok
}

// Scroll moves by n lines.
func (p *Pane) Scroll(n int) {
	if pg := p.page(); pg != nil {
		p.top = max(0, min(p.top+n, pg.Len()-p.H))
	}
}

// Click stands on the quote at column x and line y of the pane and reports whether there is one. While words are selected
// it begins the selection anew there.
func (p *Pane) Click(x, y int) bool {
	pg := p.page()
	if pg == nil {
		return false
	}
	f, at, ok := pg.At(p.top+y, x-p.margin())
	if !ok {
		return false
	}
	p.spot = &Place{f, at}
	if p.Selecting() {
		return p.selectAt(*p.spot)
	}
	p.quote = slices.IndexFunc(p.article.Quotes, func(q model.Quote) bool {
		return q.Field == f && q.Span.Start <= at && at < q.Span.End
	})
	return p.quote >= 0
}

// margin returns how many blank columns stand left of the page.
func (p *Pane) margin() int { return (p.W - min(p.W-1, p.most)) / 2 }

// Lines returns the pane as it is shown, H lines of W columns.
func (p *Pane) Lines() []string {
	pg := p.page()
	if pg == nil {
		return line.Fill(nil, p.W, p.H)
	}
	from, to := p.visible(pg)
	marks, labels, signs := p.marks(from, to), p.gutter(pg, from, to), p.edits(pg, from, to)
	p.beginnings(pg, from, to, signs, pencil, func(i int) bool { return p.notes.On(i) != "" })
	p.beginnings(pg, from, to, signs, tick, p.taken)
	left := line.Blank(p.margin())
	out := make([]string, p.H)
	for i := range out {
		text := pg.Line(p.top+i, marks)
		if free := pg.Gutter(); free > 0 {
			text = p.beside(labels[i], signs[i], text, free)
		}
		out[i] = line.Fit(left+text, p.W)
	}
	p.drawHints(out)
	return out
}

// visible returns the stretch of the body that is on the screen, roughly: no more is missing than a line.
func (p *Pane) visible(pg *page.Page) (from, to uint32) {
	f, at := pg.Top(p.top)
	if f == model.Body {
		from = at
	}
	f, to = pg.Top(min(p.top+p.H, pg.Len()))
	if f == model.Title {
		to = 0
	}
	return from, to
}
