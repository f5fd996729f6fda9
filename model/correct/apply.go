package correct

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math"

	"reader/model"
)

// Apply applies cs in their order to a, which was analysed just now and is not shared yet. It returns those
// that could not be placed, as what they are about is not in the article any more, or is there twice. What is
// in the article already as a correction wants it counts as placed.
// From then on a.Corrections tells which they were.
func Apply(a *model.Article, cs []Correction) (unplaced []Correction) {
	if len(cs) == 0 {
		return nil
	}
	a.Corrections = Digest(cs)
	e := editor{a}
	back, leads := e.antecedents(), e.leads()
	for i := range cs {
		if !e.apply(&cs[i]) {
			unplaced = append(unplaced, cs[i])
		}
	}
	e.follow(leads)
	e.prune()
	e.pointBack(back)
	return unplaced
}

// Digest tells corrections from others; 0 for none.
func Digest(cs []Correction) uint64 {
	if len(cs) == 0 {
		return 0
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%+v", cs))
	return binary.LittleEndian.Uint64(sum[:])
}

// editor changes the annotations of an article and keeps their invariants.
type editor struct{ *model.Article }

// apply applies c and reports whether it could.
func (e editor) apply(c *Correction) bool {
	switch c.Op {
	case Speaker, Quote, NotQuote:
		span, ok := c.Anchor.in(e.TextOf(c.Anchor.Field))
		if !ok {
			return false
		}
		at := place{c.Anchor.Field, span}
		switch c.Op {
		case NotQuote:
			e.dropQuotes(at)
			return true
		case Quote:
			at.span = withMarks(e.TextOf(at.field), at.span)
			return e.mark(at, c.Is)
		default:
			return e.attribute(at, c.Is)
		}
	case Same:
		return e.same(c)
	case Apart:
		return e.apart(c)
	case Dismiss:
		return e.dismiss(c)
	}
	return false
}

// place is a stretch of one of the texts of an article.
type place struct {
	field model.Field
	span  model.Span
}

// distance returns how many bytes lie between p and m; far where they are in different texts.
func (p place) distance(m *model.Mention) int {
	switch {
	case m.Field != p.field:
		return far
	case m.Span.End <= p.span.Start:
		return int(p.span.Start - m.Span.End)
	case p.span.End <= m.Span.Start:
		return int(m.Span.Start - p.span.End)
	}
	return 0
}

const far = math.MaxInt

// prune takes out entities that a correction brought in and another took all quotes from.
func (e editor) prune() {
	used := make([]bool, len(e.Entities)+1)
	for i := range e.Mentions {
		used[e.Mentions[i].Entity] = true
	}
	for i := range e.Quotes {
		used[e.Quotes[i].Speaker] = true
	}
	for id := model.EntityID(len(e.Entities)); id > 0; id-- {
		if !used[id] && e.Entities[id-1].Ruling == model.Named {
			e.remove(id)
		}
	}
}
