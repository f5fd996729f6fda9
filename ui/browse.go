package ui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"reader/model/address"
	"reader/ui/line"
	"reader/ui/popup"
)

// browsing is the opening of addresses in another program.
type browsing struct {
	open    func(address string) error // nil: there is none
	trusted map[string]bool            // the hosts for which nobody asks any more
	address string                     // to be opened; "": none
	copying bool                       // a link that is chosen is copied
}

// widestHost is how many columns of a host a question shows, so that its end, which tells whose it is, is read on the narrowest screen.
const widestHost = 24

// browsedMsg is what came of opening an address.
type browsedMsg struct {
	address string
	err     error
}

// next returns the command that opens what is to be opened, nil if nothing is.
func (b *browsing) next() tea.Cmd {
	address := b.address
	if address == "" {
		return nil
	}
	b.address = ""
	open := b.open
	return func() tea.Msg { return browsedMsg{address, open(address)} }
}

// browse opens the address of the article.
func (m *Model) browse() {
	if address, ok := m.address(); ok {
		m.openAddress(address)
	}
}

// address returns the address of the article; false, and a note, if there is none.
func (m *Model) address() (url string, ok bool) {
	r, ok := m.articleAtHand()
	if !ok {
		m.note = "There is no article here."
		return "", false
	}
	to, ok := address.Parse(m.lib.Head(r).URL)
	if !ok {
		m.note = "The article tells no address."
	}
	return to.URL, ok
}

// openAddress opens an address, once it was asked whether its host may be.
func (m *Model) openAddress(url string) {
	to, ok := address.Parse(url)
	switch {
	case m.browser.open == nil:
		m.note = "There is no program here to open addresses with; name one as opener in the settings, or in BROWSER."
		return
	case !ok:
		m.note = "Only http, https and mailto addresses can be opened."
		return
	case m.browser.trusted[to.Host]:
		m.browser.address = to.URL
		return
	}
	m.show(popup.NewChoice(popup.Question{
		Title: "Open in the browser",
		About: []string{"This leads to " + line.End(to.Host, widestHost) + ":", to.URL},
		Options: []popup.Option{
			{Name: "open it", Do: func() { m.browser.address = to.URL }},
			{Name: "open it, and do not ask again for " + line.End(to.Host, widestHost), Do: func() {
				m.browser.trusted[to.Host] = true
				m.browser.address = to.URL
			}},
			{Name: "no", Do: func() {}},
		},
	}))
}

// browsed tells what came of opening an address.
func (m *Model) browsed(msg browsedMsg) {
	if msg.err == nil {
		m.note = "Opened: " + msg.address
		return
	}
	m.failed("Not opened", msg.err, fmt.Errorf("%s was not opened: %w", msg.address, msg.err))
}
