package ui

import (
	"image/color"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"reader/model"
	"reader/ui/page"
	"reader/ui/shot"
)

// These are the things a person can do, each told as they would tell it.

const (
	minutes  = "The minutes of the commission"
	barrage  = "Le barrage inquiète les riverains"
	answers  = "“Hairlines,” says the minister, and asks for patience"
	warns    = "Engineer warns of cracks"
	opens    = "Minister opens the dam at Ostrel and calls it safe"
	bakery   = "A bakery moves across the street"
	hairline = "The cracks in the dam are hairlines"
)

func TestIPickASpeakerAndTheListKeepsWhereTheySpeak(t *testing.T) {
	s := open(t, 140, 40).press("s").enter("azam").sees("Nobody who speaks is called that.")
	s.press("^u").enter("harl").sees("Harl, Ada", "8 quotes · 3 articles · Energy Minister")
	s.press("Enter").seesNot("Speakers ─").says("speaker:harl", "3 of 6 articles")
	s.sees("“2", "“3").seesNot("A bakery", "Engineer warns", "barrage")
	if got := len(s.m.list.Refs()); got != 3 {
		t.Errorf("%d articles are listed, want 3", got)
	}
}

func TestBeingMentionedIsNotSpeaking(t *testing.T) {
	s := open(t, 140, 40).press("s").enter("osk").press("Enter")
	s.seesNot("Minister opens the dam") // it only mentions him
	s.sees("Engineer warns of cracks", "“Hairlines,”")
}

func TestTheListFollowsWhileIMoveInThePickerAndEscTakesMeBack(t *testing.T) {
	s := open(t, 140, 40).press("j j j").reads(warns)
	s.press("s").says("speaker:harl").press("↓").says("speaker:osk", "2 of 6").press("Esc")
	s.reads(warns).says("6 articles").seesNot("speaker:")
}

func TestIPickSeveralSpeakersAndEachWearsAColour(t *testing.T) {
	s := open(t, 140, 40).press("s Tab").sees("1 taken").sees("✓ Harl, Ada", "▌  Osk, Ben").press("Tab Tab").sees("3 taken").press("Enter")
	s.says("OR").sees("1/4")
	if got := len(s.m.filter.chosen); got != 3 {
		t.Errorf("%d speakers are chosen, want 3", got)
	}
}

func TestOrganizationsSpeakTooAndKeepTheirNames(t *testing.T) {
	open(t, 140, 40).press("s").enter("water").sees("Orven Water Union ").seesNot("Union, Orven")
}

func TestTheArticleOpensAtTheFirstOfTheirQuotes(t *testing.T) {
	s := open(t, 140, 40).press("s").enter("harl").press("Enter")
	s.reads(minutes).on("the lake was full").says("1/8")
	s.press("J").reads(answers).on(hairline).says("3/8")
	s.press("K").reads(minutes).on("the lake was full")
}

func TestIStepThroughTheirQuotesAcrossArticles(t *testing.T) {
	s := open(t, 140, 40).press("s").enter("harl").press("Enter")
	s.press("n").on("the dam would be drained").says("2/8")
	s.press("n").reads(answers).on(hairline).says("3/8")
	s.press("n n").on("“Mr. Osk knows that as well as I do.”")
	s.press("n n n").reads(opens).on("the turbines would run by the summer").says("8/8", "She → Harl")
	s.press("n").says("last quote").reads(opens)
	s.press("N N N").reads(answers).on("“Mr. Osk knows that as well as I do.”").says("5/8")
}

func TestWithoutASpeakerIStepThroughEverybodysQuotes(t *testing.T) {
	s := open(t, 140, 40).press("j j n").on(hairline).press("n n n").on("he knew no such thing").says("Ben Osk")
	s.press("n").reads(warns).on("“I have counted eleven,”")
}

func TestIGoBackToWhereIWasBeforeTheJump(t *testing.T) {
	s := open(t, 140, 40).press("s").enter("harl").press("Enter n n").reads(answers)
	s.press("^o").reads(minutes).on("the dam would be drained")
	s.press("^o").reads(minutes).says("6 articles").press("^o").says("no jump")
}

func TestAnUncertainSpeakerHasAQuestionMark(t *testing.T) {
	s := open(t, 140, 40).press("j j j n n").on("the ministry had his report since autumn")
	s.says("probably Ben Osk", "He → Osk").sees("BO?")
}

func TestNobodyKnownStandsUnderUnknown(t *testing.T) {
	s := open(t, 140, 40).press("j j j n n n").on("“Somebody will have to explain this,”").says("Unknown")
	s.lists("Unknown … “1")
}

