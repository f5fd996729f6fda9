package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"reader/ui/intent"
)

// The screen as it is meant to look, without styles and with them. After a change that is meant, look at the new
// frames and take them: go test ./ui -run TestFrames -update.
func TestFrames(t *testing.T) {
	for _, f := range frames() {
		for _, size := range f.sizes() {
			t.Run(f.name+"/"+size.String(), func(t *testing.T) {
				content := f.open(t, size[0], size[1]).m.View().Content
				t.Run("plain", func(t *testing.T) { golden.RequireEqual(t, ansi.Strip(content)) })
				t.Run("styled", func(t *testing.T) { golden.RequireEqual(t, content) })
			})
		}
	}
}

// A view that no frame shows can become ugly without anybody noticing: every popup and whatever a key asks for has one, but
// for what leads out of it, and what only moves.
func TestEveryViewHasAFrame(t *testing.T) {
	shown := map[string]bool{}
	for _, f := range frames() {
		s := f.with.open(t, 120, 40)
		for k := range strings.FieldsSeq(f.keys) {
			shown[s.asked(keyOf(k).String())] = true
			s.press(k)
			if top := s.m.popups.Top(); top != nil {
				shown[typeName(top)] = true
			}
		}
	}
	for _, name := range popupTypes(t) {
		if !shown["*popup."+name] {
			t.Errorf("no frame shows a popup.%s", name)
		}
	}
	without := []intent.Intent{intent.Back, intent.Leave, intent.Quit, intent.Suspend, intent.Redraw}
	for _, g := range intent.New().All() {
		for _, b := range g.Bindings {
			if !shown[b.Name] && !b.Intent.Moves() && !slices.Contains(without, b.Intent) {
				t.Errorf("no frame shows what comes of %s, %s", b.Name, b.Label())
			}
		}
	}
}

// asked returns the name of the action that key stands for now, "" if it is not for the screen.
func (s *screen) asked(key string) string {
	groups, stands := s.m.keys.Groups, s.m.keys.For(key)
	switch {
	case s.m.article.Selecting():
		groups, stands = []intent.Group{s.m.keys.Selecting}, s.m.keys.WhileSelecting(key)
	case s.m.typing(), s.m.hinting():
		return ""
	}
	for _, g := range groups {
		for _, b := range g.Bindings {
			if b.Intent == stands {
				return b.Name
			}
		}
	}
	return ""
}

