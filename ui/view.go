package ui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"reader/ui/line"
	"reader/ui/popup"
)

// View implements tea.Model: as many lines as the screen has, each as wide as it.
func (m *Model) View() tea.View {
	v := tea.NewView(strings.Join(m.frame(), "\n"))
	v.AltScreen = true
	if !m.mouse.off {
		v.MouseMode = tea.MouseModeCellMotion
	}
	v.WindowTitle = "reader" // and no word of an article: it goes out of the screen's cells.
	v.Cursor = m.cursor()
	return v
}

// frame returns the lines of the screen.
func (m *Model) frame() []string {
	s := m.layout.Screen
	if m.layout.Mode == TooSmall {
		return line.Fill([]string{"too small: 20x5"}, s.W, s.H)
	}
	rows := make([]strings.Builder, s.H)
	if c := m.layout.Crumb; !c.Empty() {
		rows[c.Y].WriteString(m.crumb())
	}
	for p := range paneCount {
		if m.layout.Shown(p) && (p != EntityPane || !m.layout.Drawer) {
			m.draw(rows, p)
		}
	}
	out := make([]string, s.H)
	for y := range rows {
		out[y] = rows[y].String()
	}
	if m.layout.Drawer {
		m.lay(out, m.layout.Panes[EntityPane], m.boxed(EntityPane))
	}
	for _, p := range m.popups {
		m.lay(out, m.popupRoom(p), m.popupBox(p))
	}
	out[m.layout.Status.Y] = m.status()
	return out
}

// draw appends pane p to rows, which are filled up to its left edge, or a column short of it.
func (m *Model) draw(rows []strings.Builder, p Pane) {
	r := m.layout.Panes[p]
	gap := r.X > 0 && !m.layout.Borders
	for i, l := range m.boxed(p) {
		if gap {
			rows[r.Y+i].WriteByte(' ')
		}
		rows[r.Y+i].WriteString(l)
	}
}

// lay lays box over out at r.
func (m *Model) lay(out []string, r Rect, box []string) {
	for i, l := range box {
		out[r.Y+i] = line.Overlay(out[r.Y+i], l, r.X)
	}
}

// boxed returns the lines of pane p with its border.
func (m *Model) boxed(p Pane) []string {
	lines := m.pane(p).Lines()
	if m.filter.note != nil && p == m.layout.Main() {
		lines = m.emptiness(m.layout.Inside(p))
	}
	if !m.layout.Borders {
		return lines
	}
	title, info := m.title(p)
	return m.box(lines, m.layout.Panes[p].W, title, info, p == m.focus && len(m.popups) == 0)
}

// emptiness returns what stands in room where no articles are listed.
func (m *Model) emptiness(room Rect) []string {
	const indent = "  "
	var out []string
	for _, s := range m.filter.note {
		for _, l := range line.Wrap(s, room.W-2*len(indent)) {
			out = append(out, indent+line.Paint(m.theme.Dim, l))
		}
	}
	return line.Fill(out, room.W, room.H)
}

// box returns lines in a border w columns wide with a title at the left and info at the right of its upper edge. Only this edge
// tells what is focused: a terminal gets a line anew from the first cell that changes to the last, so that sides in another
// colour cost nearly the whole screen.
func (m *Model) box(lines []string, w int, title, info string, focused bool) []string {
	upper, heading := m.theme.Border, m.theme.Dim
	if focused {
		upper, heading = m.theme.FocusedBorder, m.theme.Accent
	}
	side := line.Paint(m.theme.Border, "│")
	out := make([]string, 0, len(lines)+2)
	out = append(out, edge(upper, heading, w, title, info))
	for _, l := range lines {
		out = append(out, side+l+side)
	}
	return append(out, line.Paint(m.theme.Border, "╰"+strings.Repeat("─", max(w-2, 0))+"╯"))
}

