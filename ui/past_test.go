package ui

import (
	"errors"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"reader/model"
	"reader/model/library"
	"reader/model/revision"
)

// What an article was before.

const harlNow = "“This is the safest dam in the country,”"

// older returns two versions that the article on the opening of the dam had before: in the first it was safe for ever, and
// Osk was quoted, in the second the title was another.
func older(tb testing.TB) (first, second *model.Article) {
	tb.Helper()
	const (
		opening  = "OSTREL — Energy Minister Ada Harl opened the dam above the town on Monday and promised that it would hold for a century."
		children = "“This is the safest dam in the world,” Harl said. “Our children will swim in the lake behind it.”"
		turbines = "She said that the turbines would run by the summer. The Orven Water Union, which built the dam, had earlier said that it needed more time."
		osk      = "“Nobody has asked me,” engineer Ben Osk said."
		absent   = "Engineer Ben Osk did not come to the opening."
	)
	make := func(title, text string) draft {
		return write("dam-opens.md", title, "The Orven Post", "2026-03-02", text).
			names(model.Person, "Ada Harl", "Energy Minister").names(model.Person, "Ben Osk", "engineer").
			says("Ada Harl", "“This is the safest dam in the world,”", "Harl", "said", 0.99).
			says("Ada Harl", "“Our children will swim in the lake behind it.”", "Harl", "said", 0.95)
	}
	return make("Minister opens the dam", opening+"\n\n"+children+"\n\n"+osk).
			says("Ben Osk", "“Nobody has asked me,”", "Ben Osk", "said", 0.99).done(tb),
		make("Minister opens the dam", opening+"\n\n"+children+"\n\n"+turbines+"\n\n"+absent).
			says("Ada Harl", "the turbines would run by the summer", "She", "said", 0.93).done(tb)
}

// remembered returns the history of the article on the opening of the dam, and of all others none.
func remembered(tb testing.TB) func(*model.Article) (*library.History, error) {
	tb.Helper()
	first, second := older(tb)
	at := func(day, hour int) time.Time { return time.Date(2026, 5, day, hour, 2, 0, 0, time.Local) }
	return func(a *model.Article) (*library.History, error) {
		if a.Path != "dam-opens.md" {
			return nil, nil
		}
		return &library.History{Now: a, Times: 2, Last: at(3, 14), Old: []library.Old{
			{Article: first, Changed: at(2, 9), Next: revision.Between(first, second), Now: revision.Between(first, a)},
			{Article: second, Changed: at(3, 14), Next: revision.Between(second, a), Now: revision.Between(second, a)},
		}}, nil
	}
}

// changed returns a screen with the article on the opening of the dam, which was changed twice.
func changed(tb testing.TB, w, h int) *screen {
	tb.Helper()
	return openWith(tb, Options{First: "dam-opens.md", History: remembered(tb)}, w, h, results(newsroom(tb)...))
}

func TestAnArticleSaysThatItWasChanged(t *testing.T) {
	s := changed(t, 140, 40).reads(opens).sees("changed 2 times, last on 3 May 2026 14:02 · 1 quote gone (V)")
	s.sees("  ~Minister opens the dam at", "AH ~“This is the safest", "  +Engineer Ben Osk did not").seesNot("~OSTREL")
	s.press("n").on(harlNow).says("edited on 3 May 2026 14:02: was “This is the safest dam in the world,” · Ada Harl")
	s.press("i").sees("Changed", "this quote was edited on 3 May 2026 14:02: was “This is the").press("Esc n").seesNot("edited on")
	s.press("n").says("put in on 2 May 2026 09:02")
	s.press("J").seesNot("changed 2 times").press("K").reads(opens).sees("changed 2 times")
}

func TestISeeTheVersionsOfAnArticle(t *testing.T) {
	s := changed(t, 140, 40).press("V").sees("Changed 2 times", "3 May 2026 14:02", "title · 1 quote · 1 paragraph", "2 May 2026 09:02")
	s.sees("The title", "− Minister opens the dam", "+ Minister opens the dam at Ostrel and calls it safe", "came: at Ostrel and calls it safe")
	s.sees("Quotes edited", "Ada Harl", "− “This is the safest dam in the world,”", "+ "+harlNow, "world → country")
	s.press("j").sees("Quotes gone", "Ben Osk", "− “Nobody has asked me,”", "Quotes new", "+ the turbines would run by the summer").press("V").seesNot("Quotes gone")
	s.press("V Enter").seesNot("Quotes").reads(opens)
	s.press("J V").says("No older version of this article is kept.")
	open(t, 140, 40).press("V").says("No older version of this article is kept.")
	openWith(t, Options{}, 140, 40, nil).press("V").says("There is no article here.").press("=").says("There is no article here.")
}

func TestOlderVersionsThatCanNotBeRead(t *testing.T) {
	history := func(a *model.Article) (*library.History, error) {
		return &library.History{Now: a, Times: 1, Last: time.Date(2026, 5, 3, 14, 2, 0, 0, time.Local)}, errors.New("x.md: the file is empty")
	}
	s := openWith(t, Options{History: history}, 140, 40, results(newsroom(t)...)).sees("changed once, on 3 May 2026 14:02 (V)")
	s.press("V").says("It was changed 1 time, but no older version could be read").press("!").sees("x.md: the file is empty").press("Esc")
	s.press("J J").says("1 problem")
}

// Older versions are read beside the screen: it goes on meanwhile, and what comes late is not shown with another article.
func TestVersionsAreReadBesideTheScreen(t *testing.T) {
	s := changed(t, 140, 40)
	a := s.m.article.Article()
	h, err := remembered(t)(a)
	if err != nil {
		t.Fatal(err)
	}
	s.m.past, s.m.quotes = past{of: nil, busy: true}, false
	s.m.article.SetHistory(nil)
	s.press("V").says("Its older versions are being read …").press("J").send(pastMsg{of: a, history: h}).seesNot("changed 2 times")
	s.press("K").reads(opens).sees("changed 2 times")
}

// After a correction the marks stay, and what follows from the older versions is found anew.
func TestACorrectedArticleKeepsItsHistory(t *testing.T) {
	s := changed(t, 140, 40)
	r, _ := s.m.list.Selected()
	again := *s.m.lib.Article(r)
	s.m.replace([]library.Ref{r}, []*model.Article{&again})
	s.sees("changed 2 times", "AH ~“This is the safest").press("n").on(harlNow).says("edited on 3 May 2026")
}

func TestCopiesAndVersionsFitAnyScreen(t *testing.T) {
	for _, at := range []size{{0, 0}, {1, 1}, {20, 5}, {22, 6}, {39, 9}, {81, 11}, {250, 90}} {
		s := openWith(t, Options{}, at[0], at[1], results(wire(t)...)).press("J =")
		v := changed(t, at[0], at[1]).press("V")
		for k := range strings.FieldsSeq("j Space G g k PgUp") {
			s.press(k)
			v.press(k)
		}
		for _, then := range sizes() {
			s.send(tea.WindowSizeMsg{Width: then[0], Height: then[1]})
			v.send(tea.WindowSizeMsg{Width: then[0], Height: then[1]})
		}
		s.press("Enter").reads(ferryTitle)
		v.press("Enter").reads(opens)
	}
}
