package ui

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	tea "charm.land/bubbletea/v2"

	"reader/model"
	"reader/model/correct"
	"reader/model/library"
	"reader/seeds"
	"reader/ui/amend"
)

// Correcting what the analysis found, in articles that were really analysed.

const damOpens = `---
title: The dam at Ostrel is opened
publisher: The Orven Post
date: 2026-03-02
---

“This is the safest dam in the country,” said Ada Harl, the energy minister. “Our children will swim in the lake behind it.”

Ben Osk, an engineer, was not convinced. “I have counted eleven cracks,” Osk said on Monday. “Nobody has looked at them.”

The wall will be gone in ten years, by his reckoning. Osk lives in Tallmar.

In the minutes he is called Benedikt Oskarson, and nobody knows why.
`

const letter = `---
title: A letter about the lake
publisher: Tallmar Herald
date: 2026-03-09
---

“The ministry has my report,” said Ben Osk, who measured the dam at Ostrel.

“The report is being read,” said Ada Harl.
`

const (
	safest  = "“This is the safest dam in the country,”"
	swim    = "“Our children will swim in the lake behind it.”"
	cracks  = "“I have counted eleven cracks,”"
	nobody  = "“Nobody has looked at them.”"
	missed  = "The wall will be gone in ten years"
	letters = "A letter about the lake"
	damOpen = "The dam at Ostrel is opened"
)

// desk is a person who corrects, with the file in which that is kept.
type desk struct {
	tb    testing.TB
	log   string
	files map[string]string
}

func newDesk(tb testing.TB) *desk {
	tb.Helper()
	return &desk{tb, filepath.Join(tb.TempDir(), "reader", "corrections.jsonl"), map[string]string{"dam.md": damOpens, "letter.md": letter}}
}

// open starts the reader anew at the article on the dam.
func (d *desk) open(w, h int) *screen {
	d.tb.Helper()
	log, err := correct.Open(d.log)
	if err != nil {
		d.tb.Fatal(err)
	}
	fsys := fstest.MapFS{}
	for name, text := range d.files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	o := Options{Loader: library.LoadFS(d.tb.Context(), fsys, library.Options{Log: log}), Log: log, First: "dam.md"}
	s := sit(d.tb, o)
	s.send(tea.WindowSizeMsg{Width: w, Height: h})
	for cmd := s.m.load.next(); cmd != nil; {
		_, cmd = s.m.Update(cmd())
	}
	s.check()
	return s.reads(damOpen)
}

// desk opens the two articles at 140x40.
func atDesk(t *testing.T) *screen {
	t.Helper()
	return newDesk(t).open(140, 40)
}

func TestICorrectAWrongSpeakerAndTheFilterFollows(t *testing.T) {
	d := newDesk(t)
	s := d.open(140, 40).press("n n").on(swim).says("Ada Harl").press("c")
	s.sees("Who said it?", "“Our children will swim", "now: Ada Harl · 97 % sure", "Ben Osk", "nobody can be told", "not a quote")
	s.enter("osk").press("Enter").seesNot("Who said it?").says("Ben Osk said “Our children will swim", "U undoes it.")
	s.press("Tab").on(swim).says("Ben Osk", "corrected by you")
	s.lists("Ada Harl … “1", "Ben Osk … “3")
	s.press("s").enter("osk").press("Enter").says("speaker:osk", "2 of 2 articles").press("n").sees("“3")
	s.press("v").sees("Ben Osk, engineer · corrected by you")

	again := d.open(140, 40).press("n n").on(swim).says("Ben Osk", "corrected by you")
	again.press("U").says("Undone: Ben Osk said “Our children will swim").on(swim).press("Tab").says("Ada Harl").seesNot("corrected by you")
	again.press("U").says("There is nothing to undo.")
}

func TestTheEntityIStandOnStaysTheSame(t *testing.T) {
	atDesk(t).press("n n e").lists("▌ Ada Harl … “2").press("c").enter("osk").press("Enter").lists("▌ Ada Harl … “1", "Ben Osk … “3")
}

func TestNobodyCanBeTold(t *testing.T) {
	s := atDesk(t).press("n c").enter("nobody can").press("Enter").says("It can’t be told who said").press("Tab").on(safest)
	s.says("nobody can be told · corrected by you").lists("Unknown … “2") // and who goes on
	s.press("S-Tab i").sees("Said by       Unknown: nobody can be told", "Rule          you said so").press("Esc")
	s.press("c").sees("now: nobody can be told · corrected by you").enter("harl").press("Enter Tab").says("Ada Harl", "corrected by you")
	s.press("U").press("Tab").says("Unknown").press("U Tab").on(safest).says("Ada Harl").seesNot("corrected by you")
}

