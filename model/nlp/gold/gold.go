// Package gold reads the annotated news of ../testdata/news, which trains the analysis and tests it. The
// format and what is marked are told there, in STYLE.md.
package gold

import (
	"reader/model"
)

// Article is one annotated article.
type Article struct {
	Path   string
	Fields map[string]string // of the header, but for the title: outlet, style, beat, region
	Text   string            // the title, an empty line, the body with an empty line between paragraphs
	BodyAt uint32            // where the body begins in Text
	Names  []Name            // by place; none lies in another
	Words  []Words           // roles and other words for somebody, by place
	Quotes []Quote           // by place; a quote may lie in another
}

// Name is a marked name. Its span is in Text.
type Name struct {
	Span model.Span
	Type model.EntityType
	Key  string // the same for all names of one person or thing in the article; "" for types that need none
}

// Words are a role, or words that refer to somebody who is named elsewhere or never.
type Words struct {
	Span model.Span
	Role bool
	Key  string
}

// Quote is what somebody is quoted with.
type Quote struct {
	Spans []model.Span // its parts, by place
	Kind  model.QuoteKind
	Key   string // of the speaker; "?" if the article does not tell
}

// Title returns the title of a.
func (a *Article) Title() string { return a.Text[:a.BodyAt-2] }

// Body returns the body of a.
func (a *Article) Body() string { return a.Text[a.BodyAt:] }
