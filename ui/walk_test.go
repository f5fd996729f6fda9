package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"reader/model/correct"
	"reader/model/library"
	"reader/model/state"
	"reader/seeds"
	"reader/ui/clip/cliptest"
)

// The ten minutes that README.md tells of, step by step, in the built-in library.

// visitor returns the screen of somebody who starts the reader in the built-in library, with the files of h and the corrections in log.
func visitor(t *testing.T, h *habit, log *correct.Log, w, lines int) *screen {
	t.Helper()
	marks, err := state.Open(h.file)
	if err != nil {
		t.Fatal(err)
	}
	o := Options{
		Loader: library.LoadFS(t.Context(), seeds.Articles, library.Options{Log: log}), First: seeds.First, Hint: "Your own articles: reader PATH…",
		State: marks, Log: log,
	}
	s := sit(t, o)
	s.send(tea.WindowSizeMsg{Width: w, Height: lines})
	var run func(msg tea.Msg)
	run = func(msg tea.Msg) {
		if batch, ok := msg.(tea.BatchMsg); ok {
			for _, cmd := range batch {
				run(cmd())
			}
			return
		}
		if _, cmd := s.m.Update(msg); cmd != nil {
			run(cmd())
		}
	}
	run(s.m.load.next()())
	s.check()
	return s
}

func TestTheTenMinutes(t *testing.T) {
	if cliptest.IsProgram(t) {
		return
	}
	for _, at := range []size{{140, 40}, {80, 24}} {
		t.Run(at.String(), func(t *testing.T) { tenMinutes(t, at) })
	}
}

