package library

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reader/model"
	"reader/model/nlp/cluster"
	"reader/model/nlp/gazetteer"
)

// standing is what a role tells of who a person is and is not: what they do, and where. Two people of one name are
// two if their genders differ, if they do different kinds of work in different places, or if one plays a sport that
// the other cannot while in office. Whoever moves up, from mayor to minister, stays who they are.
type standing struct {
	at   [placeKinds][]string // the places named in the role
	work work
	head string // the noun of the role, for work of no known kind
}

// work is a set of kinds of work that a role may be of.
type work uint16

// The kinds of work.
const (
	office work = 1 << iota // politics and the state
	service
	church
	sport
	playing
	medicine
	arts
	learning
	court
	business
	press
	anyWork = 1<<iota - 1 // a chief, a spokesman: it takes another word to tell
)

// workOf returns the kinds of work that a word of a role tells of.
func workOf(word string) work {
	switch word {
	case "president", "minister", "premier", "chancellor", "mayor", "governor", "senator", "congressman", "congresswoman",
		"lawmaker", "legislator", "councillor", "councilman", "councilwoman", "councilor", "alderman", "mp", "mep", "deputy",
		"ambassador", "envoy", "diplomat", "consul", "undersecretary", "politician", "representative", "king", "queen",
		"prince", "princess", "ministry", "parliament", "senate", "congress", "council", "party", "cabinet", "republican",
		"democrat", "conservative", "labour", "candidate", "treasurer", "speaker", "whip", "secretary":
		return office
	case "police", "fire", "army", "navy", "sheriff", "constable", "detective", "inspector", "superintendent", "sergeant",
		"lieutenant", "captain", "colonel", "general", "admiral", "commodore", "commander", "soldier", "firefighter",
		"paramedic", "coastguard", "marshal", "patrol", "warden", "ranger":
		return service
	case "bishop", "archbishop", "cardinal", "pope", "priest", "pastor", "vicar", "rector", "imam", "rabbi", "nun", "monk",
		"cleric", "chaplain", "deacon", "abbot":
		return church
	case "coach", "trainer", "referee", "umpire", "team", "club", "football", "soccer", "rugby", "cricket", "basketball",
		"hockey", "tennis", "baseball":
		return sport
	case "goalkeeper", "striker", "midfielder", "defender", "winger", "footballer", "quarterback", "pitcher", "catcher",
		"batsman", "batter", "bowler", "cricketer", "swimmer", "sprinter", "runner", "cyclist", "boxer", "golfer", "gymnast",
		"skater", "skier", "rower", "jockey", "hurdler", "centre-back", "fullback":
		return sport | playing
	case "doctor", "physician", "surgeon", "nurse", "midwife", "dentist", "psychiatrist", "psychologist", "pharmacist",
		"virologist", "epidemiologist", "veterinarian", "hospital", "coroner":
		return medicine
	case "actor", "actress", "singer", "musician", "painter", "sculptor", "novelist", "poet", "playwright", "filmmaker",
		"composer", "conductor", "dancer", "comedian", "author", "artist", "photographer", "rapper", "guitarist":
		return arts
	case "professor", "lecturer", "teacher", "scientist", "researcher", "historian", "economist", "biologist", "chemist",
		"physicist", "geologist", "hydrologist", "astronomer", "philosopher", "sociologist", "scholar", "student", "headteacher",
		"university", "college", "school", "archaeologist", "meteorologist", "dean":
		return learning
	case "judge", "justice", "magistrate", "prosecutor", "lawyer", "attorney", "solicitor", "barrister", "counsel", "court":
		return court
	case "executive", "banker", "broker", "trader", "investor", "financier", "retailer", "entrepreneur", "businessman",
		"businesswoman", "company", "bank", "developer":
		return business
	case "reporter", "journalist", "correspondent", "editor", "columnist", "presenter", "broadcaster", "publisher":
		return press
	case "chief", "head", "leader", "boss", "director", "manager", "chairman", "chairwoman", "chair", "chairperson",
		"official", "officer", "spokesman", "spokeswoman", "spokesperson", "member", "adviser", "advisor", "aide", "expert",
		"analyst", "founder", "owner", "veteran", "volunteer", "witness", "activist", "campaigner", "organizer", "worker",
		"assistant", "commissioner", "administrator", "consultant", "agent", "delegate", "coordinator", "principal":
		return anyWork
	}
	return 0
}

// workIn returns the kinds of work that the words role tell of; 0: nothing is known of them.
func workIn(role string) work {
	var told, may work
	for w := range each(role) {
		if k := workOf(w); k == anyWork {
			may = anyWork
		} else {
			told |= k
		}
	}
	if told == 0 {
		return may
	}
	return told
}

