package page

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// scanner reads what glamour wrote, once from start to end, and makes lines of it.
type scanner struct {
	*setter
	to       *sheet
	atoms    []atom
	ornament uint16

	row    []piece   // the line so far
	col    int       // its width
	lead   *lead     // not nil: a block starts on it
	blanks [][]piece // empty lines since the last line with anything on it
	last   int       // the atom that was added last to the line; -1: none
	next   int       // the atom whose room comes next; -1: none, or not known
	added  int       // atoms so far, leads too
	rest   int       // columns of room left of the atom added last
	late   []int     // atoms whose room comes on the line after their mark's
}

// scan returns the lines of out, in which there is room for atoms, and whether all of them found theirs.
func (s *setter) scan(out string, atoms []atom) (lines *sheet, complete bool) {
	r := &scanner{setter: s, to: &sheet{}, atoms: atoms, ornament: s.inks.style(s.theme.QuoteBar), last: -1, next: -1}
	p := ansi.GetParser()
	defer ansi.PutParser(p)
	for len(out) > 0 {
		n := 1
		switch out[0] {
		case '\n':
			r.endLine()
		case '\x1b':
			var i int
			if i, n = parseMark(out); n > 0 {
				r.mark(i)
			} else {
				_, _, n, _ = ansi.DecodeSequence(out, ansi.NormalState, p)
			}
		default:
			var w int
			n, w = character(out)
			switch out[:n] {
			case narrow, broad, hyphen:
				r.room(w)
			default:
				r.decorate(out[:n], w)
			}
		}
		out = out[n:]
	}
	r.endLine()
	return r.to, r.added == len(atoms)
}

// mark notes that the room for atom i comes next. Where a broad character is the first of its line, its mark
// may stand at the end of the line before; in a table, the rest of the row comes between.
func (r *scanner) mark(i int) {
	if i < 0 || i >= len(r.atoms) {
		return
	}
	r.rest = 0
	if l := r.atoms[i].lead; l != nil {
		r.added++
		r.begin(l)
		r.expect(i + 1)
		return
	}
	if r.next >= 0 && r.atoms[r.next].marked {
		r.late = append(r.late, r.next)
	}
	r.next = i
	if r.atoms[i].width == 0 {
		r.add(i)
		r.next = -1
	}
}

// expect notes that the room for atom i comes next, if i needs no mark. What takes no room is added at once.
func (r *scanner) expect(i int) {
	for i < len(r.atoms) && !r.atoms[i].marked && r.atoms[i].width == 0 {
		r.add(i)
		i++
	}
	r.next = -1
	if i < len(r.atoms) && !r.atoms[i].marked {
		r.next = i
	}
}

// room takes width columns of room for text, and adds the atom that they begin.
func (r *scanner) room(width int) {
	switch {
	case r.rest > 0:
	case r.next >= 0:
		i := r.next
		r.add(i)
		r.rest = r.atoms[i].width
		if r.next = -1; !r.atoms[i].marked {
			r.expect(i + 1)
		}
	case len(r.late) > 0:
		r.add(r.late[0])
		r.rest, r.late = r.atoms[r.late[0]].width, r.late[1:]
	}
	r.rest = max(0, r.rest-width)
}

// add adds atom i to the line.
func (r *scanner) add(i int) {
	a := &r.atoms[i]
	r.make(a.width)
	r.joinBlanks(i)
	r.row = r.append(r.row, piece{text: a.text, at: a.at, ink: a.ink, from: a.from})
	r.col += a.width
	r.last = i
	r.added++
}

// append adds q to line, as part of the piece before where it goes on from it.
func (r *scanner) append(line []piece, q piece) []piece {
	if len(line) > 0 {
		before := &line[len(line)-1]
		if before.ink == q.ink && before.from == q.from {
			switch {
			case q.from == ornament:
				before.text += q.text
				return line
			case before.end() == q.at && r.page.body[q.at:q.end()] == q.text:
				before.text = r.page.body[before.at:q.end()]
				return line
			}
		}
	}
	return append(line, q)
}

