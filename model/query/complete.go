package query

import (
	"slices"
	"strings"
	"unicode"
)

// Vocabulary knows what the fields of queries can look for.
type Vocabulary interface {
	// Values returns at most n values of f, those that occur most first: those that have a word that begins with prefix,
	// case and accents aside, or all for "". Of a field that can have few values only their counts are of interest.
	Values(f Field, prefix string, n int) []Candidate
	// Likely is Values of Speaker, with those who are only likely to speak.
	Likely(prefix string, n int) []Candidate
}

// Candidate is a value, and how often it occurs.
type Candidate struct {
	Text   string
	Count  int // of quotes for fields of quotes other than to:, else of articles
	Unsure int // of quotes that are only likely to be theirs, beside Count; 0 where only sure ones are told of
}

// Completion is what may stand in place of text[From:To] of a query.
type Completion struct {
	Text     string
	From, To int
	Help     string // of a field: what it looks at
	Count    int    // how often the value occurs, in quotes or articles; -1: not known
	Unsure   int    // in quotes that are only likely to be theirs, beside Count
	Quotes   bool   // Count is of quotes
}

// maxCompletions is how many values are offered.
const maxCompletions = 20

// Complete returns what may be typed at the byte cursor of text: fields where a word begins, and behind a field its
// values; those that are likeliest first.
func Complete(text string, cursor int, from Vocabulary) []Completion {
	x := typed(text[:cursor])
	c := completer{vocabulary: from, from: x.valueAt, to: wordEnd(text, x.at, cursor)}
	switch f, v := x.term.Field, x.term.Value; {
	case x.kind == closing, v.Form == Regexp:
		return nil
	case f == Anything && x.valueAt > x.at: // a field that there isn't
		return nil
	case f == Anything:
		c.fields(v)
	case x.term.Unsure:
		c.names(f, c.vocabulary.Likely(v.Text, maxCompletions))
	default:
		c.values(f, v)
	}
	return c.out
}

// typed returns the lexeme that is being typed at the end of text, or an empty value there.
func typed(text string) lexeme {
	l := lexer{text: text}
	last := lexeme{}
	for x := l.next(); x.kind != end; x = l.next() {
		last = x
	}
	sign := last.kind == opening || last.kind == minus && last.end == last.at+1
	if last.end < len(text) || last.kind == end || sign {
		return lexeme{kind: value, at: len(text), valueAt: len(text), end: len(text)}
	}
	return last
}

// wordEnd returns where the lexeme that begins at at and has the cursor in it ends: what stands behind the cursor goes, too.
func wordEnd(text string, at, cursor int) int {
	l := lexer{text: text}
	x := l.next()
	for x.kind != end && x.at < at {
		x = l.next()
	}
	if x.at > at || x.open {
		return cursor
	}
	return max(x.end, cursor)
}

// completer gathers what may stand in place of the bytes from to to.
type completer struct {
	vocabulary Vocabulary
	from, to   int
	out        []Completion
}

// fields offers the fields that begin like v, and speakers of that name.
func (c *completer) fields(v Value) {
	if v.Form == Word {
		for _, f := range fields() {
			if strings.HasPrefix(f.String(), strings.ToLower(v.Text)) {
				c.out = append(c.out, Completion{Text: f.String() + ":", From: c.from, To: c.to, Help: f.Help(), Count: -1})
			}
		}
	}
	if name := strings.TrimSpace(v.Text); name != "" {
		for _, s := range c.vocabulary.Values(Speaker, name, maxCompletions) {
			c.add(Speaker, Term{Field: Speaker, Value: Value{Phrase, s.Text}}.String(), s)
		}
	}
}

// values offers the values of f that begin like v.
func (c *completer) values(f Field, v Value) {
	if few := f.Values(); few != nil {
		c.fewValues(f, few, strings.ToLower(v.Text))
		return
	}
	found := c.vocabulary.Values(f, v.Text, maxCompletions)
	if f.Names() {
		c.names(f, found)
		return
	}
	for _, s := range found {
		c.add(f, Quoted(s.Text), s)
	}
	if f != Date {
		return
	}
	for _, s := range []string{"today", "yesterday", "7d", "3w", "6m", "1y"} {
		if strings.HasPrefix(s, strings.ToLower(v.Text)) {
			c.add(f, s, Candidate{Count: -1})
		}
	}
}

// names offers found, which are names, in quotation marks: nobody else whose name begins so.
func (c *completer) names(f Field, found []Candidate) {
	for _, s := range found {
		c.add(f, quoted(s.Text), s)
	}
}

// fewValues offers those of few, the values of f, that begin with prefix.
func (c *completer) fewValues(f Field, few []string, prefix string) {
	prefix, reverse := strings.CutPrefix(prefix, "-")
	counts := c.vocabulary.Values(f, "", len(few))
	for _, s := range few {
		if !strings.HasPrefix(s, prefix) {
			continue
		}
		count := Candidate{Count: -1}
		if i := slices.IndexFunc(counts, func(k Candidate) bool { return k.Text == s }); i >= 0 {
			count = counts[i]
		}
		if reverse && f == Sort {
			s = "-" + s
		}
		c.add(f, s, count)
	}
}

// add offers text, which occurs as often as counted says.
func (c *completer) add(f Field, text string, counted Candidate) {
	c.out = append(c.out, Completion{
		Text: text, From: c.from, To: c.to, Count: counted.Count, Unsure: counted.Unsure, Quotes: f.OfQuote() && f != To,
	})
}

// Unfinished reports whether text ends in a bare word that may be going to be more, such as a field.
func Unfinished(text string) bool {
	if text == "" || strings.TrimRightFunc(text, unicode.IsSpace) != text {
		return false
	}
	x := typed(text)
	return x.valueAt == x.at && x.kind != closing && x.term.Value.Form == Word
}
