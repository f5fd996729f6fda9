package intent

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestNoKeyIsBoundTwice(t *testing.T) {
	k := New()
	for _, groups := range [][]Group{k.Groups, {k.Selecting}} {
		if key, a, b, twice := bound(groups); twice {
			t.Errorf("key %s is bound twice: to %s and to %s", key, a, b)
		}
	}
}

func TestEveryActionHasANameOfItsOwn(t *testing.T) {
	k := New()
	for _, groups := range [][]Group{k.Groups, {k.Selecting}} {
		seen := map[string]bool{}
		for _, g := range groups {
			for _, b := range g.Bindings {
				if b.Name == "" || seen[b.Name] || strings.Trim(b.Name, "abcdefghijklmnopqrstuvwxyz-") != "" {
					t.Errorf("%q is no name, or is one twice", b.Name)
				}
				seen[b.Name] = true
			}
		}
	}
}

func TestAKeyMeansSomethingElseWhileWordsAreSelected(t *testing.T) {
	k := New()
	if k.For("b") != PageUp || k.WhileSelecting("b") != Left || k.WhileSelecting("J") != None {
		t.Error("the keys are mixed up")
	}
}

func TestEveryIntentHasAKeyAndALineOfHelp(t *testing.T) {
	k := New()
	bound := map[Intent]bool{}
	for _, g := range k.All() {
		stands := k.For
		if g.Name == k.Selecting.Name {
			stands = k.WhileSelecting
		}
		for _, b := range g.Bindings {
			bound[b.Intent] = true
			if b.Help == "" || b.Label() == "" {
				t.Errorf("no help or no label for %v", b.Keys)
			}
			for _, key := range b.Keys {
				if stands(key) != b.Intent {
					t.Errorf("key %s does not mean %q", key, b.Help)
				}
			}
		}
	}
	for i := None + 1; i < count; i++ {
		if !bound[i] {
			t.Errorf("no key for intent %d", i)
		}
	}
}

// What needs AltGr on a keyboard must not be the only key for anything: not every terminal sends it, nor every hand reaches it.
func TestNoIntentNeedsAltGr(t *testing.T) {
	for keyboard, needs := range map[string]string{
		"German":         `@[]{}\|~`,
		"French":         "@[]{}\\|~#`^",
		"Spanish":        `@[]{}\|~#`,
		"Italian":        "@[]{}#~`",
		"Swiss":          "@[]{}\\|~#`",
		"Nordic":         "@[]{}\\|~",
		"Latin American": "@\\^`~",
	} {
		for _, g := range New().All() {
			for _, b := range g.Bindings {
				if !slices.ContainsFunc(b.Keys, func(key string) bool {
					last, _ := utf8.DecodeLastRuneInString(key) // with Ctrl, too, it is this that is typed
					return !strings.ContainsRune(needs, last)
				}) {
					t.Errorf("on a %s keyboard %q can only be reached with AltGr, by %v", keyboard, b.Help, b.Keys)
				}
			}
		}
	}
}

func TestLabels(t *testing.T) {
	b := Binding{Keys: []string{"d", "ctrl+d", "pgdown"}}
	if got, want := b.Label(), "d ^d PgDn"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// The README's table of keys is the key map.
func TestREADMEHasEveryKey(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range New().All() {
		for _, b := range g.Bindings {
			label := strings.NewReplacer(" ", "` `", "|", `\|`).Replace(b.Label()) // a bar would end the cell
			if row := fmt.Sprintf("| `%s` | %s |\n", label, b.Help); !strings.Contains(string(readme), row) {
				t.Errorf("README.md lacks the row\n%s", row)
			}
		}
	}
}
