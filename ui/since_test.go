package ui

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"reader/model/state"
)

// What is new since the last time, and who speaks in it.

// longAgo returns what is kept of somebody who was here years ago, when half of the newsroom was there.
func longAgo(tb testing.TB) *state.Log {
	tb.Helper()
	file := filepath.Join(tb.TempDir(), "state.jsonl")
	lines := `{"time":"2020-02-01T12:00:00Z","op":"met","articles":["bakery.md","dam-opens.md","barrage.md"]}
{"time":"2020-02-01T12:00:01Z","op":"read","articles":["bakery.md","dam-opens.md"]}
{"time":"2020-02-01T12:00:02Z","op":"search","name":"cracks","query":"cracks -place:tallmar"}
{"time":"2020-02-01T12:00:03Z","op":"search","name":"the minister","query":"speaker:\"Ada Harl\""}
{"time":"2020-02-01T12:00:04Z","op":"closed"}
`
	if err := os.WriteFile(file, []byte(lines), 0o600); err != nil {
		tb.Fatal(err)
	}
	log, err := state.Open(file)
	if err != nil || len(log.Problems()) > 0 {
		tb.Fatal(err, log.Problems())
	}
	return log
}

func TestWhatIsNewIsToldOnce(t *testing.T) {
	h, all := newHabit(t), newsroom(t)
	s := h.with(Options{}, 140, 40, results(all[:2]...)).seesNot("new since").press("L").says("From the next time on").press("1 q")
	if !s.quit {
		t.Fatal("it does not quit")
	}
	s = h.with(Options{}, 140, 40, results(all[:3]...)).says("1 new since ", "L shows who speaks")
	s.press("j").seesNot("new since")
	s.send(loadedMsg{readings: results(all[3:4]...)}).seesNot("new since").press("1 q")
	h.with(Options{}, 140, 40, results(all[:4]...)).seesNot("new since").press("L").says("Nothing is new since ")
}

func TestWhoSpeaksInWhatIsNew(t *testing.T) {
	h, all := newHabit(t), newsroom(t)
	h.with(Options{}, 140, 40, results(all[:2]...)).press("1 q")
	s := h.with(Options{}, 140, 40, results(all...)).says("4 new since ", "L shows who speaks: Harl, 5 new quotes, and 1 other").press("L").sees("New since ", "all that is new", "4 articles", "Ada Harl", "5 new quotes · “Hairlines,” says the", "Ben Osk", "2 new quotes · Engineer warns")
	s.enter("osk").press("Enter").says("speaker:osk is:new", "2 of 6 articles").reads(answers).press("Esc Esc").says("6 articles")
	s.press("L Enter").says("is:new", "4 of 6 articles").press("Esc")
	s.press("F").enter("is:n").sees("new", "4 articles").press("Esc").says("6 articles")
}

func TestWhatSeveralCarryIsNewOnce(t *testing.T) {
	h, all := newHabit(t), newsroom(t)
	h.with(Options{}, 140, 40, results(all...)).press("1 q")
	s := h.with(Options{}, 140, 40, results(append(all, wire(t)...)...)).says("4 new since ", "Tarr, 1 new quote").press("L")
	s.sees("4 articles", "Ines Tarr", "1 new quote · "+postTitle)
}

func TestWhenTheLastTimeWas(t *testing.T) {
	now := time.Date(2026, 3, 1, 9, 30, 0, 0, time.UTC)
	for at, want := range map[string]string{
		"2026-03-01T00:02:00Z": "00:02", "2026-02-28T18:02:00Z": "yesterday 18:02", "2026-02-27T23:59:00Z": "27 Feb 23:59",
		"2026-01-02T07:00:00Z": "2 Jan 07:00", "2025-12-31T07:00:00Z": "31 Dec 2025",
	} {
		then, err := time.Parse(time.RFC3339, at)
		if err != nil {
			t.Fatal(err)
		}
		if got := since(then, now); got != want {
			t.Errorf("%s is told as %q, want %q", at, got, want)
		}
	}
}
