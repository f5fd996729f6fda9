package style

import (
	"image/color"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// Name is what a theme is called.
type Name string

// The themes that can be chosen.
const (
	Auto         Name = "auto" // what suits the terminal
	Dark         Name = "dark"
	Light        Name = "light"
	HighContrast Name = "high-contrast" // on dark or light, as the terminal is
	Sixteen      Name = "16"            // the terminal's own sixteen colours
	None         Name = "none"          // no colours, bold and underlined and reversed text alone
)

// Names returns the names of all themes.
func Names() []Name { return []Name{Auto, Dark, Light, HighContrast, Sixteen, None} }

// New returns the theme for a dark or light background. All of its pairs have a contrast of 4.5:1 or more. Where there are only
// 256 colours, the nearest of these have it, too.
func New(dark bool) Theme { return Choose(suited(dark), dark, colorprofile.TrueColor) }

// Choose returns the theme that is called name, for a terminal with a dark or light background and so many colours as colours
// says; Unknown are as many as one likes.
func Choose(name Name, dark bool, colours colorprofile.Profile) Theme {
	switch {
	case name == Auto && colours == colorprofile.ANSI:
		name = Sixteen
	case name == Auto && (colours == colorprofile.ASCII || colours == colorprofile.NoTTY):
		name = None
	case name == Auto:
		name = suited(dark)
	}
	switch name {
	case Sixteen:
		return sixteen(dark)
	case None:
		return none(dark)
	default:
		p, isDark := paletteOf(name, dark)
		return p.theme(name, isDark)
	}
}

// suited returns the theme that suits a dark or light background.
func suited(dark bool) Name {
	if dark {
		return Dark
	}
	return Light
}

// paletteOf returns the colours of base, which is one of Bases, and whether they are for a dark background, as the terminal's is or is not.
func paletteOf(base Name, onDark bool) (p palette, dark bool) {
	switch {
	case base == HighContrast && onDark:
		return highOnDark(), true
	case base == HighContrast:
		return highOnLight(), false
	case base == Dark:
		return darkPalette(), true
	default:
		return lightPalette(), false
	}
}

// palette is the colours that a theme is made of.
type palette struct {
	fg, bg, dim, line, accent, bar, red, amber, hit, focus, code string
	speaker                                                      [Speakers]string
}

func lightPalette() palette {
	return palette{
		fg: "#1c1c1c", bg: "#ffffff", dim: "#636363", line: "#6e6e6e", accent: "#0b5cad", bar: "#e4e4e4",
		red: "#b3261e", amber: "#704000", hit: "#ffe08a", focus: "#dceeff", code: "#6a3d9a",
		speaker: [Speakers]string{"#0063a8", "#964a0a", "#00704f", "#92296d", "#565a00", "#7d0f2b"},
	}
}

func darkPalette() palette {
	return palette{
		fg: "#e4e4e4", bg: "#101010", dim: "#9a9a9a", line: "#858585", accent: "#7cb7ff", bar: "#303030",
		red: "#ff8a80", amber: "#f0b849", hit: "#6b5200", focus: "#182c48", code: "#c9a7f5",
		speaker: [Speakers]string{"#56b4e9", "#e69f00", "#2fc49a", "#e08bbd", "#f0e442", "#ff7a4d"},
	}
}

// highOnLight and highOnDark have a contrast of 7:1 or more.
func highOnLight() palette {
	return palette{
		fg: "#000000", bg: "#ffffff", dim: "#3a3a3a", line: "#3a3a3a", accent: "#003f7d", bar: "#ebebeb",
		red: "#8a0f0a", amber: "#573700", hit: "#ffe9a8", focus: "#e6f0ff", code: "#4a2480",
		speaker: [Speakers]string{"#004a8f", "#773a00", "#005139", "#7d1b5a", "#3d4300", "#560012"},
	}
}

func highOnDark() palette {
	return palette{
		fg: "#ffffff", bg: "#000000", dim: "#d8d8d8", line: "#d8d8d8", accent: "#9fd4ff", bar: "#262626",
		red: "#ffb0a8", amber: "#ffd166", hit: "#4a3900", focus: "#10263f", code: "#dcc7ff",
		speaker: [Speakers]string{"#7cc8ff", "#ffb733", "#4fe0b4", "#ffa3d7", "#f5ec5a", "#ff9d78"},
	}
}

func (p palette) theme(name Name, dark bool) Theme {
	fg := func(c string, attrs uint8) uv.Style { return uv.Style{Fg: lipgloss.Color(c), Attrs: attrs} }
	on := func(c string) uv.Style { return uv.Style{Fg: lipgloss.Color(p.fg), Bg: lipgloss.Color(c)} }
	th := none(dark)
	th.Name, th.Fg, th.Bg = name, lipgloss.Color(p.fg), lipgloss.Color(p.bg)
	th.Border = fg(p.line, 0)
	th.FocusedBorder = fg(p.accent, uv.AttrBold)
	th.Dim = fg(p.dim, 0)
	th.Accent = fg(p.accent, uv.AttrBold)
	th.Badge = fg(p.accent, uv.AttrBold)
	th.Status = on(p.bar)
	th.Error = fg(p.red, uv.AttrBold)
	th.Warning = fg(p.amber, uv.AttrBold)
	th.Hit = underlined(on(p.hit))
	th.QuoteFocus = underlined(uv.Style{Bg: lipgloss.Color(p.focus), Attrs: uv.AttrBold})
	th.Heading = fg(p.accent, uv.AttrBold)
	th.Code = fg(p.code, 0)
	th.QuoteBar = fg(p.line, 0)
	th.Caption = fg(p.dim, uv.AttrItalic)
	th.Byline = fg(p.dim, 0)
	for i, c := range p.speaker {
		th.Speaker[i] = fg(c, uv.AttrBold)
	}
	return th
}

func underlined(s uv.Style) uv.Style {
	s.Underline = uv.UnderlineSingle
	return s
}

// none returns the theme without colours, which the others are made of.
func none(dark bool) Theme {
	bold := uv.Style{Attrs: uv.AttrBold}
	th := Theme{
		Name: None, Dark: dark,
		FocusedBorder: bold,
		Title:         bold,
		Accent:        bold,
		Badge:         bold,
		Status:        uv.Style{Attrs: uv.AttrReverse},
		Error:         bold,
		Warning:       bold,
		Hit:           underlined(uv.Style{}),
		HitFocus:      uv.Style{Attrs: uv.AttrReverse | uv.AttrBold},
		QuoteFocus:    underlined(bold),
		Selection:     uv.Style{Attrs: uv.AttrReverse},
		SelectionEnd:  underlined(uv.Style{Attrs: uv.AttrReverse | uv.AttrBold}),
		Heading:       bold,
		Link:          underlined(uv.Style{}),
		Code:          uv.Style{Attrs: uv.AttrItalic},
		Caption:       uv.Style{Attrs: uv.AttrItalic},
	}
	for i := range th.Speaker {
		th.Speaker[i] = bold
	}
	return th
}

// sixteen returns the theme of the terminal's own colours. Whether these can be read on its background nobody knows: so text
// keeps the terminal's own two colours, or has both of its own.
func sixteen(dark bool) Theme {
	pair := func(fg, bg color.Color) uv.Style { return uv.Style{Fg: fg, Bg: bg, Attrs: uv.AttrBold} }
	th := none(dark)
	th.Name = Sixteen
	th.Error = pair(ansi.BrightWhite, ansi.Red)
	th.Warning = pair(ansi.Black, ansi.BrightYellow)
	th.Hit = underlined(uv.Style{Fg: ansi.Black, Bg: ansi.BrightYellow})
	th.Speaker = [Speakers]uv.Style{
		pair(ansi.BrightWhite, ansi.Blue), pair(ansi.Black, ansi.White), pair(ansi.Black, ansi.Green),
		pair(ansi.BrightWhite, ansi.Magenta), pair(ansi.Black, ansi.Cyan), pair(ansi.BrightWhite, ansi.Red),
	}
	return th
}
