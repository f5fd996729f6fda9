package ui

import (
	"fmt"
	"testing"

	tea "charm.land/bubbletea/v2"

	"reader/model/library"
	"reader/ui/entities"
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
	s := open(t, 140, 40).press("s Tab").sees("1 taken").press("Tab Tab").sees("3 taken").press("Enter")
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
	s.press("^o").says("no jump")
}

func TestAnUncertainSpeakerHasAQuestionMark(t *testing.T) {
	s := open(t, 140, 40).press("j j j n n").on("the ministry had his report since autumn")
	s.says("probably Ben Osk", "He → Osk").sees("BO?")
}

func TestNobodyKnownStandsUnderUnknown(t *testing.T) {
	s := open(t, 140, 40).press("j j j n n n").on("“Somebody will have to explain this,”").says("Unknown")
	s.sees("Unknown                “1")
}

func TestTheChosenSpeakersWearABarAndOthersInitialsAlone(t *testing.T) {
	s := open(t, 140, 40).press("s").enter("harl").press("Enter J")
	s.sees("AH▌“Concrete", "BO Ben Osk replied")
}

func TestIFilterTheListWithPlainWords(t *testing.T) {
	s := open(t, 140, 40).press("/").enter("bak").sees("filter: bak", "1/1").press("Enter").reads(bakery)
	s.says("bak", "1 of 6 articles").press("Esc").says("6 articles")
	s.press("/").enter("turbine").sees("1/1").press("Esc").says("6 articles").sees("/6")
}

func TestIFindWordsInTheArticle(t *testing.T) {
	s := open(t, 140, 40).press("2 /").enter("paragraph 3").press("Enter").says("/paragraph 3 1/10").sees("Paragraph 3 of")
	s.press("n n n").says("4/10").press("N").says("3/10").press("Esc").says("s speaker").reads(minutes)
	s.press("/").enter("zebra").says("zebra").press("Enter").says("not in this article")
}

func TestFindingFoldsCaseAndAccents(t *testing.T) {
	open(t, 140, 40).press("j 2 /").enter("REUNION").press("Enter").says("1/1")
}

func TestINarrowTheEntities(t *testing.T) {
	open(t, 140, 40).press("j j 3 /").enter("OSK").sees("Ben Osk  ").seesNot("Ada Harl  ").press("Enter Esc").sees("Ada Harl  ")
}

func TestISeeQuotesOnly(t *testing.T) {
	s := open(t, 140, 40).press("v").sees("1/13", "Ada Harl", "the lake was full", "— Gazette · 20 Mar 2026 · The minutes of the commission")
	s.press("G").sees("it needed more time", "13/13").press("Enter").reads(opens).on("it needed more time").seesNot("─ Quotes ─").says("13/13")
	s.press("^o").sees("─ Quotes ─", "13/13").press("Esc").seesNot("─ Quotes ─")
}

func TestTheQuotesOfTheChosenSpeakersOnly(t *testing.T) {
	open(t, 140, 40).press("s").enter("osk").press("Enter v").sees("1/2", "Ben Osk, engineer", "“I have counted eleven,”").seesNot("the lake was full")
}

func TestWhoSaidItAndToWhom(t *testing.T) {
	s := open(t, 140, 40).press("j j n n").on("“Concrete breathes,”").says("Ada Harl, Energy Minister · told · to reporters")
	s.press("v").sees("Ada Harl, Energy Minister · to reporters", "Ben Osk, engineer · to the Herald")
}

func TestIWalkTheEntities(t *testing.T) {
	s := open(t, 140, 40).press("j j e").sees("▾ Speakers                2", "▾ People                  2", "▾ Places                  1")
	at := func(tab entities.Tab, name string) {
		t.Helper()
		if row, _ := s.m.side.Selected(); s.m.side.Tab() != tab || row.Name != name {
			t.Errorf("on %s of %s, want %s of %s", row.Name, s.m.side.Tab(), name, tab)
		}
	}
	at(entities.Speakers, "Ada Harl")
	s.press("j j")
	at(entities.People, "Ada Harl")
	s.press("j j")
	at(entities.Places, "Tallmar")
	s.press("j k")
	at(entities.People, "Ben Osk")
	s.press("T")
	at(entities.Speakers, "Ada Harl")
	s.press("T t t t t")
	at(entities.Places, "Tallmar")
	s.press("e j")
	if s.m.focus != ArticlePane {
		t.Error("e does not lead back")
	}
}

