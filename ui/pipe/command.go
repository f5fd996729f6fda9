// Package pipe hands text to a program that a person names: a command line becomes an argument vector, with no shell between,
// and the program gets the terminal while it runs.
package pipe

import (
	"errors"
	"fmt"
	"strings"

	"github.com/mattn/go-shellwords"
)

// Split returns the program that command names, and its arguments, quoted as for a shell. Nothing is expanded, and what only a shell could
// do is a mistake.
func Split(command string) ([]string, error) {
	p := shellwords.NewParser()
	argv, err := p.Parse(command)
	switch {
	case err != nil:
		return nil, errors.New("a quotation mark or a parenthesis is left open")
	case p.Position >= 0:
		return nil, fmt.Errorf("there is no shell here, which %q would need: sh -c '…' starts one", string([]rune(command)[p.Position]))
	case len(argv) == 0:
		return nil, errors.New("name a program, as in less -R")
	}
	return argv, nil
}

// Join returns a command that Split makes argv of.
func Join(argv []string) string {
	words := make([]string, len(argv))
	for i, s := range argv {
		words[i] = s
		if s == "" || strings.Trim(s, plain) != "" {
			words[i] = "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
		}
	}
	return strings.Join(words, " ")
}

// plain is the characters that mean themselves everywhere.
const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:=+,@%"
