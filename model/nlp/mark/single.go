package mark

import (
	"slices"
	"strings"

	"reader/model/nlp/doc"
)

// singles pairs the single marks that no apostrophe explains. next is the kind of mark that the next
// paragraph begins with.
func (p *pairer) singles(next kind) {
	p.nest()
	open, maybe := -1, -1 // maybe is a mark that may be an apostrophe as well
	finish := func(end int) {
		if open >= 0 && end >= 0 && !p.crosses(open, end) {
			p.pairs = append(p.pairs, pair{open: open, close: end})
		}
		open, maybe = -1, -1
	}
	for i := p.first; i < p.last; i++ {
		k, glyph := shape(p.Word(i))
		if k != single {
			continue
		}
		switch p.side(i, glyph) {
		case opening:
			finish(maybe)
			open = i
		case closing, either:
			switch {
			case open < 0 || p.crosses(open, i):
			case p.apostrophe(i):
				if maybe < 0 {
					maybe = i
				}
			default:
				finish(i)
			}
		}
	}
	if open == p.first && maybe < 0 && next == single && p.wasOpen == neither {
		p.pairs = append(p.pairs, pair{open: open, close: p.last - 1, unclosed: true})
		p.wasOpen = single
		return
	}
	finish(maybe)
}

// nest fills p.around from the pairs of double marks.
func (p *pairer) nest() {
	slices.SortFunc(p.pairs, byPlace)
	p.around = slices.Grow(p.around[:0], p.last-p.first)
	p.open = p.open[:0]
	next := 0
	for i := p.first; i < p.last; i++ {
		for len(p.open) > 0 && p.pairs[p.open[len(p.open)-1]].close < i {
			p.open = p.open[:len(p.open)-1]
		}
		for ; next < len(p.pairs) && p.pairs[next].open == i; next++ {
			p.open = append(p.open, next)
		}
		inner := -1
		if len(p.open) > 0 {
			inner = p.open[len(p.open)-1]
		}
		p.around = append(p.around, inner)
	}
}

// crosses reports whether a stretch from open to end would hold one mark of a pair and not the other.
func (p *pairer) crosses(open, end int) bool {
	return p.around[open-p.first] != p.around[end-p.first]
}

// apostrophe reports whether the mark i may belong to the word before it: the workers' union, goin' home.
func (p *pairer) apostrophe(i int) bool {
	if !p.Glued(i) || i+1 == p.last || p.Tokens[i-1].Kind != doc.Word || p.Tokens[i+1].Kind == doc.Punct {
		return false
	}
	w := p.Lower(i - 1)
	return strings.HasSuffix(w, "s") || strings.HasSuffix(w, "in") || strings.HasSuffix(w, "z") || strings.HasSuffix(w, "x")
}
