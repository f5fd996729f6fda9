package ui

import (
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"reader/ui/intent"
	"reader/ui/settings"
	"reader/ui/style"
)

// chosen returns a screen of 140x40 of somebody with the settings text.
func chosen(tb testing.TB, text string) *screen {
	tb.Helper()
	set, mistakes := settings.Parse("config.toml", []byte(text))
	if len(mistakes) > 0 {
		tb.Fatal(mistakes)
	}
	return openWith(tb, Options{Settings: &set}, 140, 40, results(newsroom(tb)...))
}

func TestIBindOtherKeysAndTheScreenSaysThem(t *testing.T) {
	s := chosen(t, `[keys]
next-quote = ["ö"]
pick-speakers = ["^b"]
quotes-only = []
help = ["F1"]
back = ["Backspace"]
[keys-while-selecting]
word-on = ["ö"]
take-words = ["ü"]
`)
	s.says("^b speaker · ö quote · F1 help").seesNot("quotes only", "? help")
	s.press("j j ö").on(hairline).press("n").on(hairline) // n does nothing now
	s.press("Backspace").press("v").seesNot("─ Quotes ─")
	s.send(tea.KeyPressMsg{Code: tea.KeyF1}).sees("─ Backspace ─╮").press("PgDn").sees("ö  ").press("Esc").sees("─ Backspace ─╮").press("Backspace").seesNot("─ Backspace ─╮")
	s.press("1 k 2 c").says("ü takes · Esc gives up · h j k ö move")
}

// Where text is typed, keys write and Enter and Esc are what they are, whatever is bound.
func TestICanTypeAndLeaveWhateverIsBound(t *testing.T) {
	s := chosen(t, "[keys]\nopen = [\"o\"]\nopen-in-browser = []\nback = [\"k\"]\nup = []\nquit = [\"x\"]\nno-entity = []\n")
	s.press("s").enter("osk").sees("> osk", "─ Esc ─╮").press("Enter").says("speaker:osk").press("1 k").seesNot("speaker:osk")
	s.press("/").enter("xok").says("filter: xok").press("Esc").says("6 articles")
	s.press("o").reads(answers)
	if s.m.focus != ArticlePane || s.quit {
		t.Error("o did not open the article, or x quit while it was typed")
	}
	if s.press("x"); !s.quit {
		t.Error("x does not quit")
	}
}

// Nothing that the screen says is a key that is not bound: with every action on other keys, no frame tells of an old one.
func TestNothingSaysAKeyThatIsNotBound(t *testing.T) {
	was := intent.New()
	var changes []intent.Change
	code := 'а' // letters that stand for nothing here, and in no word
	for _, g := range was.All() {
		for _, b := range g.Bindings {
			changes = append(changes, intent.Change{Selecting: g.Name == was.Selecting.Name, Name: b.Name, Keys: []string{string(code)}})
			code++
		}
	}
	now, refused := was.With(changes)
	if len(refused) > 0 {
		t.Fatal(refused)
	}
	told := map[string]bool{}
	for _, f := range frames() {
		s := f.open(t, 120, 40)
		s.m.note = ""
		before := s.text()
		s.m.keys = now
		s.m.article.SetKeys(now)
		for _, p := range s.m.popups {
			p.SetKeys(now)
		}
		if again := map[string]intent.Intent{"help": intent.Help, "help while selecting": intent.Help, "command": intent.Commands, "commands": intent.Commands}[f.name]; again != intent.None {
			s.m.popups = nil
			s.m.do(again)
		}
		s.m.refresh()
		for _, old := range []string{
			"Enter takes · Esc gives", "h j k l move", "o the other end", "Esc clears", "F edits", "? help", "q quit", "n quote", "s speaker", "v quotes", "(!)", "(V)",
			"Space for more", "R fetches", "PgDn", "^o ",
		} {
			told[old] = told[old] || strings.Contains(before, old)
			if strings.Contains(s.text(), old) {
				t.Errorf("%s says %q:\n%s", f.name, old, s.text())
			}
		}
	}
	if len(told) < 10 {
		t.Errorf("there is little to be told: %v", told)
	}
	for old, is := range told {
		if !is && old != "(!)" && old != "R fetches" {
			t.Errorf("%q is nowhere with the built-in keys, either", old)
		}
	}
}

