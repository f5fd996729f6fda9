package library

import (
	"slices"
	"strings"

	"reader/model"
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

// standingOf returns what the role of e, a person of the article, tells; nil if that contradicts nothing.
func (s *setting) standingOf(e *model.Entity) *standing {
	role := words(e.Role())
	if role == "" || len(role) > maxRole {
		return nil
	}
	out := &standing{work: workIn(role), head: strings.Clone(last(head(role)))}
	placed := out.place(s, strings.FieldsFunc(e.Role(), func(r rune) bool { return r == ' ' || r == '-' || r == ',' }))
	if out.work&playing != 0 && (sideBySide("former", role) || strings.Contains(s.Text, "x-"+e.Role())) {
		out.work &^= playing // a former striker may be anything now
	}
	if !placed && out.work&(playing|office) == 0 {
		return nil
	}
	if out.work != 0 {
		out.head = ""
	}
	for _, names := range out.at {
		slices.Sort(names)
	}
	return out
}

// place adds the places named in role, the words of a role as they are written, and reports whether there are any: those
// of the article, and others that are well known.
func (s *standing) place(in *setting, role []string) (placed bool) {
	for len(role) > 0 {
		n := 0
		if startsUpper(role[0]) {
			var name string
			var k placeKind
			if name, k, n = in.longest(role); n == 0 {
				name, k, n = wellKnown(role)
			}
			if n > 0 && k < placeKinds {
				s.at[k], placed = append(s.at[k], name), true
			}
		}
		role = role[max(n, 1):]
	}
	return placed
}

// maxRole is how long a role may be to be looked at.
const maxRole = 200

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
