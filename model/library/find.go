package library

import (
	"slices"
	"strings"

	"reader/model"
)

// Find returns the entities that name means: those of which it is the name, an alias, or a part of the name
// that ends in the same word. Case and accents do not matter, nor do titles in front ("Mr. Azimov"). A label means
// the one whom it labels.
func (l *Library) Find(name string) []ID {
	if ids := l.labelled(name); len(ids) > 0 {
		return ids
	}
	wanted := untitled(words(name))
	if wanted == "" {
		return nil
	}
	if ids := l.having(wanted, endsIn); len(ids) > 0 {
		return ids
	}
	return l.having(withoutArticle(wanted), endsIn)
}

// withoutArticle returns wanted without "the" before it: who asks for "The Gazette" means what some call "Gazette".
func withoutArticle(wanted string) string { return strings.TrimPrefix(wanted, "the ") }

// Label returns the name of id, with the role behind it where somebody else has the same name: "David Miller, mayor of
// Toronto".
func (l *Library) Label(id ID) string {
	e, n := l.Entity(id), l.whole(id)
	if e.Type == model.Person && e.Role != "" {
		for _, other := range l.byWord[last(n.plain)] {
			if o := l.names[other-1]; o.Type == model.Person && o.whole != n.whole && o.plain == n.plain {
				return e.Name + ", " + e.Role
			}
		}
	}
	return e.Name
}

// labelled returns the people that label means, a name and a role; none if it is not of that form.
func (l *Library) labelled(label string) []ID {
	name, role, ok := strings.Cut(label, ", ")
	name, role = words(name), words(role)
	if !ok || name == "" || role == "" {
		return nil
	}
	ids := l.having(name, func(wanted, name string) bool { return wanted == name })
	return slices.DeleteFunc(ids, func(id ID) bool {
		return !slices.ContainsFunc(l.members(id), func(m ID) bool { return words(l.names[m-1].Role) == role })
	})
}

// having returns the entities whose name, or one of whose other names, fits the words wanted; those that
// were filed first come first. It looks at those that have the rarest of the words.
func (l *Library) having(wanted string, fits func(wanted, name string) bool) []ID {
	rarest := l.byWord[first(wanted)]
	for w := range each(wanted) {
		if ids := l.byWord[w]; len(ids) < len(rarest) {
			rarest = ids
		}
	}
	var out []ID
	for _, id := range rarest {
		if n := l.names[id-1]; n.has(wanted, fits) {
			out = append(out, n.whole)
		}
	}
	return distinct(out)
}

// has reports whether wanted fits one of the names of n. Of an unnamed speaker it must be the whole, or its
// noun: a spokesman for Azimov is not Azimov.
func (n *name) has(wanted string, fits func(wanted, name string) bool) bool {
	return slices.ContainsFunc(n.forms, func(form string) bool {
		return fits(wanted, form) && (n.Type != model.Unnamed || wanted == form || endsIn(wanted, head(form)))
	})
}

// beginning returns the entities that have a name with the words wanted side by side, of which the last may
// be the beginning of a word. It looks through the vocabulary.
func (l *Library) beginning(wanted string) []ID {
	prefix := last(wanted)
	before := strings.TrimSuffix(wanted, prefix)
	var out []ID
	for _, w := range l.vocabulary {
		switch {
		case !strings.HasPrefix(w, prefix):
		case before != "":
			out = append(out, l.having(before+w, sideBySide)...)
		default:
			for _, id := range l.byWord[w] {
				if n := l.names[id-1]; n.Type != model.Unnamed || n.has(w, sideBySide) {
					out = append(out, n.whole)
				}
			}
		}
	}
	return distinct(out)
}

// distinct sorts ids and leaves out what is there twice. It overwrites ids.
func distinct(ids []ID) []ID {
	slices.Sort(ids)
	return slices.Compact(ids)
}
