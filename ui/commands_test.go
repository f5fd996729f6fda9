package ui

import (
	"strings"
	"testing"

	"reader/ui/intent"
)

// What can be done, found by its name.

func TestIDoThingsByTheirNames(t *testing.T) {
	s := open(t, 140, 40).press(":").sees("─ Commands ─", "▌Enter", "s @", "pick speakers: the list keeps")
	s.enter("pick sp").sees("▌s @").press("Enter").sees("─ Speakers ─").seesNot("─ Commands ─").press("Esc")
	s.press(":").enter("help").press("Enter").sees("Keys ·").press("Esc")
	s.press(":").enter("errors").press("Enter").sees("Everything could be read.").press("Esc")
	s.press(":").enter("draw again").seesNot("Nothing is done").press("Enter")
	if !s.redrawn {
		t.Error("the screen is not drawn again")
	}
	if s.press(":").enter("quit").press("Enter"); !s.quit {
		t.Error("it does not quit")
	}
}

func TestACommandCountsWhereIWas(t *testing.T) {
	s := open(t, 140, 40).press("2 :").enter("to the end").press("Enter").sees("the dam would be drained").reads(minutes)
	s.press("1 :").enter("to the end").press("Enter").reads(bakery)
	s.press("j k :").enter("edit the query").press("Enter").sees("─ Query")
	open(t, 140, 40).press("3 :").enter("open").press("Enter").says("speaker:harl", "3 of 6 articles")
}

func TestWhatIDidLastIsOnTop(t *testing.T) {
	s := open(t, 140, 40).press(":").sees("▌Enter").enter("zoom").press("^u").enter("this pane alone").press("Enter")
	s.press(":").sees("▌z").press("Esc :").enter("quotes-only").press("Enter :").sees("▌v", " z ").press("↓ Enter :").sees("▌z", " v ").press("Esc")
	if got, want := s.m.actions.last, []intent.Intent{intent.Zoom, intent.Transcript}; got[0] != want[0] || got[1] != want[1] || len(got) != 2 {
		t.Errorf("done last: %v, want %v", got, want)
	}
}

func TestNothingIsDoneByThatName(t *testing.T) {
	s := open(t, 140, 40).press(":").enter("xyzzy").sees("Nothing is done by that name.").press("Enter").sees("─ Commands ─")
	s.press("Esc").seesNot("─ Commands ─").press(": ↓ ↓ Esc").reads(minutes)
}

func TestCommandsAtAllSizes(t *testing.T) {
	for _, size := range sizes() {
		s := open(t, size[0], size[1]).press(":").enter("errors").sees("> errors", "▌!").press("Enter").sees("Everything could be read.")
		if s.press("Esc :"); strings.Contains(s.text(), "> errors") {
			t.Errorf("%v: what was typed is there again", size)
		}
	}
}

// Every action of the key map can be found by its name, and by the words of its help.
func TestEveryActionIsFoundByItsName(t *testing.T) {
	s := open(t, 140, 40)
	for _, g := range s.m.keys.Groups {
		for _, b := range g.Bindings {
			if b.Intent == intent.Commands {
				continue
			}
			s.press(":").enter(b.Name).sees("▌" + b.Label()).press("Esc")
			s.press(":").enter(b.Help).sees(" " + b.Help[:min(len(b.Help), 30)]).press("Esc")
		}
	}
}

func TestIFindAKeyInTheHelp(t *testing.T) {
	for _, size := range sizes() {
		s := open(t, size[0], size[1]).press("? /").sees("/").enter("star").sees("/ star", "What is kept", "*", "star, or take").seesNot("Panes")
		s.press("Enter").sees("/ star").press("Esc").seesNot("/ star").sees("Moving", "page up").press("Esc").seesNot("Moving")
		s.press("? /").enter("xyzzy").sees("No key does that.").press("^u").enter("selected").sees("While words are", "a word on").press("Esc q").seesNot("a word on")
	}
	s := open(t, 40, 10).press("? /").enter("quote").sees("n ", "next quote of").seesNot("undo").press("Enter G").sees("these words").press("/").enter(" hit").sees("/ quote hit", "previous quote, hit")
	s.press("q").sees("/ quote hitq", "No key does that")
}
