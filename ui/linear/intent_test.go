package linear

import (
	"os"
	"strings"
	"testing"

	"reader/ui/intent"
)

// layout is why there is no command for what a key does: it is about where things stand on the screen.
const layout = "-"

// byCommand returns by which commands one does without a screen what keys do on it.
func byCommand() map[intent.Intent]string {
	return map[intent.Intent]string{
		intent.Down: "next paragraph", intent.Up: "back", intent.PageDown: "rest", intent.PageUp: "back", intent.HalfDown: layout, intent.HalfUp: layout,
		intent.Top: "paragraph", intent.Bottom: "paragraph last",
		intent.Left: layout, intent.Right: layout, intent.NextPane: layout, intent.PreviousPane: layout,
		intent.FocusList: "list", intent.FocusArticle: "open", intent.FocusEntities: "names",
		intent.Open: "open", intent.Back: "clear", intent.Leave: "quit", intent.JumpBack: "return", intent.Quit: "quit",
		intent.NextArticle: "next article", intent.PreviousArticle: "previous article",
		intent.NextUnread: "next unread", intent.PreviousUnread: "previous unread",
		intent.PickSpeaker: "speaker", intent.PickLikely: "values", intent.NextQuote: "next", intent.PreviousQuote: "previous", intent.Transcript: "quotes",
		intent.BySubject: "subjects", intent.Outlets: "outlets", intent.Evidence: "why", intent.Card: "about", intent.Meant: "announce",
		intent.Copies: "copies", intent.Versions: "changes", intent.Search: "search", intent.Sources: "sources", intent.SinceLast: "new",
		intent.EditQuery: "find", intent.Searches: "saved", intent.Order: "sort", intent.Correct: "correct",
		intent.ToggleRead: "unread", intent.ReadAll: "read all", intent.ToggleStar: "star", intent.Comment: "note", intent.Undo: "undo",
		intent.CopyQuote: "copy", intent.Export: "write", intent.Pipe: "pipe",
		intent.Entities: "names", intent.NextTab: "names places", intent.PreviousTab: "names people",
		intent.Also: "also", intent.Exclude: "also", intent.Same: "same", intent.Apart: "apart", intent.Dismiss: "dismiss",
		intent.Browse: "browse", intent.Links: "links", intent.CopyAddress: "copy address", intent.Refresh: "refresh", intent.StopReading: "pause",
		intent.Zoom: layout, intent.Problems: "problems", intent.Commands: "help", intent.Help: "help", intent.Redraw: layout,
		intent.Suspend:  layout, // the terminal does that
		intent.OtherEnd: "mark", // and all else that selects words
	}
}

// Whatever a key does on the screen, a command does without one, but for what is about the screen.
func TestEveryKeyHasACommand(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, left, _ := strings.Cut(string(readme), "Left out is what there is for the eye alone: ")
	left, _, _ = strings.Cut(left, "\n\n")
	by, keys := byCommand(), intent.New()
	for _, g := range keys.All() {
		for _, b := range g.Bindings {
			command, known := by[b.Intent]
			word, _, _ := strings.Cut(command, " ")
			switch _, err := named(word); {
			case !known:
				t.Errorf("no command does what %s does", b.Name)
			case command == layout && !strings.Contains(left, "`"+keys.Key(b.Intent)+"`"):
				t.Errorf("README does not say that %s, %s, is left out", b.Name, keys.Key(b.Intent))
			case command != layout && err != nil:
				t.Errorf("%s: %v", b.Name, err)
			}
		}
	}
}
