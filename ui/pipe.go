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
	g, ok := m.goods()
	if !ok {
		return
	}
	m.show(popup.NewAsk(popup.Asking{
		Title: "Hand " + g.String() + " to a program", Text: m.takeout.command,
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
			m.handTo(argv, g)
			return ""
		},
	}))
}

// handTo hands g to the program argv, which gets the terminal.
func (m *Model) handTo(argv []string, g goods) {
	var text bytes.Buffer
	p := &parcel{goods: g, rows: g.open(&text, report.Markdown), failed: "Failed", drop: func() {}}
	p.arrive = func() tea.Msg {
		out := takenMsg{parcel: p, done: p.count}
		if out.err = p.flush(); out.err != nil {
			return out
		}
		program := pipe.New(argv, text.Bytes())
		if out.err = program.Find(); out.err != nil {
			return out
		}
		return tea.Exec(program, func(err error) tea.Msg {
			out.err, out.told = err, fmt.Sprintf("Handed %s to %s.", p, program.Name())
			return out
		})()
	}
	m.send(p)
}
