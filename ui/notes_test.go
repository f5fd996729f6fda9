package ui

import (
	"strings"
	"testing"

	"reader/model"
)

// What I note on a quote or on an article stays with it.

func TestINoteSomethingOnAQuote(t *testing.T) {
	h := newHabit(t)
	s := h.open(140, 40).press("2 J J n n").on("“Concrete breathes,”").press("C").sees("Note on the quote", "“Concrete breathes,”", "Enter keeps it")
	s.enter("ask an engineer").press("Enter").says("A note written. U undoes it.").sees("AH ✎“Concrete breathes,”")
	s.press("k").says("✎ ask an engineer · Ada Harl, Energy Minister · told")
	s.press("i").sees("Your note     ask an engineer").press("Esc v").sees("  ✎ ask an engineer")
	s = h.open(140, 40).press("F").enter("has:note").press("Enter").says("1 of 6 articles").reads(answers).sees("AH ✎“Concrete breathes,”")
	s.press("n n").says("✎ ask an engineer")
}

func TestIChangeANoteAndTakeItAway(t *testing.T) {
	s := newHabit(t).open(140, 40).press("2 J J n n C").enter("ask").press("Enter C").sees("> ask", "an empty one is taken away")
	s.enter(" her").press("Enter").says("A note written").press("k").says("✎ ask her")
	s.press("C ^u Enter").says("A note taken away. U undoes it.").seesNot("✎")
	s.press("U").says("Undone: a note taken away.").press("k").says("✎ ask her")
	s.press("U").press("k").says("✎ ask ·").press("U").says("Undone: a note written.").seesNot("✎").press("U").says("There is nothing to undo")
}

func TestEscKeepsTheNoteAsItWas(t *testing.T) {
	s := newHabit(t).open(140, 40).press("2 J J n n C").enter("ask").press("Esc").seesNot("✎", "Note on").press("C").seesNot("> ask")
	s.enter("ask").press("Enter C").enter("!!").press("Esc k").says("✎ ask ·").press("C Enter").seesNot("U undoes it.")
}

func TestINoteSomethingOnTheArticle(t *testing.T) {
	h := newHabit(t)
	s := h.open(140, 40).press("2 J J C").sees("Note on the article", answers).enter("the third version of this").press("Enter")
	s.sees("The Orven Post · 11 March 2026", "✎ the third version of this")
	s = h.open(140, 40).press("j j").sees("✎ the third version of this").press("C").sees("> the third version of this")
	s.press("Esc 2 n n C").sees("Note on the quote").press("Esc 1 C").sees("Note on the article")
}

func TestANoteStaysWithAnArticleThatWasMovedAndEdited(t *testing.T) {
	h := newHabit(t)
	h.open(140, 40).press("2 J J n n C").enter("ask an engineer").press("Enter")
	edited := write("minister-answers.md", answers, "The Orven Post", "2026-03-11", `
It rained in the valley, and the lake rose by a hand.

“Concrete breathes,” Harl told reporters. “Mr. Osk knows that as well as I do.”`).
		names(model.Person, "Ada Harl", "Energy Minister").
		says("Ada Harl", "“Concrete breathes,”", "Harl", "told", 0.99).done(t)
	edited.Path = "archive/moved.md"
	h.with(Options{}, 140, 40, results(edited)).sees("✎“Concrete breathes,”").press("n").says("✎ ask an engineer")
	gone := write("minister-answers.md", answers, "The Orven Post", "2026-03-11", "The minister took it back.").done(t)
	h.with(Options{}, 140, 40, results(gone)).sees("✎ “Concrete breathes,”: ask an engineer")
}

func TestALongNoteIsWrappedWhereITypeIt(t *testing.T) {
	for _, size := range sizes() {
		s := newHabit(t).open(size[0], size[1]).press("2 J J n n C").enter(strings.Repeat("ask the engineer whether ", 8) + "finis")
		s.sees("finis").press("Home").sees("> ask the engineer").press("End Enter").press("v")
		if size[1] > 10 {
			s.sees("✎ ask the engineer", "finis")
		}
	}
}

func TestWhereNothingIsKeptNoNoteIsAskedFor(t *testing.T) {
	open(t, 140, 40).press("j j n n C").says("Not kept").seesNot("Note on")
	newHabit(t).with(Options{}, 140, 40, nil).press("C").says("There is no article here.")
}
