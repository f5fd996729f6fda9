// Package library is many articles at once: it loads them, knows that one person is one person across
// articles, and answers queries.
package library

import "reader/model"

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
type Library struct {
	articles []*model.Article
}

// New returns an empty library.
func New() *Library { return &Library{} }

// Add adds analysed articles and links their entities to those known. It costs time in proportion to the
// articles added, not to those already there.
func (l *Library) Add(articles ...*model.Article) { l.articles = append(l.articles, articles...) }

// Len returns the number of articles.
func (l *Library) Len() int { return len(l.articles) }

// Article returns the article that r names.
func (l *Library) Article(r Ref) *model.Article { return l.articles[r] }

// Newest returns all articles, newest first; those of one day in the order of loading. The slice must not
// be changed.
func (l *Library) Newest() []Ref { return nil }

// Entity returns the entity that id names.
func (l *Library) Entity(id ID) *Entity { _ = id; return nil }

// IDOf returns the library's name for entity e of article r; 0 for types that are not linked across articles
// (dates, money …) and for e = 0.
func (l *Library) IDOf(r Ref, e model.EntityID) ID { _, _ = r, e; return 0 }

// Speakers returns everybody who speaks, those with most quotes first. The slice must not be changed.
func (l *Library) Speakers() []ID { return nil }

// QuotesBy returns which quotes of article r are spoken by one of speakers, or all with no speakers: indices
// into its Quotes, by place.
func (l *Library) QuotesBy(r Ref, speakers ...ID) []int { _, _ = r, speakers; return nil }

// Find returns the entities that name means: those of which it is the name, an alias, or a part of the name
// that ends in the same word. Case and accents do not matter.
func (l *Library) Find(name string) []ID { _ = name; return nil }
