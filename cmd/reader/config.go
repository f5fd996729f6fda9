package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"reader/model/report"
	"reader/model/source"
	"reader/ui"
	"reader/ui/settings"
	"reader/ui/style"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"
)

// configFlag names another file of settings than the one in its place.
const configFlag = "config"

func newConfig() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "config",
		Short: "Check and print the settings of the screen",
		Long: `The settings of the screen are the file $XDG_CONFIG_HOME/reader/config.toml, in ~/.config where that is not set: keys, theme,
widths, mouse, and which programs are started. There need not be one.`,
		Example: `
# A file of your own, to begin with:
reader config show > ~/.config/reader/config.toml
`,
		Args: cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usageError{fmt.Errorf("there is no command config %s; there are config check and show", args[0])}
			}
			return usageError{errors.New("say what to do: reader config check or show")}
		},
	}
	cmd.AddCommand(newConfigCheck(), newConfigShow())
	return cmd
}

// errMistakes says that settings have mistakes, which were told.
var errMistakes = usageError{errors.New("the settings have mistakes")}

func newConfigCheck() *cobra.Command {
	return &cobra.Command{
		Use:   "check [FILE]",
		Short: "Print what is wrong with the settings, and what to write instead",
		Long: `Prints each mistake in FILE, else in your settings, as FILE:LINE: what is wrong. The exit status is 2 if there are any. What is hard to
read in themes of your own is a warning, and no mistake.`,
		Args: func(_ *cobra.Command, files []string) error {
			if len(files) > 1 {
				return usageError{errors.New("name one file: reader config check FILE")}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, files []string) error {
			file, named := settingsFile(cmd)
			if len(files) > 0 {
				file, named = files[0], true
			}
			data, err := readSettings(file)
			says := "is fine"
			if errors.Is(err, fs.ErrNotExist) && !named {
				says, err = "is not there, which is fine: all is as it is built in", nil
			}
			if err != nil {
				return err
			}
			_, mistakes := settings.Parse(file, data)
			for _, m := range slices.Concat(mistakes, settings.Doubts(file, data)) {
				if _, err = fmt.Fprintln(cmd.OutOrStdout(), m); err != nil {
					return report.Unwritten(err)
				}
			}
			if len(mistakes) > 0 {
				return errMistakes
			}
			_, err = fmt.Fprintln(cmd.OutOrStdout(), source.SanitizeLine(file), says)
			return report.Unwritten(err)
		},
	}
}

func newConfigShow() *cobra.Command {
	return &cobra.Command{
		Use:     "show",
		Aliases: []string{"print"},
		Short:   "Print the settings in force, as a file of them",
		Args:    noArgs("reader config show"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			set, problems, err := chosen(cmd)
			if err != nil {
				return err
			}
			tell(cmd, problems)
			_, err = io.WriteString(cmd.OutOrStdout(), set.TOML())
			return report.Unwritten(err)
		},
	}
}

// settingsFile returns the file of the settings, and whether it was named on the command line.
func settingsFile(cmd *cobra.Command) (file string, named bool) {
	if f := cmd.Flag(configFlag); f != nil && f.Changed {
		return f.Value.String(), true
	}
	return filepath.Join(xdg.ConfigHome, "reader", "config.toml"), false
}

// chosen returns the settings in force, and what is wrong with their file: what can't be read of it is as it is built in. A file
// that was named must be there.
func chosen(cmd *cobra.Command) (set settings.Settings, problems []error, err error) {
	file, named := settingsFile(cmd)
	data, err := readSettings(file)
	switch {
	case err != nil && named:
		return set, nil, usageError{err}
	case errors.Is(err, fs.ErrNotExist):
		return settings.Default(), nil, nil
	case err != nil:
		return settings.Default(), []error{err}, nil
	}
	set, mistakes := settings.Parse(file, data)
	for _, m := range mistakes {
		problems = append(problems, m)
	}
	return set, problems, nil
}

// asChosen returns what the settings say of the screen, with the problems that there were with them.
func asChosen(cmd *cobra.Command) (ui.Options, error) {
	set, problems, err := chosen(cmd)
	if err != nil {
		return ui.Options{}, err
	}
	if os.Getenv(noColor) != "" {
		set.Theme = style.None
	}
	open, missing := opener(set.Opener)
	if missing != nil {
		problems = append(problems, missing)
	}
	return ui.Options{Settings: &set, Pipe: set.Pipe, Open: open, Problems: problems}, nil
}

// mostSettings is how large a file of settings may be.
const mostSettings = 64 << 10

// readSettings returns what is in the file of settings, which may be anything but a folder, or what would let one wait.
func readSettings(file string) ([]byte, error) {
	info, err := os.Stat(file)
	if err != nil {
		return nil, unreadable(file, err)
	}
	if info.IsDir() || info.Mode()&(fs.ModeNamedPipe|fs.ModeSocket) != 0 {
		return nil, unreadable(file, errors.New("it is no file"))
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, unreadable(file, err)
	}
	defer func() { _ = f.Close() }() // it was only read
	data, err := io.ReadAll(io.LimitReader(f, mostSettings+1))
	switch {
	case len(data) > mostSettings:
		return nil, unreadable(file, fmt.Errorf("it has more than %d bytes", mostSettings))
	case err != nil:
		return nil, unreadable(file, err)
	}
	return data, nil
}

// unreadable says that the settings in file can't be read because of err.
func unreadable(file string, err error) error {
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		err = path.Err // the path is told in a way that can be printed
	}
	return fmt.Errorf("the settings in %s can't be read: %w", source.SanitizeLine(file), err)
}

// noColor is what says to every program that it is to print without colours, whatever its value.
const noColor = "NO_COLOR"
