package ui

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

// hand is a person's hand on the mouse, with a clock of its own.
type hand struct {
	*screen
	now time.Time
}

func withMouse(s *screen) *hand {
	h := &hand{screen: s, now: time.Date(2026, 3, 20, 18, 0, 0, 0, time.UTC)}
	s.m.mouse.now = func() time.Time { return h.now }
	return h
}

// clicks presses the button at x, y so often, each time a tenth of a second later, or after pause.
func (h *hand) clicks(x, y, times int, pause ...time.Duration) *hand {
	h.t.Helper()
	for range times {
		h.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
		h.send(tea.MouseReleaseMsg{X: x, Y: y, Button: tea.MouseLeft})
		h.now = h.now.Add(append(pause, 100*time.Millisecond)[0])
	}
	return h
}

// drags presses the button at x, y, moves by columns with it held, and lets it go.
func (h *hand) drags(x, y, columns int) *hand {
	h.t.Helper()
	h.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	for step := columns / max(columns, -columns); columns != 0; columns -= step {
		x += step
		h.send(tea.MouseMotionMsg{X: x, Y: y, Button: tea.MouseLeft})
	}
	h.send(tea.MouseReleaseMsg{X: x, Y: y, Button: tea.MouseLeft})
	h.send(tea.MouseMotionMsg{X: x + 5, Y: y}) // without the button
	return h
}

func (h *hand) wide(list, article, entities int) *hand {
	h.t.Helper()
	for p, want := range [paneCount]int{list, article, entities} {
		if got := h.m.layout.Panes[p].W; got != want {
			h.t.Errorf("pane %d has %d columns, want %d:\n%s", p, got, want, h.text())
		}
	}
	return h
}

func TestIDragTheBordersBetweenThePanes(t *testing.T) {
	h := withMouse(open(t, 140, 40)).wide(34, 76, 30)
	h.drags(33, 20, 10).wide(44, 66, 30)
	h.drags(44, 5, -4).wide(40, 70, 30) // by the border of the article
	h.drags(110, 20, -6).wide(40, 64, 36)
	if h.m.focus != ListPane || h.m.article.Selecting() {
		t.Error("the border gave another pane the keys, or selected words")
	}
	h.press("j").reads("Le barrage inquiète les riverains")
}

func TestABorderStopsWhereAPaneWouldBeTooNarrow(t *testing.T) {
	h := withMouse(open(t, 140, 40))
	h.drags(33, 20, 90).wide(70, 40, 30)
	h.drags(69, 20, -69).wide(16, 94, 30)
	h.drags(110, 20, 25).wide(16, 108, 16)
	h.drags(124, 20, -120).wide(16, 40, 84)
}

// What was dragged is kept when the screen gets smaller, as far as there is room, and counts again when it gets larger.
func TestTheScreenChangesAndTheBordersStay(t *testing.T) {
	h := withMouse(open(t, 140, 40))
	h.drags(33, 20, 16).wide(50, 60, 30)
	h.send(tea.WindowSizeMsg{Width: 100, Height: 40})
	h.wide(44, 40, 16)
	h.send(tea.WindowSizeMsg{Width: 140, Height: 40})
	h.wide(50, 60, 30)
}

func TestIDragTheBorderOfTheDrawer(t *testing.T) {
	h := withMouse(open(t, 90, 30))
	h.press("e")
	h.wide(27, 63, 30)
	h.drags(60, 10, -8).wide(27, 63, 38)
	h.drags(27, 10, 6).wide(33, 57, 38)
}

func TestWithoutBordersIDragTheGap(t *testing.T) {
	h := withMouse(open(t, 120, 10)).wide(34, 54, 30)
	h.drags(34, 4, 5).wide(39, 49, 30)
	h.drags(89, 4, 5).wide(39, 54, 25)
	h.drags(33, 4, 3).wide(39, 54, 25) // that is a row
}

func TestADoubleClickOpensAnArticle(t *testing.T) {
	h := withMouse(open(t, 140, 40))
	h.clicks(5, 8, 1).reads(answers)
	if h.m.focus != ListPane {
		t.Error("one click opened it")
	}
	h.clicks(5, 8, 1).reads(answers)
	if h.m.focus != ArticlePane {
		t.Error("two clicks did not")
	}
}

func TestTwoSlowClicksAreNoDoubleClick(t *testing.T) {
	h := withMouse(open(t, 140, 40)).clicks(5, 8, 2, time.Second)
	if h.m.focus != ListPane {
		t.Error("they opened the article")
	}
	h.clicks(5, 8, 1).clicks(5, 2, 1) // nor are quick ones on two articles
	if h.m.focus != ListPane {
		t.Error("they opened the article")
	}
	h.clicks(5, 35, 2) // nor two where there is none
	if h.m.focus != ListPane {
		t.Error("they opened the article")
	}
}

func TestADoubleClickOnAnEntityFilters(t *testing.T) {
	s := open(t, 140, 40).press("j j").reads(answers)
	h := withMouse(s)
	h.clicks(115, 1, 2).seesNot("speaker:") // that is the heading
	h.clicks(115, 1, 1)
	h.clicks(115, 2, 2).says("speaker:harl", "3 of 6 articles")
}

func TestADoubleClickOnAQuoteGoesToItsPlace(t *testing.T) {
	s := open(t, 140, 40).press("v").sees("─ Quotes ─")
	h := withMouse(s)
	h.clicks(50, 6, 2).seesNot("─ Quotes ─").on("the dam would be drained")
}

func TestTheMouseCanBeLeftToTheTerminal(t *testing.T) {
	if open(t, 140, 40).m.View().MouseMode != tea.MouseModeCellMotion {
		t.Error("there is no mouse")
	}
	if chosen(t, "mouse = false").m.View().MouseMode != tea.MouseModeNone {
		t.Error("the mouse is not the terminal's")
	}
}
