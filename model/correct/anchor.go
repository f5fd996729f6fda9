package correct

import (
	"strings"
	"unicode/utf8"

	"reader/model"
)

// around is how many bytes an anchor keeps of what stands on either side of its words.
const around = 24

// At returns the anchor of the span s in the text of a that f names.
func At(a *model.Article, f model.Field, s model.Span) Anchor {
	text := a.TextOf(f)
	from, to := max(int(s.Start)-around, 0), min(int(s.End)+around, len(text))
	for !utf8.RuneStart(text[from]) {
		from++
	}
	for to < len(text) && !utf8.RuneStart(text[to]) {
		to--
	}
	return Anchor{Field: f, Span: s, Words: s.In(text), Before: text[from:s.Start], After: text[s.End:to]}
}

// In returns where in a, of whatever version, the words of an stand; false where that can't be told. It takes time linear in the text.
func (an *Anchor) In(a *model.Article) (model.Span, bool) { return an.in(a.TextOf(an.Field)) }

// How sure a place must be.
const (
	enough = 16 // bytes of words that stand alone for a place, where nothing around them is the same
	tells  = 16 // bytes around shorter words that do
	nearer = 8  // times as near as the next place of the same words and surroundings
)

// candidate is a place at which the words of an anchor stand.
type candidate struct {
	at       int
	alike    int // how many bytes around it are the same
	distance int // from where they stood
}

// better reports whether c is more likely meant than d.
func (c candidate) better(d candidate) bool {
	return c.alike > d.alike || c.alike == d.alike && c.distance < d.distance
}

// in returns where in text the words of an stand: where they stood, or, after the text was edited, where as
// much as nowhere else around them is the same, or by far the nearest of such places. It returns false where
// that can't be told. It takes time linear in the text.
func (an *Anchor) in(text string) (model.Span, bool) {
	if an.Words == "" {
		return model.Span{}, false
	}
	var best, next candidate
	found := 0
	consider := func(at int) {
		c := candidate{at, an.alike(text, at), max(at-int(an.Span.Start), int(an.Span.Start)-at)}
		if found++; found == 1 || c.better(best) {
			best, next = c, best
		} else if found == 2 || c.better(next) {
			next = c
		}
	}
	if own := int(an.Span.Start); own <= len(text) && strings.HasPrefix(text[own:], an.Words) {
		consider(own)
		if best.alike == len(an.Before)+len(an.After) {
			return an.spanAt(own), true
		}
	}
	for at := 0; ; at += len(an.Words) {
		i := strings.Index(text[at:], an.Words)
		if i < 0 {
			break
		}
		at += i
		consider(at)
	}
	switch {
	case found == 0:
		return model.Span{}, false
	case found > 1 && best.alike == next.alike && best.distance*nearer > next.distance:
		return model.Span{}, false
	case best.distance > 0 && len(an.Words) < enough && best.alike < tells:
		return model.Span{}, false
	}
	return an.spanAt(best.at), true
}

func (an *Anchor) spanAt(at int) model.Span {
	return model.Span{Start: uint32(at), End: uint32(at + len(an.Words))}
}

// alike returns how many bytes next to the words at byte at of text are what stood there.
func (an *Anchor) alike(text string, at int) int {
	n := 0
	for n < len(an.Before) && n < at && text[at-1-n] == an.Before[len(an.Before)-1-n] {
		n++
	}
	after := text[at+len(an.Words):]
	m := 0
	for m < len(an.After) && m < len(after) && after[m] == an.After[m] {
		m++
	}
	return n + m
}
