package ui

import (
	"bytes"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"reader/model/report"
	"reader/ui/pipe"
	"reader/ui/popup"
)

// askPipe asks for a program to hand what is shown to.
func (m *Model) askPipe() {
	c, ok := m.contents()
	if !ok {
		return
	}
	m.show(popup.NewAsk(popup.Asking{
		Title: "Hand " + c.String() + " to a program", Text: m.takeout.command,
		Hint: "Enter runs it · Esc goes back",
		About: func(string) string {
			return "It gets them as Markdown on its standard input, and the screen while it runs."
		},
		Take: func(command string) string {
			argv, err := pipe.Split(command)
			if err != nil {
				return err.Error()
			}
			m.takeout.command = command
			m.handTo(argv, c)
			return ""
		},
	}))
}

// handTo hands c to the program argv, which gets the terminal.
func (m *Model) handTo(argv []string, c contents) {
	var text bytes.Buffer
	t := &transfer{contents: c, stream: c.open(&text, report.Markdown), failed: "Failed", drop: func() {}}
	t.arrive = func() tea.Msg {
		out := transferredMsg{transfer: t, done: t.count}
		if out.err = t.flush(); out.err != nil {
			return out
		}
		program := pipe.New(argv, text.Bytes())
		if out.err = program.Find(); out.err != nil {
			return out
		}
		return tea.Exec(program, func(err error) tea.Msg {
			out.err, out.told = err, fmt.Sprintf("Handed %s to %s.", t, program.Name())
			return out
		})()
	}
	m.send(t)
}