// standingOf returns what the role of e, a person of article a, tells; nil if that contradicts nothing.
func (p places) standingOf(e *model.Entity, a *model.Article) *standing {
	role := words(e.Role)
	if role == "" || len(role) > maxRole {
		return nil
	}
	s := &standing{work: workIn(role), head: last(head(role))}
	placed := s.place(p, strings.FieldsFunc(e.Role, func(r rune) bool { return r == ' ' || r == '-' || r == ',' }))
	if s.work&playing != 0 && (strings.Contains(a.Text, "ormer "+e.Role) || strings.Contains(a.Text, "x-"+e.Role)) {
		s.work &^= playing // a former striker may be anything now
	}
	if !placed && s.work&(playing|office) == 0 {
		return nil
	}
	if s.work != 0 {
		s.head = ""
	}
	for _, names := range s.at {
		slices.Sort(names)
	}
	return s
}

// place adds the places named in role, the words of a role as they are written, and reports whether there are any: those
// of the article, and others that are well known.
func (s *standing) place(p places, role []string) (placed bool) {
	for i := 0; i < len(role); {
		name, k, n := p.longest(role[i:])
		if n == 0 && startsUpper(role[i]) {
			name, k, n = wellKnown(role[i:])
		}
		if n > 0 && k < placeKinds {
			s.at[k], placed = append(s.at[k], name), true
		}
		i += max(n, 1)
	}
	return placed
}

// longest returns the longest name of p that role begins with, what it is and how many words it has; 0 if there is none.
func (p places) longest(role []string) (name string, k placeKind, n int) {
	for n = min(len(role), maxPlace); n > 0; n-- {
		name = words(strings.Join(role[:n], " "))
		if k, ok := p[name]; ok {
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

// How long a role may be, and how many words the name of a place, to be looked at.
const (
	maxRole  = 200
	maxPlace = 4
)

// key returns what is the same for standings that do not differ.
func (s *standing) key() string {
	if s == nil {
		return ""
	}
	parts := []string{string(rune(s.work)), s.head}
	for _, names := range s.at {
		parts = append(parts, strings.Join(names, ","))
	}
	return strings.Join(parts, "|")
}

// contradicts returns why nobody can be what both s and t tell; 0 if somebody can.
func (s *standing) contradicts(t *standing) Reason {
	switch {
	case s == nil || t == nil || s.work&t.work != 0 || s.work == 0 && t.work == 0 && s.head == t.head:
		return 0
	case disjoint(s.at[town], t.at[town], sameTown), disjoint(s.at[region], t.at[region], sameTown), disjoint(s.at[land], t.at[land], sameLand):
		return OtherPlace
	case s.work&playing != 0 && t.work&office != 0, s.work&office != 0 && t.work&playing != 0:
		return OtherWork
	}
	return 0
}

// shares reports whether s and t name one place.
func (s *standing) shares(t *standing) bool {
	if s == nil || t == nil {
		return false
	}
	for k := range s.at {
		if overlap(s.at[k], t.at[k], func(a, b string) bool { return a == b }) {
			return true
		}
	}
	return false
}

// disjoint reports whether there are names in a and in b, and none of a may be one of b.
func disjoint(a, b []string, same func(a, b string) bool) bool {
	return len(a) > 0 && len(b) > 0 && !overlap(a, b, same)
}

func overlap(a, b []string, same func(a, b string) bool) bool {
	return slices.ContainsFunc(a, func(v string) bool {
		return slices.ContainsFunc(b, func(w string) bool { return same(v, w) })
	})
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

// places are the places that an article names, in the words of their names, and its other names, which are none.
type places map[string]placeKind

// placeKind says how large a place is.
type placeKind uint8

// The kinds of places.
const (
	town       placeKind = iota // or a place of which no more is known
	region                      // a part of a country, or more than one country
	land                        // a country, or its people
	placeKinds                  // no place
)

// placesOf returns the places that a names; nil if no person in a has a role.
func placesOf(a *model.Article) places {
	titled := func(e model.Entity) bool { return e.Type == model.Person && e.Role != "" }
	if !slices.ContainsFunc(a.Entities, titled) {
		return nil
	}
	out := places{}
	for i := range a.Entities {
		e := &a.Entities[i]
		switch e.Type {
		case model.Nationality:
			out[words(e.Name)] = land
		case model.Place:
			out[words(e.Name)] = kindOf(e.Name)
		case model.Organization:
			out[words(e.Name)] = placeKinds
		default:
		}
	}
	return out
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
