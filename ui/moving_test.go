package ui

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"reader/ui/entities"
)

// Moving in and between panes, by keys and by mouse.

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
	open(t, 140, 110).press("?").sees("Keys", "Space PgDn", "pick speakers", "^z", "s @", "move the other end").press("q").seesNot("Space PgDn")
	open(t, 60, 20).press("?").sees("Space for more").seesNot("suspend").press("G").sees("suspend").seesNot("for more").press("?").seesNot("suspend")
	open(t, 40, 10).press("?").says("Keys · Space for more · Esc goes back").press("Esc").says("s speaker")
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
