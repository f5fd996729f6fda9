package main

import (
	"errors"
	"fmt"

	"reader/model/feeds"
	"reader/model/fetch"
	"reader/model/report"
	"reader/model/source"

	"github.com/spf13/cobra"
)

func newSubscribe() *cobra.Command {
	var full bool
	cmd := &cobra.Command{
		Use:   "subscribe URL…",
		Short: "Subscribe to feeds, and fetch their articles",
		Long: `Puts feeds on your list and fetches their articles. A URL is that of a feed, RSS, Atom or JSON Feed, or of a page
that names one.`,
		Example: `
reader subscribe https://gazette.example
reader subscribe --fetch-full https://gazette.example/feed.xml
`,
		Args: some("what to subscribe to: reader subscribe URL"),
		RunE: func(cmd *cobra.Command, urls []string) error {
			client, err := newClient(cmd)
			if err != nil {
				return err
			}
			return subscribe(cmd, client, urls, full)
		},
	}
	cmd.Flags().BoolVar(&full, "fetch-full", false, "always fetch the pages of articles of which the feed gives a part")
	return online(cmd)
}

// subscribe puts the feeds at urls on the list and fetches their articles.
func subscribe(cmd *cobra.Command, client *fetch.Client, urls []string, full bool) error {
	own := subscriptions()
	var names []string
	failed := false
	for _, url := range urls {
		f, err := own.Subscribe(cmd.Context(), client, url, full)
		switch {
		case errors.Is(err, feeds.ErrKnown):
			cmd.PrintErrf("reader: %s %v\n", f.Name, err)
		case err != nil:
			failed = true
			cmd.PrintErrln("reader:", source.SanitizeLine(err.Error()))
		default:
			names = append(names, f.Name)
			if _, err := fmt.Fprintf(cmd.OutOrStdout(), "subscribed to %s, as %s\n", title(f), f.Name); err != nil {
				return report.Unwritten(err)
			}
		}
	}
	if len(names) > 0 {
		if err := refresh(cmd, client, feeds.Options{Names: names}); err != nil {
			return err
		}
	}
	if failed {
		return errUnread
	}
	return nil
}

// title returns what a feed calls itself, else its address.
func title(f feeds.Feed) string {
	if f.Title == "" {
		return source.SanitizeLine(f.URL)
	}
	return f.Title
}

func newUnsubscribe() *cobra.Command {
	return &cobra.Command{
		Use:   "unsubscribe URL|NAME…",
		Short: "Take feeds off the list",
		Long:  `Takes feeds off your list. Their articles stay where they are.`,
		Args:  some("which feed: reader unsubscribe NAME; reader feeds list shows all"),
		RunE: func(cmd *cobra.Command, names []string) error {
			own := subscriptions()
			failed := false
			for _, name := range names {
				f, err := own.Remove(name)
				if err != nil {
					failed = true
					cmd.PrintErrln("reader:", err)
					continue
				}
				_, err = fmt.Fprintf(cmd.OutOrStdout(), "unsubscribed from %s; its articles stay in %s\n", title(f), own.Shelf(f.Name))
				if err != nil {
					return report.Unwritten(err)
				}
			}
			if failed {
				return errUnread
			}
			return nil
		},
	}
}
