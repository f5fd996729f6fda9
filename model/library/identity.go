package library

import (
	"cmp"
	"slices"

	"reader/model"
)

// Reason is why two names are of one person or body, or were kept apart.
type Reason uint8

// The reasons: those for which names are one, then those for which they are not.
const (
	SameName   Reason = iota + 1
	LongerName        // "Ann Lee" with "Ann Mary Lee"
	SameRole          // "Lee", with the role of the one person of that surname
	Fame              // "Lee", where so many articles name one person of that surname
	Acronym

	OtherGender
	OtherInitial
	OtherPlace
	OtherWork
	OtherRole
	Several
)

// String says r in plain words of a name beside another one.
func (r Reason) String() string {
	return [...]string{
		"",
		"the same name, and nothing known of them contradicts",
		"a shorter form of the name, which fits nobody else",
		"the surname alone, with a like role, and nobody else is known to bear it",
		"the surname alone, where articles name this person more often than all others of that surname",
		"the acronym, which an article uses beside the full name",

		"of another gender",
		"with another middle initial",
		"does other work in another place",
		"one plays a sport, the other holds an office",
		"the surname alone, and no role in common",
		"several of that name are known, and nothing tells which",
	}[r]
}

// Identity is why an entity is one across articles.
type Identity struct {
	Names []Named // that are one: the name of the entity, then those in most articles first
	Apart []Named // that might be thought the same, and are not: those in most articles first
}

// Named is a name as articles give it.
type Named struct {
	Name     string
	Roles    []string // that are told with it
	Articles int      // that name it so
	Reason   Reason   // why it is one with the entity, or is not
}

// Identity returns why id is one, and from whom it was kept apart. It looks at all names that end in the same word.
func (l *Library) Identity(id ID) Identity {
	id = l.names[id-1].whole
	w := l.names[id-1]
	var out Identity
	out.add(w, SameName)
	for _, p := range w.parts {
		n := l.names[p-1]
		out.add(n, n.joined(w))
	}
	for _, other := range l.byWord[last(w.plain)] {
		n := l.names[other-1]
		if n.whole != other || other == id || n.Type != w.Type || n.Type == model.Unnamed {
			continue
		}
		if r := l.apart(id, other); r != 0 {
			e := l.Entity(other)
			out.Apart = append(out.Apart, Named{e.Name, filled(e.Role), len(e.Articles), r})
		}
	}
	often := func(a, b Named) int { return cmp.Compare(b.Articles, a.Articles) }
	slices.SortStableFunc(out.Names[1:], often)
	slices.SortStableFunc(out.Apart, often)
	return out
}

// add adds n to the names that are one, for the reason r. The same name in other roles is told once.
func (i *Identity) add(n *name, r Reason) {
	k := slices.IndexFunc(i.Names, func(o Named) bool { return o.Name == n.Name && o.Reason == r })
	if k < 0 {
		i.Names = append(i.Names, Named{n.Name, filled(n.Role), len(n.Articles), r})
		return
	}
	o := &i.Names[k]
	o.Articles += len(n.Articles)
	if n.Role != "" && !slices.Contains(o.Roles, n.Role) {
		o.Roles = append(o.Roles, n.Role)
	}
}

// filled returns role as a list, which is empty for "".
func filled(role string) []string {
	if role == "" {
		return nil
	}
	return []string{role}
}

// joined returns why n is counted with w.
func (n *name) joined(w *name) Reason {
	switch {
	case n.Type != model.Person:
		return Acronym
	case undivided(n.Name) && n.Role == "":
		return Fame
	case undivided(n.Name):
		return SameRole
	case n.plain == w.plain:
		return SameName
	default:
		return LongerName
	}
}

// apart returns why a and b, two entities of one type, are not one though their names might be of one; 0 if nobody
// would think so.
func (l *Library) apart(a, b ID) Reason {
	n, m := l.names[a-1], l.names[b-1]
	v, w := n.plain, m.plain
	alone := undivided(n.Name) || undivided(m.Name)
	switch {
	case shortens(n.Type):
		if isAcronym(n.Name) && m.called(v) || isAcronym(m.Name) && n.called(w) {
			return Several
		}
		return 0
	case n.Type != model.Person || last(v) != last(w):
		return 0
	case !alone && v != w && (first(v) != first(w) || !within(v, w) && !within(w, v)):
		return 0
	}
	switch r := l.contradiction(a, b); {
	case r != 0:
		return r
	case alone && !slices.ContainsFunc(l.members(a), func(id ID) bool { return l.hasRole(b, l.names[id-1].Role) }):
		return OtherRole
	default:
		return Several
	}
}
