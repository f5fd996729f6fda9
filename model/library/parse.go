package library

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

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
// left out); parentheses group; "-" or NOT in front negates. Bare words look in title, text and speakers. The
// fields are speaker, person, org, place and text. In quotation marks words are a phrase, or a name as a whole; a
// quotation mark or backslash among them has a backslash in front. The error is a *QueryError.
func ParseQuery(text string) (Query, error) {
	p := parser{text: text}
	p.next()
	var root expr
	if p.kind != end {
		root = p.alternatives(0)
	}
	if p.kind == closing {
		p.fail(p.at, "There is no opening parenthesis for this one.")
	}
	if p.err != nil {
		return Query{}, p.err
	}
	return Query{root}, nil
}

// maxDepth is how deep parentheses and negations may be nested.
const maxDepth = 64

// kind says what a lexeme is.
type kind uint8

const (
	end     kind = iota
	opening      // (
	closing      // )
	minus        // - or NOT
	and
	or
	value // a bare word, a phrase, or a field with one
)

// parser reads a query by recursive descent:
//
//	alternatives = group { "OR" group }
//	group        = negated { [ "AND" ] negated }
//	negated      = { "-" | "NOT" } ( "(" alternatives ")" | term )
//
// It stands at one lexeme. After an error it stands at the end.
type parser struct {
	text string
	pos  int // after the lexeme
	err  *QueryError

	kind kind
	at   int // where the lexeme begins
	term term
}

// fail notes the first error and gives the rest of the query up.
func (p *parser) fail(at int, message string, args ...any) {
	if p.err == nil {
		p.err = &QueryError{at, fmt.Sprintf(message, args...)}
	}
	p.pos, p.kind = len(p.text), end
}

func (p *parser) alternatives(depth int) expr {
	list := some{p.group(depth)}
	for p.kind == or {
		p.next()
		list = append(list, p.group(depth))
	}
	if len(list) == 1 {
		return list[0]
	}
	return list
}

func (p *parser) group(depth int) expr {
	list := all{p.negated(depth)}
	for {
		switch p.kind {
		case and:
			p.next()
		case opening, minus, value:
		default:
			if len(list) == 1 {
				return list[0]
			}
			return list
		}
		list = append(list, p.negated(depth))
	}
}

func (p *parser) negated(depth int) expr {
	at := p.at
	if depth > maxDepth {
		p.fail(at, "This is nested more than %d deep.", maxDepth)
	}
	switch p.kind {
	case minus:
		p.next()
		e := p.negated(depth + 1)
		if n, twice := e.(not); twice {
			return n.not
		}
		return not{e}
	case opening:
		p.next()
		if p.kind == closing {
			p.fail(p.at, "There is nothing between these parentheses.")
		}
		e := p.alternatives(depth + 1)
		if p.kind != closing {
			p.fail(at, "The parenthesis that opens here is never closed.")
			return e
		}
		p.next()
		return e
	case value:
		t := p.term
		p.next()
		return t
	case or, and:
		p.fail(at, "Something must stand before and after %s.", strings.Fields(p.text[at:])[0])
	default:
		p.fail(at, "Something is missing here.")
	}
	return nil
}

// next reads the next lexeme.
func (p *parser) next() {
	p.pos += len(p.rest()) - len(strings.TrimLeftFunc(p.rest(), unicode.IsSpace))
	p.at = p.pos
	if p.at == len(p.text) {
		p.kind = end
		return
	}
	switch p.text[p.at] {
	case '(':
		p.kind = opening
	case ')':
		p.kind = closing
	case '-':
		p.kind = minus
	default:
		p.word()
		return
	}
	p.pos++
}

func (p *parser) rest() string { return p.text[p.pos:] }

// word reads a keyword, or a value with its field.
func (p *parser) word() {
	p.kind, p.term = value, term{}
	bare := p.bare()
	switch bare {
	case "AND":
		p.kind = and
		return
	case "OR":
		p.kind = or
		return
	case "NOT":
		p.kind = minus
		return
	}
	field, rest, has := strings.Cut(bare, ":")
	if !has || !isWord(field) {
		p.value(bare)
		return
	}
	if !slices.Contains(fields(), strings.ToLower(field)) {
		p.fail(p.at, "There is no field %q; the fields are %s. To look for the words put them in quotation marks.",
			field, strings.Join(fields(), ", "))
		return
	}
	p.term.field = strings.ToLower(field)
	p.pos = p.at + len(field) + 1
	if rest == "" && !strings.HasPrefix(p.rest(), `"`) {
		p.fail(p.pos, "After %s: there must be what to look for, without a blank before it.", p.term.field)
		return
	}
	p.value(p.bare())
}

// value reads a value, which is the word bare unless a quotation mark stands there.
func (p *parser) value(bare string) {
	if bare != "" {
		p.term.value = bare
		return
	}
	at := p.pos
	for i := at + 1; i < len(p.text); i++ {
		switch p.text[i] {
		case '"':
			p.pos = i + 1
			p.term.value, p.term.exact = unescape(p.text[at+1:i]), true
			if strings.TrimSpace(p.term.value) == "" {
				p.fail(at, "There is nothing between these quotation marks.")
			}
			return
		case '\\':
			i++
		}
	}
	p.fail(at, "The quotation mark that opens here is never closed.")
}

// bare reads up to the next blank, parenthesis or quotation mark.
func (p *parser) bare() string {
	rest := p.rest()
	n := strings.IndexFunc(rest, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(`()"`, r) })
	if n < 0 {
		n = len(rest)
	}
	p.pos += n
	return rest[:n]
}

// isWord reports whether s is letters and nothing else.
func isWord(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
}

// unescape takes away the backslashes before quotation marks and backslashes.
func unescape(s string) string {
	return strings.NewReplacer(`\\`, `\`, `\"`, `"`).Replace(s)
}
