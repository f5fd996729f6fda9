package ui

import (
	"testing"

	"reader/model/correct"
	"reader/model/state"
)

// Taking back: what is kept with U, where one was with ^o.

// kept returns a screen in which marks and corrections are kept, at the article on the dam.
func atDeskThatKeeps(t *testing.T) *screen {
	t.Helper()
	s, h := newDesk(t).open(140, 40), newHabit(t)
	log, err := state.Open(h.file)
	if err != nil {
		t.Fatal(err)
	}
	s.m.options.State = log
	return s
}

func TestIUndoEveryChangeTheNewestFirst(t *testing.T) {
	s := atDeskThatKeeps(t)
	s.press("1 m").says("marked as read").press("*").says("starred").press("2 n c").enter("osk").press("Enter").says("Ben Osk said “This is")
	s.press("1 /").enter("lake").press("Enter f").enter("Water").press("Enter").says("he search Water saved")
	s.press("/ ^u").enter("ostrel").press("Enter f").enter("Water").sees("Water").press("Tab").enter("instead").press("Enter").says("he search Water saved")
	s.press("f").enter("Water").press("Tab").enter("take it away").press("Enter").says("he search Water taken away").press("Esc")
	note := state.Note{Article: s.m.article.Article().ID, Text: "Ask Harl."}
	if _, err := s.m.options.State.Write(note); err != nil {
		t.Fatal(err)
	}
	s.press("Esc e t x").says("no longer an entity").press("1 M Enter").says("marked as read")
	for _, undone := range []string{
		"marked as read", "no longer an entity", "a note written", "the search Water taken away", "the search Water saved", "the search Water saved",
		"Ben Osk said “This is", "1 article starred", "1 article marked as read",
	} {
		s.press("U").says("Undone: ", undone)
	}
	s.press("U").says("There is nothing to undo.")
	if log := s.m.options.State; len(log.Searches()) > 0 || log.Noted(note.Article) || log.Starred(note.Article) || len(s.m.options.Log.All()) > 0 {
		t.Error("something stays that was undone")
	}
}

func TestASearchThatISavedAnewIsAgainWhatItWas(t *testing.T) {
	s := newHabit(t).open(140, 40).press("1 /").enter("dam").press("Enter f").enter("Water").press("Enter / ^u").enter("lake").press("Enter f")
	s.enter("water").press("Tab").enter("instead").press("Enter U").says("Undone: the search Water saved").press("f").sees("Water", " dam").press("Esc U f").sees("“").seesNot("  Water")
}

func TestACorrectionMadeElsewhereDoesNotKeepMineFromBeingUndone(t *testing.T) {
	s := atDeskThatKeeps(t).press("*").says("starred")
	a := s.m.article.Article()
	elsewhere := correct.Correction{Article: "elsewhere", Op: correct.NotQuote, Anchor: correct.At(a, a.Quotes[0].Field, a.Quotes[0].Span)}
	if err := s.m.options.Log.Add(elsewhere); err != nil {
		t.Fatal(err)
	}
	s.press("U").says("Undone: 1 article starred").press("U").says("is of an article that is not open here, and stays")
}

func TestIGoBackToTheFilterIHad(t *testing.T) {
	s := open(t, 140, 40).press("j j").reads(answers)
	s.press("s").enter("osk").press("Enter").says("speaker:osk").press("^o").says("6 articles").reads(answers).press("^o").says("no jump")
	s.press("1 /").enter("lake").press("Enter").says("lake").press("F ^u").enter("title:bakery").press("Enter").says("1 of 6").press("Esc").says("6 articles")
	s.press("^o").says("title:bakery").press("^o").says("lake").press("^o").says("6 articles").reads(answers).press("^o").says("no jump")
	s.press("S ↓ ↓ Enter").says("sort:title").press("^o").seesNot("sort:title").press("^o").says("no jump")
	s.press("/").enter("lake").press("Esc s ↓ Esc ^o").says("no jump") // I did not take it
}
