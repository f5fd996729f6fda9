package quote

import "reader/model/nlp/doc"

// clauseEnd returns where what the cue at cs[n] introduces, from token start, ends: with the unit, or before
// another attribution, a contrast with a subject of its own, or an aside of the speaker's. There is no cue if n is -1.
func (f *finder) clauseEnd(u unit, cs []cue, n, start int) int {
	end := u.last
	for k := n + 1; k < len(cs); k++ {
		if cs[k].at >= start && f.parts(&cs[k], start) {
			end = f.cut(cs[k].begins(start), start)
			break
		}
	}
	depth := 0
	inserted := n >= 0 && cs[n].form == gerund && f.is(cs[n].subject.last, ",") // Smith, after saying C, left
	for i := start; i < end; i = f.next(i) {
		switch {
		case inserted && f.is(i, ",") && i+1 < end && f.finite(i+1, i+2):
			return f.trimmed(start, i)
		case f.is(i, "(", "["):
			depth++
		case f.is(i, ")", "]"):
			if depth--; depth < 0 {
				return f.trimmed(start, i)
			}
		case i > start && f.breaks(i, end):
			return f.trimmed(start, i)
		}
	}
	return f.trimmed(start, end)
}

// parts reports whether c is an attribution of its own and not a part of the clause that began at start.
func (f *finder) parts(c *cue, start int) bool {
	z := c.begins(start)
	if z <= start || c.shape == spoken {
		return false
	}
	comma := f.is(z-1, ",", ";") || f.dash(z-1) || f.marks[z-1] != 0 && !f.named(z-1)
	switch {
	case c.shape == inverted:
		return comma
	case c.form == gerund && c.first == c.at:
		return comma || f.goesOnApart(c, z)
	case c.subject.empty():
		return f.is(z-1, "and", "but") && c.use&(says|tells|inverts) != 0
	case f.in(c.subject.head, relatives):
		return false
	case c.subject.first < start:
		return comma && c.shape == plain // Lee, who estimated that C, said
	case comma && (c.start == 0 || f.closes(c.at+1)), f.is(z-1, "but", ";"), f.dash(z - 1):
		return true
	case f.tag(z-1) == doc.CCONJ && (c.comma || c.colon) && f.marks[c.start] != 0:
		return true
	case f.is(z-1, "and") && c.use&says != 0 && c.subject.last-c.subject.first == 1 && f.in(c.subject.head, subjects):
		return true
	}
	behind := z-2 >= start && (f.is(z-2, ",", ";") || f.dash(z-2) || f.marks[z-2] != 0)
	return behind && f.is(z-1, "and", "while", "though", "although", "as")
}

// goesOnApart reports whether the participle c, behind "with" or "and", has a person of its own or a quotation.
func (f *finder) goesOnApart(c *cue, z int) bool {
	return f.is(z-1, "with", "and") && (!c.subject.empty() || c.start != 0 && f.marks[c.start] != 0)
}

// cut moves z, where another attribution begins, back over what joins it to the clause.
func (f *finder) cut(z, start int) int {
	if f.is(z-1, "with") {
		z--
	}
	for z > start && f.marks[z-1] == 0 && (f.tag(z-1) == doc.CCONJ || f.tag(z-1) == doc.SCONJ || f.closes(z-1) || f.dash(z-1)) {
		z--
	}
	return z
}

// breaks reports whether the clause ends before token i, without another cue.
func (f *finder) breaks(i, end int) bool {
	if f.markAt(i-1) != nil && f.is(i, "but") {
		return f.turns(i, end)
	}
	if i+1 >= end || !f.is(i, ",") && !f.dash(i) {
		return false
	}
	if f.in(i+1, asides) || f.is(i+1, "according") && f.is(i+2, "to") {
		return true
	}
	if m := f.markAt(i + 1); m != nil && f.is(i, ",") && m.last-m.first > 5 && f.startsUpper(m) && f.stopped(m) != 0 {
		return true
	}
	return f.is(i+1, "but") && f.turns(i+1, end)
}

// turns reports whether the "but" at i opens a clause with a subject of its own.
func (f *finder) turns(i, end int) bool {
	p := f.whole(f.after(i+1, end), end)
	return !p.empty() && !f.in(p.head, subjects) && p.last < end && f.finite(p.last, min(p.last+3, end))
}

// trimmed moves end back over closing punctuation.
func (f *finder) trimmed(start, end int) int {
	for end > start && f.marks[end-1] == 0 && (f.closes(end-1) && !f.is(end-1, ")") || f.dash(end-1)) {
		end--
	}
	return end
}
