package ui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"reader/model"
)

// Picking speakers, and how they are told apart.

func TestIPickWhatNobodyCanBeToldToHaveSaid(t *testing.T) {
	s := open(t, 140, 40).press("s").enter("unkn").sees("▌  Unknown", "1 quote · 1 article · nobody can be told").press("Enter")
	s.says("speaker:? 1/1", "1 of 6 articles").reads(warns).on("“Somebody will have to explain this,”").sees("??▌", "“1")
	s.press("v").sees("1/1", "??▌ Unknown", "Somebody will have to explain").press("Esc 1 Esc").says("6 articles")
	open(t, 140, 40).press("s End").sees("▌  Unknown").press("↑").sees("▌  Orven Water Union")
}

func TestWhereNobodyIsQuotedThereIsNobodyToPick(t *testing.T) {
	openWith(t, Options{}, 140, 40, results(newsroom(t)[0])).press("s").says("Nobody is quoted in these articles.", "1 article").seesNot("Speakers ─").press("n").says("Nobody is quoted in the articles listed.").press("N").says("Nobody is quoted")
	openWith(t, Options{}, 140, 40, results(guess(t))).press("s").sees("Speakers ─")
	nobody := write("a.md", "A crowd", "Gazette", "2026-04-01", "“It leaks,” somebody shouted.").says("", "“It leaks,”", "", "", 0).done(t)
	openWith(t, Options{}, 140, 40, results(nobody)).press("s").sees("▌  Unknown", "1 quote · 1 article")
}

func TestIBringInThoseWhoAreLikelyToSpeak(t *testing.T) {
	s := openWith(t, Options{}, 140, 40, results(append(newsroom(t), guess(t))...)).press("s").enter("or, c").seesNot("Or, Cem")
	s.sees("Nobody who speaks is called that. ^t brings in likely ones.")
	s.press("^t").sees("▌  Or, Cem ?", "1 quote ? · 1 article", "^t sure ones only").press("Enter").says("speaker:?or 1/1", "1 of 7 articles").on("he had seen it").sees("CO?", "“1")
	s.press("s").sees("▌  Or, Cem ?").press("^t").seesNot("Or, Cem").press("Esc").says("speaker:?or")
	s = open(t, 140, 40).press("s").sees("^t likely ones, too").press("^t").sees("Osk, Ben", "2 quotes and 1 ? · 2 articles").enter("osk").press("Enter").says("speaker:?osk", "2 of 6 articles", "1/3")
	s.press("n n").says("3/3").press("n").says("last quote").press("v").sees("Ben Osk ?, engineer", "BO?", "BO▌")
	s.press("Esc F").sees("speaker:?")
	open(t, 140, 40).press("^t").sees("2 quotes and 1 ? · 2 articles", "^t sure ones only")
}

func TestTheQueryCompletesThoseWhoAreLikelyToSpeak(t *testing.T) {
	s := openWith(t, Options{}, 140, 40, results(append(newsroom(t), guess(t))...)).press("F").enter("speaker:or").seesNot(`"Cem Or"`)
	s.press("^u").enter("speaker:?o").sees(`"Ben Osk"`, "2 quotes and 1 ?", `"Cem Or"`, "1 quote ?").press("↓ ↓").press("Tab").sees(`> speaker:?"Cem Or"`)
	s.press("Enter").says("speaker:?or 1/1", "1 of 7 articles")
}

// A question mark is in some names, and is typed like any other letter.
func TestITypeAQuestionMarkInAName(t *testing.T) {
	a := write("a.md", "Names", "Gazette", "2026-04-01", "Why Not? said it rained.\n\nWhyte said it snowed.").
		names(model.Organization, "Why Not?", "").names(model.Person, "Whyte", "").
		says("Why Not?", "it rained", "Why Not?", "said", 0.99).says("Whyte", "it snowed", "Whyte", "said", 0.99).done(t)
	openWith(t, Options{}, 140, 40, results(a)).press("s").enter("t?").sees("> t?", "▌  Why Not?").seesNot("▌  Whyte", "1 quote · 1 article\n").press("Enter").on("it rained")
}

func TestIBindAnotherKeyToTheLikelySpeakers(t *testing.T) {
	chosen(t, "[keys]\npick-likely = [\"F5\"]\n").press("s").sees("F5 likely ones, too").seesNot("^t").send(tea.KeyPressMsg{Code: tea.KeyF5}).sees("2 quotes and 1 ?", "F5 sure ones only")
}

