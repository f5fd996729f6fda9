package reading

import (
	"reader/model"
	"reader/model/library"
	"reader/model/revision"
	"reader/ui/intent"
	"reader/ui/line"
	"reader/ui/page"
)

// SetHistory tells what was changed in the article that is shown; nil: nothing.
func (p *Pane) SetHistory(h *library.History) { p.history = h }

// past returns the history of the article that is shown, or of what it was before it was analysed anew; nil if there is none.
func (p *Pane) past() *library.History {
	if p.history == nil || p.history.Now.ID != p.article.ID || p.history.Now.Path != p.article.Path || p.history.Now.Text != p.article.Text {
		return nil
	}
	return p.history
}

// changed returns the line that says how often the article was changed, "" if it never was.
func (p *Pane) changed() string {
	h := p.past()
	if h == nil {
		return ""
	}
	s := "changed once, on "
	if h.Times > 1 {
		s = "changed " + line.Count(h.Times, "time") + ", last on "
	}
	s += line.Moment(h.Last)
	gone := 0
	for _, q := range h.Since().Quotes {
		if q.Kind == revision.Removed {
			gone++
		}
	}
	if gone > 0 {
		s += " · " + line.Count(gone, "quote") + " gone"
	}
	if key := p.Keys.Key(intent.Versions); key != "" {
		s += " (" + key + ")"
	}
	return s
}

// edits returns the sign of each line that is shown of what was changed since the article was fetched first: "~" beside what was
// edited, "+" beside what was put in, "" else.
func (p *Pane) edits(pg *page.Page, from, to uint32) []string {
	signs := make([]string, p.H)
	h := p.past()
	if h == nil {
		return signs
	}
	mark := func(f model.Field, s model.Span, sign string) {
		last := min(pg.LineOf(f, s.End-1)-p.top, p.H-1)
		for y := max(pg.LineOf(f, s.Start)-p.top, 0); y <= last; y++ {
			signs[y] = sign
		}
	}
	since := h.Since()
	if n := len(p.article.Title); since.Title && n > 0 {
		mark(model.Title, model.Span{End: uint32(n)}, "~")
	}
	for _, b := range since.Blocks {
		if b.New == revision.None {
			continue
		}
		sign := "~"
		if b.Kind == revision.Added {
			sign = "+"
		}
		if s := p.article.Blocks[b.New].Span; !s.Empty() && within(model.Body, s, from, to) {
			mark(model.Body, s, sign)
		}
	}
	return signs
}
