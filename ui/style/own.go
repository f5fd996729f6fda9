package style

import (
	"strconv"
	"strings"
)

// Own is a theme of a person's own: a built-in one, but for some of its colours.
type Own struct {
	Base    Name              // one of Bases
	Colours map[string]string // by their roles, as ParseColour returns them
}

// Bases returns the names of the themes that others can be made of.
func Bases() []Name { return []Name{Dark, Light, HighContrast} }

// Role is what a colour is for.
type Role struct{ Name, About string }

// Roles returns all roles but those of speakers.
func Roles() []Role {
	return []Role{
		{"text", "text on the bar and on hits; elsewhere it is the terminal's own"},
		{"dim", "what may be overlooked: dates, publishers, hints"},
		{"line", "borders and rules"},
		{"accent", "headings, keys, and the border of the pane that has the keys"},
		{"code", "code in articles"},
		{"error", "what failed"},
		{"warning", "what one should know"},
		{"bar", "behind the status line, and the row that the cursor is in"},
		{"hit", "behind what a search found"},
		{"focus", "behind the quote that one stands on"},
	}
}

// background is the role of what is behind everything. It is the terminal's, and no theme has another.
const background = "background"

// SpeakerRole returns the role of the chosen speaker at place i, from 0.
func SpeakerRole(i int) string { return "speaker " + strconv.Itoa(i+1) }

// at returns where p has the colour of each role.
func (p *palette) at() map[string]*string {
	all := map[string]*string{
		"text": &p.fg, "dim": &p.dim, "line": &p.line, "accent": &p.accent, "code": &p.code, "error": &p.red, "warning": &p.amber,
		"bar": &p.bar, "hit": &p.hit, "focus": &p.focus, background: &p.bg,
	}
	for i := range p.speaker {
		all[SpeakerRole(i)] = &p.speaker[i]
	}
	return all
}

// Colour returns the colour that role has in base, on dark where base is on both.
func Colour(base Name, role string) string {
	p, _ := paletteOf(base, true)
	return *p.at()[role]
}

// ParseColour returns the colour that text is, "#rrggbb" or a number from 0 to 255; false for anything else.
func ParseColour(text string) (colour string, ok bool) {
	if digits, ok := strings.CutPrefix(text, "#"); ok {
		_, err := strconv.ParseUint(digits, 16, 32)
		return strings.ToLower(text), err == nil && len(digits) == len("rrggbb")
	}
	n, err := strconv.ParseUint(text, 10, 8)
	return strconv.FormatUint(n, 10), err == nil
}

// Theme returns the theme, which is called name, for a terminal with a dark or light background.
func (o Own) Theme(name Name, dark bool) Theme {
	p, dark := o.palette(dark)
	return p.theme(name, dark)
}

// palette returns the colours, and whether they are for a dark background.
func (o Own) palette(onDark bool) (p palette, dark bool) {
	p, dark = paletteOf(o.Base, onDark)
	for role, at := range p.at() {
		if c, own := o.Colours[role]; own {
			*at = c
		}
	}
	return p, dark
}
