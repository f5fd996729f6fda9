package intent

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

func TestOtherKeysTakeThePlaceOfTheBuiltInOnes(t *testing.T) {
	k, refused := New().With([]Change{
		{Name: "next-quote", Keys: []string{"]", "ctrl+n"}},
		{Name: "zoom", Keys: []string{"n"}}, // what was free now
		{Name: "copies"},
		{Selecting: true, Name: "word-on", Keys: []string{"n"}},
	})
	if len(refused) > 0 {
		t.Fatal(refused)
	}
	for key, want := range map[string]Intent{"]": NextQuote, "ctrl+n": NextQuote, "n": Zoom, "z": None, "=": None, "j": Down} {
		if got := k.For(key); got != want {
			t.Errorf("key %s means %d, want %d", key, got, want)
		}
	}
	if k.WhileSelecting("n") != Right || k.WhileSelecting("w") != None {
		t.Error("the keys while words are selected are the old ones")
	}
	if k.Key(NextQuote) != "]" || k.Key(Copies) != "" || k.Hint(Copies, "copies") != "" || k.Hint(Zoom, "zoom") != "n zoom" {
		t.Error("the hints say other keys")
	}
	if b := New(); b.For("n") != NextQuote {
		t.Error("the built-in keys were changed")
	}
}

// A key that is bound twice is refused where it came last in the file, and both actions are named. What was refused keeps its
// own keys, even if these make it clash with something else.
func TestAKeyBoundTwiceNamesBoth(t *testing.T) {
	for name, c := range map[string]struct {
		changes []Change
		refused map[int]string
		stays   map[string]Intent
	}{
		"with a built-in one": {
			[]Change{{Name: "zoom", Keys: []string{"Z", "j"}}},
			map[int]string{0: "key j is bound twice: to zoom and to down"},
			map[string]Intent{"j": Down, "z": Zoom, "Z": None},
		},
		"with one before": {
			[]Change{{Name: "down", Keys: []string{"é"}}, {Name: "zoom", Keys: []string{"é"}}},
			map[int]string{1: "key é is bound twice: to zoom and to down"},
			map[string]Intent{"é": Down, "j": None, "z": Zoom},
		},
		"and one more that reckoned with it": {
			[]Change{{Name: "zoom", Keys: []string{"j"}}, {Name: "help", Keys: []string{"z"}}},
			map[int]string{0: "to zoom and to down", 1: "to help and to zoom"},
			map[string]Intent{"j": Down, "z": Zoom, "?": Help},
		},
		"while words are selected": {
			[]Change{{Selecting: true, Name: "line-up", Keys: []string{"j"}}},
			map[int]string{0: "to line-up and to line-down"},
			nil,
		},
	} {
		t.Run(name, func(t *testing.T) {
			k, refused := New().With(c.changes)
			if len(refused) != len(c.refused) {
				t.Errorf("refused %v, want %v", refused, c.refused)
			}
			for i, want := range c.refused {
				if refused[i] == nil || !strings.Contains(refused[i].Error(), want) {
					t.Errorf("change %d: %v, want %q", i, refused[i], want)
				}
			}
			for key, want := range c.stays {
				if got := k.For(key); got != want {
					t.Errorf("key %s means %d, want %d", key, got, want)
				}
			}
		})
	}
}

func TestOneCanAlwaysLeave(t *testing.T) {
	for _, c := range []Change{{Name: "quit"}, {Name: "back"}, {Name: "open"}, {Selecting: true, Name: "select-nothing"}} {
		if _, refused := New().With([]Change{c}); refused[0] == nil || !strings.Contains(refused[0].Error(), c.Name+" must have a key") {
			t.Errorf("%s without a key: %v", c.Name, refused)
		}
	}
	k, _ := New().With([]Change{{Name: "back", Keys: []string{"x"}}, {Name: "no-entity"}, {Name: "open", Keys: []string{"o"}}, {Name: "open-in-browser"}})
	if k.Typing("esc", false) != Back || k.Typing("enter", false) != Open || k.Typing("x", true) != None || k.Typing("ctrl+c", false) != Quit {
		t.Error("one can't leave a line of text, or not type in it")
	}
}

