package popup

import (
	"reader/ui/line"
	"reader/ui/style"
)

// Problem is something that went wrong.
type Problem struct {
	At    string // the file, or what it is with
	What  string // what failed
	Says  string // all of it: what failed, where, and what to do
	Then  string // what helps besides; "": nothing is known
	Leads string // says what key opens the article that it belongs to; "": none
	Open  func() // opens that; nil if there is none
}

// Problems returns a popup that lists what went wrong, the last partial of them that an article was not read as a whole. Enter opens
// the article to which one belongs.
func Problems(problems []Problem, partial int) Popup {
	if len(problems) == 0 {
		return NewText("Problems", func(th style.Theme, _ int) []string {
			return []string{line.Paint(th.Dim, "Everything could be read.")}
		})
	}
	entries := make([]Entry, len(problems))
	for i, p := range problems {
		entries[i] = Entry{Name: "! " + line.One(p.At), About: line.One(p.What), Write: p.write, Do: p.Open}
	}
	title := "Problems"
	if n := len(problems) - partial; n > 0 {
		title += " · " + line.Thousands(n)
	}
	if partial > 0 {
		title += " · " + line.Count(partial, "article") + " not read as a whole"
	}
	return NewBrowser(title, entries)
}

// write tells p.
func (p Problem) write(th style.Theme, width int) []string {
	out := marked(th.Error, "! ", p.Says, width)
	if p.Then != "" {
		out = append(out, "")
		out = append(out, marked(th.Dim, "  ", p.Then, width)...)
	}
	if p.Leads != "" {
		out = append(out, "")
		out = append(out, marked(th.Accent, "", p.Leads, width)...)
	}
	return out
}
