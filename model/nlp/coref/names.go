package coref

import (
	"slices"
	"strings"

	"reader/model"
	"reader/model/nlp/doc"
)

// linkNames ties every name and value to an entity, in the order of the text.
func (r *resolver) linkNames() {
	for i := range r.d.Mentions {
		m := &r.d.Mentions[i]
		words := r.words(m)
		if guessed(m, words) && r.borne(words[0]) {
			m.Gender = model.UnknownGender // "Kelly" is no woman where it is the surname of Tom Kelly
		}
		id, link := r.match(m, words)
		if id == 0 {
			r.entities = append(r.entities, entity{
				Entity: model.Entity{Name: m.Span.In(r.d.Text), Type: m.Type, Detail: m.Value}, words: words, first: m.First,
			})
			id, link = model.EntityID(len(r.entities)), model.LinkFirst
		}
		m.Entity, m.Link = id, link
		r.learn(&r.entities[id-1], m, words)
	}
}

// learn takes over what m tells about e.
func (r *resolver) learn(e *entity, m *doc.Mention, words []string) {
	if longer(words, e.words) {
		e.Name, e.words = m.Span.In(r.d.Text), words
	}
	if e.Gender == model.UnknownGender || e.guessed && m.Gender != model.UnknownGender {
		e.Gender, e.guessed = m.Gender, guessed(m, words)
	}
	e.last = m.First
	if len(words) == 1 && words[0] == e.words[len(e.words)-1] {
		e.short = words[0]
	}
}

// guessed reports whether the gender of m, which words are, is that of a first name which may be a surname here: "Kelly".
// A title tells better: "Mrs. Kelly".
func guessed(m *doc.Mention, words []string) bool { return len(words) == 1 && m.Title.Empty() }

// longer reports whether a is the fuller name: more words, or more letters in as many.
func longer(a, b []string) bool {
	if len(a) != len(b) {
		return len(a) > len(b)
	}
	return len(strings.Join(a, "")) > len(strings.Join(b, ""))
}

// match returns the entity that m names, and how it is known; 0 if it is a new one or could be several.
func (r *resolver) match(m *doc.Mention, words []string) (model.EntityID, model.Link) {
	if len(words) == 0 {
		return 0, 0
	}
	type sieve struct {
		link model.Link
		fits func(e *entity) bool
	}
	sieves := []sieve{{model.LinkSame, func(e *entity) bool { return sameValue(e, m) && slices.Equal(e.words, words) }}}
	switch m.Type {
	case model.Person:
		sieves = append(sieves, sieve{model.LinkSurname, func(e *entity) bool { return partOfName(words, e.words) }})
	case model.Organization, model.Place:
		sieves = append(sieves,
			sieve{model.LinkAlias, func(e *entity) bool {
				return undotted(e.words) == undotted(words) || shortened(words, e.words) || paper(words, e.words)
			}},
			sieve{model.LinkAcronym, func(e *entity) bool { return acronym(words, e.words) || acronym(e.words, words) }})
	default: // only the same string
	}
	for _, s := range sieves {
		if id := r.only(m, s.fits); id != 0 {
			return id, s.link
		}
	}
	if m.Type != model.Person || len(words) > 1 {
		return 0, 0
	}
	if id := r.called(words[0]); id != 0 {
		return id, model.LinkSurname
	}
	return r.justNamed(m, words[0]), model.LinkSurname
}

// called returns the one person who goes by the surname alone, 0 if there is none, or more than one: who was called
// by it first keeps it when a brother or wife comes in, of whom news then gives the first name, too.
func (r *resolver) called(surname string) model.EntityID {
	var found model.EntityID
	for i := range r.entities {
		if e := &r.entities[i]; e.short == surname && e.bears(surname) {
			if found != 0 {
				return 0
			}
			found = model.EntityID(i + 1)
		}
	}
	return found
}

// bears reports whether e is known in full, with that surname.
func (e *entity) bears(surname string) bool {
	return e.Type == model.Person && len(e.words) > 1 && e.words[len(e.words)-1] == surname
}

