package cache

import (
	"fmt"
	"strings"

	"reader/model"
	"reader/model/wire"
)

// Encode returns a as its text and the rest, for Decode.
func Encode(a *model.Article) (text, rest string) {
	w := &writer{article: a}
	w.head()
	w.body()
	w.annotations()
	return a.Text, string(w.Bytes)
}

// Decode returns the article of which Encode returned text and rest. The error is wire.ErrDamaged, or says which
// invariant of the model does not hold.
func Decode(text, rest string) (*model.Article, error) {
	r := &reader{wire.NewReader(rest), &model.Article{Text: text}}
	r.head()
	r.body()
	r.annotations()
	if err := r.Err(); err != nil || r.Len() > 0 {
		return nil, wire.ErrDamaged
	}
	if err := r.article.Check(); err != nil {
		return nil, fmt.Errorf("%w: %w", wire.ErrDamaged, err)
	}
	return r.article, nil
}

type writer struct {
	wire.Writer
	article *model.Article
}

type reader struct {
	*wire.Reader
	article *model.Article
}

func (w *writer) head() {
	a := w.article
	for _, s := range []string{a.ID, a.Path, a.URL, a.Title, a.Publisher, a.Language} {
		w.String(s)
	}
	w.Strings(a.Authors)
	w.Strings(a.Tags)
	w.Time(a.Published.Time)
	w.flag(a.Published.Clock)
}

func (r *reader) head() {
	a := r.article
	for _, s := range []*string{&a.ID, &a.Path, &a.URL, &a.Title, &a.Publisher, &a.Language} {
		*s = r.String()
	}
	a.Authors, a.Tags = r.Strings(), r.Strings()
	a.Published = model.Date{Time: r.Time(), Clock: r.flag()}
}

func (w *writer) body() {
	a := w.article
	w.flag(a.Markdown == a.Text)
	if a.Markdown != a.Text {
		w.String(a.Markdown)
	}
	w.span(a.Dateline, 0)
	w.Int(len(a.Blocks))
	at := uint32(0)
	for _, b := range a.Blocks {
		at = w.span(b.Span, at)
		w.Uint(uint64(b.Kind))
		w.Uint(uint64(b.Level))
	}
	w.Int(len(a.Furniture))
	for _, f := range a.Furniture {
		w.Uint(uint64(f.Kind))
		w.String(f.Text)
		w.Uint(uint64(f.At))
	}
}

func (r *reader) body() {
	a := r.article
	if a.Markdown = a.Text; !r.flag() {
		a.Markdown = r.String()
	}
	a.Dateline = r.span(0)
	at := uint32(0)
	a.Blocks = list(r, 4, func(b *model.Block) {
		b.Span, b.Kind, b.Level = r.span(at), model.BlockKind(r.Uint8(uint8(model.Row))), r.Uint8(255)
		at = b.Span.End
	})
	a.Furniture = list(r, 3, func(f *model.Furniture) {
		f.Kind, f.Text, f.At = model.FurnitureKind(r.Uint8(uint8(model.Notice))), r.String(), r.Uint32()
	})
}

func (w *writer) annotations() {
	a := w.article
	w.Int(len(a.Sentences))
	at := uint32(0)
	for _, s := range a.Sentences {
		at = w.span(s, at)
	}
	w.Int(len(a.Entities))
	for i := range a.Entities {
		w.entity(&a.Entities[i])
	}
	w.Int(len(a.Mentions))
	for i := range a.Mentions {
		m := &a.Mentions[i]
		w.span(m.Span, 0)
		w.Uint(uint64(m.Entity))
		w.Bytes = append(w.Bytes, byte(m.Field)|byte(m.Form)<<1|byte(m.Link)<<4, m.Back)
	}
	w.Int(len(a.Quotes))
	for i := range a.Quotes {
		w.quote(&a.Quotes[i])
	}
}

