package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"

	"reader/seeds"
	"reader/ui"
	"reader/ui/clip"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"
)

// showScreen opens the articles at paths, those that were fetched, or the built-in library, on the terminal, with links that the terminal
// can open if hyperlinks.
func showScreen(cmd *cobra.Command, paths []string, hyperlinks bool) error {
	if err := mistyped(cmd, paths); err != nil {
		return err
	}
	if err := needsTerminal(cmd); err != nil {
		return err
	}
	if slices.Contains(paths, "-") && isTerminal(cmd.InOrStdin()) {
		return usageError{errors.New(`standard input is the keyboard; to read an article from "-" pipe it in`)}
	}
	o, err := asChosen(cmd)
	if err != nil {
		return err
	}
	paths, own, unlisted := orSubscribed(cmd, paths)
	// From here on signals are the screen's, which heeds none while another program has the terminal: ^C is that program's then.
	ctx, stop := context.WithCancel(context.WithoutCancel(cmd.Context()))
	defer stop()
	log, err := openLog()
	kept := openShelf(paths, log)
	defer func() { tell(cmd, kept.close()) }()
	o.Library, o.Log, o.Feeds, o.Hyperlinks = kept.lib, log, own, hyperlinks
	o.Problems = append(o.Problems, kept.problems...)
	o.Clipboard = clip.Find(runtime.GOOS, os.Getenv)
	if unlisted != nil {
		o.Problems = append(o.Problems, unlisted)
	}
	if err != nil {
		o.Problems = append(o.Problems, uncorrected(err))
	}
	if o.State, err = openState(); err != nil {
		o.Problems = append(o.Problems, err)
	}
	reading := kept.options()
	reading.Watch = true
	if len(paths) > 0 {
		o.History = reading.History
	}
	o.Loader = load(ctx, paths, cmd.InOrStdin(), reading)
	if len(paths) == 0 {
		o.First = seeds.First
		o.Hint = "This is the built-in library. Your own articles: reader PATH…"
	}
	_, err = tea.NewProgram(ui.New(o), tea.WithContext(ctx)).Run()
	switch {
	case errors.Is(err, tea.ErrInterrupted):
		return nil // asked to stop, and did
	case err != nil:
		return fmt.Errorf("the screen stopped: %w", err)
	}
	return nil
}

// needsTerminal returns an error if there is no terminal for the screen.
func needsTerminal(cmd *cobra.Command) error {
	if isDumb() {
		return usageError{errors.New("TERM is dumb: the screen can't be shown here; to print articles use reader show, or who said what, reader quotes")}
	}
	if !isTerminal(cmd.OutOrStdout()) {
		return usageError{errors.New("the screen needs a terminal; to print to a file or pipe use reader export or reader quotes")}
	}
	return nil
}

// isDumb reports whether the terminal can do no more than print one line after the other, so that there can be no screen.
func isDumb() bool { return os.Getenv("TERM") == "dumb" }

// mistyped returns an error if the first of paths is nothing that can be read, but an address, or much like a command.
func mistyped(cmd *cobra.Command, paths []string) error {
	if len(paths) == 0 {
		return nil
	}
	if _, err := os.Lstat(paths[0]); err == nil {
		return nil
	}
	if strings.HasPrefix(paths[0], "http://") || strings.HasPrefix(paths[0], "https://") {
		return usageError{fmt.Errorf("%q is an address, not a file; to fetch and read it: reader open URL", paths[0])}
	}
	like := cmd.SuggestionsFor(paths[0])
	if len(like) == 0 {
		return nil
	}
	return usageError{fmt.Errorf("there is no file %q and no such command; did you mean reader %s?", paths[0], like[0])}
}

// isTerminal reports whether stream, a standard stream, is a terminal.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(f.Fd())
}