func TestSomebodyWhomTheArticleDoesNotName(t *testing.T) {
	s := atDesk(t).press("n c").enter("ben osk").sees("▌  Ben Osk").seesNot("new:").press("Esc c").enter("Cem Or").sees("new: Cem Or", "a person", "an organization").press("Enter").says("Cem Or said")
	s.lists("Cem Or … ✓ “2").press("s").enter("or, cem").press("Enter").says("speaker:or", "1 of 2").on(safest)
	atDesk(t).press("n c").enter("Dam Board").press("↓ Enter").press("e t t").sees("Dam Board")
}

func TestWhoGoesOnFollowsWhoWasCorrected(t *testing.T) {
	d := newDesk(t)
	s := d.open(140, 40).press("n c").enter("osk").press("Enter").says("Ben Osk said “This is the safest dam …”, and 1 more. U undoes it.")
	s.lists("Ben Osk … “4").press("n").on(swim).says("Ben Osk, engineer").press("i").sees("follows a quote of Osk’s in the same paragraph", "Goes on from  “This is the safest dam")
	s.press("Esc U").says("Undone: Ben Osk said “This is").lists("Ada Harl … “2", "Ben Osk … “2")
	again := d.open(140, 40).press("n c").enter("osk").press("Enter n c").enter("harl").press("Enter").says("Ada Harl said “Our children").seesNot("more.")
	again.press("N c").enter("nobody").press("Enter").says("can’t be told").seesNot("more.").press("n").on(swim).says("Ada Harl", "corrected by you")
}

func TestTheShorterQuoteThatIMarkIsTheQuote(t *testing.T) {
	d := newDesk(t)
	s := d.open(140, 40).press("n n n").on(cracks).press("c").enter("other words").press("Enter h h o w w w").selects("counted eleven cracks")
	s.press("Enter").sees("▌  Ben Osk").enter("harl").press("Enter").says("Ada Harl said “counted eleven cracks”").lists("Ada Harl … “4").sees("4 quotes")
	s.press("Tab").on("counted eleven cracks").press("U").says("Undone").on(cracks).lists("Ben Osk … “2").sees("4 quotes")
}

func TestWhoSaysTheWordsISelectIsAskedForFirst(t *testing.T) {
	atDesk(t).press("n c").enter("other words").press("Enter").selects(safest).press("Enter").sees("▌  Ada Harl")
	atDesk(t).press("c j j j j j o j j j j").selects("The").press("Enter").sees("▌  Ben Osk") // who says most
}

func TestNotAQuote(t *testing.T) {
	d := newDesk(t)
	s := d.open(140, 40).press("n n c").enter("not a").press("Enter").says("is not a quote.", "U undoes it.").lists("Ada Harl … “1").sees("3 quotes")
	s.press("n").on(cracks) // and on from there
	if again := d.open(140, 40).press("n n").on(cracks); again.press("v") != nil {
		again.seesNot("Our children")
	}
	s.press("U").says("Undone: “Our children").on(swim).sees("4 quotes")
}

func TestNotAQuoteInTheTranscriptLeavesMeWhereIWas(t *testing.T) {
	s := atDesk(t).press("v").sees("Quotes ─", "3/6").press("j j c").sees("“I have counted").enter("not a").press("Enter")
	s.sees("5/5", "▌ BO  Ben Osk, engineer").says("is not a quote").press("k j").seesNot("I have counted")
	s.press("U k j").sees("I have counted", "6/6")
}

func TestIMarkAQuoteThatWasMissed(t *testing.T) {
	d := newDesk(t)
	s := d.open(140, 40).press("c").says("Enter takes", "Esc").selects("The")
	s.press("j j j j j o").press("j j j j").selects("The").press("w w l → w w w w").selects(missed + ",").press("b").selects(missed)
	s.press("Enter").sees("Who said it?", missed).enter("osk").press("Enter").says("Ben Osk said “The wall will be gone").lists("Ben Osk … “3").sees("5 quotes")
	s.press("Tab").on(missed).says("Ben Osk, engineer", "corrected by you").press("s").enter("osk").press("Enter").sees("“3")
	s.press("v").sees("Ben Osk, engineer · corrected by you", missed).press("Esc 1 Esc v").sees("/7")

	again := d.open(140, 40).sees("5 quotes").press("U").says("Undone: Ben Osk said “The wall").sees("4 quotes")
	again.press("v").seesNot(missed)
}

