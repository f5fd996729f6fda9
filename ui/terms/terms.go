// Package terms edits queries: it takes the text of a query apart into the terms that must all match, and
// puts others in their place. The query's text is the one thing that is stored; what was picked, typed or added
// is read from it.
package terms

import (
	"strings"

	"reader/model/query"
)

// IsNew is the term for articles that were not there when the reader was left the last time.
const IsNew = "is:new"

// MostWays is how many terms a query has at most of which it is tried whether something is found without one: each takes a search of
// its own, and who pastes a page of text into a query would wait for hundreds.
const MostWays = 16

// Join returns the query in which all terms must match.
func Join(terms []string) string {
	if len(terms) == 1 {
		if inner, ok := strings.CutPrefix(terms[0], "("); ok {
			return strings.TrimSuffix(inner, ")")
		}
	}
	return strings.Join(terms, " ")
}

// Of returns the term for name in field, which need not be quoted.
func Of(field, name string) string { return field + ":" + Quoted(name) }

// Quoted returns name in quotation marks.
func Quoted(name string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(name) + `"`
}

// Said returns the term for what value says, a name in quotation marks; if unsure is set with what is not sure to be theirs, and for ""
// what nobody can be told to have said.
func Said(value string, unsure bool) string {
	if unsure {
		value = "?" + value
	}
	return query.Speaker.String() + ":" + value
}

// With returns the query text with the alternatives names in field instead of those it had; none without names.
func With(text, field string, names ...string) string {
	list := make([]string, len(names))
	for i, name := range names {
		list[i] = Of(field, name)
	}
	return Instead(text, field, list...)
}

// Instead returns the query text with the alternatives list, terms of field, instead of those it had; none for an empty list.
func Instead(text, field string, list ...string) string {
	kept := without(query.Split(text), func(t string) bool { return isOf(t, field) })
	if len(list) == 0 {
		return Join(kept)
	}
	t := strings.Join(list, " OR ")
	if len(list) > 1 {
		t = "(" + t + ")"
	}
	return Join(append([]string{t}, kept...))
}

// Values returns what the query text, which can be parsed, looks for in field, as far as With would replace it.
func Values(text, field string) []string {
	var out []string
	for _, t := range query.Split(text) {
		if !isOf(t, field) {
			continue
		}
		if q, err := query.Parse(t); err == nil {
			for term := range query.Terms(q.Root) {
				out = append(out, term.Value.Text)
			}
		}
	}
	return out
}

// Sorted returns the query text in the order by: a value of sort:, or "" for the newest first.
func Sorted(text, by string) string {
	kept := without(query.Split(text), func(t string) bool { return isOf(t, query.Sort.String()) })
	if by != "" {
		kept = append(kept, query.Sort.String()+":"+by)
	}
	return Join(kept)
}

// WithWords returns the query text with words instead of the bare words that it had.
func WithWords(text, words string) string {
	kept := without(query.Split(text), isWord)
	for w := range strings.FieldsSeq(words) {
		if w = word(w); w != "" {
			kept = append(kept, w)
		}
	}
	return Join(kept)
}

// Saying returns the query text with the words said, all in one quote, instead of those it had.
func Saying(text, words string) string {
	kept := without(query.Split(text), isSaid)
	for w := range strings.FieldsSeq(words) {
		if w = word(w); w != "" {
			kept = append(kept, query.Said.String()+":"+w)
		}
	}
	return Join(kept)
}

// SaidWords returns the words said that the query text looks for, as far as Saying would replace them.
func SaidWords(text string) string {
	var out []string
	for _, t := range query.Split(text) {
		if value, ok := strings.CutPrefix(t, query.Said.String()+":"); ok && isSaid(t) {
			out = append(out, strings.Trim(value, `"`))
		}
	}
	return strings.Join(out, " ")
}

// Continued returns the query text so that what is typed behind it must match as well, whatever it is.
func Continued(text string) string {
	if text == "" {
		return ""
	}
	return strings.Join(query.Split(text), " ") + " "
}

// Words returns the bare words of the query text.
func Words(text string) string {
	var out []string
	for _, t := range query.Split(text) {
		if isWord(t) {
			out = append(out, strings.Trim(t, `"`))
		}
	}
	return strings.Join(out, " ")
}

// And returns the query text with term, and without its opposite.
func And(text, term string) string {
	opposite := "-" + term
	if positive, ok := strings.CutPrefix(term, "-"); ok {
		opposite = positive
	}
	kept := without(query.Split(text), func(t string) bool { return t == term || t == opposite })
	return Join(append(kept, term))
}

// Without returns the query text without its term i.
func Without(text string, i int) string {
	terms := query.Split(text)
	return Join(append(terms[:i:i], terms[i+1:]...))
}

func without(terms []string, drop func(string) bool) []string {
	var kept []string
	for _, t := range terms {
		if !drop(t) {
			kept = append(kept, t)
		}
	}
	return kept
}

// isOf reports whether t is a term of field, or alternatives of such terms, and nothing else.
func isOf(t, field string) bool {
	if inner, ok := strings.CutPrefix(t, "("); ok {
		for alternative := range strings.SplitSeq(strings.TrimSuffix(inner, ")"), " OR ") {
			if !isOf(strings.TrimSpace(alternative), field) {
				return false
			}
		}
		return true
	}
	return strings.HasPrefix(t, field+":") && len(query.Split(t)) == 1
}

// isWord reports whether t is a bare word or a phrase.
func isWord(t string) bool {
	return strings.HasPrefix(t, `"`) || !strings.ContainsAny(t[:1], "(-~/") && !strings.Contains(t, ":")
}

// isSaid reports whether t is words that must be said.
func isSaid(t string) bool {
	value, ok := strings.CutPrefix(t, query.Said.String()+":")
	return ok && isWord(value)
}

// word returns w, which was typed as a plain word, so that a query reads it as one.
func word(w string) string {
	if w = strings.NewReplacer(`"`, "", `\`, "").Replace(w); w == "" {
		return ""
	}
	return query.Quoted(w)
}
