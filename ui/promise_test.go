package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"reader/model"
	"reader/ui/intent"
	"reader/ui/settings"
)

// What a person is promised of the screen and its keys, in the order in which it is promised, each with the shortest journey that
// shows it. The journeys of the other tests go further into one thing.

// resize gives the screen other columns and lines.
func (s *screen) resize(w, h int) *screen {
	s.t.Helper()
	return s.send(tea.WindowSizeMsg{Width: w, Height: h})
}

// boxes asserts how wide the panes are that stand beside one another on the first line, by their borders.
func (s *screen) boxes(want ...int) *screen {
	s.t.Helper()
	first, _, _ := strings.Cut(s.text(), "\n")
	var got []int
	for _, box := range strings.SplitAfter(first, "╮") {
		if box != "" {
			got = append(got, ansi.StringWidth(box))
		}
	}
	if !slices.Equal(got, want) {
		s.t.Errorf("the panes are %d columns wide, want %d:\n%s", got, want, s.text())
	}
	return s
}

// stands asserts which pane has the keys.
func (s *screen) stands(in Pane) *screen {
	s.t.Helper()
	if s.m.focus != in {
		s.t.Errorf("the keys are for pane %d, want %d:\n%s", s.m.focus, in, s.text())
	}
	return s
}

func TestPromisesOfTheLayout(t *testing.T) {
	t.Run("from 120 columns on three panes, the outer ones wide", func(t *testing.T) {
		open(t, 120, 40).boxes(34, 56, 30)
		open(t, 200, 60).boxes(34, 136, 30)
	})
	t.Run("lines of an article are 84 columns at most, in the middle of the pane", func(t *testing.T) {
		text := strings.Repeat("The lake was as full as the year before. ", 30)
		s := openWith(t, Options{}, 240, 60, results(write("a.md", "A long one", "Gazette", "2026-04-01", text).done(t)))
		left, right := 240, 0
		for l := range strings.SplitSeq(s.text(), "\n") {
			if strings.Contains(l, "the year before") {
				l = ansi.Cut(l, 35, 240-31)
				left = min(left, ansi.StringWidth(l)-ansi.StringWidth(strings.TrimLeft(l, " ")))
				right = max(right, ansi.StringWidth(strings.TrimRight(l, " ")))
			}
		}
		if width := right - left; width > 84 || width < 70 || left-4 < 40 || 174-right < 40 {
			t.Errorf("lines stand from column %d to %d of 174:\n%s", left, right, s.text())
		}
	})
	t.Run("from 100 columns on the same three, the outer ones narrow", func(t *testing.T) {
		open(t, 119, 40).boxes(26, 67, 26)
		open(t, 100, 40).boxes(26, 48, 26)
	})
	t.Run("from 80 columns on list and article, and e opens the entities as a drawer on the right", func(t *testing.T) {
		open(t, 99, 40).boxes(29, 70)
		s := open(t, 80, 24).boxes(24, 56).press("e").stands(EntityPane).sees("─ In this article ─")
		for l := range strings.SplitSeq(s.text(), "\n") {
			if strings.Contains(l, "▾ Speakers") && !strings.HasSuffix(strings.TrimRight(l, " "), "│") {
				t.Errorf("the drawer is not at the right:\n%s", s.text())
			}
		}
	})
	t.Run("from 40 columns on one pane at a time, which is told in a line above, and Tab goes round", func(t *testing.T) {
		for _, w := range []int{79, 40} {
			s := open(t, w, 24).sees("Articles › Article › Entities").stands(ListPane)
			for _, next := range []Pane{ArticlePane, EntityPane, ListPane} {
				s.press("Tab").stands(next).sees("Articles › Article › Entities")
			}
		}
	})
	t.Run("below 40 columns, or with 10 lines or fewer, there are no borders", func(t *testing.T) {
		for _, at := range []size{{39, 24}, {140, 10}, {80, 10}, {40, 10}, {20, 5}} {
			open(t, at[0], at[1]).seesNot("╭", "╮", "╰", "╯")
		}
		open(t, 40, 11).sees("╭")
	})
	t.Run("below 20x5 a line says so, and keys still work", func(t *testing.T) {
		s := open(t, 140, 40).resize(19, 5).sees("too small: 20x5").press("j j Enter v").resize(140, 40)
		s.sees("─ Quotes ─").reads(answers)
		open(t, 140, 40).resize(140, 4).sees("too small: 20x5").press("q")
	})
	t.Run("a layout stays until the window is two columns narrower than it needs", func(t *testing.T) {
		s := open(t, 120, 40).resize(118, 40).boxes(34, 54, 30).resize(117, 40).boxes(26, 65, 26).resize(119, 40).boxes(26, 67, 26)
		s.resize(120, 40).boxes(34, 56, 30).resize(98, 40).boxes(26, 46, 26).resize(97, 40).boxes(29, 68).resize(99, 40).boxes(29, 70)
		s.resize(78, 40).boxes(23, 55).resize(77, 40).sees("Articles › Article").resize(79, 40).sees("Articles › Article").resize(80, 40).boxes(24, 56)
	})
	t.Run("no size is too odd", func(t *testing.T) {
		s := open(t, 140, 40)
		for _, keys := range []string{"Esc", "s", "Esc F", "Esc ?", "Esc v", "e", "2 c", "Esc Esc 1 /", "Esc :"} {
			s.press(keys)
			for _, at := range []size{{0, 0}, {1, 1}, {2, 300}, {300, 1}, {20, 5}, {41, 11}, {0, 1}} {
				s.resize(at[0], at[1])
			}
		}
	})
}