func TestIMarkAQuoteOfNobodyKnown(t *testing.T) {
	atDesk(t).press("c j j j j j o j j j j Enter").enter("told").press("Enter").says("It can’t be told").lists("Unknown … “1").sees("5 quotes")
}

func TestMovingTheEndsOfASelection(t *testing.T) {
	s := atDesk(t).press("c w w w w w w w w").selects("The dam at Ostrel is opened").press("b b").selects("The dam at Ostrel")
	s.press("o l l").selects("at Ostrel").press("Tab h h h h").selects("The dam at").press("o h h h").selects("The")
	s.press("j").selects("“").press("k").selects("The").press("k k h").selects("The")
	s.press("J s F n v 1 / ~ G").selects("The").press("?").sees("While words are selected").press("?").selects("The")
	atDesk(t).press("c w w j").selects("the").press("k").selects("at") // which stand over each other
	for _, esc := range []string{"Esc", "q"} {
		s.press(esc).seesNot("Enter takes").says("s speaker").press("c").selects("The")
	}
}

func TestAQuoteLiesInOneParagraph(t *testing.T) {
	s := atDesk(t).press("c j j j j Enter").says("A quote lies in one paragraph").seesNot("Who said").press("k k Enter").sees("Who said it?")
	s.press("Esc").says("Enter takes").selects("“This is the safest dam in the country,” said Ada Harl, the energy minister")
}

func TestAQuoteHasOtherWords(t *testing.T) {
	s := atDesk(t).press("n n n").on(cracks).press("c").enter("other words").press("Enter").selects(cracks)
	s.press("w w").selects(cracks + " Osk said").press("h h Enter").enter("harl").press("Enter Tab").on(cracks).says("Ada Harl")
	atDesk(t).press("v").sees("3/6").press("c").enter("other words").press("Enter").selects(safest).seesNot("Quotes ─")
}

// mouse does with the mouse at column x and line y what is said, the left button held.
func (s *screen) mouse(what string, x, y int) *screen {
	s.t.Helper()
	at := tea.Mouse{X: x, Y: y, Button: tea.MouseLeft}
	switch what {
	case "press":
		s.send(tea.MouseClickMsg(at))
	case "drag":
		s.send(tea.MouseMotionMsg(at))
	default:
		s.send(tea.MouseReleaseMsg(at))
	}
	return s
}

func TestTheMouseSelects(t *testing.T) {
	s := atDesk(t)
	mouse := s.mouse
	mouse("press", 40, 10)
	mouse("drag", 41, 10).says("s speaker") // a hand that trembles
	mouse("drag", 72, 10).selects(missed)
	mouse("release", 72, 10)
	mouse("drag", 44, 10).selects(missed).press("Enter").sees("Who said it?").press("Esc Esc").says("s speaker")
	s.press("c").selects("The").press("Esc")
	mouse("press", 45, 10).press("c").selects("wall") // where it was clicked
	mouse("press", 40, 10).selects("The")
	mouse("press", 5, 5).says("s speaker").press("2 c").selects("The").press("Esc")
	mouse("press", 45, 10).press("c").selects("wall")
	mouse("drag", 139, 40).sees("Benedikt").press("Esc")
	mouse("release", 0, 0)

	mouse("press", 42, 4).on(safest)
	mouse("release", 42, 4).press("c").sees("Who said it?").press("Esc")
	mouse("press", 45, 10).says("s speaker").press("n").says("last quote").press("N").on(nobody)
	mouse("press", 45, 10)
	mouse("press", 5, 5)
	mouse("drag", 60, 10).seesNot("Enter takes")
}

func TestTheMouseSelectsBeyondTheEdge(t *testing.T) {
	s := newDesk(t).open(60, 11).press("2").mouse("press", 12, 5).seesNot("Ben Osk")
	for range 4 {
		s.mouse("drag", 20, 10)
	}
	s.sees("Ben Osk, an engineer")
}

