// Package page lays an article out for reading: title, byline, the body rendered by glamour, captions and
// trailers in their own style. A page knows for each cell which place of the plain text it shows, so that
// spans can be painted on visible lines without rendering again.
package page

import (
	uv "github.com/charmbracelet/ultraviolet"

	"reader/model"
	"reader/ui/style"
)

// Page is an article laid out at one width. It does not change and may be cached by article, width and theme.
type Page struct{}

// Mark is a span of the article to be painted.
type Mark struct {
	Span   model.Span
	Field  model.Field
	Style  uv.Style // laid over what is there
	Gutter string   // shown left of each line that the span is on: "AA"; the page keeps Gutter columns free
}

// Gutter is the number of columns at the left of a page that are kept for the initials of speakers.
const Gutter = 3

// Render lays a out in width columns. Article text that cannot be rendered in time falls back to plain text.
func Render(a *model.Article, width int, th style.Theme) *Page { _, _, _ = a, width, th; return &Page{} }

// Len returns the number of lines.
func (p *Page) Len() int { return 0 }

// Line returns line i with marks painted on it, at most the page's width in columns.
func (p *Page) Line(i int, marks []Mark) string { _, _ = i, marks; return "" }

// LineOf returns the first line that shows the place at of a field.
func (p *Page) LineOf(f model.Field, at uint32) int { _, _ = f, at; return 0 }

// At returns the place of the article's text that a cell shows, if it shows any.
func (p *Page) At(line, col int) (f model.Field, at uint32, ok bool) { _, _ = line, col; return 0, 0, false }

// Top returns the place of the text at which line i begins, or the next line that shows text: what to keep in
// view when the width changes.
func (p *Page) Top(i int) (f model.Field, at uint32) { _ = i; return 0, 0 }
