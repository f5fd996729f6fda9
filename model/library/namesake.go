package library

import (
	"slices"

	"reader/model"
)

// maxPairs is how many names of one person are compared with each other. If these agree, so will the rest; if not, the
// rest stay apart.
const maxPairs = 128

// linkNamesakes joins, among full names that end in one word, sorted by name, those that are the same, middle initials
// aside, and returns one for each person. If nothing that articles tell of them contradicts, they are one. Else those that share a place or a kind of
// work are, and the others stay apart, unless one of them is so much better known that whoever says no more means
// that one, and an article that takes that one for the other gender errs.
func (l *Library) linkNamesakes(full []ID) []ID {
	for same := range l.alike(full, func(a, b string) bool { return a == b }) {
		l.joinNamesakes(same)
	}
	return slices.DeleteFunc(full, func(id ID) bool { return l.names[id-1].whole != id })
}

// joinNamesakes joins those of ids, which are of one name, that are one person.
func (l *Library) joinNamesakes(ids []ID) {
	if !l.quarrel(ids) {
		l.joinAll(ids)
		return
	}
	ids = ids[:min(len(ids), maxPairs)]
	for _, g := range []model.Gender{model.UnknownGender, model.Male, model.Female} {
		l.joinTied(l.keep(ids, func(n *name) bool { return n.Gender == g }))
	}
	l.joinKnown(l.keep(ids, func(n *name) bool { return l.names[n.whole-1] == n }))
}

// joinKnown joins people of one name to the one who is known so much better than all who must be others, if there is
// such a one.
func (l *Library) joinKnown(people []ID) {
	known, articles, _ := l.bearer(model.UnknownGender, people)
	if articles < fame {
		return
	}
	both := l.bothGenders(people)
	rivals := 0
	var mates []ID
	for _, id := range people {
		switch g := l.Entity(id).Gender; {
		case l.clash(id, known) != 0, both && g != model.UnknownGender && g != l.Entity(known).Gender:
			rivals += len(l.Entity(id).Articles)
		case id != known:
			mates = append(mates, id)
		}
	}
	if articles < better*rivals {
		return
	}
	mates = slices.DeleteFunc(slices.Clone(mates), func(id ID) bool {
		return slices.ContainsFunc(mates, func(other ID) bool { return l.clash(id, other) != 0 }) // either may be known, not both
	})
	l.joinAll(append([]ID{known}, mates...))
}

// better is in how many times as many articles somebody must be named as all who contradict.
const better = 5

// bothGenders reports whether articles tell both genders of people, neither so seldom that it must be an error.
func (l *Library) bothGenders(people []ID) bool {
	var articles [3]int
	for _, id := range people {
		e := l.Entity(id)
		articles[e.Gender] += len(e.Articles)
	}
	m, f := articles[model.Male], articles[model.Female]
	return better*min(m, f) > max(m, f)
}

// keep returns those of ids whose names are wanted.
func (l *Library) keep(ids []ID, wanted func(*name) bool) []ID {
	var out []ID
	for _, id := range ids {
		if wanted(l.names[id-1]) {
			out = append(out, id)
		}
	}
	return out
}

// joinAll counts all of ids with the first.
func (l *Library) joinAll(ids []ID) {
	for i, id := range ids {
		if i > 0 {
			l.join(id, ids[0])
		}
	}
}

// quarrel reports whether two of ids contradict each other.
func (l *Library) quarrel(ids []ID) bool {
	for i, id := range ids[:min(len(ids), maxPairs)] {
		for _, other := range ids[:i] {
			if l.names[id-1].contradicts(l.names[other-1]) != 0 {
				return true
			}
		}
	}
	return false
}

// contradicts returns why n and m are not one person; 0 if they may be.
func (n *name) contradicts(m *name) Reason {
	if n.Gender.Contradicts(m.Gender) {
		return OtherGender
	}
	return n.clashes(m)
}

// clashes returns why n and m are not one person, whatever their genders; 0 if they may be.
func (n *name) clashes(m *name) Reason {
	if n.plain != n.forms[0] && m.plain != m.forms[0] && initials(n.forms[0]) != initials(m.forms[0]) {
		return OtherInitial
	}
	return n.stand.contradicts(m.stand)
}

// contradiction returns why the people a and b, with all that is counted with them, are not one; 0 if they may be.
func (l *Library) contradiction(a, b ID) Reason {
	if l.Entity(a).Gender.Contradicts(l.Entity(b).Gender) {
		return OtherGender
	}
	return l.clash(a, b)
}

// clash returns the same without regard to genders.
func (l *Library) clash(a, b ID) Reason {
	for _, i := range l.members(a) {
		for _, k := range l.members(b) {
			if r := l.names[i-1].clashes(l.names[k-1]); r != 0 && i != k {
				return r
			}
		}
	}
	return 0
}

// members returns the names that are counted with id, itself first, at most maxPairs.
func (l *Library) members(id ID) []ID {
	parts := l.names[id-1].parts
	return append([]ID{id}, parts[:min(len(parts), maxPairs-1)]...)
}

// joinTied joins ids if none contradicts another; else those that share a place or a kind of work; and where that would
// make one of two who contradict each other, those that share a place.
func (l *Library) joinTied(ids []ID) {
	if !l.quarrel(ids) {
		l.joinAll(ids)
		return
	}
	place := func(a, b *name) bool { return a.stand.shares(b.stand) }
	tie := func(a, b *name) bool {
		return place(a, b) || a.stand != nil && b.stand != nil && a.stand.work != anyWork && b.stand.work != anyWork && a.stand.work&b.stand.work != 0
	}
	for _, group := range l.tied(ids, tie) {
		if !l.quarrel(group) {
			l.joinAll(group)
			continue
		}
		for _, part := range l.tied(group, place) {
			if !l.quarrel(part) {
				l.joinAll(part)
			}
		}
	}
}

// tied parts ids into groups of which each is tied to another of its group.
func (l *Library) tied(ids []ID, tie func(a, b *name) bool) [][]ID {
	var groups [][]ID
	for _, id := range ids {
		mine := []ID{id}
		others := groups[:0]
		for _, g := range groups {
			if slices.ContainsFunc(g, func(o ID) bool { return tie(l.names[id-1], l.names[o-1]) }) {
				mine = append(mine, g...)
			} else {
				others = append(others, g)
			}
		}
		slices.Sort(mine)
		others = append(others, mine)
		groups = others
	}
	return groups
}
