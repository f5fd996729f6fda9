package style

import (
	"fmt"
	"image/color"
	"maps"
	"math"
	"slices"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// readable is the least contrast of text that everybody can read, as WCAG 2 has it.
const readable = 4.5

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

// contrast returns how much a and b differ in luminance, from 1 to 21.
func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// Faint is a pair of colours that is hard to read.
type Faint struct {
	Pair    string // what it is and what is behind it: "dim #444444 on the background of dark, #101010"
	Ratio   float64
	Instead string // a colour much like it with which all can be read; "": there is none
}

// Faint returns for each role of which o has a colour of its own the pair that is the hardest to read with it, if the contrast is below
// 4.5:1. The sixteen colours that are the terminal's own nobody knows.
func (o Own) Faint() map[string]Faint {
	worst := o.faint()
	for role, f := range worst {
		f.Instead = o.instead(role)
		worst[role] = f
	}
	return worst
}

// instead returns what is most like o's colour for role among those that are lighter or darker and can be read.
func (o Own) instead(role string) string {
	const steps = 32
	for i := 1; i <= steps; i++ {
		for _, end := range []color.Color{color.White, color.Black} {
			other := Own{o.Base, maps.Clone(o.Colours)}
			other.Colours[role] = hex(mix(lipgloss.Color(o.Colours[role]), end, float64(i)/steps))
			if _, still := other.faint()[role]; !still {
				return other.Colours[role]
			}
		}
	}
	return ""
}

// faint is Faint without what there could be instead.
func (o Own) faint() map[string]Faint {
	worst := map[string]Faint{}
	for _, onDark := range []bool{true, false} {
		p, dark := o.palette(onDark)
		colours := p.at()
		for _, over := range slices.Sorted(maps.Keys(colours)) {
			for _, under := range behind(over) {
				role, ok := o.blamed(over, under)
				text, back := *colours[over], *colours[under]
				ratio := contrast(lipgloss.Color(text), lipgloss.Color(back))
				if old, met := worst[role]; ok && ratio < readable && !isTerminals(text) && !isTerminals(back) && (!met || ratio < old.Ratio) {
					worst[role] = Faint{Pair: fmt.Sprintf("%s %s on the %s of %s, %s", over, text, under, suited(dark), back), Ratio: ratio}
				}
			}
		}
	}
	return worst
}

// blamed returns which of the two has a colour of o's own, rather that of the text; false if neither has.
func (o Own) blamed(over, under string) (role string, ok bool) {
	if _, ok = o.Colours[over]; ok {
		return over, true
	}
	_, ok = o.Colours[under]
	return under, ok
}

// behind returns the roles of what can be behind what has role; none for what is behind something itself.
func behind(role string) []string {
	switch role {
	case "bar", "hit", "focus", background:
		return nil
	case "text": // elsewhere it is the terminal's own
		return []string{"bar", "hit", "focus"}
	case "line":
		return []string{background}
	case "error", "warning":
		return []string{background, "bar"}
	default:
		return []string{background, "bar", "focus"}
	}
}

// mix returns a with the part of b in it.
func mix(a, b color.Color, part float64) color.Color {
	r, g, bl, _ := a.RGBA()
	r2, g2, b2, _ := b.RGBA()
	at := func(x, y uint32) uint8 { return uint8(math.Round((float64(x)*(1-part) + float64(y)*part) / 0x101)) }
	return color.RGBA{at(r, r2), at(g, g2), at(bl, b2), 0xff}
}

func hex(c color.Color) string {
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}

// isTerminals reports whether colour is one of the sixteen that look as the terminal likes.
func isTerminals(colour string) bool {
	_, is := lipgloss.Color(colour).(ansi.BasicColor)
	return is
}