func TestWhatIsToldOnceSaysMyKeys(t *testing.T) {
	set, mistakes := settings.Parse("", []byte("[keys]\nundo = [\"ü\"]\nentities = [\"^e\"]\nsince-last-time = [\"F6\"]\nerrors = [\"F2\"]\n"))
	if len(mistakes) > 0 {
		t.Fatal(mistakes)
	}
	s := openWith(t, Options{Settings: &set, State: longAgo(t), Problems: []error{errors.New("something")}}, 140, 40, inFolders(t)).says("F6 shows who speaks", "1 problem (F2)")
	s.press("1 m").says("ü undoes it.").press("U").seesNot("Undone").press("ü").says("Undone")
	s.press("a").says("That is for the entities. ^e goes there.")
	s = chosen(t, "[keys]\nquotes-only = [\"ä\"]\npick-speakers = [\"F3\"]\nwho-is-meant = [\"ö\"]\nevidence = []\n")
	s.press("O").says("quotes alone. ä shows them.").press("B").says("ä shows them.").press("ä B").says("F3 picks speakers.")
	s.press("ö").says("in the quotes alone everybody stands by name. ä goes back").press("Esc ö").says("ö ends this.").seesNot("tells why")
}

// A theme of my own is its base with my colours, and stays so whatever the terminal says of itself.
func TestIWearMyOwnTheme(t *testing.T) {
	s := chosen(t, "theme = \"mine\"\n[themes.mine]\nbase = \"light\"\naccent = \"#123456\"\nspeakers = [\"#654321\"]\n").press("s Enter n")
	for range 2 {
		frame := s.m.View().Content
		for what, code := range map[string]string{"the accent": "38;2;18;52;86", "the speaker": "38;2;101;67;33", "the bar of light": "48;2;228;228;228"} {
			if !strings.Contains(frame, code) {
				t.Errorf("%s is not there", what)
			}
		}
		s.send(tea.BackgroundColorMsg{Color: lipgloss.Color("#000000")})
	}
	set := settings.Default()
	set.Theme = style.None
	if sgr := colour(openWith(t, Options{Settings: &set}, 140, 40, results(newsroom(t)...)).m.View().Content); sgr != "" {
		t.Errorf("without colours there is %q", sgr)
	}
}

// In no frame of a screen without colours is there one.
func TestWithoutColoursNoFrameHasOne(t *testing.T) {
	for _, f := range frames() {
		for _, size := range sizes() {
			s := f.open(t, size[0], size[1])
			s.m.dress.wish = style.None
			s.send(tea.ColorProfileMsg{Profile: colorprofile.TrueColor})
			if sgr := colour(s.m.View().Content); sgr != "" {
				t.Errorf("%s at %v: %q", f.name, size, sgr)
			}
		}
	}
}

// colour returns the first sequence of frame that sets a colour, or "".
func colour(frame string) string {
	var state byte
	parser := ansi.NewParser()
	for len(frame) > 0 {
		seq, _, n, next := ansi.DecodeSequence(frame, state, parser)
		state, frame = next, frame[n:]
		if !strings.HasPrefix(seq, "\x1b[") {
			continue
		}
		for i := range parser.Params() {
			if p, _, ok := parser.Params().Param(i, 0); ok && (p >= 30 && p <= 58 || p >= 90 && p <= 107) {
				return seq
			}
		}
	}
	return ""
}

func TestTheThemeFollowsTheTerminalUnlessOneIsChosen(t *testing.T) {
	s := open(t, 140, 40)
	s.send(tea.ColorProfileMsg{Profile: colorprofile.ANSI})
	if s.m.theme.Name != style.Sixteen {
		t.Errorf("with sixteen colours it is %s", s.m.theme.Name)
	}
	s.send(tea.ColorProfileMsg{Profile: colorprofile.ASCII})
	if colour(s.m.View().Content) != "" {
		t.Error("there are colours where there are none")
	}
	s = chosen(t, `theme = "light"`)
	s.send(tea.ColorProfileMsg{Profile: colorprofile.TrueColor})
	s.send(tea.BackgroundColorMsg{Color: ansi.Black})
	if s.m.theme.Name != style.Light {
		t.Errorf("I chose light, and it is %s", s.m.theme.Name)
	}
}

func TestIChooseWidths(t *testing.T) {
	h := withMouse(chosen(t, "[widths]\nlist = 40\nentities = 24\narticle = 50\n"))
	h.send(tea.WindowSizeMsg{Width: 160, Height: 40})
	h.wide(40, 96, 24).press("2")
	for l := range strings.SplitSeq(h.text(), "\n") {
		if cells := []rune(l); len(cells) == 160 && strings.TrimSpace(string(cells[41+23+50+1:135])) != "" && !strings.ContainsAny(l, "╭╰") && strings.Contains(l, "│") {
			t.Errorf("the article is wider than 50 columns: %q", l)
		}
	}
}
