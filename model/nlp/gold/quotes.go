package gold

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reader/model"
)

// Quote is what somebody is quoted with.
type Quote struct {
	Span    model.Span
	Speaker string     // the full name, or the words for a speaker without one; "" for nobody
	Key     string     // of the speaker's names; "" if there are none
	Mention model.Span // the words that name the speaker for this quote; empty if none do
	Cue     model.Span // the word that says it is speech; empty if there is none
}

// ReadQuotes fills a.Quotes from data, the file of a's quotes: one a line, by place. An error names the line,
// from 1, and what is wrong there.
func (a *Article) ReadQuotes(path, data string) error {
	if !utf8.ValidString(data) {
		return fmt.Errorf("%s: not UTF-8", path)
	}
	if len(a.Drafts) > 0 {
		return fmt.Errorf("%s: %s has quotes in braces, too: they are to be in one place", path, a.Path)
	}
	s := seeker{a: a, people: a.people()}
	n := 0
	for line := range strings.Lines(data) {
		n++
		if err := s.read(strings.TrimSuffix(line, "\n")); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	a.Quotes, a.Read = s.quotes, true
	return nil
}

// people maps the names in a to the keys of who bears them.
func (a *Article) people() map[string][]string {
	out := map[string][]string{}
	for _, n := range a.Names {
		name := n.Span.In(a.Text)
		if !slices.Contains(out[name], n.Key) {
			out[name] = append(out[name], n.Key)
		}
	}
	return out
}

// seeker finds in an article what the lines of its quotes tell by its words.
type seeker struct {
	a      *Article
	people map[string][]string
	quotes []Quote
}

func (s *seeker) read(line string) error {
	fields := strings.Split(line, " | ")
	if len(fields) != 4 {
		return fmt.Errorf("%q is not \"words | speaker | mention | cue\", with - for none", line)
	}
	var q Quote
	var err error
	if q.Span, err = s.quoted(fields[0]); err != nil {
		return err
	}
	if q.Speaker, q.Key, err = s.speaker(fields[1]); err != nil {
		return err
	}
	if q.Mention, err = s.beside(q.Span, fields[2]); err != nil {
		return err
	}
	if q.Cue, err = s.beside(q.Span, fields[3]); err != nil {
		return err
	}
	s.quotes = append(s.quotes, q)
	return nil
}

// ellipsis stands between the first and the last words of a quote that is not written out.
const ellipsis = " … "

// quoted returns where words stand: in the first paragraph that has them from where the quote before begins.
func (s *seeker) quoted(words string) (model.Span, error) {
	var before model.Span
	if n := len(s.quotes); n > 0 {
		before = s.quotes[n-1].Span
	}
	text := s.a.Text
	first, last, parted := strings.Cut(words, ellipsis)
	for at := int(before.Start); at < len(text); {
		end := paragraphEnd(text, at)
		i := word(text[:end], first, at)
		if i == int(before.Start) && i+len(first) == int(before.End) && !parted {
			i = word(text[:end], first, i+1) // the same words again
		}
		if i < 0 {
			at = end + 1
			continue
		}
		span := model.Span{Start: uint32(i), End: uint32(i + len(first))}
		if !parted {
			return span, nil
		}
		j := word(text[:end], last, i+len(first))
		if j < 0 {
			at = end + 1
			continue
		}
		if word(text[:end], first, i+1) >= 0 || word(text[:end], last, j+1) >= 0 {
			return span, fmt.Errorf("%q may stand in more than one place of its paragraph: write more words", words)
		}
		span.End = uint32(j + len(last))
		return span, nil
	}
	return before, fmt.Errorf("%q stands nowhere from the quote before on", words)
}

func paragraphEnd(text string, at int) int {
	if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(text)
}

// speaker returns the speaker called name, and the key.
func (s *seeker) speaker(name string) (string, string, error) {
	if name == "-" {
		return "", "", nil
	}
	keys := s.people[name]
	switch {
	case len(keys) > 1:
		return "", "", fmt.Errorf("more than one is %q: %s", name, strings.Join(keys, ", "))
	case len(keys) == 1:
		return name, keys[0], nil
	case word(s.a.Text, name, 0) < 0:
		return "", "", fmt.Errorf("nobody is %q", name)
	}
	return name, "", nil
}

// beside returns where words stand nearest to q, outside it and in its paragraph; behind < or > they are looked for
// before or behind q alone, and in other paragraphs, too.
func (s *seeker) beside(q model.Span, words string) (model.Span, error) {
	if words == "-" {
		return model.Span{}, nil
	}
	text, start, end := s.a.Text, int(q.Start), int(q.End)
	from, to := strings.LastIndexByte(text[:start], '\n')+1, paragraphEnd(text, end)
	bare := strings.TrimLeft(words, "<>")
	switch {
	case bare == "":
		return q, errors.New("no words for the mention or the cue: write - for none")
	case words[0] == '<':
		from, to = 0, start
	case words[0] == '>':
		from, to = end, len(text)
	}
	left, right := lastWord(text[:start], bare, from), word(text[:to], bare, end)
	if words[0] == '<' {
		right = -1
	}
	switch {
	case left < 0 && right < 0:
		return q, fmt.Errorf("%q does not stand beside the quote", bare)
	case right < 0 || left >= 0 && start-left-len(bare) <= right-end:
		return model.Span{Start: uint32(left), End: uint32(left + len(bare))}, nil
	}
	return model.Span{Start: uint32(right), End: uint32(right + len(bare))}, nil
}

// word returns where s stands as whole words in text from the offset from on, or -1.
func word(text, s string, from int) int {
	for at := from; s != "" && at <= len(text); {
		i := strings.Index(text[at:], s)
		if i < 0 {
			break
		}
		at += i
		if whole(text, at, at+len(s)) {
			return at
		}
		at++
	}
	return -1
}

// lastWord returns where s stands last as whole words in text from the offset from on, or -1.
func lastWord(text, s string, from int) int {
	for end := len(text); s != "" && end > from; {
		i := strings.LastIndex(text[from:end], s)
		if i < 0 {
			break
		}
		if whole(text, from+i, from+i+len(s)) {
			return from + i
		}
		end = from + i + len(s) - 1
	}
	return -1
}

// whole reports whether no word goes on over an end of text[start:end].
func whole(text string, start, end int) bool {
	return !joined(text, start) && !joined(text, end)
}

// joined reports whether a word goes on over the offset at.
func joined(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	return letterOrDigit(before) && letterOrDigit(after)
}

func letterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// Kind tells by the quotation marks in q how much of it stands between some.
func (a *Article) Kind(q Quote) model.QuoteKind {
	s := q.Span.In(a.Text)
	opening, size := utf8.DecodeRuneInString(s)
	closing, ok := marks[opening]
	if at := closed(s[size:], closing); ok && (at < 0 || size+at+utf8.RuneLen(closing) == len(s)) {
		return model.Direct // one that the next paragraph goes on with is not closed
	}
	if strings.ContainsAny(s, "“\"‘") || strings.Contains(s, " '") {
		return model.Mixed
	}
	return model.Indirect
}

// marks maps the opening quotation marks to their closing ones.
var marks = map[rune]rune{'“': '”', '"': '"', '‘': '’', '\'': '\''}

// closed returns where a quotation ends in s, which does not hold its opening mark, or -1. An apostrophe ends none.
func closed(s string, mark rune) int {
	for i, r := range s {
		if next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):]); r == mark && !letterOrDigit(next) {
			return i
		}
	}
	return -1
}
