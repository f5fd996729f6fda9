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

// openReader opens the articles at paths, those that were fetched, or the built-in library: on the screen, with links that the terminal can open
// if hyperlinks, or without one where plain or the terminal asks for that.
func openReader(cmd *cobra.Command, paths []string, hyperlinks, plain bool) error {
	if linear, hint := isLinear(cmd, plain); linear {
		return showLinear(cmd, paths, hint)
	}
	return showScreen(cmd, paths, hyperlinks)
}

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
	// From here on signals are the screen's, which heeds none while another program has the terminal: ^C is that program's then.
	ctx, stop := context.WithCancel(context.WithoutCancel(cmd.Context()))
	defer stop()
	cmd.SetContext(ctx)
	d := openDesk(cmd, paths, true)
	defer func() { tell(cmd, d.kept.close()) }()
	o.Library, o.Loader, o.Log, o.State, o.Feeds, o.Hyperlinks = d.kept.lib, d.loader, d.log, d.state, d.feeds, hyperlinks
	o.Problems = append(o.Problems, d.problems...)
	o.Clipboard = clip.Find(runtime.GOOS, os.Getenv)
	if len(d.paths) > 0 {
		o.History = d.reading.History
	} else {
		o.First = seeds.First
		o.Hint = builtIn
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
	if !isTerminal(cmd.OutOrStdout()) {
		return usageError{errors.New("the screen needs a terminal; without one there is reader --plain, and to print to a file or pipe reader export or reader quotes")}
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
