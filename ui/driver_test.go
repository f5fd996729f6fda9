package ui

import (
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"reader/model/library"
)

// screen is a person in front of the reader: what they press goes to Update, and the commands that come back
// are run on the spot. There is no program and no time.
type screen struct {
	t testing.TB
	m *Model
	w int
	h int

	quit      bool
	suspended bool
	redrawn   bool
	clipboard string // what was copied last
}

// open returns a screen of w columns and h lines that shows the newsroom.
func open(tb testing.TB, w, h int) *screen {
	tb.Helper()
	return openWith(tb, Options{}, w, h, results(newsroom(tb)...))
}

// openWith returns a screen that shows what batches of a loader brought.
func openWith(tb testing.TB, o Options, w, h int, batches ...[]library.Reading) *screen {
	tb.Helper()
	if o.Loader == nil {
		o.Loader = library.LoadFS(tb.Context(), fstest.MapFS{}, library.Options{}) // the batches come from here instead
	}
	s := sit(tb, o)
	s.send(tea.WindowSizeMsg{Width: w, Height: h})
	if cmd := s.m.lookUpFeeds(); cmd != nil {
		s.send(cmd())
	}
	for i, b := range batches {
		s.send(loadedMsg{readings: b, more: i < len(batches)-1})
	}
	return s
}

// sit returns a screen without a size yet. After each key one rests long enough to see what it led to.
func sit(tb testing.TB, o Options) *screen {
	tb.Helper()
	m := New(o).(*Model)
	m.walk.pause = func(steps int) tea.Cmd {
		return func() tea.Msg { return restedMsg{steps} }
	}
	return &screen{t: tb, m: m}
}

func (s *screen) send(msg tea.Msg) *screen {
	s.t.Helper()
	if w, ok := msg.(tea.WindowSizeMsg); ok {
		s.w, s.h = w.Width, w.Height
	}
	_, cmd := s.m.Update(msg)
	if cmd != nil && acts(msg) {
		s.receive(cmd())
	}
	s.check()
	return s
}

// acts reports whether the commands that msg leads to are run here: those that read on are not.
func acts(msg tea.Msg) bool {
	switch msg := msg.(type) {
	case tea.KeyPressMsg, tea.MouseClickMsg, tea.MouseWheelMsg, pastMsg:
		return true
	case loadedMsg:
		return !msg.more
	default:
		return false
	}
}

// receive takes what a command brought.
func (s *screen) receive(msg tea.Msg) {
	s.t.Helper()
	switch msg := msg.(type) {
	case tea.QuitMsg:
		s.quit = true
	case tea.SuspendMsg:
		s.suspended = true
	case tea.BatchMsg:
		for _, cmd := range msg {
			s.receive(cmd())
		}
	case restedMsg, fixedMsg, keptMsg, searchMsg, cardMsg, quotesMsg, subjectMsg, groupedMsg, tallyMsg, browsedMsg, fetchedMsg, standingsMsg, pastMsg, copiedMsg, begunMsg, transferredMsg:
		if _, cmd := s.m.Update(msg); cmd != nil { // what is written next, or the end
			s.receive(cmd())
		}
	case nil:
	default:
		if typeName(msg) == "tea.setClipboardMsg" {
			s.clipboard = fmt.Sprint(msg)
		}
		if program, then := handed(msg); program != nil {
			program.SetStdin(strings.NewReader("\n"))
			program.SetStdout(io.Discard)
			program.SetStderr(io.Discard)
			s.receive(then(program.Run()))
		}
		s.redrawn = strings.Contains(strings.ToLower(typeName(msg)), "clearscreen")
	}
}

// check holds the frame against the screen: as many lines as it has, each as wide as it.
func (s *screen) check() {
	s.t.Helper()
	content := s.m.View().Content
	if s.h == 0 && content == "" {
		return
	}
	lines := strings.Split(content, "\n")
	if len(lines) != s.h {
		s.t.Fatalf("%d lines on a screen of %d", len(lines), s.h)
	}
	for i, l := range lines {
		if w := ansi.StringWidth(l); w != s.w {
			s.t.Fatalf("line %d is %d columns wide on a screen of %d: %q", i, w, s.w, l)
		}
	}
}

