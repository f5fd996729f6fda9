package popup

import (
	"slices"
	"strings"

	"reader/model"
	"reader/model/library"
	"reader/model/revision"
	"reader/ui/line"
	"reader/ui/style"
)

// Versions returns a popup that lists how often the article of h was changed, the last time first, and tells what was
// otherwise after each. There is at least one older version.
func Versions(h *library.History) Popup {
	entries := make([]Entry, 0, len(h.Old))
	for i := range slices.Backward(h.Old) {
		old, next := &h.Old[i], h.Now
		if i+1 < len(h.Old) {
			next = h.Old[i+1].Article
		}
		c := comparison{old.Article, next, &old.Next}
		entries = append(entries, Entry{Name: line.Moment(old.Changed), About: c.summary(), Write: c.write})
	}
	return NewBrowser("Changed "+line.Count(h.Times, "time"), entries)
}

// comparison is what changed from an article to its next version.
type comparison struct {
	old, now *model.Article
	*revision.Change
}

// summary tells in a few words what changed.
func (c *comparison) summary() string {
	var parts []string
	if c.Title {
		parts = append(parts, "title")
	}
	if n := len(c.Quotes); n > 0 {
		parts = append(parts, line.Count(n, "quote"))
	}
	if n := len(c.Blocks); n > 0 {
		parts = append(parts, line.Count(n, "paragraph"))
	}
	if parts == nil {
		return "no word of it"
	}
	return strings.Join(parts, " · ")
}

// write tells what changed: the title, the quotes, and the paragraphs.
func (c *comparison) write(th style.Theme, width int) []string {
	w := changes{th: th, width: width}
	if c.Empty() {
		return []string{line.Styled(th.Dim, "Its words are the same: what changed is punctuation, its address or the like.", width)}
	}
	if c.Title {
		w.section("The title")
		w.pair(c.old.Title, c.now.Title)
	}
	c.quotes(&w)
	c.paragraphs(&w)
	return w.lines
}

func (c *comparison) quotes(w *changes) {
	for _, part := range []struct {
		kind    revision.Kind
		heading string
	}{{revision.Edited, "Quotes edited"}, {revision.Removed, "Quotes gone"}, {revision.Added, "Quotes new"}} {
		begun := false
		for _, q := range c.Quotes {
			if q.Kind != part.kind {
				continue
			}
			if !begun {
				w.section(part.heading)
				begun = true
			}
			c.quote(w, q)
		}
	}
}

// quote tells who said what before and says what now.
func (c *comparison) quote(w *changes, q revision.QuoteChange) {
	who, was, is := "", "", ""
	if q.Old != revision.None {
		old := &c.old.Quotes[q.Old]
		who, was = speaker(c.old, old), c.old.Quoted(old)
	}
	if q.New != revision.None {
		now := &c.now.Quotes[q.New]
		is = c.now.Quoted(now)
		if name := speaker(c.now, now); q.Speaker {
			who += " → " + name
		} else {
			who = name
		}
	}
	w.name(who)
	if q.Kind == revision.Edited && !q.Words {
		w.line("  ", is)
		return
	}
	w.pair(was, is)
}

// speaker returns the name of who says q.
func speaker(a *model.Article, q *model.Quote) string {
	if e := a.Speaker(q); e != nil {
		return e.Name
	}
	return "Unknown"
}

func (c *comparison) paragraphs(w *changes) {
	for i, b := range c.Blocks {
		if i == 0 {
			w.section("Paragraphs")
		}
		was, is := "", ""
		if b.Old != revision.None {
			was = c.old.Blocks[b.Old].Span.In(c.old.Text)
		}
		if b.New != revision.None {
			is = c.now.Blocks[b.New].Span.In(c.now.Text)
		}
		w.pair(was, is)
		w.lines = append(w.lines, "")
	}
}

// changes is lines about what changed.
type changes struct {
	th    style.Theme
	width int
	lines []string
}

// section begins a part under a heading.
func (w *changes) section(heading string) {
	if n := len(w.lines); n > 0 && w.lines[n-1] != "" {
		w.lines = append(w.lines, "")
	}
	w.lines = append(w.lines, line.Styled(w.th.Heading, heading, w.width))
}

func (w *changes) name(name string) {
	w.lines = append(w.lines, line.Styled(w.th.Title, name, w.width))
}

func (w *changes) line(lead, text string) {
	w.lines = append(w.lines, marked(w.th.Accent, lead, text, w.width)...)
}

// pair tells what was there before, what is there now, and, if both are, the words in which they differ.
func (w *changes) pair(was, is string) {
	if was != "" {
		w.line("− ", was)
	}
	if is != "" {
		w.line("+ ", is)
	}
	if was == "" || is == "" {
		return
	}
	gone, came := revision.Words(was, is)
	switch {
	case gone.Empty() && came.Empty():
	case gone.Empty():
		w.line("  ", "came: "+came.In(is))
	case came.Empty():
		w.line("  ", "went: "+gone.In(was))
	default:
		w.line("  ", gone.In(was)+" → "+came.In(is))
	}
}