func TestWhatISelectStaysInViewWhateverTheWindow(t *testing.T) {
	s := newDesk(t).open(60, 24).press("2 c j j j j j j j j j j j").send(tea.WindowSizeMsg{Width: 60, Height: 11})
	s.sees("nobody knows")
}

func TestScrolledAwayFromTheQuoteISelect(t *testing.T) {
	s := newDesk(t).open(60, 11).press("2 n").on(safest).press("G c").seesNot("Who said").says("Enter takes")
	s.press("Esc").mouse("press", 10, 4).mouse("release", 10, 4).press("c").selects("wall").press("Esc N N N N").on(safest)
	s.press("G c").selects("has") // the first in view, and not what was clicked before
}

func TestTwoNamesAreOnePerson(t *testing.T) {
	d := newDesk(t)
	s := d.open(140, 40).press("e t").press("j j").lists("▌ Benedikt Oskarson … 1")
	s.press("a").sees("Same as …", "Benedikt Oskarson is the same as:", "Ben Osk", "Ada Harl").seesNot("named 1 time · a place").enter("ben").press("Enter")
	s.says("Benedikt Oskarson is the same as Ben Osk", "U undoes it").lists("▌ Ben Osk … ✓ 7").sees("✓ corrected by you", "also Osk,")
	s.press("1 F").enter(`speaker:oskarson`).press("Enter").says("2 of 2 articles")
	again := d.open(140, 40).sees("✓ 7").press("U").says("Undone: Benedikt Oskarson is the same as Ben Osk").lists("Benedikt Oskarson … 1").seesNot("✓")
	s.press("n c").enter("benedikt").sees("▌  Ben Osk").press("Esc") // who is called so, too
	again.press("e t a").enter("zz").sees("Nothing here is called that.").press("Enter").sees("Same as …").press("Esc").seesNot("Same as …")
}

func TestTheSameAsSomebodyOfAnotherArticle(t *testing.T) {
	d := newDesk(t)
	d.files["other.md"] = "---\ntitle: Another\ndate: 2026-01-01\n---\n\n“It is cold,” said Wilma Varnes, a diver.\n"
	s := d.open(140, 40).press("e t j j a").seesNot("Wilma Varnes").enter("r").sees("Wilma Varnes").seesNot("in 2 articles").press("Backspace").enter("varnes").sees("Wilma Varnes", "in 1 article").press("Enter")
	s.says("is the same as Wilma Varnes").lists("▌ Wilma Varnes … ✓ 1").sees("2 articles, 1 quote")
}

func TestANameIsSomebodyElses(t *testing.T) {
	d := newDesk(t)
	s := d.open(140, 40).press("e t").lists("▌ Ben Osk … 6").press("A").sees("Take apart", "Who is somebody else than Ben Osk?", "Osk ")
	s.seesNot("▌  Ben Osk").enter("osk").press("Enter").says("“Osk” is somebody else than Ben Osk").lists("Osk … ✓")
	again := d.open(140, 40).lists("Osk … ✓").press("U").says("Undone: “Osk” is somebody else").seesNot("✓")
	again.press("e t A Esc").lists("▌ Ben Osk … 6")
}

func TestTheSameNameInAnotherArticleIsSomebodyElse(t *testing.T) {
	s := atDesk(t).press("e t j").sees("▌ Ada Harl, ", "2 articles, 3 quotes").press("A").sees("not who is called so in 1 other article").press("Enter")
	s.says("“Ada Harl” is somebody else than Ada Harl").sees("1 article, 2 quotes").press("1 F").enter(`speaker:harl`).press("Enter").sees("2 articles")
	atDesk(t).press("e t j j A").says("Benedikt Oskarson has one name, in this article alone").seesNot("Take apart")
}

func TestThatIsNoEntity(t *testing.T) {
	d := newDesk(t)
	s := d.open(140, 40).press("e t t t").sees("▾ Places                  2", "▌ Ostrel").press("x").says("Ostrel is no longer an entity. U undoes it.")
	s.sees("▾ Places                  1", "▌ Tallmar")
	again := d.open(140, 40).sees("▾ Places                  1").press("U").says("Undone: Ostrel is no longer an entity").sees("▾ Places                  2")
	again.press("e T x").says("Only names").press("2 x a A").says("That is for the entities")
}

func TestWhoIsNoEntityAnyMoreHasSaidNothing(t *testing.T) {
	atDesk(t).press("s").enter("osk").press("Enter").press("e j x").says("Ben Osk is no longer an entity", "1 of 2").reads(letters)
}