// edge returns the upper edge of a box w columns wide.
func edge(border, heading uv.Style, w int, title, info string) string {
	room := w - 4
	if title != "" {
		title = " " + ansi.Truncate(title, max(room-4, 0), "…") + " "
	}
	if info != "" {
		info = " " + info + " "
	}
	if ansi.StringWidth(title)+ansi.StringWidth(info) > room {
		info = ""
	}
	fill := room - ansi.StringWidth(title) - ansi.StringWidth(info)
	return line.Paint(border, "╭─") + line.Paint(heading, title) +
		line.Paint(border, strings.Repeat("─", max(fill, 0))) + line.Paint(heading, info) + line.Paint(border, "─╮")
}

// title returns what stands at the left and the right of the upper edge of pane p.
func (m *Model) title(p Pane) (title, info string) {
	switch {
	case p == ListPane:
		n := len(m.list.Refs())
		if n == 0 {
			return "Articles", ""
		}
		return "Articles", fmt.Sprintf("%s/%s", line.Thousands(m.list.Cursor()+1), line.Thousands(n))
	case p == EntityPane && m.side.Narrowed() != "":
		return "In this article", "“" + m.side.Narrowed() + "”"
	case p == EntityPane:
		return "In this article", ""
	case m.quotes:
		if m.transcript.Len() == 0 {
			return "Quotes", ""
		}
		name := "Quotes"
		if m.transcript.Arranged() {
			name = "Quotes by subject"
		}
		return name, fmt.Sprintf("%s/%s", line.Thousands(m.transcript.Cursor()+1), line.Thousands(m.transcript.Len()))
	default:
		switch a := m.article.Article(); {
		case a == nil:
		case !a.English():
			info = "not analysed: language " + a.Language
		case len(a.Quotes) > 0:
			info = line.Count(len(a.Quotes), "quote")
		}
		return "Article", info
	}
}

// crumb returns the line that says where one is, where only one pane is shown.
func (m *Model) crumb() string {
	names := [paneCount]string{"Articles", "Article", "Entities"}
	if m.quotes {
		names[ArticlePane] = "Quotes"
	}
	parts := make([]string, 0, paneCount)
	for p, name := range names {
		st := m.theme.Dim
		if Pane(p) == m.focus {
			st = m.theme.Accent
		}
		parts = append(parts, line.Paint(st, name))
	}
	return line.Fit(" "+strings.Join(parts, line.Paint(m.theme.Dim, " › ")), m.layout.Crumb.W)
}

// popupRoom returns where p lies, its border included: low, so that the quote that is previewed can be seen above.
func (m *Model) popupRoom(p popup.Popup) Rect {
	s := m.layout.Screen
	body := Rect{0, 0, s.W, max(s.H-1, 0)}
	if !m.layout.Borders {
		return body
	}
	w, h := p.Want()
	w, h = min(w+4, body.W-4), min(h+2, body.H-2)
	return Rect{(body.W - w) / 2, max(body.H-h-1, 0), w, h}
}

// popupInside returns the room of p within its border and the blank columns at its sides.
func (m *Model) popupInside(p popup.Popup) Rect {
	r := m.popupRoom(p)
	if !m.layout.Borders {
		return r
	}
	return Rect{r.X + 2, r.Y + 1, max(r.W-4, 0), max(r.H-2, 0)}
}

// popupBox returns the lines of p, a blank column at either side, in its border.
func (m *Model) popupBox(p popup.Popup) []string {
	if !m.layout.Borders {
		return p.Lines()
	}
	lines := p.Lines()
	for i, l := range lines {
		lines[i] = " " + l + " "
	}
	return m.box(lines, m.popupRoom(p).W, p.Title(), m.wayOut(p), true)
}

// cursor returns where the text cursor stands, nil where nothing is being typed.
func (m *Model) cursor() *tea.Cursor {
	if m.layout.Mode == TooSmall {
		return nil
	}
	if top := m.popups.Top(); top != nil {
		x, y, ok := top.Cursor()
		if !ok {
			return nil
		}
		r := m.popupInside(top)
		return tea.NewCursor(r.X+x, r.Y+y)
	}
	if m.prompt != nil {
		_, x := m.prompt.text.View(m.promptRoom())
		return tea.NewCursor(1+ansi.StringWidth(m.prompt.label)+x, m.layout.Status.Y)
	}
	return nil
}
