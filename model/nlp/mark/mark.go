// Package mark pairs quotation marks: straight and curly, guillemets, TeX's “ and ”, and single ones, as
// a quotation in a quotation or as the outermost marks of British papers.
//
// A mark opens or closes by what stands around it; its shape decides only where that tells nothing, for
// shapes are often wrong. A mark that finds no partner ends with its paragraph, never later; one that closes and before
// which the opening one is lost began with it, if somebody is said to speak right behind it.
package mark

import (
	"cmp"
	"slices"
	"strings"

	"reader/model"
	"reader/model/nlp/doc"
)

// Pair fills d.Marks, by place. Marks of one paragraph nest and never cross. It reads d.Tokens and
// d.Paragraphs and takes time linear in them.
func Pair(d *doc.Document) {
	p := pairer{Document: d}
	for i := range d.Paragraphs {
		p.paragraph(i)
	}
}

// pairer pairs the marks of one paragraph after the other.
type pairer struct {
	*doc.Document
	first, last int    // the tokens of the paragraph: [first, last)
	pairs       []pair // of the paragraph
	open        []int  // the double marks that wait for their partner
	around      []int  // of each token of the paragraph: the pair of double marks around it, or -1
	wasOpen     kind   // what the paragraph before left open
}

// pair is an opening and a closing token. An unclosed one closes at the end of the paragraph; one that goes
// on without an opening mark opens with the paragraph's first word.
type pair struct {
	open, close int
	unclosed    bool
	continued   bool
}

// byPlace orders pairs by where they open, the outer one first.
func byPlace(a, b pair) int {
	return cmp.Or(cmp.Compare(a.open, b.open), cmp.Compare(b.close, a.close))
}

// kind tells double marks from single ones.
type kind uint8

const (
	neither kind = iota
	double
	single
)

func (p *pairer) paragraph(i int) {
	at := &p.Paragraphs[i]
	p.first, p.last = at.First, at.Last
	p.pairs, p.open = p.pairs[:0], p.open[:0]
	if i > 0 && p.Paragraphs[i-1].Kind != at.Kind {
		p.wasOpen = neither
	}
	goesOn := p.wasOpen
	p.wasOpen = neither
	if p.first == p.last {
		return
	}
	p.doubles(goesOn)
	p.singles(p.opensNext(i))
	p.emit(i, goesOn)
}

// opensNext returns which kind of mark the paragraph after the paragraph i begins with.
func (p *pairer) opensNext(i int) kind {
	if i+1 == len(p.Paragraphs) || p.Paragraphs[i+1].Kind != p.Paragraphs[i].Kind {
		return neither
	}
	next := &p.Paragraphs[i+1]
	if next.First == next.Last {
		return neither
	}
	k, _ := shape(p.Word(next.First))
	return k
}

// doubles pairs the double marks. goesOn says which mark the paragraph before left open.
func (p *pairer) doubles(goesOn kind) {
	for i := p.first; i < p.last; i++ {
		k, glyph := shape(p.Word(i))
		if k != double || p.inch(i) {
			continue
		}
		switch s := p.side(i, glyph); {
		case s == opening, s == either && len(p.open) == 0:
			if len(p.open) > 0 && p.beginsLine(i) { // as at the beginning of a paragraph
				p.pairs = append(p.pairs, pair{open: p.open[len(p.open)-1], close: i - 1, unclosed: true})
				p.open = p.open[:0]
			}
			p.open = append(p.open, i)
		case len(p.open) > 0:
			p.pairs = append(p.pairs, pair{open: p.open[len(p.open)-1], close: i})
			p.open = p.open[:len(p.open)-1]
		case len(p.pairs) == 0 && i > p.first && (goesOn == double || p.lostOpening(i)):
			p.pairs = append(p.pairs, pair{open: p.first, close: i, continued: goesOn == double})
		}
	}
	slices.SortFunc(p.pairs, byPlace)
	p.repeated()
	// Of several marks without a partner the last is open still; those before it lost theirs.
	if n := len(p.open); n > 0 && !p.closedAfter(p.open[n-1]) && !p.alone(p.open[n-1]) {
		p.pairs = append(p.pairs, pair{open: p.open[n-1], close: p.last - 1, unclosed: true})
		p.wasOpen = double
	}
}

// lostOpening reports whether the closing mark i, which nothing opened, ends a quotation whose opening mark the text has
// lost: somebody is said to speak right behind it. The quotation began with the paragraph then.
func (p *pairer) lostOpening(i int) bool {
	switch p.Word(i - 1) {
	case ",", "?", "!":
		return p.Glued(i) && p.speaks(i, min(i+lostReach, p.last))
	default:
		return false
	}
}

// lostReach is how many tokens behind a quotation it is said that somebody speaks.
const lostReach = 5

// repeated joins a mark that never closes with the pair after it where the second opening mark only repeats
// the first, as at a paragraph's beginning: a sentence ends before it and nobody is said to speak.
func (p *pairer) repeated() {
	n := len(p.open)
	if n == 0 {
		return
	}
	for i := range p.pairs {
		q := &p.pairs[i]
		if q.open > p.open[n-1] {
			if stops(p.Word(q.open-1)) && !p.speaks(p.open[n-1], q.open) {
				q.open = p.open[n-1]
				p.open = p.open[:n-1]
			}
			return
		}
	}
}

func stops(w string) bool { return w == "." || w == "?" || w == "!" }

// speaks reports whether somebody is said to speak in the tokens from first to last.
func (p *pairer) speaks(first, last int) bool {
	for i := first; i < last; i++ {
		switch p.Lower(i) {
		case "said", "says", "told", "asked", "added", "wrote", "according", "replied":
			return true
		}
	}
	return false
}

// beginsLine reports whether a hard line break stands before token i.
func (p *pairer) beginsLine(i int) bool {
	return i > p.first && strings.IndexByte(p.Text[p.Tokens[i-1].Span.End:p.Tokens[i].Span.Start], '\n') >= 0
}

// closedAfter reports whether a pair opens after token i.
func (p *pairer) closedAfter(i int) bool {
	return slices.ContainsFunc(p.pairs, func(q pair) bool { return q.open > i })
}

// alone reports whether nothing but blanks is around token i, as with a ditto mark.
func (p *pairer) alone(i int) bool {
	return i+1 == p.last || !p.Glued(i) && i > p.first && !p.Glued(i+1)
}

// emit appends the pairs of paragraph i to d.Marks.
func (p *pairer) emit(i int, goesOn kind) {
	slices.SortFunc(p.pairs, byPlace)
	p.open = p.open[:0] // where the pairs around the next one close
	resumes := -1       // where a line goes on with the one before
	for _, q := range p.pairs {
		for len(p.open) > 0 && p.open[len(p.open)-1] < q.open {
			p.open = p.open[:len(p.open)-1]
		}
		k, _ := shape(p.Word(q.open))
		p.Marks = append(p.Marks, doc.Mark{
			Span:      model.Span{Start: p.Tokens[q.open].Span.Start, End: p.Tokens[q.close].Span.End},
			Paragraph: i,
			Depth:     len(p.open),
			Continued: q.continued || q.open == p.first && goesOn != neither && k == goesOn || q.open == resumes,
			Unclosed:  q.unclosed,
		})
		p.open = append(p.open, q.close)
		if q.unclosed {
			resumes = q.close + 1
		}
	}
}
