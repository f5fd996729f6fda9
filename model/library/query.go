package library

import (
	"strings"
	"unicode"
)

// Query is a parsed query: see ParseQuery. The zero Query matches every article.
type Query struct{ root expr }

// expr is a node of a query: nil, all, any, not or term.
type expr any

type (
	all  []expr             // every one matches
	some []expr             // at least one matches
	not  struct{ not expr } // it does not match
	term struct {
		field string // "" for bare words
		value string // never empty
		exact bool   // it stood in quotation marks: a phrase, or a whole name
	}
)

// fields returns the fields that a term can have.
func fields() []string { return []string{"speaker", "person", "org", "place", "text"} }

// Empty reports whether q matches every article.
func (q Query) Empty() bool { return q.root == nil }

// String returns the query in the form that ParseQuery reads.
func (q Query) String() string { return format(q.root) }

// format writes e. What binds less tightly than what it stands in gets parentheses.
func format(e expr) string {
	switch e := e.(type) {
	case all:
		return formatList(e, " ")
	case some:
		return formatList(e, " OR ")
	case not:
		return "-" + inner(e.not)
	case term:
		if e.field == "" {
			return e.quoted()
		}
		return e.field + ":" + e.quoted()
	}
	return ""
}

func formatList(list []expr, between string) string {
	parts := make([]string, len(list))
	for i, e := range list {
		parts[i] = inner(e)
	}
	return strings.Join(parts, between)
}

// inner writes a part of a larger expression.
func inner(e expr) string {
	switch e.(type) {
	case all, some:
		return "(" + format(e) + ")"
	}
	return format(e)
}

// quoted returns the value of t, in quotation marks where it had them or would be read as something else.
func (t term) quoted() string {
	if t.exact {
		return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(t.value) + `"`
	}
	return t.value
}

// BySpeakers returns the query for the articles in which any of names speaks.
func BySpeakers(names ...string) Query {
	var list some
	for _, name := range names {
		if strings.TrimFunc(name, unicode.IsSpace) != "" {
			list = append(list, term{field: "speaker", value: name, exact: true})
		}
	}
	switch len(list) {
	case 0:
		return Query{}
	case 1:
		return Query{list[0]}
	}
	return Query{list}
}
