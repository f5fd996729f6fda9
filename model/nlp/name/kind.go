package name

import (
	"reader/model"
)

// typeOf returns the type of c by its words and those around it, and whether that is weak evidence.
func (f *finder) typeOf(c candidate) (kind int, weak bool) {
	if k := f.listed(c); k != open {
		return k, false
	}
	first, last := f.d.Lower(c.first), f.d.Lower(c.last-1)
	switch {
	case c.last-c.first > 1 && (bodyHeads[last] || bodyHeads[first]):
		return int(model.Organization), false
	case c.last-c.first > 1 && (placeHeads[last] || placeHeads[first]):
		return int(model.Place), false
	case firstNames[first] != 0 && c.last-c.first > 1 && c.last-c.first < 5:
		return int(model.Person), false
	case f.d.Dateline.Contains(f.d.Cover(c.first, c.last)):
		return int(model.Place), false
	case c.last-c.first == 1 && acronymLike(f.d.Word(c.first)):
		return int(model.Organization), false
	case f.speaks(c) && c.last-c.first > 1:
		return int(model.Person), false
	case f.located(c):
		return int(model.Place), c.last-c.first == 1
	case c.last-c.first > 1 && c.last-c.first < 5:
		return int(model.Person), true
	case f.speaks(c):
		return int(model.Person), true
	case c.last-c.first > 4:
		return int(model.Organization), true
	}
	return int(model.Person), true
}

// listed returns the type of a name that is in a list, or open.
func (f *finder) listed(c candidate) int {
	name := f.d.LowerIn(f.d.Cover(c.first, c.last))
	switch {
	case nationalities[name]:
		return int(model.Nationality)
	case countries[name], places[name]:
		return int(model.Place)
	case bodies[name]:
		return int(model.Organization)
	case titles[name], common[name]:
		return none
	}
	return open
}

// speaks reports whether a verb of saying stands right behind or before c.
func (f *finder) speaks(c candidate) bool {
	return c.last < len(f.d.Tokens) && speech[f.d.Lower(c.last)] || c.first > 0 && speech[f.d.Lower(c.first-1)]
}

// located reports whether a preposition of place stands in front of c.
func (f *finder) located(c candidate) bool {
	if c.first == 0 {
		return false
	}
	switch f.d.Lower(c.first - 1) {
	case "in", "near", "at", "from", "outside", "across", "throughout":
		return true
	}
	return false
}
