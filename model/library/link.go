package library

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strings"
	"unicode"

	"reader/model"
)

// link decides anew which of the names that end in word are one. A wrong merge accuses somebody of another's
// words, so a name is counted with another only when no third one could be meant:
//
//   - "Ann Lee" with "Ann Lee" of another role, unless genders or roles contradict: see standing;
//   - "Ann Lee" with "Ann Mary Lee": first and last word are the same, genders and roles do not contradict, nobody
//     else is called Ann Lee, and every longer name that fits is an even longer form of the same one, or Ann Lee is
//     named so much more often than all of them;
//   - "Lee" with "Ann Lee": the genders do not contradict, and either nobody else of that surname is known by
//     full name and both have the same role, or no other role is given and Ann Lee is named so much more often
//     than anybody else of that surname that writers may leave the first name out;
//   - "NATO" or "U.S." with the one organization or place that some article calls by that acronym as well as in full.
//
// It is called again when more becomes known, and takes back what has become doubtful.
func (l *Library) link(word string) {
	var full, short []ID
	var acronyms, named [model.Place + 1][]ID
	surname := " " + word
	for _, id := range l.byWord[word] {
		n := l.names[id-1]
		w := n.plain
		switch {
		case n.ruling.Decides(): // not the evidence
		case shortens(n.Type) && w == word && isAcronym(n.Name):
			acronyms[n.Type] = append(acronyms[n.Type], id)
		case shortens(n.Type) && !isAcronym(n.Name) && n.called(word):
			named[n.Type] = append(named[n.Type], id)
		case n.Type != model.Person:
		case undivided(n.Name) && last(w) == word:
			short = append(short, id)
		case strings.HasSuffix(w, surname):
			full = append(full, id)
		}
	}
	for _, ids := range append(acronyms[:], full, short) {
		l.part(ids)
	}
	slices.SortFunc(full, l.byName)
	full = l.linkNamesakes(full)
	l.linkFull(full)
	l.linkShort(short, full)
	for t, ids := range named {
		if len(ids) == 1 {
			for _, id := range acronyms[t] {
				l.join(id, ids[0])
			}
		}
	}
}

// shortens reports whether what is of type t goes by acronyms.
func shortens(t model.EntityType) bool { return t == model.Organization || t == model.Place }

// linkGiven counts what a person gave a name with whoever bears it: of several with the one it contradicts
// least, that most articles mention. Names that were given and nobody else bears are one.
func (l *Library) linkGiven() {
	first := map[string]ID{}
	for _, id := range l.given {
		n := l.names[id-1]
		key := keyOf(n.Type, n.plain)
		e := model.Entity{Type: n.Type, Detail: n.Role, Gender: n.Gender}
		var bearer ID
		for _, b := range l.byWord[last(n.plain)] {
			if m := l.names[b-1]; m.ruling.Decides() || keyOf(m.Type, m.plain) != key {
				continue
			}
			if bearer == 0 || l.fitter(b, bearer, n.forms[0], &e) {
				bearer = b
			}
		}
		switch {
		case bearer != 0:
			l.join(id, l.names[bearer-1].whole)
		case first[key] != 0:
			l.join(id, first[key])
		default:
			first[key] = id
		}
	}
}

// fitter reports whether e, of the words w, is rather the name a than the name b: as far as is told, by the words, by how many
// articles mention them, and by which comes first.
func (l *Library) fitter(a, b ID, w string, e *model.Entity) bool {
	n, m := l.names[a-1], l.names[b-1]
	if fits := n.agrees(e); fits != m.agrees(e) {
		return fits
	}
	if same := n.forms[0] == w; same != (m.forms[0] == w) {
		return same
	}
	return cmp.Or(
		cmp.Compare(len(n.Articles), len(m.Articles)), cmp.Compare(m.firstIn(), n.firstIn()), cmp.Compare(m.slot, n.slot), cmp.Compare(b, a),
	) > 0
}

// firstIn returns the first article that mentions n.
func (n *name) firstIn() Ref {
	if len(n.Articles) == 0 {
		return -1
	}
	return n.Articles[0].Ref
}

// called reports whether word is an acronym n goes by.
func (n *name) called(word string) bool {
	return slices.ContainsFunc(n.Aliases, func(s string) bool {
		return isAcronym(s) && Fold(strings.ReplaceAll(s, ".", "")) == word
	})
}

// isAcronym reports whether s is written in capitals: "NATO", "U.N.".
func isAcronym(s string) bool {
	s = strings.ReplaceAll(s, ".", "")
	return len(s) > 1 && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsUpper(r) })
}

// part makes each of ids an entity of its own.
func (l *Library) part(ids []ID) {
	var wholes []ID
	for _, id := range ids {
		n := l.names[id-1]
		if n.whole != id {
			wholes = append(wholes, n.whole)
			n.whole = id
		}
	}
	for _, whole := range distinct(wholes) {
		w := l.names[whole-1]
		w.parts = slices.DeleteFunc(w.parts, func(p ID) bool { return l.names[p-1].whole != whole })
		w.merged = nil
	}
}

// join counts part, and what is counted with it, with whole.
func (l *Library) join(part, whole ID) {
	p, w := l.names[part-1], l.names[whole-1]
	for _, id := range append(p.parts, part) {
		l.names[id-1].whole = whole
		w.parts = append(w.parts, id)
	}
	p.parts, p.merged, w.merged = nil, nil, nil
}

