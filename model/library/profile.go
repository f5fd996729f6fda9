package library

import (
	"cmp"
	"slices"
	"strings"

	"reader/model"
	"reader/model/correct"
)

// Profile is all that the articles of a library tell of one entity. Which articles mention it, and when, is known at once; what
// stands in them is read in steps, the newest first. It goes on from what the library knew when it was made.
type Profile struct {
	id     ID
	lib    *Library
	log    *correct.Log
	counts []Counts // by article, in the order of loading
	refs   []Ref    // the same articles, newest first
	read   int      // how many of refs were read

	names, roles, channels tallies
	with                   map[ID]*Companion
	quoted                 *Quoted
	quotes                 int // how many were given to quoted
	kinds                  [model.Indirect + 1]int
	corrections            []correct.Correction
}

// Told is words that articles have for an entity, or for whom it spoke to.
type Told struct {
	Words            string // as the latest has them
	Times            int
	Articles         int
	Earliest, Latest Ref // of the articles
}

// Companion is an entity that is mentioned in the same articles.
type Companion struct {
	ID         ID
	Articles   int
	Paragraphs int // of these, that mention both
	latest     Ref // the article that was counted last
}

// Profile returns the profile of id, of which nothing is read yet. What a person corrected is in log. It costs a pass over the articles
// of the library, none of which is read: some 4 ns each.
func (l *Library) Profile(id ID, log *correct.Log) *Profile {
	p := &Profile{
		id: l.names[id-1].whole, lib: l, log: log, counts: l.Entity(id).Articles, with: map[ID]*Companion{}, quoted: l.Quoted(0),
	}
	p.refs = make([]Ref, 0, len(p.counts))
	in := l.mentioning([]ID{id})
	for _, r := range l.Newest() {
		if in.has(r) {
			p.refs = append(p.refs, r)
		}
	}
	return p
}

// ID returns whose profile it is.
func (p *Profile) ID() ID { return p.id }

// Articles returns the articles that mention the entity, newest first. The slice must not be changed.
func (p *Profile) Articles() []Ref { return p.refs }

// In returns how often the entity is mentioned in article r, one of its own, and how many quotes there are its.
func (p *Profile) In(r Ref) Counts {
	i, found := slices.BinarySearchFunc(p.counts, r, func(c Counts, r Ref) int { return cmp.Compare(c.Ref, r) })
	if !found {
		return Counts{Ref: r}
	}
	return p.counts[i]
}

// Read returns how many of the articles were read.
func (p *Profile) Read() int { return p.read }

// Done reports whether all articles were read.
func (p *Profile) Done() bool { return p.read == len(p.refs) }

// Step reads the next n articles, and reports whether that were all. One costs some 100 µs where it has to be fetched.
func (p *Profile) Step(n int) bool {
	end := min(p.read+n, len(p.refs))
	for _, r := range p.refs[p.read:end] {
		p.take(r, p.lib.Article(r))
	}
	p.read = end
	return p.Done()
}

// take reads a, the article r.
func (p *Profile) take(r Ref, a *model.Article) {
	own := make([]bool, len(a.Entities)+1)
	for i := range a.Entities {
		e := model.EntityID(i + 1)
		if own[e] = p.lib.IDOf(r, e) == p.id; own[e] && a.Entities[i].Role() != "" {
			p.roles.add(Fold(a.Entities[i].Role()), a.Entities[i].Role(), r)
		}
	}
	for i := range a.Mentions {
		if m := &a.Mentions[i]; own[m.Entity] && m.Calls(a.Entity(m.Entity).Type) {
			p.names.add(a.Mentioned(m), a.Mentioned(m), r)
		}
	}
	p.takeQuotes(r, a)
	p.takeCompanions(r, a, own)
	for _, c := range p.log.Of(a.ID) {
		if p.concerns(&c, a, own) {
			p.corrections = append(p.corrections, c)
		}
	}
}

// takeQuotes counts the quotes of the entity in a, the article r: each saying once, and whom it spoke to.
func (p *Profile) takeQuotes(r Ref, a *model.Article) {
	for i := range a.Quotes {
		q := &a.Quotes[i]
		if !counts(q) || p.lib.IDOf(r, q.Speaker) != p.id {
			continue
		}
		p.quotes++
		if p.quoted.Add(r, i, p.quotes) != p.quotes {
			continue
		}
		if p.kinds[q.Kind]++; !q.To.Empty() {
			to := p.channel(r, a, q)
			p.channels.add(Fold(to), to, r)
		}
	}
}

