// Package model is what a news article is, once it is read and understood: its metadata, its body as
// canonical Markdown and as plain text, and what the analysis found in it: sentences, entities, their
// mentions, quotes and who said them.
//
// It holds types and their invariants. Nothing here does I/O, knows of a terminal, or can fail.
package model

import (
	"cmp"
	"iter"
	"slices"
	"sort"
	"strings"
	"time"
)

// Article is one news article. Once loaded it is not changed any more and may be shared by goroutines.
type Article struct {
	ID        string // stable, never the path: the address where there is one, else made from the content
	Path      string // the file it was read from
	URL       string // original address, or ""
	Title     string
	Authors   []string
	Published Date
	Publisher string
	Language  string // BCP 47, "en" unless the article says otherwise
	Tags      []string

	Markdown string // the body in canonical form: package markdown makes Text and Blocks from it
	Text     string // the body as plain text: blocks joined by "\n\n", no markup
	Dateline Span   // "BRUSSELS" of "BRUSSELS — …", in Text; empty if there is none
	Blocks   []Block
	// Furniture is what was taken out of the body, in the order in which it stood.
	Furniture []Furniture

	Annotations
}

// English reports whether a is in English, of whatever country: what is not is not analysed.
func (a *Article) English() bool { return IsEnglish(a.Language) }

// IsEnglish reports whether the BCP 47 tag language is that of English or of a variety of it.
func IsEnglish(language string) bool {
	primary, _, _ := strings.Cut(language, "-")
	return strings.EqualFold(primary, "en")
}

// Annotations is what the analysis found in one article. Spans are in Text, or in Title where a Field says so.
type Annotations struct {
	Sentences []Span    // by place
	Entities  []Entity  // Entities[i] has the EntityID i+1
	Mentions  []Mention // by Field (title last) and place; name mentions do not nest
	Quotes    []Quote   // by Field (title last) and place

	Corrections uint64 // tells those that were applied from others; 0: none
}

// Date is a day, with the time of day where that is known. The zero Date is unknown.
type Date struct {
	time.Time
	Clock bool // whether the time of day is known
}

// String returns an RFC 3339 date or date-time, or "".
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Clock:
		return d.Format(time.RFC3339)
	default:
		return d.Format(time.DateOnly)
	}
}

// BlockKind says what a block of the body is.
type BlockKind uint8

// The kinds of blocks.
const (
	Paragraph BlockKind = iota
	Heading
	Item      // of a list
	Quotation // a paragraph set off as a block quotation
	Code
	Row // of a table; its cells are parted by "\n"
)

// Block is a leaf block of the body, in the order of the text. A "\n" inside it is a hard break: sentences
// end there.
type Block struct {
	Span  Span // in Text
	Kind  BlockKind
	Level uint8 // of a heading: 1-6; of an item or quotation: how deep it is nested, from 1
}

// FurnitureKind says what a piece of furniture is.
type FurnitureKind uint8

// The kinds of furniture.
const (
	Caption FurnitureKind = iota
	Byline
	DateLine // the line that says when the article was published; the dateline of agencies stays in Text
	Trailer  // "Original url:", "Source:", "Read more:", copyright
	Notice   // said by the reader itself: what was cut, split or repaired
)

// String returns the name of k in exported articles.
func (k FurnitureKind) String() string {
	return [...]string{"caption", "byline", "date", "trailer", "notice"}[k]
}

// Furniture is a part of the page that is not the article's text.
type Furniture struct {
	Kind FurnitureKind
	Text string // plain; lines parted by "\n"
	At   uint32 // the block of Text that starts here followed it; len(Text): it stood at the end
}

// TextOf returns the text of a that f names.
func (a *Article) TextOf(f Field) string {
	if f == Title {
		return a.Title
	}
	return a.Text
}

// Quoted returns the words of q.
func (a *Article) Quoted(q *Quote) string { return q.Span.In(a.TextOf(q.Field)) }

// Mentioned returns the words of m.
func (a *Article) Mentioned(m *Mention) string { return m.Span.In(a.TextOf(m.Field)) }

// Speaker returns who said q, or nil if nobody can be told.
func (a *Article) Speaker(q *Quote) *Entity { return a.Entity(q.Speaker) }

// Corrected reports whether a person corrected q or its speaker: said who it was, or that what names the speaker
// for q is this entity, or who that entity is.
func (a *Article) Corrected(q *Quote) bool {
	switch e := a.Speaker(q); {
	case q.Rule == RuleUser:
		return true
	case e == nil:
		return false
	case e.Ruling.Decides():
		return true
	}
	for _, m := range a.MentionsIn(q.Field, q.Mention) {
		if m.Entity == q.Speaker && m.Link == LinkUser {
			return true
		}
	}
	return false
}

// Entity returns the entity that id names, or nil for 0.
func (a *Article) Entity(id EntityID) *Entity {
	if id == 0 {
		return nil
	}
	return &a.Entities[id-1]
}

// MentionsIn yields the mentions that begin in the stretch s of the text that f names, with their places in Mentions.
func (a *Article) MentionsIn(f Field, s Span) iter.Seq2[int, *Mention] {
	return func(yield func(int, *Mention) bool) {
		i, _ := slices.BinarySearchFunc(a.Mentions, s.Start, func(m Mention, start uint32) int {
			return cmp.Or(cmp.Compare(m.Field, f), cmp.Compare(m.Span.Start, start))
		})
		for ; i < len(a.Mentions); i++ {
			if m := &a.Mentions[i]; m.Field != f || m.Span.Start >= s.End || !yield(i, m) {
				return
			}
		}
	}
}

// BlockAt returns the block that holds the offset at of the text that f names, len(Blocks) if there is none; -1 for the title.
func (a *Article) BlockAt(f Field, at uint32) int {
	if f == Title {
		return -1
	}
	return sort.Search(len(a.Blocks), func(i int) bool { return a.Blocks[i].Span.End > at })
}
