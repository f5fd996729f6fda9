package name

import (
	"strings"

	"reader/model"
	"reader/model/nlp/doc"
	"reader/model/nlp/feature"
	"reader/model/nlp/gazetteer"
)

// findListed adds names that the field has missed and that the lists know as one thing only: peoples and the
// adjectives of countries, countries and great cities, agencies and newspapers.
func (f *finder) findListed() {
	for i := 0; i < len(f.d.Tokens); {
		n := f.listedAt(i)
		if n == 0 {
			i++
			continue
		}
		f.add(i, i+n, f.kindOfListed(i, i+n))
		i += n
	}
}

// listedAt returns how many tokens the name has that begins at token i, is part of no other, and is one by its capitals
// and the lists; 0 if there is none.
func (f *finder) listedAt(i int) int {
	if f.named[i] || !f.d.Capital(i) || i > 0 && f.d.Glued(i) && f.named[i-1] {
		return 0
	}
	n := f.names.entryAt(i).Len
	for k := i; k < i+n; k++ {
		if f.named[k] {
			return 0
		}
	}
	const unplaced = feature.First | feature.InTitle // where a capital says nothing
	common := gazetteer.Word(f.names.words[i].Lower)&gazetteer.Common != 0
	if n == 1 && common && f.names.words[i].Form&unplaced != 0 || n > 1 && !f.d.Capital(i+n-1) || f.kindOfListed(i, i+n) < 0 {
		return 0
	}
	return n
}

// kindOfListed returns the kind of the entry [first, last) of the lists, -1 if it may be of several or of none.
func (f *finder) kindOfListed(first, last int) int {
	const names = gazetteer.Person | gazetteer.Place | gazetteer.Demonym | gazetteer.Organization | gazetteer.Media | gazetteer.Team
	c := f.names.entry(first, last)
	switch of := c & names; {
	case of == gazetteer.Demonym:
		return other
	case c&gazetteer.Common != 0:
		return -1
	case of&^(gazetteer.Media|gazetteer.Organization) == 0 && of != 0:
		return organization
	case of&^gazetteer.Place == 0 && c&(gazetteer.Country|gazetteer.Large) != 0:
		return place
	}
	return -1
}

// settle makes people of the organizations and places that bear the last words of the name of a person, where most
// of the document has them as a person, and finds them where the field sees no name.
func (f *finder) settle() {
	people := map[string]int{} // by the last words of people's names: how many more times they are a person than not
	for _, m := range f.found {
		for i := m.First + 1; i < m.Last && m.Type == model.Person; i++ {
			people[f.d.LowerIn(f.d.Cover(i, m.Last))]++
		}
	}
	f.findSurnames(people)
	for _, m := range f.found {
		words := f.d.LowerIn(m.Span)
		if _, ok := people[words]; !ok {
			continue
		}
		if m.Type == model.Person {
			people[words]++
		} else {
			people[words]--
		}
	}
	f.settleSurnames(people)
}

// settleSurnames makes people of what the field takes for something else, by people, as in settle.
func (f *finder) settleSurnames(people map[string]int) {
	for i := range f.found {
		m := &f.found[i]
		n, ok := people[f.d.LowerIn(m.Span)]
		if !ok {
			continue
		}
		switch m.Type {
		case model.Organization, model.Place:
			if n > 0 || n == 0 && f.known(m)&^(gazetteer.Person|gazetteer.Common) == 0 { // once, and no list knows it as such
				m.Type = model.Person
			}
		case model.Nationality:
			if f.actsAlone(m) {
				m.Type = model.Person
			}
		default:
		}
	}
}

// known returns what the lists know the name m as.
func (f *finder) known(m *doc.Mention) gazetteer.Class { return f.names.entry(m.First, m.Last) }

// actsAlone reports whether m is the subject of a verb without an article: "English said" is said of one who is called
// English; the adjective would need a noun, "the English" an article.
func (f *finder) actsAlone(m *doc.Mention) bool {
	if m.Last >= len(f.d.Tokens) || m.Last-m.First > 1 || strings.HasSuffix(f.d.Lower(m.First), "s") {
		return false
	}
	if t := f.d.Tokens[m.Last].Tag; t != doc.VERB && t != doc.AUX {
		return false
	}
	if m.First == 0 {
		return true
	}
	switch f.d.Tokens[m.First-1].Tag {
	case doc.DET, doc.ADJ, doc.NUM, doc.PRON:
		return false
	default:
		return true
	}
}

// findSurnames adds the people who are called by their surname alone, which people holds, where the field sees no name: who
// was named in full is meant by it. A word that stands beside another name, or need not be one where it stands, is left alone.
func (f *finder) findSurnames(people map[string]int) {
	for i := range f.d.Tokens {
		if f.named[i] || !f.d.Capital(i) || people[f.d.Lower(i)] == 0 {
			continue
		}
		w := &f.names.words[i]
		const unplaced = feature.First | feature.InTitle // where a capital says nothing
		if w.Form&unplaced != 0 && gazetteer.Word(w.Lower)&gazetteer.Common != 0 || f.beside(i-1) || f.beside(i+1) {
			continue
		}
		f.add(i, i+1, person)
	}
}

// beside reports whether token i is a word with a capital or joins words to one, so that it may be of one name with the next.
func (f *finder) beside(i int) bool {
	if i < 0 || i >= len(f.d.Tokens) {
		return false
	}
	return f.d.Tokens[i].Kind == doc.Word && f.d.Capital(i) && f.names.words[i].Form&feature.First == 0 || f.d.Lower(i) == "-" || f.d.Lower(i) == "&"
}

// takeFirstNames makes the first name that the field leaves outside a part of the person's name that it stands before.
func (f *finder) takeFirstNames() {
	for k := range f.found {
		m := &f.found[k]
		i := m.First - 1
		if m.Type != model.Person || i < 0 || f.named[i] || !f.d.Capital(i) || f.titleAt(i) || f.d.SentenceOf(i) != f.d.SentenceOf(m.First) {
			continue
		}
		if c := gazetteer.Word(f.names.words[i].Lower); c&(gazetteer.Female|gazetteer.Male) == 0 || c&(gazetteer.Common|gazetteer.Title|gazetteer.Role) != 0 {
			continue
		}
		m.First, f.named[i] = i, true
		m.Span = f.d.Cover(i, m.Last)
		m.Gender = f.genderOf(i, m.Last)
	}
}

// settleByMajority makes a name that the document has three times or more, and mostly as one kind, that kind
// everywhere: to the reader it is one thing.
func (f *finder) settleByMajority() {
	const kinds = int(model.Place) + 1
	counts := map[string]*[kinds]int{}
	for _, m := range f.found {
		if int(m.Type) < kinds {
			words := m.Span.In(f.d.Text)
			if counts[words] == nil {
				counts[words] = new([kinds]int)
			}
			counts[words][m.Type]++
		}
	}
	for i := range f.found {
		m := &f.found[i]
		if int(m.Type) >= kinds {
			continue
		}
		of := counts[m.Span.In(f.d.Text)]
		all := of[0] + of[1] + of[2]
		for kind, n := range of {
			if all >= 3 && 10*n >= 7*all {
				m.Type = model.EntityType(kind)
			}
		}
	}
}
