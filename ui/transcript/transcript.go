// Package transcript is the view of quotes alone: who said what, where and when. Only quotes on the screen are
// wrapped, so that a key costs the same however many there are.
package transcript

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"reader/model"
	"reader/model/library"
	"reader/model/state"
	"reader/ui/intent"
	"reader/ui/line"
	"reader/ui/pane"
	"reader/ui/style"
)

// Quote names a quote: its article, and its place in the article's Quotes.
type Quote struct {
	Ref   library.Ref
	Index int
}

// Pane lists quotes. What several articles carry is one entry: see library.Saying.
type Pane struct {
	pane.Place
	lib    *library.Library
	most   int                   // how wide a quote is at most, with the bar at its left
	marks  *state.Log            // nil: there are none
	quotes []Quote               // an entry each: where it stands first
	also   map[int][]library.Ref // the other articles in which an entry stands
	first  []int32               // by article: its first entry, plus 1; 0: it has none of its own
	chosen []library.ID
	cursor int
	top    int
}

// New returns a transcript of articles of lib, with the notes among marks, in lines of most columns at most. It is empty until Show.
func New(lib *library.Library, marks *state.Log, most int) *Pane {
	return &Pane{lib: lib, marks: marks, most: most}
}

// Show lists the quotes of the chosen speakers, or of everybody, in the articles refs. The cursor stays on its
// quote, if that is still there.
func (p *Pane) Show(refs []library.Ref, chosen []library.ID) {
	at, ok := p.Selected()
	p.quotes, p.chosen = nil, chosen
	p.also, p.first = map[int][]library.Ref{}, nil
	if len(refs) > 0 {
		p.first = make([]int32, slices.Max(refs)+1)
	}
	quoted := p.lib.Quoted(len(refs))
	for _, r := range refs {
		for _, i := range p.lib.QuotesBy(r, chosen...) {
			p.list(Quote{r, i}, quoted.Add(r, i, len(p.quotes)))
		}
	}
	p.cursor, p.top = 0, 0
	if ok {
		p.Select(at)
	}
}

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
	p.cursor, p.top = cursor, max(0, min(top, cursor, len(p.quotes)-1))
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
	return i, i >= 0
}

// Select moves the cursor to q, if it is listed.
func (p *Pane) Select(q Quote) {
	if i, ok := p.Find(q); ok {
		p.cursor = i
		p.keep()
	}
}

// Leads reports whether article r has an entry of its own, of a quote that no article before it carries.
func (p *Pane) Leads(r library.Ref) bool { return int(r) < len(p.first) && p.first[r] > 0 }

// Carries reports whether article r has the quote under the cursor.
func (p *Pane) Carries(r library.Ref) bool {
	q, ok := p.Selected()
	return ok && (q.Ref == r || slices.Contains(p.also[p.cursor], r))
}

// SelectArticle moves the cursor to the first quote of article r, if one is listed: of its own, else of those that others
// carry, too.
func (p *Pane) SelectArticle(r library.Ref) {
	if p.Leads(r) {
		p.cursor = int(p.first[r]) - 1
		p.keep()
		return
	}
	at := len(p.quotes)
	for i, refs := range p.also {
		if slices.Contains(refs, r) {
			at = min(at, i)
		}
	}
	if at < len(p.quotes) {
		p.cursor = at
		p.keep()
	}
}

// Quotes returns the quotes that are listed. They must not be changed.
func (p *Pane) Quotes() []Quote { return p.quotes }

// Len returns how many quotes are listed.
func (p *Pane) Len() int { return len(p.quotes) }

// Cursor returns the place of the quote under the cursor, from 0.
func (p *Pane) Cursor() int { return p.cursor }

// Selected returns the quote under the cursor; false if there is none.
func (p *Pane) Selected() (Quote, bool) {
	if len(p.quotes) == 0 {
		return Quote{}, false
	}
	return p.quotes[p.cursor], true
}

// SetSize gives the pane w columns and h lines.
func (p *Pane) SetSize(w, h int) {
	p.Place.SetSize(w, h)
	p.keep()
}

// Handle moves the cursor if i is a move or a step to another quote.
func (p *Pane) Handle(i intent.Intent) (tea.Cmd, bool) {
	switch i {
	case intent.NextQuote:
		i = intent.Down
	case intent.PreviousQuote:
		i = intent.Up
	default:
	}
	step, ok := pane.Step(i, len(p.quotes), max(p.H/4, 1))
	if ok {
		p.cursor += step
		p.keep()
	}
	return nil, ok
}

