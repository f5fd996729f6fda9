package gold

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"reader/model"
)

// Parse reads one annotated article. An error names the line, from 1, and what is wrong there. It costs
// time linear in data.
func Parse(path, data string) (*Article, error) {
	if !utf8.ValidString(data) {
		return nil, fmt.Errorf("%s: not UTF-8", path)
	}
	p := &parser{a: &Article{Path: path, Fields: map[string]string{}}, line: 1}
	if err := p.parse(data); err != nil {
		return nil, fmt.Errorf("%s:%d: %w", path, p.line, err)
	}
	byPlace := func(a, b model.Span) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	}
	slices.SortFunc(p.a.Names, func(a, b Name) int { return byPlace(a.Span, b.Span) })
	slices.SortFunc(p.a.Words, func(a, b Words) int { return byPlace(a.Span, b.Span) })
	slices.SortFunc(p.a.Drafts, func(a, b Draft) int { return byPlace(a.Spans[0], b.Spans[0]) })
	return p.a, nil
}

type parser struct {
	a    *Article
	text strings.Builder
	open []opening
	last int // the quote that "{+ …}" goes on with, from 1
	line int
}

// opening is a bracket that is not closed yet.
type opening struct {
	bracket byte
	code    string // "P", "d", "+" …
	key     string
	start   uint32
	quote   int // of "+": which quote it goes on with
}

func (p *parser) parse(data string) error {
	head, body, ok := strings.Cut(data, "\n\n")
	if !ok {
		return errors.New("no empty line between header and body")
	}
	title := ""
	for line := range strings.SplitSeq(head, "\n") {
		key, value, ok := strings.Cut(line, ": ")
		switch {
		case !ok:
			return fmt.Errorf("header line %q is not \"key: value\"", line)
		case key == "title":
			title = value
			if err := p.paragraph(value); err != nil {
				return err
			}
		default:
			p.a.Fields[key] = value
		}
		p.line++
	}
	if title == "" {
		return errors.New("no title")
	}
	p.text.WriteString("\n\n")
	p.a.BodyAt = uint32(p.text.Len())
	p.line++
	for line := range strings.SplitSeq(strings.TrimRight(body, "\n"), "\n") {
		if line == "" {
			p.text.WriteString("\n\n")
		} else if err := p.paragraph(line); err != nil {
			return err
		}
		p.line++
	}
	p.a.Text = p.text.String()
	return nil
}

// paragraph reads one line of marked text. Brackets may nest and may not cross its end.
func (p *parser) paragraph(s string) error {
	for s != "" {
		i := strings.IndexAny(s, "[]{}|")
		if i < 0 {
			p.text.WriteString(s)
			break
		}
		p.text.WriteString(s[:i])
		var err error
		switch s[i] {
		case '[', '{':
			s, err = p.opened(s[i:])
		case ']', '}':
			err = p.closed(s[i] - 2) // ASCII: the opening bracket stands two before its closing one
			s = s[i+1:]
		default:
			err = errors.New("a | in the text")
		}
		if err != nil {
			return err
		}
	}
	if n := len(p.open); n > 0 {
		return fmt.Errorf("%c%s %s is not closed in its paragraph", p.open[n-1].bracket, p.open[n-1].code, p.open[n-1].key)
	}
	return nil
}

func (p *parser) opened(s string) (string, error) {
	mark, rest, ok := strings.Cut(s[1:], " ")
	if !ok || len(mark) > 30 {
		return "", fmt.Errorf("no code after %.20q", s)
	}
	code, key, _ := strings.Cut(mark, ":")
	o := opening{bracket: s[0], code: code, key: key, start: uint32(p.text.Len()), quote: p.last}
	known := codes[s[0]]
	if !strings.Contains(known, code) || len(code) != 1 {
		return "", fmt.Errorf("%c%s: the codes after %c are %s", s[0], code, s[0], known)
	}
	if key == "" && keyed[code] {
		return "", fmt.Errorf("%c%s needs a key", s[0], code)
	}
	if o.bracket == '{' && code != "+" {
		p.a.Drafts = append(p.a.Drafts, Draft{Kind: kinds[code], Key: key})
		o.quote = len(p.a.Drafts)
	} else if code == "+" && p.last == 0 {
		return "", errors.New("{+ goes on with no quote")
	}
	p.open = append(p.open, o)
	return rest, nil
}

func (p *parser) closed(bracket byte) error {
	n := len(p.open) - 1
	if n < 0 || p.open[n].bracket != bracket {
		return fmt.Errorf("a closing bracket that closes nothing, after %q", tail(p.text.String()))
	}
	o := p.open[n]
	p.open = p.open[:n]
	span := model.Span{Start: o.start, End: uint32(p.text.Len())}
	words := p.text.String()[o.start:]
	if words == "" || strings.TrimSpace(words) != words {
		return fmt.Errorf("%c%s %q is empty or has a blank at its end", o.bracket, o.code, words)
	}
	switch {
	case bracket == '{':
		q := &p.a.Drafts[o.quote-1]
		q.Spans = append(q.Spans, span)
		p.last = o.quote
	case o.code == "R" || o.code == "C":
		p.a.Words = append(p.a.Words, Words{Span: span, Role: o.code == "R", Key: o.key})
	default:
		if slices.ContainsFunc(p.open, func(o opening) bool { return o.bracket == '[' && o.code != "R" && o.code != "C" }) {
			return fmt.Errorf("%q is a name within a name", words)
		}
		p.a.Names = append(p.a.Names, Name{Span: span, Type: types[o.code], Key: o.key})
	}
	return nil
}

func tail(s string) string { return s[max(0, len(s)-30):] }

// The codes that may follow a bracket.
var (
	codes = map[byte]string{'[': "POLNFEWDURC", '{': "dmi+"}
	keyed = map[string]bool{"R": true, "C": true, "d": true, "m": true, "i": true}
	types = map[string]model.EntityType{
		"P": model.Person, "O": model.Organization, "L": model.Place, "N": model.Nationality, "F": model.Facility,
		"E": model.Event, "W": model.Work, "D": model.Law, "U": model.Product,
	}
	kinds = map[string]model.QuoteKind{"d": model.Direct, "m": model.Mixed, "i": model.Indirect}
)
