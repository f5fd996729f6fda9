package ui

import (
	"strings"

	"reader/model"
	"reader/model/correct"
	"reader/model/library"
	"reader/ui/amend"
	"reader/ui/intent"
	"reader/ui/line"
	"reader/ui/popup"
)

// correctEntity corrects what the entity under the cursor is, or who says the quote one stands on, as i says: the same as another,
// several, or none.
func (m *Model) correctEntity(i intent.Intent) {
	r, id := m.entityAtHand()
	quoted, q := m.quoteAtHand(m.article.QuoteInView)
	switch {
	case m.focus != EntityPane && i == intent.Same && q >= 0:
		r, id = quoted, m.lib.Article(quoted).Quotes[q].Speaker
	case m.focus != EntityPane:
		m.note = "That is for the entities." + m.further(intent.Entities, "goes there")
		return
	}
	if id == 0 {
		m.note = "Only names can be corrected."
		return
	}
	c := amend.AboutEntity(m.lib.Article(r), id)
	switch i {
	case intent.Same:
		m.askSame(r, id, c)
	case intent.Apart:
		m.askApart(r, id, c)
	default:
		m.fix(r, c)
	}
}

// askSame asks which other entity id of article r is: one of its type, in the article or, once something is typed, in
// the library. A speaker without a name can be anybody who speaks.
func (m *Model) askSame(r library.Ref, id model.EntityID, c correct.Correction) {
	c.Op = correct.Same
	wanted := func(t model.EntityType) bool { return amend.Fits(&c, t) }
	option := func(about string, is correct.Who) popup.Option {
		c := c
		c.Is = is
		return popup.Option{Name: is.Name, About: about, Do: func() { m.fix(r, c) }}
	}
	a := m.lib.Article(r)
	ask := popup.Question{Title: "Same as …", About: []string{c.Entity.Name + " is the same as:"}}
	for _, n := range amend.Candidates(a, wanted, 0) {
		if n.ID != id {
			e := a.Entity(n.ID)
			o := option(n.About(e), correct.Who{Type: e.Type, Name: e.Name})
			o.Also = m.alsoCalled(r, n.ID)
			ask.Options = append(ask.Options, o)
		}
	}
	ask.More = func() []popup.Option { return m.elsewhere(r, wanted, option) }
	m.show(popup.NewChoice(ask))
}

// elsewhere returns an option for each entity of the library, of the types wanted, that article r does not name.
func (m *Model) elsewhere(r library.Ref, wanted func(model.EntityType) bool, option func(about string, is correct.Who) popup.Option) []popup.Option {
	here := map[library.ID]bool{}
	for i := range m.lib.Article(r).Entities {
		here[m.lib.IDOf(r, model.EntityID(i+1))] = true
	}
	var out []popup.Option
	for id, e := range m.lib.Entities() {
		if !here[id] && wanted(e.Type) {
			o := option("in "+line.Count(len(e.Articles), "article"), correct.Who{Type: e.Type, Name: e.Name})
			o.Also = strings.Join(e.Aliases, " ")
			out = append(out, o)
		}
	}
	return out
}

// askApart asks which name of entity id of article r is somebody else's.
func (m *Model) askApart(r library.Ref, id model.EntityID, c correct.Correction) {
	c.Op = correct.Apart
	ask := popup.Question{Title: "Take apart", About: []string{"Who is somebody else than " + c.Entity.Name + "?"}}
	for _, p := range amend.Partings(m.lib, r, id) {
		c := c
		c.Alias = p.Alias
		ask.Options = append(ask.Options, popup.Option{Name: line.One(p.Alias), About: p.About, Do: func() { m.fix(r, c) }})
	}
	if len(ask.Options) == 0 {
		m.note = c.Entity.Name + " has one name, in this article alone: there is nothing to take apart."
		return
	}
	m.show(popup.NewChoice(ask))
}
