package main

import (
	"errors"
	"os"
	"runtime"
	"slices"
	"strings"

	"reader/model"
	"reader/model/library"
	"reader/ui/clip"
	"reader/ui/linear"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"
)

// How a reader without a screen is asked for.
const (
	plainFlag = "plain"
	plainHelp = "lines of text in and out instead of a screen, for screen readers and scripts"
)

// isLinear reports whether the reader is to be linear, as plain asks for, or as the terminal can do no more, of which hint then tells.
func isLinear(cmd *cobra.Command, plain bool) (linear bool, hint string) {
	switch {
	case plain:
		return true, ""
	case isTerminal(cmd.OutOrStdout()) && isDumb():
		return true, "TERM is dumb, so there is no screen, but lines of text, as with --plain."
	default:
		return false, ""
	}
}

// showLinear opens the articles at paths, those that were fetched, or the built-in library, for commands that are read from standard
// input and answered on standard output.
func showLinear(cmd *cobra.Command, paths []string, hint string) error {
	if err := mistyped(cmd, paths); err != nil {
		return err
	}
	if slices.Contains(paths, "-") {
		return usageError{errors.New(`standard input has the commands; to read an article from "-" without a screen: reader show -`)}
	}
	o, err := asChosen(cmd)
	if err != nil {
		return err
	}
	script := !isTerminal(cmd.InOrStdin())
	d := openDesk(cmd, paths, !script)
	defer func() { tell(cmd, d.kept.close()) }()
	if len(d.paths) == 0 {
		hint = strings.TrimSpace(hint + "\n" + builtIn)
	}
	var history func(*model.Article) (*library.History, error)
	if len(d.paths) > 0 {
		history = d.reading.History
	}
	r := linear.New(linear.Options{
		History: history,
		Library: d.kept.lib, Loader: d.loader, Log: d.log, State: d.state, Feeds: d.feeds, Problems: append(o.Problems, d.problems...),
		Hint: hint, Open: o.Open, Script: script, Width: widthOf(cmd),
		Clipboard: clip.Find(runtime.GOOS, os.Getenv),
	}, cmd.OutOrStdout())
	err = r.Run(cmd.Context(), cmd.InOrStdin())
	if !script {
		return err
	}
	tell(cmd, r.Problems())
	if problem := new(library.Problem); err == nil && slices.ContainsFunc(r.Problems(), func(err error) bool { return errors.As(err, &problem) }) {
		return errUnread
	}
	return err
}

// widthOf returns what tells the width of the terminal that cmd writes to, nil where that is none.
func widthOf(cmd *cobra.Command) func() int {
	out, ok := cmd.OutOrStdout().(*os.File)
	if !ok || !isTerminal(out) {
		return nil
	}
	return func() int {
		w, _, err := term.GetSize(out.Fd())
		if err != nil {
			return 0
		}
		return w
	}
}