// channel returns whom q of a, the article r, was told to or reported through: by the name that the library has for them, if
// it has one.
func (p *Profile) channel(r Ref, a *model.Article, q *model.Quote) string {
	for _, m := range a.MentionsIn(q.Field, q.To) {
		if id := p.lib.IDOf(r, m.Entity); id != 0 {
			return p.lib.Entity(id).Name
		}
	}
	return strings.TrimPrefix(q.To.In(a.TextOf(q.Field)), "the ")
}

// takeCompanions counts who and what is mentioned in a, the article r, beside the entity, of which there are own.
func (p *Profile) takeCompanions(r Ref, a *model.Article, own []bool) {
	isOwn := func(m model.Mention) bool { return own[m.Entity] }
	met := map[ID]bool{}
	for mentions := range a.MentionsByBlock() {
		if !slices.ContainsFunc(mentions, isOwn) {
			continue
		}
		clear(met)
		for i := range mentions {
			if id := p.companion(r, mentions[i].Entity); id != 0 && !met[id] {
				met[id] = true
				p.with[id].Paragraphs++
			}
		}
	}
	for i := range a.Entities {
		id := p.companion(r, model.EntityID(i+1))
		if id == 0 {
			continue
		}
		if c := p.with[id]; c.latest != r {
			c.latest = r
			c.Articles++
		}
	}
}

// companion returns the ID of entity e of article r, with an entry in p.with; 0 for the entity itself, and for what is no person,
// organization or place.
func (p *Profile) companion(r Ref, e model.EntityID) ID {
	id := p.lib.IDOf(r, e)
	if id == 0 || id == p.id || p.lib.names[id-1].Type > model.Place {
		return 0
	}
	if p.with[id] == nil {
		p.with[id] = &Companion{ID: id, latest: -1}
	}
	return id
}

// concerns reports whether c, which a person corrected in a, is about the entity, of which there are own.
func (p *Profile) concerns(c *correct.Correction, a *model.Article, own []bool) bool {
	for i := range a.Entities {
		if name := a.Entities[i].Name; own[i+1] && name != "" && (name == c.Entity.Name || name == c.Is.Name || name == c.Alias) {
			return true
		}
	}
	return false
}

// Quotes returns how many quotes are the entity's as far as was read, each saying once, by their kind.
func (p *Profile) Quotes() [model.Indirect + 1]int { return p.kinds }

// Names returns what the entity is called as far as was read, letter by letter, most often first.
func (p *Profile) Names() []Told { return p.names.often() }

// Roles returns what it is called beside its name, the latest first; how often is in how many articles.
func (p *Profile) Roles() []Told { return p.roles.list }

// Channels returns whom it spoke to, or who reported it, most often first; how often is in how many quotes.
func (p *Profile) Channels() []Told { return p.channels.often() }

// Corrections returns what a person corrected about it, in the latest article first.
func (p *Profile) Corrections() []correct.Correction { return p.corrections }

// Companions returns the most people, organizations and places that are mentioned in most of the same articles and paragraphs.
func (p *Profile) Companions(most int) []Companion {
	out := make([]Companion, 0, most+1)
	for _, c := range p.with {
		i, _ := slices.BinarySearchFunc(out, *c, func(a, b Companion) int {
			return cmp.Or(cmp.Compare(b.Articles, a.Articles), cmp.Compare(b.Paragraphs, a.Paragraphs), cmp.Compare(a.ID, b.ID))
		})
		if i < most {
			out = slices.Insert(out, i, *c)
			out = out[:min(len(out), most)]
		}
	}
	return out
}

// tallies counts words article by article, the newest first.
type tallies struct {
	list []Told
	at   map[string]int // by what is the same in words that are one
}

// add counts words, which are one with all others of that key, once more, in article r.
func (t *tallies) add(key, words string, r Ref) {
	if t.at == nil {
		t.at = map[string]int{}
	}
	i, known := t.at[key]
	if !known {
		i = len(t.list)
		t.at[strings.Clone(key)] = i
		t.list = append(t.list, Told{Words: strings.Clone(words), Latest: r, Earliest: -1})
	}
	w := &t.list[i]
	w.Times++
	if w.Earliest != r {
		w.Earliest = r
		w.Articles++
	}
}

// often returns all, those that were added most often first.
func (t *tallies) often() []Told {
	out := slices.Clone(t.list)
	slices.SortStableFunc(out, func(a, b Told) int { return cmp.Compare(b.Times, a.Times) })
	return out
}
