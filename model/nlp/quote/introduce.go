package quote

import (
	"strings"
	"unicode/utf8"

	"reader/model"
	"reader/model/nlp/cluster"
	"reader/model/nlp/doc"
	"reader/model/nlp/gazetteer"
)

// bearer is who bears a name, or may; 0 if several people do.
type bearer struct {
	id    model.EntityID
	words int // of the full name
}

// peopleByName returns the people of the article by what they may be called: full name, first name, last names, initials.
func (f *finder) peopleByName() map[string]bearer {
	people := map[string]bearer{}
	for i := range f.d.Entities {
		if e := &f.d.Entities[i]; e.Type == model.Person && len(e.Name) < maxIndexed {
			indexPerson(people, strings.Fields(strings.ToLower(e.Name)), model.EntityID(i+1))
		}
	}
	return people
}

// maxIndexed is how many bytes a name has at most by which somebody can be called.
const maxIndexed = 60

// indexPerson adds the person id to people by the words of the name. Who is named in full has the surname rather than who
// is named by title alone.
func indexPerson(people map[string]bearer, name []string, id model.EntityID) {
	for len(name) > 1 && gazetteer.Word(cluster.Hash(name[0]))&gazetteer.Title != 0 {
		name = name[1:]
	}
	put := func(label string) {
		switch b, ok := people[label]; {
		case !ok, b.words == 1 && len(name) > 1:
			people[label] = bearer{id, len(name)}
		case b.words > 1 && len(name) == 1, b.id == id:
		default:
			people[label] = bearer{0, b.words}
		}
	}
	var initials strings.Builder
	for i, w := range name {
		put(strings.Join(name[i:], " "))
		r, _ := utf8.DecodeRuneInString(w)
		initials.WriteRune(r)
	}
	if len(name) > 1 {
		put(name[0])
		put(initials.String())
	}
}

// introduce settles the labels that name nobody of whom the article tells: a full name, whose bearer the transcript
// itself introduces and may call by surname afterwards, a surname that speaks again, and whoever asks twice.
func (t *transcript) introduce() {
	for i := range t.lines {
		l := &t.lines[i]
		v := t.talkers[l.label]
		if v == nil || v.kind != other || v.turns == 0 {
			continue
		}
		last := t.d.Lower(l.name.last - 1)
		surname := t.talkers[last]
		if surname != nil && surname.kind != other {
			surname = nil
		}
		switch {
		case t.fullName(l) && (t.class(l.name.first)&firstNames != 0 || v.spoken > 0 && (v.turns > 1 || surname != nil)):
			v.kind, v.sure = known, 0.95
			if surname != nil {
				v.take(surname)
				t.talkers[last] = v
			}
		case v.turns > 1 && 2*v.asks >= v.turns:
			v.kind = question
		case v.turns > 1 && v.spoken > 0 && l.name.last == l.name.first+1 && t.class(l.name.first)&(gazetteer.Surname|gazetteer.Common) == gazetteer.Surname:
			v.kind, v.sure = known, 0.9
		}
	}
}

// take adds what was counted for another label of v.
func (v *talker) take(w *talker) {
	v.turns += w.turns
	v.asks += w.asks
	v.self += w.self
	v.own += w.own
	v.spoken += w.spoken
}

// fullName reports whether the label of l can be the full name of a person: two words or three.
func (t *transcript) fullName(l *line) bool {
	words := 0
	for i := l.name.first; i < l.name.last; i++ {
		switch {
		case t.d.Tokens[i].Kind != doc.Word:
			continue
		case parts[t.d.Lower(i)], determiners[t.d.Lower(i)], t.word(i, "of", "and"):
			return false
		}
		words++
	}
	return words == 2 || words == 3
}

// meet makes the label of l a mention of v, a person, who becomes an entity if the article has not named them.
func (t *transcript) meet(v *talker, l *line) {
	if v.several {
		return
	}
	m := t.mentionAt(l.name.last - 1)
	if v.id == 0 && m != nil && m.Entity != 0 && m.First == l.name.first && m.Last == l.name.last {
		v.id = m.Entity
		t.d.Entities[v.id-1].Type = model.Person
	}
	if v.id == 0 {
		name := t.d.Cover(l.name.first, l.name.last).In(t.d.Text)
		t.d.Entities = append(t.d.Entities, model.Entity{Name: name, Type: model.Person})
		v.id = model.EntityID(len(t.d.Entities))
	}
	e := &t.d.Entities[v.id-1]
	e.Name = capitalised(e.Name)
	for i := l.name.first; i < l.name.last; i++ {
		if t.mentions[i] != 0 {
			return
		}
	}
	t.refer(l.name, v.id, model.Name, model.LinkSurname, 0)
}

// capitalised returns name as it stands in running text: "Ann Lee" of "ANN LEE".
func capitalised(name string) string {
	words := strings.Fields(name)
	if strings.ToUpper(name) != name || len(words) < 2 {
		return name
	}
	for i, w := range words {
		_, n := utf8.DecodeRuneInString(w)
		words[i] = w[:n] + strings.ToLower(w[n:])
	}
	return strings.Join(words, " ")
}

// firstNames is the classes of first names.
const firstNames = gazetteer.Female | gazetteer.Male

var determiners = set("the", "a", "an", "this", "that", "my", "our", "your")