func TestTheListKeepsMyPlaceWhenAnArticleLeavesIt(t *testing.T) {
	d := newDesk(t)
	s := d.open(140, 40).press("s").enter("osk").press("Enter").says("2 of 2 articles").reads(damOpen).press("1 k").reads(letters)
	s.press("c").enter("harl").press("Enter").says("Ada Harl said").says("1 of 2 articles").reads(damOpen).press("U").says("2 of 2 articles")
}

func TestTheListGoesOnWhereAnArticleLeftIt(t *testing.T) {
	d := newDesk(t)
	d.files["old.md"] = "---\ntitle: An old letter\ndate: 2026-01-01\n---\n\n“It will hold,” said Ben Osk.\n"
	s := d.open(140, 40).press("s").enter("osk").press("Enter 1 G").reads("An old letter").says("3 of 3 articles")
	s.press("c").enter("harl").press("Enter").says("2 of 3 articles").reads(damOpen)
}

func TestWhatBeginsWithWhatITypeComesFirst(t *testing.T) {
	d := newDesk(t)
	d.files["dam.md"] = strings.Replace(damOpens, "Osk lives", "Oda Sekulic and Rosko Wint asked for more. Osk lives", 1)
	s := d.open(140, 40).press("n c").enter("osk")
	at := -1
	_, popup, _ := strings.Cut(s.text(), "> osk")
	for _, name := range []string{"Ben Osk", "Rosko Wint", "Oda Sekulic", "new: osk"} {
		if next := strings.Index(popup, name); next <= at {
			t.Errorf("%s does not come next:\n%s", name, popup)
		} else {
			at = next
		}
	}
}

func TestUndoTakesBackOneAfterTheOther(t *testing.T) {
	d := newDesk(t)
	s := d.open(140, 40).press("n c").enter("osk").press("Enter n c").enter("not a").press("Enter e t t t x")
	s.press("U").says("Undone: Ostrel").press("U").says("Undone: “Our children").press("2 U").says("Undone: Ben Osk said “This is").on(safest)
	s.press("Tab 2").says("Ada Harl").press("U").says("There is nothing to undo.")
}

func TestTheLastCorrectionIsOfAnArticleThatIsNotOpen(t *testing.T) {
	d := newDesk(t)
	d.open(140, 40).press("1 k n c").enter("harl").press("Enter").says("Ada Harl said “The ministry")
	delete(d.files, "letter.md")
	s := d.open(140, 40).press("U").says("is of an article that is not open here, and stays: Ada Harl said “The ministry")
	if log, err := correct.Open(d.log); err != nil || len(log.All()) != 1 || s.quit {
		t.Errorf("it does not stay (%v)", err)
	}
}

func TestAnArticleThatChangedKeepsWhatStillFits(t *testing.T) {
	d := newDesk(t)
	d.files["dam.md"] = strings.Replace(damOpens, "title:", "url: https://post.example/dam\ntitle:", 1)
	d.open(140, 40).press("n c").enter("osk").press("Enter n n c").enter("harl").press("Enter").says("Ada Harl said “I have counted")
	d.files["dam.md"] = strings.Replace(d.files["dam.md"], "\n“This", "\nIt was raining at the lake that morning.\n\n“This", 1)
	d.files["dam.md"] = strings.Replace(d.files["dam.md"], "eleven cracks", "a dozen", 1)
	s := d.open(140, 40).press("n").on(safest).says("Ben Osk", "corrected by you").press("n n").on("“I have counted a dozen,”").says("Ben Osk")
	s.says("1 problem (!)").press("!").sees("dam.md: a correction fits no place in the article any more")
}

func TestWhatCannotBeWrittenChangesNothing(t *testing.T) {
	d := newDesk(t)
	s := d.open(140, 40)
	if err := os.WriteFile(filepath.Dir(d.log), nil, 0o600); err != nil { // a file where the folder should be
		t.Fatal(err)
	}
	s.press("n c").enter("osk").press("Enter").says("Not corrected (! tells all)").press("! Esc").says("1 problem (!)").press("Tab 2").on(safest).says("Ada Harl").seesNot("corrected by you")
	s.press("!").sees("not corrected: Ben Osk said “This is the safest").press("Esc 1 q")
	if !s.quit {
		t.Error("one cannot leave any more")
	}
}

