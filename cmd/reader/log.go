package main

import (
	"path/filepath"

	"reader/model/correct"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"
)

// openLog opens the log of what the user corrected, in the folder for what programs remember.
func openLog() (*correct.Log, error) {
	return correct.Open(filepath.Join(xdg.StateHome, "reader", "corrections.jsonl"))
}

// logIfAny is openLog for who can do without: why there is none goes to standard error.
func logIfAny(cmd *cobra.Command) *correct.Log {
	log, err := openLog()
	if err != nil {
		cmd.PrintErrf("reader: %v; the articles are shown as they were before you corrected them\n", err)
	}
	return log
}
