package ui

import (
	"testing"

	"reader/model"
)

// Why is this so?

func TestIAskWhyAQuoteHasItsSpeaker(t *testing.T) {
	s := open(t, 140, 40).press("j j n n").on("“Concrete breathes,”").press("i")
	s.sees("─ Evidence ─", "“Concrete breathes,”", "Said by       Ada Harl, Energy Minister", "99 %: shown as a fact, and counted in filters")
	s.sees("Rule          “…,” Harl said", "Cue           “told” in: “Concrete breathes,” Harl told reporters. “Mr.")
	s.sees("Who is meant", "  Harl · part of the name, paragraph 2", "  → Energy Minister Ada Harl · named here first, paragraph 1")
	s.press("i").seesNot("─ Evidence ─").on("“Concrete breathes,”")
}

func TestIAskWhoSheIs(t *testing.T) {
	s := open(t, 140, 40).press("s").enter("harl").press("Enter J J n n").on("the turbines would run by the summer").says("She → Harl")
	s.press("i").sees("  She · by pronoun, paragraph 3", "→ Harl · part of the name, paragraph 2", "→ Energy Minister Ada Harl · named here first, paragraph 1")
	s.sees("Across articles", "Ada Harl, Energy Minister · 3 articles: the same name, and nothing known").press("Esc").seesNot("Who is meant")
}

func TestIAskHowSureAWeakSpeakerIs(t *testing.T) {
	open(t, 140, 40).press("j j j n n i").sees("70 %: marked with ?, and left out of filters")
	weak := write("weak.md", "Weak", "Gazette", "2026-04-01", "Ada Harl said it was shut.").names(model.Person, "Ada Harl", "").
		says("Ada Harl", "it was shut", "Ada Harl", "said", 0.85).done(t)
	openWith(t, Options{}, 140, 40, results(weak)).press("i").sees("85 %: marked with ?, but counted in filters")
}

func TestNobodyIsNamed(t *testing.T) {
	s := open(t, 140, 40).press("j j j n n n i").sees("Unknown: the article does not say who", "nobody is named for it")
	s.seesNot("Who is meant", "How sure")
}

func TestAQuoteThatGoesOnLeadsBackToTheOneThatIsAttributed(t *testing.T) {
	d := write("on.md", "On", "Gazette", "2026-04-01", "“It is shut,” Ada Harl said. “It leaks.”\n\n“It has leaked for years.”").
		names(model.Person, "Ada Harl", "").
		says("Ada Harl", "“It is shut,”", "Ada Harl", "said", 0.97).
		says("Ada Harl", "“It leaks.”", "", "", 0.97).says("Ada Harl", "“It has leaked for years.”", "", "", 0.9)
	d.Quotes[1].Rule, d.Quotes[2].Rule = model.RuleFloating, model.RuleParagraph
	s := openWith(t, Options{}, 140, 40, results(d.done(t))).press("2 n n n i")
	s.sees("a quoted paragraph after one of Harl’s", "Goes on from  “It leaks.”, paragraph 1", "“said” in: “It is shut,” Ada Harl said.", "Ada Harl · named here first, paragraph 1")
	s.press("Esc N i").sees("follows a quote of Harl’s in the same paragraph", "Goes on from  “It is shut,”, paragraph 1")
}

func TestWithoutStandingOnAQuoteIAmToldOfTheFirstISee(t *testing.T) {
	open(t, 140, 40).press("j j i").sees("─ Evidence ─").on(hairline)
	s := open(t, 140, 20).press("2 G i").on("the dam would be drained")
	s.press("Esc /").enter("paragraph 20").press("Enter Esc i").on("the dam would be drained") // I still stand on it
	open(t, 140, 20).press("2 /").enter("paragraph 20").press("Enter i").seesNot("─ Evidence ─").says("No quote is on the screen.")
	open(t, 140, 40).press("j i").says("No quote is on the screen.")
}

func TestIAskInTheTranscript(t *testing.T) {
	s := open(t, 140, 40).press("v j j j").sees("4/13").says("told · to reporters").press("i").sees("─ Evidence ─", "Harl · part of the name, paragraph 2")
	s.press("i j j j j").sees("8/13").says("probably Ben Osk", "He → Osk").press("i").sees("He · by pronoun, paragraph 2", "→ Ben Osk · named here first, paragraph 2")
	openWith(t, Options{}, 140, 40, nil).press("v i").says("No quote is on the screen.")
}

func TestIAskWhyNamesAreOnePerson(t *testing.T) {
	s := open(t, 140, 40).press("j j e i").sees("─ Evidence ─", "Ada Harl, Energy Minister", "In this article", "Ada Harl · named here first, paragraph 1", "Harl · part of the name, paragraph 2")
	s.sees("Across articles", "Ada Harl, Energy Minister · 3 articles: the same name")
	s.press("Esc T i").says("Only names have evidence.")
}

func TestIAskWhoIsSomebodyElse(t *testing.T) {
	chief := write("chief.md", "Blaze is out", "Leeds Gazette", "2026-04-02", "David Miller, a Leeds fire chief, said the blaze was out.").
		names(model.Person, "David Miller", "Leeds fire chief").names(model.Place, "Leeds", "").
		says("David Miller", "the blaze was out", "David Miller", "said", 0.97)
	mayor := write("mayor.md", "Budget is ready", "Toronto Gazette", "2026-04-01", "David Miller, mayor of Toronto, said the budget was ready.").
		names(model.Person, "David Miller", "mayor of Toronto").names(model.Place, "Toronto", "").
		says("David Miller", "the budget was ready", "David Miller", "said", 0.97)
	s := openWith(t, Options{}, 140, 40, results(chief.done(t), mayor.done(t))).press("e i")
	s.sees("Kept apart from", "David Miller, mayor of Toronto · 1 article: does other work in another").press("Esc")
	s.press("1 s").sees("Miller, David", "Leeds fire chief", "mayor of Toronto").press("Enter").says("1 of 2 articles", "speaker:miller")
	s.press("1 Esc e Enter").says("1 of 2 articles", "speaker:miller")
}
