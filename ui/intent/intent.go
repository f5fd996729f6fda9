// Package intent holds the verbs of the screen, what a person may want done, and the keys that stand for them.
package intent

// Intent is one thing that a key asks for. None asks for nothing.
type Intent uint8

// The intents, in the order of the help.
const (
	None Intent = iota

	Down
	Up
	PageDown
	PageUp
	HalfDown
	HalfUp
	Top
	Bottom

	Left
	Right
	NextPane
	PreviousPane
	FocusList
	FocusArticle
	FocusEntities

	Open
	Back
	Leave
	JumpBack
	Quit

	NextArticle
	PreviousArticle
	NextUnread
	PreviousUnread

	PickSpeaker
	PickLikely
	NextQuote
	PreviousQuote
	Transcript
	BySubject
	Outlets
	Evidence
	Card
	Meant
	Copies
	Versions
	Search
	Sources
	SinceLast
	EditQuery
	Searches
	Order
	Correct

	ToggleRead
	ReadAll
	ToggleStar
	Comment
	Undo

	CopyQuote
	Export
	Pipe

	Entities
	NextTab
	PreviousTab
	Also
	Exclude
	Same
	Apart
	Dismiss

	Browse
	Links
	CopyAddress
	Refresh
	StopReading
	Zoom
	Problems
	Commands
	Help
	Redraw
	Suspend

	OtherEnd

	count // how many intents there are
)

// Moves reports whether i does no more than move a cursor, or from pane to pane.
func (i Intent) Moves() bool { return i > None && i < Open }
