package library

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reader/model"
	"reader/model/nlp/cluster"
	"reader/model/nlp/gazetteer"
)

// placeKind says how large a place is.
type placeKind uint8

// The kinds of places.
const (
	town       placeKind = iota // or a place of which no more is known
	region                      // a part of a country, or more than one country
	land                        // a country, or its people
	placeKinds                  // no place
)

// setting is the article that entities are filed from: what a role tells depends on the places around it.
type setting struct {
	*model.Article
	places map[string]placeKind // made by placeNames
}

// placeNames returns the places that the article names, in the words of their names without "the", and its other names, which
// are none.
func (s *setting) placeNames() map[string]placeKind {
	if s.places != nil {
		return s.places
	}
	s.places = map[string]placeKind{}
	for i := range s.Entities {
		e := &s.Entities[i]
		kind := placeKinds
		switch e.Type {
		case model.Nationality:
			kind = land
		case model.Place:
			kind = kindOf(e.Name)
		case model.Organization:
		default:
			continue
		}
		s.places[strings.TrimPrefix(words(e.Name), "the ")] = kind
	}
	return s.places
}

// maxPlace is how many words the name of a place may have to be looked for in a role.
const maxPlace = 4

// longest returns the longest name of the article that role begins with, what it is and how many words it has; 0 if there
// is none.
func (s *setting) longest(role []string) (name string, k placeKind, n int) {
	places := s.placeNames()
	for n = min(len(role), maxPlace); n > 0; n-- {
		name = words(strings.Join(role[:n], " "))
		if k, ok := places[name]; ok {
			return name, k, n
		}
	}
	return "", 0, 0
}

// wellKnown returns the same for the names that the gazetteer has.
func wellKnown(role []string) (name string, k placeKind, n int) {
	hashes := make([]uint32, min(len(role), maxPlace))
	for i := range hashes {
		hashes[i] = cluster.Hash(strings.ToLower(role[i]))
	}
	m := gazetteer.Longest(hashes)
	k = placeKinds // no place
	another := m.Class & (gazetteer.Common | gazetteer.Person | gazetteer.Team | gazetteer.Organization)
	if another == 0 || another&^gazetteer.Person == 0 && m.Class&(gazetteer.Large|gazetteer.Demonym) != 0 {
		k = classed(m.Class)
	}
	return words(strings.Join(role[:m.Len], " ")), k, m.Len
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// kindOf returns how large the place name is.
func kindOf(name string) placeKind {
	parts := strings.Fields(strings.ToLower(name))
	hashes := make([]uint32, len(parts))
	for i, w := range parts {
		hashes[i] = cluster.Hash(w)
	}
	m := gazetteer.Longest(hashes)
	if k := classed(m.Class); m.Len == len(parts) && k != placeKinds {
		return k
	}
	return town
}

// classed returns how large a place of class c is; placeKinds if it is none.
func classed(c gazetteer.Class) placeKind {
	switch {
	case c&(gazetteer.Country|gazetteer.Demonym) != 0:
		return land
	case c&gazetteer.City != 0:
		return town
	case c&gazetteer.Region != 0:
		return region
	default:
		return placeKinds
	}
}

// sameTown reports whether two names may be of one town or region: one holds the other.
func sameTown(a, b string) bool { return sideBySide(a, b) || sideBySide(b, a) }

// sameLand reports whether two names may be of one country or its people: two of their words begin alike, "Russia"
// and "Russian", or they are known to be.
func sameLand(a, b string) bool {
	if c := country(a); c != "" && c == country(b) {
		return true
	}
	for v := range each(a) {
		for w := range each(b) {
			if len(v) > 1 && len(w) > 1 && v[:2] == w[:2] {
				return true
			}
		}
	}
	return false
}

// country returns the country of a name that does not begin as the country's does, or "".
func country(name string) string {
	switch name {
	case "us", "usa", "united states", "united states of america", "america", "american", "americans":
		return "us"
	case "uk", "united kingdom", "great britain", "britain", "british", "english", "england", "scottish", "scotland", "welsh", "wales",
		"northern ireland", "northern irish":
		return "uk"
	case "netherlands", "holland", "dutch":
		return "nl"
	case "denmark", "danish", "danes":
		return "dk"
	case "philippines", "filipino", "filipina", "filipinos":
		return "ph"
	case "uae", "united arab emirates", "emirati":
		return "ae"
	case "myanmar", "burma", "burmese":
		return "mm"
	}
	return ""
}
