package main

import (
	"fmt"
	"path/filepath"

	"reader/model/correct"
	"reader/model/state"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"
)

// openLog opens the log of what the user corrected, in the folder for what programs remember.
func openLog() (*correct.Log, error) {
	return correct.Open(filepath.Join(xdg.StateHome, "reader", "corrections.jsonl"))
}

// openState opens the log of what the user read, in the same folder.
func openState() (*state.Log, error) {
	return state.Open(filepath.Join(xdg.StateHome, "reader", "state.jsonl"))
}

// logIfAny is openLog for who can do without: why there is none goes to standard error.
func logIfAny(cmd *cobra.Command) *correct.Log {
	log, err := openLog()
	if err != nil {
		cmd.PrintErrln("reader:", uncorrected(err))
	}
	return log
}

// uncorrected says what follows from err, for which there is no log.
func uncorrected(err error) error {
	return fmt.Errorf("%w; the articles are shown as they were before you corrected them", err)
}
