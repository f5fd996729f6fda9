package library

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"reader/model"
)

// link decides anew which of the names that end in word are one. A wrong merge accuses somebody of another's
// words, so a name is counted with another only when no third one could be meant:
//
//   - "Ann Lee" with "Ann Mary Lee": first and last word are the same, the genders do not contradict, and
//     every longer name that fits is an even longer form of the same one;
//   - "Lee" with "Ann Lee": the genders do not contradict, and either nobody else of that surname is known by
//     full name and both have the same role, or no other role is given and Ann Lee is named so much more often
//     than anybody else of that surname that writers may leave the first name out;
//   - "NATO" with the one organization that some article calls by that acronym as well as in full.
//
// It is called again when more becomes known, and takes back what has become doubtful.
func (l *Library) link(word string) {
	var full, short, acronyms, named []ID
	for _, id := range l.byWord[word] {
		n := l.names[id-1]
		w := n.forms[0]
		switch {
		case n.ruling == model.Named || n.ruling == model.Apart: // a person decides, not the evidence
		case n.Type == model.Organization && w == word && isAcronym(n.Name):
			acronyms = append(acronyms, id)
		case n.Type == model.Organization && !isAcronym(n.Name) && n.called(word):
			named = append(named, id)
		case n.Type != model.Person || last(w) != word:
		case w == word:
			short = append(short, id)
		default:
			full = append(full, id)
		}
	}
	for _, ids := range [][]ID{full, short, acronyms} {
		l.part(ids)
	}
	l.linkFull(full)
	l.linkShort(short, full)
	if len(named) == 1 {
		for _, id := range acronyms {
			l.join(id, named[0])
		}
	}
}

// linkGiven counts what a person gave a name with whoever bears it: of several with the one it contradicts
// least, that most articles mention. Names that were given and nobody else bears are one.
func (l *Library) linkGiven() {
	first := map[string]ID{}
	for _, id := range l.given {
		n := l.names[id-1]
		key := keyOf(n.Type, n.forms[0])
		e := model.Entity{Type: n.Type, Role: n.Role, Gender: n.Gender}
		bearer := l.byKey[key]
		for b := bearer; b != 0; b = l.names[b-1].next {
			if l.fitter(b, bearer, &e) {
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

// fitter reports whether e is rather the name a than the name b.
func (l *Library) fitter(a, b ID, e *model.Entity) bool {
	n, m := l.names[a-1], l.names[b-1]
	if fits := n.agrees(e); fits != m.agrees(e) {
		return fits
	}
	return cmp.Or(cmp.Compare(len(n.Articles), len(m.Articles)), cmp.Compare(b, a)) > 0
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
	for _, id := range ids {
		n := l.names[id-1]
		if w := l.names[n.whole-1]; n.whole != id {
			w.parts = slices.DeleteFunc(w.parts, func(p ID) bool { return p == id })
			w.merged = nil
			n.whole = id
		}
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

// linkFull joins full names of one surname that are shorter forms of others.
func (l *Library) linkFull(ids []ID) {
	byFirst := map[string][]ID{}
	for _, id := range ids {
		given := first(l.names[id-1].forms[0])
		byFirst[given] = append(byFirst[given], id)
	}
	for _, same := range byFirst {
		if len(same) < 2 {
			continue
		}
		// Shorter ones first, so that what joins a longer name moves on with it.
		slices.SortStableFunc(same, func(a, b ID) int { return len(l.names[a-1].forms[0]) - len(l.names[b-1].forms[0]) })
		for i, id := range same {
			if longer := l.longer(id, same[i+1:]); longer != 0 {
				l.join(id, longer)
			}
		}
	}
}

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

// extends reports whether long's name holds all words of short's, in order, and their genders fit.
func (l *Library) extends(short, long ID) bool {
	s, n := l.names[short-1], l.names[long-1]
	if s.Gender != 0 && n.Gender != 0 && s.Gender != n.Gender {
		return false
	}
	return len(s.forms[0]) < len(n.forms[0]) && within(s.forms[0], n.forms[0])
}

// linkShort joins surnames to the one person who bears them in full, or is famous for it.
func (l *Library) linkShort(short, full []ID) {
	if len(short) == 0 {
		return
	}
	bearer, articles, others := l.bearer(full)
	if bearer == 0 {
		return
	}
	famous := articles >= fame && articles >= fame*others
	b := l.Entity(bearer)
	for _, id := range short {
		n := l.names[id-1]
		switch {
		case n.Gender != 0 && b.Gender != 0 && n.Gender != b.Gender:
		case others == 0 && sameRole(n.Role, b.Role), famous && (n.Role == "" || sameRole(n.Role, b.Role)):
			l.join(id, bearer)
		}
	}
}

// fame is in how many articles, and in how many times as many as anybody else of the same surname, a person
// must be named in full to be who is meant by the surname alone.
const fame = 10

// bearer returns which of the people in full is named in most articles, in how many, and in how many the
// next one is.
func (l *Library) bearer(full []ID) (id ID, articles, others int) {
	for _, name := range full {
		if l.names[name-1].whole != name {
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
