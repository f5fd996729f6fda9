package ui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"reader/model/library"
	"reader/model/report"
	"reader/ui/clip"
	"reader/ui/intent"
	"reader/ui/line"
)

// doTakeOut returns the command for i, if it takes words out of the reader, and reports whether it does.
func (m *Model) doTakeOut(i intent.Intent) (tea.Cmd, bool) {
	switch i {
	case intent.CopyQuote:
		return m.copyQuote(), true
	case intent.Export:
		m.askExport()
	case intent.Pipe:
		m.askPipe()
	default:
		return nil, false
	}
	return nil, true
}

// copyQuote copies the quotes that were taken, else the one that one is at, with their citations.
func (m *Model) copyQuote() tea.Cmd {
	if quotes := m.gathered(); len(quotes) > 0 {
		m.takeout.gathered = nil
		return m.copyText(m.citations(quotes), line.Count(len(quotes), "quote")+" ")
	}
	r, i, ok := m.standOnQuote()
	if !ok {
		return nil
	}
	return m.copyText(m.citation(r, i), "")
}

// citation returns quote i of article r with where it is from: see report.Quote.Cite.
func (m *Model) citation(r library.Ref, i int) string {
	for _, q := range report.QuotesIn(m.lib, r, []int{i}, nil) {
		return q.Cite()
	}
	return ""
}

// copiedMsg is what came of copying text.
type copiedMsg struct {
	text string
	of   string // what it is, where that is worth telling: "3 quotes "
	err  error  // of the system's tool
}

// copyText returns the command that copies text: by the terminal (OSC 52), which works from other machines, too, and with the system's tool
// where there is one, as not every terminal does. The status line tells what was copied, and how: of is what it is, "" for the text alone.
func (m *Model) copyText(text, of string) tea.Cmd {
	tool := m.options.Clipboard
	tell := func() tea.Msg {
		if len(tool) == 0 {
			return copiedMsg{text: text, of: of}
		}
		return copiedMsg{text, of, tool.Copy(text)}
	}
	if len(text) > clip.Most {
		return tell
	}
	return tea.Batch(tea.SetClipboard(text), tell)
}

// copied tells what came of copying. A terminal does not answer whether it did.
func (m *Model) copied(msg copiedMsg) {
	tool, long := m.options.Clipboard.Name(), len(msg.text) > clip.Most
	if msg.err != nil {
		m.trouble(msg.err)
	}
	by := "by OSC 52, if the terminal takes it"
	switch {
	case tool != "" && msg.err == nil && long:
		by = fmt.Sprintf("with %s, as %s is too much for terminals", tool, kilobytes(len(msg.text)))
	case tool != "" && msg.err == nil:
		by = "with " + tool + " and by OSC 52"
	case long:
		m.note = fmt.Sprintf("Not copied: %s is more than the %s that terminals take, and no other way works here.",
			kilobytes(len(msg.text)), kilobytes(clip.Most)) + m.further(intent.Export, "writes a file")
		return
	case msg.err != nil:
		by += "; " + line.One(msg.err.Error())
	}
	m.note = "Copied " + msg.of + by + ": " + line.One(msg.text)
}

// kilobytes tells n bytes.
func kilobytes(n int) string { return line.Thousands((n+999)/1000) + " KB" }
