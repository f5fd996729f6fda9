package generate

import "slices"

// story is something that happens, in one town, and the people who have to do with it.
type story struct {
	id    int
	seed  uint64
	topic int
	town  int32
	org   int32
	near  []int32 // towns elsewhere
	thing string
	cast  []int32 // the first of whom speak
	mute  int     // how many at the end of cast do not
	start int     // day, from the first of firstYear
}

// report is what one outlet makes of a day of a story.
type report struct {
	*story
	seed   uint64
	day    int // the text was written
	moves  []move
	people []int32
}

// move is a paragraph to be written. The same move gives the same paragraph, but for how people are referred to.
type move struct {
	rule rule
	ways []int // of the rule, one for each sentence; none: any, by seed
	seed uint64
	who  int32 // who speaks or is mentioned, -1: nobody
	said int   // what they say: a number among all they say in the story
}

// edition is a report as an outlet prints it.
type edition struct {
	*report
	outlet *outlet
	agency *outlet // that wrote it; nil: the outlet did
	day    int
	seed   uint64
	copy   int
	edit   bool // cut and changed; else as it was written
}

// newStory begins a story around somebody.
func (g *Generator) newStory() *story {
	w := g.world
	s := &story{id: g.stories, seed: w.next(), topic: w.below(len(w.topics)), start: w.below(days)}
	lead := w.draw(s.topic, -1, nil)
	s.town = w.people[lead].home
	s.org = w.body(s.topic, s.town)
	for len(s.near) < 3 {
		if t := int32(w.below(len(w.towns))); t != s.town {
			s.near = append(s.near, t)
		}
	}
	s.thing = pick(&w.random, w.of(s.topic, "thing"))[0].text
	s.cast = append(s.cast, lead)
	s.mute = w.between(2, 3)
	for range w.between(2, 5) + s.mute {
		topic := s.topic
		if w.chance(25) {
			topic = w.below(len(w.topics))
		}
		s.cast = append(s.cast, w.draw(topic, s.town, s.cast))
	}
	return s
}

// tell plans the articles on s: one; or what an agency writes, in several outlets; or a story over days.
func (g *Generator) tell(s *story) {
	w := g.world
	switch k := w.below(100); {
	case k < 50:
		g.single(s, 0, s.start)
	case k < 62:
		g.carried(s, 0, s.start)
	default:
		day := s.start
		for stage := range w.between(2, 7) {
			for range w.between(1, 2) {
				g.single(s, stage, day)
			}
			if w.chance(20) {
				g.carried(s, stage, day)
			}
			day += w.between(1, 9)
		}
	}
}

// single plans a report of an outlet's own.
func (g *Generator) single(s *story, stage, day int) {
	w := g.world
	g.queue = append(g.queue, edition{report: g.newReport(s, stage, day), outlet: &w.outlets[w.below(papers)], day: day, seed: w.next()})
}

// carried plans an agency's report, as the agency sends it and as other outlets print it.
func (g *Generator) carried(s *story, stage, day int) {
	w := g.world
	r := g.newReport(s, stage, day)
	g.copies++
	agency := &w.outlets[papers+w.below(len(w.outlets)-papers)]
	g.queue = append(g.queue, edition{report: r, outlet: agency, agency: agency, day: day, seed: w.next(), copy: g.copies})
	first := w.below(papers)
	for i := range w.between(1, 6) {
		g.queue = append(g.queue, edition{
			report: r, outlet: &w.outlets[(first+i)%papers], agency: agency, day: day + w.below(2), seed: w.next(), copy: g.copies,
			edit: w.chance(85),
		})
	}
}

// The length of paragraphs, in bytes, by which reports are planned.
const (
	quoteLength = 125
	factLength  = 95 // of a sentence
)

