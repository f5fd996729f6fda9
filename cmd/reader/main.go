// Command reader is a terminal reader for news that knows who said what.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"reader/ui/linear"

	"charm.land/fang/v2"
)

// version is what --version prints.
const version = "0.1.0"

// The exit codes.
const (
	exitDone   = 0
	exitFailed = 1 // something could not be read, found or written
	exitUsage  = 2
)

func main() {
	if os.Getenv(noColor) != "" {
		_ = os.Setenv(noColor, "1") // libraries that we use know it by this value alone
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run is the command with its arguments and standard streams; it returns the exit code.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	root := newRoot()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	var err error
	if isDumb() { // help that is painted asks the terminal for its background, and this one would print that
		root.Version, root.SilenceUsage, root.SilenceErrors = version, true, true
		if err = root.ExecuteContext(ctx); err != nil {
			explain(stderr, fang.Styles{}, err)
		}
	} else {
		err = fang.Execute(ctx, root, fang.WithVersion(version), fang.WithErrorHandler(explain))
	}
	usage := new(usageError)
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE): // who reads the output has had enough
		return exitDone
	case errors.As(err, usage), errors.As(err, new(linear.Mistake)):
		return exitUsage
	default:
		return exitFailed
	}
}

// explain writes err for the user.
func explain(w io.Writer, _ fang.Styles, err error) {
	if errors.Is(err, errUnread) || errors.Is(err, errMistakes) || errors.Is(err, syscall.EPIPE) {
		return // was told, or is not worth telling
	}
	usage := new(usageError)
	hint := ""
	if errors.As(err, usage) {
		hint = "\nTry: reader --help"
	}
	// There is nowhere to report that standard error can't be written.
	_, _ = fmt.Fprintf(w, "reader: %v%s\n", err, hint)
}

// usageError is a mistake in the command line.
type usageError struct{ err error }

func (e usageError) Error() string { return e.err.Error() }

func (e usageError) Unwrap() error { return e.err }
