package main

import (
	"bufio"

	"reader/model"
	"reader/model/report"

	"github.com/spf13/cobra"
)

func newExport() *cobra.Command {
	return &cobra.Command{
		Use:   "export [PATH…]",
		Short: "Print what was found in articles as JSON Lines",
		Long: `Prints one JSON object an article, one a line, in the order of the paths: its text and everything that was
found in it. Offsets are half-open ranges of Unicode code points in "text", or in "title" where it says
"in": "title". Each quote has its "evidence": the rule, the quote that it goes on from, and the chain of mentions
from the words that name the speaker to the fullest name.

Exits with 0 when everything was read, 1 when some of it could not be, 2 for a mistake in the command line.`,
		Example: `
# The quotes of one article with their speakers:
reader export article.md | jq '.quotes[]'

# An article from standard input:
curl -s https://example.org/article.html | reader export -
`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, paths []string) error {
			out := bufio.NewWriter(cmd.OutOrStdout())
			lines := report.Lines(out)
			return eachArticles(cmd, paths, func(articles []*model.Article) error {
				for _, a := range articles {
					if err := lines.Encode(export(a)); err != nil {
						return report.Unwritten(err)
					}
				}
				return report.Unwritten(out.Flush())
			})
		},
	}
}
