package learn

import (
	"fmt"
	"os"
	"strings"
)

// Source is a file that weights are learned from.
type Source struct {
	File, What, Licence string
	Tokens              int
}

// WriteSources writes to the file name what the weights beside it were learned from, and how: command is
// the command line that makes them again.
func WriteSources(name, command string, sources []Source) error {
	var b strings.Builder
	fmt.Fprintf(&b, "weights.bin is made by\n\n  %s\n\nfrom\n\n", command)
	for _, s := range sources {
		fmt.Fprintf(&b, "  %s, %d tokens\n    %s\n    %s\n", s.File, s.Tokens, s.What, s.Licence)
	}
	b.WriteString("\nIt holds the weights of hashed features, no text, and is shared under CC BY-SA 4.0.\n")
	if err := os.WriteFile(name, []byte(b.String()), 0o644); err != nil {
		return fmt.Errorf("the list of sources: %w", err)
	}
	return nil
}
