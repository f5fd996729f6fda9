package name

import (
	"reader/model"
	"reader/model/nlp/gazetteer"
)

// typeOf returns the type of the name [first, last) of a kind, and whether it has one.
func (f *finder) typeOf(first, last, kind int) (model.EntityType, bool) {
	if f.national(first, last) {
		return model.Nationality, true
	}
	head := f.d.Lower(last - 1)
	switch {
	case nameless[f.d.Lower(first)] && (last-first == 1 || f.d.Lower(first+1) == "-"): // also "Covid-19"
		return 0, false
	case kind == person:
		return model.Person, true
	case kind == organization && f.country(first, last):
		return model.Place, true
	case kind == organization && last-first > 1 && contests[head]:
		return model.Event, true
	case kind == organization:
		return model.Organization, true
	case last-first > 1 && facilities[head]:
		return model.Facility, true
	case kind == place:
		return model.Place, true
	case last-first == 1:
		return 0, false
	case laws[head]:
		return model.Law, true
	case events[head], happenings[f.d.Lower(first)]:
		return model.Event, true
	case f.inMarks(first, last):
		return model.Work, true
	}
	return 0, false
}

// inMarks reports whether just the tokens [first, last) stand between quotation marks, as the title of a work does.
func (f *finder) inMarks(first, last int) bool {
	return first > 0 && last < len(f.d.Tokens) && quotationMarks[f.d.Word(first-1)] && quotationMarks[f.d.Word(last)]
}

// country reports whether the name [first, last) is that of a country and of no organization.
func (f *finder) country(first, last int) bool {
	class := f.names.entry(first, last)
	return class&gazetteer.Country != 0 && class&(gazetteer.Organization|gazetteer.Team|gazetteer.Media) == 0
}

// national reports whether the name [first, last) is of a people or the adjective of a country and can be nothing
// else: "South Korean".
func (f *finder) national(first, last int) bool {
	if last-first > 2 {
		return false
	}
	class := f.names.entry(first, last)
	return class&gazetteer.Demonym != 0 && class&(gazetteer.Place|gazetteer.Person) == 0
}