func tenMinutes(t *testing.T, at size) {
	t.Helper()
	inFolder(t)
	d, h := newDesk(t), newHabit(t)
	log, err := correct.Open(d.log)
	if err != nil {
		t.Fatal(err)
	}
	s := visitor(t, h, log, at[0], at[1])

	step := func(name string, do func()) { // what fails says where on the way
		t.Run(name, func(t *testing.T) { s.t = t; do() })
	}
	step("1 it opens", func() {
		s.sees("Two Shields or One", "AR?", "AS").says("reader PATH…")
		if !strings.Contains(s.text(), "In this article") {
			s.press("e")
		}
		s.lists("Araz Azimov … “5", "Anatoly Serdyukov … “4").press("2")
	})
	step("2 from quote to quote, and why", func() {
		for range 17 { // to the one of Azimov’s with a pronoun
			if s.press("n"); strings.Contains(s.status(), "he → Azimov") {
				break
			}
		}
		s.says("Araz Azimov", "he → Azimov").press("n N").says("he → Azimov").press("i")
		s.sees("Said by       Araz Azimov", "Rule", "How sure").seesAll("he · by pronoun", "→ Azimov", "→ Azeri Deputy Foreign Minister Araz Azimov", "paragraph")
		s.press("Esc e i").sees("─ Evidence ─", "In this article").press("Esc 2")
	})
	step("3 whom I pick", func() {
		s.press("s").enter("azim").sees("Azimov, Araz").press("Enter").sees("AA▌", "“5").finds(1, `speaker:"Araz Azimov"`)
		s.press("1 Esc").finds(12, "")
	})
	step("4 a mother", func() {
		s.press("s").enter("iturbe").press("Enter").sees("SI▌").finds(4, `speaker:"Soledad Iturbe"`).press("1 g 2")
		seen := map[string]bool{}
		for range 30 {
			seen[s.m.article.Article().Title] = true
			if s.press("n"); s.m.note == "That was the last quote." {
				break
			}
		}
		if len(seen) != 4 {
			s.t.Errorf("n walks over %d articles, want 4", len(seen))
		}
		s.press("v").sees("─ Quotes ─", "Soledad Iturbe", "2026 · direct").press("g Enter").seesNot("─ Quotes ─").press("Esc").sees("─ Quotes ─")
		s.press("B").sees("by subject").press("B").seesNot("by subject").press("O").says("Nobody else carries this quote.").press("v")
		s.press("r").seesNot("who is meant")
		for range 4 {
			if strings.Contains(s.text(), "she → Iturbe") || strings.Contains(s.text(), "She → Iturbe") {
				break
			}
			s.press("K g d")
		}
		s.sees("he → Iturbe").press("r").seesNot("he → Iturbe").press("1 Esc")
	})
	step("5 entities", func() {
		s.press("1 G 3").stands(EntityPane).press("j k t Enter").finds(1, "person:").press("3 j +").finds(1, "person:").press("^o ^o").finds(12, "")
		s.press("3 g j -").finds(11, "-person:").press("^o 3 n").says("mention 1/").press("3 p").sees("All about").press("Esc Esc Esc 1")
	})
	step("6 words", func() {
		s.press("1 /").enter("ferry").says("filter: ferry").press("Enter").finds(4, "ferry").press("2 /").enter("ferry").press("Enter").says("/ferry 1/").press("Esc 1 Esc")
		s.press("F").enter("speaker:iturbe -text:engineer").press("Enter").finds(1, "-text:engineer").press("1 Esc").finds(12, "")
	})
	step("7 where it is wrong", func() {
		s.press("1 G 2 n c").sees("Who said it?", "not a quote").enter("azimov").press("Enter").says("Araz Azimov said").press("n").press("N").says("corrected by you").press("U").says("Undone")
		s.press("c").enter("not a quote").press("Enter").says("is not a quote", "U undoes it").press("U").says("Undone")
		s.press("1 k j 2 g c").says("Enter takes").press("Esc")
		s.press("e t a").sees("Same as").press("Esc A").press("Esc 3 x").says("is no longer an entity").press("U").says("Undone")
		s.press("1 /").enter("ferry").press("Enter").finds(4, "ferry").press("^o").finds(12, "")
	})
	step("8 what I read", func() {
		s.press("1 g").sees("•").press("m").says("marked as").press("* .").says("").press("1 *").says("starred")
	})
	step("9 sources, searches, order", func() {
		s.press("1 w").sees("Sources ─", "unread").press("↓ Tab").sees("1 taken").press("Enter").finds(1, "source:").press("f").enter("mine").press("Enter").says("saved").press("1 Esc f").sees("mine").press("Enter").finds(1, "source:")
		s.press("S ↓ Enter").finds(1, "sort:date").press("1 Esc")
	})
	step("10 taking out", func() {
		s.press("1 G 2 n y").says("Copied")
		if !strings.Contains(s.clipboard, "Two Shields or One") {
			s.t.Errorf("copied is %q", s.clipboard)
		}
		s.press("C").enter("check this").press("Enter").says("A note written").press("E").sees("Write 17 quotes").press("Enter").says("Wrote 17 quotes to quotes.md.")
		s.press("|").enter("true").press("Enter").says("Handed 17 quotes to true.")
	})
	step("11 the next time", func() {
		s.press("L").says("From the next time on")
	})
	step("12 links", func() {
		s.press("1 G 2 G ;")
		if s.m.hinting() {
			s.press("Esc")
		} else {
			s.says("There is no link on the screen.")
		}
		s.press("Y")
		if s.status() == "" {
			s.t.Error("Y says nothing")
		}
	})
	step("13 zoom, help, commands, problems, and out", func() {
		s.press("2 z").sees("Articles › Article › Entities").press("z ?").sees("Keys ·").press("Esc :").enter("errors").press("Enter").sees("Everything could be read.").press("Esc !").sees("Everything could be read.").press("Esc")
		s.press(":").enter("quit").press("Enter")
		if !s.quit {
			s.t.Error("it does not quit")
		}
	})
	again := visitor(t, h, log, at[0], at[1])
	again.sees("Two Shields or One", "✎").press("f").sees("mine").press("Esc 1 F").enter("is:starred OR is:noted").press("Enter").finds(3, "is:")
}

// finds asserts how many articles the query keeps, and what stands in it.
func (s *screen) finds(n int, query string) *screen {
	s.t.Helper()
	if got := s.m.filter.found.Len(); got != n || !strings.Contains(s.m.filter.text, query) || query == "" && s.m.filter.text != "" {
		s.t.Errorf("%d articles are kept by %q, want %d by %q", got, s.m.filter.text, n, query)
	}
	return s
}

// seesAll asserts words that a popup has, on whatever page of it.
func (s *screen) seesAll(words ...string) *screen {
	s.t.Helper()
	var all strings.Builder
	for range 10 {
		all.WriteString(s.text())
		s.press("Space")
	}
	for _, w := range words {
		if !strings.Contains(all.String(), w) {
			s.t.Errorf("%q is on no page of it:\n%s", w, s.text())
		}
	}
	return s
}
