package library

import (
	"slices"
	"strings"

	"reader/model"
)

// name is what is filed under one name: the entities of all articles whose fullest name is the same, case and
// accents aside, and of which articles tell the same as far as it could contradict. An unnamed speaker has a name of its
// own in every article: two spokesmen are not one. So has whoever a person named or set apart: see linkGiven.
type name struct {
	Entity
	ruling model.Ruling
	slot   string    // see slotOf
	forms  []string  // the words of Name and of the aliases
	plain  string    // the words of Name, without the middle initials of a person
	stand  *standing // of a person with a full name: what the role tells; nil: nothing
	roles  roles     // that articles tell; Role is the current one
	next   ID        // the next of the same key, which contradicts this one; 0: none
	whole  ID        // the name that this one is counted with: itself, unless link found evidence
	parts  []ID      // the names that are counted with this one
	merged *Entity   // of this name and its parts; made by entity
}

// maxAliases is how many other names are kept for one.
const maxAliases = 24

// file returns the name under which e, of the article in, is filed, a new one if there is none yet; 0 for types that
// are not linked.
func (l *Library) file(e *model.Entity, in *setting) ID {
	if !linked(e.Type) {
		return 0
	}
	w := words(e.Name)
	slot, stand := slotOf(e, w, in)
	if own(e) {
		return l.newName(e, w, slot, in.Published)
	}
	at := l.byKey[slot]
	if id := l.agreeing(at, e); id != 0 {
		l.tell(l.names[id-1], e, in.Published)
		return id
	}
	id := l.newName(e, w, slot, in.Published)
	l.names[id-1].next, l.names[id-1].stand = at, stand
	l.byKey[slot] = id
	return id
}

// agreeing returns which of the names of one key, of which at is the first, e may be: the one of its gender, else the
// only one; 0 if there is none, or it could be several.
func (l *Library) agreeing(at ID, e *model.Entity) ID {
	var found ID
	several := false
	for id := at; id != 0; id = l.names[id-1].next {
		n := l.names[id-1]
		if !n.agrees(e) {
			continue
		}
		if n.Gender == e.Gender {
			return id
		}
		found, several = id, found != 0
	}
	if several {
		return 0
	}
	return found
}

// own reports whether e has a name of its own, whatever others are called.
func own(e *model.Entity) bool {
	return e.Type == model.Unnamed || e.Ruling.Decides()
}

// linked reports whether entities of type t are one across articles.
func linked(t model.EntityType) bool {
	switch t {
	case model.DateTime, model.Money, model.Percent, model.Quantity:
		return false
	default:
		return true
	}
}

// keyOf returns what entities have in common that bear one name: their type and the words w of the name, without
// the article before anything but a person.
func keyOf(t model.EntityType, w string) string {
	if t != model.Person {
		w = strings.TrimPrefix(w, "the ")
	}
	return string(rune('A'+t)) + w
}

// agrees reports whether e, which bears the name n, may be the same. Genders must not contradict. A person
// known by surname alone must have the same role, or both none: surnames are shared by many.
func (n *name) agrees(e *model.Entity) bool {
	if n.Gender.Contradicts(e.Gender) {
		return false
	}
	surname := e.Type == model.Person && undivided(n.Name)
	return !surname || n.Role == e.Role() || sameRole(n.Role, e.Role())
}

// undivided reports whether a person's name is one written word: a surname or a first name alone, be it double: "Obi-Thorn".
func undivided(name string) bool { return !strings.Contains(name, " ") }

// sameRole reports whether two roles can be told of one person by different writers: they share a word that
// says something, or have two that say the same.
func sameRole(a, b string) bool {
	in := words(b)
	for v := range each(words(a)) {
		for w := range each(in) {
			if v = plainRole(v); len(v) > 3 && v != "former" && v != "deputy" && v == plainRole(w) {
				return true
			}
		}
	}
	return false
}

// plainRole returns the word that says the same as word does of whatever man or woman, and wherever.
func plainRole(word string) string {
	switch word {
	case "chairman", "chairwoman", "chairperson":
		return "chair"
	case "congressman", "congresswoman":
		return "representative"
	case "spokesman", "spokeswoman":
		return "spokesperson"
	case "justice":
		return "judge"
	case "premier":
		return "prime"
	case "ceo":
		return "executive"
	default:
		return word
	}
}

// slotOf returns what those entities have in common that may be filed under one name, and may get each other's ID when
// nobody bears it any more: the name's words w, and of a person known in full the gender and what the role tells in the
// article, which is returned as well.
func slotOf(e *model.Entity, w string, in *setting) (string, *standing) {
	key := keyOf(e.Type, w)
	switch {
	case own(e):
		return "own " + key, nil
	case e.Type != model.Person || undivided(e.Name):
		return key, nil
	}
	stand := in.standingOf(e)
	return key + e.Gender.String() + stand.key(), stand
}

// newName files e under a name of its own, of the words w and in that slot.
func (l *Library) newName(e *model.Entity, w, slot string, published model.Date) ID {
	w = strings.Clone(w) // as all strings here, it may be a part of the article's text
	n := &name{
		Entity: Entity{Name: strings.Clone(e.Name), Type: e.Type, Gender: e.Gender},
		ruling: e.Ruling, slot: slot, forms: []string{w}, plain: withoutInitials(w),
	}
	n.tellRole(e.Role(), published)
	id := l.newID(slot)
	n.whole, l.names[id-1] = id, n
	if e.Ruling == model.Named && e.Type != model.Unnamed {
		l.given = append(l.given, id)
	}
	l.index(id, w)
	l.touch(e.Type, w)
	return id
}

