// Package doc is the document that the stages of the analysis share: each stage is one function over a
// *Document, reads what the stages before it found, and adds its own.
//
// A document is the title and the body of one article as one text, so that a name introduced in the title
// is known in the body. All spans here are in that text; package nlp takes them apart at the end.
package doc

import (
	"math"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"reader/model"
)

// Document is one article under analysis. Stages run in the order of its fields.
type Document struct {
	Text      string     // title, "\n\n", body; or the body alone
	BodyAt    uint32     // where the body begins in Text
	Published model.Date // for relative dates
	Dateline  model.Span // as in model.Article, but in Text

	Paragraphs []Paragraph // the title, if there is one, then the blocks of the body
	Tokens     []Token
	Sentences  []Sentence
	Marks      []Mark
	Mentions   []Mention // by place; names and values first, coreference adds nominals and pronouns
	Entities   []model.Entity
	Quotes     []model.Quote

	lower       string // Text in lower case, byte for byte in the same places
	title, body string // the article's own
}

// Paragraph is the title or a block of the body.
type Paragraph struct {
	Span  model.Span
	Kind  model.BlockKind // of the title: Heading
	First int             // its tokens are Tokens[First:Last]
	Last  int
}

// TokenKind says what a token is made of.
type TokenKind uint8

// The kinds of tokens.
const (
	Word   TokenKind = iota // has a letter: "NATO", "doesn't" is "does" + "n't", "NATO's" is "NATO" + "'s"
	Number                  // "10", "2,000", "3.5", "10th"
	Punct                   // one mark; "..." and "--" are one token
	Symbol                  // "$", "%", "€", an emoji
	Other                   // addresses: URL, e-mail, @handle, #tag
)

// Token is a word, number, punctuation mark or symbol. Tokens follow Universal Dependencies: clitics and
// the parts of a hyphenated word are tokens of their own ("U.S.-led" is "U.S.", "-", "led").
type Token struct {
	Span model.Span
	Kind TokenKind
	Tag  Tag
}

// Tag is a universal part of speech.
type Tag uint8

// The universal parts of speech (UPOS), see universaldependencies.org/u/pos.
const (
	X Tag = iota
	ADJ
	ADP
	ADV
	AUX
	CCONJ
	DET
	INTJ
	NOUN
	NUM
	PART
	PRON
	PROPN
	PUNCT
	SCONJ
	SYM
	VERB
)

// Sentence is the tokens [First, Last) of one paragraph.
type Sentence struct {
	First, Last int
	Paragraph   int
}

// Mark is a stretch between quotation marks. Its span holds the marks themselves.
type Mark struct {
	Span      model.Span
	Paragraph int
	Depth     int  // 0: outermost; 1: a quotation within a quotation
	Continued bool // the paragraph before left its mark open and this one goes on
	Unclosed  bool // no closing mark: it ends with its paragraph
}

// Mention is a mention on its way to its entity.
type Mention struct {
	Span   model.Span // of a name: without titles
	Title  model.Span // the title or role in front: "Defense Minister"; empty if there is none
	First  int        // its tokens are Tokens[First:Last]
	Last   int
	Type   model.EntityType
	Form   model.Form
	Link   model.Link
	Gender model.Gender   // as far as the mention itself tells ("Ms", a first name)
	Plural bool           // "they", "the ministers"
	Entity model.EntityID // 0 until coreference has run
	From   int32          // the first token of the mention it was tied to, plus 1; 0: that follows from the rest
	Value  string         // of dates, money, percentages and quantities
}

// New returns the document of a, with its text and paragraphs, and nothing analysed yet.
func New(a *model.Article) *Document {
	d := &Document{Text: a.Text, Published: a.Published, Dateline: a.Dateline, title: a.Title, body: a.Text}
	if a.Title != "" {
		d.Text = a.Title + "\n\n" + a.Text
		d.BodyAt = uint32(len(a.Title) + 2)
		d.Dateline = a.Dateline.Shift(int(d.BodyAt))
		title := model.Span{Start: 0, End: uint32(len(a.Title))}
		d.Paragraphs = append(d.Paragraphs, Paragraph{Span: title, Kind: model.Heading})
	}
	for _, b := range a.Blocks {
		d.Paragraphs = append(d.Paragraphs, Paragraph{Span: b.Span.Shift(int(d.BodyAt)), Kind: b.Kind})
	}
	d.lower = lower(d.Text)
	return d
}

