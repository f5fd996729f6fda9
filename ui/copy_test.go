package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reader/ui/clip"
	"reader/ui/clip/cliptest"
)

// What I copy goes to the clipboard: that of the terminal, and by a program where there is one.

// copies asserts what the terminal was given for its clipboard.
func (s *screen) copies(want string) *screen {
	s.t.Helper()
	if s.clipboard != want {
		s.t.Errorf("the clipboard has %q, want %q", s.clipboard, want)
	}
	return s
}

func TestICopyAQuoteWithItsSource(t *testing.T) {
	s := open(t, 140, 40).press("j j n n").on("“Concrete breathes,”").press("y")
	const want = "“Concrete breathes,” — Ada Harl, Energy Minister, to reporters. “Hairlines,” says the minister, and asks for patience, The Orven Post, 11 March 2026."
	s.copies(want).says("Copied by OSC 52, if the terminal takes it: “Concrete breathes,” — Ada Harl, Energy Minister")
}

func TestICopyTheFirstQuoteOnTheScreenWhereIStandOnNone(t *testing.T) {
	s := open(t, 140, 40).press("j j j").reads(warns).press("y").on("“I have counted eleven,”")
	s.copies("“I have counted eleven,” — Ben Osk, engineer, to the Herald. Engineer warns of cracks, Tallmar Herald, 9 March 2026.")
	open(t, 140, 40).press("j y").reads(barrage).says("No quote is on the screen.").copies("")
}

func TestWhatICopySaysHowSureItIs(t *testing.T) {
	s := open(t, 140, 40).press("j j j n n y")
	s.copies("the ministry had his report since autumn — probably Ben Osk, engineer. Engineer warns of cracks, Tallmar Herald, 9 March 2026.")
	s.press("n y").copies("“Somebody will have to explain this,” — unattributed. Engineer warns of cracks, Tallmar Herald, 9 March 2026.")
}

func TestAmongQuotesAloneICopyTheOneUnderTheCursor(t *testing.T) {
	open(t, 140, 40).press("s").enter("osk").press("Enter v k y").
		copies("he knew no such thing — Ben Osk. “Hairlines,” says the minister, and asks for patience, The Orven Post, 11 March 2026.")
}

func TestICopyTheAddress(t *testing.T) {
	openWith(t, Options{}, 140, 40, results(linked(t, "https://gazette.example/a?b=“c”"))).press("Y").
		copies("https://gazette.example/a?b=%E2%80%9Cc%E2%80%9D").says("Copied")
	openWith(t, Options{}, 140, 40, results(linked(t, "javascript:alert(1)"))).press("Y").says("The article tells no address.").copies("")
	openWith(t, Options{}, 140, 40, nil).press("Y").says("There is no article here.").press("y").says("No quote is on the screen.")
}

// copier returns a program that copies to the file at path: a process of this test, see cliptest.IsProgram.
func copier(t *testing.T, path string) clip.Tool {
	t.Helper()
	return clip.Tool{os.Args[0], "-test.run=^" + t.Name() + "$", path}
}

func TestAProgramCopiesToo(t *testing.T) {
	if cliptest.IsProgram(t) {
		return
	}
	path := filepath.Join(t.TempDir(), "clipboard")
	s := openWith(t, Options{Clipboard: copier(t, path)}, 140, 40, results(newsroom(t)...)).press("j j n n y").says("Copied with ui.test and by OSC 52: “Concrete breathes,”")
	if got, err := os.ReadFile(path); err != nil || string(got) != s.clipboard || s.clipboard == "" {
		t.Errorf("the program got %q, the terminal %q (%v)", got, s.clipboard, err)
	}
}

func TestAProgramThatCannotCopySaysSo(t *testing.T) {
	if cliptest.IsProgram(t) {
		return
	}
	s := openWith(t, Options{Clipboard: copier(t, t.TempDir())}, 200, 40, results(newsroom(t)...)).press("j j n n y")
	s.says("if the terminal takes it; ui.test failed: no ␛room").press("y k").says("1 problem (!)")
}

func TestTooMuchForTheTerminalIsNotSentThere(t *testing.T) {
	if cliptest.IsProgram(t) {
		return
	}
	words := strings.Repeat("and we will go on ", 5000)
	a := write("long.md", "A long one", "Gazette", "2026-03-20", "“"+words+"”").says("", "“"+words+"”", "", "", 0).done(t)
	openWith(t, Options{}, 140, 40, results(a)).press("n y").says("Not copied: 91 KB is more than the 75 KB that terminals take", "E writes a file").copies("")
	path := filepath.Join(t.TempDir(), "clipboard")
	openWith(t, Options{Clipboard: copier(t, path)}, 140, 40, results(a)).press("n y").says("Copied with ui.test, as 91 KB is too much for terminals").copies("")
	if got, err := os.ReadFile(path); err != nil || len(got) < 90_000 {
		t.Errorf("the program got %d bytes (%v)", len(got), err)
	}
}
