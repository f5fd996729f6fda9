package ui

import (
	"fmt"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"
)

// The screen as it is meant to look, without styles and with them. After a change that is meant, look at the new
// frames and take them: go test ./ui -run TestFrames -update.
func TestFrames(t *testing.T) {
	for _, f := range frames() {
		for _, size := range sizes() {
			t.Run(f.name+"/"+size.String(), func(t *testing.T) {
				content := f.open(t, size[0], size[1]).m.View().Content
				t.Run("plain", func(t *testing.T) { golden.RequireEqual(t, ansi.Strip(content)) })
				t.Run("styled", func(t *testing.T) { golden.RequireEqual(t, content) })
			})
		}
	}
}

// size is columns and lines.
type size [2]int

func (s size) String() string { return fmt.Sprintf("%dx%d", s[0], s[1]) }

func sizes() []size { return []size{{40, 10}, {80, 24}, {120, 40}, {200, 60}} }

// frame is a screen with articles after some keys.
type frame struct {
	name   string
	empty  bool // there are no articles
	kept   bool // what is read is kept
	back   bool // one was here before, and has feeds
	wire   bool // there are copies, too
	past   bool // the article has older versions
	linked bool // there are links, and what could not be read as a whole
	keys   string
}

func frames() []frame {
	return []frame{
		{name: "start"},
		{name: "speaker", keys: "s Enter J n"},
		{name: "picker", keys: "s Tab Tab"},
		{name: "entities", keys: "J J e"},
		{name: "transcript", keys: "s Enter v"},
		{name: "by subject", keys: "s Enter v B"},
		{name: "likely speakers", keys: "s ? ↓"},
		{name: "who is meant", keys: "J J r n"},
		{name: "evidence", keys: "J J n n n i"},
		{name: "identity", keys: "J J e i"},
		{name: "mention", keys: "J J e n"},
		{name: "card", keys: "J J e p"},
		{name: "search", keys: "J J / d a m Enter"},
		{name: "who said it", keys: "n n c"},
		{name: "selection", keys: "c j j j o j l l l"},
		{name: "same as", keys: "e t a"},
		{name: "marks", kept: true, keys: "1 j m * G *"},
		{name: "mark all", kept: true, keys: "1 M"},
		{name: "note", kept: true, keys: "2 n n C a s k Space h e r Space a g a i n"},
		{name: "noted", kept: true, keys: "2 n n C a s k Space h e r Space a g a i n Enter 1 C r e a d Space t h i s Enter 2 h l"},
		{name: "noted quotes", kept: true, keys: "2 n n C a s k Space h e r Enter v"},
		{name: "export", keys: "v E Tab"},
		{name: "program", keys: "v | c a t Space > Space x Enter"},
		{name: "back", back: true},
		{name: "new", back: true, keys: "L ↓"},
		{name: "sources", back: true, keys: "w ↓ Tab"},
		{name: "source with trouble", back: true, keys: "w"},
		{name: "refreshed", back: true, keys: "R"},
		{name: "searches", back: true, keys: "/ d a m Enter f"},
		{name: "saved search", back: true, keys: "/ d a m Enter f Tab"},
		{name: "order", keys: "S"},
		{name: "copies", wire: true, keys: "J ="},
		{name: "folded", wire: true, keys: "s t a r r Enter v"},
		{name: "changed", past: true, keys: "n"},
		{name: "versions", past: true, keys: "V"},
		{name: "picker of a list", wire: true, keys: "F s o u r c e : g a z e t t e Enter s"},
		{name: "help", keys: "?"},
		{name: "help on quotes", keys: "? / q u o t e"},
		{name: "commands", keys: ": Esc : z o o Backspace Backspace Backspace a l o n e Enter :"},
		{name: "command", keys: ": s p e a k"},
		{name: "links", linked: true, keys: ";"},
		{name: "problems", linked: true, keys: "!"},
		{name: "empty", empty: true},
		{name: "nothing matches", keys: "1 F o r g : w a t e r Space p l a c e : o s t r e l Enter"},
	}
}

func (f frame) open(tb testing.TB, w, h int) *screen {
	tb.Helper()
	if f.empty {
		return openWith(tb, Options{}, w, h, nil)
	}
	o := Options{First: "minister-answers.md", Hint: "Your own: reader PATH…"}
	if f.wire {
		return openWith(tb, Options{}, w, h, results(append(newsroom(tb), wire(tb)...)...)).press(f.keys)
	}
	if f.linked {
		articles := append(results(newsroom(tb)[3], cut(tb)), failed("letters/locked.md", "you may not read it; see its permissions"))
		return openWith(tb, Options{First: "links.md"}, w, h, append(articles, withLinks(tb, twoLinks)...)).press(f.keys)
	}
	if f.past {
		return changed(tb, w, h).press(f.keys)
	}
	if f.kept {
		o.State = marks(tb)
	}
	if f.back {
		return openWith(tb, Options{State: longAgo(tb), Feeds: delivers()}, w, h, kept(tb)).press(f.keys)
	}
	return openWith(tb, o, w, h, results(newsroom(tb)...)).press(f.keys)
}
