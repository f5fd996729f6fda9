package ui

import (
	"strings"

	"reader/ui/intent"
	"reader/ui/popup"
)

// What the screen says of keys is made here, from those that are bound: about an action that has no key it says nothing.

// aside returns what the key for i does, to stand behind something: " (! tells all)".
func (m *Model) aside(i intent.Intent, does string) string {
	if hint := m.keys.Hint(i, does); hint != "" {
		return " (" + strings.TrimSpace(hint) + ")"
	}
	return ""
}

// further returns what the key for i does as a sentence to stand behind another, as " U undoes it." does.
func (m *Model) further(i intent.Intent, does string) string { return sentence(m.keys.Hint(i, does)) }

// sentence returns what a key does as a sentence to stand behind another.
func sentence(hint string) string {
	if hint == "" {
		return ""
	}
	return " " + hint + "."
}

// wayOut returns the key that closes p.
func (m *Model) wayOut(p popup.Popup) string {
	if _, _, writes := p.Cursor(); writes {
		return intent.Label("esc")
	}
	return m.keys.Key(intent.Back)
}
