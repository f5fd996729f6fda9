package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"reader/model"
	"reader/model/library"
	"reader/model/source"
)

// Letters for links, and copies of addresses.

// withLinks returns what is read from an article of Markdown.
func withLinks(tb testing.TB, markdown string) []library.Reading {
	tb.Helper()
	articles, err := source.Read("links.md", []byte("---\ntitle: Links\nurl: https://gazette.example/links\nlanguage: en\n---\n"+markdown))
	if err != nil {
		tb.Fatal(err)
	}
	return results(articles...)
}

const twoLinks = "The [report](https://report.example/a) is out, as [bank.example](https://evil.example/login) says.\n"

func TestIFollowALinkByItsLetter(t *testing.T) {
	var b surfer
	s := openWith(t, Options{Open: b.open}, 140, 40, withLinks(t, twoLinks)).press(";")
	s.says("Letters open, capitals copy · Esc").sees("The aeport is out, as sank.example (evil.example) says.")
	s.press("s").sees("Open in the browser", "This leads to evil.example:", "https://evil.example/login").seesNot("sank.example").press("Esc")
	if len(b.opened) > 0 {
		t.Fatalf("it opened %q, and did not ask", b.opened)
	}
	s.press("; a").sees("This leads to report.example:").press("↓ Enter").says("Opened: https://report.example/a")
	s.press("; a").says("Opened: https://report.example/a") // and does not ask again for the host
	if want := []string{"https://report.example/a", "https://report.example/a"}; !slices.Equal(b.opened, want) {
		t.Errorf("it opened %q, want %q", b.opened, want)
	}
}

func TestILeaveTheLettersOfLinks(t *testing.T) {
	s := openWith(t, Options{Open: new(surfer).open}, 140, 40, withLinks(t, twoLinks))
	for _, leave := range []string{"Esc", ";"} {
		s.press("; " + leave).sees("The report is out").seesNot("Letters open")
	}
	s.press("; q").says("No link has these letters.").sees("The aeport").press("?").sees("Keys ·").press("Esc").sees("The aeport")
	s.send(tea.MouseClickMsg{X: 60, Y: 20, Button: tea.MouseLeft}).sees("The report is out")
	if s.quit {
		t.Error("it quit")
	}
}

func TestICopyAddresses(t *testing.T) {
	s := openWith(t, Options{Open: new(surfer).open}, 140, 40, withLinks(t, twoLinks))
	s.press("Y").says("Copied by OSC 52, if the terminal takes it: https://gazette.example/links").copied("https://gazette.example/links")
	s.press("; S").says("Copied by OSC 52, if the terminal takes it: https://evil.example/login").copied("https://evil.example/login").seesNot("Open in the browser")
	s.press("; Y").says("Letters copy the address").press("a").copied("https://report.example/a")
	s.press("; Y Y a").sees("Open in the browser").press("Esc ; a").sees("Open in the browser").press("Esc")
	openWith(t, Options{}, 140, 40, results(linked(t, ""))).press("Y").says("The article tells no address.").copied("")
	openWith(t, Options{}, 140, 40, nil).press("Y").says("There is no article here.").press(";").says("There is no link on the screen.")
}

// copied asserts what was copied last.
func (s *screen) copied(want string) *screen {
	s.t.Helper()
	if s.clipboard != want {
		s.t.Errorf("copied is %q, want %q", s.clipboard, want)
	}
	return s
}

func TestManyLinksHaveFewLetters(t *testing.T) {
	var md strings.Builder
	for i := range 30 {
		fmt.Fprintf(&md, "- [place number %d](https://a.example/%d)\n", i, i)
	}
	var b surfer
	s := openWith(t, Options{Open: b.open}, 140, 40, withLinks(t, md.String())).press("2 ;")
	s.sees("• flace number 0", "• glace number 1", "• aaace number 6", "• dsace number 25").press("d").says("d … · Letters open")
	s.sees("• alace number 24", "• place number 23").press("Backspace").sees("• flace number 0").press("d x").says("No link has these letters.").press("s")
	s.sees("This leads to a.example:", "https://a.example/25")
}

func TestOnlyLinksOnTheScreenHaveLetters(t *testing.T) {
	md := twoLinks + strings.Repeat("\nA paragraph goes by that leads nowhere.\n", 30) + "\n[The end](https://end.example/).\n"
	s := openWith(t, Options{Open: new(surfer).open}, 140, 20, withLinks(t, md)).press("2 d d ;").says("There is no link on the screen.")
	s.press("G ;").sees("ahe end.", "Source: sttps://gazette.example/links").press("a").sees("This leads to end.example:").press("Esc")
	s.press("v ;").says("Links have letters where an article is on the screen.")
	for _, size := range sizes() {
		s := openWith(t, Options{Open: new(surfer).open}, size[0], size[1], withLinks(t, twoLinks)).press("2 ;").sees("The aeport").says("Letters open")
		s.press("a").sees("report.example").press("Esc 1 ;")
	}
	openWith(t, Options{}, 40, 10, withLinks(t, twoLinks)).press("1 ;").says("Links have letters where an art")
}

func TestALinkOverSeveralLinesIsOne(t *testing.T) {
	long := strings.Repeat("much to read in ", 12)
	s := openWith(t, Options{Open: new(surfer).open}, 80, 24, withLinks(t, "["+long+"](https://a.example/) and [b](https://b.example/).")).press("2 ;")
	s.press("s").sees("This leads to b.example:")
}

// Whatever stands beside one another, letters lie over the line and no further.
func TestLettersOfLinksSideBySide(t *testing.T) {
	var md strings.Builder
	for i := range 120 {
		fmt.Fprintf(&md, "[%d](https://a.example/%d)", i%10, i)
	}
	for w := 20; w < 60; w += 7 {
		openWith(t, Options{Open: new(surfer).open}, w, 12, withLinks(t, md.String())).press("2 ; d Backspace a")
	}
}

func TestAForeignArticleSaysThatItIsNotAnalysed(t *testing.T) {
	s := open(t, 140, 40).press("j").reads(barrage).sees("─ not analysed: language fr ─", "language fr: shown and filed, not analysed").press("k").seesNot("not analysed")
	for _, size := range sizes() {
		open(t, size[0], size[1]).press("j Enter").reads(barrage).sees("language fr: shown and filed")
	}
	s.press("/").enter("courrier").press("Enter").seesNot("not analysed: language en").says("0 of 6").press("Esc")
	if a := s.m.article.Article(); a == nil || !model.IsEnglish(a.Language) {
		t.Error("the English one is not shown any more")
	}
}
