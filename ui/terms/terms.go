// Package terms edits queries: it takes the text of a query apart into the terms that must all match, and
// puts others in their place. The query's text is the one thing that is stored; what was picked, typed or added
// is read from it.
package terms

import (
	"strings"
)

// Split returns the terms of query that must all match: words, phrases, fields with their values, negations
// and parentheses. A query of alternatives is one term.
func Split(query string) []string {
	var out []string
	prefix := "" // NOT and its blank, or "-"
	for rest := strings.TrimSpace(query); rest != ""; rest = strings.TrimSpace(rest) {
		n := termEnd(rest)
		t := rest[:n]
		rest = rest[n:]
		switch t {
		case "AND":
			continue
		case "OR":
			return []string{"(" + strings.TrimSpace(query) + ")"}
		case "NOT":
			prefix = "-"
			continue
		}
		out = append(out, prefix+t)
		prefix = ""
	}
	return out
}

// termEnd returns where the first term of s, which does not begin with a blank, ends.
func termEnd(s string) int {
	depth, quoted := 0, false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '(':
			depth++
		case c == ')':
			depth--
		case c == ' ' && depth <= 0:
			return i
		}
	}
	return len(s)
}

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
func Of(field, name string) string {
	return field + `:"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(name) + `"`
}

// WithSpeakers returns query with the alternatives names as its speakers instead of those it had.
func WithSpeakers(query string, names ...string) string {
	kept := without(Split(query), isSpeakers)
	if len(names) == 0 {
		return Join(kept)
	}
	list := make([]string, len(names))
	for i, name := range names {
		list[i] = Of("speaker", name)
	}
	t := strings.Join(list, " OR ")
	if len(list) > 1 {
		t = "(" + t + ")"
	}
	return Join(append([]string{t}, kept...))
}

// WithWords returns query with words instead of the bare words that it had.
func WithWords(query, words string) string {
	kept := without(Split(query), isWord)
	for w := range strings.FieldsSeq(words) {
		if w = word(w); w != "" {
			kept = append(kept, w)
		}
	}
	return Join(kept)
}

// Words returns the bare words of query.
func Words(query string) string {
	var out []string
	for _, t := range Split(query) {
		if isWord(t) {
			out = append(out, strings.Trim(t, `"`))
		}
	}
	return strings.Join(out, " ")
}

// Unfinished reports whether query ends in a bare word that may be going to be more, such as a field.
func Unfinished(query string) bool {
	if query == "" || strings.HasSuffix(query, " ") {
		return false
	}
	parts := Split(query)
	return len(parts) > 0 && !strings.ContainsAny(parts[len(parts)-1], `:")`)
}

// And returns query with term, and without its opposite.
func And(query, term string) string {
	opposite := "-" + term
	if positive, ok := strings.CutPrefix(term, "-"); ok {
		opposite = positive
	}
	kept := without(Split(query), func(t string) bool { return t == term || t == opposite })
	return Join(append(kept, term))
}

// Without returns query without its term i.
func Without(query string, i int) string {
	terms := Split(query)
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

// isSpeakers reports whether t chooses speakers and nothing else.
func isSpeakers(t string) bool {
	if inner, ok := strings.CutPrefix(t, "("); ok {
		for alternative := range strings.SplitSeq(strings.TrimSuffix(inner, ")"), " OR ") {
			if !isSpeakers(strings.TrimSpace(alternative)) {
				return false
			}
		}
		return true
	}
	return strings.HasPrefix(t, "speaker:") && termEnd(t) == len(t)
}

// isWord reports whether t is a bare word or a phrase.
func isWord(t string) bool {
	return !strings.HasPrefix(t, "(") && !strings.HasPrefix(t, "-") && (strings.HasPrefix(t, `"`) || !strings.Contains(t, ":"))
}

// word returns w, which was typed as a plain word, so that a query reads it as one.
func word(w string) string {
	w = strings.NewReplacer(`"`, "", `\`, "").Replace(w)
	if strings.ContainsAny(w, ":()") || strings.HasPrefix(w, "-") || w == "OR" || w == "AND" || w == "NOT" {
		return `"` + w + `"`
	}
	return w
}
