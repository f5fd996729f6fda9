package main

import (
	"errors"
	"fmt"
	"path/filepath"

	"reader/model/feeds"
	"reader/model/fetch"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"
)

// The flags of what uses the network.
const (
	offline      = "offline"
	allowPrivate = "allow-private"
)

// subscriptions returns the user's feeds and their articles, in the folder for data.
func subscriptions() *feeds.Subscriptions {
	return feeds.In(filepath.Join(xdg.DataHome, "reader"))
}

// online gives cmd the flags of what uses the network.
func online(cmd *cobra.Command) *cobra.Command {
	cmd.Flags().Bool(allowPrivate, false, "ask addresses of private networks, too")
	return cmd
}

// newClient returns what asks the network for cmd, if the user lets it.
func newClient(cmd *cobra.Command) (*fetch.Client, error) {
	if isSet(cmd, offline) {
		return nil, usageError{fmt.Errorf("reader %s uses the network, which --%s forbids", cmd.Name(), offline)}
	}
	o := fetch.Options{Agent: "reader/" + version}
	if isSet(cmd, allowPrivate) {
		o.Permit = fetch.Any
	}
	return fetch.New(o), nil
}

// isSet returns the value of a flag of cmd.
func isSet(cmd *cobra.Command, flag string) bool {
	on, err := cmd.Flags().GetBool(flag)
	return err == nil && on
}

// some takes one argument or more; what says which.
func some(what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return usageError{errors.New("say " + what)}
		}
		return nil
	}
}

// none takes no argument.
func none(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usageError{fmt.Errorf("reader %s %s takes nothing more, not %q", cmd.Parent().Name(), cmd.Name(), args[0])}
	}
	return nil
}
