// Package query is the language in which articles and quotes are asked for: it reads queries, writes them back, says what
// is wrong with one, and completes one that is being typed. It knows no article; package library answers queries.
//
//	speaker:okafor said:"not sustainable" -org:"northwind oil"
//	(place:kyiv OR place:lviv) date:2026-01..2026-02 is:unread
//	person:~haddadd text:/sanction(s|ed)/ kind:indirect sort:-date
//
// # Terms
//
// A term is a word, or a field with a value: see Field. What stands side by side must all match (AND may be written
// between); OR parts alternatives and binds less tightly; parentheses group; "-" or NOT in front negates. The value is one
// of
//
//	lease           words that begin so: lease, leases, but not released
//	"extend the"    whole words side by side; for somebody's name: this name and no longer one
//	/lease[sd]?/    a regular expression as of package regexp; \/ is a slash in it
//	~lesae          words spelt much like this: see Slips; ~"of several words", too
//
// Of a speaker only those quotes count of which it is sure enough that they are theirs, unless a question mark stands before
// the value:
//
//	speaker:?okafor   what Okafor says, or is likely to say
//	speaker:?         quotes of which nobody can tell who says them
//
// Case and accents don't matter. In regular expressions case matters after (?-i), and ^ and $ stand at line ends.
//
// # Which quote
//
// The fields speaker, said, to, role and kind are conditions on a quote. An article matches if it has a quote that meets
// them, and those that stand side by side are about one and the same quote:
//
//	speaker:okafor said:price               Okafor says "price"
//	speaker:okafor place:kyiv said:price    the same, in an article that mentions Kyiv
//	speaker:okafor (said:price OR to:itar)  Okafor says "price", or says something to Itar
//	speaker:okafor -kind:indirect           Okafor is quoted in their own words
//
// A quote has one speaker. So a second speaker begins a second quote, to which the conditions behind it belong, and without
// somebody who is not the speaker anyway means that they say nothing in the article:
//
//	speaker:okafor said:price speaker:reyes said:cost   Okafor says "price", and Reyes "cost"
//	speaker:okafor -speaker:reyes                       Okafor speaks, and Reyes doesn't
//	said:price -speaker:reyes                           somebody says "price" who is not Reyes
//
// Where nothing but negations is asked of a quote, each means that there is no such quote:
//
//	-speaker:reyes                  Reyes says nothing
//	-speaker:reyes -kind:indirect   the same, and nothing is reported indirectly
//
// Conditions in parentheses of their own are about a quote of their own; alternatives in parentheses are about the one
// of the conditions around them, unless one of the alternatives is about something else than the quote:
//
//	speaker:okafor (said:price)              Okafor speaks, and somebody says "price"
//	-(speaker:okafor kind:direct)            there is no direct quote of Okafor's
//	speaker:okafor (said:price OR tariff)    Okafor speaks, and somebody says "price" or the article has "tariff"
package query

import (
	"strings"
	"time"
)

// Query is a parsed query: see Parse. The zero Query matches every article, newest first.
type Query struct {
	Root  Node // nil: every article
	Order Order
}

// Node is a part of a query: And, Or, Not, Term or, as Bound returns it, Quote.
type Node interface{ node() }

type (
	// And matches if every part does. An And in an And stood in parentheses: see the package's doc on quotes.
	And []Node
	// Or matches if at least one part does.
	Or []Node
	// Not matches if X does not.
	Not struct{ X Node }
	// Term is a word or a field with a value.
	Term struct {
		Field  Field
		Value  Value
		Unsure bool // of speaker: quotes of which it is not sure that they are theirs count, too; without a value: see Unknown
	}
	// Quote matches an article that has a quote for which Cond holds, in which every Term is a condition on a quote.
	Quote struct{ Cond Node }
)

func (And) node()   {}
func (Or) node()    {}
func (Not) node()   {}
func (Term) node()  {}
func (Quote) node() {}

// State is what an answer depends on beside query and articles. In the zero State nothing is read, starred, noted or new, and
// it is no day.
type State struct {
	Now   time.Time // in whose time zone "today" is meant
	Marks Marks     // may be nil
}

