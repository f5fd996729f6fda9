package popup

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"reader/model/library"
	"reader/ui/input"
	"reader/ui/intent"
	"reader/ui/line"
)

// picks is a finder in which a row can be picked, or several of them be taken. What Enter would pick is shown behind it.
type picks struct {
	finder
	all    int                  // how many rows there are
	name   func(row int) string // what a row can be found by
	on     func(rows []int)     // called with what Enter would pick, whenever that changes
	cancel func()               // called when nothing is picked
	names  []string             // folded, of all rows; made when something is typed
	taken  []int                // in the order in which they were taken
	anew   bool                 // what is typed next takes the place of the name that a row was taken by
}

// begin shows all rows. One that is picked already has the cursor; several are taken.
func (p *picks) begin(picked []int) {
	p.show(upTo(p.all))
	switch len(picked) {
	case 0:
	case 1:
		p.window.Cursor = picked[0]
		p.keep()
	default:
		p.taken = picked
	}
}

// titled returns the title name, and how many rows are taken.
func (p *picks) titled(name string) string {
	if len(p.taken) > 0 {
		return name + " · " + line.Thousands(len(p.taken)) + " taken"
	}
	return name
}

// Type changes what is looked for.
func (p *picks) Type(key tea.KeyPressMsg) bool {
	if p.anew && key.Text != "" {
		p.text = input.Line{}
	}
	p.anew = false
	done, changed := p.edit(key)
	if changed {
		p.match()
		p.Preview()
	}
	return done
}

// match shows the rows that fit what is typed.
func (p *picks) match() {
	if p.typed() == "" {
		p.show(upTo(p.all))
		return
	}
	if p.names == nil {
		p.names = make([]string, p.all)
		for row := range p.names {
			p.names[row] = library.Fold(p.name(row))
		}
	}
	p.show(p.find(p.names))
}

// Handle moves, and takes the row under the cursor (Tab).
func (p *picks) Handle(i intent.Intent) (tea.Cmd, bool) {
	if i == intent.NextPane {
		p.take()
		return nil, true
	}
	before := p.window.Cursor
	ok := p.move(i)
	if p.window.Cursor != before {
		p.Preview()
	}
	return nil, ok
}

// take takes the row under the cursor, or gives it back, and goes on to the next.
func (p *picks) take() {
	row, ok := p.at()
	if !ok {
		return
	}
	switch i := slices.Index(p.taken, row); {
	case i >= 0:
		p.taken = slices.Delete(p.taken, i, i+1)
	default:
		p.taken = append(p.taken, row)
	}
	p.anew = true
	p.move(intent.Down)
	p.Preview()
}

// Click puts the cursor on the row at line y.
func (p *picks) Click(y int) {
	if p.click(y) {
		p.Preview()
	}
}

// picked returns what Enter picks: the rows taken, else the one under the cursor.
func (p *picks) picked() []int {
	row, ok := p.at()
	if len(p.taken) > 0 || !ok {
		return p.taken
	}
	return []int{row}
}

// Preview shows what Enter would pick now.
func (p *picks) Preview() {
	if picked := p.picked(); len(picked) > 0 {
		p.on(picked)
	}
}

// Accept implements Popup; with nothing to pick the popup stays open.
func (p *picks) Accept() bool { return len(p.picked()) > 0 }

// Cancel implements Popup.
func (p *picks) Cancel() { p.cancel() }
