package main

import (
	"cmp"

	"reader/model"
)

// quotation is one quote as quotes prints it. Offsets are code points in the article's text, or in its title
// where In is "title".
type quotation struct {
	Article   string `json:"article"`
	Path      string `json:"path"`
	Title     string `json:"title"`
	Published string `json:"published"`
	Text      string `json:"text"`
	span
	In         string  `json:"in,omitempty"`
	Kind       string  `json:"kind"`
	Speaker    string  `json:"speaker"` // "": nobody can be told
	Role       string  `json:"role"`
	To         string  `json:"to"`
	Cue        string  `json:"cue"`
	Confidence float32 `json:"confidence"`
	By         string  `json:"by"` // "rule" or "user"

	publisher, url string
}

// quotationOf returns the quote q of a, spoken by the person the library calls speaker. The role is the one
// that the article gives.
func quotationOf(a *model.Article, q *model.Quote, speaker string, texts fields) quotation {
	text, in := texts.in(q.Field)
	out := quotation{
		Article: a.ID, Path: a.Path, Title: a.Title, Published: a.Published.String(),
		Text: a.Quoted(q), span: text.span(q.Span), In: in, Kind: q.Kind.String(),
		Speaker: speaker, To: q.To.In(text.text), Cue: q.Cue.In(text.text), Confidence: q.Confidence,
		By:        cmp.Or(byUser(a.Corrected(q)), "rule"),
		publisher: a.Publisher, url: a.URL,
	}
	if e := a.Speaker(q); e != nil {
		out.Role = e.Role
	}
	return out
}

// sure reports whether the speaker may be given as a fact.
func (q *quotation) sure() bool { return q.Confidence >= model.Fact }
