package main

import (
	"context"
	"fmt"
	"iter"
	"os"
	"slices"

	"reader/model/feeds"
	"reader/model/source"
	"reader/ui"

	"github.com/spf13/cobra"
)

// fetcher is the user's feeds as the screen asks them.
type fetcher struct {
	*feeds.Subscriptions
	cmd *cobra.Command
}

// Refresh asks all feeds for what is new, if cmd may use the network.
func (f fetcher) Refresh(ctx context.Context) (iter.Seq[feeds.Event], error) {
	if isSet(f.cmd, offline) {
		return nil, ui.ErrOffline
	}
	client, err := newClient(f.cmd)
	if err != nil {
		return nil, err
	}
	return f.Subscriptions.Refresh(ctx, client, feeds.Options{})
}

// orSubscribed is orKept for who has subscribed to feeds and fetched nothing yet, too: there is a folder then for what is
// fetched. It returns the feeds if it is their articles that are to be shown.
func orSubscribed(cmd *cobra.Command, paths []string) ([]string, ui.Feeds, error) {
	own := subscriptions()
	kept := []string{own.Articles()}
	if len(paths) == 0 && !own.Any() {
		if list, err := own.All(); err != nil || len(list) == 0 {
			return paths, nil, err
		}
		if err := os.MkdirAll(own.Articles(), 0o700); err != nil {
			return paths, nil, fmt.Errorf("there is no folder for the articles of your feeds: %s", source.SanitizeLine(err.Error()))
		}
		paths = kept
	}
	if paths = orKept(paths); !slices.Equal(paths, kept) {
		return paths, nil, nil
	}
	return paths, fetcher{own, cmd}, nil
}
