package intent

import (
	"fmt"
	"slices"
	"strings"
)

// Binding is an intent, the keys that stand for it, and its line of help.
type Binding struct {
	Intent Intent
	Keys   []string // as Bubble Tea names them: "j", "ctrl+d", "pgdown"
	Help   string
}

// Group is bindings that belong together, under one heading of the help.
type Group struct {
	Name     string
	Bindings []Binding
}

// KeyMap is all keys. It is made by New and not changed any more.
type KeyMap struct {
	Groups []Group
	byKey  map[string]Intent

	Selecting   Group // what keys stand for while words are selected, before all others
	bySelecting map[string]Intent
}

// New returns the built-in keys.
func New() KeyMap {
	k := KeyMap{Groups: groups(), Selecting: selecting()}
	k.byKey, k.bySelecting = keys(k.Groups...), keys(k.Selecting)
	return k
}

// keys returns what each key of groups stands for.
func keys(groups ...Group) map[string]Intent {
	out := map[string]Intent{}
	for _, g := range groups {
		for _, b := range g.Bindings {
			for _, key := range b.Keys {
				out[key] = b.Intent
			}
		}
	}
	return out
}

// All returns all groups, in the order of the help.
func (k KeyMap) All() []Group { return append(slices.Clone(k.Groups), k.Selecting) }

// AllWhileSelecting returns all groups, those first that count while words are selected.
func (k KeyMap) AllWhileSelecting() []Group { return append([]Group{k.Selecting}, k.Groups...) }

// For returns what key stands for, or None.
func (k KeyMap) For(key string) Intent { return k.byKey[key] }

// WhileSelecting returns what key stands for while words are selected, or None.
func (k KeyMap) WhileSelecting(key string) Intent { return k.bySelecting[key] }

// Check returns an error that names both intents if a key is bound twice.
func (k KeyMap) Check() error {
	if err := check(k.Groups...); err != nil {
		return err
	}
	return check(k.Selecting)
}

func check(groups ...Group) error {
	seen := map[string]Binding{}
	for _, g := range groups {
		for _, b := range g.Bindings {
			for _, key := range b.Keys {
				if other, ok := seen[key]; ok {
					return fmt.Errorf("key %s is bound twice: to %q and to %q", key, other.Help, b.Help)
				}
				seen[key] = b
			}
		}
	}
	return nil
}

// Label returns the keys of b as they are printed on a keyboard: "^d", "Space", "↓".
func (b Binding) Label() string {
	names := map[string]string{
		"down": "↓", "up": "↑", "left": "←", "right": "→", "space": "Space", "pgdown": "PgDn", "pgup": "PgUp",
		"home": "Home", "end": "End", "enter": "Enter", "esc": "Esc", "tab": "Tab", "shift+tab": "S-Tab",
	}
	labels := make([]string, 0, len(b.Keys))
	for _, key := range b.Keys {
		if name, ok := names[key]; ok {
			key = name
		}
		if letter, ok := strings.CutPrefix(key, "ctrl+"); ok {
			key = "^" + letter
		}
		if !slices.Contains(labels, key) {
			labels = append(labels, key)
		}
	}
	return strings.Join(labels, " ")
}

func groups() []Group { return append(moving(), acting()...) }

func moving() []Group {
	return []Group{
		{"Moving", []Binding{
			{Down, []string{"j", "down"}, "down"},
			{Up, []string{"k", "up"}, "up"},
			{PageDown, []string{"space", "pgdown"}, "page down; at the end of an article the next one"},
			{PageUp, []string{"b", "pgup"}, "page up"},
			{HalfDown, []string{"d", "ctrl+d"}, "half a page down"},
			{HalfUp, []string{"u", "ctrl+u"}, "half a page up"},
			{Top, []string{"g", "home"}, "to the beginning"},
			{Bottom, []string{"G", "end"}, "to the end"},
		}},
		{"Panes", []Binding{
			{Left, []string{"h", "left"}, "pane on the left"},
			{Right, []string{"l", "right"}, "pane on the right"},
			{NextPane, []string{"tab"}, "next pane"},
			{PreviousPane, []string{"shift+tab"}, "previous pane"},
			{FocusList, []string{"1"}, "articles"},
			{FocusArticle, []string{"2"}, "article"},
			{FocusEntities, []string{"3"}, "entities"},
		}},
		{"Opening and going back", []Binding{
			{Open, []string{"enter"}, "open; on an entity: only articles with it"},
			{Back, []string{"esc"}, "one level back; in the list: stop a refresh, else clear the filter"},
			{Leave, []string{"q"}, "leave the view; in the list: quit"},
			{JumpBack, []string{"ctrl+o"}, "back to where you were before the jump"},
			{Quit, []string{"ctrl+c"}, "quit now"},
			{NextArticle, []string{"J"}, "next article"},
			{PreviousArticle, []string{"K"}, "previous article"},
			{NextUnread, []string{"."}, "next unread article"},
			{PreviousUnread, []string{","}, "previous unread article"},
		}},
	}
}

