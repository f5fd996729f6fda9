package main

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reader/seeds"
)

// isProgram reports whether this is the process of a program that what is shown is handed to. It asks on the terminal, as a pager does, in
// which folder to write that, to the file it is told.
func isProgram(t *testing.T) bool {
	t.Helper()
	if flag.NArg() == 0 {
		return false
	}
	text, unread := io.ReadAll(os.Stdin)
	tty, closed := os.OpenFile("/dev/tty", os.O_RDWR, 0)
	if err := errors.Join(unread, closed); err != nil {
		t.Fatal(err)
	}
	_, _ = tty.WriteString("which folder? ")
	folder, unread := bufio.NewReader(tty).ReadString('\n')
	if err := errors.Join(unread, os.WriteFile(filepath.Join(strings.TrimSpace(folder), flag.Arg(0)), text, 0o600)); err != nil {
		t.Fatal(err)
	}
	return true
}

// In a terminal I copy a quote, hand all quotes of an article to a program that has the terminal, and its keys, until it ends, and write them to a file: both have
// what the command line prints.
func TestTakingWordsOutInATerminal(t *testing.T) {
	if isProgram(t) {
		return
	}
	if _, err := binary(); err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	t.Setenv("PATH", folder) // so that nothing gets to the clipboard of whoever runs the tests
	article, err := seeds.Articles.ReadFile(seeds.First)
	if err != nil {
		t.Fatal(err)
	}
	want := runWith(t, string(article), "quotes", "-", "--format", "md").stdout

	term := startTerminal(t, 140, 40)
	term.press("", "Two Shields or One")
	term.press("ny", "Copied by OSC 52, if the terminal takes it")
	program, handed, written := os.Args[0], filepath.Join(folder, "it is handed.md"), filepath.Join(folder, "written.md")
	term.press("|", "Hand 17 quotes to a program")
	term.press(fmt.Sprintf("'%s' -test.run=^%s$ '%s'\r", program, t.Name(), filepath.Base(handed)), "which folder? ")
	term.press("\x03", "has ended. Enter goes back to the reader.") // is for that program alone
	term.press("\r", "signal: interrupt")
	term.press("P\r", "which folder? ")
	term.press(folder+"\r", "has ended. Enter goes back to the reader.")
	term.press("\r", "Handed 17 quotes to "+filepath.Base(program))
	term.press("E", "Write 17 quotes to a file")
	term.press("\x15"+written+"\r", "Wrote 17 quotes to")
	for _, path := range []string{handed, written} {
		if got, err := os.ReadFile(path); err != nil || string(got) != want {
			t.Errorf("%s has\n%s\nwant\n%s\n(%v)", path, got, want, err)
		}
	}
	out := term.quit("\x03")
	_, copied, _ := bytes.Cut(out, []byte("\x1b]52;c;"))
	copied, _, _ = bytes.Cut(copied, []byte("\a"))
	if text, err := base64.StdEncoding.DecodeString(string(copied)); err != nil || !bytes.Contains(text, []byte(" — probably Anders Fogh Rasmussen, ")) {
		t.Errorf("the terminal got %q for its clipboard (%v)", text, err)
	}
}
