package main

import (
	"cmp"
	"iter"
	"slices"
	"strconv"
	"strings"

	"reader/model/library"
	"reader/model/markdown"
	"reader/model/report"

	"github.com/spf13/cobra"
)

// known is one entity as entities prints it, with how often it occurs in the articles found.
type known struct {
	Type     string   `json:"type"`
	Name     string   `json:"name"`
	Role     string   `json:"role"` // the latest known
	Quotes   int      `json:"quotes"`
	Mentions int      `json:"mentions"`
	Articles int      `json:"articles"`
	Aliases  []string `json:"aliases"` // in all articles that were read
}

func newEntities() *cobra.Command {
	var q question
	cmd := &cobra.Command{
		Use:   "entities [PATH…]",
		Short: "Print who and what is mentioned",
		Long: `Prints the people, organizations, places and other names that articles mention, each once, however many articles
mention it, with its type and role, how many quotes are theirs, how often they are mentioned, and in how many articles,
and as data with its other names.
Those that are mentioned most come first.

With --query it counts in the articles that the query finds.`,
		Example: `
# Who is mentioned together with somebody:
reader entities ~/news --query person:azimov

# As a table:
reader entities ~/news --format csv > names.csv
`,
		Args: cobra.ArbitraryArgs,
	}
	cmd.RunE = func(cmd *cobra.Command, paths []string) error {
		return q.answerWith(cmd, paths, func(found answer) error {
			return printRows(cmd, q.format, entityTable(), entitiesIn(found))
		})
	}
	q.addTo(cmd, report.Formats())
	return cmd
}

func entityTable() *report.Table[known] {
	return &report.Table[known]{
		Columns: []string{"type", "name", "role", "quotes", "mentions", "articles", "aliases"},
		Cells: func(e known) []string {
			return []string{e.Type, e.Name, e.Role, strconv.Itoa(e.Quotes), strconv.Itoa(e.Mentions), strconv.Itoa(e.Articles), strings.Join(e.Aliases, "; ")}
		},
		Text: func(e known) string {
			return report.Join(" · ", report.Join(", ", report.OneLine(e.Name), report.OneLine(e.Role)), e.Type, report.Count(e.Quotes, "quote"), report.Count(e.Mentions, "mention"), report.Count(e.Articles, "article"))
		},
		Head: "| name | role | type | quotes | mentions | articles |\n| --- | --- | --- | --- | --- | --- |\n",
		Markdown: func(e known) string {
			cell := func(s string) string { return markdown.Escape(report.OneLine(s)) }
			return "| " + cell(e.Name) + " | " + cell(e.Role) + " | " + e.Type + " | " +
				strconv.Itoa(e.Quotes) + " | " + strconv.Itoa(e.Mentions) + " | " + strconv.Itoa(e.Articles) + " |"
		},
	}
}

// entitiesIn yields the entities of the articles found, those mentioned most first.
func entitiesIn(found answer) iter.Seq[known] {
	in := make(map[library.Ref]bool, len(found.refs))
	for _, r := range found.refs {
		in[r] = true
	}
	var out []known
	for _, e := range found.lib.Entities() {
		row := known{Type: e.Type.String(), Name: e.Name, Role: e.Role, Aliases: append([]string{}, e.Aliases...)}
		for _, c := range e.Articles {
			if in[c.Ref] {
				row.Quotes += int(c.Quotes)
				row.Mentions += int(c.Mentions)
				row.Articles++
			}
		}
		if row.Articles > 0 {
			out = append(out, row)
		}
	}
	slices.SortStableFunc(out, func(a, b known) int {
		return cmp.Or(b.Mentions-a.Mentions, b.Quotes-a.Quotes, cmp.Compare(a.Name, b.Name))
	})
	return slices.Values(out)
}
