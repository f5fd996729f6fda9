package main

import (
	"reader/model/report"

	"github.com/spf13/cobra"
)

func newListing() *cobra.Command {
	var q question
	cmd := &cobra.Command{
		Use:   "list [PATH…]",
		Short: "List articles",
		Long: `Prints one line an article: when and where it was published, its title, and how many quotes it has.

With --query it lists what the query finds, and counts the quotes that it asks for. The articles come in the order of the
paths, or in the one that sort: asks for. What was noted on an article stands with it.`,
		Example: `
# What somebody was quoted on this year:
reader list ~/news --query 'speaker:azimov date:2026 sort:-date'

# Articles with quotes that nobody can be told for, as a table:
reader list ~/news --query is:unattributed --format csv
`,
		Args: cobra.ArbitraryArgs,
	}
	cmd.RunE = func(cmd *cobra.Command, paths []string) error {
		return q.answerWith(cmd, paths, func(found answer) error {
			return printRows(cmd, q.format, report.Articles(found.noted()), found.listed)
		})
	}
	q.addTo(cmd, report.Formats())
	return cmd
}

// listed yields the articles found.
func (found answer) listed(yield func(report.Article) bool) {
	for _, r := range found.refs {
		if !yield(report.ArticleOf(found.lib, r, len(found.Quotes(r)), found.marks)) {
			return
		}
	}
}
