package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"reader/model"
	"reader/model/library"
	"reader/seeds"

	"github.com/spf13/cobra"
)

// load starts to read paths, or the built-in library without any.
func load(ctx context.Context, paths []string, stdin io.Reader) *library.Loader {
	if len(paths) == 0 {
		return library.LoadFS(ctx, seeds.Articles, nil)
	}
	return library.Load(ctx, paths, stdin, nil)
}

// eachBatch reads paths and gives the articles to use, a few at a time and in order. Problems go to standard
// error, and in the end are errUnread. An error of use ends the reading.
func eachBatch(cmd *cobra.Command, paths []string, use func([]*model.Article) error) error {
	ctx, stop := context.WithCancel(cmd.Context())
	defer stop()
	loader := load(ctx, paths, cmd.InOrStdin())
	p := newProgress(cmd.ErrOrStderr(), loader.Found)
	defer p.clear()
	unread, met := false, 0
	for results, ok := loader.Next(); ok; results, ok = loader.Next() {
		articles := make([]*model.Article, 0, len(results))
		for _, r := range results {
			if r.Problem == nil {
				articles = append(articles, r.Article)
				continue
			}
			unread = true
			p.clear()
			cmd.PrintErrln("reader:", r.Problem)
		}
		if err := use(articles); err != nil {
			return err
		}
		p.read(len(results))
		met += len(results)
	}
	switch {
	case ctx.Err() != nil:
		return fmt.Errorf("stopped before everything was read: %w", context.Cause(ctx))
	case unread:
		return errUnread
	case met == 0:
		p.clear()
		cmd.PrintErrf("reader: %s: there is no article here: no .md, .markdown or .txt file, and no text file without an ending\n", strings.Join(paths, ", "))
	}
	return nil
}
