package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
)

// opener returns what opens an address in another program: the one that is set, with its arguments, else the one that BROWSER names,
// else the system's. It is nil if there is none; that there is none that is set, missing tells. No shell is between.
func opener(set []string) (open func(address string) error, missing error) {
	argv := openerOf(os.Getenv("BROWSER"), runtime.GOOS)
	if len(set) > 0 {
		if _, missing = exec.LookPath(set[0]); missing != nil {
			missing = fmt.Errorf("the opener that is set can't be started, so that BROWSER or the system decides: %w", missing)
		} else {
			argv = slices.Clone(set)
		}
	}
	if _, err := exec.LookPath(argv[0]); err != nil {
		return nil, missing
	}
	return func(address string) error {
		if !strings.HasPrefix(address, "http://") && !strings.HasPrefix(address, "https://") && !strings.HasPrefix(address, "mailto:") {
			return errors.New("it is no address of a page")
		}
		cmd := exec.Command(argv[0], append(argv[1:len(argv):len(argv)], address)...)
		if err := cmd.Start(); err != nil {
			return fmt.Errorf("%s can't be started: %w", argv[0], err)
		}
		go func() { _ = cmd.Wait() }() // a browser may run for as long as it likes
		return nil
	}, missing
}

// openerOf returns the program to open addresses with, and its arguments before the address: the first of those that browser
// names, which are parted by colons, else the one of the system.
func openerOf(browser, system string) []string {
	first, _, _ := strings.Cut(browser, ":")
	first = strings.ReplaceAll(first, "%s", "")
	if argv := strings.Fields(first); len(argv) > 0 {
		return append(argv, "--")
	}
	switch system {
	case "darwin":
		return []string{"open"}
	case "windows":
		return []string{"rundll32", "url.dll,FileProtocolHandler"}
	default:
		return []string{"xdg-open"}
	}
}
