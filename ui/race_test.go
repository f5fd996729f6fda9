package ui

import (
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"reader/model/correct"
	"reader/model/generate"
	"reader/model/library"
)

// Somebody leans on all keys of the keyboard, pastes and resizes, while files come, change and go away, feeds are refreshed, and what is
// kept is written: nothing panics or gets stuck, and with -race nothing is shared by mistake.
func TestAnyKeysWhileAllElseGoesOn(t *testing.T) {
	t.Setenv("PATH", "")  // no program that is named by accident is found
	t.Chdir(t.TempDir())  // where it writes files
	folder := t.TempDir() // and what it reads
	news := generate.New(3)
	write := func(name string) {
		fresh := filepath.Join(folder, ".fresh")
		if err := errors.Join(os.WriteFile(fresh, news.Next().Markdown, 0o600), os.Rename(fresh, filepath.Join(folder, name+".md"))); err != nil {
			t.Error(err)
		}
	}
	for c := 'a'; c < 'u'; c++ {
		write(string(c))
	}
	log, err := correct.Open(filepath.Join(t.TempDir(), "corrections.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	m := New(Options{
		Loader: library.Load(t.Context(), []string{folder}, nil, library.Options{Watch: true, Log: log}), Log: log,
		State: longAgo(t), Feeds: delivers(), Open: new(surfer).open,
	})
	// There is nobody who would wake this process again.
	awake := tea.WithFilter(func(_ tea.Model, msg tea.Msg) tea.Msg {
		if _, asleep := msg.(tea.SuspendMsg); asleep {
			return nil
		}
		return msg
	})
	p := tea.NewProgram(m, tea.WithContext(t.Context()), tea.WithInput(nil), tea.WithOutput(io.Discard), tea.WithoutSignals(), awake)
	random := rand.New(rand.NewPCG(5, 5))
	done := make(chan struct{})
	go func() {
		defer close(done)
		for range 3000 {
			p.Send(anything(random))
			switch c := string('a' + rune(random.IntN(26))); random.IntN(40) {
			case 0:
				write(c)
			case 1:
				_ = os.Remove(filepath.Join(folder, c+".md")) // it may not be there
			}
		}
		p.Quit()
	}()
	if _, err := p.Run(); err != nil {
		t.Error(err)
	}
	<-done
}

// anything returns what a person, or their terminal, may do.
func anything(random *rand.Rand) tea.Msg {
	switch random.IntN(30) {
	case 0:
		return tea.WindowSizeMsg{Width: random.IntN(200), Height: random.IntN(60)}
	case 1:
		return tea.PasteMsg{Content: strings.Repeat("speaker:\"a \x1b[2J", random.IntN(300))}
	case 2:
		return tea.MouseClickMsg{X: random.IntN(200), Y: random.IntN(60), Button: tea.MouseLeft}
	case 3, 4, 5, 6:
		names := []string{"Enter", "Esc", "Tab", "S-Tab", "↓", "↑", "←", "→", "PgDn", "PgUp", "Home", "End", "Backspace", "^o", "^p", "^w", "^u", "^l"}
		return keyOf(names[random.IntN(len(names))])
	case 7, 8:
		return keyOf("Esc") // else a popup would be open all the time
	default:
		c := string(' ' + rune(1+random.IntN('~'-' ')))
		if c == "q" {
			c = "n" // one that leaves would be the end of it
		}
		return keyOf(c)
	}
}
