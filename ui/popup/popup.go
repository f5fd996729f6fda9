// Package popup holds the boxes that lie over the panes: pages of text, the speaker picker and questions
// with answers to choose from. They lie on a stack; the topmost one gets the keys.
package popup

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"reader/ui/intent"
	"reader/ui/style"
)

// Popup is a box over the panes.
type Popup interface {
	Title() string
	// Want returns the room that the popup would like to have; it may get less.
	Want() (w, h int)
	SetSize(w, h int)
	SetTheme(style.Theme)
	SetKeys(intent.KeyMap)
	// Lines returns what is in the box, as many lines as SetSize said.
	Lines() []string
	// Type does what key does in the popup's line of text, and reports whether it has one and it does anything.
	Type(key tea.KeyPressMsg) bool
	// Handle does i and reports whether the popup knows it.
	Handle(i intent.Intent) (tea.Cmd, bool)
	// Click acts on the line y of the box.
	Click(y int)
	// Accept is called by Enter, and reports whether the popup is done.
	Accept() bool
	// Cancel is called when the popup is left without Enter.
	Cancel()
	// Cursor returns where the text cursor stands in the box, if there is one.
	Cursor() (x, y int, ok bool)
}

// Stack is popups over each other. The zero Stack is empty.
type Stack []Popup

// Top returns the topmost popup, or nil.
func (s Stack) Top() Popup {
	if len(s) == 0 {
		return nil
	}
	return s[len(s)-1]
}

// Push puts p on top.
func (s *Stack) Push(p Popup) { *s = append(*s, p) }

// Remove takes p away, which another popup may lie over by now.
func (s *Stack) Remove(p Popup) { *s = slices.DeleteFunc(*s, func(q Popup) bool { return q == p }) }

// Pop takes the topmost popup away.
func (s *Stack) Pop() { *s = (*s)[:len(*s)-1] }