func (r *reader) annotations() {
	a := r.article
	at := uint32(0)
	a.Sentences = list(r, 2, func(s *model.Span) {
		*s = r.span(at)
		at = s.End
	})
	a.Entities = list(r, 5, r.entity)
	a.Mentions = list(r, 5, func(m *model.Mention) {
		m.Span, m.Entity = r.span(0), model.EntityID(r.Uint32())
		b := r.Byte()
		m.Field, m.Form, m.Link, m.Back = model.Field(b&1), model.Form(b>>1&7), model.Link(b>>4), r.Byte()
		if m.Form > model.Pronoun || m.Link > model.LinkUser {
			r.Fail()
		}
	})
	a.Quotes = list(r, 15, r.quote)
}

func (w *writer) entity(e *model.Entity) {
	w.part(e.Name)
	w.part(e.Detail)
	w.Uint(uint64(e.Type))
	w.Uint(uint64(e.Gender))
	w.Uint(uint64(e.Ruling))
}

func (r *reader) entity(e *model.Entity) {
	e.Name, e.Detail = r.part(), r.part()
	e.Type, e.Gender, e.Ruling = model.EntityType(r.Uint8(uint8(model.Unnamed))), model.Gender(r.Uint8(uint8(model.Female))), model.Ruling(r.Uint8(uint8(model.Apart)))
}

func (w *writer) quote(q *model.Quote) {
	w.span(q.Span, 0)
	w.span(q.Mention, 0)
	w.span(q.Cue, 0)
	w.span(q.To, 0)
	w.Uint(uint64(q.Speaker))
	w.Float(q.Confidence)
	w.Uint(uint64(q.Kind))
	w.Uint(uint64(q.Field))
	w.Uint(uint64(q.Rule))
}

func (r *reader) quote(q *model.Quote) {
	q.Span, q.Mention, q.Cue, q.To = r.span(0), r.span(0), r.span(0), r.span(0)
	q.Speaker, q.Confidence = model.EntityID(r.Uint32()), r.Float()
	q.Kind, q.Field, q.Rule = model.QuoteKind(r.Uint8(uint8(model.Indirect))), model.Field(r.Uint8(uint8(model.Title))), model.Rule(r.Uint8(uint8(model.RuleUser)))
}

// How a string is written that may be a part of the article's texts: then it takes no memory of its own.
const (
	literal = iota
	inText
	inTitle
)

func (w *writer) part(s string) {
	if s != "" {
		for i, text := range []string{w.article.Text, w.article.Title} {
			if at := strings.Index(text, s); at >= 0 {
				w.Int(inText + i)
				w.Int(at)
				w.Int(len(s))
				return
			}
		}
	}
	w.Uint(literal)
	w.String(s)
}

func (r *reader) part() string {
	text := r.article.Text
	switch r.Most(inTitle) {
	case literal:
		return r.String()
	case inTitle:
		text = r.article.Title
	}
	at := r.Most(uint64(len(text)))
	n := r.Most(uint64(len(text)) - at)
	return text[at : at+n]
}

// span writes s, which begins at from or behind it, and returns where it ends.
func (w *writer) span(s model.Span, from uint32) uint32 {
	w.Uint(uint64(s.Start - from))
	w.Uint(uint64(s.End - s.Start))
	return s.End
}

func (r *reader) span(from uint32) model.Span {
	start := from + r.Uint32()
	return model.Span{Start: start, End: start + r.Uint32()}
}

func (w *writer) flag(on bool) {
	if on {
		w.Uint(1)
		return
	}
	w.Uint(0)
}

func (r *reader) flag() bool { return r.Most(1) == 1 }

// list reads as many values as there are, of at least size bytes each; nil for none.
func list[T any](r *reader, size int, read func(*T)) []T {
	n := r.Count(size)
	if n == 0 {
		return nil
	}
	out := make([]T, n)
	for i := range out {
		read(&out[i])
	}
	return out
}