func TestWhereRoomIsShortTheKindIAmInIsShown(t *testing.T) {
	s := open(t, 140, 10).press("j j e").sees("▾ Speakers", "Ada Harl").seesNot("People", "Places")
	s.press("j j").sees("▾ People").seesNot("Speakers")
}

func TestAnEntityIsAFilter(t *testing.T) {
	s := open(t, 140, 40).press("j j e t j Enter").says(`person:"Ben Osk"`, "3 of 6")
	s.press("k -").says(`-person:"Ada Harl"`, "1 of 6").reads(warns)
	s.press("T t j +").press("^o ^o").says("6 articles").reads(answers)
	s.press("e T Enter").says("6 articles") // back in the entities
}

func TestAlsoThisEntity(t *testing.T) {
	open(t, 140, 40).press("j j e Enter").says("speaker:harl", "3 of 6").press("j +").says("1 of 6").reads(answers)
}

func TestIEditTheQueryAndAMistakeIsPointedAt(t *testing.T) {
	s := open(t, 140, 40).press("F").enter("speaker:osk").says("2 of 6 articles")
	s.enter(" plaec:x").sees("> speaker:osk plaec:x", "\n").says("2 of 6 articles")
	s.sees("              ^", "speaker, person, org, place, text")
	s.press("Enter").sees("Query") // it stays open
	s.press("^w").enter("place:ostrel").press("Enter").seesNot("Query").says("1 of 6 articles").reads(warns)
	s.press("F Esc").says("1 of 6 articles")
}

func TestNothingMatchesAndTheWayOut(t *testing.T) {
	s := open(t, 140, 40).press("F").enter("org:water place:ostrel").press("Enter")
	s.sees("Nothing matches", "1 article without org:water", "1 article without place:ostrel", "Esc clears").says("0 of 6 articles")
	s.press("1 Esc").says("6 articles").sees("1/6")
}

func TestSpaceReadsOnIntoTheNextArticle(t *testing.T) {
	s := open(t, 140, 20).press("Enter").reads(minutes).says("6 articles")
	for range 20 {
		if s.press("Space").m.article.Article().Title != minutes {
			break
		}
	}
	s.reads(barrage).press("b").reads(barrage)
}

func TestIMoveInTheArticle(t *testing.T) {
	s := open(t, 140, 20).press("2 G").sees("would be drained").says("100 %").press("g").sees("the lake was full")
	s.press("d").seesNot("the lake was full").press("u").sees("the lake was full")
	s.press("j j j j").seesNot("the lake was full").press("k k k k").sees("the lake was full")
	s.press("End").says("100 %").press("Home").sees("the lake was full")
}

func TestIGoFromPaneToPane(t *testing.T) {
	s := open(t, 140, 40)
	for _, c := range []struct {
		keys string
		want Pane
	}{
		{"Tab", ArticlePane},
		{"Tab", EntityPane},
		{"Tab", ListPane},
		{"S-Tab", EntityPane},
		{"h", ArticlePane},
		{"h", ListPane},
		{"h", ListPane},
		{"l", ArticlePane},
		{"→", EntityPane},
		{"l", EntityPane},
		{"1", ListPane},
		{"2", ArticlePane},
		{"3", EntityPane},
		{"←", ArticlePane},
		{"q", ListPane},
		{"Enter", ArticlePane},
		{"Esc", ListPane},
	} {
		if s.press(c.keys); s.m.focus != c.want {
			t.Fatalf("%s leads to pane %d, want %d", c.keys, s.m.focus, c.want)
		}
	}
}