func TestWhatAnotherWindowTookOutCannotBeTakenApart(t *testing.T) {
	d := newDesk(t)
	s := d.open(140, 40).press("e t").sees("▌ Ben Osk").press("A").enter("osk")
	d.open(140, 40).press("e t x").says("Ben Osk is no longer an entity")
	s.press("Enter").says("Not corrected", "not to be found in the article").sees("▌ Ben Osk")
	if all := s.m.options.Log.All(); len(all) != 1 || all[0].Op != correct.Dismiss {
		t.Errorf("%d corrections are kept", len(all))
	}
	s.press("U").says("Undone: Ben Osk is no longer an entity").sees("▌ Ben Osk")
}

func TestWhatAnotherWindowHasUndoneIsNotCorrectedHereEither(t *testing.T) {
	d := newDesk(t)
	s := d.open(140, 40).press("1 k n c").enter("harl").press("Enter J n n c").enter("osk").press("Enter").says("Ben Osk said “Our")
	d.open(140, 40).press("U").says("Undone: Ben Osk said “Our")
	s.press("U").says("Undone: Ada Harl said “The ministry").press("2 Tab S-Tab").on(swim).says("Ada Harl").seesNot("corrected by you")
	s.press("K n").says("Ben Osk").seesNot("corrected by you").press("U").says("nothing to undo")
}

func TestIUndoWhatAnotherWindowHasUndoneAlready(t *testing.T) {
	d := newDesk(t)
	s := d.open(140, 40).press("n n c").enter("osk").press("Enter")
	d.open(140, 40).press("U")
	s.press("U").says("Undone: Ben Osk said “Our").press("Tab").on(swim).says("Ada Harl").seesNot("corrected by you")
}

func TestIClickWhoSaidIt(t *testing.T) {
	s := atDesk(t).press("n c")
	for y, l := range strings.Split(s.text(), "\n") {
		if strings.Contains(l, "engineer · 2 quotes") {
			s.send(tea.MouseClickMsg{X: 60, Y: y, Button: tea.MouseLeft})
		}
	}
	s.sees("▌  Ben Osk").press("Enter").says("Ben Osk said “This is")
	s.press("c").sees("now: Ben Osk").send(tea.MouseClickMsg{X: 2, Y: 2, Button: tea.MouseLeft})
	s.seesNot("Who said it?")
}

func TestWithoutAFileNothingCanBeCorrected(t *testing.T) {
	open(t, 140, 40).press("n c Enter").says("Not corrected", "there is no file of corrections").press("U").says("There is nothing to undo")
}

func TestWhyNothingIsCorrectedIsAProblem(t *testing.T) {
	s := openWith(t, Options{Problems: []error{correct.ErrNotKept}}, 140, 40, results(newsroom(t)...)).says("1 problem (!)")
	s.press("!").sees("there is no file of corrections, so nothing is kept")
}

func TestWhatIsWrongWithCorrectionsIsNoArticle(t *testing.T) {
	d := newDesk(t)
	if err := errors.Join(os.MkdirAll(filepath.Dir(d.log), 0o700), os.WriteFile(d.log, []byte("{\n"), 0o600)); err != nil {
		t.Fatal(err)
	}
	log, err := correct.Open(d.log)
	if err != nil {
		t.Fatal(err)
	}
	o := Options{Log: log, Loader: library.LoadFS(t.Context(), seeds.Articles, library.Options{Log: log})}
	s := openWith(t, o, 140, 40, nil).says("1 problem (!)").sees("There are no articles here.")
	s.m.load.ended = false
	_, _ = s.m.Update(s.m.load.next()())
	s.says(fmt.Sprintf("analysing %d of", s.m.lib.Len())).press("!").sees("passed over")
}

func TestWhatIsBeingWrittenIsWrittenBeforeILeave(t *testing.T) {
	s := atDesk(t).press("n c").enter("osk")
	_, first := s.m.Update(keyOf("Enter"))
	_, second := s.m.Update(keyOf("q"))
	_, third := s.m.Update(keyOf("q"))
	if first == nil || second != nil || third != nil {
		t.Fatal("it leaves before the correction is written")
	}
	if s.receive(first()); !s.quit || len(s.m.options.Log.All()) != 1 {
		t.Error("it does not leave, or nothing is written")
	}
}

