package ui

import (
	"fmt"
	"testing"

	tea "charm.land/bubbletea/v2"

	"reader/model"
)

func TestISeeAllAboutAnEntity(t *testing.T) {
	s := open(t, 140, 60).press("j j e p").sees("All about", "Ada Harl", "Energy Minister · person", "3 articles · 7 mentions · 8 quotes")
	s.sees("Called", "Harl · 2 times · 2 Mar 2026 to 11 Mar 2026", "Ada Harl · 4 times in 3 articles · 2 Mar 2026 to 20 Mar 2026")
	s.sees("Described as", "Energy Minister · 2 articles · 2 Mar 2026 to 11 Mar 2026")
	s.sees("Mentions by day", "2 Mar 2026 to 20 Mar 2026 · most: 3, 2 Mar 2026", "2 Mar 2026: 3 · 11 Mar 2026: 2 · 20 Mar 2026: 2", "█        ▆        ▆")
	s.sees("4 direct · 4 indirect", "Spoke to, or through", "reporters · 1 quote · 11 Mar 2026")
	s.sees("Mentioned with", "Ben Osk · 2 articles · 1 paragraph", "Ostrel · 1 article")
	s.sees("Articles, newest first", "20 Mar 2026 Gazette           The minutes of the commission", "“2 2×").press("p").seesNot("All about")
}

func TestIGoFromTheCardToAnArticleAndBack(t *testing.T) {
	s := open(t, 140, 40).press("j j j e").reads(warns).at("Ben Osk").press("p G").sees("Minister opens the dam").press("Enter")
	s.reads(opens).says("Ben Osk: mention 1/1").seesNot("All about") // he says nothing there
	s.press("Esc").sees("All about", "▌2 Mar 2026").press("k Enter").reads(warns).on("“I have counted eleven,”").press("Esc").sees("All about")
	s.press("k Enter").reads(answers).on("he knew no such thing").press("^o").sees("All about").press("Esc").seesNot("All about").reads(warns).at("Ben Osk")
}

func TestTheCardLeadsOutOfTheFilterAndBack(t *testing.T) {
	s := open(t, 140, 40).press("F").enter("date:2026-03-09").press("Enter").says("1 of 6").press("e p G Enter").reads(opens).says("6 articles")
	s.press("Esc").says("1 of 6").sees("All about").press("Esc").reads(warns)
}

func TestISeeAllAboutWhoSaysTheQuoteIAmAt(t *testing.T) {
	s := open(t, 140, 40).press("j j n n n n").on("he knew no such thing").press("p").sees("All about", "▌Ben Osk").press("Esc")
	s.press("v").press("p").sees("▌Ben Osk").press("Esc G p").sees("▌Orven Water Union", "organization").press("Esc v")
	s.press("1 g j j j 2 n n n").on("“Somebody will have to explain this,”").press("p").says("does not say who").press("1 G p").says("No quote is on the screen.")
	open(t, 140, 40).press("s ↓ ^p").sees("All about", "▌Ben Osk")
	s.press("s").enter("osk").press("^p").sees("All about", "▌Ben Osk").press("Esc").seesNot("All about").sees("Osk, Ben").press("^p G Enter").seesNot("Osk, Ben").reads(opens)
	open(t, 140, 40).press("s").enter("zzz").sees("Nobody who speaks is called that.").press("^p").seesNot("All about").sees("Nobody who speaks is called that.")
}

func TestFromOneCardToAnother(t *testing.T) {
	s := open(t, 140, 60).press("j j e p t t t t t t j").sees("▌  Ben Osk · 2 articles").press("Enter").sees("▌Ben Osk")
	s.press("Esc").sees("▌  Ben Osk · 2 articles").press("T T T T T T T").sees("▌Ada Harl")
	// Enter on what somebody is called opens the latest article that has it.
	s.press("t j Enter").reads(minutes)
}

func TestTheCardTellsWhatICorrected(t *testing.T) {
	s := atDesk(t).press("e t").press("j j").press("a").enter("ben").press("Enter").says("is the same as Ben Osk")
	s.press("p").sees("Corrected by you", "Benedikt Oskarson is the same as Ben Osk.")
}

func TestTheCardFitsASmallScreen(t *testing.T) {
	s := open(t, 40, 10).press("j j e p").sees("▌Ada Harl", "Energy Minister · person").says("All about · Space for more")
	s.press("t t t").sees("▌Mentions by day", "most:", "3, 2 Mar 2026").press("G").sees("2 Mar 2026 · The Orven Post", "Minister opens the dam at Ostrel").press("Enter").reads(opens)
}

// Who is mentioned in many articles is told bit by bit, and the keys go on working.
func TestTheCardOfWhoIsInManyArticlesGrows(t *testing.T) {
	articles := make([]*model.Article, 0, 100)
	for i := range cap(articles) {
		day := fmt.Sprintf("2026-%02d-%02d", 1+i/25, 1+i%25)
		articles = append(articles, write(fmt.Sprint(i), fmt.Sprintf("Story %d", i), "Gazette", day, fmt.Sprintf("Ada Harl said it was number %d.", i)).
			names(model.Person, "Ada Harl", fmt.Sprintf("minister %d", i/30)).says("Ada Harl", fmt.Sprintf("it was number %d", i), "Ada Harl", "said", 0.97).done(t))
	}
	s := openWith(t, Options{}, 140, 40, results(articles...)).press("e")
	_, cmd := s.m.Update(tea.KeyPressMsg{Code: 'p', Text: "p"})
	s.sees("reading 32 of 100", "100 articles · 100 mentions · 32 quotes", "minister 3 · 10 articles").seesNot("minister 0")
	s.press("G").sees("▌1 Jan 2026  Gazette           Story 0")
	s.receive(cmd())
	s.sees("▌1 Jan 2026  Gazette           Story 0").press("g").sees("All about · Space for more", "100 mentions · 100 quotes", "minister 0 · 30 articles", "Mentions by month", "Jan 2026: 25 · Feb 2026: 25 · Mar 2026: 25 · Apr 2026: 25")
	// What comes in while it is shown is taken in.
	more := write("new", "One more", "Gazette", "2026-05-02", "Ada Harl was there.").names(model.Person, "Ada Harl", "").done(t)
	s.send(loadedMsg{readings: results(more)})
	s.sees("101 articles", "May 2026: 1")
}
