package mark

import (
	"reader/model/nlp/doc"
	"slices"
	"strings"
)

// singles pairs the single marks that no apostrophe explains. next is the kind of mark that the next
// paragraph begins with.
func (p *pairer) singles(next kind) {
	doubles := slices.Clip(p.pairs)
	open, maybe := -1, -1 // maybe is a mark that may be an apostrophe as well
	finish := func(end int) {
		if open >= 0 && end >= 0 && !crosses(doubles, open, end) {
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
			case open < 0 || crosses(doubles, open, i):
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

// crosses reports whether a stretch from open to end would hold one mark of a pair and not the other.
func crosses(pairs []pair, open, end int) bool {
	return slices.ContainsFunc(pairs, func(q pair) bool {
		return (open < q.open) != (end < q.open) && end < q.close || open > q.open && open < q.close && end > q.close
	})
}

// apostrophe reports whether the mark i may belong to the word before it: the workers' union, goin' home.
func (p *pairer) apostrophe(i int) bool {
	if !p.Glued(i) || i+1 == p.last || p.Tokens[i-1].Kind != doc.Word || p.Tokens[i+1].Kind == doc.Punct {
		return false
	}
	w := p.Lower(i - 1)
	return strings.HasSuffix(w, "s") || strings.HasSuffix(w, "in") || strings.HasSuffix(w, "z") || strings.HasSuffix(w, "x")
}
