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
