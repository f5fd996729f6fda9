package ui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"reader/ui/input"
	"reader/ui/intent"
	"reader/ui/line"
	"reader/ui/popup"
)

// prompt is a line that is being typed in place of the status line.
type prompt struct {
	label  string
	text   input.Line
	change func(text string) // called whenever the text changes
	accept func()            // called by Enter; nil: nothing is
	cancel func()
}

// press does what key asks for: of the topmost popup, the line being typed, or the screen.
func (m *Model) press(key tea.KeyPressMsg) tea.Cmd {
	i := m.keys.For(key.String())
	if m.typing() {
		i = m.keys.Typing(key.String(), key.Text != "")
	}
	if m.walks(i) {
		rest := m.walk.step()
		return tea.Batch(m.pressed(key, i), rest)
	}
	m.stand()
	return m.pressed(key, i)
}

// pressed does what key asks for, which means i.
func (m *Model) pressed(key tea.KeyPressMsg, i intent.Intent) tea.Cmd {
	switch {
	case i == intent.Quit:
		return m.do(i)
	case len(m.popups) > 0:
		return m.pressPopup(key, i)
	case m.prompt != nil:
		m.pressPrompt(key, i)
		return nil
	case m.article.Selecting():
		return m.pressSelecting(key, i)
	case m.hinting():
		return m.pressHint(key, i)
	default:
		return m.do(i)
	}
}

// typing reports whether keys write text.
func (m *Model) typing() bool {
	if top := m.popups.Top(); top != nil {
		_, _, writes := top.Cursor()
		return writes
	}
	return m.prompt != nil
}

// pressSelecting does what key asks for while words are selected. Of the keys of the screen, which mean i, only those count
// that leave it as it is.
func (m *Model) pressSelecting(key tea.KeyPressMsg, i intent.Intent) tea.Cmd {
	switch here := m.keys.WhileSelecting(key.String()); {
	case here == intent.Open:
		m.takeWords()
	case here == intent.Back:
		m.article.Unselect()
	case here != intent.None:
		m.article.Extend(here)
	case i == intent.Help, i == intent.Redraw, i == intent.Suspend:
		return m.do(i)
	}
	return nil
}

func (m *Model) pressPopup(key tea.KeyPressMsg, i intent.Intent) tea.Cmd {
	top := m.popups.Top()
	if top.Type(key) {
		return nil
	}
	switch i {
	case intent.Back, intent.Leave, intent.Help, intent.Problems, intent.Evidence, intent.Copies, intent.Versions:
		m.closePopup()
	case intent.Card:
		m.pressCard(top)
	case intent.Open:
		m.accept(top)
		return m.command()
	case intent.Redraw, intent.Suspend:
		return m.do(i)
	default:
		cmd, _ := top.Handle(i)
		return cmd
	}
	return nil
}

// accept does what Enter does on top, the topmost popup.
func (m *Model) accept(top popup.Popup) {
	m.popups.Pop() // what it does may lay another one there
	jumps, depth := len(m.jumps), len(m.popups)
	switch {
	case !top.Accept():
		m.popups = slices.Insert(m.popups, depth, top)
	case len(m.popups) == 0 && len(m.jumps) == jumps:
		m.filtered(m.before)
	}
}

// closePopup takes the topmost popup away without Enter.
func (m *Model) closePopup() {
	top := m.popups.Top()
	m.popups.Pop()
	top.Cancel()
}

func (m *Model) pressPrompt(key tea.KeyPressMsg, i intent.Intent) {
	p := m.prompt
	before := p.text.Text()
	switch {
	case i == intent.Open:
		if m.prompt = nil; p.accept != nil {
			p.accept()
		}
	case i == intent.Back || before == "" && key.String() == "backspace":
		m.prompt = nil
		p.cancel()
	case p.text.Type(key):
		if text := p.text.Text(); text != before {
			p.change(text)
		}
	case i == intent.Down || i == intent.Up:
		_, _ = m.pane(m.focus).Handle(i)
	}
}

// paste puts text where something is being typed.
func (m *Model) paste(text string) {
	if m.prompt != nil && len(m.popups) == 0 {
		m.prompt.text.Insert(text)
		m.prompt.change(m.prompt.text.Text())
		return
	}
	if top := m.popups.Top(); top != nil {
		top.Type(tea.KeyPressMsg{Text: text, Code: tea.KeyExtended})
	}
}

// tellLeftOut says how much of what was typed or pasted the line had no room for.
func (m *Model) tellLeftOut() {
	left := 0
	if m.prompt != nil && len(m.popups) == 0 {
		left = m.prompt.text.LeftOut()
	} else if top, writes := m.popups.Top().(interface{ LeftOut() int }); writes {
		left = top.LeftOut()
	}
	if left > 0 {
		m.note = fmt.Sprintf("%s left out: a line holds %s.", line.Count(left, "character"), line.Thousands(input.Most))
	}
}
