package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"reader/model/correct"
	"reader/model/report"
	"reader/model/source"
	"reader/model/state"

	"github.com/spf13/cobra"
)

func newState() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "state",
		Short: "Take out what is kept of articles, and put it back",
		Long: `What is read and starred, where you were in an article, notes, saved searches and corrections are kept apart from the
articles, by what these are known by: in the files state.jsonl and corrections.jsonl of $XDG_STATE_HOME/reader, in
~/.local/state where that is not set.`,
		Args: cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usageError{fmt.Errorf("there is no command state %s; there are state export and import", args[0])}
			}
			return usageError{errors.New("say what to do: reader state export or import")}
		},
	}
	cmd.AddCommand(newStateExport(), newStateImport())
	return cmd
}

func newStateExport() *cobra.Command {
	return &cobra.Command{
		Use:   "export",
		Short: "Print all that is kept, as JSON Lines",
		Long: `Prints all that is kept as JSON Lines: what was said last of each article, and when. "op" says what:

read, unread   of "article", or of all "articles": their addresses, identifiers, or hashes of what they say
star, unstar   the same
at             one left "article" at "block", from 0: a paragraph, heading or item of its text
met            the articles are known since then
note           "text" on "article", "at" the words that it is about; "id" names it; without "text" it was taken away
search         "query" has this "name"; without "query" it was taken away
closed         the reader was closed last
speaker, not a quote, quote, same, apart, dismiss
               a correction, as in corrections.jsonl; "undo" has the "id" of one that is undone`,
		Example: `
# To another machine:
reader state export | ssh ada reader state import -
`,
		Args: noArgs("reader state export"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			kept, log, err := openBoth(cmd)
			if err != nil {
				return err
			}
			out := bufio.NewWriter(cmd.OutOrStdout())
			if err := errors.Join(kept.Export(out), log.Export(out)); err != nil {
				return err
			}
			return report.Unwritten(out.Flush())
		},
	}
}

// noArgs refuses arguments of the command that is called name.
func noArgs(name string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) > 0 {
			return usageError{fmt.Errorf("%s takes no arguments, and %q is one", name, args[0])}
		}
		return nil
	}
}

// openBoth opens what the user read and corrected. What is wrong with lines of them goes to standard error.
func openBoth(cmd *cobra.Command) (*state.Log, *correct.Log, error) {
	kept, err := openState()
	if err != nil {
		return nil, nil, err
	}
	log, err := openLog()
	if err != nil {
		return nil, nil, err
	}
	tell(cmd, kept.Problems())
	tell(cmd, log.Problems())
	return kept, log, nil
}

func newStateImport() *cobra.Command {
	return &cobra.Command{
		Use:   "import FILE…",
		Short: "Put back what was taken out",
		Long: `Takes in what reader state export printed, here or elsewhere, or files state.jsonl and corrections.jsonl; "-" is
standard input. What is kept already stays: where two things are said of one article, the later one counts. The same
file can be taken in twice.`,
		Args: func(_ *cobra.Command, files []string) error {
			if len(files) == 0 {
				return usageError{errors.New("say which file to take in: reader state import FILE")}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, files []string) error {
			kept, log, err := openBoth(cmd)
			if err != nil {
				return err
			}
			return eachFile(cmd, files, func(file string) error { return putBack(cmd, kept, log, file) })
		},
	}
}

// putBack takes in what is in file and tells how much that is.
func putBack(cmd *cobra.Command, kept *state.Log, log *correct.Log, file string) error {
	r, err := input(cmd, file)
	if err != nil {
		return err
	}
	defer func() { _ = r.Close() }() // it was only read
	file = source.SanitizeLine(file)
	data, err := io.ReadAll(r)
	if err != nil {
		return fmt.Errorf("%s could not be read: %w", file, err)
	}
	corrections, rest := part(data)
	taken, known, problems, err := log.Import(file, bytes.NewReader(corrections))
	if err != nil {
		return err
	}
	tell(cmd, problems)
	more, too, problems, err := kept.Import(file, bytes.NewReader(rest))
	if err != nil {
		return err
	}
	tell(cmd, problems)
	if taken+more+known+too == 0 {
		return fmt.Errorf("%s: there is nothing in it that could be kept; give what reader state export printed", file)
	}
	_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s: %d new, %d known\n", file, taken+more, known+too)
	return report.Unwritten(err)
}

// part parts data into the lines of a file of corrections and the others. Each stays on the line that it was on.
func part(data []byte) (corrections, rest []byte) {
	for line := range bytes.Lines(data) {
		if correct.Knows(line) {
			corrections, rest = append(corrections, line...), append(rest, '\n')
		} else {
			corrections, rest = append(corrections, '\n'), append(rest, line...)
		}
	}
	return corrections, rest
}