func TestAnUnknownActionIsToldWithTheNearest(t *testing.T) {
	for name, want := range map[string]string{
		"next-qoute": "did you mean next-quote?", "speakers": "did you mean pick-speakers?", "xyzzy": "config show lists all",
		"next-quote" + strings.Repeat("e", 60): "config show lists all", // nobody misspells like that, and to compare may take minutes
	} {
		_, refused := New().With([]Change{{Name: name, Keys: []string{"é"}}})
		if refused[0] == nil || !strings.Contains(refused[0].Error(), want) {
			t.Errorf("%s: %v, want %q", name, refused[0], want)
		}
	}
}

func TestKeysAreWrittenInManyWays(t *testing.T) {
	for want, spellings := range map[string][]string{
		"n":           {"n"},
		"N":           {"N", "shift+n", "S-n", "Shift-N"},
		"ctrl+d":      {"ctrl+d", "^d", "^D", "C-d", "Ctrl+D", "Control-d", "<C-d>", "ctl+d"},
		"alt+n":       {"alt+n", "M-n", "A-n", "option+n"},
		"alt+shift+n": {"alt+N", "M-N", "alt+shift+n", "shift+alt+n"},
		"shift+tab":   {"shift+tab", "S-Tab", "backtab", "<S-Tab>"},
		"space":       {"space", "Space", " ", "SPC"},
		"ctrl+space":  {"^ ", "C-Space"},
		"pgdown":      {"pgdown", "PgDn", "PageDown", "page-down"},
		"ctrl+pgup":   {"ctrl+PageUp", "C-PgUp"},
		"esc":         {"Esc", "escape", "<Esc>"},
		"enter":       {"Enter", "return", "<CR>"},
		"down":        {"↓", "Down"},
		"f5":          {"F5", "f5"},
		"^":           {"^"},
		"-":           {"-", "minus"},
		"+":           {"+", "plus"},
		"ctrl++":      {"ctrl++", "C-+", "^+"},
		"alt+-":       {"alt+-", "M--"},
		"<":           {"<"},
		"é":           {"é"},
		"ctrl+alt+x":  {"alt+ctrl+x", "C-M-x"},
	} {
		for _, s := range spellings {
			if got, err := ParseKey(s); err != nil || got != want {
				t.Errorf("%q: %q, %v; want %q", s, got, err, want)
			}
		}
	}
}

func TestWhatNoTerminalSendsIsToldWithTheRightSpelling(t *testing.T) {
	for s, want := range map[string]string{
		"pgdwn":    `did you mean "pgdown"?`,
		"ctrk+d":   `did you mean "ctrl+d"?`,
		"ctrl+hme": `did you mean "ctrl+home"?`,
		"ctrl+i":   `write "tab"`,
		"^M":       `write "enter"`,
		"^[":       `write "esc"`,
		"shift+1":  "write that character",
		"jk":       "write one character",
		"":         "write one character",
		"f99":      "write one character",
		"\x1b":     "write one character",
		"ctrl+":    "write one character",
	} {
		if got, err := ParseKey(s); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %q, %v; want %q", s, got, err, want)
		}
	}
}

// What help and hints say can be written in the settings.
func TestEveryLabelIsASpellingOfItsKey(t *testing.T) {
	k := New()
	keys := slices.Collect(maps.Keys(k.byKey))
	keys = append(keys, slices.Collect(maps.Keys(k.bySelecting))...)
	keys = append(keys, "ctrl+alt+x", "ctrl+space", "ctrl++", "alt+-", "alt+shift+n", "f12", "delete", "insert", "backspace", "ctrl+shift+up", "f", "^", "<", ">", "é")
	for _, key := range keys {
		if got, err := ParseKey(Label(key)); err != nil || got != key {
			t.Errorf("%s is labelled %q, which is %q, %v", key, Label(key), got, err)
		}
	}
}
