package query

import (
	"errors"
	"fmt"
	"regexp/syntax"
	"slices"
	"strings"
)

// Parse parses a query: see the package's doc. The error is an *Error. sort: stands anywhere outside of parentheses, and is
// about the whole query.
func Parse(text string) (Query, error) {
	p := parser{lexer: lexer{text: text}}
	p.next()
	var q Query
	if p.kind != end {
		q.Root = p.alternatives(0)
	}
	if p.kind == closing {
		p.fail(errorAt(p.at, "There is no opening parenthesis for this one."))
	}
	if p.err != nil {
		return Query{}, p.err
	}
	q.Order = p.order
	return q, nil
}

// maxDepth is how deep parentheses and negations may be nested.
const maxDepth = 64

// parser reads a query by recursive descent:
//
//	alternatives = group { "OR" group }
//	group        = negated { [ "AND" ] negated }
//	negated      = { "-" | "NOT" } ( "(" alternatives ")" | term )
//
// It stands at one lexeme. After an error it stands at the end. A sort: makes no node; where nothing else stands the node
// is nil.
type parser struct {
	lexer
	lexeme
	order Order
	err   *Error
}

// next goes to the next lexeme.
func (p *parser) next() {
	p.lexeme = p.lexer.next()
	if p.lexeme.err != nil {
		p.fail(p.lexeme.err)
	}
}

// fail notes the first error and gives the rest of the query up.
func (p *parser) fail(err *Error) {
	if p.err == nil {
		p.err = err
	}
	p.pos, p.kind = len(p.text), end
}

func (p *parser) alternatives(depth int) Node {
	var list Or
	for {
		at := p.at
		n := p.group(depth)
		if n != nil {
			list = append(list, n)
		}
		if p.kind != or {
			if n == nil && len(list) > 0 {
				p.fail(errorAt(at, "Something to look for must stand before and after OR."))
			}
			break
		}
		if n == nil {
			p.fail(errorAt(p.at, "Something to look for must stand before and after OR."))
		}
		p.next()
	}
	switch len(list) {
	case 0:
		return nil
	case 1:
		return list[0]
	}
	return list
}

func (p *parser) group(depth int) Node {
	var list And
	for {
		if n := p.negated(depth); n != nil {
			list = append(list, n)
		}
		switch p.kind {
		case and:
			p.next()
		case opening, minus, value:
		default:
			switch len(list) {
			case 0:
				return nil
			case 1:
				return alone(list[0])
			}
			return list
		}
	}
}

// alone returns n as it is where nothing stands beside it: parentheses say nothing.
func alone(n Node) Node {
	if list, ok := n.(And); ok && len(list) == 1 {
		return list[0]
	}
	return n
}

func (p *parser) negated(depth int) Node {
	at := p.at
	if depth > maxDepth {
		p.fail(errorAt(at, "This is nested more than %d deep.", maxDepth))
	}
	switch p.kind {
	case minus:
		p.next()
		n := alone(p.negated(depth + 1))
		if twice, ok := n.(Not); ok {
			return twice.X
		}
		return Not{n}
	case opening:
		return p.parentheses(depth)
	case value:
		return p.leaf(depth)
	case or, and:
		p.fail(errorAt(at, "Something must stand before and after %s.", p.text[at:p.end]))
	default:
		p.fail(errorAt(at, "Something is missing here."))
	}
	return nil
}

// parentheses reads what stands in parentheses. Of a condition on a quote it is kept that it stood there.
func (p *parser) parentheses(depth int) Node {
	at := p.at
	p.next()
	if p.kind == closing {
		p.fail(errorAt(p.at, "There is nothing between these parentheses."))
	}
	n := p.alternatives(depth + 1)
	if p.kind != closing {
		p.fail(errorAt(at, "The parenthesis that opens here is never closed."))
		return n
	}
	p.next()
	if binds(n, false) {
		if _, alternatives := n.(Or); !alternatives {
			return And{n}
		}
	}
	return n
}

// leaf reads a term.
func (p *parser) leaf(depth int) Node {
	t, at, valueAt := p.term, p.at, p.valueAt
	p.next()
	if p.err != nil {
		return nil
	}
	if err := t.check(valueAt); err != nil {
		p.fail(err)
		return nil
	}
	if t.Field != Sort {
		return t
	}
	switch {
	case depth > 0:
		p.fail(errorAt(at, "sort: is about the whole query; it can't stand in parentheses or behind a minus."))
	case p.order.By != "":
		p.fail(errorAt(at, "There is a sort: already, and only one can be."))
	}
	by, reverse := strings.CutPrefix(strings.ToLower(t.Value.Text), "-")
	p.order = Order{by, reverse}
	return nil
}

// check returns what is wrong with the value of t, which stands at at, or nil.
func (t Term) check(at int) *Error {
	v := t.Value
	few := t.Field.Values()
	if (few != nil || t.Field == Date || t.Field == Lang) && v.Form != Word && v.Form != Phrase {
		return errorAt(at, "%s: takes a plain value, no regular expression and no ~.", t.Field)
	}
	switch {
	case few != nil:
		text := strings.ToLower(v.Text)
		if t.Field == Sort {
			text = strings.TrimPrefix(text, "-")
		}
		if slices.Contains(few, text) {
			return nil
		}
		more := ""
		if t.Field == Sort {
			more = ", with - in front for the largest or newest first"
		}
		return errorAt(at, "%s: can be %s%s; %q it can't be.", t.Field, oneOf(few), more, v.Text)
	case t.Field == Date:
		if _, err := parseDates(v.Text); err != nil {
			return errorAt(at, "%s.", capitalized(err.Error()))
		}
	case v.Form == Regexp:
		return v.checkPattern(at)
	}
	return nil
}

// capitalized returns s as a sentence begins.
func capitalized(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// checkPattern returns what is wrong with the regular expression v, whose first slash stands at at, or nil.
func (v Value) checkPattern(at int) *Error {
	pattern := v.pattern()
	_, err := syntax.Parse(flags+pattern, syntax.Perl)
	if err == nil {
		return nil
	}
	var bad *syntax.Error
	if !errors.As(err, &bad) {
		return errorAt(at, "This regular expression can't be read: %s.", err)
	}
	if i := strings.LastIndex(v.Text, bad.Expr); i >= 0 && len(bad.Expr) < len(v.Text) {
		at += i
	}
	return errorAt(at+len("/"), "This regular expression can't be read: %s.", explained(bad))
}

// explained says what is wrong with a regular expression.
func explained(err *syntax.Error) string {
	switch err.Code {
	case syntax.ErrMissingParen:
		return "a parenthesis that opens is never closed"
	case syntax.ErrUnexpectedParen:
		return "a parenthesis closes that was never opened"
	case syntax.ErrMissingBracket:
		return "a bracket [ is never closed"
	case syntax.ErrMissingRepeatArgument:
		return fmt.Sprintf("before %q must stand what is repeated", err.Expr)
	case syntax.ErrTrailingBackslash:
		return "a backslash stands at its end"
	case syntax.ErrInvalidEscape:
		return fmt.Sprintf("%q means nothing", err.Expr)
	case syntax.ErrInvalidUTF8:
		return "it is not UTF-8"
	default:
		return fmt.Sprintf("%s: %q", err.Code, err.Expr)
	}
}
