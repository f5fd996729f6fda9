// Package generate writes news that never happened, as much of it as one likes, and knows who speaks in it: articles in
// Markdown to measure and to test with. Their people, towns, organizations and outlets are invented. The same seed
// gives the same bytes.
//
// People come back: some speak in hundreds of articles, many in one, and the more articles there are, the fewer of those
// who are named are new. Surnames are shared by strangers. Stories run over days in several outlets, which have some quotes
// in common; what an agency writes is carried by several, with a headline of their own, paragraphs cut and others added.
package generate

import (
	"fmt"
	"time"
)

// Article is an article as it would be read from a file.
type Article struct {
	Name     string // of the file, in folders by year and month: "2023/04/2023-04-11-000017.md"
	Markdown []byte // with front matter
	Truth    Truth
}

// Truth is what is known of an article.
type Truth struct {
	Name      string  `json:"name"` // as Article.Name
	Story     int     `json:"story"`
	Copy      int     `json:"copy,omitempty"` // articles of one number are copies of one agency's; 0: it is nobody's copy
	Speakers  []Party `json:"speakers"`       // who says something, in the order in which they do
	Mentioned []Party `json:"mentioned"`      // people who are named and say nothing
	Quotes    []Quote `json:"quotes"`         // in the order of the text
}

// Party is a person or an organization.
type Party struct {
	ID   string `json:"id"` // "p" and a number of a person, "o" and a number of an organization
	Name string `json:"name"`
}

// Person reports whether p is a person.
func (p Party) Person() bool { return p.ID[0] == 'p' }

// Quote is something that is said.
type Quote struct {
	Speaker string `json:"speaker"` // the ID of the party
	Kind    string `json:"kind"`    // direct, indirect, or mixed: a few words between quotation marks
	Words   string `json:"words"`   // without quotation marks and without what ends the sentence
	Said    uint64 `json:"said"`    // what was said once has one number in all articles
}

// Generator writes one article after the other. Its articles are those of whole stories, so that the first few thousand
// are a fair sample. It is not safe for concurrent use.
type Generator struct {
	// Least and Most bound the length of a body in bytes, roughly. To be changed before the first article.
	Least, Most int

	world   *world
	writer  writer
	queue   []edition
	stories int
	copies  int
	written int
}

// New returns a generator. It writes some 50 MB a second, and keeps about 100 bytes an article.
func New(seed uint64) *Generator {
	w := newWorld(seed)
	return &Generator{Least: 2000, Most: 6000, world: w, writer: writer{world: w}}
}

// Next returns the next article. There is always one more.
func (g *Generator) Next() Article {
	for len(g.queue) == 0 {
		g.stories++
		g.tell(g.newStory())
	}
	e := g.queue[0]
	g.queue = g.queue[1:]
	g.written++
	date := time.Date(firstYear, time.January, 1+e.day, 0, 0, 0, 0, time.UTC)
	name := fmt.Sprintf("%s-%06d.md", date.Format("2006/01/2006-01-02"), g.written)
	return g.writer.write(&e, name, date, g.written)
}

// The stories begin from firstYear on, within so many days.
const (
	firstYear = 2020
	days      = 2460 // until autumn 2026
)
