package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// Finding articles, words and names.

func TestIFilterTheListWithPlainWords(t *testing.T) {
	s := open(t, 140, 40).press("/").enter("bak").sees("filter: bak", "1/1").press("Enter").reads(bakery)
	s.says("bak", "1 of 6 articles").press("Esc").says("6 articles")
	s.press("/").enter("turbine").sees("1/1").press("Esc").says("6 articles").sees("/6")
}

func TestIFindWordsInTheArticle(t *testing.T) {
	s := open(t, 140, 40).press("2 /").enter("paragraph 3").says("/paragraph 3", "1/10").press("Enter").says("/paragraph 3 1/10").sees("Paragraph 3 of")
	s.press("n n n").says("4/10").press("N").says("3/10").press("Esc").says("s speaker").reads(minutes)
	s.press("/").enter("zebra").says("zebra").press("Enter").says("not in this article")
}

func TestFindingFoldsCaseAndAccents(t *testing.T) {
	open(t, 140, 40).press("j 2 /").enter("REUNION").press("Enter").says("1/1")
}

func TestINarrowTheEntities(t *testing.T) {
	s := open(t, 140, 40).press("j j 3 /").enter("OSK").lists("Ben Osk … “1").seesNot("Ada Harl, ")
	s.press("Enter Esc").lists("Ada Harl … “3")
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
	s.sees("              ^", `There is no field "plaec"; did you mean place?`)
	s.press("Enter").sees("Query") // it stays open
	s.press("^w").enter("place:ostrel").press("Enter").seesNot("Query").says("1 of 6 articles").reads(warns)
	s.press("F Esc").says("1 of 6 articles")
}

func TestTheQueryIsCompleted(t *testing.T) {
	s := open(t, 140, 40).press("F").sees("speaker:", "who says it").enter("spe").press("Tab").sees("> speaker:", `"Ada Harl"`, "quotes")
	s.enter("os").sees(`speaker:os`, `"Ben Osk"`).press("Tab").sees(`> speaker:"Ben Osk"`).says("2 of 6 articles")
	s.enter("kind:").press("↓ Tab").sees(`speaker:"Ben Osk" kind:mixed`).press("Enter").seesNot("Query")
}

// The last good result stays while a regular expression is being typed.
func TestARegularExpressionThatIsBeingTyped(t *testing.T) {
	s := open(t, 140, 40).press("F").enter("text:/turb(ine").says("6 articles").sees("text:/turb(ine", "        ^", "has no / at its end")
	s.enter("s)/").says("1 of 6 articles").press("Enter").reads(opens)
}

func TestNothingMatchesAndTheWayOut(t *testing.T) {
	s := open(t, 140, 40).press("F").enter("org:water place:ostrel").press("Enter")
	s.sees("Nothing matches", "1 article without org:water", "1 article without place:ostrel", "Esc clears").says("0 of 6 articles")
	s.press("1 Esc").says("6 articles").sees("1/6")
}

// Where I end up is where I was, or at the first, and not at what was listed while I typed.
func TestIStayWhereIWasWhileITypeAFilter(t *testing.T) {
	for _, keys := range []string{"1 /", "F", "s", "w"} {
		s := open(t, 140, 40).press("j j").reads(answers).press(keys)
		for _, typed := range []string{"zzzz", "o", "os"} {
			s.press("^u").enter(typed)
		}
		s.press("^u").reads(answers)
	}
	s := open(t, 140, 40).press("G").reads(bakery).press("s").enter("osk").press("^u").enter("harl").press("Enter").reads(minutes)
	s.press("1 Esc G").reads(bakery).press("/").enter("street").reads(bakery).press("^u").enter("dam").reads(minutes)
}

// Who pastes a page into the filter finds nothing, and is told so without a search for each of its words.
func TestIPasteAPageIntoTheFilter(t *testing.T) {
	s := open(t, 140, 60).press("1 /").enter("xyzzy").press("Enter")
	s.press("/").send(tea.PasteMsg{Content: " harl"})
	s.sees("Nothing matches", "3 articles without xyzzy")
	s.send(tea.PasteMsg{Content: strings.Repeat(" harl", 100_000)})
	s.sees("Nothing matches").seesNot("without").press("Esc").press("1 Esc").says("6 articles")
}

// Wherever text is typed, it is told how much of it there was no room for, until the next key.
func TestIAmToldWhatOfALongPasteIsLeftOut(t *testing.T) {
	for _, keys := range []string{"1 /", "2 /", "e /", "F", "s", "w", ":", "? /", "E", "|", "S"} {
		for _, at := range []size{{140, 40}, {80, 24}, {50, 10}} {
			s := open(t, at[0], at[1]).press(keys)
			s.send(tea.PasteMsg{Content: strings.Repeat("a", 100)}).seesNot("left out")
			s.send(tea.PasteMsg{Content: strings.Repeat("x", 20_000)}).says("characters left out")
			if at[0] == 140 {
				s.says(" characters left out: a line holds 16,384.")
			}
			s.press("y").says("1 character left out").press("Backspace").seesNot("left out").press("z").seesNot("left out")
		}
	}
	open(t, 140, 40).press("F").send(tea.PasteMsg{Content: strings.Repeat("x", 20_000)}).says("3,616 characters left out: a line holds 16,384.")
	open(t, 140, 40).press("F").send(tea.PasteMsg{Content: strings.Repeat("x", 16_384)}).seesNot("left out")
}

func TestEveryFieldOfTheQuery(t *testing.T) {
	for _, c := range []struct{ query, status, title string }{
		{"speaker:harl", "3 of 6 articles", minutes},
		{"person:osk", "3 of 6 articles", answers},
		{`org:"orven water union"`, "1 of 6 articles", opens},
		{"place:ostrel", "1 of 6 articles", warns},
		{"text:turbines", "1 of 6 articles", opens},
		{"reunion", "1 of 6 articles", barrage},
		{"speaker:harl -person:osk", "1 of 6 articles", minutes},
		{"text:bakery OR (speaker:osk place:ostrel)", "2 of 6 articles", warns},
	} {
		t.Run(c.query, func(t *testing.T) {
			open(t, 140, 40).press("F").enter(c.query).press("Enter").says(c.status).reads(c.title)
		})
	}
}
