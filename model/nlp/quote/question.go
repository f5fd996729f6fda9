package quote

import "reader/model/nlp/doc"

// question fills in what c, a form of ask, introduces behind whom it asks: asked Hale why the gates were shut, asked the
// court to open them.
func (f *finder) question(c *cue, last int) {
	if c.shape == inverted {
		f.pastInformed(c, last)
	}
	if !f.is(c.at, "ask", "asks", "asked", "asking") || c.shape > relative || c.start != 0 && !c.object {
		return
	}
	p := f.after(c.at+1, last)
	switch {
	case p.empty():
	case f.in(p.last, wh) && f.finite(p.last+1, last):
		c.to, c.rest, c.start = p, p.last, p.last
		c.that, c.object = true, false
	case f.is(p.last, "to") && f.tag(p.last+1) == doc.VERB:
		c.to, c.rest, c.start = p, p.last, p.last+1
		c.purpose, c.object = true, false
	}
}

// pastInformed moves the end of c, whose subject stands behind it, past what tells why that should know: said two
// officials briefed on the plan who asked not to be named.
func (f *finder) pastInformed(c *cue, last int) {
	if f.in(c.rest, informed) && f.tag(c.rest+1) == doc.ADP {
		if p := f.whole(f.after(c.rest+2, last), last); !p.empty() {
			c.rest, c.start, c.that = p.last, 0, false
		}
	}
	if f.is(c.rest, "who", "whose") {
		for c.start, c.that = 0, false; c.rest < last && !f.closes(c.rest) && f.marks[c.rest] == 0; {
			c.rest++
		}
	}
}
