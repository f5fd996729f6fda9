package reading

import (
	"bytes"
	"unicode/utf8"

	"reader/model"
	"reader/model/library"
)

// search is words and where they stand in the article that is shown, or a name and where whoever bears it is mentioned there.
type search struct {
	words string     // "": there is no search
	whom  library.ID // 0: it is for the words
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
	p.search = search{words: words}
	p.find()
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

// Follow goes to the first mention by dir, 1 or -1, of the entity whom of the library, called name; where that is followed already,
// to the next.
func (p *Pane) Follow(whom library.ID, name string, dir int) {
	if p.search.whom != whom {
		p.search = search{words: name, whom: whom}
		p.find()
	}
	p.StepHit(dir)
}

// Following reports whether mentions are looked for and not words.
func (p *Pane) Following() bool { return p.search.whom != 0 }

// Searching reports whether a search is open.
func (p *Pane) Searching() bool { return p.search.words != "" }

// Hits returns which hit one stands on, from 1, and how many there are.
func (p *Pane) Hits() (at, n int) { return p.search.at + 1, len(p.search.hits) }

// Hit returns the words of the hit one stands on, "" if there is none.
func (p *Pane) Hit() string {
	if p.search.at < 0 {
		return ""
	}
	h := p.search.hits[p.search.at]
	return h.span.In(p.article.TextOf(h.field))
}

// Words returns what is looked for.
func (p *Pane) Words() string { return p.search.words }

// StepHit goes to the next hit by dir, 1 or -1, round the end.
func (p *Pane) StepHit(dir int) {
	from := p.search.at
	if from < 0 && dir < 0 {
		from = 0 // a step back from before the first
	}
	if n := len(p.search.hits); n > 0 {
		p.standOnHit((from + dir + n) % n)
	}
}

func (p *Pane) standOnHit(i int) {
	p.search.at = i
	h := p.search.hits[i]
	p.goal = &Place{h.field, h.span.Start}
}

// find looks for what is searched in the article, in its title first.
func (p *Pane) find() {
	s := &p.search
	s.hits, s.at = nil, -1
	if p.article == nil || s.words == "" {
		return
	}
	for _, f := range []model.Field{model.Title, model.Body} {
		spans := find(p.article.TextOf(f), s.words)
		if s.whom != 0 {
			spans = p.mentions(f)
		}
		for _, span := range spans {
			s.hits = append(s.hits, hit{span, f})
		}
	}
}

// mentions returns where in f is mentioned who is followed.
func (p *Pane) mentions(f model.Field) []model.Span {
	var out []model.Span
	for i := range p.article.Mentions {
		if m := &p.article.Mentions[i]; m.Field == f && p.lib.IDOf(p.ref, m.Entity) == p.search.whom {
			out = append(out, m.Span)
		}
	}
	return out
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
