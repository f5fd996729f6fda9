package correct

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reader/model"
)

// speaker returns the entity that who names as the speaker of words at p, a new one if there is none, 0 for
// nobody. It returns false for what can't speak, and where who may be several.
func (e editor) speaker(who Who, p place) (model.EntityID, bool) {
	if who.Nobody() {
		return 0, true
	}
	id, ok := e.resolve(who, &p)
	switch {
	case !ok:
		return 0, false
	case id != 0 && e.Entity(id).Type.Speaks():
		return id, true
	case !who.Type.Speaks():
		return 0, false
	case id != 0:
		e.Entity(id).Type = who.Type
		return id, true
	}
	return e.introduce(who), true
}

// resolve returns the entity of the article that who names: the one of that type and name, else the one that
// is mentioned by that name, else the same of another type, as a later analysis may see it otherwise; 0 if
// there is none. Of several it is the one mentioned nearest to p; it returns false if there is no p to tell.
func (e editor) resolve(who Who, p *place) (id model.EntityID, ok bool) {
	mentioned := make([]bool, len(e.Entities))
	for i := range e.Mentions {
		m := &e.Mentions[i]
		if m.Form != model.Pronoun && m.Span.Len() == len(who.Name) && e.Mentioned(m) == who.Name {
			mentioned[m.Entity-1] = true
		}
	}
	const ways = 3
	var found [ways][]model.EntityID
	for i := range e.Entities {
		at := &e.Entities[i]
		called := mentioned[i] || strings.EqualFold(at.Name, who.Name)
		way := ways
		switch {
		case at.Type == who.Type && at.Name == who.Name:
			way = 0
		case at.Type == who.Type && called:
			way = 1
		case called:
			way = 2
		}
		if way < ways {
			found[way] = append(found[way], model.EntityID(i+1))
		}
	}
	for _, ids := range found {
		switch {
		case len(ids) == 1:
			return ids[0], true
		case len(ids) > 1 && p == nil:
			return 0, false
		case len(ids) > 1:
			return e.nearest(ids, *p), true
		}
	}
	return 0, true
}

// nearest returns which of ids is mentioned nearest to p.
func (e editor) nearest(ids []model.EntityID, p place) model.EntityID {
	best, distance := ids[0], far
	for i := range e.Mentions {
		m := &e.Mentions[i]
		if d := p.distance(m); d < distance && slices.Contains(ids, m.Entity) {
			best, distance = m.Entity, d
		}
	}
	return best
}

// introduce makes an entity of who, with mentions wherever it stands by name.
func (e editor) introduce(who Who) model.EntityID {
	e.Entities = append(e.Entities, model.Entity{Name: who.Name, Type: who.Type, Ruling: model.Named})
	id := model.EntityID(len(e.Entities))
	first, _ := utf8.DecodeRuneInString(who.Name)
	if who.Type == model.Unnamed || !unicode.IsUpper(first) {
		return id
	}
	names := slices.DeleteFunc(slices.Clone(e.Mentions), func(m model.Mention) bool { return m.Form != model.Name })
	for _, f := range []model.Field{model.Body, model.Title} {
		for span := range occurrences(e.TextOf(f), who.Name) {
			for len(names) > 0 && (names[0].Field < f || names[0].Field == f && names[0].Span.End <= span.Start) {
				names = names[1:]
			}
			if len(names) == 0 || names[0].Field != f || !names[0].Span.Overlaps(span) {
				e.Mentions = append(e.Mentions, model.Mention{Span: span, Entity: id, Field: f, Link: model.LinkUser})
			}
		}
	}
	slices.SortStableFunc(e.Mentions, func(a, b model.Mention) int {
		return cmp.Or(cmp.Compare(a.Field, b.Field), cmp.Compare(a.Span.Start, b.Span.Start))
	})
	return id
}

// occurrences yields where name stands in text as whole words.
func occurrences(text, name string) iter.Seq[model.Span] {
	return func(yield func(model.Span) bool) {
		if name == "" {
			return
		}
		for at := 0; ; {
			i := strings.Index(text[at:], name)
			if i < 0 {
				return
			}
			from, to := at+i, at+i+len(name)
			before, _ := utf8.DecodeLastRuneInString(text[:from])
			after, _ := utf8.DecodeRuneInString(text[to:])
			if !inWord(before) && !inWord(after) && !yield(model.Span{Start: uint32(from), End: uint32(to)}) {
				return
			}
			at = to
		}
	}
}

// inWord reports whether a word goes on with r.
func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// stands reports whether name is a word or words of the article.
func (e editor) stands(name string) bool {
	for _, f := range []model.Field{model.Body, model.Title} {
		for range occurrences(e.TextOf(f), name) {
			return true
		}
	}
	return false
}

// remove takes id out, which nothing refers to any more.
func (e editor) remove(id model.EntityID) {
	e.Entities = slices.Delete(e.Entities, int(id)-1, int(id))
	for i := range e.Mentions {
		if m := &e.Mentions[i]; m.Entity > id {
			m.Entity--
		}
	}
	for i := range e.Quotes {
		if q := &e.Quotes[i]; q.Speaker > id {
			q.Speaker--
		}
	}
}
