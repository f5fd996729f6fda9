package main

import (
	"errors"

	"github.com/spf13/cobra"
)

const long = `Reads news articles and shows who said what.

A PATH is a file, a folder (read with everything in it; hidden files are passed over) or "-" for standard
input. Articles are Markdown, plain text, web pages as browsers save them (HTML, MHTML), or the items of a feed
(RSS, RDF, Atom, JSON Feed). Without a PATH the articles of your feeds are read, and the built-in library as long as
there are none.`

const examples = `
# Open the built-in library, or your own articles:
reader
reader ~/news article.md

# Subscribe to a site, and fetch what is new later on:
reader subscribe https://gazette.example
reader refresh

# Print everything Araz Azimov said in a folder of articles:
reader quotes ~/news --speaker "Araz Azimov"

# Who is quoted in a page from the web, as a table:
curl -s https://example.org/article.html | reader quotes - --format csv

# Everything that was found in the articles, as JSON Lines:
reader export ~/news > news.jsonl
`

func newRoot() *cobra.Command {
	var hyperlinks, plain bool
	root := &cobra.Command{
		Use:     "reader [PATH…]",
		Short:   "A reader for news that knows who said what",
		Long:    long,
		Example: examples,
		Args:    cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, paths []string) error {
			return openReader(cmd, paths, hyperlinks, plain)
		},

		SuggestionsMinimumDistance: 2, // letters that differ
	}
	root.Flags().BoolVar(&hyperlinks, "hyperlinks", false, "let the terminal open the links of articles")
	root.PersistentFlags().String(configFlag, "", "read the settings of the screen from this file")
	root.Flags().BoolVar(&plain, plainFlag, false, plainHelp)
	root.PersistentFlags().Bool(offline, false, "use no network, whatever is asked for")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.AddCommand(
		newListing(), newShow(), newSearch(), newQuotes(), newEntities(), newExport(), newCorrections(), newState(),
		newSubscribe(), newUnsubscribe(), newRefresh(), newFeeds(), newOpen(), newConfig(),
	)
	return online(root)
}

// errUnread says that some input could not be read, which was told where it happened.
var errUnread = errors.New("some of the articles could not be read")
