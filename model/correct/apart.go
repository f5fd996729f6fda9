package correct

import (
	"slices"

	"reader/model"
)

// apart makes what c.Entity is called as c.Alias an entity of its own, which the library joins with no other.
func (e editor) apart(c *Correction) bool {
	id, ok := e.subject(c)
	switch {
	case !ok:
		return false
	case id == 0:
		return e.isApart(id, c)
	}
	moved, left := 0, 0 // mentions that name it
	typ := model.Unnamed
	for i := range e.Mentions {
		m := &e.Mentions[i]
		switch {
		case m.Entity != id || m.Form == model.Pronoun:
		case e.Mentioned(m) == c.Alias:
			moved++
			if m.Form == model.Name {
				typ = e.Entity(id).Type
			}
		case e.naming(m):
			left++
		}
	}
	switch {
	case moved > 0 && left > 0:
		e.split(id, typ, c.Alias)
	case moved > 0 || e.Entity(id).Name == c.Alias:
		e.Entity(id).Name, e.Entity(id).Ruling = c.Alias, model.Apart
	default:
		return e.isApart(id, c)
	}
	return true
}

// isApart heeds c where c.Alias is not called as c.Entity, which is id, in this article, though it may be in the
// library. It returns false if nothing is called so.
func (e editor) isApart(id model.EntityID, c *Correction) bool {
	near := e.placeOf(id)
	other, ok := e.resolve(Who{c.Entity.Type, c.Alias}, &near)
	if !ok || other == 0 || other == id {
		return false
	}
	e.Entity(other).Ruling = model.Apart
	return true
}

// naming reports whether m is how its entity is called.
func (e editor) naming(m *model.Mention) bool { return m.Calls(e.Entity(m.Entity).Type) }

// split makes the mentions of id that are alias an entity of their own. The pronouns and descriptions that
// follow one of them go with it, and so do the quotes for which they are named, and those that go on from these.
func (e editor) split(id model.EntityID, typ model.EntityType, alias string) {
	e.Entities = append(e.Entities, model.Entity{Name: alias, Type: typ, Ruling: model.Apart})
	other := model.EntityID(len(e.Entities))
	for i, last := 0, id; i < len(e.Mentions); i++ {
		m := &e.Mentions[i]
		switch {
		case m.Entity != id:
		case m.Form != model.Pronoun && e.Mentioned(m) == alias:
			m.Entity, m.Link, last = other, model.LinkUser, other
		case e.naming(m):
			last = id
		default:
			m.Entity = last
		}
	}
	e.divide(id, other)
	at := e.Entity(id)
	if at.Name == alias {
		at.Name = e.longestName(id)
	}
	if at.Ruling == model.Unruled {
		at.Ruling = model.Edited
	}
}

// divide gives other those quotes of id for which it is named now, and those that go on from them.
func (e editor) divide(id, other model.EntityID) {
	last := id
	for i := range e.Quotes {
		q := &e.Quotes[i]
		if q.Speaker != id {
			continue
		}
		if !q.Mention.Empty() {
			last = id
			for _, m := range e.MentionsIn(q.Field, q.Mention) {
				if m.Entity == other {
					last = other
				}
			}
		}
		q.Speaker = last
	}
}

// longestName returns the longest of the names by which id is mentioned.
func (e editor) longestName(id model.EntityID) string {
	longest := ""
	for i := range e.Mentions {
		m := &e.Mentions[i]
		if s := e.Mentioned(m); m.Entity == id && e.naming(m) && len(s) > len(longest) {
			longest = s
		}
	}
	return longest
}

// dismiss takes c.Entity out with its mentions. Nobody can be told to have said its quotes.
func (e editor) dismiss(c *Correction) bool {
	id, ok := e.subject(c)
	switch {
	case !ok:
		return false
	case id == 0:
		return e.stands(c.Entity.Name) // and is no entity
	}
	e.Mentions = slices.DeleteFunc(e.Mentions, func(m model.Mention) bool { return m.Entity == id })
	for i := range e.Quotes {
		if q := &e.Quotes[i]; q.Speaker == id {
			unattribute(q)
		}
	}
	e.remove(id)
	return true
}
