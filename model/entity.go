package model

import "strings"

// EntityID names an entity within one article, from 1; 0 is none.
type EntityID uint32

// EntityType says what kind of thing an entity is.
type EntityType uint8

// The types of entities.
const (
	Person EntityType = iota
	Organization
	Place
	Nationality // Russian, Azeri
	Event
	Work
	Product
	Law
	Facility
	DateTime
	Money
	Percent
	Quantity
	Unnamed // a speaker without a name: "a spokesman for the ministry"
)

// String returns the name of t in exported articles.
func (t EntityType) String() string {
	return [...]string{
		"person", "organization", "place", "nationality", "event", "work", "product", "law", "facility",
		"date", "money", "percent", "quantity", "unnamed",
	}[t]
}

// Gender is the grammatical gender by which English refers to a person.
type Gender uint8

// The genders a pronoun can tell.
const (
	UnknownGender Gender = iota
	Male
	Female
)

// String returns "", "male" or "female".
func (g Gender) String() string { return [...]string{"", "male", "female"}[g] }

// Contradicts reports whether nobody can be of both genders, as far as they are known.
func (g Gender) Contradicts(h Gender) bool {
	return g != UnknownGender && h != UnknownGender && g != h
}

// Entity is a person, organization, place or other thing that an article mentions.
type Entity struct {
	Name   string // the fullest name the article gives it, without titles
	Detail string // what else the article tells: see Role and Value
	Type   EntityType
	Gender Gender
	Ruling Ruling
}

// Role returns the role of a person, an organization or whoever else can have one: "NATO Secretary-General", or "".
func (e *Entity) Role() string {
	if e.Type.Measures() {
		return ""
	}
	return e.Detail
}

// Value returns what a date, an amount of money, a percentage or a quantity comes to: "2011-06-08", "USD 10000000",
// or "".
func (e *Entity) Value() string {
	if e.Type.Measures() {
		return e.Detail
	}
	return ""
}

// Short returns the surname of a person, and of anything else the name.
func (e *Entity) Short() string { return Short(e.Name, e.Type) }

// Short returns the surname of a person of that name, and of anything else the name.
func Short(name string, t EntityType) string {
	if t != Person {
		return name
	}
	at := strings.LastIndexByte(name, ' ') + 1
	for at > 0 {
		before := strings.LastIndexByte(name[:at-1], ' ') + 1
		if before == 0 || !isParticle(name[before:at-1]) {
			break
		}
		at = before
	}
	return name[at:]
}

// isParticle reports whether word is part of the surname behind it, as in "van der Roest".
func isParticle(word string) bool {
	switch strings.ToLower(word) {
	case "van", "von", "der", "den", "de", "du", "des", "del", "della", "di", "da", "dos", "la", "le", "ter", "ten", "zu", "bin", "ibn", "al", "el",
		"ní", "nic", "ó", "uí", "mac", "mc", "st.", "st":
		return true
	}
	return false
}

// Measures reports whether entities of type t are times and amounts.
func (t EntityType) Measures() bool { return t >= DateTime && t <= Quantity }

// Speaks reports whether entities of type t can be the speaker of a quote.
func (t EntityType) Speaks() bool { return t <= Place || t == Unnamed }

// Ruling is what a person decided about an entity.
type Ruling uint8

// The rulings. The library heeds Named and Apart when it looks for one person in many articles.
const (
	Unruled Ruling = iota
	Edited         // its mentions are not those that the analysis tied to it
	Named          // its name was given by a person: it is whoever bears that name in the library
	Apart          // it is nobody of another article, whatever its name
)

// Decides reports whether r says who an entity is in the library, whatever the evidence tells.
func (r Ruling) Decides() bool { return r == Named || r == Apart }

// Form says how a mention refers to its entity.
type Form uint8

// The forms of mentions.
const (
	Name    Form = iota // a proper name or a part of one
	Nominal             // "the minister", "the alliance"
	Pronoun             // "he"
)

// String returns the name of f in exported articles.
func (f Form) String() string { return [...]string{"name", "nominal", "pronoun"}[f] }

// Mention is a stretch of text that refers to an entity. A name's span is the name without titles.
type Mention struct {
	Span   Span
	Entity EntityID
	Field  Field
	Form   Form
	Link   Link
	Back   uint8 // its antecedent, where that is known, stands so many mentions before it; 0: see Tracer
}

// Calls reports whether m is what an entity of type t is called: a name, or a description of who has none.
func (m *Mention) Calls(t EntityType) bool {
	return m.Form == Name || m.Form == Nominal && t == Unnamed
}

// Link is the evidence that ties a mention to its entity: the sieve of coreference resolution that matched.
type Link uint8

// The links, surest first.
const (
	LinkFirst      Link = iota // the mention that introduces its entity
	LinkSame                   // the same string
	LinkAlias                  // a known other name
	LinkAcronym                // the initials of the name
	LinkSurname                // a part of the name, with or without a title
	LinkAppositive             // "Azimov, the deputy foreign minister,"
	LinkRole                   // "the minister": the one person with that role
	LinkPronoun                // "he": the nearest person that fits
	LinkUser                   // a person said so
)

// Name returns the name of l in exported articles.
func (l Link) Name() string {
	return [...]string{"first", "same", "alias", "acronym", "surname", "appositive", "role", "pronoun", "user"}[l]
}

// String says in plain words what ties a mention to its entity.
func (l Link) String() string {
	return [...]string{
		"named here first", "same name", "known alias", "acronym", "part of the name", "in apposition", "by role", "by pronoun",
		"you said so",
	}[l]
}
