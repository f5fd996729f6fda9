package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"reader/model/feeds"
	"reader/model/report"
	"reader/model/source"

	"github.com/spf13/cobra"
)

func newFeeds() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "feeds",
		Short: "List your feeds, take in others, give them away",
		Long: `Your feeds are the file $XDG_DATA_HOME/reader/feeds.json, in ~/.local/share where that is not set, which you may
edit. Their articles are in the folder articles beside it.`,
		Args: cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usageError{fmt.Errorf("there is no command feeds %s; there are feeds list, export and import", args[0])}
			}
			return usageError{errors.New("say what to do: reader feeds list, export or import")}
		},
	}
	cmd.AddCommand(newFeedList(), newFeedImport(), newFeedExport())
	return cmd
}

func newFeedList() *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: "Print your feeds and how they do",
		Args:  none,
		RunE: func(cmd *cobra.Command, _ []string) error {
			list, err := subscriptions().Standings()
			if err != nil {
				return err
			}
			out := bufio.NewWriter(cmd.OutOrStdout()) // remembers the first error
			for _, f := range list {
				_, _ = fmt.Fprintf(out, "%s  %s\n  %s\n  %s\n", f.Name, title(f.Feed), source.SanitizeLine(f.URL), doing(&f.State))
			}
			if err := out.Flush(); err != nil {
				return report.Unwritten(err)
			}
			if len(list) == 0 {
				cmd.PrintErrln("reader: you have subscribed to nothing yet: reader subscribe URL")
			}
			return nil
		},
	}
}

// doing says how a feed does.
func doing(st *feeds.State) string {
	when := func(t time.Time) string { return t.Local().Format("2006-01-02 15:04") }
	last := "never fetched"
	if !st.Success.IsZero() {
		last = "fetched " + when(st.Success)
	}
	switch {
	case !st.Gone.IsZero():
		return fmt.Sprintf("%s; gone since %s, and not asked any more: %s", last, when(st.Gone), st.Problem)
	case st.Failures > 0:
		return fmt.Sprintf("%s; failed %s since, and is not asked before %s: %s", last, report.Count(st.Failures, "time"), when(st.Wait), st.Problem)
	}
	return last
}

func newFeedImport() *cobra.Command {
	return &cobra.Command{
		Use:   "import FILE…",
		Short: "Subscribe to all feeds in a file of OPML",
		Long:  `Puts the feeds in files of OPML, as other readers export them, on your list; "-" is standard input.`,
		Args:  some("which file to take in: reader feeds import FILE.opml"),
		RunE: func(cmd *cobra.Command, files []string) error {
			failed := false
			for _, file := range files {
				if err := takeFeeds(cmd, file); err != nil {
					failed = true
					cmd.PrintErrln("reader:", source.SanitizeLine(file+": "+err.Error()))
				}
			}
			if failed {
				return errUnread
			}
			return nil
		},
	}
}

// takeFeeds puts the feeds in file on the list and tells how many.
func takeFeeds(cmd *cobra.Command, file string) error {
	in := io.NopCloser(cmd.InOrStdin())
	if file != "-" {
		var err error
		if in, err = os.Open(file); err != nil {
			return fmt.Errorf("it could not be read: %w", err)
		}
	}
	defer func() { _ = in.Close() }() // it was only read
	data, err := io.ReadAll(io.LimitReader(in, source.MaxSize+1))
	if err != nil {
		return fmt.Errorf("it could not be read: %w", err)
	}
	if len(data) > source.MaxSize {
		return source.ErrTooLarge
	}
	added, known, err := subscriptions().Import(data)
	if added+known == 0 {
		return err
	}
	_, unable := fmt.Fprintf(cmd.OutOrStdout(), "%s: %s, %d known; reader refresh fetches their articles\n", source.SanitizeLine(file), report.Count(added, "new feed"), known)
	return errors.Join(err, report.Unwritten(unable))
}

func newFeedExport() *cobra.Command {
	return &cobra.Command{
		Use:   "export",
		Short: "Print your feeds as OPML",
		Long:  `Prints your feeds as OPML, which other readers take in.`,
		Args:  none,
		RunE: func(cmd *cobra.Command, _ []string) error {
			data, err := subscriptions().Export()
			if err != nil {
				return err
			}
			_, err = cmd.OutOrStdout().Write(data)
			return report.Unwritten(err)
		},
	}
}
