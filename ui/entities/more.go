package entities

import (
	"fmt"
	"slices"
	"strings"

	"reader/model"
	"reader/model/library"
	"reader/ui/line"
	"reader/ui/page"
)

// more returns the lines about the row under the cursor: what it is, where it is mentioned first, with whom, its other names,
// and what the library knows.
func (p *Pane) more() []string {
	r, ok := p.Selected()
	if !ok {
		return nil
	}
	out := []string{line.Paint(p.Theme.Border, " "+strings.Repeat("─", max(p.W-2, 0)))}
	add := func(s string) {
		for _, l := range line.Wrap(s, p.W-2) {
			out = append(out, " "+line.Paint(p.Theme.Dim, l))
		}
	}
	if r.Link.Address != "" {
		p.moreOfLink(&r, add)
		return out
	}
	if r.Role != "" {
		add(r.Role)
	}
	if r.Yours {
		add("✓ corrected by you")
	}
	id := p.lib.IDOf(p.ref, r.Entity)
	if id != 0 {
		for _, s := range p.counts(id) {
			add(s)
		}
	}
	if r.Entity != 0 {
		p.moreHere(&r, add)
	}
	if id != 0 {
		e := p.lib.Entity(id)
		if r.Role == "" && e.Role != "" {
			add("elsewhere: " + e.Role)
		}
		if len(e.Aliases) > 0 {
			add("also " + strings.Join(e.Aliases, ", "))
		}
	}
	return out
}

// moreOfLink tells where r leads.
func (p *Pane) moreOfLink(r *Row, add func(string)) {
	switch l := &r.Link; {
	case l.Host == "":
		add("This can’t be opened:")
	case l.Hides:
		add("! It reads like another address, and leads to " + l.Host + ":")
	default:
		add("leads to " + l.Host + ":")
	}
	add(r.Link.To)
	if r.Mentions > 1 {
		add("linked " + line.Count(r.Mentions, "time"))
	}
}

// few is how many others are named that are mentioned beside an entity.
const few = 5

// moreHere tells where the article mentions r first, and beside whom.
func (p *Pane) moreHere(r *Row, add func(string)) {
	a := p.article
	if i := slices.IndexFunc(a.Mentions, func(m model.Mention) bool { return m.Entity == r.Entity }); i >= 0 {
		where := page.Where(a, a.Mentions[i].Field, a.Mentions[i].Span.Start)
		if !strings.HasPrefix(where, "in ") {
			where = "in " + where
		}
		add(line.Count(r.Mentions, "mention") + ", first " + where)
	}
	if s := p.with(r.Entity); s != "" {
		add("with " + s)
	}
}

// beside is who is mentioned beside an entity of an article.
type beside struct {
	of  *model.Article
	id  model.EntityID
	who string
}

// with tells who is mentioned in the same paragraphs as entity id, and in how many.
func (p *Pane) with(id model.EntityID) string {
	if p.beside.of != p.article || p.beside.id != id {
		var who []string
		for _, b := range p.article.Beside(id) {
			e := p.article.Entity(b.Entity)
			if _, listed := tabOf(e.Type); listed && len(who) < few {
				who = append(who, fmt.Sprintf("%s %d", e.Short(), b.Paragraphs))
			}
		}
		p.beside = beside{p.article, id, strings.Join(who, ", ")}
	}
	return p.beside.who
}

// counts tells how many of the articles that are listed mention id, and how many quotes of theirs are in them; where they are
// more, those in the library, too.
func (p *Pane) counts(id library.ID) []string {
	lines, ok := p.told[id]
	if !ok {
		all := often(p.lib.Everything(), id)
		lines = []string{all}
		if !p.among.All() {
			if here := often(p.among, id); here != all {
				lines = []string{"here " + here, "in all " + all}
			}
		}
		p.told[id] = lines
	}
	return lines
}

func often(among *library.Among, id library.ID) string {
	h, mentioning := among.Of(id)
	return line.Count(mentioning, "article") + ", " + line.Count(h.Quotes, "quote")
}
