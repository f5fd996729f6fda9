package style

import (
	"fmt"
	"image/color"
	"math"
	"reflect"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// styles returns the name and value of every style of th.
func styles(th Theme) map[string]uv.Style {
	out := map[string]uv.Style{}
	v := reflect.ValueOf(th)
	for i := range v.NumField() {
		name := v.Type().Field(i).Name
		switch s := v.Field(i).Interface().(type) {
		case uv.Style:
			out[name] = s
		case [Speakers]uv.Style:
			for j := range s {
				out[fmt.Sprint(name, j)] = s[j]
			}
		}
	}
	return out
}

// themes returns every built-in theme, for dark and light backgrounds.
func themes() []Theme {
	out := make([]Theme, 0, 2*len(Names()))
	for _, name := range Names() {
		for _, dark := range []bool{true, false} {
			out = append(out, Choose(name, dark, colorprofile.TrueColor))
		}
	}
	return out
}

func called(th Theme) string { return fmt.Sprintf("%s, dark %v", th.Name, th.Dark) }

// looks returns every look that text can have in th, by what it is made of: each style as it is, on the row of a list with the
// cursor, and in an article, where quotes, hits and selections are laid over it.
func looks(th Theme) map[string]uv.Style {
	all := styles(th)
	out := map[string]uv.Style{}
	for name, s := range all {
		out[name] = s
		switch name {
		case "Border", "FocusedBorder", "QuoteBar":
			continue // nothing else is there
		}
		out["cursor over "+name] = Over(th.Status, Over(s, th.Title))
		out[name+" in a row"] = Over(Over(th.Status, th.Text), s)
	}
	speakers := map[string]uv.Style{"": {}}
	for i, s := range th.Speaker {
		speakers[fmt.Sprint("+Speaker", i)] = s
	}
	for _, below := range []string{"Text", "Title", "Heading", "Link", "Code", "Caption", "Byline", "Dim"} {
		for who, speaker := range speakers {
			said := Over(all[below], speaker)
			for at, quote := range map[string]uv.Style{"": said, "+QuoteFocus": Over(said, th.QuoteFocus)} {
				out[below+who+at] = quote
				for _, above := range []string{"Hit", "HitFocus", "Selection", "SelectionEnd"} {
					out[below+who+at+"+"+above] = Over(quote, all[above])
				}
			}
		}
	}
	return out
}

// terminals returns what the sixteen colours are in terminals that are in use.
func terminals() map[string][16]string {
	return map[string][16]string{
		"xterm": {
			"#000000", "#cd0000", "#00cd00", "#cdcd00", "#0000ee", "#cd00cd", "#00cdcd", "#e5e5e5",
			"#7f7f7f", "#ff0000", "#00ff00", "#ffff00", "#5c5cff", "#ff00ff", "#00ffff", "#ffffff",
		},
		"console": {
			"#000000", "#aa0000", "#00aa00", "#aa5500", "#0000aa", "#aa00aa", "#00aaaa", "#aaaaaa",
			"#555555", "#ff5555", "#55ff55", "#ffff55", "#5555ff", "#ff55ff", "#55ffff", "#ffffff",
		},
		"Windows": {
			"#0c0c0c", "#c50f1f", "#13a10e", "#c19c00", "#0037da", "#881798", "#3a96dd", "#cccccc",
			"#767676", "#e74856", "#16c60c", "#f9f1a5", "#3b78ff", "#b4009e", "#61d6d6", "#f2f2f2",
		},
	}
}

// Whatever can be seen has a contrast of 4.5:1 or more, in high contrast of 7:1; and of 4.5:1 where a terminal with 256 colours takes
// those that are most like them.
func TestEveryPairOfColoursCanBeRead(t *testing.T) {
	for _, th := range themes() {
		if th.Name == None || th.Name == Sixteen {
			continue
		}
		least := 4.5
		if th.Name == HighContrast {
			least = 7
		}
		all := looks(th)
		if len(all) < 500 {
			t.Fatalf("found only %d looks", len(all))
		}
		for name, s := range all {
			fg, bg := s.Fg, s.Bg
			if fg == nil {
				fg = th.Fg
			}
			if bg == nil {
				bg = th.Bg
			}
			if c := contrast(fg, bg); c < least {
				t.Errorf("%s: %s has a contrast of %.2f", called(th), name, c)
			}
			if c := contrast(colorprofile.ANSI256.Convert(fg), colorprofile.ANSI256.Convert(bg)); c < 4.5 {
				t.Errorf("%s: %s has a contrast of %.2f with 256 colours", called(th), name, c)
			}
		}
	}
}

// Where the colours are the terminal's own, text has either both colours or none: whatever the background of the terminal is, it can
// be read.
func TestTheTerminalsOwnColoursCanBeReadOnDarkAndLight(t *testing.T) {
	for _, dark := range []bool{true, false} {
		for name, s := range looks(Choose(Sixteen, dark, colorprofile.TrueColor)) {
			fg, isOwn := s.Fg.(ansi.BasicColor)
			bg, isOwnToo := s.Bg.(ansi.BasicColor)
			if isOwn != isOwnToo || !isOwn && (s.Fg != nil || s.Bg != nil) {
				t.Errorf("%s has one colour, or none of the sixteen: %v on %v", name, s.Fg, s.Bg)
			}
			for terminal, colours := range terminals() {
				if c := contrast(lipgloss.Color(colours[fg]), lipgloss.Color(colours[bg])); isOwn && c < 4.5 {
					t.Errorf("%s has a contrast of %.2f on %s", name, c, terminal)
				}
			}
		}
	}
}

func TestWithoutColoursThereAreNone(t *testing.T) {
	for name, s := range looks(Choose(None, true, colorprofile.TrueColor)) {
		if s.Fg != nil || s.Bg != nil || s.UnderlineColor != nil {
			t.Errorf("%s has a colour", name)
		}
	}
}

// Without colours, what has to be told from plain text must still differ from it, and from its neighbours.
func TestStatesDifferWithoutColour(t *testing.T) {
	for _, th := range themes() {
		all := looks(th)
		look := func(name string) string {
			s, ok := all[name]
			if !ok {
				t.Fatalf("there is no %s", name)
			}
			return fmt.Sprint(s.Attrs, s.Underline)
		}
		for _, pair := range [][2]string{
			{"Border", "FocusedBorder"},
			{"Text", "Hit"},
			{"Hit", "HitFocus"},
			{"Text", "Speaker0"},
			{"Speaker0", "QuoteFocus"},
			{"Text+Speaker0", "Text+Speaker0+QuoteFocus"},
			{"Text+Speaker0+Hit", "Text+Speaker0+HitFocus"},
			{"Text+Speaker0+QuoteFocus", "Text+Speaker0+QuoteFocus+Selection"},
			{"Text", "Selection"},
			{"QuoteFocus", "Selection"},
			{"HitFocus", "Selection"},
			{"Selection", "SelectionEnd"},
			{"HitFocus", "SelectionEnd"},
			{"Dim", "Error"},
			{"Dim", "Warning"},
			{"Dim", "Accent"},
			{"Text", "Link"},
			{"Text", "Heading"},
			{"Text", "Title"},
			{"Text", "cursor over Text"},
		} {
			if look(pair[0]) == look(pair[1]) {
				t.Errorf("%s: %s and %s look the same without colour", called(th), pair[0], pair[1])
			}
		}
	}
}

func TestTheTerminalDecidesIfNothingIsChosen(t *testing.T) {
	for _, c := range []struct {
		wish    Name
		dark    bool
		colours colorprofile.Profile
		want    string
	}{
		{Auto, true, colorprofile.Unknown, "dark, dark true"},
		{Auto, false, colorprofile.TrueColor, "light, dark false"},
		{Auto, false, colorprofile.ANSI256, "light, dark false"},
		{Auto, true, colorprofile.ANSI, "16, dark true"},
		{Auto, true, colorprofile.ASCII, "none, dark true"},
		{Dark, false, colorprofile.TrueColor, "dark, dark true"},
		{Light, true, colorprofile.ANSI, "light, dark false"},
		{HighContrast, false, colorprofile.TrueColor, "high-contrast, dark false"},
	} {
		if got := called(Choose(c.wish, c.dark, c.colours)); got != c.want {
			t.Errorf("%v: got %s", c, got)
		}
	}
}

// seen returns c as somebody without the middle (deutan) or long (protan) cones sees it, in linear light
// (Viénot, Brettel and Mollon 1999).
func seen(c color.Color, kind string) [3]float64 {
	r, g, b, _ := c.RGBA()
	linear := func(v uint32) float64 { return math.Pow(float64(v)/0xffff, 2.2) }
	x, y, z := linear(r), linear(g), linear(b)
	switch kind {
	case "protan":
		return [3]float64{0.11238*x + 0.88762*y, 0.11238*x + 0.88762*y, 0.00401*x - 0.00401*y + z}
	case "deutan":
		return [3]float64{0.29275*x + 0.70725*y, 0.29275*x + 0.70725*y, -0.02234*x + 0.02234*y + z}
	}
	return [3]float64{x, y, z}
}

// worn returns the colour that a speaker is known by.
func worn(s uv.Style) color.Color {
	if own, ok := s.Bg.(ansi.BasicColor); ok {
		return lipgloss.Color(terminals()["xterm"][own])
	}
	return s.Fg
}

func TestSpeakersCanBeToldApart(t *testing.T) {
	for _, th := range themes() {
		if th.Name == None {
			continue // by their initials
		}
		for _, kind := range []string{"", "protan", "deutan"} {
			for i := range Speakers {
				for j := range i {
					a, b := seen(worn(th.Speaker[i]), kind), seen(worn(th.Speaker[j]), kind)
					d := 0.0
					for k := range a {
						d = math.Hypot(d, math.Cbrt(max(a[k], 0))-math.Cbrt(max(b[k], 0)))
					}
					if d < 0.08 {
						t.Errorf("%s, %q: speakers %d and %d are only %.3f apart", called(th), kind, j, i, d)
					}
				}
			}
		}
	}
}

func TestOverKeepsWhatIsNotCovered(t *testing.T) {
	th := New(true)
	got := Over(th.Heading, th.QuoteFocus)
	if got.Fg != th.Heading.Fg || got.Bg != th.QuoteFocus.Bg || got.Underline != uv.UnderlineSingle || got.Attrs&uv.AttrBold == 0 {
		t.Errorf("got %+v", got)
	}
}
