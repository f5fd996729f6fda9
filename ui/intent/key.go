package intent

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// special is a key that writes nothing.
type special struct {
	name  string   // as Bubble Tea names it
	label string   // as it is printed on a keyboard
	also  []string // other ways to write it, in lower case
}

func specials() []special {
	return []special{
		{"space", "Space", []string{"spc", "spacebar"}},
		{"enter", "Enter", []string{"return", "ret", "cr"}},
		{"esc", "Esc", []string{"escape"}},
		{"tab", "Tab", nil},
		{"backtab", "S-Tab", nil}, // Shift and Tab
		{"backspace", "Backspace", []string{"bs", "bspc"}},
		{"delete", "Del", []string{"del"}},
		{"insert", "Ins", []string{"ins"}},
		{"up", "↑", []string{"↑"}},
		{"down", "↓", []string{"↓"}},
		{"left", "←", []string{"←"}},
		{"right", "→", []string{"→"}},
		{"pgup", "PgUp", []string{"pageup", "page-up", "prior"}},
		{"pgdown", "PgDn", []string{"pgdn", "pagedown", "pagedn", "page-down", "next"}},
		{"home", "Home", nil},
		{"end", "End", nil},
		{"+", "+", []string{"plus"}},
		{"-", "-", []string{"minus"}},
	}
}

// mostF is the number of the last function key that a terminal sends.
const mostF = 35

// modifier is a key that is held while another is pressed.
type modifier struct {
	name string // as Bubble Tea names it
	also []string
}

// modifiers returns all modifiers, in the order in which Bubble Tea names them.
func modifiers() []modifier {
	return []modifier{
		{"ctrl", []string{"control", "ctl", "c"}},
		{"alt", []string{"option", "opt", "m", "a"}},
		{"shift", []string{"s"}},
		{"meta", nil},
		{"hyper", nil},
		{"super", []string{"cmd", "win"}},
	}
}

// ParseKey returns the key that is written s as Bubble Tea names it: "ctrl+d" for "^d", "C-d", "Ctrl+D" and "<c-d>", "pgdown"
// for "PgDn", "N" for "shift+n". What no terminal sends, or most can't tell from another key, is an error that says what to
// write instead.
func ParseKey(s string) (string, error) {
	rest := s
	if len(rest) > 2 && rest[0] == '<' && rest[len(rest)-1] == '>' {
		rest = rest[1 : len(rest)-1]
	}
	var held []string
	if letter, ok := strings.CutPrefix(rest, "^"); ok && utf8.RuneCountInString(letter) == 1 {
		held, rest = []string{"ctrl"}, letter
	}
	for {
		m, after, ok := cutModifier(rest)
		if !ok {
			break
		}
		held, rest = append(held, m), after
	}
	name, ok := keyNamed(rest)
	if name == "backtab" {
		held, name = append(held, "shift"), "tab"
	}
	if !ok {
		return "", fmt.Errorf("there is no key %q; %s", s, instead(held, rest))
	}
	if utf8.RuneCountInString(name) == 1 {
		return character(s, held, name)
	}
	return chord(held, name), nil
}

// cutModifier returns the modifier that s begins with, and what follows it.
func cutModifier(s string) (name, rest string, ok bool) {
	i := strings.IndexAny(s, "+-")
	if i <= 0 || i == len(s)-1 {
		return "", s, false
	}
	word := strings.ToLower(s[:i])
	for _, m := range modifiers() {
		if word == m.name || slices.Contains(m.also, word) {
			return m.name, s[i+1:], true
		}
	}
	return "", s, false
}

// keyNamed returns the key, without modifiers, that is written s.
func keyNamed(s string) (string, bool) {
	if s == " " {
		return "space", true
	}
	lower := strings.ToLower(s)
	for _, k := range specials() {
		if lower == k.name || slices.Contains(k.also, lower) {
			return k.name, true
		}
	}
	for n := range mostF {
		if f := fmt.Sprintf("f%d", n+1); lower == f {
			return f, true
		}
	}
	r, size := utf8.DecodeRuneInString(s)
	return s, size == len(s) && r != utf8.RuneError && unicode.IsPrint(r) && !unicode.IsMark(r)
}

