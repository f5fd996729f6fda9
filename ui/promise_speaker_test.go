package ui

import (
	"fmt"
	"strings"
	"testing"

	"reader/model"
	"reader/ui/shot"
)

// What is promised of speakers and of the filter by them, in the order in which it is promised.

func TestPromisesOfSpeakers(t *testing.T) {
	t.Run("the picker finds a speaker by letters, and tells name, quotes, articles and role", func(t *testing.T) {
		open(t, 140, 40).press("s").enter("hrl").sees("▌  Harl, Ada", "· 8 quotes · 3 articles · Energy Minister").seesNot("Osk, Ben")
	})
	t.Run("while I move in it the list behind it follows, and Esc takes it all back", func(t *testing.T) {
		s := open(t, 140, 40).press("j j s").says("speaker:harl", "3 of 6").press("↓").says("speaker:osk", "2 of 6").press("↓").says("speaker:", "1 of 6").reads(opens)
		s.press("Esc").says("  6 articles").reads(answers)
	})
	t.Run("Tab takes several, of whom any will do, and Enter applies", func(t *testing.T) {
		open(t, 140, 40).press("s ↓ Tab").enter("water").press("Tab").sees("2 taken").press("Enter").says("OR", "3 of 6 articles")
	})
	t.Run("the list keeps the articles in which they speak, with how often; that they are mentioned is not enough", func(t *testing.T) {
		open(t, 140, 40).press("s").enter("osk").press("Enter").says("2 of 6 articles").sees("“1").seesNot("“2", "Minister opens the dam")
	})
	t.Run("the article opens at the first of their quotes, and so does the next", func(t *testing.T) {
		open(t, 140, 40).press("s").enter("osk").press("Enter").on("he knew no such thing").press("J").on("“I have counted eleven,”")
	})
	t.Run("states and organizations speak, too", func(t *testing.T) {
		a := write("a.md", "Border", "Gazette", "2026-04-01", "Orvena said that the gates were shut.").names(model.Place, "Orvena", "").
			says("Orvena", "the gates were shut", "Orvena", "said", 0.97).done(t)
		s := openWith(t, Options{}, 140, 40, results(append(newsroom(t), a)...)).press("s").enter("orvena").press("Enter").says("speaker:orvena", "1 of 7").on("the gates were shut")
		s.press("s ^u").enter("union").sees("Orven Water Union").press("Enter").on("it needed more time")
	})
	t.Run("up to six wear a colour each and their initials, in every article the same; others initials alone", func(t *testing.T) {
		s := open(t, 140, 40).press("s Tab Tab Enter").reads(minutes)
		harl, osk := s.m.theme.Speaker[0].Fg, s.m.theme.Speaker[1].Fg
		for range 2 {
			s.press("J").sees("AH▌", "BO▌")
			if got := s.inColour(harl); !strings.Contains(got, "Concrete breathes") && s.m.article.Article().Title == answers {
				t.Errorf("hers is not in her colour, but %q", got)
			}
			if got := s.inColour(osk); got == "" {
				t.Errorf("nothing in %q is in his colour", s.m.article.Article().Title)
			}
			s.press("J")
			if s.m.article.Article().Title == warns {
				s.press("K").sees("AH▌")
				break
			}
		}
		open(t, 140, 40).press("s").enter("osk").press("Enter").sees("BO▌", "AH  ").seesNot("AH▌")
	})
	t.Run("never by colour alone: without colours they can be told apart", func(t *testing.T) {
		s := chosen(t, `theme = "none"`).press("s").enter("osk").press("Enter").sees("BO▌", "AH  ")
		if sgr := colour(s.m.View().Content); sgr != "" {
			t.Errorf("there is a colour: %q", sgr)
		}
	})
	t.Run("the status line tells the filter, which of their quotes I am at, how many articles, and how far I have read", func(t *testing.T) {
		s := open(t, 140, 20).press("s").enter("harl").press("Enter n").says("speaker:harl 2/8 · 3 of 6 articles · 100 %")
		s.press("g").says("speaker:harl 2/8 · 3 of 6 articles · ").press("n n n").says("speaker:harl 5/8")
		openWith(t, Options{}, 140, 40, plenty(t)...).press("s Enter").says("1/192 · 192 of 192 articles")
	})
	t.Run("… on a screen of 80 columns, too, whatever there is to say of who speaks", func(t *testing.T) {
		s := open(t, 80, 24).press("s").enter("harl").press("Enter J J n n").on("the turbines would run by the summer")
		s.says("Ada Harl · said · She → Harl", "speaker:harl 8/8 · 3 of 6 articles · 100 %")
	})
	t.Run("thousands are written with a comma", func(t *testing.T) {
		articles := make([]*model.Article, 1203)
		for i := range articles {
			articles[i] = write(fmt.Sprintf("%d.md", i), fmt.Sprintf("Number %d", i), "Gazette", "2026-03-20", "Gate "+strings.Repeat("x", i)+".").done(t)
		}
		openWith(t, Options{}, 140, 40, results(articles...)).says("1,203 articles").press("/").enter("12").press("Enter").says("of 1,203 articles")
	})
	t.Run("a quote that several outlets carry counts once, and says where else it is", func(t *testing.T) {
		s := ferries(t).press("s").enter("tarr").sees("Tarr, Ines", "1 quote · 4 articles").press("Enter v").sees("1/1", "also in 3")
		s.press("G").sees("1/1")
	})
	t.Run("what nobody can be told to have said stands under Unknown", func(t *testing.T) {
		s := open(t, 140, 40).press("j j j").lists("Unknown … “1").press("v").sees("??  Unknown", "“Somebody will have to explain this,”")
		s.press("Esc s").enter("unkn").press("Enter").says("speaker:?", "1 of 6 articles")
	})
	t.Run("a speaker who is not sure has a question mark, and is in the filter once I ask for it", func(t *testing.T) {
		s := open(t, 140, 40).press("j j j").sees("BO?").press("n n").says("probably Ben Osk").press("s").enter("osk").press("Enter").says("/2 ·").press("F ^u").enter("speaker:?osk").press("Enter").says("/3 ·")
		s.press("v").sees("Ben Osk ?")
	})
	t.Run("who is found through a pronoun says so, and i tells the way", func(t *testing.T) {
		s := open(t, 140, 40).press("j j j j n n n").on("the turbines would run by the summer").says("She → Harl").press("i")
		s.sees("Who is meant", "She · by pronoun, paragraph 3", "→ Energy Minister Ada Harl · named here first")
	})
	t.Run("what I correct stays, in every later analysis of the article, and says so", func(t *testing.T) {
		d := newDesk(t)
		d.files["dam.md"] = strings.Replace(damOpens, "title:", "url: https://post.example/dam\ntitle:", 1)
		d.open(140, 40).press("n c").enter("osk").press("Enter")
		d.files["dam.md"] = strings.Replace(d.files["dam.md"], "Osk lives in Tallmar.", "Osk lives in Tallmar, by the lake, with a dog.", 1)
		d.open(140, 40).sees("with a dog").press("n").on(safest).says("Ben Osk", "corrected by you").press("s").enter("osk").sees("4 quotes").press("Enter").on(safest)
	})
}

// The letters that are on the screen in front of a line are those of who speaks there, and stand left of its text.
func TestInitialsStandBesideTheirLines(t *testing.T) {
	s := open(t, 140, 40).press("s").enter("harl").press("Enter J").reads(answers)
	r := s.m.layout.Inside(ArticlePane)
	for _, row := range shot.Cells(s.m.View().Content, s.w, s.h)[r.Y : r.Y+r.H] {
		var text, beside strings.Builder
		for x, cell := range row[r.X : r.X+r.W] {
			if x < 4 {
				beside.WriteString(cell.Content)
			} else {
				text.WriteString(cell.Content)
			}
		}
		says := map[string]string{"Concrete breathes": "AH▌", "Osk replied": "BO", "TALLMAR": "AH▌"}
		for words, letters := range says {
			if strings.Contains(text.String(), words) && strings.TrimSpace(beside.String()) != letters {
				t.Errorf("beside %q stands %q, want %q", text.String(), beside.String(), letters)
			}
		}
	}
}