func TestOneIsWrittenAfterTheOther(t *testing.T) {
	s := atDesk(t).press("n c").enter("osk")
	_, first := s.m.Update(keyOf("Enter"))
	s.press("n c").enter("nobody")
	_, second := s.m.Update(keyOf("Enter"))
	if first == nil || second != nil {
		t.Fatal("both are under way at once")
	}
	s.receive(first())
	if all := s.m.options.Log.All(); len(all) != 2 || all[0].Is.Name != "Ben Osk" || !all[1].Is.Nobody() {
		t.Errorf("kept are %+v", all)
	}
}

func TestWhatIsDoneIsTold(t *testing.T) {
	s := newDesk(t).open(60, 24).press("2 n n c").enter("osk").press("Enter").says("Ben Osk said “Our children will swim …”. U undoes it.")
	newDesk(t).open(80, 24).press("2 n c").enter("osk").press("Enter").says("and 1 more. U undoes it.")
	s.press("c").sees("“Our children", "now: Ben Osk").press("Esc").send(tea.WindowSizeMsg{Width: 60, Height: 6})
	s.press("c").seesNot("now: Ben Osk").sees("▌  Ben Osk", "nobody can be told") // where there is little room there is who it may be
}

func TestACorrectionOfALibraryThatIsNotShownAnyMoreIsDropped(t *testing.T) {
	s := atDesk(t)
	s.send(fixedMsg{generation: 7, Change: amend.Change{Refs: []library.Ref{99}}})
	s.reads(damOpen)
}

func TestIJumpBackToAQuoteThatMovedInTheAnalysis(t *testing.T) {
	s := atDesk(t).press("n n n n").on(nobody).press("e Enter").says("speaker:harl").press("1 Esc").on(safest)
	s.press("c").enter("not a").press("Enter n").on(swim).press("^o").says("speaker:harl").press("^o").says("2 articles").on(nobody)
}

func TestPopupsKeepWhileTheWindowChanges(t *testing.T) {
	for _, keys := range []string{"n c", "c j j j", "c j j Enter", "e t a", "e t A"} {
		s := atDesk(t).press(keys)
		for _, at := range []size{{80, 24}, {40, 10}, {20, 5}, {19, 4}, {0, 0}, {22, 6}, {200, 60}} {
			s.send(tea.WindowSizeMsg{Width: at[0], Height: at[1]})
			s.press("↓ ↑")
		}
		s.press("Esc Esc Esc").seesNot("Who said", "Enter takes", "Same as", "Take apart")
	}
}

// Whatever keys are pressed, articles keep the invariants of the model and frames fit the screen.
func TestAnyKeysCorrectSomethingOrNothing(t *testing.T) {
	keys := strings.Fields("c c c c Enter Enter Enter n N j k ↓ ↓ l h o w b Tab U a A x e t v 2 1 3 Esc g G s J K ^o z o s k")
	made := 0
	for seed := range uint64(6) {
		random := rand.New(rand.NewPCG(seed, 7))
		s := newDesk(t).open(100, 30)
		for range 250 {
			s.press(keys[random.IntN(len(keys))])
			for r := range library.Ref(s.m.lib.Len()) {
				if err := s.m.lib.Article(r).Check(); err != nil {
					t.Fatal(err)
				}
			}
		}
		made += len(s.m.options.Log.All())
		for range 250 {
			if s.press("Esc Esc Esc U"); strings.Contains(s.status(), "nothing to undo") {
				break
			}
		}
		s.says("nothing to undo")
		fresh := newDesk(t).open(100, 30)
		for r := range library.Ref(fresh.m.lib.Len()) {
			if got, want := s.m.lib.Article(r).Annotations, fresh.m.lib.Article(r).Annotations; !reflect.DeepEqual(got, want) {
				t.Errorf("seed %d: article %d is not as it was once all is undone", seed, r)
			}
		}
	}
	if made < 10 {
		t.Errorf("only %d corrections were made", made)
	}
}

// selects asserts the words that are selected, and that they are in view.
func (s *screen) selects(words string) *screen {
	s.t.Helper()
	if got := s.selected(); got != words {
		s.t.Errorf("selected: %q, want %q", got, words)
	}
	return s
}

// selected returns the words that are selected.
func (s *screen) selected() string {
	s.t.Helper()
	if !s.m.article.Selecting() {
		s.t.Fatalf("nothing is selected:\n%s", s.text())
	}
	f, span := s.m.article.Selection()
	a := s.m.article.Article()
	return a.Quoted(&model.Quote{Field: f, Span: span})
}
