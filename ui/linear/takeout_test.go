package linear

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reader/ui/clip/cliptest"
)

// typedBy gives lines to a reader of the built-in library that copies to the file at path, and returns what it says.
func typedBy(t *testing.T, path string, script bool, lines string) string {
	t.Helper()
	r, out := (&desk{t: t, home: t.TempDir()}).session(script)
	if path != "" {
		r.o.Clipboard = []string{os.Args[0], "-test.run=^" + t.Name() + "$", path}
	}
	if err := r.Run(t.Context(), strings.NewReader(lines)); err != nil {
		t.Fatal(err)
	}
	readable(t, out.String())
	return out.String()
}

func TestICopyTheQuoteThatIHeardWithItsSource(t *testing.T) {
	if cliptest.IsProgram(t) {
		return
	}
	path := filepath.Join(t.TempDir(), "clipboard")
	got := typedBy(t, path, false, "speaker azimov\n1\ncopy\n")
	const cited = "Araz Azimov, Azeri Deputy Foreign Minister. Two Shields or One"
	if text, err := os.ReadFile(path); err != nil || !strings.Contains(string(text), cited) || !strings.Contains(got, "Copied:\nHis government") {
		t.Errorf("copied is %q (%v), and it says\n%s", text, err, got)
	}
	got = typedBy(t, t.TempDir(), false, "speaker azimov\n1\ncopy\n")
	if !strings.Contains(got, "Nothing is copied: ") || !strings.Contains(got, "no ␛room") {
		t.Errorf("it does not say why nothing is copied:\n%s", got)
	}
	if got = typedBy(t, "", true, "speaker azimov\n1\ncopy\n"); !strings.HasSuffix(got, " 9 June 2011.\n") || strings.Contains(got, "No program") {
		t.Errorf("a script gets\n%s", got)
	}
}

func TestITakeSeveralQuotesToOneFile(t *testing.T) {
	if cliptest.IsProgram(t) {
		return
	}
	t.Chdir(t.TempDir())
	got := typedBy(t, "", false, "speaker azimov\nquotes\ntake 1 3\nclear\nnext\ntake\ntaken\ndrop 2\ntaken\nwrite some.md\ntaken\n"+
		"take\npipe cat\npipe\npipe a > b\npipe no-such-program\nwrite articles all.csv\nwrite here here.csv\nquotes\ntake 9999\ntake x\nlist\ntake 1\ndrop all\ndrop\n")
	for _, says := range []string{
		"2 quotes taken; copy, write and pipe take them out.", "3 quotes taken:\n1. Quote by Araz Azimov", "Wrote 2 quotes to some.md.", "No quote is taken; take takes one.",
		"> — ", "Handed 1 quote to cat, which has ended.", "Name a program", "There is no shell here", "no-such-program", "Wrote 12 articles to all.csv.",
		"There is no number 9999: the list goes from 1 to", "“x” is no number of a quote.", "not one of quotes", "No quote is taken.", "This quote is not taken",
	} {
		if !strings.Contains(got, says) {
			t.Errorf("it does not say %q:\n%s", says, got)
		}
	}
	if text, err := os.ReadFile("some.md"); err != nil || strings.Count(string(text), "> — ") != 2 {
		t.Errorf("the file has\n%s\n(%v)", text, err)
	}
	if text, err := os.ReadFile("all.csv"); err != nil || strings.Count(string(text), "\n") != 13 {
		t.Errorf("the file has\n%s\n(%v)", text, err)
	}
}
