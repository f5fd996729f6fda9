package ui

import (
	"fmt"
	"image/color"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"reader/model/library"
	"reader/seeds"
)

// What the screen says while it reads, where there is nothing, and in terminals of all kinds.

func TestProblemsAreCountedAndListed(t *testing.T) {
	bad := library.Reading{Problem: &library.Problem{Path: "locked.md", Err: fmt.Errorf("you may not read it")}}
	s := openWith(t, Options{}, 140, 40, append(results(newsroom(t)...), bad, bad))
	s.says("2 problems (!)").press("!").sees("locked.md: you may not read it").press("Esc").seesNot("locked.md")
}

func TestWhereNothingCouldBeReadTheScreenSaysWhy(t *testing.T) {
	bad := library.Reading{Problem: &library.Problem{Path: "notes.md", Err: fmt.Errorf("the file is empty")}}
	openWith(t, Options{}, 140, 40, []library.Reading{bad}).sees("No article could be read.", "notes.md: the file is empty").says("1 problem (!)", "q quit")
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
	if s.status() == "" || s.m.saying(false) == "Your own: reader PATH…" {
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
	s.send(loadedMsg{readings: results(all[3:]...)})
	s.reads(opens).sees("5/6")
}

func TestTheNewestIsShownUntilIMove(t *testing.T) {
	all := newsroom(t)
	s := openWith(t, Options{}, 140, 40, results(all[:3]...)).reads(warns)
	s.send(loadedMsg{readings: results(all[3:]...)})
	s.reads(minutes)
}

func TestAStaleMessageIsDropped(t *testing.T) {
	s := open(t, 140, 40)
	s.send(loadedMsg{generation: 7, readings: results(newsroom(t)...)})
	s.says("6 articles")
}

func TestATerminalTooSmallSaysSo(t *testing.T) {
	s := open(t, 140, 40)
	for _, c := range [][2]int{{19, 20}, {80, 4}, {1, 1}, {0, 0}, {20, 5}, {21, 6}, {3, 100}} {
		s.send(tea.WindowSizeMsg{Width: c[0], Height: c[1]})
		s.press("j s ↓ Tab Esc ? j Esc i j Esc v n i Esc Esc e i Esc t / x Enter Esc F Esc z z Space G g 1 w ↓ Tab x Enter L Esc f x Enter S ↓ Enter R Esc y Y C x Enter E Tab Esc | x Esc v E Esc")
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
	for _, keys := range []string{"", "s", "Esc F", "Esc ?", "Esc v", "e", "w", "Esc S", "Esc L f"} {
		s.press(keys).send(tea.BackgroundColorMsg{Color: color.White})
		light := s.m.View().Content
		s.send(tea.BackgroundColorMsg{Color: color.Black})
		if dark := s.m.View().Content; light == dark || ansi.Strip(light) != ansi.Strip(dark) {
			t.Errorf("after %q a light terminal gets the dark theme", keys)
		}
	}
}

func TestTheWindowIsNotNamedByAnArticle(t *testing.T) {
	if got := open(t, 140, 40).m.View().WindowTitle; got != "reader" {
		t.Errorf("got %q, want the reader's name", got)
	}
}

func TestTheBuiltInLibraryOpensAtItsFirstArticle(t *testing.T) {
	o := Options{Loader: library.LoadFS(t.Context(), seeds.Articles, library.Options{}), First: seeds.First}
	s := openWith(t, o, 140, 40, nil)
	s.m.load.ended = false
	s.says("analysing")
	for more := true; more; {
		msg := s.m.load.next()().(loadedMsg)
		more = msg.more
		s.send(msg)
		if done, found, _ := s.m.load.loader.Progress(); done < found {
			s.says(fmt.Sprintf("analysing %d of 12", done))
		}
	}
	s.says("12 articles").seesNot("analysing").sees("NATO and Russia", "BRUSSELS — ")
	if got := s.m.article.Article().Path; got != seeds.First || s.m.focus != ArticlePane {
		t.Errorf("it opens at %q, pane %d", got, s.m.focus)
	}
}

func TestThreePanesWhereThereIsRoom(t *testing.T) {
	for _, w := range []int{100, 120, 200} {
		open(t, w, 40).press("j j").sees("─ Articles ─", "─ Article ─", "─ In this article ─", "Concrete breathes", "Tallmar  ", "A bakery")
	}
}

func TestIStopTheReadingAndGoOn(t *testing.T) {
	o := Options{Loader: library.LoadFS(t.Context(), seeds.Articles, library.Options{}), First: seeds.First}
	s := openWith(t, o, 140, 40, nil)
	s.m.load.ended = false
	s.press("X").says("Stopped. X reads on.", "stopped (X) at 0 of")
	s.press("X").says("analysing").seesNot("stopped")
	for more := true; more; {
		msg := s.m.load.next()().(loadedMsg)
		more = msg.more
		s.send(msg)
	}
	s.press("X").says("There is nothing left to read.", "12 articles")
}
