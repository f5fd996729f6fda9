package generate

import "slices"

// refer writes the name of the person at hand: in full with the role the first time, later the surname, the role or,
// where it is clear, a pronoun. Between is whether what follows goes on with the sentence, so that a comma closes what
// stands behind the name; a pronoun must be the subject in front of the verb, and only a speaker is one.
func (w *writer) refer(between, speaks bool) {
	id := w.hand
	p := &w.people[id]
	if !slices.Contains(w.known, id) {
		w.introduce(id, between)
		return
	}
	of := w.roles[p.topic][p.role]
	switch k := w.r.below(100); {
	case k < 35 && speaks && between && w.last[0] == id && (w.last[1] == id || w.last[1] < 0):
		w.pronoun()
	case w.shared(p.surname):
		w.text(p.name)
	case k > 85 && len(of.noun) > 0 && w.only(p):
		w.text("the ")
		w.way(of.noun)
	case w.e.outlet.titles:
		w.text(p.word("Mr ", "Ms "))
		w.text(p.surname)
	default:
		w.text(p.surname)
	}
}

// introduce writes the full name and the role.
func (w *writer) introduce(id int32, between bool) {
	w.known = append(w.known, id)
	p := &w.people[id]
	of := w.roles[p.topic][p.role]
	if len(of.before) > 0 && w.r.chance(50) {
		w.way(of.before)
		w.text(" ")
		w.text(p.name)
		return
	}
	w.text(p.name)
	w.text(", ")
	w.way(of.behind)
	if between {
		w.text(",")
	}
}

func (w *writer) pronoun() { w.text(w.people[w.hand].word("he", "she")) }

// shared reports whether two people of the report have that surname.
func (w *writer) shared(surname string) bool {
	n := 0
	for _, id := range w.e.people {
		if w.people[id].surname == surname {
			n++
		}
	}
	return n > 1
}

// only reports whether nobody else in the report is called by the noun that p may be called by.
func (w *writer) only(p *person) bool {
	noun := w.roles[p.topic][p.role].noun[0].text
	n := 0
	for _, id := range w.e.people {
		q := &w.people[id]
		if other := w.roles[q.topic][q.role].noun; len(other) > 0 && other[0].text == noun {
			n++
		}
	}
	return n == 1
}

// say writes what the person at hand says, or the organization where there is none.
func (w *writer) say(p *part) {
	n := w.move.said
	q := Quote{Kind: "indirect"}
	ways := w.rule("claim")
	switch p.slot {
	case quoteQ, quoteR:
		q.Kind, ways = "direct", w.direct[w.e.topic]
	case quoteF:
		q.Kind, ways = "mixed", w.rule("frag")
	default:
	}
	if p.slot == quoteR || p.slot == claimD {
		n++
	}
	by := seeded(w.e.story.seed, uint64(w.hand+1), uint64(q.Kind[0]))
	in := ways[(by.below(len(ways))+n)%len(ways)] // nobody says two things in a row in the same way
	words := seeded(uint64(by), uint64(n))
	q.Said = uint64(words) >> 16
	if q.Kind != "indirect" {
		w.mark(true)
	}
	start := len(w.buf)
	outer := w.r
	w.r = words
	w.way(in)
	w.r = outer
	if q.Kind == "direct" || p.upper {
		w.capital(start)
	}
	w.quoted(q, start)
	if p.suffix != 0 {
		w.buf = append(w.buf, p.suffix)
	}
	if q.Kind != "indirect" {
		w.mark(false)
	}
}

// mark writes a quotation mark.
func (w *writer) mark(opening bool) {
	switch {
	case w.e.outlet.straight:
		w.text(`"`)
	case opening:
		w.text("“")
	default:
		w.text("”")
	}
}

// quoted notes that the speaker at hand says q, in the words from start on.
func (w *writer) quoted(q Quote, start int) {
	by := Party{w.bodies[w.e.org].id, w.bodies[w.e.org].name}
	if w.hand >= 0 {
		by = Party{w.people[w.hand].id, w.people[w.hand].name}
	}
	q.Speaker = by.ID
	w.truth.Quotes = append(w.truth.Quotes, q)
	w.words = append(w.words, start, len(w.buf))
	if !slices.Contains(w.truth.Speakers, by) {
		w.truth.Speakers = append(w.truth.Speakers, by)
	}
}
