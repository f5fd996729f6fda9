package style

import (
	"fmt"
	"image/color"
	"math"
	"reflect"
	"testing"

	uv "github.com/charmbracelet/ultraviolet"
)

// luminance returns the relative luminance of c as WCAG 2 defines it.
func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	linear := func(v uint32) float64 {
		f := float64(v) / 0xffff
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

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

func TestEveryStyleCanBeRead(t *testing.T) {
	for _, th := range []Theme{New(true), New(false)} {
		readable := func(name string, s uv.Style) {
			fg, bg := s.Fg, s.Bg
			if fg == nil {
				fg = th.Fg
			}
			if bg == nil {
				bg = th.Bg
			}
			if c := contrast(fg, bg); c < 4.5 {
				t.Errorf("dark %v: %s has a contrast of %.2f", th.Dark, name, c)
			}
		}
		all := styles(th)
		if len(all) < 25 {
			t.Fatalf("found only %d styles", len(all))
		}
		for name, s := range all {
			readable(name, s)
		}
		for _, below := range []string{"Text", "Heading", "Link", "Code", "Speaker0", "Speaker1", "Speaker2", "Speaker3", "Speaker4", "Speaker5"} {
			for _, above := range []string{"Hit", "HitFocus", "QuoteFocus", "Selection", "SelectionEnd"} {
				readable(above+" over "+below, Over(all[below], all[above]))
			}
		}
	}
}

// Without colours, what has to be told from plain text must still differ from it, and from its neighbours.
func TestStatesDifferWithoutColour(t *testing.T) {
	all := styles(New(true))
	look := func(name string) string {
		s := all[name]
		return fmt.Sprint(s.Attrs, s.Underline)
	}
	for _, pair := range [][2]string{
		{"Border", "FocusedBorder"},
		{"Text", "Hit"},
		{"Hit", "HitFocus"},
		{"Text", "Speaker0"},
		{"Speaker0", "QuoteFocus"},
		{"Text", "Selection"},
		{"QuoteFocus", "Selection"},
		{"HitFocus", "Selection"},
		{"Selection", "SelectionEnd"},
		{"HitFocus", "SelectionEnd"},
		{"Dim", "Error"},
		{"Text", "Link"},
		{"Text", "Heading"},
	} {
		if look(pair[0]) == look(pair[1]) {
			t.Errorf("%s and %s look the same without colour", pair[0], pair[1])
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

func TestSpeakersCanBeToldApart(t *testing.T) {
	for _, th := range []Theme{New(true), New(false)} {
		for _, kind := range []string{"", "protan", "deutan"} {
			for i := range Speakers {
				for j := range i {
					a, b := seen(th.Speaker[i].Fg, kind), seen(th.Speaker[j].Fg, kind)
					d := 0.0
					for k := range a {
						d = math.Hypot(d, math.Cbrt(max(a[k], 0))-math.Cbrt(max(b[k], 0)))
					}
					if d < 0.08 {
						t.Errorf("dark %v, %q: speakers %d and %d are only %.3f apart", th.Dark, kind, j, i, d)
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
