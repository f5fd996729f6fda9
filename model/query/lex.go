package query

import (
	"fmt"
	"strings"
	"unicode"
)

// Error says what is wrong with a query, in a plain sentence, and where.
type Error struct {
	At      int // byte offset in the query
	Message string
}

// Error implements error.
func (e *Error) Error() string { return e.Message }

func errorAt(at int, message string, args ...any) *Error {
	return &Error{at, fmt.Sprintf(message, args...)}
}

// kind says what a lexeme is.
type kind uint8

const (
	end     kind = iota
	opening      // (
	closing      // )
	minus        // - or NOT
	and
	or
	value // a word, a phrase …, or a field with one
)

// lexeme is a piece of a query, text[at:end].
type lexeme struct {
	kind    kind
	at, end int
	term    Term // of a value
	valueAt int  // where its value begins, behind the field; equals at for a bare one
	open    bool // the quotation mark or slash that opens the value is never closed
	err     *Error
}

// lexer takes a query apart, whatever is wrong with it. Package query's Parse, Split and Complete all read through it.
type lexer struct {
	text string
	pos  int
}

// next reads the next lexeme; at the end of the text it is of kind end.
func (l *lexer) next() lexeme {
	l.pos += len(l.rest()) - len(strings.TrimLeftFunc(l.rest(), unicode.IsSpace))
	x := lexeme{at: l.pos, valueAt: l.pos}
	if l.rest() != "" {
		if x.kind = sign(l.rest()[0]); x.kind != value {
			l.pos++
		} else {
			l.word(&x)
		}
	}
	x.end = l.pos
	return x
}

// sign returns what a lexeme is that begins with c.
func sign(c byte) kind {
	switch c {
	case '(':
		return opening
	case ')':
		return closing
	case '-':
		return minus
	default:
		return value
	}
}

func (l *lexer) rest() string { return l.text[l.pos:] }

// word reads a value with its field, or a keyword.
func (l *lexer) word(x *lexeme) {
	n := strings.IndexFunc(l.rest(), func(r rune) bool { return !unicode.IsLetter(r) })
	if n > 0 && l.rest()[n] == ':' {
		l.field(x, l.rest()[:n])
		return
	}
	l.value(x)
	if x.term.Value.Form != Word {
		return
	}
	switch x.term.Value.Text {
	case "AND":
		x.kind = and
	case "OR":
		x.kind = or
	case "NOT":
		x.kind = minus
	}
}

// field reads the field of that name and its value.
func (l *lexer) field(x *lexeme, name string) {
	l.pos += len(name) + len(":")
	x.valueAt = l.pos
	f, known := fieldNamed(name)
	if known && f == Speaker && strings.HasPrefix(l.rest(), unsure) {
		x.term.Unsure = true
		l.pos += len(unsure)
		x.valueAt = l.pos
	}
	l.value(x)
	switch like, ok := meant(name); {
	case known:
		x.term.Field = f
		if x.term.Value.Text == "" && !x.term.Unsure && x.err == nil {
			x.err = errorAt(x.valueAt, "After %s: there must be what to look for, without a blank before it.", f)
		}
	case ok:
		x.err = errorAt(x.at, "There is no field %q; did you mean %s? To look for the words put them in quotation marks.", name, like)
	default:
		names := make([]string, 0, Sort)
		for _, f := range fields() {
			names = append(names, f.String())
		}
		x.err = errorAt(x.at, "There is no field %q; the fields are %s. To look for the words put them in quotation marks.",
			name, strings.Join(names, ", "))
	}
}

// value reads what to look for, which may be nothing.
func (l *lexer) value(x *lexeme) {
	v := &x.term.Value
	if strings.HasPrefix(l.rest(), "~") {
		v.Form = Fuzzy
		l.pos++
	}
	switch {
	case strings.HasPrefix(l.rest(), `"`):
		text, ok := l.enclosed(x, `"`, "quotation mark")
		v.Text = strings.NewReplacer(`\\`, `\`, `\"`, `"`).Replace(text)
		if v.Form == Word {
			v.Form = Phrase
		}
		if ok && strings.TrimSpace(v.Text) == "" {
			x.err = errorAt(x.valueAt, "There is nothing between these quotation marks.")
		}
	case v.Form == Word && strings.HasPrefix(l.rest(), "/"):
		text, ok := l.enclosed(x, "/", "regular expression")
		v.Form, v.Text = Regexp, text
		if ok && text == "" {
			x.err = errorAt(x.valueAt, "There is nothing between these slashes.")
		}
	default:
		v.Text = l.bare()
		if v.Form == Fuzzy && v.Text == "" {
			x.err = errorAt(x.valueAt, "After ~ there must be a word, without a blank before it.")
		}
	}
}

// enclosed reads up to the next mark, which is one byte, without a backslash before it, and returns what stands between
// the two; ok is false if there is none.
func (l *lexer) enclosed(x *lexeme, mark, what string) (text string, ok bool) {
	at := l.pos
	for i := at + 1; i < len(l.text); i++ {
		switch l.text[i] {
		case mark[0]:
			l.pos = i + 1
			return l.text[at+1 : i], true
		case '\\':
			i++
		}
	}
	l.pos = len(l.text)
	x.open = true
	x.err = errorAt(at, "The %s that begins here has no %s at its end.", what, mark)
	return l.text[at+1:], false
}

// bare reads up to the next blank, parenthesis or quotation mark.
func (l *lexer) bare() string {
	rest := l.rest()
	n := strings.IndexFunc(rest, endsWord)
	if n < 0 {
		n = len(rest)
	}
	l.pos += n
	return rest[:n]
}

// Split returns the terms of text that must all match, as they stand in it: words, fields with their values, negations
// with "-" in front, and parentheses. Alternatives are one term, in parentheses. It takes what can't be parsed, too.
func Split(text string) []string {
	var out []string
	l := lexer{text: text}
	prefix := "" // of the next term
	for x := l.next(); x.kind != end; x = l.next() {
		switch x.kind {
		case and:
		case or:
			return alternatives(text)
		case minus:
			if prefix += "-"; prefix == "--" {
				prefix = ""
			}
		case opening:
			out = append(out, prefix+text[x.at:l.close()])
			prefix = ""
		default:
			out = append(out, prefix+text[x.at:x.end])
			prefix = ""
		}
	}
	return out
}

// alternatives returns the query text in parentheses, and behind it any sort: of it, which can't stand in some.
func alternatives(text string) []string {
	var out []string
	rest, depth, copied := "", 0, 0
	l := lexer{text: text}
	for x := l.next(); x.kind != end; x = l.next() {
		switch {
		case x.kind == opening:
			depth++
		case x.kind == closing:
			depth--
		case x.term.Field == Sort && depth == 0:
			rest += text[copied:x.at]
			copied = x.end
			out = append(out, text[x.at:x.end])
		}
	}
	return append([]string{"(" + strings.TrimSpace(rest+text[copied:]) + ")"}, out...)
}

// close reads up to the parenthesis that closes the one that was read, and returns where it ends.
func (l *lexer) close() int {
	depth := 1
	for x := l.next(); x.kind != end; x = l.next() {
		if x.kind == opening {
			depth++
		}
		if x.kind == closing {
			depth--
		}
		if depth == 0 {
			break
		}
	}
	return l.pos
}
