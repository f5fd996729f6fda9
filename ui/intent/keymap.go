package intent

import (
	"slices"
	"unicode/utf8"
)

// Binding is an intent, what it is called in the settings, the keys that stand for it, and its line of help.
type Binding struct {
	Intent Intent
	Name   string   // in kebab case; stays what it is, as files of settings have it
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
func New() KeyMap { return of(groups(), selecting()) }

func of(groups []Group, selecting Group) KeyMap {
	return KeyMap{Groups: groups, Selecting: selecting, byKey: keys(groups...), bySelecting: keys(selecting)}
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

// Typing returns what key stands for where text is typed. What writes, writes there; and what is printed on the keys that are
// on every keyboard holds, whatever they stand for elsewhere, so that one can always leave.
func (k KeyMap) Typing(key string, writes bool) Intent {
	switch key {
	case "enter":
		return Open
	case "esc":
		return Back
	case "tab":
		return NextPane
	case "shift+tab":
		return PreviousPane
	case "up":
		return Up
	case "down":
		return Down
	case "pgup":
		return PageUp
	case "pgdown":
		return PageDown
	case "home":
		return Top
	case "end":
		return Bottom
	}
	if writes {
		return None
	}
	return k.For(key)
}

// Key returns the first of the keys that stand for i, as it is printed on a keyboard; "" if there is none.
func (k KeyMap) Key(i Intent) string { return first(i, k.Groups...) }

// KeyWhileSelecting is Key while words are selected.
func (k KeyMap) KeyWhileSelecting(i Intent) string { return first(i, k.Selecting) }

func first(i Intent, groups ...Group) string {
	for _, g := range groups {
		for _, b := range g.Bindings {
			if b.Intent == i && len(b.Keys) > 0 {
				return Label(b.Keys[0])
			}
		}
	}
	return ""
}

// keyTyping is Key where text is typed: of the keys, one that writes nothing.
func (k KeyMap) keyTyping(i Intent) string {
	for _, g := range k.Groups {
		for _, b := range g.Bindings {
			at := slices.IndexFunc(b.Keys, func(key string) bool { return utf8.RuneCountInString(key) > 1 && key != "space" })
			if b.Intent == i && at >= 0 {
				return Label(b.Keys[at])
			}
		}
	}
	return ""
}

// Hint returns the key that stands for i and what it does, "? help"; "" if there is no such key.
func (k KeyMap) Hint(i Intent, does string) string { return hint(k.Key(i), does) }

// HintWhileSelecting is Hint while words are selected.
func (k KeyMap) HintWhileSelecting(i Intent, does string) string {
	return hint(k.KeyWhileSelecting(i), does)
}

// HintTyping is Hint where text is typed.
func (k KeyMap) HintTyping(i Intent, does string) string { return hint(k.keyTyping(i), does) }

func hint(key, does string) string {
	if key == "" {
		return ""
	}
	return key + " " + does
}

func groups() []Group { return append(moving(), acting()...) }

func moving() []Group {
	return []Group{
		{"Moving", []Binding{
			{Down, "down", []string{"j", "down"}, "down"},
			{Up, "up", []string{"k", "up"}, "up"},
			{PageDown, "page-down", []string{"space", "pgdown"}, "page down; at the end of an article the next one"},
			{PageUp, "page-up", []string{"b", "pgup"}, "page up"},
			{HalfDown, "half-page-down", []string{"d", "ctrl+d"}, "half a page down"},
			{HalfUp, "half-page-up", []string{"u", "ctrl+u"}, "half a page up"},
			{Top, "to-the-beginning", []string{"g", "home"}, "to the beginning"},
			{Bottom, "to-the-end", []string{"G", "end"}, "to the end"},
		}},
		{"Panes", []Binding{
			{Left, "pane-left", []string{"h", "left"}, "pane on the left"},
			{Right, "pane-right", []string{"l", "right"}, "pane on the right"},
			{NextPane, "next-pane", []string{"tab"}, "next pane"},
			{PreviousPane, "previous-pane", []string{"shift+tab"}, "previous pane"},
			{FocusList, "focus-articles", []string{"1"}, "articles"},
			{FocusArticle, "focus-article", []string{"2"}, "article"},
			{FocusEntities, "focus-entities", []string{"3"}, "entities"},
		}},
		{"Opening and going back", []Binding{
			{Open, "open", []string{"enter"}, "open; on an entity: only articles with it"},
			{Back, "back", []string{"esc"}, "one level back; in the list: stop a refresh, else clear the filter"},
			{Leave, "leave", []string{"q"}, "leave the view; in the list: quit"},
			{JumpBack, "jump-back", []string{"ctrl+o"}, "back to where you were before the jump, or the filter"},
			{Quit, "quit", []string{"ctrl+c"}, "quit now"},
			{NextArticle, "next-article", []string{"J"}, "next article"},
			{PreviousArticle, "previous-article", []string{"K"}, "previous article"},
			{NextUnread, "next-unread", []string{"."}, "next unread article"},
			{PreviousUnread, "previous-unread", []string{","}, "previous unread article"},
		}},
	}
}

func acting() []Group {
	return []Group{
		{"Who said what", []Binding{
			{PickSpeaker, "pick-speakers", []string{"s", "@"}, "pick speakers: the list keeps the articles in which they speak"},
			{PickLikely, "pick-likely", []string{"ctrl+t"}, "likely speakers, too, in the picker of speakers; once more without"},
			{NextQuote, "next-quote", []string{"n"}, "next quote of the chosen speakers, or that the query asks for; or hit, or mention"},
			{PreviousQuote, "previous-quote", []string{"N"}, "previous quote, hit or mention"},
			{Transcript, "quotes-only", []string{"v"}, "quotes only, and back"},
			{BySubject, "by-subject", []string{"B"}, "quotes only: those on one subject together, or all by date"},
			{Outlets, "outlets", []string{"O"}, "quotes only: who else carries the quote"},
			{Evidence, "evidence", []string{"i"}, "why is this so: the evidence for the quote or the entity"},
			{Card, "card", []string{"p", "ctrl+p"}, "all about the entity, or the speaker of the quote; in the picker ^p"},
			{Meant, "who-is-meant", []string{"r"}, "who is meant, in the text: he → Azimov; and without"},
			{Copies, "copies", []string{"="}, "who else carries this article, and where they differ"},
			{Versions, "versions", []string{"V"}, "what was changed in this article since it was fetched first"},
			{Search, "search", []string{"/"}, "articles: filter; article: search; quotes only: what is said; entities: narrow"},
			{Sources, "sources", []string{"w"}, "where from: pick sources, with how much of each is unread"},
			{SinceLast, "since-last-time", []string{"L"}, "since last time: who speaks in what is new"},
			{EditQuery, "edit-query", []string{"F"}, "edit the query; Tab completes fields and values"},
			{Searches, "saved-searches", []string{"f"}, "saved searches: open one, keep the query under a name, take one away"},
			{Order, "order", []string{"S"}, "in which order articles are listed"},
			{Correct, "correct", []string{"c"}, "correct the quote one stands on; on none: select words that are one"},
		}},
		{"What is kept", []Binding{
			{ToggleRead, "toggle-read", []string{"m"}, "mark as read, or as unread"},
			{ReadAll, "mark-all-read", []string{"M"}, "mark all that are listed as read (asks first)"},
			{ToggleStar, "toggle-star", []string{"*"}, "star, or take the star away"},
			{Comment, "note", []string{"C"}, "write a note on the quote one stands on; on none, and in the list, on the article"},
			{Undo, "undo", []string{"U"}, "undo the last change: a mark, a saved search, a note or a correction"},
		}},
		{"Taking words out", []Binding{
			{CopyQuote, "copy-quote", []string{"y"}, "copy the quote one is at, or those taken, with who said it and where it stands"},
			{Export, "export", []string{"E"}, "write what is shown, or the quotes taken, to a file: articles, or quotes with notes"},
			{Pipe, "pipe", []string{"|", "P"}, "hand what is shown to a program, as Markdown"},
		}},
		{"Entities", []Binding{
			{Entities, "entities", []string{"e"}, "entities, and back"},
			{NextTab, "next-kind", []string{"t"}, "next kind"},
			{PreviousTab, "previous-kind", []string{"T"}, "previous kind"},
			{Also, "also", []string{"+"}, "also this one; on a quote: take it, to copy or write several together"},
			{Exclude, "without", []string{"-"}, "without this one; on a quote: put it back"},
			{Same, "same-as", []string{"a"}, "this one, or who says the quote, is the same as …"},
			{Apart, "take-apart", []string{"A"}, "one of its names is somebody else’s"},
			{Dismiss, "no-entity", []string{"x"}, "this is no entity"},
		}},
		{"Screen", []Binding{
			{Browse, "open-in-browser", []string{"o"}, "open the article’s address in the browser; asks first, and names the host"},
			{Links, "links", []string{";"}, "letters for the links on the screen: a letter opens one, a capital copies its address"},
			{CopyAddress, "copy-address", []string{"Y"}, "copy the article’s address"},
			{Refresh, "refresh", []string{"R"}, "look for what is new: ask your feeds, look at the files again; once more stops it"},
			{StopReading, "stop-reading", []string{"X"}, "stop the reading and analysing of articles, or go on with it"},
			{Zoom, "zoom", []string{"z"}, "this pane alone, and back"},
			{Problems, "errors", []string{"!"}, "errors: what could not be read, or not as a whole, and what to do"},
			{Commands, "commands", []string{":"}, "find what can be done by name, and do it"},
			{Help, "help", []string{"?"}, "help"},
			{Redraw, "redraw", []string{"ctrl+l"}, "draw the screen again"},
			{Suspend, "suspend", []string{"ctrl+z"}, "suspend"},
		}},
	}
}

func selecting() Group {
	return Group{"While words are selected", []Binding{
		{Right, "word-on", []string{"l", "right", "w"}, "a word on"},
		{Left, "word-back", []string{"h", "left", "b"}, "a word back"},
		{Down, "line-down", []string{"j", "down"}, "a line down"},
		{Up, "line-up", []string{"k", "up"}, "a line up"},
		{OtherEnd, "other-end", []string{"o", "tab"}, "move the other end"},
		{Open, "take-words", []string{"enter"}, "these words are a quote"},
		{Back, "select-nothing", []string{"esc", "q"}, "select nothing"},
	}}
}
