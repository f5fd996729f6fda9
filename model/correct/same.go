package correct

import (
	"strings"

	"reader/model"
)

// same makes c.Entity and c.Is one. An Is that the article does not mention gives the entity its name, by
// which the library knows it.
func (e editor) same(c *Correction) bool {
	from, ok := e.subject(c)
	if !ok {
		return false
	}
	if from == 0 {
		if c.Entity.Type == model.Unnamed || !e.stands(c.Entity.Name) {
			return false
		}
		from = e.introduce(c.Entity)
	}
	near := e.placeOf(from)
	to, ok := e.resolve(c.Is, &near)
	switch {
	case !ok:
		return false
	case to == 0, to == from:
		e.rename(from, c.Is)
		return true
	case e.Entity(to).Type == model.Unnamed && e.Entity(from).Type != model.Unnamed:
		from, to = to, from // who is one with somebody that has a name has one
	}
	e.merge(from, to)
	return true
}

// subject returns the entity that c is about, 0 if the article has none such; false if it may be several.
func (e editor) subject(c *Correction) (model.EntityID, bool) {
	if span, ok := c.Anchor.in(e.TextOf(c.Anchor.Field)); ok {
		return e.resolve(c.Entity, &place{c.Anchor.Field, span})
	}
	return e.resolve(c.Entity, nil)
}

// placeOf returns where id is mentioned first; the beginning if nowhere.
func (e editor) placeOf(id model.EntityID) place {
	for i := range e.Mentions {
		if m := &e.Mentions[i]; m.Entity == id {
			return place{m.Field, m.Span}
		}
	}
	return place{}
}

// rename gives id the name and type of who.
func (e editor) rename(id model.EntityID, who Who) {
	at := e.Entity(id)
	if at.Type == who.Type && fuller(at.Name, who.Name) == at.Name {
		return
	}
	if at.Type.Measures() != who.Type.Measures() {
		at.Detail = "" // the value of a date is nobody's role
	}
	at.Name, at.Type, at.Ruling = who.Name, who.Type, model.Named
	e.link(id, id)
	e.mute(id)
}

// merge makes from a part of to.
func (e editor) merge(from, to model.EntityID) {
	f, t := e.Entity(from), e.Entity(to)
	t.Name = fuller(f.Name, t.Name)
	if t.Detail == "" && t.Type.Measures() == f.Type.Measures() {
		t.Detail = f.Detail
	}
	if t.Gender == model.UnknownGender {
		t.Gender = f.Gender
	}
	if t.Ruling == model.Unruled {
		t.Ruling = model.Edited
	}
	e.link(from, to)
	for i := range e.Quotes {
		if q := &e.Quotes[i]; q.Speaker == from {
			q.Speaker = to
		}
	}
	e.mute(to)
	e.remove(from)
}

// link ties the mentions of from to to. Pronouns keep what they were tied by.
func (e editor) link(from, to model.EntityID) {
	for i := range e.Mentions {
		m := &e.Mentions[i]
		if m.Entity != from {
			continue
		}
		m.Entity = to
		if m.Form != model.Pronoun {
			m.Link = model.LinkUser
		}
	}
}

// mute takes the quotes from id if it has become what can't speak.
func (e editor) mute(id model.EntityID) {
	if e.Entity(id).Type.Speaks() {
		return
	}
	for i := range e.Quotes {
		if q := &e.Quotes[i]; q.Speaker == id {
			unattribute(q)
		}
	}
}

// unattribute makes q one whose speaker can't be told.
func unattribute(q *model.Quote) {
	q.Speaker, q.Mention, q.Confidence, q.Rule = 0, model.Span{}, 0, model.RuleUnattributed
}

// fuller returns which of two names of one entity tells more: b, unless a is b with more in front.
func fuller(a, b string) string {
	if strings.HasSuffix(a, " "+b) {
		return a
	}
	return b
}
