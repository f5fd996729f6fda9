package ui

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"reader/model"
	"reader/model/library"
	"reader/seeds"
	"reader/ui/style"
)

// What is promised where there is nothing, while something is under way, to everyone, and of what is kept.

func TestPromisesOfStates(t *testing.T) {
	t.Run("an empty list names the query and the nearest way out", func(t *testing.T) {
		s := open(t, 140, 40).press("F").enter("speaker:harl -org:union place:ostrel").press("Enter").sees("Nothing matches", "speaker:harl -org:union place:ostrel", "2 articles without place:ostrel")
		s.sees("Esc clears the filter").press("1 Esc").says("  6 articles")
	})
	t.Run("what went wrong is a badge on its article and in a list that :errors opens, and stops nothing", func(t *testing.T) {
		s := openWith(t, Options{}, 140, 40, append(results(newsroom(t)...), failed("osk-warns.md", "it may not be read"), failed("gone.md", "it is empty")))
		s.says("2 problems (!)", "6 articles").marked("Tallmar Herald").press(":").enter("errors").press("Enter").sees("osk-warns.md: it may not be read")
	})
	t.Run("while articles are read the first are there at once, it tells how far it is, can be stopped, and my selection stays", func(t *testing.T) {
		o := Options{Loader: library.LoadFS(t.Context(), seeds.Articles, library.Options{}), First: seeds.First}
		s := openWith(t, o, 140, 40, nil)
		s.m.load.ended = false
		s.says("analysing")
		first := s.m.load.next()().(loadedMsg)
		s.send(first).seesNot("There are no articles")
		s.press("1 G")
		title := s.m.article.Article().Title
		if s.press("X"); first.more {
			s.says("stopped (X) at")
		}
		s.press("X")
		for more := first.more; more; {
			msg := s.m.load.next()().(loadedMsg)
			more = msg.more
			s.send(msg).reads(title)
		}
		s.says("12 articles")
	})
	t.Run("the first time there is the built-in library, and a line that says how to open my own", func(t *testing.T) {
		openWith(t, Options{Hint: "Your own articles: reader PATH…"}, 140, 40, results(newsroom(t)...)).says("Your own articles: reader PATH…")
	})
	t.Run("the next time it tells what is new, and who speaks in it", func(t *testing.T) {
		h, all := newHabit(t), newsroom(t)
		h.with(Options{}, 140, 40, results(all[:2]...)).press("1 q")
		h.with(Options{}, 140, 40, results(all...)).says("4 new since ", "Harl, 5 new quotes").press("L").sees("Ben Osk", "2 new quotes")
	})
	t.Run("an article in another language is shown and filed, and says that it is not analysed", func(t *testing.T) {
		s := open(t, 140, 40).press("j").reads(barrage).sees("demandent une réunion", "not analysed").press("F").enter("lang:fr").press("Enter").says("1 of 6 articles")
		s.press("s").seesNot("courrier").press("Esc")
	})
}

func TestPromisesToEveryone(t *testing.T) {
	t.Run("a terminal without colours, and one who wants none, gets none", func(t *testing.T) {
		for _, profile := range []colorprofile.Profile{colorprofile.NoTTY, colorprofile.ASCII} {
			s := open(t, 140, 40).press("s Enter")
			if s.send(tea.ColorProfileMsg{Profile: profile}); colour(s.m.View().Content) != "" {
				t.Errorf("%v gets colours", profile)
			}
		}
	})
	t.Run("dark terminals and light ones get a theme of their own", func(t *testing.T) {
		s := open(t, 140, 40)
		s.m.setTheme(true, colorprofile.TrueColor)
		dark := s.m.theme
		s.m.setTheme(false, colorprofile.TrueColor)
		if light := s.m.theme; light.Bg == dark.Bg || light.Name == style.None {
			t.Error("they are the same")
		}
	})
	t.Run("the mouse works: a click, the wheel, a drag of borders", func(t *testing.T) {
		s := open(t, 140, 40).mouse("press", 5, 8).mouse("release", 5, 8).reads(answers)
		s.send(tea.MouseWheelMsg{X: 5, Y: 5, Button: tea.MouseWheelDown}).reads(warns)
		s.mouse("press", 33, 5).mouse("drag", 43, 5).mouse("release", 43, 5)
		if got := s.m.layout.Panes[ListPane].W; got < 42 {
			t.Errorf("the list has %d columns", got)
		}
	})
	t.Run("the mouse can be switched off, and selects text then, as in every terminal", func(t *testing.T) {
		if mode := open(t, 140, 40).m.View().MouseMode; mode == tea.MouseModeNone {
			t.Error("it is off")
		}
		if mode := chosen(t, "mouse = false").m.View().MouseMode; mode != tea.MouseModeNone {
			t.Errorf("it is %v", mode)
		}
	})
	t.Run("text can be copied without a mouse, and pasted where text is typed", func(t *testing.T) {
		s := open(t, 140, 40).press("j j y")
		if s.clipboard == "" {
			t.Error("nothing was copied")
		}
		for _, keys := range []string{"1 /", "F", "s", ":", "2 /", "e /", "w", "? /"} {
			open(t, 140, 40).press(keys).send(tea.PasteMsg{Content: "mini\nstér \x1b[31m"}).sees("mini stér")
		}
		s = newHabit(t).open(140, 40).press("C")
		s.send(tea.PasteMsg{Content: "two\nlines"}).sees("> two lines").press("Enter").says("A note written")
	})
}

