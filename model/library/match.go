package library

import (
	"slices"

	"reader/model"
)

// Select returns the articles that q matches, newest first. Fields other than text cost time in proportion to
// the articles of the entities they name; text and bare words one pass over the texts that the rest of the
// query leaves.
func (l *Library) Select(q Query) []Ref {
	if q.Empty() {
		return l.Newest()
	}
	chosen := l.matching(q.root, l.everything())
	var out []Ref
	for _, r := range l.Newest() {
		if chosen.has(r) {
			out = append(out, r)
		}
	}
	return out
}

// Chosen returns the speakers that the speaker: terms of q select (not the negated ones), in the order of q.
func (l *Library) Chosen(q Query) []ID {
	var out []ID
	var visit func(expr)
	visit = func(e expr) {
		switch e := e.(type) {
		case all:
			for _, part := range e {
				visit(part)
			}
		case some:
			for _, part := range e {
				visit(part)
			}
		case term:
			if e.field != "speaker" {
				return
			}
			for _, id := range l.named(e) {
				if l.Entity(id).Quotes > 0 && !slices.Contains(out, id) {
					out = append(out, id)
				}
			}
		}
	}
	visit(q.root)
	return out
}

// matching returns the articles within that e matches. What is cheap goes first, and leaves less to search.
func (l *Library) matching(e expr, within set) set {
	switch e := e.(type) {
	case all:
		out := slices.Clone(within)
		for _, dear := range []bool{false, true} {
			for _, part := range e {
				if searches(part) == dear && !out.empty() {
					out = l.matching(part, out)
				}
			}
		}
		return out
	case some:
		out := l.none()
		for _, part := range e {
			out.or(l.matching(part, within.without(out)))
		}
		return out
	case not:
		return within.without(l.matching(e.not, within))
	case term:
		return l.bearing(e, within)
	}
	return within
}

// searches reports whether matching e reads texts.
func searches(e expr) bool {
	switch e := e.(type) {
	case all:
		return slices.ContainsFunc(e, searches)
	case some:
		return slices.ContainsFunc(e, searches)
	case not:
		return searches(e.not)
	case term:
		return e.field == "" || e.field == "text"
	}
	return false
}

// bearing returns the articles within that the term t matches.
func (l *Library) bearing(t term, within set) set {
	out := l.none()
	if t.field != "text" {
		for _, id := range l.named(t) {
			for _, c := range l.Entity(id).Articles {
				if c.Quotes > 0 || t.field != "speaker" && t.field != "" {
					out.add(c.Ref)
				}
			}
		}
		out.and(within)
	}
	if searches(t) && Fold(t.value) != "" {
		n := newNeedle(t.value)
		for r := range within.without(out).all {
			if a := l.Article(r); n.in(a.Text) || n.in(a.Title) {
				out.add(r)
			}
		}
	}
	return out
}

// named returns the entities that t names: those of the type of its field whose name, or another name, holds
// its words side by side. The last word of an unquoted value may be the beginning of one. A quoted value that
// is somebody's label or whole name means nobody else.
func (l *Library) named(t term) []ID {
	wanted := words(t.value)
	switch {
	case wanted == "":
		return nil
	case !t.exact:
		return l.typed(l.beginning(wanted), t.field)
	}
	if ids := l.typed(l.labelled(t.value), t.field); len(ids) > 0 {
		return ids
	}
	whole := func(wanted, name string) bool { return wanted == name }
	if ids := l.typed(l.having(wanted, whole), t.field); len(ids) > 0 {
		return ids
	}
	return l.typed(l.having(wanted, sideBySide), t.field)
}

// typed keeps of ids the entities that field can name.
func (l *Library) typed(ids []ID, field string) []ID {
	return slices.DeleteFunc(ids, func(id ID) bool {
		e := l.Entity(id)
		switch field {
		case "person":
			return e.Type != model.Person
		case "org":
			return e.Type != model.Organization
		case "place":
			return e.Type != model.Place
		default:
			return e.Quotes == 0
		}
	})
}