// newReport plans a report: who speaks in it, and its paragraphs.
func (g *Generator) newReport(s *story, stage, day int) *report {
	w := g.world
	r := &report{story: s, seed: w.next(), day: day}
	voices := slices.Clone(s.cast[:len(s.cast)-s.mute])
	shuffle(&w.random, voices)
	voices = voices[:min(len(voices), w.between(1, 4))]
	quiet := slices.DeleteFunc(slices.Clone(s.cast), func(id int32) bool { return slices.Contains(voices, id) })
	if f := w.families[w.people[voices[0]].surname]; w.chance(15) && len(f) > 1 {
		if id := pick(&w.random, f); !slices.Contains(s.cast, id) {
			quiet = append([]int32{id}, quiet...)
		}
	}
	p := planner{Generator: g, report: r, stage: stage, voices: voices, quiet: quiet, spoken: make([]int, len(voices)), first: w.below(perStage)}
	p.plan(min(w.between(g.Least, g.Most), w.between(g.Least, g.Most)))
	return r
}

// planner chooses the paragraphs of a report.
type planner struct {
	*Generator
	*report
	stage  int
	voices []int32
	quiet  []int32
	spoken []int // how many quotes each of voices has
	first  int   // at which of what they say each begins
	facts  []int // ways that were not told yet
	length int
}

// plan chooses paragraphs until the report has that length in bytes.
func (p *planner) plan(length int) {
	w := p.world
	p.moves = make([]move, 0, length/factLength)
	lead := w.of(p.topic, "lead")
	if p.stage > 0 && w.chance(60) {
		lead = w.rule("next")
	}
	p.add(move{rule: lead, who: -1}, factLength)
	p.quote(0)
	voice, background := 0, w.chance(75)
	for p.length < length {
		switch k := w.below(100); {
		case k < 50:
			if p.spoken[voice] > 2 || w.chance(50) {
				voice = (voice + 1) % len(p.voices)
			}
			p.quote(voice)
		case k < 78:
			p.fact()
		case k < 88 && len(p.quiet) > 0:
			id := p.quiet[0]
			p.quiet = p.quiet[1:]
			p.people = append(p.people, id)
			p.add(move{rule: w.rule("mention"), who: id}, quoteLength)
		case k < 94 && background:
			background = false
			// What lies behind a story is told in the same words again and again.
			back := w.rule("back")
			p.add(move{rule: back, ways: []int{p.id % len(back)}, who: -1, seed: p.story.seed}, 2*factLength)
		case k >= 94:
			p.add(move{rule: w.rule("body"), who: -1, said: p.stage}, quoteLength)
		}
	}
}

// add adds a paragraph.
func (p *planner) add(m move, length int) {
	if m.seed == 0 {
		m.seed = p.world.next()
	}
	p.moves = append(p.moves, m)
	p.length += length
}

// fact adds a paragraph of facts that were not told before in the report.
func (p *planner) fact() {
	w := p.world
	fact := w.rule("fact")
	if len(p.facts) == 0 {
		for i := range fact {
			p.facts = append(p.facts, i)
		}
		shuffle(&w.random, p.facts)
	}
	n := min(w.between(1, 3), len(p.facts))
	p.add(move{rule: fact, ways: p.facts[:n], who: -1}, factLength*n)
	p.facts = p.facts[n:]
}

// perStage is how many things somebody says on a day of a story; several outlets choose from them.
const perStage = 32

// quote lets a voice speak: the first time so that nobody can miss it.
func (p *planner) quote(voice int) {
	w := p.world
	name := "quote.one"
	switch k := w.below(100); {
	case k < 35:
		name = "quote.two"
	case k >= 80 && p.spoken[voice] > 0:
		name = "quote.mixed"
	case k >= 55 && p.spoken[voice] > 0:
		name = "quote.indirect"
	}
	if p.spoken[voice] == 0 {
		p.people = append(p.people, p.voices[voice])
	}
	said := p.stage*perStage + 2*((p.first+p.spoken[voice])%(perStage/2))
	p.spoken[voice]++
	p.add(move{rule: w.rule(name), who: p.voices[voice], said: said}, quoteLength)
}