func TestPromisesOfWhatIsKept(t *testing.T) {
	t.Run("what I read and starred", func(t *testing.T) {
		h := newHabit(t)
		h.open(140, 40).press("j Enter 1 *")
		h.open(140, 40).sees("★ fr").unread("The mi", "“Hairl", "Engine", "Minist", "A bake")
	})
	t.Run("where I was, as a paragraph and not as a line", func(t *testing.T) {
		h := newHabit(t)
		h.open(140, 20).press("2 /").enter("paragraph 20").press("Enter Esc 1 q")
		h.open(50, 20).press("Enter").sees("Paragraph 20 of").seesNot("the lake was full")
	})
	t.Run("my notes and searches", func(t *testing.T) {
		h := newHabit(t)
		h.open(140, 40).press("C").enter("ask about this").press("Enter /").enter("dam").press("Enter f").enter("mine").press("Enter")
		h.open(140, 40).sees("✎ ask about this").press("f").sees("mine", "dam")
	})
	t.Run("who I said is the same, or no entity, and what I corrected", func(t *testing.T) {
		d := newDesk(t)
		d.open(140, 40).press("e t j j a").enter("ben").press("Enter t t x").says("Ostrel is no longer an entity").press("2 n c").enter("not a").press("Enter")
		d.open(140, 40).lists("Ben Osk … ✓ 7").sees("▾ Places                  1").press("2 n").on(swim)
	})
	t.Run("… though the article was moved and edited, by its address", func(t *testing.T) {
		h := newHabit(t)
		at := func(path, text string) *model.Article {
			a := write(path, "On the wall", "Gazette", "2026-03-01", text).done(t)
			a.ID, a.URL = "the-wall", "https://gazette.example/wall"
			return a
		}
		h.with(Options{}, 140, 40, results(at("wall.md", "The wall stands."))).press("* C").enter("ask").press("Enter")
		h.with(Options{}, 140, 40, results(at("old/wall.md", "The wall has fallen."))).sees("★", "✎ ask")
	})
	t.Run("in files that are mine alone", func(t *testing.T) {
		h, d := newHabit(t), newDesk(t)
		h.open(140, 40).press("* m")
		d.open(140, 40).press("n c").enter("osk").press("Enter")
		for _, file := range []string{h.file, d.log} {
			if about, err := os.Stat(file); err != nil || about.Mode().Perm() != 0o600 {
				t.Errorf("%s is %v (%v)", filepath.Base(file), about.Mode(), err)
			}
		}
	})
	t.Run("two readers at once lose nothing", func(t *testing.T) {
		h := newHabit(t)
		one, other := h.open(140, 40), h.open(140, 40)
		one.press("*").press("C").enter("of one").press("Enter")
		other.press("G *").press("C").enter("of the other").press("Enter")
		one.press("j m").press("G k m")
		s := h.open(140, 40).sees("✎ of one").press("G").sees("✎ of the other").press("F").enter("is:starred").press("Enter").says("2 of 6").press("F ^u").enter("is:read").press("Enter").says("2 of 6")
		if log := s.m.options.State; len(log.Problems()) > 0 {
			t.Error(errors.Join(log.Problems()...))
		}
	})
}

// Undo takes back a change of every kind, one that was made in any order, and leaves the others.
func TestEveryKindOfChangeIsUndone(t *testing.T) {
	changes := []struct{ keys, text, says string }{
		{"1 m", "", "marked as"},
		{"1 *", "", "star"},
		{"2 n c", "osk", "Ben Osk said"},
		{"2 n n c", "not a", "is not a quote"},
		{"2 c j j j j j o j j j j w w Enter", "osk", "Ben Osk said “The wall"},
		{"e g j j a", "harl", "the same as"},
		{"e g j j A", "", "somebody else"},
		{"e g j j x", "", "no longer an entity"},
		{"1 C", "ask", "a note"},
		{"1 / d a m Enter f", "mine", "the search mine"},
	}
	for i, c := range changes {
		t.Run(fmt.Sprint(i, c.says), func(t *testing.T) {
			s := atDeskThatKeeps(t)
			before := s.m.lib.Article(0).Annotations
			s.press(c.keys).enter(c.text)
			if len(s.m.popups) > 0 {
				s.press("Enter")
			}
			s.says("U undoes it").press("U").says("Undone: ", c.says).press("U").says("nothing to undo")
			if after := s.m.lib.Article(0).Annotations; !slices.Equal(before.Quotes, after.Quotes) || !slices.Equal(before.Mentions, after.Mentions) {
				t.Error("the article is not as it was")
			}
		})
	}
}
