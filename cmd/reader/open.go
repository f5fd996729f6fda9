package main

import (
	"errors"

	"github.com/spf13/cobra"
)

func newOpen() *cobra.Command {
	var hyperlinks, plain bool
	cmd := &cobra.Command{
		Use:   "open URL",
		Short: "Fetch a page, keep it and show it",
		Long:  `Fetches the article at URL, keeps it beside those of your feeds, and opens it on the screen.`,
		Args: func(_ *cobra.Command, urls []string) error {
			if len(urls) != 1 {
				return usageError{errors.New("say which page to open, one: reader open URL")}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, urls []string) error {
			client, err := newClient(cmd)
			if err != nil {
				return err
			}
			if linear, _ := isLinear(cmd, plain); !linear {
				if err = needsTerminal(cmd); err != nil {
					return err
				}
			}
			path, err := subscriptions().Open(cmd.Context(), client, urls[0])
			if err != nil {
				return err
			}
			return openReader(cmd, []string{path}, hyperlinks, plain)
		},
	}
	cmd.Flags().BoolVar(&hyperlinks, "hyperlinks", false, "let the terminal open the links of articles")
	cmd.Flags().BoolVar(&plain, plainFlag, false, plainHelp)
	return online(cmd)
}
