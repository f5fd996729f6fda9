package quote

import "reader/model"

// polled adds what u, which has no cue, reports of a poll with its figures: Voss leads Hale 45% to 41% in a Gazette poll.
func (f *finder) polled(u unit) {
	if f.takenIn(segment{u.first, u.last}) {
		return
	}
	for i := u.first; i+2 < u.last; i = f.next(i) {
		if !f.is(i, "in") {
			continue
		}
		p := f.after(i+1, u.last)
		if p.empty() || p.head < 0 || !f.in(p.head, polls) {
			continue
		}
		s := segment{u.first, f.trimmed(u.first, i)}
		if s.empty() && f.is(f.whole(p, u.last).last, ",") {
			s = segment{f.whole(p, u.last).last + 1, f.trimmed(i, u.last)}
		}
		if s.empty() || !f.finite(s.first, s.last) || !f.counts(u) {
			return
		}
		if id, sure, ok := f.speaker(p); ok && id != 0 {
			f.emit(s, model.RuleAccording, attribution{
				speaker: id, sure: sure, mention: f.d.Cover(p.first, p.last), cue: f.d.Tokens[i].Span,
			})
		}
		return
	}
}

// counts reports whether u gives the figures of a poll.
func (f *finder) counts(u unit) bool {
	for i := u.first; i < u.last; i = f.next(i) {
		if f.is(i, "%", "percent", "percentage", "points") {
			return true
		}
	}
	return false
}

// polls are nouns for one count of many people.
var polls = set("poll", "survey", "census")