// Of the keys that stand for the same, each does the same, wherever one is.
func TestEveryKeyForTheSameDoesTheSame(t *testing.T) {
	inFolder(t)
	for _, start := range []string{"1 j", "2 J J", "e j", "v j j", "s ↓", "?", "2 / d a m Enter"} {
		for _, g := range intent.New().Groups {
			for _, b := range g.Bindings {
				if len(b.Keys) < 2 {
					continue
				}
				want := ""
				for _, key := range b.Keys {
					if key == "space" && strings.HasPrefix(start, "s") || strings.HasPrefix(start, "s") && len(key) == 1 {
						continue // it writes there
					}
					switch got := open(t, 100, 20).press(start).press(intent.Label(key)).text(); {
					case want == "":
						want = got
					case got != want:
						t.Errorf("after %q %s does not do what %s does:\n%s\nwant\n%s", start, key, b.Keys[0], got, want)
					}
				}
			}
		}
	}
}

func TestPromisesOfTheKeys(t *testing.T) {
	t.Run("every key can be another, and one for two things is a mistake that names both", func(t *testing.T) {
		for _, g := range intent.New().Groups {
			for _, b := range g.Bindings {
				s := chosen(t, fmt.Sprintf("[keys]\n%s = [\"F7\"]\n", b.Name))
				if got := s.m.keys.For("f7"); got != b.Intent {
					t.Errorf("%s can not be bound", b.Name)
				}
			}
		}
		_, mistakes := settings.Parse("config.toml", []byte("[keys]\nnext-quote = [\"x\"]\n"))
		if len(mistakes) != 1 || !strings.Contains(mistakes[0].Error(), "next-quote") || !strings.Contains(mistakes[0].Error(), "no-entity") {
			t.Errorf("told: %v", mistakes)
		}
	})
	t.Run("j k go by one, d u by half a page, Space b by a page, g G to the ends, in every pane", func(t *testing.T) {
		for _, pane := range []string{"1", "2", "3", "v", "?"} {
			s := openWith(t, Options{}, 140, 30, results(manyNames(t)...)).press(pane)
			home := s.text()
			for _, way := range []string{"j k", "d u", "Space b", "G g", "End Home"} {
				there, back, _ := strings.Cut(way, " ")
				if s.press(there); s.text() == home {
					t.Errorf("in %s %s does nothing:\n%s", pane, there, s.text())
				}
				if s.press(back); s.text() != home {
					t.Errorf("in %s %s does not lead back:\n%s\nwant\n%s", pane, way, s.text(), home)
				}
			}
		}
	})
	t.Run("Space at the end of an article goes to the next of the list", func(t *testing.T) {
		open(t, 140, 40).press("j j Enter Space").reads(warns).press("Space").reads(opens).press("Space Space Space").reads(bakery).says("last article")
		open(t, 140, 40).press("j j v Esc 1 Space").reads(bakery) // in the list it is a page
	})
	t.Run("h l Tab S-Tab 1 2 3 give the keys to a pane", func(t *testing.T) {
		s := open(t, 140, 40).press("l").stands(ArticlePane).press("l").stands(EntityPane).press("h h").stands(ListPane)
		s.press("→ ←").stands(ListPane).press("Tab Tab Tab").stands(ListPane).press("S-Tab").stands(EntityPane)
		s.press("1").stands(ListPane).press("2").stands(ArticlePane).press("3").stands(EntityPane)
	})
	t.Run("Enter opens", func(t *testing.T) {
		open(t, 140, 40).press("j j Enter").stands(ArticlePane).reads(answers)
		open(t, 140, 40).press("j j e Enter").says("speaker:harl", "3 of 6")
		open(t, 140, 40).press("v j j Enter").reads(answers).on(hairline)
	})
	t.Run("Esc goes one level back: popup, search, list; and only in the list it clears the filter", func(t *testing.T) {
		s := open(t, 140, 40).press("/").enter("dam").press("Enter 2 /").enter("lake").press("Enter ?").sees("Keys ·")
		s.press("Esc").seesNot("Keys ·").says("/lake").stands(ArticlePane)
		s.press("Esc").stands(ArticlePane).says("of 6 articles")
		s.press("Esc").stands(ListPane).says("of 6 articles")
		s.press("Esc").stands(ListPane).says("  6 articles").seesNot("of 6 articles").press("Esc")
		if s.quit {
			t.Error("Esc quits")
		}
	})
	t.Run("q leaves the view, and in the list the reader", func(t *testing.T) {
		s := open(t, 140, 40).press("2 ?").press("q").seesNot("Keys ·").press("v q").seesNot("─ Quotes ─").press("z q").sees("─ Articles ─").stands(ArticlePane)
		s.press("e q").stands(ListPane).press("q")
		if !s.quit {
			t.Error("q in the list does not quit")
		}
	})
	t.Run("^o goes back to where one was before the jump", func(t *testing.T) {
		open(t, 140, 40).press("j j n n").on("“Concrete breathes,”").press("n n n").reads(warns).press("^o").reads(answers)
	})
	t.Run("^c quits now, whatever is open", func(t *testing.T) {
		for _, keys := range []string{"1", "2", "e", "v", "s", "F", "/", "?", ":", "2 c", "S", "s Tab ^t"} {
			if s := open(t, 140, 40).press(keys).press("^c"); !s.quit {
				t.Errorf("after %q ^c does not quit", keys)
			}
		}
	})
	t.Run("J K go to the next and the previous article, from every pane", func(t *testing.T) {
		for _, pane := range []string{"1", "2", "e", "z", "1 /"} {
			s := open(t, 140, 40).press(pane)
			if pane == "1 /" {
				s.press("Enter")
			}
			s.press("J J").reads(answers).press("K").reads(barrage)
		}
	})
	t.Run(". , go to the next and the previous unread one", func(t *testing.T) {
		newHabit(t).open(140, 40).press("j m .").reads(answers).press(",").reads(minutes)
	})
	t.Run("s, or @, picks speakers", func(t *testing.T) {
		for _, key := range []string{"s", "@"} {
			open(t, 140, 40).press(key).sees("─ Speakers ─").enter("osk").press("Enter").says("speaker:osk")
		}
	})
	t.Run("n N step through quotes: of the chosen speakers, else all; through hits while a search is open", func(t *testing.T) {
		s := open(t, 140, 40).press("j j n n n n").on("he knew no such thing").press("N").on("“Mr. Osk knows that as well as I do.”")
		s.press("s").enter("osk").press("Enter").on("he knew no such thing").press("n").on("“I have counted eleven,”")
		s.press("2 /").enter("dam").press("Enter").says("/dam 1/1").press("Esc /").enter("the").press("Enter").says("/the 1/").press("n").says("/the 2/").press("N").says("/the 1/")
	})
	t.Run("/ filters in the list, searches in the article, narrows in the entities", func(t *testing.T) {
		open(t, 140, 40).press("1 /").enter("bakery").says("filter: bakery").press("Enter").says("1 of 6 articles")
		open(t, 140, 40).press("2 /").enter("lake").says("/lake").press("Enter").says("6 articles", "/lake 1/")
		open(t, 140, 40).press("j j 3 /").enter("osk").says("narrow: osk").lists("Ben Osk … “1").press("Enter").says("6 articles")
	})
	t.Run("v shows quotes alone, with speaker, quote, source and date", func(t *testing.T) {
		open(t, 140, 40).press("v G").sees("OW  Orven Water Union", "it needed more time", "— 2 Mar 2026 · indirect · The Orven Post · Minister opens the dam")
	})
	t.Run("e goes to the entities and back, t T through speakers, people, organizations, places, links", func(t *testing.T) {
		s := open(t, 140, 10).press("j j e").stands(EntityPane)
		for _, tab := range []string{"Speakers", "People", "Organizations", "Places", "Links", "Speakers"} {
			s.sees("▾ " + tab).press("t")
		}
		s.press("T").sees("▾ Speakers").press("T").sees("▾ Links").press("e").stands(ArticlePane)
	})
	t.Run("in the entities Enter, + and - filter: only this, and this, not this", func(t *testing.T) {
		open(t, 140, 40).press("j j e Enter").says("speaker:harl", "3 of 6 articles").press("j +").says("1 of 6 articles")
		open(t, 140, 40).press("j j e -").says(`-speaker:"Ada Harl"`, "3 of 6 articles")
	})
	t.Run("… a makes one of two, A splits them, x takes one out", func(t *testing.T) {
		s := atDesk(t).press("e t j j").at("Benedikt Oskarson").press("a").enter("ben").press("Enter").says("is the same as Ben Osk")
		s.press("A").enter("oskarson").press("Enter").says("is somebody else than Ben Osk").press("x").says("is no longer an entity")
	})
	t.Run("c corrects the quote under the cursor, or marks words as one", func(t *testing.T) {
		s := atDesk(t).press("n c").sees("Who said it?").enter("osk").press("Enter").says("Ben Osk said “This is")
		s.press("n c").enter("not a").press("Enter").says("is not a quote")
		s = atDesk(t).press("2 c j j j j j o j j j j w w").says("Enter takes").press("Enter").sees("Who said it?").press("Esc Esc")
		if s.m.article.Selecting() {
			t.Error("Esc does not give up")
		}
	})
	t.Run("m marks as read, M all that is listed once it was asked, with how many", func(t *testing.T) {
		newHabit(t).open(140, 40).press("m").says("1 article marked as read").press("M").sees("Mark 5 unread articles").press("Enter").says("5 articles marked as read")
	})
	t.Run("* gives a star, U takes back anything", func(t *testing.T) {
		s := newHabit(t).open(140, 40).press("* m / d a m Enter f").enter("mine").press("Enter 2 C").enter("ask").press("Enter")
		for _, undone := range []string{"a note written", "the search mine saved", "marked as read", "starred"} {
			s.press("U").says("Undone: ", undone)
		}
		s.press("U").says("nothing to undo")
	})
	t.Run("; gives letters to links, o opens the address, y copies the quote with its citation, Y the address", func(t *testing.T) {
		var b surfer
		s := openWith(t, Options{Open: b.open}, 140, 40, withLinks(t, twoLinks)).press("; a").sees("This leads to report.example:").press("Esc")
		s.press("o").sees("This leads to gazette.example:").press("Enter Y").copied("https://gazette.example/links")
		s = open(t, 140, 40).press("j j y").on(hairline) // the first on the screen
		s.copied("The cracks in the dam are hairlines — Ada Harl, Energy Minister. “Hairlines,” says the minister, and asks for patience, The Orven Post, 11 March 2026.")
		if s.press("n y"); !strings.HasPrefix(s.clipboard, "“Concrete breathes,” — Ada Harl") { // the one jumped to
			t.Errorf("copied is %q", s.clipboard)
		}
	})
	t.Run("F edits the query, f lists saved searches, S asks for the order", func(t *testing.T) {
		s := newHabit(t).open(140, 40).press("F").enter("speaker:osk").press("Enter").says("2 of 6").press("f").enter("him").press("Enter")
		s.press("1 Esc f").sees("him").press("Enter").says("2 of 6").press("S").sees("oldest first").press("↓ Enter").says("sort:date")
	})
	t.Run("E writes what is shown to a file, | hands it to a program", func(t *testing.T) {
		inFolder(t)
		open(t, 140, 40).press("1 E").sees("Write 6 articles").press("Esc |").sees("Hand 6 articles to a program").press("Esc v E").sees("Write 13 quotes").press("Esc")
	})
	t.Run("i tells why, R looks for what is new, z shows one pane, : finds what can be done, ? is help", func(t *testing.T) {
		s := open(t, 140, 40).press("j j n i").sees("─ Evidence ─", "Rule").press("Esc z").sees("Articles › Article › Entities").press("z")
		s.press(":").sees("─ Commands ─").press("Esc ?").sees("Keys ·").press("Esc").press("R")
		if s.status() == "" {
			t.Error("R says nothing")
		}
	})
	t.Run("^l draws the screen again, ^z suspends", func(t *testing.T) {
		if s := open(t, 140, 40).press("^l"); !s.redrawn {
			t.Error("it is not drawn again")
		}
		if s := open(t, 140, 40).press("^z"); !s.suspended {
			t.Error("it is not suspended")
		}
	})
}

// manyNames returns articles enough for several pages of them, the first with as many names, quotes and lines.
func manyNames(t *testing.T) []*model.Article {
	t.Helper()
	text := make([]string, 0, 30)
	for i := range 30 {
		text = append(text, fmt.Sprintf("Ada Number%c%c said that gate %d was shut.", 'a'+i/10, 'a'+i%10, i))
	}
	d := write("0.md", "Thirty gates", "Gazette", "2026-04-30", strings.Join(text, "\n\n"))
	for i := range 30 {
		name := fmt.Sprintf("Ada Number%c%c", 'a'+i/10, 'a'+i%10)
		d = d.names(model.Person, name, "").says(name, fmt.Sprintf("gate %d was shut", i), name, "said", 0.97)
	}
	out := append(make([]*model.Article, 0, 30), d.done(t))
	for i := range 29 {
		out = append(out, write(fmt.Sprintf("%d.md", i+1), fmt.Sprintf("Article %d", i), "Gazette", fmt.Sprintf("2026-03-%02d", i+1), fmt.Sprintf("Gate %d was painted %s.", i, strings.Repeat("green ", i))).done(t))
	}
	return out
}
