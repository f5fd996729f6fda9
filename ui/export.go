package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"reader/model/disk"
	"reader/model/report"
	"reader/model/source"
	"reader/ui/line"
	"reader/ui/popup"
)

// aboutFormat says what the format is that the name of a file ends in; "" if it is none.
func aboutFormat(name string) string {
	format, _ := report.FormatOf(name)
	return map[string]string{
		report.Markdown: "Markdown: a list of sources to paste",
		report.CSV:      "a table for spreadsheets",
		report.JSONL:    "JSON Lines, for programs",
		report.Text:     "plain text",
	}[format]
}

// nextFormat returns the name of a file with the end of the next format, of the first where it has none.
func nextFormat(name string) string {
	all, end := report.Suffixes(), filepath.Ext(name)
	at := slices.Index(all, strings.ToLower(strings.TrimPrefix(end, ".")))
	return strings.TrimSuffix(name, end) + "." + all[(at+1)%len(all)]
}

// export is contents that are to be written to a file.
type export struct {
	contents contents
	name     string // of the file, as it was typed
	replace  bool   // what is there
}

// askExport asks where to write what is shown to.
func (m *Model) askExport() {
	if c, ok := m.contents(); ok {
		first := m.takeout.exporter
		m.askName(export{contents: c, name: filepath.Join(first.Folder, c.thing+"s."+first.Format)}, "")
	}
}

// askName asks for the name of a file, of which something is wrong so far if that is told.
func (m *Model) askName(e export, wrong string) {
	m.show(popup.NewAsk(popup.Asking{
		Title: "Write " + e.contents.String() + " to a file", Text: e.name, Wrong: wrong,
		Hint:  "Enter writes · Tab takes another format · Esc goes back",
		About: aboutFormat,
		Tab:   nextFormat,
		Take: func(name string) string {
			e.name = strings.TrimSpace(name)
			if _, ok := report.FormatOf(e.name); !ok {
				return "The end of the name tells the format: .md, .csv, .jsonl or .txt."
			}
			m.begin(e)
			return ""
		},
	}))
}

// begunMsg is what came of beginning a file.
type begunMsg struct {
	export
	file  *disk.File
	there bool // and not to be replaced
	err   error
}

// begin begins the file of e, outside of Update.
func (m *Model) begin(e export) {
	m.queue.add(func() tea.Cmd {
		return func() tea.Msg {
			msg := begunMsg{export: e}
			info, err := os.Lstat(disk.Expand(e.name))
			switch {
			case err == nil && info.IsDir():
				msg.err = fmt.Errorf("%s is a folder: name a file in it", e.name)
			case err == nil && !info.Mode().IsRegular():
				msg.err = fmt.Errorf("%s is there and no plain file: take another name", e.name)
			case err == nil && !e.replace:
				msg.there = true
			default:
				msg.file, msg.err = disk.Create(disk.Expand(e.name))
			}
			return msg
		}
	})
}

// fileBegun writes the file that was begun, or asks what to do where that could not be.
func (m *Model) fileBegun(msg begunMsg) {
	m.queue.busy = false
	e := msg.export
	switch {
	case msg.err != nil:
		m.queue.leaving = false
		m.askName(e, source.SanitizeLine(line.One(msg.err.Error())))
		return
	case msg.there:
		m.queue.leaving = false
		m.show(popup.NewChoice(popup.Question{
			Title: "There is such a file",
			About: []string{e.name + " is there already."},
			Options: []popup.Option{
				{Name: "take another name", Do: func() { m.askName(e, "") }},
				{Name: "replace it", Do: func() {
					e.replace = true
					m.begin(e)
				}},
				{Name: "write nothing", Do: func() {}},
			},
		}))
		return
	}
	format, _ := report.FormatOf(e.name)
	t := &transfer{contents: e.contents, stream: e.contents.open(msg.file, format), failed: "Not written", drop: msg.file.Abort}
	t.arrive = func() tea.Msg {
		out := transferredMsg{transfer: t, done: t.count, told: fmt.Sprintf("Wrote %s to %s.", t, e.name)}
		if out.err = t.flush(); out.err == nil {
			out.err = msg.file.Commit(e.replace)
		}
		return out
	}
	m.send(t)
}
