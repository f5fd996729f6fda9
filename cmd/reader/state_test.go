package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reader/model"
	"reader/model/correct"
	"reader/model/state"
)

// readSome keeps something of everything, as the screen does.
func readSome(t *testing.T) {
	t.Helper()
	kept, err := openState()
	if err != nil {
		t.Fatal(err)
	}
	for _, do := range []func() error{
		func() error { _, err := kept.Mark([]string{"a", "b"}, true); return err },
		func() error { _, err := kept.Mark([]string{"b"}, false); return err },
		func() error { _, err := kept.Star([]string{"b"}, true); return err },
		func() error { return kept.Leave("a", 3) },
		func() error { return kept.Save("osk", "speaker:osk") },
		func() error { _, err := kept.Write(state.Note{Article: "a", Text: "Call her.\nTomorrow."}); return err },
	} {
		if err := do(); err != nil {
			t.Fatal(err)
		}
	}
}

// All that is kept goes out, corrections included, and comes back on another machine, once.
func TestStateGoesToAnotherMachine(t *testing.T) {
	newsstand(t)
	freshState(t)
	readSome(t)
	corrected(t, "radar.md", func(a *model.Article) []correct.Correction {
		return []correct.Correction{
			{Op: correct.Speaker, Anchor: words(t, a, old), Is: who("Ida Quist")},
			{Op: correct.NotQuote, Anchor: words(t, a, "“It costs too much.”")},
		}
	})
	if log, err := openLog(); err != nil {
		t.Fatal(err)
	} else if _, _, err := log.Undo(); err != nil {
		t.Fatal(err)
	}
	out := runWith(t, "", "state", "export")
	ops := make([]string, 0, 9)
	for line := range strings.Lines(out.stdout) {
		var n struct{ Op, Undo string }
		if err := json.Unmarshal([]byte(line), &n); err != nil {
			t.Fatal(err)
		}
		if n.Undo != "" {
			n.Op = "undo"
		}
		ops = append(ops, n.Op)
	}
	if want := []string{"read", "unread", "star", "at", "search", "note", "speaker", "not a quote", "undo"}; !slices.Equal(ops, want) || out.code != 0 || out.stderr != "" {
		t.Errorf("exported are %q, want %q: %+v", ops, want, out)
	}

	path := freshState(t)
	for _, want := range []string{"-: 8 new, 0 known\n", "-: 0 new, 8 known\n"} {
		if got := runWith(t, out.stdout, "state", "import", "-"); got.stdout != want || got.code != 0 || got.stderr != "" {
			t.Errorf("%+v, want %s", got, want)
		}
	}
	kept, err := openState()
	if err != nil {
		t.Fatal(err)
	}
	if !kept.Read("a") || kept.Read("b") || !kept.Starred("b") || kept.Place("a") != 3 || len(kept.Searches()) != 1 || kept.Notes("a")[0].Text != "Call her.\nTomorrow." {
		t.Error("not all came back")
	}
	if got := runWith(t, "", "quotes", "radar.md", "--format", "csv").stdout; !strings.Contains(got, "Ida Quist") || !strings.Contains(got, "too much") {
		t.Errorf("the corrections did not come back, or what is undone did:\n%s", got)
	}
	if again := runWith(t, "", "state", "export"); again.stdout != out.stdout {
		t.Errorf("exported again it is\n%s\nand was\n%s", again.stdout, out.stdout)
	}
	// The two files are as good.
	freshState(t)
	if got := runWith(t, "", "state", "import", path, filepath.Join(filepath.Dir(path), "state.jsonl")); got.stdout != path+": 2 new, 0 known\n"+filepath.Join(filepath.Dir(path), "state.jsonl")+": 6 new, 0 known\n" {
		t.Errorf("%+v", got)
	}
}

// Nothing kept is nothing printed, and mistakes are told with what to do.
func TestMistakesWithState(t *testing.T) {
	newsstand(t)
	path := filepath.Join(filepath.Dir(freshState(t)), "state.jsonl")
	if out := runWith(t, "", "state", "export"); out != (outcome{}) {
		t.Errorf("with nothing kept: %+v", out)
	}
	if _, err := os.Stat(filepath.Dir(path)); err == nil {
		t.Error("a folder was made though nothing is kept")
	}
	const torn = `{"id":"1","article":"a","op":"dismiss"}` + "\n" + `{"time":"2026-01-01T00:00:00Z","op":"star","article":"a"}` + "\n{"
	if err := os.WriteFile("torn.jsonl", []byte(torn), 0o600); err != nil {
		t.Fatal(err)
	}
	told(t, "state", 2, "reader state export or import")
	told(t, "state exprot", 2, "state exprot", "export and import")
	told(t, "state export x", 2, `"x" is one`)
	told(t, "state import", 2, "reader state import FILE")
	told(t, "state import nothing.jsonl", 1, "nothing.jsonl", "no such file")
	told(t, "state import .", 1, ".: ", "could not be read")
	told(t, "state import radar.md", 1, "radar.md: line 1 was passed over", "give what reader state export printed")
	told(t, "state import torn.jsonl", 0, "torn.jsonl: line 1 was passed over", "it names no entity", "torn.jsonl: line 3 was passed over")
	if err := os.WriteFile(path, []byte("# notes\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	told(t, "state export", 0, "state.jsonl: line 1 was passed over and left as it is")
	for _, file := range []string{path, filepath.Join(filepath.Dir(path), "corrections.jsonl")} {
		_ = os.Remove(file)
		if err := os.Mkdir(file, 0o700); err != nil {
			t.Fatal(err)
		}
		told(t, "state export", 1, "could not be read")
		told(t, "state import torn.jsonl", 1, "could not be read")
		if err := os.Remove(file); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.RemoveAll(filepath.Dir(path)); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Dir(path), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	told(t, "state import torn.jsonl", 1, "not a directory")
}
