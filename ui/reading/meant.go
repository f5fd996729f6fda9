package reading

import (
	"cmp"
	"slices"

	"reader/model"
	"reader/ui/page"
)

// Mean tells in the text whom the words mean that name a speaker without a name, or leaves it untold again: "he → Azimov". It returns
// how many of them there are in the article, and whether they are told now.
func (p *Pane) Mean() (n int, told bool) {
	p.meant = !p.meant
	return len(p.glosses()), p.meant
}

// glosses returns what is put into the text: whom each pronoun and role means that a quote is attributed to.
func (p *Pane) glosses() []page.Gloss {
	a := p.article
	if !p.meant || a == nil {
		return nil
	}
	var out []page.Gloss
	for i := range a.Quotes {
		q := &a.Quotes[i]
		at := a.Naming(q)
		if at < 0 || a.Mentions[at].Field != model.Body {
			continue
		}
		if name, ok := a.Means(at); ok {
			out = append(out, page.Gloss{At: a.Mentions[at].Span.End, Text: "→ " + name})
		}
	}
	slices.SortFunc(out, func(g, h page.Gloss) int { return cmp.Compare(g.At, h.At) })
	return slices.Compact(out)
}