// byName orders names by their words, so that those are side by side that begin alike, and the fullest of those that are the
// same comes first.
func (l *Library) byName(a, b ID) int {
	n, m := l.names[a-1], l.names[b-1]
	if c := strings.Compare(n.plain, m.plain); c != 0 {
		return c
	}
	return cmp.Or(len(m.forms[0])-len(n.forms[0]), strings.Compare(n.forms[0], m.forms[0]), cmp.Compare(a, b))
}

// alike yields the stretches of ids, which are sorted by name, of at least two that have the same in their names.
func (l *Library) alike(ids []ID, same func(a, b string) bool) iter.Seq[[]ID] {
	return func(yield func([]ID) bool) {
		for len(ids) > 0 {
			name := l.names[ids[0]-1].plain
			n := 1
			for n < len(ids) && same(name, l.names[ids[n]-1].plain) {
				n++
			}
			if n > 1 && !yield(ids[:n]) {
				return
			}
			ids = ids[n:]
		}
	}
}

// linkFull joins full names of one surname, sorted by name, that are shorter forms of others.
func (l *Library) linkFull(full []ID) {
	for same := range l.alike(full, func(a, b string) bool { return first(a) == first(b) }) {
		// Shorter ones first, so that what joins a longer name moves on with it.
		slices.SortStableFunc(same, func(a, b ID) int {
			v, w := l.names[a-1].plain, l.names[b-1].plain
			return cmp.Or(len(v)-len(w), cmp.Compare(v, w))
		})
		for i, id := range same {
			if i > 0 && l.namesakes(id, same[i-1]) || i+1 < len(same) && l.namesakes(id, same[i+1]) {
				continue
			}
			if longer := l.longer(id, same[i+1:]); longer != 0 {
				l.join(id, longer)
			}
		}
		l.linkToKnown(same)
	}
}

// linkToKnown joins longer forms of one name to whoever is named by it so much more often than by all of them that they
// are that person's: "Ann Mary Lee", in a few articles, with the "Ann Lee" of hundreds.
func (l *Library) linkToKnown(same []ID) {
	same = l.keep(same, func(n *name) bool { return l.names[n.whole-1] == n })
	known, articles, _ := l.bearer(model.UnknownGender, same)
	if articles < fame {
		return
	}
	longer := slices.DeleteFunc(same, func(id ID) bool { return !l.extends(known, id) })
	others := 0
	for _, id := range longer {
		others += len(l.Entity(id).Articles)
	}
	if articles >= better*others {
		l.joinAll(append([]ID{known}, longer...))
	}
}

// namesakes reports whether a and b have the same name.
func (l *Library) namesakes(a, b ID) bool { return l.names[a-1].plain == l.names[b-1].plain }

// longer returns the shortest of candidates, which are sorted by length, that is a longer form of id, if all
// that are form one chain; else 0.
func (l *Library) longer(id ID, candidates []ID) ID {
	var found ID
	last := id
	for _, c := range candidates {
		if !l.extends(id, c) {
			continue
		}
		if last != id && !l.extends(last, c) {
			return 0
		}
		if found == 0 {
			found = c
		}
		last = c
	}
	return found
}

// extends reports whether long's name holds all words of short's, in order, and nothing contradicts that they are one.
func (l *Library) extends(short, long ID) bool {
	s, n := l.names[short-1].plain, l.names[long-1].plain
	if len(s) >= len(n) || !within(s, n) || l.contradiction(short, long) != 0 {
		return false
	}
	return !slices.ContainsFunc(l.members(short), func(id ID) bool { return !within(l.names[id-1].forms[0], n) })
}

// linkShort joins surnames, of which some may be double, to the one person who bears them in full, or is famous for it.
func (l *Library) linkShort(short, full []ID) {
	bySurname := map[string][]ID{}
	for _, id := range short {
		n := l.names[id-1]
		bySurname[n.plain] = append(bySurname[n.plain], id)
	}
	for _, surname := range slices.Sorted(maps.Keys(bySurname)) {
		bearers := l.keep(full, func(n *name) bool { return strings.HasSuffix(n.plain, " "+surname) })
		for _, gender := range []model.Gender{model.UnknownGender, model.Male, model.Female} {
			of := l.keep(bySurname[surname], func(n *name) bool { return n.Gender == gender })
			if len(of) > 0 {
				l.linkToBearer(of, gender, bearers)
			}
		}
	}
}

// linkToBearer joins surnames of people of that gender to the one person among full whom they can mean.
func (l *Library) linkToBearer(short []ID, gender model.Gender, full []ID) {
	bearer, articles, others := l.bearer(gender, full)
	if bearer == 0 {
		return
	}
	famous := articles >= fame && articles >= fame*others
	for _, id := range short {
		n := l.names[id-1]
		if others == 0 && l.hasRole(bearer, n.Role) || famous && (n.Role == "" || l.hasRole(bearer, n.Role)) {
			l.join(id, bearer)
		}
	}
}

// hasRole reports whether role can be told of id, by what some article tells.
func (l *Library) hasRole(id ID, role string) bool {
	return slices.ContainsFunc(l.members(id), func(m ID) bool { return sameRole(role, l.names[m-1].Role) })
}

// fame is in how many articles, and in how many times as many as anybody else of the same surname, a person
// must be named in full to be who is meant by the surname alone.
const fame = 10

// bearer returns which of the people in full who can be of that gender is named in most articles, in how many, and
// in how many the next one is.
func (l *Library) bearer(gender model.Gender, full []ID) (id ID, articles, others int) {
	for _, name := range full {
		if l.names[name-1].whole != name || l.Entity(name).Gender.Contradicts(gender) {
			continue
		}
		switch n := len(l.Entity(name).Articles); {
		case n > articles:
			id, articles, others = name, n, articles
		case n > others:
			others = n
		}
	}
	return id, articles, others
}
