// Package clip puts text on the clipboard of the system, with the program that is there for it. What a terminal can do for
// the clipboard by itself (OSC 52) is not its business, but for how much that may be.
package clip

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"reader/model/source"
)

// Most is how many bytes a terminal takes by OSC 52: many throw away sequences of more than 100,000 characters, which hold
// three bytes for each four.
const Most = 74_994

// Tool is a program that puts its standard input on the clipboard, with its arguments. The empty Tool is none.
type Tool []string

// windows is how PowerShell takes text as it is: UTF-8, from standard input.
const windows = "$in = [IO.StreamReader]::new([Console]::OpenStandardInput(), [Text.Encoding]::UTF8); Set-Clipboard -Value $in.ReadToEnd()"

// Find returns the tool of the system, which is named as Go names it, none if there is none: one that can be found and whose display
// is there, as getenv tells.
func Find(system string, getenv func(string) string) Tool {
	powershell := Tool{"powershell.exe", "-NoProfile", "-NonInteractive", "-Command", windows}
	for _, c := range []struct {
		there bool
		tool  Tool
	}{
		{system == "darwin", Tool{"pbcopy"}},
		{system == "windows", powershell},
		{getenv("WAYLAND_DISPLAY") != "", Tool{"wl-copy"}},
		{getenv("DISPLAY") != "", Tool{"xclip", "-selection", "clipboard"}},
		{getenv("DISPLAY") != "", Tool{"xsel", "--clipboard", "--input"}},
		{getenv("WSL_DISTRO_NAME") != "", powershell},
	} {
		if !c.there {
			continue
		}
		if _, err := exec.LookPath(c.tool[0]); err == nil {
			return c.tool
		}
	}
	return nil
}

// Name returns the name of the program, "" if there is none.
func (t Tool) Name() string {
	if len(t) == 0 {
		return ""
	}
	return strings.TrimSuffix(filepath.Base(t[0]), ".exe")
}

// How long a tool may take, and how long it is waited for those that it left behind: a tool may stay to hand out what it was given.
const (
	patience = 5 * time.Second
	leave    = 100 * time.Millisecond
)

// Copy puts text on the clipboard.
func (t Tool) Copy(text string) error {
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	cmd := exec.CommandContext(ctx, t[0], t[1:]...)
	cmd.WaitDelay = leave
	cmd.Stdin = strings.NewReader(text)
	var said bytes.Buffer
	cmd.Stderr = &said
	err := cmd.Run()
	switch {
	case err == nil, errors.Is(err, exec.ErrWaitDelay):
		return nil
	case ctx.Err() != nil:
		return fmt.Errorf("%s did not take it within %v", t.Name(), patience)
	}
	first, _, _ := strings.Cut(strings.TrimSpace(said.String()), "\n")
	if first == "" {
		return fmt.Errorf("%s failed: %w", t.Name(), err)
	}
	return fmt.Errorf("%s failed: %s", t.Name(), source.SanitizeLine(first))
}
