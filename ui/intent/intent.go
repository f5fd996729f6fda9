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
	NextQuote
	PreviousQuote
	Transcript
	BySubject
	Outlets
	Evidence
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
	Undo

	Entities
	NextTab
	PreviousTab
	Also
	Exclude
	Same
	Apart
	Dismiss

	Browse
	Refresh
	StopReading
	Zoom
	Problems
	Help
	Redraw
	Suspend

	OtherEnd

	count // how many intents there are
)
