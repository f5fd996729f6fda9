package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"reader/ui/intent"
	"reader/ui/line"
	"reader/ui/reading"
)

// doLinks returns the command for i, if it is about an address or the links of the article, and reports whether it is.
func (m *Model) doLinks(i intent.Intent) (tea.Cmd, bool) {
	switch i {
	case intent.Browse:
		m.browse()
	case intent.Links:
		m.hint()
	case intent.CopyAddress:
		if address, ok := m.address(); ok {
			return m.copyText(address, ""), true
		}
	default:
		return nil, false
	}
	return nil, true
}

// hint gives letters to the links of the article that are on the screen.
func (m *Model) hint() {
	m.browser.copying = false
	switch {
	case m.quotes || !m.layout.Shown(ArticlePane):
		m.note = "Links have letters where an article is on the screen."
	case !m.article.Hint():
		m.note = "There is no link on the screen."
	}
}

// hinting reports whether links on the screen have letters.
func (m *Model) hinting() bool {
	return m.article.Hinting() && !m.quotes && m.layout.Shown(ArticlePane)
}

// pressHint does what key asks for while links have letters: these before all others. Of the keys of the screen, which mean i, only
// those count that leave it as it is.
func (m *Model) pressHint(key tea.KeyPressMsg, i intent.Intent) tea.Cmd {
	letter := strings.ToLower(key.Text)
	switch {
	case letter != "" && strings.Trim(letter, reading.HomeRow) == "":
		if key.Text != letter {
			m.browser.copying = true
		}
		return m.typeHint(letter)
	case i == intent.Back, i == intent.Links:
		m.article.Unhint()
	case i == intent.CopyAddress:
		m.browser.copying = !m.browser.copying
	case i == intent.Help, i == intent.Redraw, i == intent.Suspend:
		return m.do(i)
	case key.String() == "backspace":
		m.article.Untype()
	case letter != "":
		m.note = noSuchLink
	}
	return nil
}

// noSuchLink is said where letters are typed that no link has.
const noSuchLink = "No link has these letters."

// typeHint types a letter of a link, and opens or copies where that leads once no other has its letters.
func (m *Model) typeHint(letter string) tea.Cmd {
	before := m.article.Typed()
	address, chosen := m.article.Letter(letter)
	switch {
	case chosen && m.browser.copying:
		return m.copyText(address, "")
	case chosen:
		m.openAddress(address)
	case m.article.Typed() == before:
		m.note = noSuchLink
	}
	return nil
}

// hinted tells what letters do while links have some, and which are typed.
func (m *Model) hinted() string {
	does := "Letters open, capitals copy"
	if m.browser.copying {
		does = "Letters copy the address"
	}
	does = line.Join(" · ", does, m.keys.Key(intent.Back))
	if typed := m.article.Typed(); typed != "" {
		return typed + " … · " + does
	}
	return does
}
