package library

import (
	"slices"

	"reader/model"
	"reader/model/query"
)

// named returns the entities that t names: those of the type of its field whose name, or another name, is what its value
// means. The last word of a mere word may be the beginning of one. A phrase that is somebody's label or whole name means
// nobody else. Of an unnamed speaker the noun counts: a spokesman for Azimov is not Azimov.
func (l *Library) named(t query.Term) []ID {
	switch t.Value.Form {
	case query.Regexp:
		return l.typed(l.fitting(newPattern(t.Value)), t)
	case query.Fuzzy:
		return l.typed(l.spelt(newFuzzy(t.Value.Text)), t)
	case query.Phrase:
		return l.exactly(t)
	default:
		wanted := words(t.Value.Text)
		if wanted == "" {
			return nil
		}
		return l.typed(l.beginning(wanted), t)
	}
}

// exactly returns the entities that the phrase t names.
func (l *Library) exactly(t query.Term) []ID {
	wanted := words(t.Value.Text)
	if wanted == "" {
		return nil
	}
	if ids := l.typed(l.labelled(t.Value.Text), t); len(ids) > 0 {
		return ids
	}
	whole := func(wanted, name string) bool { return wanted == name }
	for _, fits := range []func(wanted, name string) bool{whole, sideBySide} {
		for _, w := range []string{wanted, withoutArticle(wanted)} {
			if ids := l.typed(l.having(w, fits), t); len(ids) > 0 {
				return ids
			}
		}
	}
	return nil
}

// fitting returns the entities one of whose names p matches. It looks at all.
func (l *Library) fitting(p *pattern) []ID {
	var out []ID
	for _, n := range l.names {
		unnamed := n.Type == model.Unnamed
		if !unnamed && (p.in(n.Name) || slices.ContainsFunc(n.Aliases, p.in)) ||
			unnamed && slices.ContainsFunc(n.forms, func(form string) bool { return p.in(head(form)) }) {
			out = append(out, n.whole)
		}
	}
	return distinct(out)
}

// spelt returns the entities that have a name much like what f looks for. It looks through the vocabulary.
func (l *Library) spelt(f *fuzzy) []ID {
	if len(f.wanted) == 0 {
		return nil
	}
	var out []ID
	for _, w := range l.vocabulary {
		if !query.Slips(f.wanted[0], w) {
			continue
		}
		for _, id := range l.byWord[w] {
			n := l.names[id-1]
			if slices.ContainsFunc(n.forms, func(form string) bool {
				if n.Type == model.Unnamed {
					form = head(form)
				}
				return f.in(form)
			}) {
				out = append(out, n.whole)
			}
		}
	}
	return distinct(out)
}

// typed keeps of ids the entities that t can name.
func (l *Library) typed(ids []ID, t query.Term) []ID {
	return slices.DeleteFunc(ids, func(id ID) bool { return !isTyped(l.Entity(id), t) })
}

// isTyped reports whether t can name e.
func isTyped(e *Entity, t query.Term) bool {
	switch t.Field {
	case query.Person:
		return e.Type == model.Person
	case query.Org:
		return e.Type == model.Organization
	case query.Place:
		return e.Type == model.Place
	case query.Speaker, query.Anything:
		return e.Quotes > 0 || t.Unsure && e.Type.Speaks()
	default:
		return true
	}
}
