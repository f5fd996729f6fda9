// Package style holds the colours and styles of the screen: themes, values made once for a terminal and passed down.
//
// Every state differs from its neighbours by an attribute or by its text as well as by colour, so that it can
// be told where there are no colours.
package style

import (
	"image/color"

	uv "github.com/charmbracelet/ultraviolet"
)

// Speakers is how many speakers can wear a colour of their own at once.
const Speakers = 6

// Theme is every style that the panes use.
type Theme struct {
	Name Name
	Dark bool // the background is
	// Hyperlinks says that links in articles are hyperlinks of the terminal (OSC 8). They are not unless asked
	// for: a terminal opens them without asking.
	Hyperlinks bool

	Fg color.Color // of text without a style; the terminal's own, as far as contrast is reckoned; nil: it is not
	Bg color.Color // the background that the contrasts are reckoned against

	Text          uv.Style
	Border        uv.Style
	FocusedBorder uv.Style // of the pane that has the keys
	Title         uv.Style // of a pane or an article
	Dim           uv.Style // what may be overlooked: dates, publishers, hints
	Accent        uv.Style // what a key acts on: key names, links in panes
	Badge         uv.Style // how many times the chosen speaker speaks in an article
	Status        uv.Style // the status line
	Error         uv.Style
	Warning       uv.Style
	Hit           uv.Style // what a search found
	HitFocus      uv.Style // the hit that one stands on
	QuoteFocus    uv.Style // laid over the quote that one stands on
	Selection     uv.Style // words that are being selected
	SelectionEnd  uv.Style // the word at the end of them that moves

	Heading  uv.Style
	Link     uv.Style
	Code     uv.Style
	QuoteBar uv.Style // the bar left of a block quotation, rules and table lines
	Caption  uv.Style
	Byline   uv.Style

	Speaker [Speakers]uv.Style // the quotes of the chosen speakers, and their initials
}

// Over returns the style of a cell that had style a once b is laid over it: b's colours and underline where
// it has any, and the attributes of both.
func Over(a, b uv.Style) uv.Style {
	if b.Fg != nil {
		a.Fg = b.Fg
	}
	if b.Bg != nil {
		a.Bg = b.Bg
	}
	if b.UnderlineColor != nil {
		a.UnderlineColor = b.UnderlineColor
	}
	if b.Underline != uv.UnderlineNone {
		a.Underline = b.Underline
	}
	a.Attrs |= b.Attrs
	return a
}

// Voice returns the style of the chosen speaker at place i, from 0; false for -1, and where there is no colour left for them.
func (t *Theme) Voice(i int) (uv.Style, bool) {
	if i < 0 || i >= Speakers {
		return uv.Style{}, false
	}
	return t.Speaker[i], true
}