// Marks is what a person did with articles, by their identity.
type Marks interface {
	Read(id string) bool
	Starred(id string) bool
	Noted(id string) bool
	New(id string) bool // it was not there yet the last time
}

// Is reports whether the article of that identity is what an is: or has: value says of a person's marks: read, unread,
// starred, noted or, as has: calls it, note; or new.
func (s State) Is(value, id string) bool {
	marks := s.Marks
	if marks == nil {
		return value == "unread"
	}
	switch value {
	case "read":
		return marks.Read(id)
	case "unread":
		return !marks.Read(id)
	case "starred":
		return marks.Starred(id)
	case "noted", "note":
		return marks.Noted(id)
	case "new":
		return marks.New(id)
	}
	return false
}

// Order is in what order the answer comes. The zero Order is newest first.
type Order struct {
	By      string // one of the values of sort:, or ""
	Reverse bool   // the largest, newest or last of the alphabet first
}

// Empty reports whether q matches every article.
func (q Query) Empty() bool { return q.Root == nil }

// String returns the query in the form that Parse reads.
func (q Query) String() string {
	order := q.Order.String()
	if q.Root == nil || order == "" {
		return format(q.Root) + order
	}
	return format(q.Root) + " " + order
}

// String returns o as a term, or "".
func (o Order) String() string {
	switch {
	case o.By == "":
		return ""
	case o.Reverse:
		return "sort:-" + o.By
	default:
		return "sort:" + o.By
	}
}

// Also returns the query for what both q and with match, in the order of q. Where neither is alternatives they stand side by
// side, those of with first.
func (q Query) Also(with Query) Query {
	var list And
	for _, n := range []Node{with.Root, q.Root} {
		switch n := n.(type) {
		case nil:
		case And:
			list = append(list, n...)
		default:
			list = append(list, n)
		}
	}
	switch len(list) {
	case 0:
		return q
	case 1:
		q.Root = list[0]
	default:
		q.Root = list
	}
	return q
}

// format writes n.
func format(n Node) string {
	switch n := n.(type) {
	case And:
		return formatList(n, " ", inAnd)
	case Or:
		return formatList(n, " OR ", inOr)
	case Not:
		return "-" + inAnd(n.X)
	case Term:
		return n.String()
	case Quote:
		return "quote(" + format(n.Cond) + ")"
	}
	return ""
}

func formatList(list []Node, between string, part func(Node) string) string {
	parts := make([]string, len(list))
	for i, n := range list {
		parts[i] = part(n)
	}
	return strings.Join(parts, between)
}

// inAnd writes a part of an And or what a Not negates: what is larger than a term in parentheses.
func inAnd(n Node) string {
	switch n.(type) {
	case And, Or:
		return "(" + format(n) + ")"
	}
	return format(n)
}

// inOr writes a part of an Or.
func inOr(n Node) string {
	if _, nested := n.(Or); nested {
		return "(" + format(n) + ")"
	}
	return format(n)
}

// unsure stands before the value of a Term that is Unsure.
const unsure = "?"

// String returns t in the form that Parse reads.
func (t Term) String() string {
	switch {
	case t.Field == Anything:
		return t.Value.String()
	case t.Unsure:
		return t.Field.String() + ":" + unsure + t.Value.String()
	default:
		return t.Field.String() + ":" + t.Value.String()
	}
}

// Unknown reports whether t asks for quotes of which nobody can tell who says them.
func (t Term) Unknown() bool { return t.Unsure && t.Value.Text == "" }

// BySpeakers returns the query for the articles in which any of names speaks. A name behind a question mark asks for what
// is not sure to be theirs, too, and a question mark alone for what nobody can be told to have said.
func BySpeakers(names ...string) Query {
	var list Or
	for _, asked := range names {
		name, weak := strings.CutPrefix(strings.TrimSpace(asked), unsure)
		switch {
		case name != "":
			list = append(list, Term{Field: Speaker, Value: Value{Phrase, name}, Unsure: weak})
		case weak:
			list = append(list, Term{Field: Speaker, Unsure: true})
		}
	}
	switch len(list) {
	case 0:
		return Query{}
	case 1:
		return Query{Root: list[0]}
	}
	return Query{Root: list}
}
