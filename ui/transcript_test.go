package ui

import (
	"strings"
	"testing"

	"reader/model"
	"reader/model/library"
)

// The quotes alone.

func TestEscTakesMeBackToTheLineOfTheQuotes(t *testing.T) {
	for _, keys := range []string{"Esc", "q", "^o"} {
		s := open(t, 80, 24).press("v j j j j j").sees("6/13")
		before := s.text()
		s.press("Enter").reads(answers).on("he knew no such thing").press(keys)
		if got := s.text(); got != before {
			t.Errorf("%s does not lead back to where I was:\n%s\nwant\n%s", keys, got, before)
		}
		s.press("Esc").seesNot("─ Quotes ─").press("Esc") // out of the quotes, and to the list
		if s.m.focus != ListPane {
			t.Error("Esc does not lead to the list")
		}
	}
}

func TestEscLeadsToTheListOnceIReadOn(t *testing.T) {
	s := open(t, 140, 40).press("v j j Enter").reads(answers).press("J").reads(warns).press("Esc").seesNot("─ Quotes ─")
	if s.m.focus != ListPane {
		t.Error("Esc does not lead to the list")
	}
}

func TestIReadAQuoteThatIsHigherThanTheScreen(t *testing.T) {
	long := "“" + strings.Repeat("and the lake was fuller than the year before, ", 12) + "as they say,”"
	a := write("a.md", "Long", "Gazette", "2026-04-01", long+" Ada Harl said.\n\nBen Osk said he had slept.").
		names(model.Person, "Ada Harl", "").names(model.Person, "Ben Osk", "").
		says("Ada Harl", long, "Ada Harl", "said", 0.99).says("Ben Osk", "he had slept", "Ben Osk", "said", 0.99).done(t)
	s := openWith(t, Options{}, 40, 10, results(a)).press("v").sees("Ada Harl").seesNot("say,”")
	for range 20 {
		s.press("j")
	}
	s.sees("he had slept").press("k").sees("say,”")
	for range 20 {
		s.press("k")
	}
	s.sees("Ada Harl").press("n").sees("he had slept").press("Space").press("g").sees("Ada Harl").press("Space Space").sees("say,”").press("Space").sees("he had slept")
}

func TestISeeHowItWasSaidAndToWhomOnANarrowScreen(t *testing.T) {
	s := open(t, 40, 10).press("s").enter("osk").press("Enter v").sees("BO▌ Ben Osk", "9 Mar 2026 · direct · Tall").press("g")
	s.press("g k").sees("to the Herald").press("s ^u").enter("harl").press("Enter j").sees("AH▌ Ada Harl, Energy Minister", "· to reporters")
}

func TestSeveralSpeakersTakeTurnsInTheQuotes(t *testing.T) {
	s := open(t, 140, 40).press("s Tab Tab Enter v").sees("AH▌ Ada Harl, Energy Minister", "BO▌ Ben Osk, engineer", "1/10")
	s.press("s ↓ ↓ Tab Enter").sees("1/11").press("G").sees("OW▌ Orven Water Union")
}

func TestISeeWhoElseCarriesAQuote(t *testing.T) {
	s := ferries(t).press("s").enter("tarr").press("Enter v").sees("also in 3 · Tallmar Herald, Gazette").press("O")
	s.sees("also in 3:", "· 2 Apr 2026 · Tallmar Herald · "+heraldTitle, "· 2 Apr 2026 · Gazette · "+ferryTitle, "· 1 Apr 2026 · The Orven Post · "+postTitle)
	s.press("O").seesNot("also in 3:").sees("also in 3 · ").press("Esc").press("O").says("That is for the quotes alone. v shows them.")
	open(t, 140, 40).press("v O").says("Nobody else carries this quote.")
}

// ledger returns a screen with statements.
func ledger(t *testing.T) *screen {
	t.Helper()
	return onSubjects(t, 140, 40)
}

