package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"reader/model/library"
)

// hold presses a key of the screen without resting after it, and returns the commands that are to be run.
func (s *screen) hold(keys string) tea.Cmd {
	s.t.Helper()
	var cmds []tea.Cmd
	for k := range strings.FieldsSeq(keys) {
		_, cmd := s.m.Update(keyOf(k))
		s.check()
		cmds = append(cmds, cmd)
	}
	return tea.Batch(cmds...)
}

// beside returns what stands beside the list: the article and what is said of it.
func (s *screen) beside() string { return s.m.article.Article().Title }

func TestTheArticleFollowsTheListWhenIRest(t *testing.T) {
	s := open(t, 140, 40).press("1 g")
	before := s.beside()
	rested := s.hold("j j j")
	if s.beside() != before {
		t.Errorf("on the way %q is shown", s.beside())
	}
	s.says("6 articles").sees("4/6")
	s.receive(rested())
	if r, _ := s.m.list.Selected(); s.m.lib.Article(r) != s.m.article.Article() {
		t.Errorf("after a rest %q is still shown", s.beside())
	}
}

func TestARestOnTheWayIsNone(t *testing.T) {
	s := open(t, 140, 40).press("1 g")
	before := s.beside()
	first := s.hold("j")
	s.hold("j")
	s.receive(first())
	if s.beside() != before {
		t.Errorf("the next step was taken, and %q is shown", s.beside())
	}
}

// What is done next is done with the article one stands on, however fast.
func TestWhatIDoOnTheWayIsDoneWithTheArticleIStandOn(t *testing.T) {
	for key, done := range map[string]func(s *screen, a *library.Head) bool{
		"Enter": func(s *screen, a *library.Head) bool { return s.m.focus == ArticlePane && s.beside() == a.Title },
		"l":     func(s *screen, a *library.Head) bool { return s.beside() == a.Title },
		"Tab":   func(s *screen, a *library.Head) bool { return s.beside() == a.Title },
		"e":     func(s *screen, a *library.Head) bool { return s.beside() == a.Title },
		"n":     func(s *screen, a *library.Head) bool { return s.beside() == a.Title && s.m.article.Quote() == 0 },
		"z":     func(s *screen, a *library.Head) bool { return s.beside() == a.Title },
	} {
		s := open(t, 140, 40).press("1 g")
		s.hold("j j")
		r, _ := s.m.list.Selected()
		s.send(keyOf(key))
		if !done(s, s.m.lib.Head(r)) {
			t.Errorf("%s at once after j j: %q is shown\n%s", key, s.beside(), s.text())
		}
	}
}

func TestAFilterShowsItsFirstArticleWhenIRest(t *testing.T) {
	s := open(t, 140, 40).press("1 g /")
	before := s.beside()
	rested := s.hold("b a k e r y")
	if s.beside() != before {
		t.Errorf("while I type %q is shown", s.beside())
	}
	s.receive(rested())
	s.reads("A bakery moves across the street").press("Esc").reads(before)
}

func TestTheWheelGoesThroughTheListAsKeysDo(t *testing.T) {
	s := open(t, 140, 40).press("1 g")
	before := s.beside()
	room := s.m.layout.Inside(ListPane)
	_, rested := s.m.Update(tea.MouseWheelMsg{X: room.X, Y: room.Y, Button: tea.MouseWheelDown})
	if s.beside() != before {
		t.Errorf("on the way %q is shown", s.beside())
	}
	if s.receive(rested()); s.beside() == before {
		t.Errorf("after a rest %q is still shown", before)
	}
}

// The status line does not count the quotes of one article by another one's.
func TestOnTheWayTheStatusLineTellsOfNoOtherArticle(t *testing.T) {
	s := open(t, 140, 40).press("1 g 2 n 1").says("/")
	s.hold("j")
	if strings.Contains(s.status(), "/") {
		t.Errorf("%q", s.status())
	}
}

func TestWhatIWouldPickIsListedWhenIRest(t *testing.T) {
	s := open(t, 140, 40).press("s").sees("▌  Harl, Ada", "1/3")
	before := s.beside()
	rested := s.hold("↓ ↓")
	if s.beside() != before {
		t.Errorf("on the way %q is shown", s.beside())
	}
	s.sees("▌  Orven Water Union", "1/3").receive(rested())
	s.sees("▌  Orven Water Union", "1/1").reads(opens)
}

// What is picked is what the cursor is on, however fast.
func TestIPickOnTheWay(t *testing.T) {
	s := open(t, 140, 40).press("s")
	s.hold("↓ ↓")
	s.press("Enter").says("speaker:union 1/", "1 of 6 articles").reads(opens)
	s.press("s g Backspace")
	s.hold("↓ ↑ ↓")
	s.press("Esc").says("speaker:union 1/", "1 of 6 articles").reads(opens)
}

// An article that stays is read from the first quote of those who would be picked now.
func TestAnArticleThatStaysIsShownAtTheFirstQuoteOfWhomIRestOn(t *testing.T) {
	s := open(t, 140, 40).press("1 g j j").reads(answers).press("s").on("The cracks in the dam are hairlines")
	rested := s.hold("↓")
	s.on("The cracks in the dam are hairlines").receive(rested())
	s.reads(answers).on("he knew no such thing")
}

func TestTheListFollowsTheQuotesWhenIRest(t *testing.T) {
	s := open(t, 140, 40).press("v g").sees("1/6")
	rested := s.hold("j j j")
	s.sees("4/13", "1/6").receive(rested())
	s.sees("4/13", "3/6")
	s.hold("G")
	s.press("Enter").reads(opens)
}

// What is shown on the way may be written anew by its outlet, or go, at any time.
func TestAnArticleMayChangeWhileIWalkOn(t *testing.T) {
	s := open(t, 140, 40).press("1 g").reads(minutes)
	s.hold("j")
	s.send(loadedMsg{readings: results(write("minutes.md", "No minutes", "Gazette", "2026-03-20", "They are lost.").done(t))})
	if r, _ := s.m.list.Selected(); s.m.lib.Article(r) != s.m.article.Article() {
		t.Errorf("%q is still shown", s.beside())
	}
}
