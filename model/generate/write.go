package generate

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// writer writes editions. One writer writes all, to use its memory again.
type writer struct {
	*world
	r     random // of what is being written
	buf   []byte
	e     *edition
	move  *move
	hand  int32    // the person or, for the words of one, the speaker at hand
	known []int32  // who was introduced
	last  [2]int32 // who was named in the paragraph before, and in the one before that; -1: nobody
	open  bool     // whether the organization was named in full
	truth Truth
	words []int // where the words of each quote begin and end in buf
}

// write writes e.
func (w *writer) write(e *edition, name string, date time.Time, number int) Article {
	w.e, w.known, w.last, w.open = e, w.known[:0], [2]int32{-1, -1}, false
	w.buf, w.words = w.buf[:0], w.words[:0]
	w.truth = Truth{
		Name: name, Story: e.id, Copy: e.copy,
		Speakers: make([]Party, 0, len(e.people)), Mentioned: []Party{}, Quotes: make([]Quote, 0, len(e.moves)),
	}
	w.frontMatter(date, number)
	w.body()
	w.truth.Mentioned = w.silent()
	w.keepWords()
	return Article{Name: name, Markdown: slices.Clone(w.buf), Truth: w.truth}
}

func (w *writer) frontMatter(date time.Time, number int) {
	w.r = seeded(w.e.report.seed)
	if w.e.edit && w.e.seed%3 > 0 {
		w.r = seeded(w.e.seed)
	}
	o := w.e.outlet
	w.text("---\ntitle: \"")
	start := len(w.buf)
	w.anyOf(w.rule("head"))
	w.capital(start)
	w.text("\"\ndate: ")
	w.buf = date.AppendFormat(w.buf, time.DateOnly)
	w.text("\nauthors: [\"")
	w.text(o.reporters[w.e.seed%staff])
	w.text("\"]\npublisher: ")
	w.text(o.name)
	w.text("\nsource: https://")
	w.text(o.host)
	w.buf = date.AppendFormat(w.buf, "/2006/01/02/")
	w.buf = strconv.AppendInt(w.buf, int64(number), 10)
	w.text("\nlanguage: en\n---\n")
}

// keepWords makes the words of the quotes, in one piece of memory.
func (w *writer) keepWords() {
	var all strings.Builder
	size := 0
	for i := range w.truth.Quotes {
		size += w.words[2*i+1] - w.words[2*i]
	}
	all.Grow(size)
	for i := range w.truth.Quotes {
		start := all.Len()
		all.Write(w.buf[w.words[2*i]:w.words[2*i+1]])
		w.truth.Quotes[i].Words = all.String()[start:]
	}
}

// body writes the paragraphs. Who edits a copy cuts it at the end, leaves a paragraph out, and puts in one of their own.
func (w *writer) body() {
	moves := w.e.moves
	keep, drop, insert := len(moves), -1, -1
	if w.e.edit {
		r := seeded(w.e.seed, 1)
		keep = max(4, keep-r.below(1+keep*2/5))
		if r.chance(40) {
			drop = 3 + r.below(keep)
		}
		if r.chance(40) {
			insert = 2 + r.below(keep-2)
		}
	}
	for i := range moves[:min(keep, len(moves))] {
		if i != drop {
			w.paragraph(&moves[i], i == 0)
		}
		if i == insert {
			w.paragraph(&move{rule: w.rule("fact"), seed: w.e.seed, who: -1}, false)
		}
	}
}

// paragraph writes m.
func (w *writer) paragraph(m *move, first bool) {
	w.text("\n")
	w.move, w.hand, w.r = m, m.who, seeded(m.seed)
	if first && w.e.outlet.dateline {
		w.dateline()
	}
	if len(m.ways) == 0 {
		w.anyOf(m.rule)
	}
	for i, k := range m.ways {
		if i > 0 {
			w.text(" ")
		}
		w.way(m.rule[k])
	}
	w.text("\n")
	w.last = [2]int32{m.who, w.last[0]}
}

// dateline writes the town, and the agency that wrote the article.
func (w *writer) dateline() {
	start := len(w.buf)
	w.text(w.towns[w.e.town])
	for i := range w.buf[start:] {
		w.capital(start + i)
	}
	if w.e.agency != nil {
		w.text(" (")
		w.text(w.e.agency.name)
		w.text(")")
	}
	w.text(" — ")
}

func (w *writer) text(s string) { w.buf = append(w.buf, s...) }

// capital makes the letter at a place a capital.
func (w *writer) capital(at int) {
	if at < len(w.buf) && 'a' <= w.buf[at] && w.buf[at] <= 'z' {
		w.buf[at] -= 'a' - 'A'
	}
}

// anyOf writes one of the ways of r.
func (w *writer) anyOf(r rule) { w.way(pick(&w.r, r)) }

func (w *writer) way(parts way) {
	for i := range parts {
		p := &parts[i]
		start := len(w.buf)
		switch p.kind {
		case literal:
			w.text(p.text)
		case another:
			w.anyOf(w.rules[p.ref])
		case topical:
			w.anyOf(w.rules[w.topical[p.ref][w.e.topic]])
		case number:
			w.buf = strconv.AppendInt(w.buf, int64(w.r.between(p.lo, p.hi)), 10)
		case filled:
			w.fill(p)
		}
		if p.upper {
			w.capital(start)
		}
	}
}

// fill writes what stands in the slot of p.
func (w *writer) fill(p *part) {
	switch p.slot {
	case thing:
		w.text(w.e.thing)
	case town:
		w.text(w.towns[w.e.town])
	case other:
		w.text(w.towns[pick(&w.r, w.e.near)])
	case org:
		w.organization()
	case sum:
		w.buf = strconv.AppendInt(w.buf, int64(w.r.between(2, 98)), 10)
		w.text(" million crowns")
	case year:
		w.buf = strconv.AppendInt(w.buf, int64(w.r.between(firstYear-11, firstYear-1)), 10)
	case day:
		w.text(time.Weekday((w.e.report.day + int(time.Wednesday)) % 7).String()) // the first of firstYear was a Wednesday
	case paper:
		w.text(w.e.outlet.name)
	case home:
		w.text(w.towns[w.people[w.hand].home])
	case employer:
		w.text("the ")
		w.text(w.bodies[w.people[w.hand].employer].name)
	case man:
		w.text(w.people[w.hand].word("man", "woman"))
	case who, absent:
		w.refer(p.suffix == ',', p.slot == who)
	case he:
		w.pronoun()
	default:
		w.say(p)
	}
}

// organization writes the name of the organization, shorter where it was named before.
func (w *writer) organization() {
	b := &w.bodies[w.e.org]
	w.text("the ")
	switch {
	case w.open && w.r.chance(40):
		w.text(acronym(b.name))
	case w.open:
		w.text(b.short)
	default:
		w.open = true
		w.text(b.name)
		w.text(" (")
		w.text(acronym(b.name))
		w.text(")")
	}
}

// silent returns who was introduced and does not speak.
func (w *writer) silent() []Party {
	out := []Party{}
	for _, id := range w.known {
		p := Party{w.people[id].id, w.people[id].name}
		if !slices.Contains(w.truth.Speakers, p) {
			out = append(out, p)
		}
	}
	return out
}
