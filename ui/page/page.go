// Package page lays an article out for reading: title, byline, the body rendered by glamour, captions and
// trailers in their own style. A page knows for each cell which place of the plain text it shows, so that
// spans can be painted on visible lines without rendering again.
//
// How the body gets there: outline.go copies the article's Markdown tree into one that glamour renders, with
// an invisible mark before every word; scan.go reads what glamour made of it, once, and finds each word by its
// mark. Title, captions and very long articles are wrapped by wrap.go. All of them end as pieces: stretches of
// the plain text, and ornaments, which have no place in it.
package page

import (
	"reader/model"
	"reader/model/address"
	"reader/ui/style"

	uv "github.com/charmbracelet/ultraviolet"
)

// Page is an article laid out at one width. It does not change and may be cached by article, width and theme.
type Page struct {
	sheet
	inks   []ink
	links  []address.Address
	gutter int // columns kept free at the left
	title  string
	body   string

	hyperlinks bool // links are written as hyperlinks of the terminal
}

// Mark is a span of the article to be painted.
type Mark struct {
	Span  model.Span
	Field model.Field
	Style uv.Style // laid over what is there
}

// Extras is what a page shows beside the article.
type Extras struct {
	Notes   []string // under the line that says when it appeared
	Glosses []Gloss  // in the body, by place
}

// Gloss is words that are put into the body behind what ends at a place.
type Gloss struct {
	At   uint32
	Text string
}

// Gutter is the number of columns at the left of a page that are kept for the initials of speakers, a bar and a blank. A page
// narrower than 30 columns keeps none.
const Gutter = 4

const leastWithGutter = 30

// Render lays a out in width columns, with extras. A body that glamour would take too long for is shown as plain text without glosses, and
// a notice says so. It costs about a millisecond for 2 KB, and returns a page of no lines for a width below 1.
func Render(a *model.Article, width int, th style.Theme, extras Extras) *Page {
	p := &Page{title: tame(a.Title), body: tame(a.Text), hyperlinks: th.Hyperlinks}
	if width < 1 {
		return p
	}
	if width >= leastWithGutter {
		p.gutter = Gutter
	}
	s := &setter{page: p, article: a, theme: &th, width: width - p.gutter, inks: newInks(), glosses: extras.Glosses}
	s.set(extras.Notes)
	p.inks = s.inks.all
	return p
}

// Gutter returns how many columns are kept free at the left: Gutter, or none.
func (p *Page) Gutter() int { return p.gutter }

// Len returns the number of lines.
func (p *Page) Len() int { return len(p.ends) }