// statements returns articles in which Ada Harl speaks of the dam, of schools, and of the dam again.
func statements(tb testing.TB) []*model.Article {
	tb.Helper()
	says := func(path, date, words string) *model.Article {
		return write(path, "News of "+path, "Gazette", date, "Ada Harl said that "+words+".").
			names(model.Person, "Ada Harl", "").names(model.Place, "Ostrel", "").
			says("Ada Harl", words, "Ada Harl", "said", 0.97).done(tb)
	}
	return []*model.Article{
		says("a.md", "2026-03-01", "the turbines of the dam at Ostrel were inspected"),
		says("b.md", "2026-03-02", "teachers would be paid for the summer"),
		says("c.md", "2026-03-03", "an inspection of the turbines at Ostrel had found cracks in the dam"),
		says("d.md", "2026-03-04", "rabbits were a nuisance"),
		says("e.md", "2026-03-05", "no teacher had been paid in summer before"),
	}
}

func TestISeeWhatASpeakerSaysOnOneSubject(t *testing.T) {
	s := ledger(t).press("v B").says("s picks speakers").press("Esc s Enter v").sees("1/5").press("B")
	s.sees("Quotes by subject", "Ostrel", "turbines", "2 quotes · 1 Mar – 3 Mar 2026", "teacher", "2 quotes · 2 Mar – 5 Mar 2026", "On nothing else here · 1 quote · 4 Mar 2026")
	text := s.text()
	for _, order := range [][2]string{{"an inspection", "were inspected"}, {"teachers would", "On nothing else"}, {"On nothing else", "rabbits"}} {
		if strings.Index(text, order[0]) > strings.Index(text, order[1]) {
			t.Errorf("%q stands behind %q:\n%s", order[0], order[1], text)
		}
	}
	s.press("g Enter").press("Esc").sees("Quotes by subject").press("G").sees("5/5", "▌ AH▌ Ada Harl")
	s.press("B").seesNot("by subject", "On nothing else").sees("2/5") // one stays on the quote
	s.press("B Esc s").enter("nobody").seesNot("by subject").press("Esc v").sees("Quotes by subject")
}

func TestTheSubjectsOfASpeakerFollowTheFilter(t *testing.T) {
	s := ledger(t).press("s Enter v B").sees("by subject").press("1 /").enter("turbines").press("Enter").sees("2 quotes · 1 Mar – 3 Mar 2026").seesNot("teacher")
	s.press("Esc").sees("/5 ─").seesNot("by subject")
}

func TestISeeInTheTextWhoIsMeant(t *testing.T) {
	s := open(t, 140, 40).press("J J J J r").says("Told in the text, in 1 place").reads(opens).sees("She → Harl said that the turbines")
	s.press("n n n").on("the turbines would run by the summer").press("i").sees("She · by pronoun").press("Esc K").sees("→ Osk said the")
	s.press("r").seesNot("→ Osk said").press("v r").says("everybody stands by name")
	open(t, 140, 40).press("r").says("Everybody who is quoted here stands by name.")
	open(t, 40, 10).press("Enter J J J J r n n n").sees("She → Harl said")
}

func TestWhoIsMeantFollowsACorrection(t *testing.T) {
	d := newDesk(t)
	d.files["dam.md"] += "\n\nAnna Lind, a teacher, opened the door. “Come in, it is open,” she said.\n"
	s := d.open(140, 40).press("r").sees("→ Lind said").press("n n n n n c").sees("“Come in, it is open,”").enter("ben osk").press("Enter").says("Ben Osk said “Come in").seesNot("→ Lind")
	s.press("U").sees("→ Lind said").press("r").seesNot("→ Lind said")
}

// In the quotes alone one may move, too, where there are none.
func TestIMoveWhereNobodyIsQuoted(t *testing.T) {
	s := open(t, 140, 40).press("F").enter("xyzzy").press("Enter v").sees("Nothing matches")
	s.press("k ↑ j u d b g G n N B O").sees("Nothing matches")
}

// What was quoted when the quotes were shown last may be gone when they are shown again.
func TestIComeBackToQuotesOfWhichTheArticlesAreGone(t *testing.T) {
	s := open(t, 140, 40).press("v G v")
	gone := make([]library.Reading, 0, 3)
	for _, path := range []string{"minutes.md", "dam-opens.md", "minister-answers.md"} {
		gone = append(gone, library.Reading{Path: path, Gone: true})
	}
	s.send(loadedMsg{readings: gone, more: true})
	s.press("s Esc F Esc v G g").sees("Quotes")
}
