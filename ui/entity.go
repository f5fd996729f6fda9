package ui

import (
	"reader/model/library"
	"reader/ui/entities"
	"reader/ui/intent"
	"reader/ui/line"
	"reader/ui/terms"
)

// entityHint tells what the keys do with the row under the cursor of the entities.
func (m *Model) entityHint() string {
	k := m.keys
	if m.side.Tab() == entities.Links {
		return line.Join(" · ", k.Hint(intent.Open, "opens it, once it was asked"), k.Hint(intent.NextTab, "next kind"), k.Hint(intent.Help, "help"))
	}
	return line.Join(" · ", k.Hint(intent.Open, "only this"), k.Hint(intent.Also, "and this"), k.Hint(intent.Exclude, "not this"),
		k.Hint(intent.NextQuote, "mentions"), k.Hint(intent.Card, "card"), k.Hint(intent.Help, "help"))
}

// openEntity keeps the articles with the entity under the cursor, or opens the link there.
func (m *Model) openEntity() {
	if row, ok := m.side.Selected(); ok && row.Link.Address != "" {
		m.openAddress(row.Link.Address)
		return
	}
	if term, about := m.entityTerm(); term != "" {
		m.filterTo(term)
		m.note = "Only articles " + about + "." + m.further(intent.JumpBack, "goes back")
	}
}

// filterByEntity adds the entity under the cursor to the query, or shuts it out.
func (m *Model) filterByEntity(exclude bool) {
	term, about := m.entityTerm()
	if term == "" {
		return
	}
	did := "Of these, only articles "
	if exclude {
		term, did = "-"+term, "No articles "
	}
	m.filterTo(terms.And(m.filter.text, term))
	m.note = did + about + "." + m.further(intent.JumpBack, "goes back")
}

// entityTerm returns the term for the row under the cursor of the entities, and what is about articles that match it; "" and a
// note if none can be made of it.
func (m *Model) entityTerm() (term, about string) {
	row, ok := m.side.Selected()
	switch tab := m.side.Tab(); {
	case ok && row.Entity == 0 && tab == entities.Speakers:
		return m.term(library.Unknown()), "with quotes of nobody known"
	case !ok || row.Entity == 0:
		m.note = "Only names can filter."
		return "", ""
	case row.Weak: // that is what one asks for
		return terms.Said(terms.Quoted(m.entityName(row)), true), "in which " + row.Name + " may speak"
	case tab == entities.Speakers:
		return terms.Of("speaker", m.entityName(row)), "in which " + row.Name + " speaks"
	default:
		field := map[entities.Tab]string{entities.People: "person", entities.Organizations: "org", entities.Places: "place"}[tab]
		return terms.Of(field, m.entityName(row)), "with " + row.Name
	}
}

// entityName returns the name by which a query means the entity in row, and nobody else.
func (m *Model) entityName(row entities.Row) string {
	if r, ok := m.list.Selected(); ok {
		if id := m.lib.IDOf(r, row.Entity); id != 0 {
			return m.lib.Label(id)
		}
	}
	return row.Name
}

// stepMention goes to the next mention by dir, 1 or -1, of the entity under the cursor, from the first on. It gives the keys to
// the article where that can't be seen beside the entities.
func (m *Model) stepMention(dir int) {
	r, id := m.entityAtHand()
	known := m.lib.IDOf(r, id)
	if known == 0 {
		m.note = "Only names are mentioned."
		return
	}
	m.quotes = false
	if m.layout.Drawer || !m.layout.Shown(ArticlePane) {
		m.focus = ArticlePane
		m.sync()
	}
	m.article.Follow(known, m.lib.Article(r).Entity(id).Name, dir)
}

// entityOf returns who the quote that one is at is by, or the entity under the cursor; 0, and a note, if there is none.
func (m *Model) entityOf() library.ID {
	if m.focus == EntityPane {
		r, e := m.entityAtHand()
		id := m.lib.IDOf(r, e)
		if id == 0 {
			m.note = "Only names have a card."
		}
		return id
	}
	r, i := m.quoteAtHand(m.article.AtHand)
	if i < 0 {
		m.note = "No quote is on the screen."
		return 0
	}
	id := m.lib.IDOf(r, m.lib.Article(r).Quotes[i].Speaker)
	if id == 0 {
		m.note = "The article does not say who says it."
	}
	return id
}
