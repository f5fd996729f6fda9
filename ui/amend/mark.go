package amend

import (
	"reader/model/state"
	"reader/ui/line"
)

// Marked tells what e did.
func Marked(e *state.Event) string {
	what := line.Count(len(e.Articles), "article")
	switch e.Op {
	case state.Read:
		return what + " marked as read"
	case state.Unread:
		return what + " marked as unread"
	case state.Starred:
		return what + " starred"
	case state.Unstarred:
		return "the star taken from " + what
	case state.Noted:
		if e.Note.Text == "" {
			return "a note taken away"
		}
		return "a note written"
	case state.Saved:
		if e.Search.Query == "" {
			return "the search " + e.Search.Name + " taken away"
		}
		return "the search " + e.Search.Name + " saved"
	default:
		return "nothing"
	}
}
