package name

import (
	"reader/model"
	"reader/model/nlp/cluster"
	"reader/model/nlp/doc"
	"reader/model/nlp/gazetteer"
)

// settlePlaces makes places of unknown names of one word that the document uses as one does those of countries: it
// makes an adjective of them, "Orvena … the Orvenan minister", or has them in its dateline, "PORT QUILLAN, Orvena
// (Meridian) —". The adjective is a nationality.
func (f *finder) settlePlaces() {
	places, adjectives := f.unknownCountries()
	for i := range f.found {
		m := &f.found[i]
		switch words := f.d.LowerIn(m.Span); {
		case m.Last-m.First > 1:
		case places[words]:
			m.Type, m.Gender = model.Place, model.UnknownGender
		case adjectives[words]:
			m.Type, m.Gender = model.Nationality, model.UnknownGender
		}
	}
	for i := 0; i < len(f.d.Tokens) && len(adjectives) > 0; i++ {
		if !f.named[i] && f.d.Capital(i) && adjectives[f.d.Lower(i)] {
			f.found = append(f.found, doc.Mention{Span: f.d.Cover(i, i+1), First: i, Last: i + 1, Type: model.Nationality})
			f.named[i] = true
		}
	}
}

// unknownCountries returns the names among those found that are used as countries' are, and the adjectives made of them.
func (f *finder) unknownCountries() (places, adjectives map[string]bool) {
	places, adjectives = map[string]bool{}, map[string]bool{}
	for _, m := range f.found {
		if m.Last-m.First > 1 || m.Type > model.Place || gazetteer.Word(f.names.words[m.First].Lower) != 0 {
			continue
		}
		w := f.d.LowerIn(m.Span)
		if f.inDateline(m) {
			places[w] = true
		}
		for _, ending := range [...]string{"n", "an", "ian", "ese"} {
			if s := f.names.sighted(cluster.Hash(w + ending)); s != nil && !s.lower {
				places[w], adjectives[w+ending] = true, true
			}
		}
	}
	return places, adjectives
}

// inDateline reports whether m is in the dateline, where only places are.
func (f *finder) inDateline(m doc.Mention) bool {
	return m.Span.Start >= f.d.Dateline.Start && m.Span.End <= f.d.Dateline.End
}

// settleBeforeRoles makes a place of what was taken for a person, is known as nobody's name, and stands, as one word, right
// before the role of somebody else: "Garthorpe fisheries inspector Nell Ramsby". No two people follow each other so, but for
// those whose people news has named: "Brandt campaign manager Nell Ramsby".
func (f *finder) settleBeforeRoles() {
	surnames := map[string]bool{}
	for _, m := range f.found {
		if m.Type == model.Person && m.Last-m.First > 1 {
			surnames[f.d.Lower(m.Last-1)] = true
		}
	}
	for i := 0; i+1 < len(f.found); i++ {
		m, next := &f.found[i], &f.found[i+1]
		if m.Type != model.Person || m.Last-m.First > 1 || next.Type != model.Person || surnames[f.d.Lower(m.First)] {
			continue
		}
		if gazetteer.Word(f.names.words[m.First].Lower)&gazetteer.Person == 0 && f.role(m.Last, next.First) {
			m.Type, m.Gender = model.Place, model.UnknownGender
		}
	}
}

// maxOffice is how many tokens the role between a place and a name has at most: harbour safety officer.
const maxOffice = 5

// role reports whether the tokens [first, last) are nothing but words in small letters for what a person does.
func (f *finder) role(first, last int) bool {
	if first >= last || last-first > maxOffice {
		return false
	}
	for i := first; i < last; i++ {
		switch t := f.d.Tokens[i]; {
		case t.Tag == doc.VERB, t.Tag == doc.AUX, t.Tag == doc.CCONJ, t.Tag == doc.DET, t.Tag == doc.PRON, t.Tag == doc.PART, f.d.Capital(i), t.Kind != doc.Word && f.d.Lower(i) != "-":
			return false
		}
	}
	return f.titleAt(last-1) || gazetteer.Word(f.names.words[last-1].Lower)&gazetteer.Role != 0
}
