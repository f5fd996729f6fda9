package query

import (
	"slices"
	"strings"

	"reader/model"
)

// Field says what a term looks at.
type Field uint8

// The fields. Anything is that of a bare word: title, text and the names of those who speak.
const (
	Anything Field = iota
	Speaker        // who says it, under whatever name
	Said           // the words of the quote
	To             // whom it was told to, or reported through
	Role           // what its speaker is
	Kind           // direct, mixed or indirect
	Person         // mentioned
	Org
	Place
	Mention // a name of any type
	Text    // title or body
	Title
	Author
	Source // the publisher, or the host of the address
	Lang   // BCP 47; en finds en-GB
	Date   // of publication
	Is
	Has
	Sort // no condition: Query.Order
)

// fields returns all fields but Anything.
func fields() []Field {
	out := make([]Field, Sort)
	for i := range out {
		out[i] = Field(i + 1)
	}
	return out
}

// String returns the name of f, "" for Anything.
func (f Field) String() string {
	return [...]string{
		"", "speaker", "said", "to", "role", "kind", "person", "org", "place", "mention", "text", "title", "author", "source",
		"lang", "date", "is", "has", "sort",
	}[f]
}

// Help says what f looks at, in a few words.
func (f Field) Help() string {
	return [...]string{
		"in title, text and speakers", "who says it", "words of the quote", "whom it was told to", "what the speaker is",
		"direct, mixed or indirect", "mentioned", "mentioned", "mentioned", "any name mentioned", "in title or text", "in the title",
		"who wrote it", "publisher or host", "language", "of publication", "what you or the reader did with it", "what is in it",
		"order",
	}[f]
}

// OfQuote reports whether f is about a quote: terms of such fields that stand side by side are about the same one.
func (f Field) OfQuote() bool { return f >= Speaker && f <= Kind }

// Names reports whether the values of f are names of people, organizations, places and the like.
func (f Field) Names() bool {
	return f == Speaker || f >= Person && f <= Mention
}

// Values returns the values that a field of few values can have, nil for others.
func (f Field) Values() []string {
	switch f {
	case Kind:
		return []string{model.Direct.String(), model.Mixed.String(), model.Indirect.String()}
	case Is:
		return []string{"unread", "read", "new", "starred", "noted", "corrected", "unattributed"}
	case Has:
		return []string{"quotes", "speaker", "note", "link", "picture", "table", "correction"}
	case Sort:
		return []string{"date", "title", "source", "quotes"}
	default:
		return nil
	}
}

// fieldNamed returns the field of that name, in whatever case.
func fieldNamed(name string) (f Field, ok bool) {
	i := slices.IndexFunc(fields(), func(f Field) bool { return strings.EqualFold(f.String(), name) })
	return Field(i + 1), i >= 0
}

// meant returns the field that somebody may have meant who wrote name, which is none; false if none is like it.
func meant(name string) (f Field, ok bool) {
	name = strings.ToLower(name)
	switch name {
	case "by", "who", "speakers":
		return Speaker, true
	case "quote", "says", "say":
		return Said, true
	case "organization", "organisation", "company", "party":
		return Org, true
	case "people":
		return Person, true
	case "location", "city", "country", "where":
		return Place, true
	case "headline":
		return Title, true
	case "publisher", "outlet", "site", "feed", "from":
		return Source, true
	case "type":
		return Kind, true
	case "when", "published", "since", "before", "after":
		return Date, true
	case "body":
		return Text, true
	}
	best := 3
	for _, g := range fields() {
		if n := slips(name, g.String()); n < best && n*2 < len(name) {
			f, best = g, n
		}
	}
	return f, best < 3
}
