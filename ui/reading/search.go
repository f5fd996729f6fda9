package reading

import (
	"bytes"
	"unicode/utf8"

	"reader/model"
	"reader/model/library"
)

// search is words and where they stand in the article that is shown.
type search struct {
	words string // "": there is no search
	hits  []hit
	at    int // the hit one stands on, or -1
}

type hit struct {
	span  model.Span
	field model.Field
}

// Search looks for words in the article and goes to the first hit from the top of the pane on. Case and accents do not
// matter. Empty words end the search.
func (p *Pane) Search(words string) {
	p.search.words = words
	p.search.run(p.article)
	if len(p.search.hits) == 0 {
		return
	}
	top := p.Top()
	for i, h := range p.search.hits {
		if h.field == top.Field && h.span.Start >= top.At || h.field < top.Field {
			p.standOnHit(i)
			return
		}
	}
	p.standOnHit(0)
}

// Searching reports whether a search is open.
func (p *Pane) Searching() bool { return p.search.words != "" }

// Hits returns which hit one stands on, from 1, and how many there are.
func (p *Pane) Hits() (at, n int) { return p.search.at + 1, len(p.search.hits) }

// Words returns what is looked for.
func (p *Pane) Words() string { return p.search.words }

// StepHit goes to the next hit by dir, 1 or -1, round the end.
func (p *Pane) StepHit(dir int) {
	if n := len(p.search.hits); n > 0 {
		p.standOnHit((p.search.at + dir + n) % n)
	}
}

func (p *Pane) standOnHit(i int) {
	p.search.at = i
	h := p.search.hits[i]
	p.goal = &Place{h.field, h.span.Start}
}

// run finds the words in a, in its title first.
func (s *search) run(a *model.Article) {
	s.hits, s.at = nil, -1
	if a == nil || s.words == "" {
		return
	}
	for _, f := range []struct {
		field model.Field
		text  string
	}{{model.Title, a.Title}, {model.Body, a.Text}} {
		for _, span := range find(f.text, s.words) {
			s.hits = append(s.hits, hit{span, f.field})
		}
	}
}

// find returns where words stand in text. It folds both alike, character by character, and keeps where each
// byte of the folded text comes from.
func find(text, words string) []model.Span {
	needle := library.Fold(words)
	if needle == "" {
		return nil
	}
	folded := make([]byte, 0, len(text))
	from := make([]uint32, 0, len(text)+1)
	for i := 0; i < len(text); {
		_, size := utf8.DecodeRuneInString(text[i:])
		c := library.Fold(text[i : i+size])
		for range len(c) {
			from = append(from, uint32(i))
		}
		folded = append(folded, c...)
		i += size
	}
	from = append(from, uint32(len(text)))
	var out []model.Span
	for end := 0; ; {
		at := bytes.Index(folded[end:], []byte(needle))
		if at < 0 {
			return out
		}
		at += end
		end = at + len(needle)
		for end < len(folded) && from[end] == from[end-1] { // half of a character that folds to two
			end++
		}
		out = append(out, model.Span{Start: from[at], End: from[end]})
	}
}