// joinBlanks gives the blanks between the atom before i and atom i their place in the text, so that a span over
// both is painted without a hole.
func (r *scanner) joinBlanks(i int) {
	n := len(r.row)
	if n < 2 || r.last != i-1 || i == 0 || r.atoms[i].from != fromBody {
		return
	}
	before, a, blank := &r.atoms[i-1], &r.atoms[i], r.row[n-1]
	end := before.at + uint32(len(before.text))
	if before.from != fromBody || before.lead != nil || blank.from != ornament || strings.Trim(blank.text, " ") != "" || end >= a.at {
		return
	}
	gap := r.page.body[end:a.at]
	if strings.Contains(gap, "\n") {
		return
	}
	shown := min(len(blank.text), len(gap))
	if gap[:shown] != blank.text[:shown] {
		shown = 1 // a blank of several bytes is shown as one of one.
	}
	if shown < len(blank.text) {
		return
	}
	between := piece{text: blank.text[:shown], at: end, ink: plain, from: fromBody}
	if before.ink == a.ink {
		between.ink = a.ink
	}
	r.row = r.append(r.row[:n-1], between)
}

// decorate adds a character that is not of the text.
func (r *scanner) decorate(text string, width int) {
	if text == noBreak {
		text = " "
	}
	if text == " " && r.col >= r.width {
		return
	}
	r.make(width)
	r.row = r.append(r.row, piece{text: text, ink: r.ornament})
	r.col += width
}

// make ends the line where width more columns do not fit on it. Glamour keeps to the width but where it takes
// a character for narrower than it is.
func (r *scanner) make(width int) {
	if r.col > 0 && r.col+width > r.width {
		r.endLine()
	}
}

// begin notes that a block with lead l starts on the current line, and puts its labels there.
func (r *scanner) begin(l *lead) {
	r.lead = l
	if len(l.labels) == 0 || len(r.row) == 0 {
		return
	}
	prefix := []rune(r.row[0].text)
	for _, b := range l.labels {
		text := []rune(b.text)
		if start := b.col + b.width - 1 - len(text); start+len(text) < len(prefix) {
			copy(prefix[start:], text)
		}
	}
	r.row[0].text = string(prefix)
}

// endLine adds the line and starts another. Glamour's empty lines are not all kept: there is one before a
// block, unless it is tight.
func (r *scanner) endLine() {
	row, l := trimEnd(r.row), r.lead
	r.row, r.col, r.lead, r.last = nil, 0, nil, -1
	if l == nil && isEmpty(row) {
		r.blanks = append(r.blanks, row)
		return
	}
	switch {
	case len(r.to.ends) == 0:
	case l == nil:
		for _, b := range r.blanks {
			r.to.add(b...)
		}
	case l.rule != nil:
		r.to.add(r.under(l.rule)...)
	case !l.tight:
		r.to.add(fewest(r.blanks)...)
	}
	r.blanks = nil
	r.to.add(row...)
}

// under returns the line of a rule under the line added last, with a cross where a column ends.
func (r *scanner) under(at *rule) []piece {
	var above strings.Builder
	for _, q := range r.to.line(len(r.to.ends) - 1) {
		if q.from == ornament {
			above.WriteString(q.text)
		} else {
			above.WriteString(strings.Repeat("─", ansi.StringWidth(q.text)))
		}
	}
	line := []rune(above.String())
	for len(line) < at.col+at.width {
		line = append(line, ' ')
	}
	for i, r := range line {
		switch {
		case i < at.col && r != '│':
			line[i] = ' ' // a bullet.
		case i >= at.col && r == '│':
			line[i] = '┼'
		case i >= at.col:
			line[i] = '─'
		}
	}
	return []piece{{text: string(line), ink: r.ornament}}
}

// trimEnd returns line without the blanks at its end.
func trimEnd(line []piece) []piece {
	for n := len(line); n > 0; n = len(line) {
		last := &line[n-1]
		if last.from != ornament {
			break
		}
		if last.text = strings.TrimRight(last.text, " "); last.text != "" {
			break
		}
		line = line[:n-1]
	}
	return line
}

// isEmpty reports whether line has nothing on it but the bars of quotations.
func isEmpty(line []piece) bool {
	return len(line) == 0 || len(line) == 1 && line[0].from == ornament && strings.Trim(line[0].text, " │") == ""
}

// fewest returns the line with the fewest bars: the one that stands between the blocks.
func fewest(lines [][]piece) []piece {
	if len(lines) == 0 {
		return nil
	}
	best := lines[0]
	for _, l := range lines[1:] {
		if len(l) == 0 || len(best) > 0 && len(l[0].text) < len(best[0].text) {
			best = l
		}
	}
	return best
}
