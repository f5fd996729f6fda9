// Package token splits the text of a document into tokens as the Universal Dependencies treebank of
// English web text does: clitics and the parts of a hyphenated word are tokens of their own, the dot of an
// abbreviation is part of it, even where it ends the sentence too.
package token

import (
	"reader/model"
	"reader/model/nlp/doc"
)

// Split fills d.Tokens and the token ranges of d.Paragraphs. The tokens of a paragraph hold every character
// of it that is not blank, in order and without overlap. It takes one pass and one allocation.
func Split(d *doc.Document) {
	s := scanner{tokens: make([]doc.Token, 0, len(d.Text)/4+8)}
	for i := range d.Paragraphs {
		p := &d.Paragraphs[i]
		p.First = len(s.tokens)
		s.text, s.start, s.prev = d.Text[:p.Span.End], int(p.Span.Start), len(s.tokens)
		s.paragraph()
		p.Last = len(s.tokens)
	}
	d.Tokens = s.tokens
}

// scanner splits one paragraph after the other.
type scanner struct {
	text   string // up to the end of the paragraph
	start  int    // where the paragraph begins
	prev   int    // the first token of the paragraph
	tokens []doc.Token
}

func (s *scanner) paragraph() {
	for i := s.start; i < len(s.text); {
		if n := blank(s.text, i); n > 0 {
			i += n
			continue
		}
		i = s.chunk(i)
	}
}

// chunk splits the text from i to the next blank and returns where that is. Addresses are found first, for
// nothing in them is punctuation.
func (s *scanner) chunk(i int) int {
	end, mayAddress := chunkEnd(s.text, i)
	for i < end {
		from, to := end, end
		if mayAddress {
			from, to = address(s.text, i, end)
		}
		for i < from {
			i = s.token(i, from)
		}
		if from < to {
			s.add(from, to, doc.Other)
			i = to
		}
	}
	return end
}

// token adds the one or two tokens that begin at i and returns where they end; the chunk ends at end.
func (s *scanner) token(i, end int) int {
	switch c := s.text[i]; {
	case c >= 0x80:
		return s.wide(i, end)
	case isLetter(c):
		return s.word(i, end)
	case isDigit(c):
		return s.number(i, end)
	case c == '\'':
		return s.apostrophe(i, i+1, end)
	case c == '.' && i+1 < end && isDigit(s.text[i+1]) && !s.glued(i):
		return s.number(i, end)
	case c == '.', c == '-', c == '`', c == '*', c == '=', c == '_', c == '~':
		return s.run(i, end)
	case c == '!', c == '?':
		j := i + 1
		for j < end && (s.text[j] == '!' || s.text[j] == '?') {
			j++
		}
		return s.add(i, extend(s.text, j, end), doc.Punct)
	case isSymbol(c):
		return s.add(i, extend(s.text, i+1, end), doc.Symbol)
	default:
		return s.add(i, extend(s.text, i+1, end), doc.Punct)
	}
}

// run adds the same character as often as it stands at i: "...", "--", "***".
func (s *scanner) run(i, end int) int {
	c, j := s.text[i], i+1
	for j < end && s.text[j] == c {
		j++
	}
	kind := doc.Punct
	if isSymbol(c) {
		kind = doc.Symbol
	}
	return s.add(i, extend(s.text, j, end), kind)
}

// wide adds the token that begins at i with a character outside ASCII.
func (s *scanner) wide(i, end int) int {
	r, n := decode(s.text, i)
	switch {
	case r == '’' || r == '‘':
		return s.apostrophe(i, i+n, end)
	case wordRune(r):
		return s.word(i, end)
	case symbolRune(r):
		return s.add(i, emoji(s.text, i, end), doc.Symbol)
	default:
		return s.add(i, extend(s.text, i+n, end), doc.Punct)
	}
}

// add appends the token [from, to) and returns to.
func (s *scanner) add(from, to int, kind doc.TokenKind) int {
	s.tokens = append(s.tokens, doc.Token{Span: model.Span{Start: uint32(from), End: uint32(to)}, Kind: kind})
	return to
}

// glued reports whether a token ends at i.
func (s *scanner) glued(i int) bool {
	n := len(s.tokens)
	return n > s.prev && int(s.tokens[n-1].Span.End) == i
}

// before returns the text of the last token of the paragraph so far, or "".
func (s *scanner) before() string {
	if n := len(s.tokens); n > s.prev {
		return s.tokens[n-1].Span.In(s.text)
	}
	return ""
}
