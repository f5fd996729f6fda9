package main

import (
	"iter"

	"reader/model/report"

	"github.com/spf13/cobra"
)

// printRows prints rows of t in a format.
func printRows[T any](cmd *cobra.Command, format string, t *report.Table[T], rows iter.Seq[T]) error {
	out := t.Writer(cmd.OutOrStdout(), format)
	for row := range rows {
		if err := out.Write(row); err != nil {
			return err
		}
	}
	return out.Flush()
}
