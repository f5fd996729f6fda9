package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"reader/model/correct"
	"reader/model/library"
	"reader/model/report"
	"reader/model/source"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"
)

func newCorrections() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "corrections",
		Short: "List, print and take in what was corrected",
		Long: `What you correct on the screen stays corrected in every later analysis of the article. It is kept in one file,
to which lines are only ever added: $XDG_STATE_HOME/reader/corrections.jsonl, in ~/.local/state where that is not set.`,
		Args: cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usageError{fmt.Errorf("there is no command corrections %s; there are corrections list, export and import", args[0])}
			}
			return usageError{errors.New("say what to do: reader corrections list, export or import")}
		},
	}
	cmd.AddCommand(newList(), newGold(), newImport())
	return cmd
}

func newList() *cobra.Command {
	return &cobra.Command{
		Use:   "list [PATH…]",
		Short: "Print what was corrected in articles",
		Long: `Prints what was corrected in the articles at PATH, or in the built-in library, then what was corrected in
others. It says so where a correction fits no place in its article any more, because that was edited.`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, paths []string) error {
			log, err := openLog()
			if err != nil {
				return err
			}
			out := bufio.NewWriter(cmd.OutOrStdout())
			l := lister{out: out, listed: map[string]bool{}}
			unread := eachCorrected(cmd, paths, log, func(r library.Result) error {
				l.article(report.Join(" ", r.Article.Title, "("+r.Article.Path+")"), log.Of(r.Article.ID), r.Unplaced)
				return nil
			})
			all := log.All()
			for i := range all {
				if id := all[i].Article; !l.listed[id] {
					l.article(source.SanitizeLine(id)+" (not among these articles)", log.Of(id), nil)
				}
			}
			if err := out.Flush(); err != nil {
				return report.Unwritten(err)
			}
			if len(all) == 0 && unread == nil {
				cmd.PrintErrln("reader: nothing was corrected yet")
			}
			return unread
		},
	}
}

// eachCorrected reads paths and gives each article of which log corrects something to use, once. Problems go to
// standard error.
func eachCorrected(cmd *cobra.Command, paths []string, log *correct.Log, use func(library.Result) error) error {
	tell(cmd, log.Problems())
	seen := map[string]bool{}
	return eachBatch(cmd, paths, log, func(results []library.Result) error {
		for _, r := range results {
			if id := r.Article.ID; !seen[id] && len(log.Of(id)) > 0 {
				seen[id] = true
				if err := use(r); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// lister writes what was corrected, article by article.
type lister struct {
	out    *bufio.Writer // remembers the first error
	listed map[string]bool
}

// article writes the corrections of an article under its title.
func (l *lister) article(title string, of, unplaced []correct.Correction) {
	between := ""
	if len(l.listed) > 0 {
		between = "\n"
	}
	_, _ = fmt.Fprintf(l.out, "%s%s\n", between, title)
	for i := range of {
		c := &of[i]
		l.listed[c.Article] = true
		note := ""
		if slices.Contains(unplaced, *c) {
			note = " (This fits no place in the article any more.)"
		}
		words := strings.Trim(report.OneLine(c.Anchor.Words), `"“”„«»,`)
		when := "at some time"
		if !c.Time.IsZero() {
			when = c.Time.Local().Format("2006-01-02 15:04")
		}
		_, _ = fmt.Fprintf(l.out, "  %-16s  %s%s\n", when, c.Sentence("“"+ansi.Truncate(words, 72, "…")+"”"), note)
	}
}

func newImport() *cobra.Command {
	return &cobra.Command{
		Use:   "import FILE…",
		Short: "Take in what other people corrected",
		Long: `Takes in the corrections of other people from their files corrections.jsonl; "-" is standard input. What is known
already is not taken twice, and what they have undone is undone. Where two people say different things the later one
counts.`,
		Example: `
# From a colleague's machine:
ssh ada cat .local/state/reader/corrections.jsonl | reader corrections import -
`,
		Args: func(_ *cobra.Command, files []string) error {
			if len(files) == 0 {
				return usageError{errors.New("say which file to take in: reader corrections import FILE")}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, files []string) error {
			log, err := openLog()
			if err != nil {
				return err
			}
			return eachFile(cmd, files, func(file string) error { return takeIn(cmd, log, file) })
		},
	}
}

// eachFile does do with each of files. What goes wrong with one goes to standard error, and in the end is errUnread.
func eachFile(cmd *cobra.Command, files []string, do func(file string) error) error {
	var failed error
	for _, file := range files {
		if err := do(file); err != nil {
			failed = errUnread
			cmd.PrintErrln("reader:", source.SanitizeLine(err.Error()))
		}
	}
	return failed
}

// takeIn adds the corrections in file to log and tells how many.
func takeIn(cmd *cobra.Command, log *correct.Log, file string) error {
	r, err := input(cmd, file)
	if err != nil {
		return err
	}
	defer func() { _ = r.Close() }() // it was only read
	file = source.SanitizeLine(file)
	taken, known, problems, err := log.Import(file, r)
	if err != nil {
		return err
	}
	tell(cmd, problems)
	if taken+known == 0 {
		return fmt.Errorf("%s: there are no corrections in it; give the file corrections.jsonl of the other person", file)
	}
	_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s: %s, %d known\n", file, report.Count(taken, "new correction"), known)
	return report.Unwritten(err)
}

// input opens file, standard input for "-".
func input(cmd *cobra.Command, file string) (io.ReadCloser, error) {
	if file == "-" {
		return io.NopCloser(cmd.InOrStdin()), nil
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("the file could not be taken in: %w", err)
	}
	return f, nil
}
