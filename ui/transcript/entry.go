package transcript

import (
	"slices"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"reader/model"
	"reader/model/library"
	"reader/ui/initials"
	"reader/ui/line"
)

// gutter is how many columns are kept for initials and a blank; a pane narrower than leastWithGutter keeps none.
const (
	gutter          = 4
	leastWithGutter = 30
)

// entry returns the lines of the quote at a place: the heading of the group that it begins, who says it and to whom, its words, when
// and where, the note on it, who else carries it, and a blank line.
func (p *Pane) entry(place int) []string {
	q := p.quotes[p.order.entry(place)]
	a := p.lib.Article(q.Ref)
	quote := &a.Quotes[q.Index]
	width := min(p.W-1, p.most)
	margin := line.Blank((p.W - width) / 2)
	lead, chosen := margin+"  ", place == p.cursor
	if chosen {
		lead = margin + line.Paint(p.Theme.Accent, "▌") + " "
	}
	width -= 2
	out := p.heading(place, margin, width)
	s := p.sayer(q, a, quote)
	for _, l := range s.lines(p, width) {
		out = append(out, lead+l)
	}
	for _, l := range line.Wrap(line.One(a.Quoted(quote)), width-s.indent()) {
		if chosen && p.Focused {
			l = line.Paint(p.Theme.Title, l)
		}
		out = append(out, lead+s.beside()+l)
	}
	below := func(st uv.Style, lines []string) {
		for _, l := range lines {
			out = append(out, lead+s.beside()+line.Styled(st, l, width-s.indent()))
		}
	}
	sources := p.sources(place, a, quote, width-s.indent())
	below(p.Theme.Dim, sources[:1])
	below(p.Theme.Caption, p.note(a, q.Index, width-s.indent()))
	below(p.Theme.Dim, sources[1:])
	return append(out, "")
}

// note returns the lines of the note on quote i of a, if there is one.
func (p *Pane) note(a *model.Article, i, width int) []string {
	note := p.marks.NotesOn(a).On(i)
	if note == "" {
		return nil
	}
	lines := line.Wrap(line.One(note), width-2)
	for k, mark := range lines {
		lines[k] = "  " + mark
	}
	lines[0] = "✎" + lines[0][1:]
	return lines
}

// heading returns the lines over a place.
func (p *Pane) heading(place int, margin string, width int) []string {
	text := p.order.heading(place)
	if text == "" {
		return nil
	}
	var out []string
	for _, l := range line.Wrap(text, width) {
		out = append(out, margin+line.Paint(p.Theme.Heading, l))
	}
	return append(out, "")
}

// sayer is who says a quote, as it stands over it.
type sayer struct {
	letters string // initials with the sign behind them; "": there is no room
	colour  uv.Style
	named   uv.Style
	name    string
	role    string
	rest    string // to whom, and whether it is taken or was corrected
	bar     bool   // a bar in the colour stands beside the words
}

// sayer returns who said q of a, which is quote.
func (p *Pane) sayer(q Quote, a *model.Article, quote *model.Quote) sayer {
	s := sayer{name: "Unknown", named: p.Theme.Dim, colour: p.Theme.Dim}
	letters, sign := p.letters.Of(q.Ref, a, quote.Speaker), ""
	if e := a.Speaker(quote); e != nil {
		s.name, s.named, s.role = e.Name, p.Theme.Title, e.Role()
		if id := p.lib.IDOf(q.Ref, quote.Speaker); id != 0 {
			s.name = p.lib.Entity(id).Name
		}
		if quote.Confidence < model.Fact {
			s.name += " ?"
			sign = "?"
		}
	} else {
		letters = initials.Nobody
	}
	if colour, ok := p.Theme.Voice(p.lib.VoiceOf(q.Ref, q.Index, p.chosen)); ok {
		s.named, s.colour, s.bar = colour, colour, true
		if sign == "" {
			sign = "▌"
		}
	}
	if p.W >= leastWithGutter {
		s.letters = letters + sign
	}
	if !quote.To.Empty() {
		s.rest += " · to " + line.One(quote.To.In(a.TextOf(quote.Field)))
	}
	if p.taken(q) {
		s.rest += " · ✓ taken"
	}
	if a.Corrected(quote) {
		s.rest += " · corrected by you"
	}
	return s
}

// indent returns how many columns stand left of the words.
func (s *sayer) indent() int {
	if s.letters == "" {
		return 2
	}
	return gutter
}

// beside returns what stands left of the words.
func (s *sayer) beside() string {
	if s.bar && s.letters != "" {
		return "  " + line.Paint(s.colour, "▌") + " "
	}
	return line.Blank(s.indent())
}

// lines returns who says it in width columns: on one line, or where there is no room with to whom on one of its own.
func (s *sayer) lines(p *Pane, width int) []string {
	lead, room := "", width
	if s.letters != "" {
		lead, room = line.Styled(s.colour, s.letters, gutter), width-gutter
	}
	role := s.role
	if role != "" {
		role = ", " + role
	}
	if ansi.StringWidth(s.name+role+s.rest) <= room || s.rest == "" {
		return []string{lead + line.Fit(line.Paint(s.named, s.name)+line.Paint(p.Theme.Dim, role+s.rest), room)}
	}
	rest := line.Styled(p.Theme.Dim, strings.TrimPrefix(s.rest, " "), width-s.indent())
	return []string{lead + line.Fit(line.Paint(s.named, s.name)+line.Paint(p.Theme.Dim, role), room), s.beside() + rest}
}

// sources returns the lines that say when and where the quote at a place appeared: first what must not be cut off.
func (p *Pane) sources(place int, a *model.Article, quote *model.Quote, width int) []string {
	own := "— " + line.Join(" · ", line.Day(a.Published.Time), quote.Kind.String(), a.Publisher, a.Title)
	also := p.also[p.order.entry(place)]
	switch {
	case len(also) == 0:
		return []string{own}
	case !p.unfolded[p.quotes[p.order.entry(place)]]:
		return []string{own, ansi.Truncate(p.carriers(also), max(width, 0), "…")}
	}
	out := []string{own, "also in " + line.Thousands(len(also)) + ":"}
	for _, r := range also {
		h := p.lib.Head(r)
		out = append(out, "· "+line.Join(" · ", line.Day(h.Published.Time), h.Source(), h.Title))
	}
	return out
}

// carriers tells how many articles refs are, and whose.
func (p *Pane) carriers(refs []library.Ref) string {
	const most = 12 // names; there is no room for more
	var names []string
	for _, r := range refs[:min(len(refs), most)] {
		if s := p.lib.Head(r).Source(); s != "" && !slices.Contains(names, s) {
			names = append(names, s)
		}
	}
	s := "also in " + line.Thousands(len(refs))
	if len(names) > 0 {
		s += " · " + strings.Join(names, ", ")
	}
	return s
}
