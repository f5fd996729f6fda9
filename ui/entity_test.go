package ui

import (
	"strings"
	"testing"

	uv "github.com/charmbracelet/ultraviolet"

	"reader/model"
	"reader/ui/shot"
)

// at asserts the row that the cursor of the entities is on.
func (s *screen) at(name string) *screen {
	s.t.Helper()
	if row, ok := s.m.side.Selected(); !ok || row.Name != name {
		s.t.Errorf("on %q of %s, want %q:\n%s", row.Name, s.m.side.Tab(), name, s.text())
	}
	return s
}

// underlined returns what is underlined on the screen, in words.
func (s *screen) underlined() string {
	var words []string
	for _, row := range shot.Cells(s.m.View().Content, s.w, s.h) {
		var word strings.Builder
		for _, cell := range row {
			if cell.Style.Underline == uv.UnderlineSingle {
				word.WriteString(cell.Content)
			} else if word.Len() > 0 {
				words = append(words, word.String())
				word.Reset()
			}
		}
	}
	return strings.Join(words, ", ")
}

func TestEachEntityTellsWhatItIsAndHowOftenItIsThere(t *testing.T) {
	s := open(t, 140, 40).press("j j e").lists("Ada Harl, Energy … “3 2×", "Ben Osk … “1 2×").sees("Energy Minister", "2 mentions, first in", "paragraph 1")
	s.press("j").sees("2 mentions, first in", "paragraph 2", "with Harl 1", "elsewhere: engineer", "also Osk").press("J").sees("Ben Osk, engineer").seesNot("with", "elsewhere")
	// Alone it has room for the articles, too.
	s.press("z").lists("Ben Osk, engineer … 3 articles").press("Enter 1 F").enter(" date:2026-03-11").press("Enter e").lists("Ben Osk … 1 article")
}

func TestANameIsWorthMoreThanHowOftenItIsThere(t *testing.T) {
	open(t, 100, 24).press("G k e j").sees("Orven Water Union  “1 ").press("z").lists("Orven Water Union … “1 1× ")
}

func TestIWalkFromMentionToMention(t *testing.T) {
	s := open(t, 140, 40).press("j j e").sees("▌ Ada Harl")
	if got := s.underlined(); got != "Ada, Harl, Harl" {
		t.Errorf("underlined: %q", got)
	}
	s.press("n").says("Ada Harl: mention 1/2, “Ada Harl”").press("n").says("2/2, “Harl”").press("n").says("1/2").press("N").says("2/2")
	s.press("j n").says("Ben Osk: mention 1/2, “Osk”").sees("In this article").press("J").says("Ben Osk: 2 mentions here").press("N").says("mention 2/2, “He”")
	s.press("Esc").says("Enter only this").sees("In this article").press("2 n").on("“I have counted eleven,”")
	s.press("e t t t t n").says("Only names are mentioned.")
}

func TestWhereTheEntitiesHideTheArticleIWalkInIt(t *testing.T) {
	for _, at := range []size{{80, 24}, {40, 10}} {
		s := open(t, at[0], at[1]).press("e n").reads(minutes).says("Ada Harl: mention 1/2").seesNot("▾ Speakers")
		s.press("n").says("2/2").sees("dam would be").press("e").sees("▾ Speakers").at("Ada Harl").press("e Esc").says("s speaker")
	}
}

func TestTheSelectionStaysOnTheEntity(t *testing.T) {
	s := open(t, 140, 40).press("j j e j").at("Ben Osk").press("J").reads(warns).at("Ben Osk")
	s.press("t").at("Ben Osk").press("J").reads(opens).at("Ben Osk").press("K").reads(warns).at("Ben Osk")
	s.press("Enter").says("Only articles with Ben Osk. ^o goes back.").at("Ben Osk").press("K").reads(answers).at("Ben Osk")
	s.press("/").enter("o").at("Ben Osk").press("Esc").at("Ben Osk").press("k -").says("No articles with Ada Harl.").reads(warns)
	s.press("^o").reads(answers).at("Ada Harl").press("+").says("Of these, only articles with Ada Harl.", "2 of 6").at("Ada Harl")
}

func TestWhatCannotFilterOrBeCorrectedSaysSo(t *testing.T) {
	s := open(t, 140, 40).press("j j j e j").at("Unknown")
	s.press("a").says("Only names can be corrected.").press("A").says("Only names").press("x").says("Only names").press("i").says("Only names have evidence.")
	s.press("p").says("Only names have a card.").press("n").says("Only names are mentioned.")
	s.press("Enter").says("Only articles with quotes of nobody known.", "speaker:?", "1 of 6")
	s.press("-").says("No articles with quotes of nobody known.", "5 of 6").press("^o ^o").reads(warns)
	s.press("K K 1 +").reads(barrage).says("No quote is on the screen.").press("J J").press("e t t").press("Enter").says("Only names can filter.")
}

