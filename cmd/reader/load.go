package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"reader/model"
	"reader/model/correct"
	"reader/model/library"
	"reader/model/report"
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
			r.Article.Path, report.Count(n, "correction"))
	}
}

// eachBatch reads paths, corrects as log says, and gives what was read to use, a few at a time and in order.
// Problems go to standard error, and in the end are errUnread. An error of use ends the reading.
func eachBatch(cmd *cobra.Command, paths []string, log *correct.Log, use func([]library.Result) error) error {
	paths = orKept(paths)
	store, problems := openStore(paths)
	tell(cmd, problems)
	defer func() {
		if err := store.Close(); err != nil {
			tell(cmd, []error{err})
		}
	}()
	return eachReading(cmd, paths, library.Options{Log: log, Store: store}, func(readings []library.Reading) error {
		var results []library.Result
		for i := range readings {
			results = append(results, readings[i].Results...)
		}
		return use(results)
	})
}

// eachReading reads paths as o says and gives what was read to use, as eachBatch does.
func eachReading(cmd *cobra.Command, paths []string, o library.Options, use func([]library.Reading) error) error {
	ctx, stop := context.WithCancel(cmd.Context())
	defer stop()
	loader := load(ctx, paths, cmd.InOrStdin(), o)
	p := newProgress(cmd.ErrOrStderr(), "analysing", loader.Progress)
	defer p.clear()
	unread := false
	for readings, ok := loader.Next(); ok; readings, ok = loader.Next() {
		for i := range readings {
			if problem := readings[i].Problem; problem != nil {
				unread = true
				p.clear()
				cmd.PrintErrln("reader:", problem)
			}
		}
		if err := use(readings); err != nil {
			return err
		}
		p.step()
	}
	_, found, _ := loader.Progress()
	switch {
	case ctx.Err() != nil:
		return fmt.Errorf("stopped before everything was read: %w", context.Cause(ctx))
	case unread:
		return errUnread
	case found == 0:
		p.clear()
		cmd.PrintErrf("reader: %s: there is no article here: no .md, .markdown or .txt file, and no text file without an ending\n", strings.Join(paths, ", "))
	}
	return nil
}
