package main

import (
	"iter"
	"strconv"

	"reader/model/markdown"

	"github.com/spf13/cobra"
)

// listed is one article as list prints it.
type listed struct {
	head
	Language string `json:"language"`
	Quotes   int    `json:"quotes"` // that the query asks for
}

func newListing() *cobra.Command {
	var q question
	cmd := &cobra.Command{
		Use:   "list [PATH…]",
		Short: "List articles",
		Long: `Prints one line an article: when and where it was published, its title, and how many quotes it has.

With --query it lists what the query finds, and counts the quotes that it asks for. The articles come in the order of the
paths, or in the one that sort: asks for.`,
		Example: `
# What somebody was quoted on this year:
reader list ~/news --query 'speaker:azimov date:2026 sort:-date'

# Articles with quotes that nobody can be told for, as a table:
reader list ~/news --query is:unattributed --format csv
`,
		Args: cobra.ArbitraryArgs,
	}
	cmd.RunE = func(cmd *cobra.Command, paths []string) error {
		return printRows(cmd, paths, &q, listTable(), listedIn)
	}
	q.addTo(cmd, formats())
	return cmd
}

func listTable() *table[listed] {
	return &table[listed]{
		columns: []string{"article", "path", "title", "published", "source", "url", "language", "quotes"},
		cells: func(l listed) []string {
			return []string{l.Article, l.Path, l.Title, l.Published, l.Source, l.URL, l.Language, strconv.Itoa(l.Quotes)}
		},
		text: func(l listed) string {
			return join("  ", l.day(), join(" · ", oneLine(l.name()), l.Source, count(l.Quotes, "quote")))
		},
		markdown: func(l listed) string {
			return "- " + join(", ", l.link(), markdown.Escape(l.Source), l.day(), count(l.Quotes, "quote"))
		},
	}
}

// listedIn yields the articles of found.
func listedIn(found answer) iter.Seq[listed] {
	return func(yield func(listed) bool) {
		for _, r := range found.refs {
			a := found.lib.Article(r)
			if !yield(listed{headOf(a), a.Language, len(found.Quotes(r))}) {
				return
			}
		}
	}
}
