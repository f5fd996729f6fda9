// Package correct is what a person corrects in the analysis of articles: kept in a log, and applied to every
// later analysis of the same article.
//
// A correction names what it is about in a way that outlives the analysis: a quote by its place and words, an
// entity by its type and name. Only the log file is read and written here.
package correct

import (
	"time"

	"reader/model"
)

// Op is the kind of a correction.
type Op uint8

// The kinds of corrections.
const (
	Speaker  Op = iota + 1 // the quote at Anchor was said by Is; by nobody that can be told if Is is nobody
	NotQuote               // the quote at Anchor is none
	Quote                  // the words at Anchor are a quote that was missed, said by Is
	Same                   // Entity is Is: an entity of the same article, or of others of the library
	Apart                  // what Entity is called as Alias is somebody else, in this article and the library
	Dismiss                // Entity is no entity
)

// Who names an entity. The zero Who is nobody.
type Who struct {
	Type model.EntityType
	Name string
}

// Nobody reports whether w names nobody.
func (w Who) Nobody() bool { return w.Name == "" }

// Anchor is a place in an article, found again by its words when the text before it was edited. At makes one.
type Anchor struct {
	Field  model.Field
	Span   model.Span // in bytes
	Words  string     // what stands there; "": the correction is about no place
	Before string     // what stood in front of it and behind it: tells two places of the same words apart
	After  string
}

// Correction is one thing that a person corrected in one article. Fields that its Op does not speak of are
// empty. It is comparable.
type Correction struct {
	ID      string // given by the log
	Article string // the ID of the article
	Time    time.Time
	Op      Op
	Anchor  Anchor // of Same, Apart and Dismiss: any mention of Entity, to tell it from others of its name; or none
	Entity  Who    // as the article names it, after the corrections before this one
	Is      Who
	Alias   string
}