// guess returns an article in which it is not sure that somebody speaks.
func guess(t *testing.T) *model.Article {
	t.Helper()
	return write("guess.md", "A guess", "Gazette", "2026-04-01", "It may be that Cem Or said he had seen it.").
		names(model.Person, "Cem Or", "").says("Cem Or", "he had seen it", "Cem Or", "said", 0.5).done(t)
}

func TestWhereThereIsNoRoomForTheListThePickerTellsHowManyItWouldKeep(t *testing.T) {
	open(t, 40, 10).press("s").says("Speakers · Esc goes back", "3 of 6").press("↓").says("2 of 6").press("Tab ↑ ↑ Tab").says("Speakers · 2 taken", "4 of 6")
}

func TestWhomITookStaysTakenWhenLikelyOnesComeIn(t *testing.T) {
	open(t, 140, 40).press("s ↓ Tab").sees("✓ Osk, Ben").press("^t").sees("1 taken", "✓ Osk, Ben", "and 1 ?").press("Enter").says("speaker:?osk")
}

func TestSurnamesKeepWhatBelongsToThem(t *testing.T) {
	a := write("a.md", "Names", "Gazette", "2026-04-01", "Tamsin van der Roest said it rained.\n\nCaoimhe Ní Fhaoláin said it snowed.").
		names(model.Person, "Tamsin van der Roest", "").names(model.Person, "Caoimhe Ní Fhaoláin", "").
		says("Tamsin van der Roest", "it rained", "Tamsin van der Roest", "said", 0.99).says("Caoimhe Ní Fhaoláin", "it snowed", "Caoimhe Ní Fhaoláin", "said", 0.99).done(t)
	s := openWith(t, Options{}, 140, 40, results(a)).press("s").sees("van der Roest, Tamsin", "Ní Fhaoláin, Caoimhe")
	s.enter("fhaolain").sees("▌  Ní Fhaoláin, Caoimhe").press("Enter").on("it snowed")
}

// crowd returns an article in which eight people speak whose initials are the same.
func crowd(t *testing.T) *screen {
	t.Helper()
	names := []string{"Ada Harl", "Ann Hope", "Abe Hill", "Alf Hunt", "Amy Hyde", "Art Huff", "Ava Heim", "Asa Hook"}
	text := make([]string, 0, len(names))
	for i, name := range names {
		text = append(text, fmt.Sprintf("%s said gate %d was shut.", name, i))
	}
	d := write("crowd.md", "A crowd", "Gazette", "2026-04-01", strings.Join(text, "\n\n"))
	for i, name := range names {
		d = d.names(model.Person, name, "").says(name, fmt.Sprintf("gate %d was shut", i), name, "said", 0.99)
	}
	return openWith(t, Options{}, 140, 40, results(d.done(t), write("other.md", "Another", "Gazette", "2026-03-01", "Asa Hook said it was late.").
		names(model.Person, "Asa Hook", "").says("Asa Hook", "it was late", "Asa Hook", "said", 0.99).done(t)))
}

func TestInitialsThatClashAreToldApart(t *testing.T) {
	s := crowd(t).sees("AH  Ada Harl", "Ho  Ann Hope", "Hi  Abe Hill", "Hu  Alf Hunt")
	if n := strings.Count(s.text(), "AH  "); n != 1 {
		t.Errorf("AH stands for %d people", n)
	}
	// Whoever is chosen has the same in every article.
	s.press("s").enter("hook").press("Enter").sees("AH▌ Asa Hook", "Ha  Ada Harl").press("J").sees("AH▌ Asa Hook said it was late")
}

func TestMoreThanSixChosenSpeakersHaveInitialsOnly(t *testing.T) {
	s := crowd(t).press("s Tab Tab Tab Tab Tab Tab Tab Tab").sees("8 taken").press("Enter").says("1/9")
	text := s.text()
	if got := strings.Count(text, "▌ "); got < 6 {
		t.Fatalf("%d bars:\n%s", got, text)
	}
	bars := 0
	for l := range strings.Lines(text) {
		if strings.Contains(l, "said gate") && strings.Contains(l, "▌") {
			bars++
		}
	}
	if bars != 6 {
		t.Errorf("%d speakers wear a colour, want 6:\n%s", bars, text)
	}
	s.press("v").sees("1/9")
}