func TestQuitting(t *testing.T) {
	if s := open(t, 140, 40).press("2 q"); s.quit {
		t.Error("q in the article quits")
	}
	if s := open(t, 140, 40).press("q"); !s.quit {
		t.Error("q in the list does not quit")
	}
	if s := open(t, 140, 40).press("s ^c"); !s.quit {
		t.Error("^c does not quit at once")
	}
	if s := open(t, 140, 40).press("^z"); !s.suspended {
		t.Error("^z does not suspend")
	}
	if s := open(t, 140, 40).press("^l"); !s.redrawn {
		t.Error("^l does not redraw")
	}
}

func TestZoomShowsOnePane(t *testing.T) {
	s := open(t, 140, 40).press("2 z").seesNot("In this article").sees("Articles › Article › Entities").press("z").sees("In this article")
	s.press("z Esc").sees("In this article")
}

func TestTheDrawerAtEightyColumns(t *testing.T) {
	s := open(t, 80, 24).seesNot("In this article").press("j j e").sees("In this article", "Ada Harl", "▌“Hairlines,”").press("e").seesNot("In this article")
	s.press("e Esc").seesNot("In this article").press("1 Tab Tab")
	if s.m.focus != ListPane {
		t.Error("Tab does not pass the closed drawer over")
	}
}

func TestOnePaneAtATimeInANarrowTerminal(t *testing.T) {
	s := open(t, 60, 24).sees("Articles › Article › Entities", "1/6").seesNot("In this article")
	s.press("j j Enter").sees("Concrete breathes").press("Tab").sees("In this article").press("Tab").sees("3/6")
}

func TestHelpNamesEveryKey(t *testing.T) {
	open(t, 140, 60).press("?").sees("Keys", "Space PgDn", "pick speakers", "^z", "s @").press("q").seesNot("Space PgDn")
	open(t, 60, 20).press("?").sees("Space for more").seesNot("suspend").press("G").sees("suspend").seesNot("for more").press("?").seesNot("suspend")
	open(t, 40, 10).press("?").says("Keys · Space for more · Esc goes back").press("Esc").says("s speaker")
}

func TestProblemsAreCountedAndListed(t *testing.T) {
	bad := library.Result{Problem: &library.Problem{Path: "locked.md", Err: fmt.Errorf("you may not read it")}}
	s := openWith(t, Options{}, 140, 40, append(results(newsroom(t)...), bad, bad))
	s.says("2 problems (!)").press("!").sees("locked.md: you may not read it").press("Esc").seesNot("locked.md")
}

func TestAnArticleInAnotherLanguageSaysSo(t *testing.T) {
	open(t, 140, 40).press("j").reads(barrage).sees("demandent une réunion", " fr").says("not analysed: language fr")
}

func TestNoArticlesSaysHowToOpenSome(t *testing.T) {
	openWith(t, Options{}, 140, 40, nil).sees("There are no articles here.", "reader PATH…").says("0 articles").press("j n N J v s Esc Enter")
}

func TestTheFirstRunSaysHowToOpenOnesOwn(t *testing.T) {
	s := openWith(t, Options{Hint: "Your own: reader PATH…"}, 140, 40, results(newsroom(t)...)).says("Your own: reader PATH…")
	s.press("j")
	if s.status() == "" || s.m.saying() == "Your own: reader PATH…" {
		t.Error("the hint stays")
	}
}

func TestItOpensAtTheArticleNamed(t *testing.T) {
	s := openWith(t, Options{First: "osk-warns.md"}, 140, 40, results(newsroom(t)[:2]...), results(newsroom(t)[2:]...)).reads(warns)
	if s.m.focus != ArticlePane {
		t.Error("it is not opened")
	}
}

func TestTheSelectionStaysPutWhileArticlesStreamIn(t *testing.T) {
	all := newsroom(t)
	s := openWith(t, Options{}, 140, 40, results(all[:3]...)).reads(warns).press("j").reads(opens)
	s.send(loadedMsg{results: results(all[3:]...)})
	s.reads(opens).sees("5/6")
}

