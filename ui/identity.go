package ui

import (
	"slices"
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
	a := m.lib.Article(r)
	e := a.Entity(id)
	c := correct.Correction{Op: correct.Dismiss, Entity: correct.Who{Type: e.Type, Name: e.Name}}
	if i := slices.IndexFunc(a.Mentions, func(n model.Mention) bool { return n.Entity == id }); i >= 0 {
		c.Anchor = correct.At(a, a.Mentions[i].Field, a.Mentions[i].Span)
	}
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
	wanted := func(t model.EntityType) bool {
		return t == c.Entity.Type || c.Entity.Type == model.Unnamed && t.Speaks()
	}
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

// askApart asks which name of entity id of article r is somebody else's. The only one can be taken apart from the same
// name in other articles.
func (m *Model) askApart(r library.Ref, id model.EntityID, c correct.Correction) {
	c.Op = correct.Apart
	others := 0
	if known := m.lib.IDOf(r, id); known != 0 {
		others = len(m.lib.Entity(known).Articles) - 1
	}
	ask := popup.Question{Title: "Take apart", About: []string{"Who is somebody else than " + c.Entity.Name + "?"}}
	all := callings(m.lib.Article(r), id)
	named := 0
	for _, n := range all {
		named += n.named
	}
	for _, n := range all {
		about := line.Count(n.times, "time")
		switch {
		case named > n.named && n.words == c.Entity.Name:
			continue // one of the other names is not theirs
		case named > n.named:
		case others > 0:
			about = "not who is called so in " + line.Count(others, "other article")
		default:
			continue
		}
		c := c
		c.Alias = n.words
		ask.Options = append(ask.Options, popup.Option{Name: line.One(n.words), About: about, Do: func() { m.fix(r, c) }})
	}
	if len(ask.Options) == 0 {
		m.note = c.Entity.Name + " has one name, in this article alone: there is nothing to take apart."
		return
	}
	m.show(popup.NewChoice(ask))
}

// calling is words for an entity, how often they stand for it, and how often as its name.
type calling struct {
	words        string
	times, named int
}

// callings returns what entity id of a is called, pronouns aside, in the order of the text.
func callings(a *model.Article, id model.EntityID) []calling {
	var out []calling
	at := map[string]int{}
	for i := range a.Mentions {
		n := &a.Mentions[i]
		if n.Entity != id || n.Form == model.Pronoun {
			continue
		}
		words := a.Mentioned(n)
		k, ok := at[words]
		if !ok {
			k = len(out)
			at[words] = k
			out = append(out, calling{words: words})
		}
		out[k].times++
		if n.Form == model.Name || a.Entity(id).Type == model.Unnamed {
			out[k].named++
		}
	}
	return out
}
