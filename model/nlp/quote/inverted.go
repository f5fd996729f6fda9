package quote

import "reader/model/nlp/doc"

// invertedSubject fills in the subject after c, as in “…,” said Smith, if it stands there.
func (f *finder) invertedSubject(c *cue, u unit) bool {
	if c.form == base || c.form == gerund || c.first != c.at {
		return false
	}
	if c.at == u.first {
		return f.opensInverted(c, u)
	}
	i := c.at + 1
	if f.is(i, "out") { // points out Smith
		i++
	}
	when := f.pastWhen(i)
	p := f.after(when, u.last)
	if when > i && (p.head < 0 || !f.person(p.head) || !f.named(p.head)) {
		return false
	}
	if p.empty() || f.notSubject(p.first) || c.use&inverts == 0 && (f.marks[c.at-1] == 0 || !f.person(p.head)) {
		return false
	}
	if q := f.after(p.last+1, u.last); f.is(p.last, "and") && !f.person(p.head) && f.person(q.head) { // said trader and aide Ann Lee
		p = phrase{p.first, q.last, q.head}
	}
	w := f.whole(p, u.last)
	if !f.follows(c, p, w, u) {
		return false
	}
	c.shape, c.subject, c.rest = inverted, w, w.last
	if m := f.nameBehind(p, w.last, u.last); m != nil { // says his partner, Ann Lee
		c.subject = phrase{w.first, m.Last, m.Last - 1}
		c.rest = m.Last
	}
	return true
}

// pastWhen returns where a time ends that stands, with those who were told before it perhaps, at i between a cue and the name
// of its subject: said on Monday Ann Lee, told reporters on Friday Ann Lee. Without one it returns i.
func (f *finder) pastWhen(i int) int {
	t := i
	if f.in(t, listeners) {
		t++
	}
	if f.is(t, "on", "in", "late", "early", "earlier") {
		t++
	}
	if !f.dated(t) {
		return i
	}
	return f.mentionAt(t).Last
}

// listeners are those whom news names for having been told, without an article.
var listeners = set("reporters", "journalists", "lawmakers", "parliament")

// opensInverted fills in the subject of c, which opens its sentence, with a quotation behind it (Said Lee: “…”).
func (f *finder) opensInverted(c *cue, u unit) bool {
	w := f.whole(f.after(c.at+1, u.last), u.last)
	if c.use&inverts == 0 || w.empty() || f.notSubject(w.first) || !f.is(w.last, ":", ",") || w.last+1 >= u.last || f.marks[w.last+1] == 0 {
		return false
	}
	c.shape, c.subject, c.rest = inverted, w, w.last
	return true
}

// notSubject reports whether token i cannot begin the subject behind a cue.
func (f *finder) notSubject(i int) bool {
	counts := f.tag(i) == doc.NUM && !f.is(i, "one") && f.tag(i+1) != doc.NOUN && f.tag(i+1) != doc.ADJ // but: said two officials
	return f.in(i, objects) || f.dated(i) || counts || f.tag(i) == doc.SYM || f.in(i, times) && !f.named(i)
}

// follows reports whether the noun phrase w, with the core p, is the subject of c, which it follows, and
// not the begin of a clause.
func (f *finder) follows(c *cue, p, w phrase, u unit) bool {
	ends := f.endsClause(w.last, u.last)
	if m := f.markAt(c.at - 1); m != nil && !f.named(c.at-1) {
		return ends || f.stopped(m) != 0
	}
	if !ends || !f.is(c.at-1, ",") && !f.dash(c.at-1) {
		return false
	}
	if c.at-2 >= u.first && f.marks[c.at-2] != 0 {
		return true
	}
	if c.use&tells != 0 || !f.finite(u.first, c.at) {
		return false
	}
	s := f.apposed(c.at-1, u.first)
	return s.empty() || f.person(p.head) || !f.person(s.head) || s.first != u.first
}

// nameBehind returns the name of a person that stands behind the nominal p as its apposition, at the comma at i.
func (f *finder) nameBehind(p phrase, i, last int) *doc.Mention {
	if f.person(p.head) || !f.is(i, ",") || !f.person(i+1) {
		return nil
	}
	if m := f.mentionAt(i + 1); m.First == i+1 && (m.Last >= last || f.closes(m.Last)) {
		return m
	}
	return nil
}

// endsClause reports whether no verb follows token i in its clause.
func (f *finder) endsClause(i, last int) bool {
	if i >= last || f.closes(i) || f.marks[i] != 0 || f.in(i, relatives) || f.tag(i) == doc.SCONJ {
		return true
	}
	if f.in(i, informed) && f.tag(i+1) == doc.ADP { // said two officials briefed on the plan
		return true
	}
	if f.tag(i) != doc.ADP && f.tag(i) != doc.ADV && !f.in(i, circumstantial) && !f.in(i, times) && !f.dated(i) {
		return false
	}
	end := i
	for end < last && !f.closes(end) && f.tag(end) != doc.SCONJ && !f.in(end, relatives) {
		end = f.next(end)
	}
	return !f.finite(i, end)
}

// informed are the words, before a preposition, by which news tells why somebody without a name should know.
var informed = set("familiar", "briefed", "involved", "close", "aware", "acquainted", "knowledgeable", "present", "informed")
