package popup

import (
	"fmt"
	"slices"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"

	"reader/model"
	"reader/model/library"
	"reader/ui/amend"
	"reader/ui/line"
	"reader/ui/profile"
	"reader/ui/why"
)

// What a card tells, section by section.

// write writes the head anew. The cursor stays at the article that it is on.
func (c *Card) write() {
	before := len(c.head)
	c.head = nil
	c.title()
	c.told("Called", "time", c.profile.Names())
	c.told("Described as", "article", c.profile.Roles())
	c.timeline()
	c.spoke()
	c.companions()
	c.across()
	c.corrections()
	c.section("Articles, newest first")
	if before > 0 && c.window.Cursor >= before {
		c.window.Cursor += len(c.head) - before
		c.window.Top += len(c.head) - before
	}
	c.keep()
}

// add adds text, wrapped, which Enter opens by do.
func (c *Card) add(st uv.Style, text string, do func() bool) {
	const indent = "  "
	for i, l := range line.Wrap(line.One(text), c.W-2-2*len(indent)) {
		lead := indent
		if i > 0 {
			lead += indent
		}
		c.head = append(c.head, cardLine{text: lead + l, style: st, do: do})
	}
}

// section begins a section.
func (c *Card) section(name string) {
	c.head = append(c.head, cardLine{}, cardLine{text: name, style: c.Theme.Heading, section: true})
}

// title tells who it is, and how often it is there.
func (c *Card) title() {
	e := c.lib.Entity(c.profile.ID())
	c.head = append(c.head, cardLine{text: line.One(e.Name), style: c.Theme.Title})
	mentions, quotes := 0, 0
	for _, n := range e.Articles {
		mentions += int(n.Mentions)
	}
	for _, n := range c.profile.Quotes() {
		quotes += n
	}
	kind := e.Type.String()
	if e.Role != "" {
		kind = e.Role + " · " + kind
	}
	c.add(c.Theme.Text, kind, nil)
	c.add(c.Theme.Dim, strings.Join([]string{
		line.Count(len(e.Articles), "article"), line.Count(mentions, "mention"), line.Count(quotes, "quote"),
	}, " · "), nil)
}

// told adds a section of words for the entity, each with how often and when, if there are any. Enter opens the latest article
// that has them.
func (c *Card) told(section, unit string, list []library.Told) {
	if len(list) == 0 {
		return
	}
	c.section(section)
	for _, w := range list {
		c.add(c.Theme.Text, profile.Told(c.lib, &w, unit), c.article(w.Latest))
	}
}

// timeline adds how often the entity is mentioned over time, as bars and as numbers.
func (c *Card) timeline() {
	unit, periods := c.profile.Timeline(c.W - 6)
	if len(periods) == 0 {
		return
	}
	c.section("Mentions by " + unit.String())
	values := make([]int, len(periods))
	for i, p := range periods {
		values[i] = p.Mentions
	}
	c.head = append(c.head, cardLine{text: "  " + line.Bars(values), style: c.Theme.Accent})
	if last := len(periods) - 1; last > 0 {
		most := slices.MaxFunc(periods, func(a, b library.Period) int { return a.Mentions - b.Mentions })
		c.add(c.Theme.Dim, fmt.Sprintf("%s to %s · most: %s, %s", unit.Label(periods[0].Start), unit.Label(periods[last].Start),
			line.Thousands(most.Mentions), unit.Label(most.Start)), nil)
	}
	c.add(c.Theme.Text, profile.Numbers(c.profile, unit, periods), nil)
}

// spoke tells what kinds of quotes are the entity's, and whom it spoke to.
func (c *Card) spoke() {
	if kinds := profile.Kinds(c.profile); kinds != "" {
		c.section("Quotes")
		c.add(c.Theme.Text, kinds, nil)
	}
	c.told("Spoke to, or through", "quote", c.profile.Channels())
}

// fewCompanions is how many of those are listed who are mentioned in the same articles.
const fewCompanions = 10

// companions adds with whom the entity is mentioned. Enter shows their cards.
func (c *Card) companions() {
	with := c.profile.Companions(fewCompanions)
	if len(with) == 0 {
		return
	}
	c.section("Mentioned with")
	for _, w := range with {
		c.add(c.Theme.Text, profile.With(c.lib, &w), func() bool { c.links.Card(w.ID); return false })
	}
}

// across adds why the names of articles are of one entity, and from whom it was kept apart.
func (c *Card) across() {
	if c.lib.Entity(c.profile.ID()).Type == model.Unnamed {
		return
	}
	known := c.lib.Identity(c.profile.ID())
	for _, part := range []struct {
		section string
		names   []library.Named
	}{{"These names are one", known.Names}, {"Kept apart from", known.Apart}} {
		if len(part.names) == 0 || part.names[0].Reason == library.SameName && len(part.names) == 1 {
			continue
		}
		c.section(part.section)
		for _, r := range why.Named(part.names) {
			c.add(c.Theme.Text, r.Text, nil)
		}
	}
}

// corrections adds what a person corrected about the entity.
func (c *Card) corrections() {
	list := c.profile.Corrections()
	if len(list) == 0 {
		return
	}
	c.section("Corrected by you")
	for i := range list {
		c.add(c.Theme.Text, line.Moment(list[i].Time)+" · "+amend.Sentence(&list[i]), nil)
	}
}
