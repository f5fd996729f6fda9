// Package nlp finds who said what in a news article: it runs the stages of the analysis in their order.
package nlp

import (
	"slices"

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
		Sentences: slices.Clone(an.Sentences),
		Entities:  slices.Clone(an.Entities),
		Mentions:  slices.Clone(an.Mentions),
		Quotes:    slices.Clone(an.Quotes),
	}
}
