// Package style holds the colours and styles of the screen: values made once for a dark or a light
// terminal and passed down.
//
// Every state differs from its neighbours by an attribute or by its text as well as by colour, so that it can
// be told where there are no colours.
package style

import (
	"image/color"

	"charm.land/lipgloss/v2"
	uv "github.com/charmbracelet/ultraviolet"
)

// Speakers is how many speakers can wear a colour of their own at once.
const Speakers = 6

// Theme is every style that the panes use.
type Theme struct {
	Dark bool
	// Hyperlinks says that links in articles are hyperlinks of the terminal (OSC 8). They are not unless asked
	// for: a terminal opens them without asking.
	Hyperlinks bool

	Fg color.Color // of text without a style; the terminal's own, as far as contrast is reckoned
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

// palette is the colours that a theme is made of.
type palette struct {
	fg, bg, dim, line, accent, bar, red, amber, hit, focus, code string
	speaker                                                      [Speakers]string
}

// New returns the theme for a dark or light background. All of its pairs have a contrast of 4.5:1 or more.
func New(dark bool) Theme {
	p := palette{
		fg: "#1c1c1c", bg: "#ffffff", dim: "#636363", line: "#6e6e6e", accent: "#0b5cad", bar: "#e4e4e4",
		red: "#b3261e", amber: "#805300", hit: "#ffe08a", focus: "#dbe9ff", code: "#6a3d9a",
		speaker: [Speakers]string{"#0063a8", "#9c5200", "#00704f", "#a3357a", "#5b5f00", "#7d0f2b"},
	}
	if dark {
		p = palette{
			fg: "#e4e4e4", bg: "#101010", dim: "#9a9a9a", line: "#858585", accent: "#7cb7ff", bar: "#303030",
			red: "#ff8a80", amber: "#f0b849", hit: "#6b5200", focus: "#1d3450", code: "#c9a7f5",
			speaker: [Speakers]string{"#56b4e9", "#e69f00", "#2fc49a", "#e08bbd", "#f0e442", "#ff7a4d"},
		}
	}
	return p.theme(dark)
}

func (p palette) theme(dark bool) Theme {
	fg := func(c string, attrs uint8) uv.Style { return uv.Style{Fg: lipgloss.Color(c), Attrs: attrs} }
	on := func(c string, attrs uint8) uv.Style {
		return uv.Style{Fg: lipgloss.Color(p.fg), Bg: lipgloss.Color(c), Attrs: attrs}
	}
	underlined := func(s uv.Style) uv.Style { s.Underline = uv.UnderlineSingle; return s }
	th := Theme{
		Dark: dark, Fg: lipgloss.Color(p.fg), Bg: lipgloss.Color(p.bg),
		Border:        fg(p.line, 0),
		FocusedBorder: fg(p.accent, uv.AttrBold),
		Title:         uv.Style{Attrs: uv.AttrBold},
		Dim:           fg(p.dim, 0),
		Accent:        fg(p.accent, uv.AttrBold),
		Badge:         fg(p.accent, uv.AttrBold),
		Status:        on(p.bar, 0),
		Error:         fg(p.red, uv.AttrBold),
		Warning:       fg(p.amber, uv.AttrBold),
		Hit:           underlined(on(p.hit, 0)),
		HitFocus:      uv.Style{Attrs: uv.AttrReverse | uv.AttrBold},
		QuoteFocus:    underlined(uv.Style{Bg: lipgloss.Color(p.focus), Attrs: uv.AttrBold}),
		Selection:     uv.Style{Attrs: uv.AttrReverse},
		SelectionEnd:  underlined(uv.Style{Attrs: uv.AttrReverse | uv.AttrBold}),
		Heading:       fg(p.accent, uv.AttrBold),
		Link:          underlined(uv.Style{}),
		Code:          fg(p.code, 0),
		QuoteBar:      fg(p.line, 0),
		Caption:       fg(p.dim, uv.AttrItalic),
		Byline:        fg(p.dim, 0),
	}
	for i, c := range p.speaker {
		th.Speaker[i] = fg(c, uv.AttrBold)
	}
	return th
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
