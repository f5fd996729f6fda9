package name

import (
	"reader/model"
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
// of the document has them as a person.
func (f *finder) settle() {
	people := map[string]int{} // by the last words of people's names: how many more times they are a person than not
	for _, m := range f.found {
		for i := m.First + 1; i < m.Last && m.Type == model.Person; i++ {
			people[f.d.LowerIn(f.d.Cover(i, m.Last))]++
		}
	}
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
	for i := range f.found {
		m := &f.found[i]
		if (m.Type == model.Organization || m.Type == model.Place) && people[f.d.LowerIn(m.Span)] > 0 {
			m.Type = model.Person
		}
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