// press presses keys, each named as the help names it, parted by blanks: "j", "Enter", "^o", "S-Tab".
func (s *screen) press(keys string) *screen {
	s.t.Helper()
	for k := range strings.FieldsSeq(keys) {
		s.send(keyOf(k))
	}
	return s
}

// enter types text.
func (s *screen) enter(text string) *screen {
	s.t.Helper()
	for _, r := range text {
		s.send(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	return s
}

func keyOf(name string) tea.KeyPressMsg {
	special := map[string]tea.KeyPressMsg{
		"Enter": {Code: tea.KeyEnter}, "Esc": {Code: tea.KeyEscape}, "Tab": {Code: tea.KeyTab},
		"S-Tab": {Code: tea.KeyTab, Mod: tea.ModShift}, "Space": {Code: tea.KeySpace, Text: " "},
		"↓": {Code: tea.KeyDown}, "↑": {Code: tea.KeyUp}, "←": {Code: tea.KeyLeft}, "→": {Code: tea.KeyRight},
		"PgDn": {Code: tea.KeyPgDown}, "PgUp": {Code: tea.KeyPgUp}, "Home": {Code: tea.KeyHome}, "End": {Code: tea.KeyEnd},
		"Backspace": {Code: tea.KeyBackspace},
	}
	if k, ok := special[name]; ok {
		return k
	}
	if letter, ok := strings.CutPrefix(name, "^"); ok && letter != "" {
		return tea.KeyPressMsg{Code: rune(letter[0]), Mod: tea.ModCtrl}
	}
	return tea.KeyPressMsg{Code: []rune(name)[0], Text: name}
}

// text returns the screen without colours.
func (s *screen) text() string { return ansi.Strip(s.m.View().Content) }

// status returns the last line.
func (s *screen) status() string {
	lines := strings.Split(s.text(), "\n")
	return strings.TrimSpace(lines[len(lines)-1])
}

func (s *screen) sees(words ...string) *screen {
	s.t.Helper()
	for _, w := range words {
		if !strings.Contains(s.text(), w) {
			s.t.Errorf("%q is not on the screen:\n%s", w, s.text())
		}
	}
	return s
}

// lists asserts rows of the entities, each by how it begins and, behind "…", what stands at its end: "Ada Harl … “1 3×".
func (s *screen) lists(rows ...string) *screen {
	s.t.Helper()
	for _, row := range rows {
		name, end, _ := strings.Cut(row, "…")
		inside := regexp.MustCompile(regexp.QuoteMeta(strings.TrimSpace(name)) + `\b[^│\n]* ` + regexp.QuoteMeta(strings.TrimSpace(end)) + `[ ×]`)
		if !inside.MatchString(s.text()) {
			s.t.Errorf("%q is not listed:\n%s", row, s.text())
		}
	}
	return s
}

func (s *screen) seesNot(words ...string) *screen {
	s.t.Helper()
	for _, w := range words {
		if strings.Contains(s.text(), w) {
			s.t.Errorf("%q is on the screen:\n%s", w, s.text())
		}
	}
	return s
}

func (s *screen) says(words ...string) *screen {
	s.t.Helper()
	for _, w := range words {
		if !strings.Contains(s.status(), w) {
			s.t.Errorf("the status line does not say %q: %q", w, s.status())
		}
	}
	return s
}

// reads asserts the title of the article that is open.
func (s *screen) reads(title string) *screen {
	s.t.Helper()
	if a := s.m.article.Article(); a == nil || a.Title != title {
		s.t.Errorf("not reading %q:\n%s", title, s.text())
	}
	return s
}

// on asserts the words of the quote that one stands on, and that they are in view.
func (s *screen) on(words string) *screen {
	s.t.Helper()
	a, i := s.m.article.Article(), s.m.article.Quote()
	if a == nil || i < 0 {
		s.t.Errorf("not on a quote:\n%s", s.text())
		return s
	}
	if got := a.Quoted(&a.Quotes[i]); got != words {
		s.t.Errorf("on %q, want %q", got, words)
	}
	longest := slices.MaxFunc(strings.Fields(words), func(a, b string) int { return len(a) - len(b) })
	if !strings.Contains(s.text(), longest) {
		s.t.Errorf("%q is out of view:\n%s", longest, s.text())
	}
	return s
}

func typeName(v any) string { return fmt.Sprintf("%T", v) }