// leading returns an article with links.
func leading(t *testing.T) *model.Article {
	t.Helper()
	a := write("leading.md", "Where to read on", "Gazette", "2026-03-21", "The whole report and www.post.example and the report again, or a script.").done(t)
	a.Markdown = "The [whole **report**](https://water.example/r) and [www.post.example](https://evil.example/post) and [the report again](https://water.example/r), or [a script](javascript:alert)."
	a.URL = "https://gazette.example/links"
	return a
}

func TestIOpenTheLinksOfAnArticle(t *testing.T) {
	var b surfer
	s := openWith(t, Options{Open: b.open}, 140, 40, results(leading(t))).press("e T").sees("▾ Links                   4").lists("▌ whole report, water … 2×")
	s.lists("evil.example, not “www … !").says("Enter opens it").sees("a script, can’t be opened", "The article’s address", "leads to water.example:", "https://water.example/r", "linked 2 times")
	s.press("Enter").sees("This leads to water.example:", "https://water.example/r").seesNot("Only names").press("Esc").seesNot("This leads to")
	s.press("Enter Enter").says("Opened: https://water.example/r")
	s.press("j").sees("! It reads like another", "evil.example:").press("Enter").sees("This leads to evil.example:").press("Esc")
	s.press("j").sees("This can’t be opened:", "javascript:alert").press("Enter").says("Only http, https and mailto")
	s.press("a").says("Only names can be corrected.").press("+").says("Only names can filter.")
	if len(b.opened) != 1 {
		t.Errorf("it opened %q", b.opened)
	}
}

func TestTheTabsAreToldWhereRoomIsShort(t *testing.T) {
	open(t, 40, 10).press("j j e").sees("▾ Speakers 2 Peo 2 Org 0 Pla 1 Lin 0").press("t t").sees("Sp 2 Pe 2 ▾ Organizations 0 Pl 1 Li 0")
	open(t, 24, 10).press("j j e").sees("▾ Speakers 2        1/5")
	open(t, 80, 10).press("j j e z").sees("▾ Speakers 2 People 2 Organizations 0 Places 1 Links 0")
}

// Whatever tab one is in, what one corrects there says so, can be undone, and leaves one where one was.
func TestICorrectFromEveryTab(t *testing.T) {
	s := atDesk(t).press("e").at("Ada Harl").press("x").says("Ada Harl is no", "U undoes it.").lists("Unknown … “2").at("Ben Osk").press("U").says("Undone:").at("Ada Harl")
	s.press("a").enter("ben").press("Enter").says("Ada Harl is the same as Ben Osk").at("Ben Osk").press("U").says("Undone:").at("Ada Harl")
	s.press("t t").press("a").says("Only names can be corrected.").press("t").at("Ostrel").press("A").sees("not who is called so").press("Esc")
	s.press("x").says("Ostrel is no", "U undoes it.").at("Tallmar").press("U").says("Undone:").at("Ostrel")
	s.press("a").enter("tallmar").press("Enter").says("Ostrel is the same as Tallmar").at("Tallmar").lists("▌ Tallmar … ✓ 2×").press("U").at("Ostrel")
}

func TestWhoIsOnlyGuessedCanBeCorrectedAndFollowed(t *testing.T) {
	guess := write("guess.md", "A guess", "Gazette", "2026-04-01", "It may be that Cem Or said he had seen it.").
		names(model.Person, "Cem Or", "").says("Cem Or", "he had seen it", "Cem Or", "said", 0.5).done(t)
	s := openWith(t, Options{}, 140, 40, results(guess)).press("e").at("Cem Or").lists("Cem Or … ? “1 1×").press("Enter").says("in which Cem Or may speak", "1 of 1 article").press("^o -").says("No articles", "0 of 1 article").press("^o")
	s.press("n").says("Cem Or: mention 1/1").press("Esc p").sees("All about", "1 article · 1 mention · 0 quotes").press("Esc t Enter").says("Only articles with Cem Or.")
}

func TestTheMentionsIWalkFollowACorrection(t *testing.T) {
	s := atDesk(t).press("e t").at("Ben Osk").press("n n").says("Ben Osk: mention 2/6").press("j j").at("Benedikt Oskarson")
	s.press("a").enter("ben").press("Enter").says("is the same as Ben Osk").at("Ben Osk").press("n").says("Ben Osk: mention 3/7").press("U").at("Benedikt Oskarson").press("k k n").says("Ben Osk: mention 4/6")
}