// character returns the key name, one character, with the modifiers held. All was written s.
func character(s string, held []string, name string) (string, error) {
	r, _ := utf8.DecodeRuneInString(name)
	shift := slices.Contains(held, "shift") || len(held) > 0 && !slices.Contains(held, "ctrl") && unicode.IsUpper(r)
	others := slices.DeleteFunc(slices.Clone(held), func(m string) bool { return m == "shift" })
	switch {
	case shift && !unicode.IsLetter(r):
		return "", fmt.Errorf("there is no key %q: which character Shift makes differs from keyboard to keyboard; write that character", s)
	case len(held) == 0:
		return name, nil
	case len(others) == 0:
		return strings.ToUpper(name), nil
	case shift:
		others = append(others, "shift")
	}
	out := chord(others, strings.ToLower(name))
	same := map[string]string{"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+[": "esc", "ctrl+@": "ctrl+space"}[out]
	if same != "" {
		return "", fmt.Errorf("most terminals can't tell %s from %s; write %q or take another key", out, Label(same), same)
	}
	return out, nil
}

// chord returns the name of the key name with the modifiers held.
func chord(held []string, name string) string {
	var b strings.Builder
	for _, m := range modifiers() {
		if slices.Contains(held, m.name) {
			b.WriteString(m.name + "+")
		}
	}
	return b.String() + name
}

// instead returns what to write instead of a key that is no key.
func instead(held []string, name string) string {
	var names []string
	for _, k := range specials() {
		if names = append(names, k.name); k.also != nil {
			names = append(names, k.also...)
		}
	}
	if held == nil {
		if i := strings.IndexAny(name, "+-"); i > 0 && i < len(name)-1 {
			if like, ok := Nearest(strings.ToLower(name[:i]), []string{"ctrl", "alt", "shift", "super"}); ok {
				return fmt.Sprintf("did you mean %q?", like+"+"+name[i+1:])
			}
		}
	}
	if like, ok := Nearest(strings.ToLower(name), names); ok {
		key, _ := keyNamed(like) // it is one of the names
		return fmt.Sprintf("did you mean %q?", chord(held, key))
	}
	return `write one character, as "n", or space, enter, esc, tab, backspace, delete, insert, up, down, left, right, pgup, pgdown, ` +
		`home, end, f1 to f35, with ctrl+, alt+ or shift+ before it`
}

// longestWord is the longest word that may be a name spelled wrongly; to compare more would take long and bring nothing.
const longestWord = 64

// Nearest returns that of names which is spelled most like word, or has it in it, if there is one.
func Nearest(word string, names []string) (string, bool) {
	if len(word) > longestWord {
		return "", false
	}
	best, found := len(word)/3+1, ""
	for _, n := range names {
		if d := edits(word, n); d < best {
			best, found = d, n
		}
	}
	if i := slices.IndexFunc(names, func(n string) bool { return strings.Contains(n, word) }); found == "" && i >= 0 && len(word) > 2 {
		found = names[i]
	}
	return found, found != ""
}

// edits returns how many bytes must be put in, taken out, exchanged, or swapped with the next, to make b of a.
func edits(a, b string) int {
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(a)][len(b)]
}

// Label returns key, named as Bubble Tea does, as it is printed on a keyboard: "^d", "Space", "↓".
func Label(key string) string {
	if key == "shift+tab" {
		return "S-Tab"
	}
	var before strings.Builder
	for {
		m, rest, ok := strings.Cut(key, "+")
		if !ok || m == "" || rest == "" {
			break
		}
		if key = rest; m == "ctrl" && utf8.RuneCountInString(rest) == 1 {
			before.WriteByte('^')
		} else {
			before.WriteString(strings.ToUpper(m[:1]) + m[1:] + "-")
		}
	}
	for _, k := range specials() {
		if k.name == key {
			return before.String() + k.label
		}
	}
	if len(key) > 1 && key[0] == 'f' {
		key = strings.ToUpper(key)
	}
	return before.String() + key
}

// Label returns the keys of b as they are printed on a keyboard; "" if it has none.
func (b Binding) Label() string {
	labels := make([]string, 0, len(b.Keys))
	for _, key := range b.Keys {
		if l := Label(key); !slices.Contains(labels, l) {
			labels = append(labels, l)
		}
	}
	return strings.Join(labels, " ")
}
