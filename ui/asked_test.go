package ui

import (
	"os"
	"strings"
	"testing"
)

// Of the quotes I see, step through, count and take along those that I ask for.

func TestTheQuotesAloneAreThoseThatTheQueryAsksFor(t *testing.T) {
	s := open(t, 140, 40).press("F").enter("said:dam").press("Enter").says("said:dam 1/3", "3 of 6 articles").sees("“1")
	s.reads(minutes).on("the dam would be drained").press("n n").reads(opens).on("“This is the safest dam in the country,”").says("3/3")
	s.press("v").sees("3/3").seesNot("the lake was full", "it needed more time").press("Esc F").enter("to:herald").press("Enter").says("0 of 6")
	s.press("F ^u").enter("to:herald").press("Enter v").sees("1/1", "“I have counted eleven,”").seesNot("the ministry had his report")
	s.press("F ^u").enter("speaker:harl said:dam OR speaker:osk to:herald").press("Enter").sees("3/4")
}

func TestAmongQuotesAloneILookForWhatIsSaid(t *testing.T) {
	s := open(t, 140, 40).press("s").enter("harl").press("Enter v /").enter("dam").says("said: dam").sees("1/3").press("Enter")
	s.says("speaker:harl said:dam", "3 of 6 articles").press("/").says("said: dam").enter(" cou").sees("1/1", "“This is the safest dam").press("Esc").sees("1/3")
	s.press("/ ^u Enter").says("speaker:harl", "3 of 6").sees("/8").press("/").enter("turbine").press("Enter Enter").reads(opens).on("the turbines would run by the summer")
	s.press("1 /").says("filter:")
}

func TestWhatIAddToAQueryMustMatchWhateverStoodThere(t *testing.T) {
	s := open(t, 140, 40).press("w Tab Tab Enter").says("4 of 6 articles").press("F").enter("date:2026-03-02").press("Enter").says("1 of 6 articles").reads(opens)
	s.press("^o F Enter").says("4 of 6 articles")
	s.press("1 Esc F").enter("title:dam").press("Enter F").sees("> title:dam  ").enter("is").press("Tab Esc")
}

func TestAfterISpeakerIsTakenITypeTheNextName(t *testing.T) {
	s := open(t, 140, 40).press("s").enter("osk").press("Tab").enter("water").sees("> water", "Orven Water Union").press("Tab Enter").says("speaker:osk OR speaker:union")
	s.press("s").enter("har").press("Tab ↑ Backspace").sees("> ha ")
}

func TestISpotASpeakerByWhatTheyAre(t *testing.T) {
	open(t, 140, 40).press("s").enter("minister").sees("▌  Harl, Ada")
}

func TestITakeSeveralQuotesTogether(t *testing.T) {
	inFolder(t)
	s := open(t, 140, 40).press("j j n +").on(hairline).says("1 quote taken: y copies, E writes, - puts back.", "1 taken").sees("AH ✓TALLMAR")
	s.press("n n n + v").sees("Ben Osk · ✓ taken", "Ada Harl, Energy Minister · ✓ taken").press("j +").says("3 quotes taken").press("-").says("2 quotes taken: y")
	s.press("-").says("This quote is not taken.").press("y").says("Copied 2 quotes by OSC 52", "The cracks in the dam").seesNot("✓")
	s.copies("The cracks in the dam are hairlines — Ada Harl, Energy Minister. “Hairlines,” says the minister, and asks for patience, The Orven Post, 11 March 2026.\n\n" +
		"he knew no such thing — Ben Osk. “Hairlines,” says the minister, and asks for patience, The Orven Post, 11 March 2026.")

	s.press("+ 1 E").sees("Write 1 quote to a file", "> quotes.md").press("Enter").says("Wrote 1 quote to quotes.md.").seesNot("✓")
	if got, _ := os.ReadFile("quotes.md"); !strings.HasPrefix(string(got), "> “I have counted eleven,”") {
		t.Errorf("the file has\n%s", got)
	}
	s.press("2 + 1 Esc").says("No quote is taken any more.").seesNot("✓").press("E").sees("Write 6 articles")
	open(t, 140, 40).press("j +").reads(barrage).says("No quote is on the screen.")
}

func TestTheSpeakerMayBeSomebodyOfAnotherArticle(t *testing.T) {
	d := newDesk(t)
	d.files["elsewhere.md"] = "The harbour is open, said Cem Ormond, the harbour master.\n"
	s := d.open(140, 40).press("n c").enter("ormo").sees("▌  Cem Ormond", "in 1 article").press("Enter").says("Cem Ormond said")
	s.press("c").enter("bnk").sees("▌  new: bnk", "Ben Osk") // its letters stand scattered in that name
}

func TestISayOnAQuoteThatItsSpeakerIsSomebodyElse(t *testing.T) {
	s := atDesk(t).press("a").says("That is for the entities").press("n a").sees("Same as …", "Ada Harl is the same as:").enter("osk").press("Enter").says("Ada Harl is the same as Ben Osk. U undoes it.")
	s.press("v").sees("“This is the safest", "Ben Osk, engineer · corrected by you").lists("Ben Osk … ✓ “4").press("U a").sees("Ada Harl is the same as:")
}

func TestAfterAMergeTheEntityThatItBecameIsShown(t *testing.T) {
	atDesk(t).press("e /").enter("harl").press("Enter a").enter("osk").press("Enter").says("Ada Harl is the same as Ben Osk").lists("▌ Ben Osk … “4").press("Enter").says("Only articles in which Ben Osk speaks")
}