func TestTheChosenSpeakersWearABarAndOthersInitialsAlone(t *testing.T) {
	s := open(t, 140, 40).press("s").enter("harl").press("Enter J")
	s.sees("AH▌ “Concrete", "BO  Ben Osk replied")
}

func TestISeeQuotesOnly(t *testing.T) {
	s := open(t, 140, 40).press("v").sees("1/13", "Ada Harl", "the lake was full", "— 20 Mar 2026 · indirect · Gazette · The minutes of the commission")
	s.press("G").sees("it needed more time", "13/13").press("Enter").reads(opens).on("it needed more time").seesNot("─ Quotes ─").says("13/13")
	s.press("^o").sees("─ Quotes ─", "13/13").press("Esc").seesNot("─ Quotes ─")
}

func TestQuotesOnlyBeginWhereIReadAndLeadBackThere(t *testing.T) {
	s := open(t, 140, 40).press("j j n n").reads(answers).on("“Concrete breathes,”").press("v").sees("4/13")
	s.press("j j j").sees("7/13").reads(warns).press("v").on("“I have counted eleven,”").seesNot("─ Quotes ─")
	open(t, 140, 20).press("2 G v").sees("2/13").press("v").on("the dam would be drained")
}

func TestListAndQuotesKeepTogether(t *testing.T) {
	s := open(t, 140, 40).press("v J").sees("3/13").reads(answers) // the French article has no quotes
	s.press("J J").sees("10/13").reads(opens).press("J").says("last article").press("K").sees("7/13").reads(warns)
	s.press("1 j").sees("10/13").press("k k").sees("3/13").reads(answers)
}

func TestTheQuotesOfTheChosenSpeakersOnly(t *testing.T) {
	open(t, 140, 40).press("s").enter("osk").press("Enter v").sees("1/2", "Ben Osk, engineer", "“I have counted eleven,”").seesNot("the lake was full")
}

func TestWhoSaidItAndToWhom(t *testing.T) {
	s := open(t, 140, 40).press("j j n n").on("“Concrete breathes,”").says("Ada Harl, Energy Minister · told · to reporters")
	s.press("v").sees("Ada Harl, Energy Minister · to reporters", "Ben Osk, engineer · to the Herald")
}

func TestTheirQuotesAreHighlightedAndNothingElse(t *testing.T) {
	s := open(t, 140, 40).press("s").enter("harl").press("Enter J J").reads(opens)
	for _, light := range []bool{false, true} {
		if light {
			s.send(tea.BackgroundColorMsg{Color: color.White})
		}
		want := "“This is the safest dam in the country,” “Our children will swim in the lake behind it.” the turbines would run by the summer"
		if got := s.inColour(s.m.theme.Speaker[0].Fg); got != want {
			t.Errorf("highlighted: %q, want %q", got, want)
		}
	}
	s.press("1 Esc")
	if got := s.inColour(s.m.theme.Speaker[0].Fg); got != "" {
		t.Errorf("without a speaker %q is highlighted", got)
	}
}

// inColour returns what stands in the article in colour c, without what is beside it.
func (s *screen) inColour(c color.Color) string {
	var text strings.Builder
	r := s.m.layout.Inside(ArticlePane)
	for _, row := range shot.Cells(s.m.View().Content, s.w, s.h)[r.Y : r.Y+r.H] {
		for _, cell := range row[r.X+page.Gutter : r.X+r.W] {
			if cell.Style.Fg != nil && cell.Style.Fg == c {
				text.WriteString(cell.Content)
			} else {
				text.WriteByte(' ')
			}
		}
		text.WriteByte(' ')
	}
	return strings.Join(strings.Fields(text.String()), " ")
}

func TestAWeakAttributionIsShownButDoesNotFilter(t *testing.T) {
	s := open(t, 140, 40).press("v").sees("Ben Osk ?, engineer").press("Esc s").enter("osk").press("Enter").says("1/2")
	s.press("n").says("2/2").press("n").says("last quote")
}

func TestASpeakerWhoIsOnlyGuessedHasAQuestionMarkAndFiltersWhenAskedFor(t *testing.T) {
	guess := write("guess.md", "A guess", "Gazette", "2026-04-01", "It may be that Cem Or said he had seen it.\n\nAda Harl said nothing was seen.").
		names(model.Person, "Cem Or", "").names(model.Person, "Ada Harl", "").
		says("Cem Or", "he had seen it", "Cem Or", "said", 0.5).says("Ada Harl", "nothing was seen", "Ada Harl", "said", 0.97).done(t)
	s := openWith(t, Options{}, 140, 40, results(guess)).lists("Ada Harl … “1", "Cem Or … ? “1")
	s.press("s").seesNot("Or, Cem").press("Esc e j Enter").says("speaker:?or", "1 of 1 article").press("1 Esc e j -").says("0 of 1 article")
}
