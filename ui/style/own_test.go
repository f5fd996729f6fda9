package style

import (
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

func TestAThemeOfMyOwnIsItsBaseButForWhatIChange(t *testing.T) {
	own := Own{Base: Dark, Colours: map[string]string{"accent": "#123456", "bar": "238", SpeakerRole(1): "#abcdef"}}
	th := own.Theme("mine", false)
	base := New(true)
	if th.Name != "mine" || !th.Dark || th.Heading.Fg != lipgloss.Color("#123456") || th.FocusedBorder.Fg != lipgloss.Color("#123456") ||
		th.Status.Bg != lipgloss.Color("238") || th.Speaker[1].Fg != lipgloss.Color("#abcdef") {
		t.Errorf("got %+v", th)
	}
	if th.Speaker[0] != base.Speaker[0] || th.Dim != base.Dim || th.Hit != base.Hit {
		t.Error("what I did not change is not as in its base")
	}
	for _, dark := range []bool{true, false} {
		if th := (Own{Base: HighContrast}).Theme("mine", dark); th.Dark != dark || th.Dim != Choose(HighContrast, dark, colorprofile.TrueColor).Dim {
			t.Error("one of high-contrast does not follow the terminal")
		}
	}
}

// Every role changes something that can be seen.
func TestEveryRoleIsOfSomething(t *testing.T) {
	names := make([]string, 0, len(Roles())+Speakers)
	for _, r := range Roles() {
		names = append(names, r.Name)
	}
	for i := range Speakers {
		names = append(names, SpeakerRole(i))
	}
	for _, name := range names {
		changed := 0
		all := styles((Own{Base: Dark, Colours: map[string]string{name: "#010203"}}).Theme("mine", true))
		for of, s := range styles(New(true)) {
			if all[of] != s {
				changed++
			}
		}
		if changed == 0 {
			t.Errorf("%s changes nothing", name)
		}
		if c, ok := ParseColour(Colour(Dark, name)); !ok || c != Colour(Dark, name) {
			t.Errorf("%s is %s in dark", name, c)
		}
	}
}

// The built-in colours, taken as one's own, can be read; and a pair that is told as faint is, while what is told instead is not.
func TestFaintPairsAreTold(t *testing.T) {
	for _, base := range Bases() {
		own := Own{Base: base, Colours: map[string]string{}}
		if base == Dark || base == Light {
			for _, r := range Roles() {
				own.Colours[r.Name] = Colour(base, r.Name)
			}
		}
		if faint := own.Faint(); len(faint) > 0 {
			t.Errorf("%s: %+v", base, faint)
		}
	}
	for role, c := range map[string]struct{ colour, pair string }{
		"dim":          {"#444444", "dim #444444 on the bar of dark, #303030"},
		"line":         {"#303030", "line #303030 on the background of dark, #101010"},
		"focus":        {"#e0e0e0", "speaker 5 #f0e442 on the focus of dark, #e0e0e0"},
		"hit":          {"231", "text #e4e4e4 on the hit of dark, 231"},
		SpeakerRole(0): {"#333333", "speaker 1 #333333 on the bar of dark, #303030"},
	} {
		own := Own{Base: Dark, Colours: map[string]string{role: c.colour}}
		f, ok := own.Faint()[role]
		if !ok || f.Ratio >= readable || f.Pair != c.pair {
			t.Errorf("%s %s: got %+v", role, c.colour, f)
		}
		own.Colours[role] = f.Instead
		if left := own.Faint(); len(left) > 0 {
			t.Errorf("%s %s: instead of it %s is told, with which is %+v", role, c.colour, f.Instead, left)
		}
	}
	if f := (Own{Base: Dark, Colours: map[string]string{"dim": "8"}}).Faint(); len(f) > 0 {
		t.Errorf("a colour that is the terminal's is told to be faint: %+v", f)
	}
	both := Own{Base: HighContrast, Colours: map[string]string{"accent": "#9fd4ff"}} // which nothing can be on dark and on light
	if f := both.Faint()["accent"]; f.Pair != "accent #9fd4ff on the bar of light, #ebebeb" || f.Instead != "" {
		t.Errorf("on light got %+v", f)
	}
}

// The pairs that are looked at are all that there are: what has none below 4.5 shows nothing that can't be read.
func TestWhatHasNoFaintPairCanBeRead(t *testing.T) {
	for _, role := range []string{"accent", "dim", "code", "bar", "focus", "hit", "line", "error", "warning", "text"} {
		for n := 16; n < 256; n += 5 {
			c, _ := ParseColour(hex(lipgloss.ANSIColor(n)))
			own := Own{Base: Dark, Colours: map[string]string{role: c}}
			th, least := own.Theme("mine", true), 21.0
			for _, s := range looks(th) {
				fg, bg := s.Fg, s.Bg
				if fg == nil {
					fg = th.Fg
				}
				if bg == nil {
					bg = th.Bg
				}
				least = min(least, contrast(fg, bg))
			}
			if faint := own.Faint(); len(faint) == 0 && least < readable && role != "text" {
				t.Errorf("%s %s: nothing is told of a contrast of %.2f", role, c, least)
			}
		}
	}
}
