package entities

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"reader/model/library"
	"reader/ui/line"
)

// Lines returns the pane as it is shown, H lines of W columns.
func (p *Pane) Lines() []string {
	out := make([]string, 0, p.H)
	rooms := p.rooms()
	for t := range tabCount {
		if p.heads(t) {
			out = append(out, p.heading(t, rooms[t]))
			out = append(out, p.body(t, rooms[t])...)
		}
	}
	if n := p.details(); n > 0 {
		for len(out) < p.H-n {
			out = append(out, line.Blank(p.W))
		}
		out = append(out, p.more()...)
	}
	return line.Fill(out, p.W, p.H)
}

// heading returns the heading of t, of whose rows room are shown. Where it is the only one, it names the other tabs, too.
func (p *Pane) heading(t Tab, room int) string {
	if p.H < leastForAll {
		return p.bar()
	}
	sign, st := "▸ ", p.Theme.Dim
	if room >= len(p.rows[t]) {
		sign = "▾ "
	}
	if t == p.tab {
		st = p.Theme.Heading
	}
	return line.Paint(st, line.Spread(sign+t.String(), fmt.Sprintf("%d ", len(p.all[t])), p.W))
}

// bar returns all tabs in one line, each with how much is in it. Those that the cursor is not in are shortened where room is short.
func (p *Pane) bar() string {
	here := fmt.Sprintf("▾ %s %d", p.tab, len(p.all[p.tab]))
	for _, letters := range []int{len(Organizations.String()), 3, 2} {
		width := 0
		parts := make([]string, tabCount)
		for t := range tabCount {
			name, st := t.String(), p.Theme.Dim
			part := fmt.Sprintf("%s %d", name[:min(letters, len(name))], len(p.all[t]))
			if t == p.tab {
				part, st = here, p.Theme.Heading
			}
			width += ansi.StringWidth(part)
			parts[t] = line.Paint(st, part)
		}
		if width += int(tabCount) - 1; width <= p.W {
			return line.Fit(strings.Join(parts, " "), p.W)
		}
	}
	return line.Paint(p.Theme.Heading, line.Spread(here, fmt.Sprintf("%d/%d ", p.tab+1, tabCount), p.W))
}

// body returns the rows of t that are shown in room lines.
func (p *Pane) body(t Tab, room int) []string {
	if len(p.rows[t]) == 0 && room > 0 {
		return []string{line.Styled(p.Theme.Dim, "  "+p.none(), p.W)}
	}
	top := 0
	if t == p.tab {
		top = p.window.Top
	}
	out := make([]string, 0, room)
	for i := top; i < top+room; i++ {
		out = append(out, p.row(t, i))
	}
	return out
}

func (p *Pane) none() string {
	if p.narrow != "" {
		return "none with “" + p.narrow + "”"
	}
	return "none"
}

// row returns row i of t: its name, what it is, and how often it is there.
func (p *Pane) row(t Tab, i int) string {
	r := &p.rows[t][i]
	name, about := titled(t, r)
	count := p.count(t, r, true)
	if ansi.StringWidth(name)+ansi.StringWidth(count) > p.W-2 {
		count = p.count(t, r, t != Speakers)
	}
	const few = 6 // columns that are too few to say what something is
	if room := p.W - 2 - ansi.StringWidth(count) - ansi.StringWidth(name) - 2; room < few {
		about = ""
	}
	bar, st, dim := "  ", p.Theme.Text, p.Theme.Dim
	if r.Entity == 0 && r.Link.Host == "" || r.Weak {
		st = p.Theme.Dim
	}
	if t == p.tab && i == p.window.Cursor && p.Focused {
		bar, st, dim = line.Paint(p.Theme.Accent, "▌")+line.Paint(p.Theme.Status, " "), p.Theme.Status, p.Theme.Status
	}
	left := line.Paint(st, name)
	if about != "" {
		left += line.Paint(dim, ", "+about)
	}
	width := p.W - 2 - ansi.StringWidth(count)
	left = ansi.Truncate(left, max(width, 0), "…")
	return bar + left + line.Paint(st, line.Blank(width-ansi.StringWidth(left))+count)
}

// titled returns what stands first in the row r of t, and what there is to say about it: a role, or where a link leads. Of a
// label that reads like another address the true host stands first.
func titled(t Tab, r *Row) (name, about string) {
	switch host := r.Link.Host; {
	case t != Links && r.Entity == 0:
		return r.Name, ""
	case t != Links:
		return r.Name, r.Role
	case host == "":
		return r.Name, "can’t be opened"
	case r.Link.Hides:
		return host, "not “" + r.Name + "”"
	case strings.Contains(r.Name, host):
		return r.Name, ""
	default:
		return r.Name, host
	}
}

// leastForArticles is how wide the pane must be to tell in each row how many articles mention it.
const leastForArticles = 48

// count tells how often the row r of t is there: quotes, and if mentions is set, mentions.
func (p *Pane) count(t Tab, r *Row, mentions bool) string {
	sign, s := "", ""
	switch {
	case r.Link.Hides:
		sign = " !"
	case r.Weak:
		sign = " ?"
	case r.Yours:
		sign = " ✓"
	}
	if t == Speakers {
		s = fmt.Sprintf(" “%d", r.Quotes)
	}
	if mentions && (r.Mentions > 1 || r.Mentions > 0 && r.Entity != 0) {
		s += fmt.Sprintf(" %d×", r.Mentions)
	}
	if id := p.lib.IDOf(p.ref, r.Entity); id != 0 && p.W >= leastForArticles {
		s += fmt.Sprintf(" %14s", line.Count(p.mentioning(id), "article"))
	}
	return sign + s + " "
}

// mentioning returns how many of the articles that are listed mention id.
func (p *Pane) mentioning(id library.ID) int {
	n, known := p.near[id]
	if !known {
		n = p.among.Mentioning(id)
		p.near[id] = n
	}
	return n
}
