// Package library is many articles at once: it loads them, knows that one person is one person across
// articles, and answers queries.
package library

import (
	"cmp"
	"iter"
	"slices"

	"reader/model"
	"reader/model/query"
)

// Ref names an article in a library: its place in the order of loading, from 0.
type Ref = int32

// ID names an entity of a library, from 1; 0 is none.
type ID uint32

// Entity is a person, organization, place or unnamed speaker across all articles that mention it.
type Entity struct {
	Name     string
	Role     string // the latest known
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
	articles []*model.Article
	days     []int32  // when each article was published, as yyyymmdd
	first    []uint32 // entity e of article r is filed under ids[first[r]+e-1]
	ids      []ID

	names      []*name         // names[id-1]
	byKey      map[string]ID   // by slot; more of the same slot follow by next
	byWord     map[string][]ID // by every word of name and aliases
	vocabulary []string        // the keys of byWord
	touched    map[string]bool // the surnames and acronyms to link anew after this Add
	given      []ID            // the names that a person gave; none of the analysis's is among them
	spare      map[string][]ID // the IDs of names that nobody bears any more, by slot
	newest     []Ref           // sorted as far as it goes; made by Newest
	speakers   []ID            // made by Speakers; nil after Add
}

// New returns an empty library.
func New() *Library {
	return &Library{byKey: map[string]ID{}, byWord: map[string][]ID{}, touched: map[string]bool{}, spare: map[string][]ID{}}
}

// Add adds analysed articles and links their entities to those known. It costs time in proportion to the
// articles added and to those that share a surname with somebody new, not to all that are there.
func (l *Library) Add(articles ...*model.Article) {
	for _, a := range articles {
		l.add(a)
	}
	l.relink()
}

// relink finds out anew who is one, as far as there is news.
func (l *Library) relink() {
	l.part(l.given)
	for word := range l.touched {
		l.link(word)
	}
	clear(l.touched)
	l.linkGiven()
	l.speakers = nil
}

func (l *Library) add(a *model.Article) {
	r := Ref(len(l.articles))
	l.articles = append(l.articles, a)
	l.days = append(l.days, query.Day(a.Published.Time))
	l.first = append(l.first, uint32(len(l.ids)))
	in := &setting{Article: a}
	for i := range a.Entities {
		l.ids = append(l.ids, l.file(&a.Entities[i], in))
	}
	l.count(r, nil)
}

// count adds the mentions and quotes in article r to the names of its entities: all, or those in only. No
// article behind r has been counted for these.
func (l *Library) count(r Ref, only []bool) {
	a := l.articles[r]
	ids := l.ids[l.first[r]:]
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
		if q.Speaker == 0 || !counts(q) || only != nil && !only[q.Speaker-1] {
			continue
		}
		if n := l.raw(ids[q.Speaker-1]); n != nil {
			l.in(r, n).Quotes++
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
func (l *Library) Len() int { return len(l.articles) }

// Article returns the article that r names.
func (l *Library) Article(r Ref) *model.Article { return l.articles[r] }

// Newest returns all articles, newest first; those of one day in the order of loading. The slice must not
// be changed.
func (l *Library) Newest() []Ref {
	old := len(l.newest)
	if old == len(l.articles) {
		return l.newest
	}
	order := func(a, b Ref) int { return cmp.Or(cmp.Compare(l.days[b], l.days[a]), cmp.Compare(a, b)) }
	added := make([]Ref, len(l.articles)-old)
	for i := range added {
		added[i] = Ref(old + i)
	}
	slices.SortFunc(added, order)
	// A new slice: whoever holds the old one may go on reading it.
	merged, rest := make([]Ref, 0, len(l.articles)), l.newest
	for _, r := range added {
		n, _ := slices.BinarySearchFunc(rest, r, order)
		merged = append(append(merged, rest[:n]...), r)
		rest = rest[n:]
	}
	merged = append(merged, rest...)
	l.newest = merged
	return merged
}

// Entity returns the entity that id names. What it points to may change with the next Add.
func (l *Library) Entity(id ID) *Entity { return l.whole(id).entity(l) }

// IDOf returns the library's name for entity e of article r; 0 for types that are not linked across articles
// (dates, money …) and for e = 0.
func (l *Library) IDOf(r Ref, e model.EntityID) ID {
	if e == 0 {
		return 0
	}
	id := l.ids[int(l.first[r])+int(e)-1]
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

// QuotesBy returns which quotes of article r are spoken by one of speakers, or all with no speakers: indices
// into its Quotes, by place.
func (l *Library) QuotesBy(r Ref, speakers ...ID) []int {
	wanted := make([]ID, len(speakers))
	for i, id := range speakers {
		wanted[i] = l.names[id-1].whole
	}
	quotes := l.articles[r].Quotes
	out := make([]int, 0, len(quotes))
	for i := range quotes {
		q := &quotes[i]
		if len(wanted) == 0 || q.Speaker != 0 && counts(q) && slices.Contains(wanted, l.IDOf(r, q.Speaker)) {
			out = append(out, i)
		}
	}
	return out
}
