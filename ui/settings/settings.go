// Package settings is what a person may choose of the screen, and the file of TOML in which they write it.
//
// The way of a file: read.go makes assignments of it, each with the line it stands on; fields.go says which settings there are and
// puts the values into them, themes.go those of themes; write.go prints settings so that they can be read again.
package settings

import (
	"fmt"

	"reader/model/report"
	"reader/model/source"
	"reader/ui/intent"
	"reader/ui/style"
)

// Settings is all that can be chosen. Default makes one.
type Settings struct {
	Theme    style.Name               // a built-in one, or one of Themes
	Themes   map[style.Name]style.Own // of the user's own; must not be changed
	Mouse    bool                     // the mouse belongs to the screen, and not to the terminal, which selects text with it
	Widths   Widths
	Opener   []string // the program that opens addresses, and its arguments before the address; none: BROWSER, else the system's
	Pipe     []string // the program that what is shown is piped to, and its arguments, unless another is named; none: there is none
	Exporter Exporter
	Keys     intent.KeyMap
}

// Exporter is what is offered first where something is written to a file.
type Exporter struct {
	Format string // how the name of the file ends, without the dot
	Folder string // "": the current one; ~/ is the home folder
}

// Widths is how many columns panes have, their borders included. What does not fit gets less.
type Widths struct {
	List, Entities int // 0: as suits the screen
	Article        int // of the text, at most
}

// The bounds of widths.
const (
	LeastSide    = 16 // of the list and the entities
	LeastArticle = 40
	Most         = 400
)

// Default returns the settings that are built in.
func Default() Settings {
	return Settings{Theme: style.Auto, Mouse: true, Widths: Widths{Article: 84}, Exporter: Exporter{Format: report.Suffixes()[0]}, Keys: intent.New()}
}

// Mistake is something in a file that is no setting.
type Mistake struct {
	File string
	Line int // from 1
	Text string
}

// Error implements error: where it is, what is wrong, and what to write instead.
func (m Mistake) Error() string { return fmt.Sprintf("%s:%d: %s", m.File, m.Line, m.Text) }

// mistake returns a mistake in line. What it says may have words of the file in it.
func mistake(line int, format string, args ...any) Mistake {
	return Mistake{Line: line, Text: source.SanitizeLine(fmt.Sprintf(format, args...))}
}