func TestTheNewestIsShownUntilIMove(t *testing.T) {
	all := newsroom(t)
	s := openWith(t, Options{}, 140, 40, results(all[:3]...)).reads(warns)
	s.send(loadedMsg{results: results(all[3:]...)})
	s.reads(minutes)
}

func TestAStaleMessageIsDropped(t *testing.T) {
	s := open(t, 140, 40)
	s.send(loadedMsg{generation: 7, results: results(newsroom(t)...)})
	s.says("6 articles")
}

func TestTheMouseGivesFocusAndSelects(t *testing.T) {
	s := open(t, 140, 40)
	click := func(x, y int) { s.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft}) }
	click(5, 8)
	s.reads(answers)
	click(60, 10)
	if s.m.focus != ArticlePane {
		t.Error("a click in the article does not give it the keys")
	}
	click(115, 2)
	s.says("s speaker")
	if s.m.focus != EntityPane {
		t.Error("a click in the entities does not give them the keys")
	}
	s.send(tea.MouseWheelMsg{X: 5, Y: 5, Button: tea.MouseWheelDown})
	s.reads(warns)
	s.press("s")
	click(0, 0)
	s.seesNot("Tab takes several")
}

func TestTheWheelScrollsTheArticle(t *testing.T) {
	s := open(t, 140, 20)
	s.send(tea.MouseWheelMsg{X: 60, Y: 5, Button: tea.MouseWheelDown})
	s.send(tea.MouseWheelMsg{X: 60, Y: 5, Button: tea.MouseWheelDown})
	s.seesNot("the lake was full").reads(minutes)
	s.send(tea.MouseWheelMsg{X: 60, Y: 5, Button: tea.MouseWheelUp})
	s.send(tea.MouseWheelMsg{X: 60, Y: 5, Button: tea.MouseWheelUp})
	s.sees("the lake was full")
}

func TestMyPlaceIsKeptWhenTheWindowChanges(t *testing.T) {
	s := open(t, 140, 20).press("2 /").enter("paragraph 20").press("Enter").sees("Paragraph 20 of")
	s.send(tea.WindowSizeMsg{Width: 60, Height: 20})
	s.sees("Paragraph 20 of")
	s.send(tea.WindowSizeMsg{Width: 200, Height: 20})
	s.sees("Paragraph 20 of")
}

func TestATerminalTooSmallSaysSo(t *testing.T) {
	s := open(t, 140, 40)
	for _, c := range [][2]int{{19, 20}, {80, 4}, {1, 1}, {0, 0}, {20, 5}, {21, 6}, {3, 100}} {
		s.send(tea.WindowSizeMsg{Width: c[0], Height: c[1]})
		s.press("j s ↓ Tab Esc ? j Esc v n Esc e t / x Enter Esc F Esc z z Space G g 1")
	}
	s.send(tea.WindowSizeMsg{Width: 19, Height: 20})
	s.sees("too small: 20x5")
}

func TestPastingWhereTextIsTyped(t *testing.T) {
	s := open(t, 140, 40).press("/")
	s.send(tea.PasteMsg{Content: "bak\x1b[2J"})
	s.sees("filter: bak[2J").press("Esc F")
	s.send(tea.PasteMsg{Content: "org:water"})
	s.says("1 of 6 articles").press("Esc").says("6 articles")
}

func TestLightAndDark(t *testing.T) {
	s := open(t, 140, 40)
	dark := s.m.View().Content
	s.send(tea.BackgroundColorMsg{Color: lightGrey{}})
	if s.m.View().Content == dark {
		t.Error("a light terminal gets the dark theme")
	}
}

// lightGrey is the background of a light terminal.
type lightGrey struct{}

func (lightGrey) RGBA() (r, g, b, a uint32) { return 0xeeee, 0xeeee, 0xeeee, 0xffff }

func TestTheWindowIsNotNamedByAnArticle(t *testing.T) {
	if got := open(t, 140, 40).m.View().WindowTitle; got != "reader" {
		t.Errorf("got %q, want the reader's name", got)
	}
}
