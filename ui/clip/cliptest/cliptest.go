// Package cliptest has a program for tests of what hands text to one.
package cliptest

import (
	"flag"
	"io"
	"os"
	"testing"
)

// IsProgram reports whether this is a process that a test has started as its program, of which it is the first thing to ask. The
// program writes what it gets to the file that it is named as an argument, or says on standard error why it can't, in two lines.
func IsProgram(t *testing.T) bool {
	t.Helper()
	if flag.NArg() == 0 {
		return false
	}
	text, err := io.ReadAll(os.Stdin)
	if err == nil {
		err = os.WriteFile(flag.Arg(0), text, 0o600)
	}
	if err != nil {
		_, _ = os.Stderr.WriteString("no \x1broom\nand more\n")
		t.Fatal(err)
	}
	return true
}
