package generate

import (
	_ "embed" // what articles are written from
	"fmt"
	"slices"
	"strconv"
	"strings"
)

//go:embed grammar.txt
var grammarText string

// grammar is grammar.txt, ready to be expanded.
type grammar struct {
	rules   []rule
	index   map[string]int
	topics  []string
	topical [][]int // topical[k][topic] is the rule of that topic that part.ref = k names
	byTopic map[string]int
	roles   [][]role // by topic
	direct  []rule   // what people say in a story of a topic, of it and of anything
}

// rule is the ways of writing one thing.
type rule []way

type way []part

// part is a piece of a way: text as it stands, or what is put in its place.
type part struct {
	kind   partKind
	upper  bool // the first letter of what is put there becomes a capital
	suffix byte // ',' or '.' behind a slot; else 0
	slot   slot
	text   string
	ref    int // of another rule; of a topical one its place in topical
	lo, hi int
}

type partKind uint8

const (
	literal partKind = iota
	another
	topical
	number
	filled
)

// slot is what is filled in from the story, the report or the paragraph.
type slot uint8

const (
	thing    slot = iota // what the story is about
	town                 // where it is set
	other                // a town elsewhere
	org                  // the organization of the story
	sum                  // an amount of money
	year                 // one before the stories
	day                  // the weekday of the report
	paper                // the outlet that prints it
	who                  // the speaker of the paragraph
	he                   // the same, by pronoun
	absent               // who is named and does not speak
	home                 // the town of the person at hand
	employer             // the organization of the person at hand
	man                  // "man" or "woman", of the person at hand
	quoteQ               // words of the speaker, between quotation marks
	quoteR               // more of them
	quoteF               // a few words of the speaker, between quotation marks
	claimC               // what the speaker said, reported
	claimD               // more of it
)

// slots names the slots as the grammar does, in their order.
func slots() []string {
	return []string{
		"thing", "town", "other", "org", "sum", "year", "day", "paper", "who", "he", "absent", "home", "employer", "man",
		"q", "r", "f", "c", "d",
	}
}

// role is what a person is: what may stand behind the name, what in front of it, and the noun that may stand for it.
// Only the first is never empty.
type role struct{ behind, before, noun way }

// compile reads a grammar. It panics where the text, which is part of the program, contradicts itself.
func compile(text string) *grammar {
	g := &grammar{index: map[string]int{}, byTopic: map[string]int{}}
	sections := sectionsOf(text)
	for _, s := range sections {
		g.index[s.name] = len(g.rules)
		g.rules = append(g.rules, nil)
		if topic, ok := strings.CutSuffix(s.name, ".lead"); ok {
			g.topics = append(g.topics, topic)
		}
	}
	g.roles = make([][]role, len(g.topics))
	for _, s := range sections {
		if name, ok := strings.CutSuffix(s.name, "role"); ok {
			g.addRoles(strings.TrimSuffix(name, "."), s.lines)
			continue
		}
		for _, line := range s.lines {
			g.rules[g.index[s.name]] = append(g.rules[g.index[s.name]], g.way(line))
		}
	}
	for topic := range g.topics {
		g.direct = append(g.direct, slices.Concat(g.rule("say"), g.of(topic, "say")))
	}
	return g
}

// addRoles adds roles to a topic, "" for all.
func (g *grammar) addRoles(topic string, lines []string) {
	for _, line := range lines {
		f := strings.Split(line, "|")
		if len(f) != 3 {
			panic("generate: a role has three parts: " + line)
		}
		r := role{g.way(strings.TrimSpace(f[0])), g.way(strings.TrimSpace(f[1])), g.way(strings.TrimSpace(f[2]))}
		for i, t := range g.topics {
			if topic == "" || topic == t {
				g.roles[i] = append(g.roles[i], r)
			}
		}
	}
}

// way compiles a line.
func (g *grammar) way(line string) way {
	var out way
	for line != "" {
		text, rest, found := strings.Cut(line, "{")
		if text != "" {
			out = append(out, part{text: text})
		}
		if !found {
			break
		}
		inner, after, closed := strings.Cut(rest, "}")
		if !closed {
			panic("generate: a brace is open: " + line)
		}
		out = append(out, g.part(inner))
		line = after
	}
	return out
}

// part compiles what stands between braces.
func (g *grammar) part(s string) part {
	if lo, hi, ok := strings.Cut(s, "-"); ok {
		from, err := strconv.Atoi(lo)
		to, errTo := strconv.Atoi(hi)
		if err == nil && errTo == nil {
			return part{kind: number, lo: from, hi: to}
		}
	}
	if name, ok := strings.CutPrefix(s, "$"); ok {
		return slotPart(name)
	}
	if name, ok := strings.CutPrefix(s, "@"); ok {
		lower := strings.ToLower(name)
		return part{kind: topical, ref: g.topicRule(lower), upper: name != lower}
	}
	if at, ok := g.index[s]; ok {
		return part{kind: another, ref: at}
	}
	lower := strings.ToLower(s[:1]) + s[1:]
	at, ok := g.index[lower]
	if !ok {
		panic("generate: no rule is called " + s)
	}
	return part{kind: another, ref: at, upper: true}
}

func slotPart(s string) part {
	p := part{kind: filled}
	if end := s[len(s)-1]; end == ',' || end == '.' {
		p.suffix, s = end, s[:len(s)-1]
	}
	lower := strings.ToLower(s[:1]) + s[1:]
	at := slices.Index(slots(), lower)
	if at < 0 {
		panic("generate: no slot is called " + s)
	}
	p.slot, p.upper = slot(at), lower != s
	return p
}

// topicRule returns the place in topical of the rules called name, one for each topic.
func (g *grammar) topicRule(name string) int {
	if at, ok := g.byTopic[name]; ok {
		return at
	}
	of := make([]int, len(g.topics))
	for i, t := range g.topics {
		at, ok := g.index[t+"."+name]
		if !ok {
			panic(fmt.Sprintf("generate: the topic %s has no %s", t, name))
		}
		of[i] = at
	}
	g.byTopic[name] = len(g.topical)
	g.topical = append(g.topical, of)
	return g.byTopic[name]
}

// rule returns the rule called name.
func (g *grammar) rule(name string) rule { return g.rules[g.index[name]] }

// of returns the rule called name of a topic.
func (g *grammar) of(topic int, name string) rule { return g.rule(g.topics[topic] + "." + name) }

// section is a header in brackets, and the lines below it.
type section struct {
	name  string
	lines []string
}

// sectionsOf reads a text of sections. Empty lines and those that begin with # are left out.
func sectionsOf(text string) []section {
	var out []section
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			out = append(out, section{name: strings.Trim(line, "[]")})
		default:
			s := &out[len(out)-1]
			s.lines = append(s.lines, line)
		}
	}
	return out
}
