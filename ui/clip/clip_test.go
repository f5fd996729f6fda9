package clip

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reader/ui/clip/cliptest"
)

// toolTo returns a tool that copies to the file at path: a process of this test, see cliptest.IsProgram.
func toolTo(tb testing.TB, path string) Tool {
	tb.Helper()
	return Tool{os.Args[0], "-test.run=^" + tb.Name() + "$", path}
}

func TestItTakesTheTextAsItIs(t *testing.T) {
	if cliptest.IsProgram(t) {
		return
	}
	t.Parallel()
	path := filepath.Join(t.TempDir(), "clip board")
	text := "“Concrete breathes,” — $HOME `id` \\ ' \" \n" + strings.Repeat("x", 1<<20)
	if err := toolTo(t, path).Copy(text); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != text {
		t.Errorf("it has %d bytes, want %d (%v)", len(got), len(text), err)
	}
}

func TestWhatTheToolSaysIsTold(t *testing.T) {
	if cliptest.IsProgram(t) {
		return
	}
	t.Parallel()
	err := toolTo(t, t.TempDir()).Copy("x")
	if want := filepath.Base(os.Args[0]) + " failed: no ␛room"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	if err := (Tool{filepath.Join(t.TempDir(), "missing")}).Copy("x"); err == nil || !strings.HasPrefix(err.Error(), "missing failed: ") {
		t.Errorf("got %v", err)
	}
}

func TestWhichToolThereIs(t *testing.T) {
	folder := t.TempDir()
	install := func(names ...string) {
		for _, name := range names {
			if err := os.WriteFile(filepath.Join(folder, name), nil, 0o700); err != nil {
				t.Fatal(err)
			}
		}
	}
	t.Setenv("PATH", folder)
	for _, c := range []struct{ system, env, install, want string }{
		{"linux", "DISPLAY", "", ""},
		{"linux", "DISPLAY", "xsel", "xsel"},
		{"linux", "DISPLAY", "xclip", "xclip"},
		{"linux", "DISPLAY WAYLAND_DISPLAY", "", "xclip"},
		{"linux", "DISPLAY WAYLAND_DISPLAY", "wl-copy", "wl-copy"},
		{"linux", "", "", ""}, // over ssh: it would wait for a display
		{"linux", "WSL_DISTRO_NAME", "powershell.exe", "powershell"},
		{"windows", "", "", "powershell"},
		{"darwin", "", "", ""},
		{"darwin", "", "pbcopy", "pbcopy"},
	} {
		install(strings.Fields(c.install)...)
		set := func(name string) string {
			if slices.Contains(strings.Fields(c.env), name) {
				return ":0"
			}
			return ""
		}
		if got := Find(c.system, set).Name(); got != c.want {
			t.Errorf("%s with %q: got %q, want %q", c.system, c.env, got, c.want)
		}
	}
}