// Annotations returns what the stages found, in the coordinates of the article that d was made from: the
// body's first, then the title's.
func (d *Document) Annotations() model.Annotations {
	an := model.Annotations{Entities: d.ownNames()}
	for _, s := range d.Sentences {
		if span, f := d.place(d.SentenceSpan(s)); f == model.Body {
			an.Sentences = append(an.Sentences, span)
		}
	}
	for _, f := range []model.Field{model.Body, model.Title} {
		for _, m := range d.Mentions {
			if span, at := d.place(m.Span); at == f && m.Entity != 0 {
				an.Mentions = append(an.Mentions, model.Mention{Span: span, Entity: m.Entity, Field: f, Form: m.Form, Link: m.Link})
				if m.From > 0 {
					d.pointBack(an.Mentions, m.From-1)
				}
			}
		}
		for _, q := range d.Quotes {
			if _, at := d.place(q.Span); at == f {
				an.Quotes = append(an.Quotes, d.placeQuote(q, f))
			}
		}
	}
	return an
}

// pointBack lets the last of mentions point back to the one of its entity that begins with token first, if that
// stands in the same field and near enough.
func (d *Document) pointBack(mentions []model.Mention, first int32) {
	last := len(mentions) - 1
	m := &mentions[last]
	at, f := d.place(d.Tokens[first].Span)
	if at.Start >= m.Span.Start {
		return
	}
	for i := last - 1; i >= max(0, last-math.MaxUint8) && f == m.Field && mentions[i].Field == f; i-- {
		switch p := &mentions[i]; {
		case p.Span.Start < at.Start:
			return
		case p.Span.Start == at.Start && p.Entity == m.Entity:
			m.Back = uint8(last - i)
			return
		}
	}
}

// ownNames returns the entities with names that are parts of the article's own texts, or copies: parts of Text would keep
// that in memory, beside the article.
func (d *Document) ownNames() []model.Entity {
	out := slices.Clone(d.Entities)
	own := make([]bool, len(out))
	for _, m := range d.Mentions {
		if m.Entity == 0 || own[m.Entity-1] || m.Span.In(d.Text) != out[m.Entity-1].Name {
			continue
		}
		own[m.Entity-1] = true
		span, f := d.place(m.Span)
		text := d.body
		if f == model.Title {
			text = d.title
		}
		out[m.Entity-1].Name = span.In(text)
	}
	for i := range out {
		if !own[i] {
			out[i].Name = strings.Clone(out[i].Name)
		}
		out[i].Detail = strings.Clone(out[i].Detail)
	}
	return out
}

// place returns s in the coordinates of the field that it lies in.
func (d *Document) place(s model.Span) (model.Span, model.Field) {
	if s.Start < d.BodyAt {
		return s, model.Title
	}
	return s.Shift(-int(d.BodyAt)), model.Body
}

func (d *Document) placeQuote(q model.Quote, f model.Field) model.Quote {
	q.Field = f
	for _, s := range []*model.Span{&q.Span, &q.Mention, &q.Cue, &q.To} {
		if s.Empty() {
			continue
		}
		span, at := d.place(*s)
		if at != f {
			span = model.Span{}
		}
		*s = span
	}
	return q
}

// Word returns the text of token i.
func (d *Document) Word(i int) string { return d.Tokens[i].Span.In(d.Text) }

// Lower returns the text of token i in lower case. It does not allocate.
func (d *Document) Lower(i int) string { return d.Tokens[i].Span.In(d.lower) }

// LowerIn returns the text of s in lower case. It does not allocate.
func (d *Document) LowerIn(s model.Span) string { return s.In(d.lower) }

// Capital reports whether token i begins with an upper-case letter.
func (d *Document) Capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(d.Word(i))
	return unicode.IsUpper(r)
}

// Glued reports whether token i follows token i-1 with nothing between them.
func (d *Document) Glued(i int) bool {
	return i > 0 && d.Tokens[i-1].Span.End == d.Tokens[i].Span.Start
}

// Cover returns the span from token first up to, and without, token last. It wants first < last.
func (d *Document) Cover(first, last int) model.Span {
	return model.Span{Start: d.Tokens[first].Span.Start, End: d.Tokens[last-1].Span.End}
}

// SentenceSpan returns the text that s covers.
func (d *Document) SentenceSpan(s Sentence) model.Span { return d.Cover(s.First, s.Last) }

// TokenAt returns the first token that ends after the offset at, or len(Tokens).
func (d *Document) TokenAt(at uint32) int {
	return sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].Span.End > at })
}

// SentenceOf returns the index of the sentence that holds token i.
func (d *Document) SentenceOf(i int) int {
	return sort.Search(len(d.Sentences), func(s int) bool { return d.Sentences[s].Last > i })
}

// lower returns s in lower case with every letter in the place it had: one whose lower case is of another
// length stays as it is.
func lower(s string) string {
	return strings.Map(func(r rune) rune {
		if l := unicode.ToLower(r); utf8.RuneLen(l) == utf8.RuneLen(r) {
			return l
		}
		return r
	}, s)
}
