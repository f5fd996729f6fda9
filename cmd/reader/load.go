package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"reader/model"
	"reader/model/correct"
	"reader/model/library"
	"reader/seeds"

	"github.com/spf13/cobra"
)

// load starts to read paths, or the built-in library without any.
func load(ctx context.Context, paths []string, stdin io.Reader, o library.Options) *library.Loader {
	if len(paths) == 0 {
		return library.LoadFS(ctx, seeds.Articles, o)
	}
	return library.Load(ctx, paths, stdin, o)
}

// orKept returns paths, or where none are named the folder of the articles that were fetched, if there are any.
func orKept(paths []string) []string {
	if own := subscriptions(); len(paths) == 0 && own.Any() {
		return []string{own.Articles()}
	}
	return paths
}

// eachArticles reads paths, corrects what is read as the user did, and gives the articles to use: see eachBatch.
// What of it can't be done goes to standard error.
func eachArticles(cmd *cobra.Command, paths []string, use func([]*model.Article) error) error {
	log := logIfAny(cmd)
	tell(cmd, log.Problems())
	return eachBatch(cmd, paths, log, func(results []library.Result) error {
		articles := make([]*model.Article, len(results))
		for i, r := range results {
			articles[i] = r.Article
			tellUnplaced(cmd, r)
		}
		return use(articles)
	})
}

// tell writes what is wrong with something to standard error.
func tell(cmd *cobra.Command, problems []error) {
	for _, problem := range problems {
		cmd.PrintErrln("reader:", problem)
	}
}

// tellUnplaced writes to standard error how many corrections can't be placed in the article of r, if any.
func tellUnplaced(cmd *cobra.Command, r library.Result) {
	if n := len(r.Unplaced); n > 0 {
		cmd.PrintErrf("reader: %s: %s can't be placed in the article any more; reader corrections list shows what\n",
			r.Article.Path, count(n, "correction"))
	}
}

// eachBatch reads paths, corrects as log says, and gives what was read to use, a few at a time and in order.
// Problems go to standard error, and in the end are errUnread. An error of use ends the reading.
func eachBatch(cmd *cobra.Command, paths []string, log *correct.Log, use func([]library.Result) error) error {
	ctx, stop := context.WithCancel(cmd.Context())
	defer stop()
	paths = orKept(paths)
	o := library.Options{Log: log}
	var problems []error
	o.Store, problems = openStore(paths)
	tell(cmd, problems)
	defer func() {
		if err := o.Store.Close(); err != nil {
			tell(cmd, []error{err})
		}
	}()
	loader := load(ctx, paths, cmd.InOrStdin(), o)
	p := newProgress(cmd.ErrOrStderr(), "analysing", loader.Progress)
	defer p.clear()
	unread, met := false, 0
	for readings, ok := loader.Next(); ok; readings, ok = loader.Next() {
		read := make([]library.Result, 0, len(readings))
		for _, rd := range readings {
			read = append(read, rd.Results...)
			if rd.Problem != nil {
				unread = true
				p.clear()
				cmd.PrintErrln("reader:", rd.Problem)
			}
		}
		if err := use(read); err != nil {
			return err
		}
		p.step()
		met += len(readings)
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
