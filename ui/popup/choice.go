package popup

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"reader/model/library"
	"reader/ui/intent"
	"reader/ui/line"
)

// Option is something that can be chosen.
type Option struct {
	Name  string
	About string // what there is to say about it
	Also  string // what it can be found by besides its name
	Do    func() // called when it is chosen
	Tab   func() // called by Tab on it; nil: Tab does nothing
}

// Question is what a Choice asks.
type Question struct {
	Title   string
	About   []string // what it is about, a line each; shown where there is room
	Options []Option
	At      int                         // the option under the cursor at first
	Hint    string                      // what the keys do; "": what they do everywhere
	More    func() []Option             // options that there are besides, once something is typed; nil: none
	Other   func(typed string) []Option // options made of what is typed, where none has it as its name; nil: none
}

// Choice lets one choose one of several options by parts of their names, or something else by typing it.
type Choice struct {
	finder
	question Question
	options  []Option
	names    []string // folded, of all options but those made of what is typed; made when something is typed
}

// NewChoice returns a popup that asks q.
func NewChoice(q Question) *Choice {
	c := &Choice{question: q, options: q.Options}
	c.show(upTo(len(c.options)))
	c.window.Cursor = q.At
	return c
}

// Title implements Popup.
func (c *Choice) Title() string { return c.question.Title }

// Want implements Popup.
func (c *Choice) Want() (w, h int) {
	return 76, len(c.question.About) + head + max(min(len(c.question.Options), 9), 6)
}

// leastRows is for how many rows there must be room besides, for what the question is about to be shown.
const leastRows = 3

// SetSize gives the popup w columns and h lines.
func (c *Choice) SetSize(w, h int) {
	c.above = len(c.question.About)
	if h-head-c.above < leastRows {
		c.above = 0
	}
	c.finder.SetSize(w, h)
}

// Type changes what is looked for.
func (c *Choice) Type(key tea.KeyPressMsg) bool {
	done, changed := c.edit(key)
	if changed {
		c.match()
	}
	return done
}

// match shows the options that fit what is typed, and those made of it behind those that have it side by side.
func (c *Choice) match() {
	typed := c.typed()
	if typed == "" {
		c.show(upTo(len(c.question.Options)))
		return
	}
	c.prepare()
	rows := c.find(c.names)
	c.options = c.options[:len(c.names)]
	named := func(o Option) bool { return library.Fold(o.Name) == typed }
	if c.question.Other != nil && !slices.ContainsFunc(c.options, named) {
		near := len(holding(c.names, typed)) // come first; in the others its letters stand scattered
		for i, o := range c.question.Other(line.One(c.text.Text())) {
			rows = slices.Insert(rows, near+i, len(c.options))
			c.options = append(c.options, o)
		}
	}
	c.show(rows)
}

// prepare makes the names of all options, once.
func (c *Choice) prepare() {
	if c.names != nil {
		return
	}
	c.options = slices.Clone(c.options)
	if c.question.More != nil {
		c.options = append(c.options, c.question.More()...)
	}
	c.names = make([]string, len(c.options))
	for i := range c.options {
		name := c.options[i].Name
		c.names[i] = library.Fold(surnameFirst(name) + " " + name + " " + c.options[i].Also)
	}
}

// Handle moves, and does what Tab does on the option under the cursor.
func (c *Choice) Handle(i intent.Intent) (tea.Cmd, bool) {
	if row, ok := c.at(); ok && i == intent.NextPane && c.options[row].Tab != nil {
		c.options[row].Tab()
		return nil, true
	}
	return nil, c.move(i)
}

// Click puts the cursor on the row at line y.
func (c *Choice) Click(y int) { c.click(y) }

// Accept does what is chosen; with nothing to choose the popup stays open.
func (c *Choice) Accept() bool {
	row, ok := c.at()
	if ok {
		c.options[row].Do()
	}
	return ok
}

// Cancel implements Popup.
func (c *Choice) Cancel() {}

// Lines implements Popup.
func (c *Choice) Lines() []string {
	about := make([]string, len(c.question.About))
	for i, s := range c.question.About {
		st := c.Theme.Title
		if i > 0 {
			st = c.Theme.Dim
		}
		about[i] = line.Paint(st, s)
	}
	return c.lines(about, c.hint(), func(row int, cursor bool) string {
		o := c.options[row]
		about := o.About
		if about != "" {
			about = " " + about
		}
		return c.row(c.Theme.Text, "  "+o.Name, about, cursor)
	})
}

// hint returns the line under what is typed.
func (c *Choice) hint() string {
	switch {
	case len(c.rows) == 0 && c.typed() != "":
		return line.Paint(c.Theme.Warning, "Nothing here is called that.")
	case c.question.Hint != "":
		return line.Paint(c.Theme.Dim, c.question.Hint)
	case c.question.Other != nil:
		return line.Paint(c.Theme.Dim, "Enter takes · type any other name · Esc goes back")
	case c.question.More != nil:
		return line.Paint(c.Theme.Dim, "Enter takes · type to look in the whole library · Esc goes back")
	default:
		return line.Paint(c.Theme.Dim, "Enter takes · letters narrow · Esc goes back")
	}
}
