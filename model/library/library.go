// Package library is many articles at once: it loads them, knows that one person is one person across
// articles, and answers queries.
package library

import (
	"cmp"
	"iter"
	"slices"

	"reader/model"
	"reader/model/cache"
	"reader/model/near"
	"reader/model/query"
)

// Ref names an article in a library: its place in the order of loading, from 0.
type Ref = int32

// ID names an entity of a library, from 1; 0 is none.
type ID uint32

// Entity is a person, organization, place or unnamed speaker across all articles that mention it.
type Entity struct {
	Name     string
	Role     string // the current one, as far as articles tell
	Aliases  []string
	Type     model.EntityType
	Gender   model.Gender
	Quotes   int      // how many quotes are theirs, in all articles
	Articles []Counts // the articles that mention them, in the order of loading
}

// Counts says how often an entity occurs in one article.
type Counts struct {
	Ref      Ref
	Quotes   uint32
	Mentions uint32
}

// Library is a growing collection of analysed articles. It is not safe for concurrent use: whoever shows
// it owns it, and loading hands over finished articles.
//
// Each entity of an article is filed under a name: see name. Several names may be one person, which link
// finds out anew whenever articles bring evidence; an ID stays valid then, but may come to name more, or
// less, than before.
type Library struct {
	rows []row
	ids  []ID   // see row.first
	said []said // see row.quotes
	shelved

	names      []*name         // names[id-1]
	byKey      map[string]ID   // by slot; more of the same slot follow by next
	byWord     map[string][]ID // by every word of name and aliases
	vocabulary []string        // the keys of byWord
	texts      postings        // what words texts have, and titles
	titles     postings
	copies     *near.Index
	touched    map[string]bool // the surnames and acronyms to link anew after this Add
	files      map[string]file // by path
	gone       []Ref           // the articles that were removed
	changed    bool            // since it was restored
	given      []ID            // the names that a person gave; none of the analysis's is among them
	spare      map[string][]ID // the IDs of names that nobody bears any more, by slot
	newest     []Ref           // of the first ordered articles; see Newest
	ordered    int
	speakers   []ID    // made by Speakers; nil after Add
	heard      []Heard // made by Among.Speakers for all articles; nil after Add
	likely     []Heard // made by Among.Likely for all articles; nil after Add
	repeats    repeats
}

// New returns an empty library. Articles that have a key are fetched from store when they are asked for; it may be nil if
// there will be none.
func New(store *cache.Store) *Library {
	return &Library{shelved: newShelved(store), files: map[string]file{}, texts: newPostings(), titles: newPostings(), copies: near.New(), byKey: map[string]ID{}, byWord: map[string][]ID{}, touched: map[string]bool{}, spare: map[string][]ID{}}
}

// Add adds analysed articles and links their entities to those known. It costs time in proportion to the
// articles added and to those that share a surname with somebody new, not to all that are there.
func (l *Library) Add(articles ...*model.Article) {
	for _, a := range articles {
		l.receive(&Result{Article: a})
	}
	l.relink()
}

// Changed reports whether articles were added, replaced or removed since the library was made or restored.
func (l *Library) Changed() bool { return l.changed }

// relink finds out anew who is one, as far as there is news.
func (l *Library) relink() {
	l.changed = true
	l.part(l.given)
	for word := range l.touched {
		l.link(word)
	}
	clear(l.touched)
	l.linkGiven()
	l.speakers, l.heard, l.likely = nil, nil, nil
}

// receive adds the article of res.
func (l *Library) receive(res *Result) {
	r, a := Ref(len(l.rows)), res.Article
	if res.Key == 0 {
		l.held[r] = a
	}
	if res.learnt == nil {
		res.learnt = learn(a)
	}
	l.texts.add(r, res.learnt.words)
	l.titles.add(r, res.learnt.title)
	l.copies.Put(r, res.learnt.sketch)
	l.rows = append(l.rows, rowOf(a, uint32(len(l.ids)), uint32(len(l.said)), res.Key))
	l.said = append(l.said, res.learnt.said...)
	in := &setting{Article: a}
	for i := range a.Entities {
		l.ids = append(l.ids, l.file(&a.Entities[i], in))
	}
	l.count(r, a, nil)
}

