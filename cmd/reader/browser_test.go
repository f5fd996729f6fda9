package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestAnAddressIsGivenToABrowserAsOneArgument(t *testing.T) {
	dir := t.TempDir()
	got := filepath.Join(dir, "got")
	program := filepath.Join(dir, "browser")
	if err := os.WriteFile(program, []byte("#!/bin/sh\nfor a; do echo \"$a\"; done > "+got+".new\nmv "+got+".new "+got+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("BROWSER", program+" --new-window:other")
	const address = "https://gazette.example/a;b?c=$(id)&d='x'"
	open, _ := opener(nil)
	if err := open(address); err != nil {
		t.Fatal(err)
	}
	deadline := time.Now().Add(20 * time.Second)
	for {
		data, err := os.ReadFile(got)
		if err == nil {
			if want := []string{"--new-window", "--", address}; !slices.Equal(strings.Fields(string(data)), want) {
				t.Errorf("it got %q, want %q", data, want)
			}
			return
		}
		if time.Now().After(deadline) {
			t.Fatal(err)
		}
		time.Sleep(time.Millisecond)
	}
}

func TestNothingButAddressesIsOpened(t *testing.T) {
	t.Setenv("BROWSER", "true")
	for _, address := range []string{"file:///etc/passwd", "--help", "javascript:x", ""} {
		if open, _ := opener(nil); open(address) == nil {
			t.Errorf("%q is opened", address)
		}
	}
	t.Setenv("BROWSER", "no-such-program-here")
	if open, _ := opener(nil); open != nil {
		t.Error("a program that is not there opens addresses")
	}
}

func TestWhichProgramOpensAddresses(t *testing.T) {
	for _, c := range []struct{ browser, system, want string }{
		{"", "linux", "xdg-open"},
		{"", "darwin", "open"},
		{"", "windows", "rundll32 url.dll,FileProtocolHandler"},
		{"w3m -N %s:lynx", "linux", "w3m -N --"},
	} {
		if got := strings.Join(openerOf(c.browser, c.system), " "); got != c.want {
			t.Errorf("BROWSER=%s on %s: %q, want %q", c.browser, c.system, got, c.want)
		}
	}
}