// newID returns an ID for a name of that slot: the first spare one, or one more.
func (l *Library) newID(slot string) ID {
	if ids := l.spare[slot]; len(ids) > 0 {
		l.spare[slot] = ids[1:]
		return ids[0]
	}
	l.names = append(l.names, nil)
	return ID(len(l.names))
}

// tell adds to n what e says of it.
func (l *Library) tell(n *name, e *model.Entity, published model.Date) {
	news := n.Gender == 0 && e.Gender != 0
	if news {
		n.Gender = e.Gender
	}
	if capitals(n.Name) && !capitals(e.Name) {
		n.respell(e.Name) // a dateline or a headline had it in capitals
	}
	was := n.Role
	n.tellRole(e.Role(), published)
	n.drop(l)
	if news || n.Role != was {
		l.touch(n.Type, n.forms[0])
	}
}

// respell makes s, which has the same words, the name of n, and the name so far one of the others.
func (n *name) respell(s string) {
	n.Aliases = append(slices.DeleteFunc(n.Aliases, func(a string) bool { return a == s }), n.Name)
	n.Aliases = n.Aliases[:min(len(n.Aliases), maxAliases)]
	n.Name = strings.Clone(s)
}

// capitals reports whether s is written in capitals all through: "WASHINGTON", "NATO".
func capitals(s string) bool { return strings.ToUpper(s) == s }

// tellRole adds to n that an article tells role, if it is not "".
func (n *name) tellRole(role string, published model.Date) {
	n.roles.add(role, published.Time)
	n.Role = n.roles.current()
}

// drop forgets what was merged from n.
func (n *name) drop(l *Library) { l.names[n.whole-1].merged = nil }

// in returns the counts of n in article r; no article behind it was counted yet. As often as their number doubles it may
// matter for who is famous.
func (l *Library) in(r Ref, n *name) *Counts {
	k := len(n.Articles)
	if k == 0 || n.Articles[k-1].Ref != r {
		n.Articles = append(n.Articles, Counts{Ref: r})
		if k++; k&(k-1) == 0 {
			l.touch(n.Type, n.forms[0])
		}
	}
	return &n.Articles[len(n.Articles)-1]
}

// alias adds s to the other names of id.
func (l *Library) alias(id ID, s string) {
	n := l.names[id-1]
	if s == n.Name || len(n.Aliases) == maxAliases || slices.Contains(n.Aliases, s) {
		return
	}
	s = strings.Clone(s)
	n.Aliases = append(n.Aliases, s)
	w := words(s)
	if slices.Contains(n.forms, w) {
		return
	}
	n.forms = append(n.forms, w)
	l.index(id, w)
	if shortens(n.Type) {
		l.touch(n.Type, w)
	}
}

// index makes id known under each of the words w.
func (l *Library) index(id ID, w string) {
	for word := range each(w) {
		ids, known := l.byWord[word]
		if !known {
			word = strings.Clone(word)
			l.vocabulary = append(l.vocabulary, word)
		}
		if at, there := slices.BinarySearch(ids, id); !there {
			l.byWord[word] = slices.Insert(ids, at, id)
		}
	}
}

// touch marks what must be linked anew as something was learnt of a name of the words w.
func (l *Library) touch(t model.EntityType, w string) {
	if w != "" && (t == model.Person || shortens(t) && single(w)) {
		l.touched[last(w)] = true
	}
}

// raw returns the name id itself, without what it is counted with; nil for 0.
func (l *Library) raw(id ID) *name {
	if id == 0 {
		return nil
	}
	return l.names[id-1]
}

// whole returns the name that id is counted with.
func (l *Library) whole(id ID) *name { return l.names[l.names[id-1].whole-1] }

// entity returns all that is known of n and its parts.
func (n *name) entity(l *Library) *Entity {
	if len(n.parts) == 0 {
		return &n.Entity
	}
	if n.merged == nil {
		n.merged = n.merge(l)
	}
	return n.merged
}

func (n *name) merge(l *Library) *Entity {
	e := n.Entity
	e.Aliases = slices.Clone(e.Aliases)
	all := slices.Clone(n.roles)
	articles := slices.Clone(n.Articles)
	var genders [3]int // in how many articles
	genders[n.Gender] += len(n.Articles)
	for _, id := range n.parts {
		p := l.names[id-1]
		for _, s := range append([]string{p.Name}, p.Aliases...) {
			if s != e.Name && !slices.Contains(e.Aliases, s) {
				e.Aliases = append(e.Aliases, s)
			}
		}
		for _, t := range p.roles {
			all.put(t)
		}
		genders[p.Gender] += len(p.Articles)
		e.Quotes += p.Quotes
		articles = append(articles, p.Articles...)
	}
	e.Role, e.Articles = all.current(), sum(articles)
	switch m, f := genders[model.Male], genders[model.Female]; {
	case m > f:
		e.Gender = model.Male
	case f > m:
		e.Gender = model.Female
	}
	return &e
}

// sum sorts counts by article and adds up those of the same. It overwrites all.
func sum(all []Counts) []Counts {
	slices.SortStableFunc(all, func(a, b Counts) int { return int(a.Ref - b.Ref) })
	out := all[:0]
	for _, c := range all {
		if k := len(out); k > 0 && out[k-1].Ref == c.Ref {
			out[k-1].Quotes += c.Quotes
			out[k-1].Mentions += c.Mentions
			continue
		}
		out = append(out, c)
	}
	return out
}
