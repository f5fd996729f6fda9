package name

import "reader/model"

// typeOf returns the type of the name [first, last) of a kind, and whether it has one.
func (f *finder) typeOf(first, last, kind int) (model.EntityType, bool) {
	head := f.d.Lower(last - 1)
	switch kind {
	case person:
		return model.Person, true
	case organization:
		return model.Organization, true
	case place:
		return model.Place, true
	}
	switch name := f.d.LowerIn(f.d.Cover(first, last)); {
	case nationalities[name]:
		return model.Nationality, true
	case last-first == 1:
		return 0, false
	case laws[head]:
		return model.Law, true
	case events[head]:
		return model.Event, true
	case facilities[head]:
		return model.Facility, true
	}
	return 0, false
}
