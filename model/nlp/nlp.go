// Package nlp finds who said what in a news article: it runs the stages of the analysis in their order.
package nlp

import (
	"reader/model"
	"reader/model/nlp/coref"
	"reader/model/nlp/doc"
	"reader/model/nlp/mark"
	"reader/model/nlp/name"
	"reader/model/nlp/quote"
	"reader/model/nlp/sentence"
	"reader/model/nlp/tag"
	"reader/model/nlp/token"
	"reader/model/nlp/value"
)

// Analyze fills the annotations of a from its title and text. It is called once, before a is shared.
// Articles in another language than English stay without annotations.
func Analyze(a *model.Article) {
	if !a.English() {
		return
	}
	d := doc.New(a)
	for _, stage := range []func(*doc.Document){
		token.Split, sentence.Split, mark.Pair, tag.Tag, name.Find, value.Find, coref.Resolve, quote.Find,
	} {
		stage(d)
	}
	a.Annotations = compact(d.Annotations())
}

// compact returns an with the room that its slices need and no more, as articles stay in memory by thousands.
func compact(an model.Annotations) model.Annotations {
	return model.Annotations{
		Sentences: fit(an.Sentences),
		Entities:  fit(an.Entities),
		Mentions:  fit(an.Mentions),
		Quotes:    fit(an.Quotes),
	}
}

// fit returns a copy of s without room to grow, which slices.Clone may leave.
func fit[T any](s []T) []T {
	if s == nil {
		return nil
	}
	out := make([]T, len(s))
	copy(out, s)
	return out
}
