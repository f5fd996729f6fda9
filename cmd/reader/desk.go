package main

import (
	"reader/model/correct"
	"reader/model/library"
	"reader/model/state"
	"reader/ui"

	"github.com/spf13/cobra"
)

// desk is what one reads at, on the screen or without one: the articles, and what is kept of them.
type desk struct {
	paths    []string // what is read; none: the built-in library
	kept     *shelf
	log      *correct.Log
	state    *state.Log
	feeds    ui.Feeds // nil: these are not the articles of feeds
	loader   *library.Loader
	reading  library.Options
	problems []error
}

// builtIn is what the first run tells.
const builtIn = "This is the built-in library. Your own articles: reader PATH…"

// openDesk starts to read paths, what was fetched, or the built-in library; if watch, it goes on with what changes there. Who
// opens it closes what is kept.
func openDesk(cmd *cobra.Command, paths []string, watch bool) *desk {
	d := &desk{}
	var unlisted, uncorrectable, unmarked error
	d.paths, d.feeds, unlisted = orSubscribed(cmd, paths)
	d.log, uncorrectable = openLog()
	d.kept = openShelf(d.paths, d.log)
	d.problems = d.kept.problems
	d.state, unmarked = openState()
	if uncorrectable != nil {
		uncorrectable = uncorrected(uncorrectable)
	}
	for _, problem := range []error{unlisted, uncorrectable, unmarked} {
		if problem != nil {
			d.problems = append(d.problems, problem)
		}
	}
	d.reading = d.kept.options()
	d.reading.Watch = watch
	d.loader = load(cmd.Context(), d.paths, cmd.InOrStdin(), d.reading)
	return d
}
