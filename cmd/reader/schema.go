package main

import (
	"slices"

	"reader/model"
)

// schema names the form of what export prints. Within one number fields are only ever added.
const schema = "reader.article/1"

// span is a half-open range of Unicode code points.
type span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

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
	Paragraphs []span              `json:"paragraphs"`
	Sentences  []span              `json:"sentences"`
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
	span
	In    string `json:"in,omitempty"`
	Form  string `json:"form"`
	Value string `json:"value,omitempty"`
	Link  string `json:"link"`         // what ties it to its entity, as in the steps of a chain
	By    string `json:"by,omitempty"` // "user" if the user tied it to its entity
}

type exportedQuote struct {
	span
	In         string          `json:"in,omitempty"` // of mention and cue, too
	Kind       string          `json:"kind"`
	Speaker    *model.EntityID `json:"speaker"`
	Mention    *span           `json:"mention"`
	Cue        *exportedCue    `json:"cue"`
	To         string          `json:"to,omitempty"`
	Confidence float32         `json:"confidence"`
	Evidence   evidence        `json:"evidence"`
	By         string          `json:"by,omitempty"` // "user" if the user corrected it or its speaker
}

type exportedCue struct {
	span
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
	span
	In   string `json:"in,omitempty"`
	Text string `json:"text"`
	Form string `json:"form"`
	Link string `json:"link"` // what ties the mention to the speaker
	Says string `json:"says"` // the same in words
}

// fields is the two texts of an article that spans lie in.
type fields struct {
	text, title *points
}

func fieldsOf(a *model.Article) fields { return fields{newPoints(a.Text), newPoints(a.Title)} }

// in returns the text that f names, and how it is named in what is exported.
func (t fields) in(f model.Field) (*points, string) {
	if f == model.Title {
		return t.title, "title"
	}
	return t.text, ""
}

// export returns a as it is printed.
func export(a *model.Article) exported {
	texts := fieldsOf(a)
	out := exported{
		Schema: schema, ID: a.ID, Path: a.Path, URL: a.URL,
		Title: a.Title, Authors: append([]string{}, a.Authors...), Published: a.Published.String(),
		Publisher: a.Publisher, Dateline: a.Dateline.In(a.Text), Language: a.Language, Text: a.Text,
		Furniture:  make([]exportedFurniture, len(a.Furniture)),
		Paragraphs: make([]span, len(a.Blocks)),
		Sentences:  make([]span, len(a.Sentences)),
		Entities:   exportEntities(a, texts),
		Quotes:     make([]exportedQuote, len(a.Quotes)),
	}
	for i, f := range a.Furniture {
		out.Furniture[i] = exportedFurniture{f.Kind.String(), f.Text}
	}
	for i, b := range a.Blocks {
		out.Paragraphs[i] = texts.text.span(b.Span)
	}
	for i, s := range a.Sentences {
		out.Sentences[i] = texts.text.span(s)
	}
	tracer := model.NewTracer(a)
	for i := range a.Quotes {
		out.Quotes[i] = exportQuote(a, &a.Quotes[i], texts)
		out.Quotes[i].Evidence = exportEvidence(a, i, tracer.Quote(i), texts)
	}
	return out
}

// user says in what is printed that something was corrected.
const user = "user"

// byUser returns user if the user corrected something, else what says nothing of it.
func byUser(corrected bool) string {
	if corrected {
		return user
	}
	return ""
}

// exportEntities returns the entities of a with their mentions, in one pass over these.
func exportEntities(a *model.Article, texts fields) []exportedEntity {
	out := make([]exportedEntity, len(a.Entities))
	for i := range a.Entities {
		e := &a.Entities[i]
		out[i] = exportedEntity{
			ID: model.EntityID(i + 1), Type: e.Type.String(), Name: e.Name, Aliases: []string{},
			Role: e.Role, Gender: e.Gender.String(), By: byUser(e.Ruling != model.Unruled), Mentions: []exportedMention{},
		}
	}
	for i := range a.Mentions {
		m := &a.Mentions[i]
		e, to := a.Entity(m.Entity), &out[m.Entity-1]
		text, in := texts.in(m.Field)
		to.Mentions = append(to.Mentions, exportedMention{
			text.span(m.Span), in, m.Form.String(), e.Value, m.Link.Name(), byUser(m.Link == model.LinkUser),
		})
		if s := m.Span.In(text.text); m.Calls(e.Type) && s != e.Name && !slices.Contains(to.Aliases, s) {
			to.Aliases = append(to.Aliases, s)
		}
	}
	return out
}

func exportQuote(a *model.Article, q *model.Quote, texts fields) exportedQuote {
	text, in := texts.in(q.Field)
	out := exportedQuote{
		span: text.span(q.Span), In: in, Kind: q.Kind.String(), To: q.To.In(text.text), Confidence: q.Confidence,
		By: byUser(a.Corrected(q)),
	}
	if q.Speaker != 0 {
		out.Speaker = &q.Speaker
	}
	if !q.Mention.Empty() {
		s := text.span(q.Mention)
		out.Mention = &s
	}
	if !q.Cue.Empty() {
		out.Cue = &exportedCue{text.span(q.Cue), q.Cue.In(text.text)}
	}
	return out
}

// exportEvidence returns e, the evidence for quote i of a.
func exportEvidence(a *model.Article, i int, e model.Evidence, texts fields) evidence {
	rule := a.Quotes[i].Rule
	out := evidence{Rule: rule.Name(), Says: rule.String(), Chain: make([]step, len(e.Chain))}
	if e.From >= 0 {
		out.From = &e.From
	}
	for k, s := range e.Chain {
		m := &a.Mentions[s.Mention]
		text, in := texts.in(m.Field)
		out.Chain[k] = step{text.span(s.Span), in, s.Span.In(text.text), m.Form.String(), m.Link.Name(), m.Link.String()}
	}
	return out
}