// count adds the mentions and quotes in a, the article r, to the names of its entities: all, or those in only. No
// article behind r has been counted for these.
func (l *Library) count(r Ref, a *model.Article, only []bool) {
	ids := l.idsOf(r)
	for i := range a.Mentions {
		m := &a.Mentions[i]
		n := l.raw(ids[m.Entity-1])
		if n == nil || only != nil && !only[m.Entity-1] {
			continue
		}
		l.in(r, n).Mentions++
		if m.Calls(n.Type) {
			l.alias(ids[m.Entity-1], a.Mentioned(m))
		}
	}
	for i := range a.Quotes {
		q := &a.Quotes[i]
		if q.Speaker == 0 || only != nil && !only[q.Speaker-1] {
			continue
		}
		n := l.raw(ids[q.Speaker-1])
		if n == nil {
			continue
		}
		if c := l.in(r, n); counts(q) {
			c.Quotes++
			n.Quotes++
		}
	}
}

// counts reports whether q is sure enough of its speaker to count as theirs.
func counts(q *model.Quote) bool { return q.Confidence >= Least }

// Least is the least confidence at which a quote counts as its speaker's, in filters and numbers. In annotated
// political news it gives up 0.7 in 100 of the articles a filter should find, and spares 1 in 100 wrong ones;
// model.Fact would give up 5 for 2.
const Least = 0.8

// Len returns the number of articles.
func (l *Library) Len() int { return len(l.rows) - len(l.gone) }

// All yields all articles, in the order of loading.
func (l *Library) All() iter.Seq[Ref] { return l.everything().all }

// Article returns the article that r names. As long as it is in use it is the same pointer until Replace. One that is not
// held in memory is fetched; if that can't be done it is one without a text, which says why.
func (l *Library) Article(r Ref) *model.Article { return l.get(r, &l.rows[r]) }

// Head returns what is known of the article that r names without its text. It must not be changed.
func (l *Library) Head(r Ref) *Head { return &l.rows[r].Head }

// Newest returns all articles, newest first; those of one day in the order of loading. The slice must not
// be changed.
func (l *Library) Newest() []Ref {
	if l.ordered == len(l.rows) {
		return l.newest
	}
	order := func(a, b Ref) int { return cmp.Or(cmp.Compare(l.rows[b].day, l.rows[a].day), cmp.Compare(a, b)) }
	added, gone := make([]Ref, 0, len(l.rows)-l.ordered), l.removed()
	for r := Ref(l.ordered); r < Ref(len(l.rows)); r++ {
		if !gone.has(r) {
			added = append(added, r)
		}
	}
	slices.SortFunc(added, order)
	// A new slice: whoever holds the old one may go on reading it.
	merged, rest := make([]Ref, 0, len(l.rows)), l.newest
	for _, r := range added {
		n, _ := slices.BinarySearchFunc(rest, r, order)
		merged = append(append(merged, rest[:n]...), r)
		rest = rest[n:]
	}
	merged = append(merged, rest...)
	l.newest, l.ordered = merged, len(l.rows)
	return merged
}

// Fresh returns the articles that are new, as marks say, newest first. It looks at all.
func (l *Library) Fresh(marks query.Marks) []Ref {
	var out []Ref
	for _, r := range l.Newest() {
		if marks.New(l.rows[r].ID) {
			out = append(out, r)
		}
	}
	return out
}

// Entity returns the entity that id names. What it points to may change with the next Add.
func (l *Library) Entity(id ID) *Entity { return l.whole(id).entity(l) }

// IDOf returns the library's name for entity e of article r; 0 for types that are not linked across articles
// (dates, money …) and for e = 0.
func (l *Library) IDOf(r Ref, e model.EntityID) ID {
	if e == 0 {
		return 0
	}
	id := l.ids[int(l.rows[r].first)+int(e)-1]
	if id == 0 {
		return 0
	}
	return l.names[id-1].whole
}

// Entities yields all that is known across articles, what was filed first before the rest.
func (l *Library) Entities() iter.Seq2[ID, *Entity] {
	return func(yield func(ID, *Entity) bool) {
		for i, n := range l.names {
			if id := ID(i + 1); n.whole == id && len(n.entity(l).Articles) > 0 && !yield(id, n.entity(l)) {
				return
			}
		}
	}
}

// Speakers returns everybody who speaks, those with most quotes first. The slice must not be changed.
func (l *Library) Speakers() []ID {
	if l.speakers != nil {
		return l.speakers
	}
	type row struct {
		id     ID
		quotes int
	}
	var rows []row
	for id, e := range l.Entities() {
		if e.Quotes > 0 {
			rows = append(rows, row{id, e.Quotes})
		}
	}
	slices.SortFunc(rows, func(a, b row) int { return cmp.Or(cmp.Compare(b.quotes, a.quotes), cmp.Compare(a.id, b.id)) })
	l.speakers = make([]ID, len(rows))
	for i := range rows {
		l.speakers[i] = rows[i].id
	}
	return l.speakers
}
