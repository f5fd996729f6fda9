package popup

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"reader/model/library"
	"reader/ui/input"
	"reader/ui/intent"
	"reader/ui/line"
	"reader/ui/style"
)

// Keys lists keys by what they are for, and finds those that do what is typed.
type Keys struct {
	Text
	groups []intent.Group
	typing bool
	words  input.Line // what is looked for
}

// Help returns a popup that lists the keys of groups.
func Help(groups []intent.Group) *Keys {
	k := &Keys{groups: groups}
	k.Text = *NewText("Keys", func(th style.Theme, width int) []string {
		return keyLines(th, width, k.found())
	})
	return k
}

// keyLines returns the lines that tell the keys of groups in width columns.
func keyLines(th style.Theme, width int, groups []intent.Group) []string {
	if len(groups) == 0 {
		return []string{line.Paint(th.Warning, "No key does that.")}
	}
	labels := 0
	for _, g := range groups {
		labels = max(labels, labelWidth(g.Bindings, width))
	}
	var out []string
	for i, g := range groups {
		if i > 0 {
			out = append(out, "")
		}
		out = append(out, line.Paint(th.Heading, g.Name))
		for _, b := range g.Bindings {
			lead := line.Styled(th.Accent, b.Label(), labels) + "  "
			for _, l := range line.Wrap(b.Help, width-labels-2) {
				out = append(out, lead+l)
				lead = line.Blank(labels + 2)
			}
		}
	}
	return out
}

// found returns the groups, each with the keys that do what is typed, or are called so.
func (k *Keys) found() []intent.Group {
	words := strings.Fields(library.Fold(k.words.Text()))
	if len(words) == 0 {
		return k.groups
	}
	var out []intent.Group
	for _, g := range k.groups {
		fits := func(b intent.Binding) bool {
			says := library.Fold(g.Name + " " + findable(b) + " " + b.Label())
			return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(says, w) })
		}
		some := intent.Group{Name: g.Name}
		for _, b := range g.Bindings {
			if fits(b) {
				some.Bindings = append(some.Bindings, b)
			}
		}
		if len(some.Bindings) > 0 {
			out = append(out, some)
		}
	}
	return out
}

// searching reports whether there is a line in which words are, or were, typed.
func (k *Keys) searching() bool { return k.typing || k.words.Text() != "" }

// Title implements Popup.
func (k *Keys) Title() string {
	const narrow = 50 // where there is room for what keys do, and no more
	finds := ""
	if hint := k.Keys.Hint(intent.Search, "finds"); hint != "" {
		finds = " · " + hint
	}
	switch {
	case k.searching():
		return k.Text.Title()
	case k.W >= narrow || !k.more():
		return "Keys" + finds + strings.TrimPrefix(k.Text.Title(), "Keys")
	default:
		return strings.TrimPrefix(finds+" · "+k.Keys.Hint(intent.PageDown, "more"), " · ")
	}
}

// Want returns the room for all keys, whatever is looked for.
func (k *Keys) Want() (w, h int) {
	const width = 76
	return width, len(keyLines(k.Theme, width, k.groups))
}

// SetSize gives the popup w columns and h lines, the first of which is for what is typed.
func (k *Keys) SetSize(w, h int) {
	if k.searching() {
		h--
	}
	k.Text.SetSize(w, h)
}

// Lines implements Popup.
func (k *Keys) Lines() []string {
	lines := k.Text.Lines()
	if !k.searching() {
		return lines
	}
	typed, _ := k.words.View(k.W - 2)
	return append([]string{line.Fit(line.Paint(k.Theme.Accent, "/ ")+typed, k.W)}, lines...)
}

// Type changes what is looked for, once Handle was asked to search. Enter ends the typing, Esc the search.
func (k *Keys) Type(key tea.KeyPressMsg) bool {
	switch name := key.String(); {
	case !k.searching():
		return false
	case name == "esc":
		k.typing, k.words, k.top = false, input.Line{}, 0
	case !k.typing:
		return false
	case name == "enter":
		k.typing = false
	case name == "home", name == "end", !k.words.Type(key):
		return false
	default:
		k.top = 0
	}
	return true
}

// LeftOut returns how many characters the line had no room for.
func (k *Keys) LeftOut() int { return k.words.LeftOut() }

// Handle scrolls if i is a move, and begins to search.
func (k *Keys) Handle(i intent.Intent) (tea.Cmd, bool) {
	if i == intent.Search {
		k.typing = true
		return nil, true
	}
	return k.Text.Handle(i)
}

// Cursor implements Popup.
func (k *Keys) Cursor() (x, y int, ok bool) {
	_, x = k.words.View(k.W - 2)
	return x + 2, 0, k.typing
}