func acting() []Group {
	return []Group{
		{"Who said what", []Binding{
			{PickSpeaker, []string{"s", "@"}, "pick speakers: the list keeps the articles in which they speak"},
			{NextQuote, []string{"n"}, "next quote of the chosen speakers, else of anybody; in a search the next hit"},
			{PreviousQuote, []string{"N"}, "previous quote or hit"},
			{Transcript, []string{"v"}, "quotes only, and back"},
			{BySubject, []string{"B"}, "quotes only: those on one subject together, or all by date"},
			{Outlets, []string{"O"}, "quotes only: who else carries the quote"},
			{Evidence, []string{"i"}, "why is this so: the evidence for the quote or the entity"},
			{Meant, []string{"r"}, "who is meant, in the text: he → Azimov; and without"},
			{Copies, []string{"="}, "who else carries this article, and where they differ"},
			{Versions, []string{"V"}, "what was changed in this article since it was fetched first"},
			{Search, []string{"/"}, "articles: filter; article: search; entities: narrow"},
			{Sources, []string{"w"}, "where from: pick sources, with how much of each is unread"},
			{SinceLast, []string{"L"}, "since last time: who speaks in what is new"},
			{EditQuery, []string{"F"}, "edit the query; Tab completes fields and values"},
			{Searches, []string{"f"}, "saved searches: open one, keep the query under a name, take one away"},
			{Order, []string{"S"}, "in which order articles are listed"},
			{Correct, []string{"c"}, "correct the quote one stands on; on none: select words that are one"},
		}},
		{"What is kept", []Binding{
			{ToggleRead, []string{"m"}, "mark as read, or as unread"},
			{ReadAll, []string{"M"}, "mark all that are listed as read (asks first)"},
			{ToggleStar, []string{"*"}, "star, or take the star away"},
			{Undo, []string{"U"}, "undo the last correction or mark"},
		}},
		{"Entities", []Binding{
			{Entities, []string{"e"}, "entities, and back"},
			{NextTab, []string{"t"}, "next kind"},
			{PreviousTab, []string{"T"}, "previous kind"},
			{Also, []string{"+"}, "also this one"},
			{Exclude, []string{"-"}, "without this one"},
			{Same, []string{"a"}, "this one is the same as …"},
			{Apart, []string{"A"}, "one of its names is somebody else’s"},
			{Dismiss, []string{"x"}, "this is no entity"},
		}},
		{"Screen", []Binding{
			{Browse, []string{"o"}, "open the article’s address in the browser; asks first, and names the host"},
			{Refresh, []string{"R"}, "look for what is new: ask your feeds, look at the files again; R or Esc stops it"},
			{StopReading, []string{"X"}, "stop the reading and analysing of articles, or go on with it"},
			{Zoom, []string{"z"}, "this pane alone, and back"},
			{Problems, []string{"!"}, "what could not be read"},
			{Help, []string{"?"}, "help"},
			{Redraw, []string{"ctrl+l"}, "draw the screen again"},
			{Suspend, []string{"ctrl+z"}, "suspend"},
		}},
	}
}

func selecting() Group {
	return Group{"While words are selected", []Binding{
		{Right, []string{"l", "right", "w"}, "a word on"},
		{Left, []string{"h", "left", "b"}, "a word back"},
		{Down, []string{"j", "down"}, "a line down"},
		{Up, []string{"k", "up"}, "a line up"},
		{OtherEnd, []string{"o", "tab"}, "move the other end"},
		{Open, []string{"enter"}, "these words are a quote"},
		{Back, []string{"esc", "q"}, "select nothing"},
	}}
}
