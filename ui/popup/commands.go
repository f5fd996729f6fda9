package popup

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"reader/model/library"
	"reader/ui/intent"
	"reader/ui/line"
	"reader/ui/style"
)

// Commands lets one find what can be done by what it is called, and do it.
type Commands struct {
	finder
	actions []intent.Binding // the rows: those done last, then all others in the order of the help, moves last
	names   []string         // folded: what each can be found by
	do      func(intent.Intent)
}

// NewCommands returns a popup that lists what the keys of groups do, last before all others, and moves behind them. It calls do with what is chosen.
func NewCommands(groups []intent.Group, last []intent.Intent, do func(intent.Intent)) *Commands {
	c := &Commands{do: do}
	for _, g := range groups {
		c.actions = append(c.actions, g.Bindings...)
	}
	c.actions = slices.DeleteFunc(c.actions, func(b intent.Binding) bool { return b.Intent == intent.Commands })
	place := func(b intent.Binding) int {
		i := slices.Index(last, b.Intent)
		switch {
		case i >= 0:
			return i
		case b.Intent.Moves(): // which nobody does by name
			return len(last) + 1
		default:
			return len(last)
		}
	}
	slices.SortStableFunc(c.actions, func(a, b intent.Binding) int { return place(a) - place(b) })
	for _, b := range c.actions {
		c.names = append(c.names, library.Fold(findable(b)))
	}
	c.show(upTo(len(c.actions)))
	return c
}

// findable returns what b can be found by, what it is called first.
func findable(b intent.Binding) string { return b.Name + " " + b.Help }

// Title implements Popup.
func (c *Commands) Title() string { return "Commands" }

// Want implements Popup.
func (c *Commands) Want() (w, h int) { return 84, head + 16 }

// Type changes what is looked for.
func (c *Commands) Type(key tea.KeyPressMsg) bool {
	done, changed := c.edit(key)
	switch {
	case !changed:
	case c.typed() == "":
		c.show(upTo(len(c.actions)))
	default:
		c.show(c.fitting())
	}
	return done
}

// fitting returns the rows that fit what is typed, those first that are called just so.
func (c *Commands) fitting() []int {
	typed, rows := c.typed(), c.find(c.names)
	other := func(row int) int {
		if rest, ok := strings.CutPrefix(c.names[row], typed); ok && (rest == "" || strings.ContainsAny(rest[:1], " ;:,")) {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(rows, func(a, b int) int { return other(a) - other(b) })
	return rows
}

// Handle moves.
func (c *Commands) Handle(i intent.Intent) (tea.Cmd, bool) { return nil, c.move(i) }

// Click puts the cursor on the row at line y.
func (c *Commands) Click(y int) { c.click(y) }

// Accept does what the cursor is on; where there is nothing the popup stays open.
func (c *Commands) Accept() bool {
	row, ok := c.at()
	if ok {
		c.do(c.actions[row].Intent)
	}
	return ok
}

// Cancel implements Popup.
func (c *Commands) Cancel() {}

// Lines implements Popup.
func (c *Commands) Lines() []string {
	hint := line.Paint(c.Theme.Dim, "Enter does it · letters narrow")
	if len(c.rows) == 0 {
		hint = line.Paint(c.Theme.Warning, "Nothing is done by that name.")
	}
	keys := labelWidth(c.actions, c.W)
	return c.lines(nil, hint, func(row int, cursor bool) string {
		b := c.actions[row]
		bar, label, text := " ", c.Theme.Accent, c.Theme.Text
		if cursor {
			bar = line.Paint(c.Theme.Accent, "▌")
			label, text = style.Over(c.Theme.Status, label), style.Over(c.Theme.Status, c.Theme.Title)
		}
		return bar + line.Styled(label, b.Label(), keys) + line.Styled(text, "  "+b.Help, max(c.W-keys-1, 0))
	})
}

// labelWidth returns how many of width columns the keys of bindings get.
func labelWidth(bindings []intent.Binding, width int) int {
	widest := 0
	for _, b := range bindings {
		widest = max(widest, ansi.StringWidth(b.Label()))
	}
	return min(widest, width/3)
}
