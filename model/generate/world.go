package generate

import (
	_ "embed" // names of people, towns and outlets
	"slices"
	"strconv"
	"strings"
)

//go:embed names.txt
var namesText string

// pools holds the lists of names.txt.
type pools map[string][]string

func readPools(text string) pools {
	p := pools{}
	for _, s := range sectionsOf(text) {
		for _, line := range s.lines {
			for entry := range strings.SplitSeq(line, ",") {
				p[s.name] = append(p[s.name], strings.TrimSpace(entry))
			}
		}
	}
	return p
}

// world is who and what there is so far. It grows as stories are told, slower than they do.
type world struct {
	*grammar
	pools
	random

	people   []person
	taken    map[string]bool    // the names of people
	families map[string][]int32 // people by surname
	drawn    []urn              // by topic
	towns    []string
	visited  urn
	bodies   []body
	byPlace  map[bodyKey]int32
	outlets  []outlet
}

// person is somebody, with the same work in the same town from 2020 to 2026.
type person struct {
	id            string
	name, surname string
	woman         bool
	topic, role   uint8
	home          int32
	employer      int32
}

// word returns the word that is right for p.
func (p *person) word(ofMan, ofWoman string) string {
	if p.woman {
		return ofWoman
	}
	return ofMan
}

// body is an organization.
type body struct {
	id    string
	name  string // without "the"
	short string // the last word in lower case
}

type bodyKey struct {
	topic, kind int
	town        int32
}

// outlet is a newspaper or an agency, with its habits.
type outlet struct {
	name, host string
	reporters  []string
	titles     bool // "Mr Lee"
	straight   bool // "these" quotation marks
	dateline   bool
}

// The outlets: papers, of which some carry what agencies write, and the agencies.
const (
	papers = 40
	staff  = 6 // reporters of each
)

// urn is what was drawn so far, every time. To draw from it again makes what is frequent more so, which gives the
// distribution of Zipf: Simon, On a Class of Skew Distribution Functions, 1955.
type urn []int32

// fresh reports whether something new is to be drawn: at first nearly always, less often the more was drawn.
func (u urn) fresh(r *random) bool {
	permille := 900
	for n := len(u) >> 5; n > 0; n >>= 1 {
		permille = permille * 2 / 3
	}
	return len(u) == 0 || r.below(1000) < permille
}

func newWorld(seed uint64) *world {
	w := &world{
		grammar: compile(grammarText), pools: readPools(namesText), random: seeded(seed),
		taken: map[string]bool{}, families: map[string][]int32{}, byPlace: map[bodyKey]int32{},
	}
	w.drawn = make([]urn, len(w.topics))
	for i := range papers {
		w.towns = append(w.towns, w.newTown())
		town := w.towns[i]
		paper := w.pools["paper"][i%len(w.pools["paper"])]
		w.outlets = append(w.outlets, w.newOutlet(town+" "+paper, town+"-"+paper))
	}
	for _, name := range w.pools["agency"] {
		w.outlets = append(w.outlets, w.newOutlet(name, name+"-news"))
	}
	return w
}

func (w *world) newOutlet(name, host string) outlet {
	o := outlet{
		name: name, host: strings.ToLower(host) + ".example",
		titles: w.chance(25), straight: w.chance(40), dateline: w.chance(60),
	}
	for range staff {
		full, _ := w.newName(w.chance(50))
		o.reporters = append(o.reporters, full)
	}
	return o
}

// newTown returns the name of a town that is not yet there.
func (w *world) newTown() string {
	for n := 0; ; n++ {
		name := pick(&w.random, w.pools["town"]) + pick(&w.random, w.pools["town ending"])
		if n > 99 {
			name = "New " + name
		}
		if !w.taken[name] {
			w.taken[name] = true
			return name
		}
	}
}

// newName returns a name that nobody bears yet. Some surnames are frequent.
func (w *world) newName(woman bool) (full, surname string) {
	given, stems, endings := w.pools["man"], w.pools["surname"], w.pools["surname ending"]
	if woman {
		given = w.pools["woman"]
	}
	for n := 0; ; n++ {
		k := min(w.below(len(stems)*len(endings)), w.below(len(stems)*len(endings)))
		surname = stems[k%len(stems)] + endings[k/len(stems)]
		if n > 9 {
			surname += "-" + pick(&w.random, stems) + pick(&w.random, endings)
		}
		full = pick(&w.random, given) + " " + surname
		if !w.taken[full] {
			w.taken[full] = true
			return full, surname
		}
	}
}

// town draws a town.
func (w *world) town() int32 {
	var at int32
	if w.visited.fresh(&w.random) {
		at = int32(w.below(len(w.towns)))
		if w.chance(30) {
			at = int32(len(w.towns))
			w.towns = append(w.towns, w.newTown())
		}
	} else {
		at = pick(&w.random, w.visited)
	}
	w.visited = append(w.visited, at)
	return at
}

// draw draws a person for a story of the topic who is not in cast; in which town a new one lives is said, -1 for any.
func (w *world) draw(topic int, at int32, cast []int32) int32 {
	for n := 0; ; n++ {
		id := int32(len(w.people))
		if n > 9 || w.drawn[topic].fresh(&w.random) {
			w.settle(topic, at)
		} else if id = pick(&w.random, w.drawn[topic]); n < 3 && at >= 0 && w.people[id].home != at {
			continue
		}
		if slices.Contains(cast, id) {
			continue
		}
		w.drawn[topic] = append(w.drawn[topic], id)
		return id
	}
}

// settle makes a new person.
func (w *world) settle(topic int, at int32) {
	p := person{
		id: "p" + strconv.Itoa(len(w.people)), woman: w.chance(50), topic: uint8(topic), role: uint8(w.below(len(w.roles[topic]))), home: at,
	}
	if at < 0 || w.chance(25) {
		p.home = w.town()
	}
	p.name, p.surname = w.newName(p.woman)
	p.employer = w.body(topic, p.home)
	w.families[p.surname] = append(w.families[p.surname], int32(len(w.people)))
	w.people = append(w.people, p)
}

// body returns an organization of that topic in the town.
func (w *world) body(topic int, at int32) int32 {
	kinds := w.of(topic, "body")
	key := bodyKey{topic, w.below(len(kinds)), at}
	if id, ok := w.byPlace[key]; ok {
		return id
	}
	name := w.towns[at] + " " + kinds[key.kind][0].text
	id := int32(len(w.bodies))
	w.bodies = append(w.bodies, body{id: "o" + strconv.Itoa(int(id)), name: name, short: strings.ToLower(name[strings.LastIndexByte(name, ' ')+1:])})
	w.byPlace[key] = id
	return id
}

// acronym returns the first letters of the words of name.
func acronym(name string) string {
	var out []byte
	for word := range strings.FieldsSeq(name) {
		out = append(out, word[0])
	}
	return string(out)
}