// keep moves the cursor into the quotes, and the window to the cursor.
func (p *Pane) keep() {
	p.cursor = max(0, min(p.cursor, len(p.quotes)-1))
	if p.cursor < p.top || len(p.quotes) == 0 {
		p.top = p.cursor
		return
	}
	// The topmost quote from which on all down to the cursor fit.
	room := p.H - p.height(p.cursor)
	top := p.cursor
	for top > p.top {
		room -= p.height(top - 1)
		if room < 0 {
			break
		}
		top--
	}
	p.top = top
}

func (p *Pane) height(i int) int { return len(p.entry(i)) }

// Click selects the quote at line y and reports whether there is one.
func (p *Pane) Click(y int) bool {
	for i := p.top; i < len(p.quotes); i++ {
		h := p.height(i)
		if y < h {
			p.cursor = i
			return true
		}
		y -= h
	}
	return false
}

// Lines returns the pane as it is shown, H lines of W columns.
func (p *Pane) Lines() []string {
	if len(p.quotes) == 0 {
		return line.Fill([]string{"", "  " + line.Paint(p.Theme.Dim, "Nobody is quoted in the articles listed.")}, p.W, p.H)
	}
	out := make([]string, 0, p.H)
	for i := p.top; i < len(p.quotes) && len(out) < p.H; i++ {
		out = append(out, p.entry(i)...)
	}
	return line.Fill(out, p.W, p.H)
}

// entry returns the lines of quote i: who says it and to whom, its words, its source and date, the note on it, who else
// carries it, and a blank line.
func (p *Pane) entry(i int) []string {
	q := p.quotes[i]
	a := p.lib.Article(q.Ref)
	quote := &a.Quotes[q.Index]
	width := min(p.W-1, p.most)
	lead := line.Blank((p.W - width) / 2)
	chosen := i == p.cursor
	if chosen {
		lead += line.Paint(p.Theme.Accent, "▌") + " "
	} else {
		lead += "  "
	}
	width -= 2
	name, rest, st := p.speaker(q.Ref, a, quote)
	words := line.Wrap(line.One(a.Quoted(quote)), width-2)
	out := make([]string, 0, len(words)+3)
	out = append(out, lead+line.Fit(line.Paint(st, name)+line.Paint(p.Theme.Dim, rest), width))
	for _, l := range words {
		if chosen && p.Focused {
			l = line.Paint(p.Theme.Title, l)
		}
		out = append(out, lead+"  "+l)
	}
	out = append(out, lead+line.Styled(p.Theme.Dim, "  "+source(a), width))
	if note := p.marks.NotesOn(a).On(q.Index); note != "" {
		for k, l := range line.Wrap(line.One(note), width-4) {
			mark := "  ✎ "
			if k > 0 {
				mark = "    "
			}
			out = append(out, lead+line.Styled(p.Theme.Caption, mark+l, width))
		}
	}
	if also := p.also[i]; len(also) > 0 {
		out = append(out, lead+line.Styled(p.Theme.Dim, "  "+p.carriers(also), width))
	}
	return append(out, "")
}

// carriers tells how many articles refs are, and whose.
func (p *Pane) carriers(refs []library.Ref) string {
	const most = 12 // names; there is no room for more
	var names []string
	for _, r := range refs[:min(len(refs), most)] {
		h := p.lib.Head(r)
		if named := library.Sources(h.Publisher, h.URL); len(named) > 0 && !slices.Contains(names, named[0]) {
			names = append(names, named[0])
		}
	}
	s := "also in " + line.Thousands(len(refs))
	if len(names) > 0 {
		s += " · " + strings.Join(names, ", ")
	}
	return s
}

// speaker returns who said q of article r, with the style for it, and the rest: their role, and to whom.
func (p *Pane) speaker(r library.Ref, a *model.Article, q *model.Quote) (name, rest string, st uv.Style) {
	name, st = "Unknown", p.Theme.Dim
	if e := a.Speaker(q); e != nil {
		name, st = e.Name, p.Theme.Title
		id := p.lib.IDOf(r, q.Speaker)
		if id != 0 {
			name = p.lib.Entity(id).Name
		}
		if q.Confidence < model.Fact {
			name += " ?"
		}
		if e.Role != "" {
			rest = ", " + e.Role
		}
		if i := slices.Index(p.chosen, id); i >= 0 {
			st = p.Theme.Speaker[i%style.Speakers]
		}
	}
	if !q.To.Empty() {
		rest += " · to " + line.One(q.To.In(a.TextOf(q.Field)))
	}
	if a.Corrected(q) {
		rest += " · corrected by you"
	}
	return name, rest, st
}

// source returns where and when a appeared: first what must not be cut off.
func source(a *model.Article) string {
	parts := []string{a.Publisher, "", a.Title}
	if !a.Published.IsZero() {
		parts[1] = a.Published.Format("2 Jan 2006")
	}
	parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" })
	return "— " + strings.Join(parts, " · ")
}
