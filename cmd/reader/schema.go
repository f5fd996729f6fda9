package main

import (
	"slices"

	"reader/model"
	"reader/model/report"
)

// schema names the form of what export prints. Within one number fields are only ever added.
const schema = "reader.article/1"

// exported is an article as export prints it. Offsets are in Text, or in Title where In is "title".
type exported struct {
	Schema     string              `json:"schema"`
	ID         string              `json:"id"`
	Path       string              `json:"path"`
	URL        string              `json:"url"`
	Title      string              `json:"title"`
	Authors    []string            `json:"authors"`
	Published  string              `json:"published"`
	Publisher  string              `json:"publisher"`
	Dateline   string              `json:"dateline"`
	Language   string              `json:"language"`
	Text       string              `json:"text"`
	Furniture  []exportedFurniture `json:"furniture"`
	Paragraphs []report.Span       `json:"paragraphs"`
	Sentences  []report.Span       `json:"sentences"`
	Entities   []exportedEntity    `json:"entities"`
	Quotes     []exportedQuote     `json:"quotes"`
}

type exportedFurniture struct {
	Kind string `json:"kind"`
	Text string `json:"text"`
}

type exportedEntity struct {
	ID       model.EntityID    `json:"id"`
	Type     string            `json:"type"`
	Name     string            `json:"name"`
	Aliases  []string          `json:"aliases"`
	Role     string            `json:"role"`
	Gender   string            `json:"gender"`
	By       string            `json:"by,omitempty"` // "user" if the user made, joined or split it
	Mentions []exportedMention `json:"mentions"`
}

type exportedMention struct {
	report.Span
	In    string `json:"in,omitempty"`
	Form  string `json:"form"`
	Value string `json:"value,omitempty"`
	Link  string `json:"link"`         // what ties it to its entity, as in the steps of a chain
	By    string `json:"by,omitempty"` // "user" if the user tied it to its entity
}

type exportedQuote struct {
	report.Span
	In         string          `json:"in,omitempty"` // of mention and cue, too
	Kind       string          `json:"kind"`
	Speaker    *model.EntityID `json:"speaker"`
	Mention    *report.Span    `json:"mention"`
	Cue        *exportedCue    `json:"cue"`
	To         string          `json:"to,omitempty"`
	Confidence float32         `json:"confidence"`
	Evidence   evidence        `json:"evidence"`
	By         string          `json:"by,omitempty"` // "user" if the user corrected it or its speaker
}

type exportedCue struct {
	report.Span
	Text string `json:"text"`
}

// evidence is why a quote has its speaker.
type evidence struct {
	Rule  string `json:"rule"`           // the name of the construction
	Says  string `json:"says"`           // the same in a sentence
	From  *int   `json:"from,omitempty"` // the place in quotes, from 0, of the one that it goes on from
	Chain []step `json:"chain"`          // from the words that name the speaker to the fullest name
}

// step is a mention on the way to the fullest name, with the role that stands beside it.
type step struct {
	report.Span
	In   string `json:"in,omitempty"`
	Text string `json:"text"`
	Form string `json:"form"`
	Link string `json:"link"` // what ties the mention to the speaker
	Says string `json:"says"` // the same in words
}

// export returns a as it is printed.
func export(a *model.Article) exported {
	texts := report.TextsOf(a)
	out := exported{
		Schema: schema, ID: a.ID, Path: a.Path, URL: a.URL,
		Title: a.Title, Authors: append([]string{}, a.Authors...), Published: a.Published.String(),
		Publisher: a.Publisher, Dateline: a.Dateline.In(a.Text), Language: a.Language, Text: a.Text,
		Furniture:  make([]exportedFurniture, len(a.Furniture)),
		Paragraphs: make([]report.Span, len(a.Blocks)),
		Sentences:  make([]report.Span, len(a.Sentences)),
		Entities:   exportEntities(a, texts),
		Quotes:     make([]exportedQuote, len(a.Quotes)),
	}
	for i, f := range a.Furniture {
		out.Furniture[i] = exportedFurniture{f.Kind.String(), f.Text}
	}
	for i, b := range a.Blocks {
		out.Paragraphs[i] = texts.Body.Span(b.Span)
	}
	for i, s := range a.Sentences {
		out.Sentences[i] = texts.Body.Span(s)
	}
	tracer := model.NewTracer(a)
	for i := range a.Quotes {
		out.Quotes[i] = exportQuote(a, &a.Quotes[i], texts)
		out.Quotes[i].Evidence = exportEvidence(a, i, tracer.Quote(i), texts)
	}
	return out
}

// exportEntities returns the entities of a with their mentions, in one pass over these.
func exportEntities(a *model.Article, texts report.Texts) []exportedEntity {
	out := make([]exportedEntity, len(a.Entities))
	for i := range a.Entities {
		e := &a.Entities[i]
		out[i] = exportedEntity{
			ID: model.EntityID(i + 1), Type: e.Type.String(), Name: e.Name, Aliases: []string{},
			Role: e.Role(), Gender: e.Gender.String(), By: report.ByUser(e.Ruling != model.Unruled), Mentions: []exportedMention{},
		}
	}
	for i := range a.Mentions {
		m := &a.Mentions[i]
		e, to := a.Entity(m.Entity), &out[m.Entity-1]
		text, in := texts.In(m.Field)
		to.Mentions = append(to.Mentions, exportedMention{
			text.Span(m.Span), in, m.Form.String(), e.Value(), m.Link.Name(), report.ByUser(m.Link == model.LinkUser),
		})
		if s := m.Span.In(text.Text); m.Calls(e.Type) && s != e.Name && !slices.Contains(to.Aliases, s) {
			to.Aliases = append(to.Aliases, s)
		}
	}
	return out
}

func exportQuote(a *model.Article, q *model.Quote, texts report.Texts) exportedQuote {
	text, in := texts.In(q.Field)
	out := exportedQuote{
		Span: text.Span(q.Span), In: in, Kind: q.Kind.String(), To: q.To.In(text.Text), Confidence: q.Confidence,
		By: report.ByUser(a.Corrected(q)),
	}
	if q.Speaker != 0 {
		out.Speaker = &q.Speaker
	}
	if !q.Mention.Empty() {
		s := text.Span(q.Mention)
		out.Mention = &s
	}
	if !q.Cue.Empty() {
		out.Cue = &exportedCue{text.Span(q.Cue), q.Cue.In(text.Text)}
	}
	return out
}

// exportEvidence returns e, the evidence for quote i of a.
func exportEvidence(a *model.Article, i int, e model.Evidence, texts report.Texts) evidence {
	rule := a.Quotes[i].Rule
	out := evidence{Rule: rule.Name(), Says: rule.String(), Chain: make([]step, len(e.Chain))}
	if e.From >= 0 {
		out.From = &e.From
	}
	for k, s := range e.Chain {
		m := &a.Mentions[s.Mention]
		text, in := texts.In(m.Field)
		out.Chain[k] = step{text.Span(s.Span), in, s.Span.In(text.Text), m.Form.String(), m.Link.Name(), m.Link.String()}
	}
	return out
}
