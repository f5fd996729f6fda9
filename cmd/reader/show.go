package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"reader/model"
	"reader/model/library"
	"reader/model/markdown"
	"reader/model/report"

	"github.com/spf13/cobra"
)

// showFormats are those that show can print: an article is no row of a table.
func showFormats() []string { return []string{report.Text, report.JSONL, report.Markdown} }

func newShow() *cobra.Command {
	var q question
	cmd := &cobra.Command{
		Use:   "show [PATH…]",
		Short: "Print articles with who is quoted in them",
		Long: `Prints whole articles. In the text, after each paragraph, stand the quotes in it with their speakers; in Markdown they stand
after the article; JSON Lines are those of export.

With --query it prints the articles that the query finds, with the quotes that it asks for.`,
		Example: `
# An article to be read, or read out:
reader show article.md

# What was written on a treaty, newest first, in a pager:
reader show ~/news --query 'title:treaty sort:-date' | less
`,
		Args: cobra.ArbitraryArgs,
	}
	cmd.RunE = func(cmd *cobra.Command, paths []string) error {
		return q.answerWith(cmd, paths, func(found answer) error {
			out := bufio.NewWriter(cmd.OutOrStdout())
			if err := show(out, q.format, found); err != nil {
				return err
			}
			return report.Unwritten(out.Flush())
		})
	}
	q.addTo(cmd, showFormats())
	return cmd
}

// show writes the articles found.
func show(w io.Writer, format string, found answer) error {
	lines, between := report.Lines(w), ""
	for _, r := range found.refs {
		a := found.lib.Article(r)
		var err error
		switch format {
		case report.JSONL:
			err = lines.Encode(export(a))
		case report.Markdown:
			_, err = io.WriteString(w, between+showMarkdown(found.lib.Head(r), a, notesOf(found, r)))
			between = "\n---\n\n"
		default:
			_, err = io.WriteString(w, between+showText(found.lib.Head(r), a, notesOf(found, r)))
			between = "\n* * *\n\n"
		}
		if err != nil {
			return report.Unwritten(err)
		}
	}
	return nil
}

// note says whose a quote is.
type note struct {
	quote *model.Quote
	by    string // "Quote by Araz Azimov, Deputy Foreign Minister"
	words string
}

// notesOf returns notes on the quotes of article r that are asked for.
func notesOf(found answer, r library.Ref) []note {
	a := found.lib.Article(r)
	var out []note
	for i, q := range found.quotationsIn(r) {
		out = append(out, note{&a.Quotes[i], "Quote by " + q.Attribution(), report.OneLine(q.Text)})
	}
	return out
}

// showText returns a as text, with notes after the paragraphs that the quotes stand in.
func showText(h *library.Head, a *model.Article, notes []note) string {
	var out strings.Builder
	of := report.HeadOf(h)
	out.WriteString(report.Join("\n", report.OneLine(of.Name()), report.Join(" · ", strings.Join(a.Authors, ", "), of.Source, of.Day()), a.URL) + "\n")
	for i := -1; i < len(a.Blocks); i++ {
		if i >= 0 {
			fmt.Fprintf(&out, "\n%s\n", a.Blocks[i].Span.In(a.Text))
		}
		for _, n := range notes {
			if a.BlockAt(n.quote.Field, n.quote.Span.Start) == i {
				fmt.Fprintf(&out, "  %s: %s\n", n.by, n.words)
			}
		}
	}
	return out.String()
}

// showMarkdown returns a in Markdown, with notes on the quotes at its end.
func showMarkdown(h *library.Head, a *model.Article, notes []note) string {
	var out strings.Builder
	of := report.HeadOf(h)
	fmt.Fprintf(&out, "# %s\n", of.Link())
	if from := report.Join(" · ", strings.Join(a.Authors, ", "), of.Source, of.Day()); from != "" {
		fmt.Fprintf(&out, "\n%s\n", markdown.Escape(from))
	}
	fmt.Fprintf(&out, "\n%s\n", a.Markdown)
	if len(notes) > 0 {
		out.WriteString("\n## Quotes\n")
	}
	for _, n := range notes {
		fmt.Fprintf(&out, "\n%s:\n\n> %s\n", markdown.Escape(n.by), markdown.Escape(n.words))
	}
	return out.String()
}
