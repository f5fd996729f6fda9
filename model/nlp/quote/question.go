package quote

// question fills in what c, a form of ask, introduces behind whom it asks: asked Hale why the gates were shut.
func (f *finder) question(c *cue, last int) {
	if !f.is(c.at, "ask", "asks", "asked", "asking") || c.shape > relative || c.start != 0 && !c.object {
		return
	}
	p := f.after(c.at+1, last)
	if p.empty() || !f.in(p.last, wh) || !f.finite(p.last+1, last) {
		return
	}
	c.to, c.rest, c.start = p, p.last, p.last
	c.that, c.object = true, false
}
