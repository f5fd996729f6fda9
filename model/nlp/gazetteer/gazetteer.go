// Package gazetteer knows names: some 130,000 first names, surnames, places, peoples, organizations and roles
// from open lists. What is in it may be a name of the kind; "Reading" is a city and a common word.
package gazetteer

import (
	_ "embed" // the names

	"reader/model/nlp/hash"
)

// Class is a set of what a word or a run of words may be.
type Class uint16

// The classes.
const (
	Female       Class = 1 << iota // a first name of women
	Male                           // a first name of men
	Surname                        //
	City                           // of 5,000 people or more, or a capital
	Country                        //
	Region                         // a part of a country, an island, a river, a sea, a continent
	Demonym                        // a people, or the adjective of a country: "Norwegian", "Norwegians"
	Organization                   // a whole name: "World Health Organization", "Toyota"
	OrgWord                        // a part of the names of organizations: "Ministry", "Inc", "University"
	Team                           // a sports club
	Role                           // what a person is: "prime minister", "spokesman"
	Title                          // what stands before a name: "Mr", "Sir", "Dr"
	Media                          // a newspaper, a broadcaster, an agency
	Large                          // of a city: 500,000 people or more, or a capital
	Common                         // an English word, too: "may", "reading"
)

// Person is the classes of the names of people.
const Person = Female | Male | Surname

// Place is the classes of the names of places.
const Place = City | Country | Region

// Match is an entry that was found.
type Match struct {
	Len   int // its words; 0 if there is none
	Class Class
}

// data is laid out to be looked up as it stands: where each bucket begins, as uint32 and with the end behind the
// last; the entries, as uint32, by key: the bits of the key that its bucket leaves open above the number of what is
// known of it; and what is known, as uint32, by number: the class, and above it how many words the longest
// entry has that begins with this word. All is little-endian.
//
//go:embed names.bin
var data string

const (
	// BucketBits is the number of bits of a key that choose the bucket.
	BucketBits = 13
	// Buckets is the number of buckets.
	Buckets = 1 << BucketBits

	entriesAt = 4 * (Buckets + 1)
	classBits = 16
)

// MaxLen is the number of words of the longest entry.
const MaxLen = 8

// Key returns the key of a hash, by which the entries are sorted. No two hashes have one key.
func Key(hash uint32) uint32 { return hash * 0x9e3779b1 }

// Join returns the hash of the entry that follows from that of its first words and of the next word.
func Join(entry, word uint32) uint32 { return hash.Mix(entry, word) }

// Word returns the classes of the word with a hash by cluster.Hash of its lower case, 0 if it is not known. It costs
// about 10 ns.
func Word(hash uint32) Class { return Class(find(hash)) }

// Longest returns the longest entry that words begin with; they are hashes by cluster.Hash of words in lower case, which
// package token has split. It costs about 10 ns, and as much again for each length to try: few words begin a longer entry.
func Longest(words []uint32) Match {
	if len(words) == 0 {
		return Match{}
	}
	first := find(words[0])
	best := Match{Class: Class(first)}
	if best.Class != 0 {
		best.Len = 1
	}
	entry := words[0]
	for i, end := 1, min(len(words), int(first>>classBits)); i < end; i++ {
		entry = Join(entry, words[i])
		if c := Class(find(entry)); c != 0 {
			best = Match{Len: i + 1, Class: c}
		}
	}
	return best
}

// find returns what is known of an entry.
func find(hash uint32) uint32 {
	key := Key(hash)
	b := int(key >> (32 - BucketBits))
	open := key << BucketBits >> BucketBits
	for i, end := number(4*b), number(4*b+4); i < end; i++ {
		entry := number(entriesAt + 4*int(i))
		if rest := entry >> BucketBits; rest >= open {
			if rest > open {
				break
			}
			known := entriesAt + 4*int(number(4*Buckets))
			return number(known + 4*int(entry&(Buckets-1)))
		}
	}
	return 0
}

// number returns the number at a place of the data.
func number(at int) uint32 {
	s := data[at : at+4]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}
