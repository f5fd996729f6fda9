package main

import (
	"context"
	"fmt"

	"reader/model/feeds"
	"reader/model/fetch"
	"reader/model/report"
	"reader/model/source"

	"github.com/spf13/cobra"
)

func newRefresh() *cobra.Command {
	var o feeds.Options
	cmd := &cobra.Command{
		Use:   "refresh [NAME…]",
		Short: "Fetch what is new in your feeds",
		Long: `Asks your feeds, or those of that NAME, for what is new, and keeps it. Several hosts are asked at once, each gently.
A feed that failed is left alone for a while, for longer each time, unless it is named.`,
		Example: `
reader refresh
reader refresh tallmar-gazette
`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, names []string) error {
			client, err := newClient(cmd)
			if err != nil {
				return err
			}
			o.Names = names
			return refresh(cmd, client, o)
		},
	}
	cmd.Flags().BoolVar(&o.Full, "fetch-full", false, "fetch the pages of articles of which a feed gives a part")
	return online(cmd)
}

// refresh fetches what is new and tells what became of each feed, and in the end of all.
func refresh(cmd *cobra.Command, client *fetch.Client, o feeds.Options) error {
	events, err := subscriptions().Refresh(cmd.Context(), client, o)
	if err != nil {
		return err
	}
	var t feeds.Tally
	p := newProgress(cmd.ErrOrStderr(), "fetching", func() (done, found int, all bool) { return t.Done, t.Total, true })
	defer p.clear()
	for e := range events {
		p.clear()
		if problem := t.Add(e); problem != nil {
			cmd.PrintErrln("reader:", problem)
		}
		if err := tellEvent(cmd, e); err != nil {
			return err
		}
		p.step()
	}
	p.clear()
	if err := cmd.Context().Err(); err != nil {
		return fmt.Errorf("stopped before everything was fetched; what was fetched is kept: %w", context.Cause(cmd.Context()))
	}
	if t.Total == 0 {
		cmd.PrintErrln("reader: you have subscribed to nothing yet: reader subscribe URL")
		return nil
	}
	if _, err := fmt.Fprintln(cmd.OutOrStdout(), t.String()); err != nil {
		return report.Unwritten(err)
	}
	if t.Failed > 0 {
		return errUnread
	}
	return nil
}

// tellEvent tells the user what became of a feed, if there is anything to it, but for what went wrong.
func tellEvent(cmd *cobra.Command, e feeds.Event) error {
	if e.Moved {
		cmd.PrintErrf("reader: %s has moved to %s, where it is asked from now on\n", e.Feed.Name, source.SanitizeLine(e.Feed.URL))
	}
	if e.New+e.Changed == 0 {
		return nil
	}
	_, err := fmt.Fprintf(cmd.OutOrStdout(), "%s: %d new, %d changed\n", e.Feed.Name, e.New, e.Changed)
	return report.Unwritten(err)
}