// borne reports whether somebody bears the surname.
func (r *resolver) borne(surname string) bool {
	for i := range r.entities {
		if r.entities[i].bears(surname) {
			return true
		}
	}
	return false
}

// maxBefore is how many tokens before a surname the full name may stand for the surname to go back to it though others bear it.
const maxBefore = 120

// justNamed returns who of several of the surname that m gives was introduced first and named last, if that is not long
// ago, and in another sentence than the others: writers who mean one of these say so.
func (r *resolver) justNamed(m *doc.Mention, surname string) model.EntityID {
	var first, found model.EntityID
	last, before := -1, -1 // the tokens where two of them were named last
	for i := range r.entities {
		e := &r.entities[i]
		if !e.bears(surname) || e.Gender.Contradicts(m.Gender) {
			continue
		}
		id := model.EntityID(i + 1)
		if first == 0 || e.first < r.entities[first-1].first {
			first = id
		}
		if e.last > last {
			found, last, before = id, e.last, last
		} else {
			before = max(before, e.last)
		}
	}
	if found != first || last < m.First-maxBefore || before >= 0 && r.d.SentenceOf(before) == r.d.SentenceOf(last) {
		return 0
	}
	return found
}

// only returns the one entity of m's type and gender that fits; 0 if there is none, or more than one.
func (r *resolver) only(m *doc.Mention, fits func(e *entity) bool) model.EntityID {
	var found model.EntityID
	for i := range r.entities {
		e := &r.entities[i]
		if e.Type != m.Type || e.Gender.Contradicts(m.Gender) && !e.guessed || !fits(e) {
			continue
		}
		if found != 0 {
			return 0
		}
		found = model.EntityID(i + 1)
	}
	return found
}

// sameValue reports whether e and m, when they have values, have the same.
func sameValue(e *entity, m *doc.Mention) bool { return e.Value() == m.Value }

// partOfName reports whether one of two people's names is a part of the other that ends in the same word
// ("Azimov", "Araz Azimov"), or its first words alone ("Araz"; "Pyotr Ilyich" of "Pyotr Ilyich Lund").
func partOfName(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == len(b) {
		return false
	}
	if slices.Equal(a, b[:len(a)]) {
		return true
	}
	if a[len(a)-1] != b[len(b)-1] {
		return false
	}
	at := 0
	for _, w := range a {
		i := slices.IndexFunc(b[at:], func(x string) bool { return x == w || initial(x, w) || initial(w, x) })
		if i < 0 {
			return false
		}
		at += i + 1
	}
	return true
}

// initial reports whether a is the initial of b: "j." of "john".
func initial(a, b string) bool {
	return len(a) == 2 && a[1] == '.' && len(b) > 1 && a[0] == b[0]
}

// shortened reports whether one name is the other without its last words: "Talvik" of "Talvik Energy".
func shortened(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(a) < len(b) && len(a[0]) > 3 && slices.Equal(a, b[:len(a)]) && companyTail[b[len(b)-1]]
}

// paper reports whether one name is that of a newspaper in short: "The Gazette" of "The Arl Gazette".
func paper(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	short := a[len(a)-1]
	return (len(a) == 1 || len(a) == 2 && a[0] == "the") && len(b) > len(a) && b[len(b)-1] == short && papers[short]
}

// undotted returns the letters of an acronym without dots, "u.n." as "un", and without a leading "the".
func undotted(words []string) string {
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	return strings.ReplaceAll(strings.Join(words, " "), ".", "")
}

// acronym reports whether short is one word made of the initials of long: "IMF", "U.N.".
func acronym(short, long []string) bool {
	if len(short) != 1 || len(long) < 2 {
		return false
	}
	letters := strings.ReplaceAll(short[0], ".", "")
	if len(letters) < 2 {
		return false
	}
	all, capitals := "", ""
	for _, w := range long {
		all += w[:1]
		if !lowerInNames[w] {
			capitals += w[:1]
		}
	}
	return letters == all || letters == capitals
}