// popupTypes returns the names of the types that are popups: they have a title.
func popupTypes(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("popup", "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	titled := regexp.MustCompile(`(?m)^func \(\w+ \*(\w+)\) Title\(\) string`)
	for _, f := range files {
		code, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range titled.FindAllSubmatch(code, -1) {
			names = append(names, string(m[1]))
		}
	}
	if len(names) == 0 {
		t.Fatal("there are no popups")
	}
	return names
}

// size is columns and lines.
type size [2]int

func (s size) String() string { return fmt.Sprintf("%dx%d", s[0], s[1]) }

func sizes() []size { return []size{{40, 10}, {80, 24}, {120, 40}, {200, 60}} }

// frame is a screen with articles after some keys.
type frame struct {
	name string
	with scene  // nil: the newsroom
	at   []size // nil: all sizes
	keys string
}

func (f frame) open(tb testing.TB, w, h int) *screen {
	tb.Helper()
	return f.with.open(tb, w, h).press(f.keys)
}

func (f frame) sizes() []size {
	if f.at != nil {
		return f.at
	}
	return sizes()
}

func frames() []frame {
	return slices.Concat(readingFrames(), quoteFrames(), entityFrames(), filterFrames(), keptFrames(), otherFrames())
}

// An article, and what is done in it.
func readingFrames() []frame {
	return []frame{
		{name: "start"},
		{name: "list", keys: "1 j"},
		{name: "zoomed", keys: "z"},
		{name: "speaker", keys: "s Enter J n"},
		{name: "search", keys: "J J / d a m Enter"},
		{name: "searching", keys: "J J / d a"},
		{name: "who is meant", keys: "J J r n"},
		{name: "foreign", keys: "K"},
		{name: "scripts", with: inScripts},
		{name: "scripts quoted", with: inScripts, keys: "n n v"},
		{name: "links", with: linking, keys: ";"},
		{name: "browser", with: surfing, keys: "o"},
		{name: "address copied", with: surfing, keys: "Y"},
		{name: "changed", with: changed, keys: "n"},
		{name: "versions", with: changed, keys: "V"},
		{name: "copies", with: wired, keys: "J ="},
	}
}

// Who said what.
func quoteFrames() []frame {
	return []frame{
		{name: "transcript", keys: "s Enter v"},
		{name: "by subject", with: onSubjects, keys: "s Enter v B"},
		{name: "folded", with: wired, keys: "s t a r r Enter v"},
		{name: "unfolded", with: wired, keys: "s t a r r Enter v O"},
		{name: "evidence", keys: "J J n n n i"},
		{name: "who said it", keys: "n n c"},
		{name: "somebody else", with: analysed, keys: "n c C e m"},
		{name: "corrected", with: analysed, keys: "n n c o s k Enter 2"},
		{name: "corrected evidence", with: analysed, keys: "n n c o s k Enter 2 i"},
		{name: "selection", keys: "c j j j o j l l l"},
		{name: "selected", with: analysed, keys: "G c l l l l l Enter"},
		{name: "quote before", keys: "n n N"},
		{name: "copied", keys: "n y"},
	}
}

func entityFrames() []frame {
	return []frame{
		{name: "entities", keys: "J J e"},
		{name: "people", keys: "J J e t"},
		{name: "organizations", keys: "J J e t t"},
		{name: "places", keys: "J J e t t t"},
		{name: "links of it", with: linking, keys: "e T"},
		{name: "narrowing", keys: "J J e t / o s"},
		{name: "identity", keys: "J J e i"},
		{name: "mention", keys: "J J e n"},
		{name: "card", keys: "J J e p"},
		{name: "card further down", keys: "J J e p t t t t t t"},
		{name: "same as", keys: "e t a"},
		{name: "take apart", with: analysed, keys: "e t A"},
		{name: "no entity", with: analysed, keys: "e t j j x"},
		{name: "undone", with: analysed, keys: "e t j j x U"},
	}
}

// What is listed.
func filterFrames() []frame {
	return []frame{
		{name: "picker", keys: "s Tab Tab"},
		{name: "picker of a list", with: wired, keys: "F s o u r c e : g a z e t t e Enter s"},
		{name: "picker finds nobody", keys: "s z z"},
		{name: "likely speakers", keys: "^t ↓"},
		{name: "filtering", keys: "1 / d a m"},
		{name: "query", keys: "F"},
		{name: "query completed", keys: "F s p e a k e r : h"},
		{name: "query with a mistake", keys: "F s p e k e r : h a r l"},
		{name: "with an entity", keys: "J J e t t t Enter"},
		{name: "with and without", keys: "J J e t + j -"},
		{name: "before the filter", keys: "J J e t - ^o"},
		{name: "order", keys: "S"},
		{name: "ordered", keys: "S ↓ ↓ Enter 1"},
		{name: "sources", with: back, keys: "w ↓ Tab"},
		{name: "source with trouble", with: back, keys: "w"},
		{name: "searches", with: back, keys: "/ d a m Enter f"},
		{name: "saved search", with: back, keys: "/ d a m Enter f Tab"},
		{name: "nothing matches", keys: "1 F o r g : w a t e r Space p l a c e : o s t r e l Enter"},
	}
}

// What is kept, and taken out.
func keptFrames() []frame {
	const asked = "2 n n C a s k Space h e r Space a g a i n"
	return []frame{
		{name: "marks", with: kept, keys: "1 j m * G *"},
		{name: "next unread", with: kept, keys: "1 m . , ."},
		{name: "mark all", with: kept, keys: "1 M"},
		{name: "note", with: kept, keys: asked},
		{name: "noted", with: kept, keys: asked + " Enter 1 C r e a d Space t h i s Enter 2 h l"},
		{name: "noted quotes", with: kept, keys: "2 n n C a s k Space h e r Enter v"},
		{name: "export", keys: "v E Tab"},
		{name: "file is there", with: atHome, keys: "v E Enter"},
		{name: "program", keys: "v | c a t Space > Space x Enter"},
		{name: "back", with: back},
		{name: "new", with: back, keys: "L ↓"},
		{name: "refreshed", with: back, keys: "R"},
	}
}

// Help, and what stands in the place of articles.
func otherFrames() []frame {
	return []frame{
		{name: "help", keys: "?"},
		{name: "help on quotes", keys: "? / q u o t e"},
		{name: "help while selecting", keys: "c ?"},
		{name: "commands", keys: ": Esc : z o o Backspace Backspace Backspace a l o n e Enter :"},
		{name: "command", keys: ": s p e a k"},
		{name: "problems", with: linking, keys: "!"},
		{name: "loading", with: reads},
		{name: "stopped", with: reads, keys: "X"},
		{name: "empty", with: empty},
		{name: "unreadable", with: unreadable},
		{name: "too small", at: []size{{19, 5}, {80, 4}, {1, 1}}},
		{name: "small", at: []size{{20, 5}, {39, 24}, {80, 10}}},
		{name: "small picker", at: []size{{20, 5}, {39, 24}, {80, 10}}, keys: "s"},
		{name: "light", with: themed("light"), keys: "s Enter J n"},
		{name: "high contrast", with: themed("high-contrast"), keys: "s Enter J n"},
		{name: "sixteen colours", with: themed("16"), keys: "s Enter J n"},
		{name: "theme of my own", with: set("theme = \"mine\"\n[themes.mine]\naccent = \"#d787ff\"\nbar = 236\nspeakers = [\"#7aa2f7\"]\n"), keys: "s Enter J n"},
		{name: "no colours", with: themed("none"), keys: "s Enter J n"},
	}
}
